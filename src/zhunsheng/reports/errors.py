"""Refusals of the report's own acts."""

from zhunsheng.kernel.errors import KernelError


class ReportError(KernelError):
    """The report does not stand where this act begins, or something still stands against it."""

    code = "REPORT"


class OutlineError(KernelError):
    """A regime's outline or narrative cannot be read."""

    code = "OUTLINE"


class NotReadyError(ReportError):
    """The report may not be signed; `blockers` says everything that stands against it."""

    code = "REPORT_NOT_READY"

    def __init__(self, blockers: tuple[tuple[str, str], ...]) -> None:
        self.blockers = blockers
        super().__init__(
            f"报告尚有{len(blockers)}个问题，不能签发："
            + "；".join(zh for zh, _ in blockers)
            + "。",
            f"{len(blockers)} things stand against signature: "
            + "; ".join(en for _, en in blockers)
            + ".",
        )


class PersonalDataError(ReportError):
    """What would become public holds what looks like personal data.

    `found` is (words, zh, en) of each; `do` says the way out, in both languages.
    """

    code = "REPORT_PERSONAL_DATA"

    def __init__(
        self,
        found: tuple[tuple[str, str, str], ...],
        *,
        do: tuple[str, str] = ("请改用不含个人信息的文字", "word it without"),
    ) -> None:
        self.found = found
        super().__init__(
            "拟公开的文字含有疑似个人信息："
            + "、".join(f"{zh}“{text}”" for text, zh, _ in found)
            + f"；{do[0]}。",
            "the text to be published holds what looks like personal data: "
            + ", ".join(f"{en} '{text}'" for text, _, en in found)
            + f"; {do[1]}.",
        )

    @property
    def trailed(self) -> tuple[str, str]:
        """Of what kind it is, never what it is: nobody could take it out of the trail again."""
        kinds_zh = "、".join(dict.fromkeys(zh for _, zh, _ in self.found))
        kinds_en = ", ".join(dict.fromkeys(en for _, _, en in self.found))
        return (
            f"拟公开的文字含有疑似个人信息（{kinds_zh}），共{len(self.found)}处。",
            f"the text to be published holds what looks like personal data ({kinds_en}):"
            f" {len(self.found)}.",
        )


class QuestionError(ReportError):
    """A question or an answer that cannot be taken as it is; `values` may say `too_long`."""

    code = "REPORT_QUESTION"


class TooManyQuestionsError(QuestionError):
    """More questions within an hour than are taken."""

    code = "REPORT_TOO_MANY_QUESTIONS"
