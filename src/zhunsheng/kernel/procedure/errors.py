"""Refusals of a step."""

from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.procedure.judge import Objection


class StepRefusedError(KernelError):
    """Rules are not kept; `objections` holds every one, each with its citation."""

    code = "STEP_REFUSED"

    def __init__(
        self, title: str, step: tuple[str, str], objections: tuple[Objection, ...]
    ) -> None:
        self.objections = objections
        zh = "；".join(f"{o.zh}（依据：{o.citation_zh}）" for o in objections)
        en = "; ".join(f"{o.en} ({o.citation_en})" for o in objections)
        super().__init__(
            f"“{title}”不能办理“{step[0]}”：{zh}。",
            f"'{title}' cannot go through '{step[1]}': {en}.",
        )


class StepImpossibleError(KernelError):
    """The procedure has no such step from where the record stands, or its papers are wanting."""

    code = "STEP_IMPOSSIBLE"
