"""What a check is: its code, its law, its words, and the examples that prove it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from zhunsheng.audit.handed import NOTHING, Handed, Needs
from zhunsheng.audit.model import Finding, Relation, Severity
from zhunsheng.audit.parse.passage import Passage


class Stage(StrEnum):
    """A check's life: tried on request, relied on, kept for its code alone."""

    PREVIEW = "preview"
    STABLE = "stable"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one check says of a passage: what is wrong, and what it verified."""

    findings: tuple[Finding, ...] = ()
    verified: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """One rule of the audit; one file holds one.

    `triggers` are words without which the check has nothing to say; `document` restricts it to
    whole documents, `titled` to those that open with one of its words. `good` and `bad` are texts
    it must pass and must find fault with. `law` is the key of the rule it stands on, `needs` what
    must be handed in, `given` what its examples are handed, `given_bad` what its bad ones are if
    that differs.
    """

    code: str
    zh: str
    en: str
    run: Callable[[Passage], Outcome]
    good: tuple[str, ...]
    bad: tuple[str, ...]
    law: str = ""
    severity: Severity = Severity.ERROR
    document: bool = False
    titled: tuple[str, ...] = ()
    triggers: tuple[str, ...] = ()
    stage: Stage = Stage.STABLE
    needs: Needs = Needs.NOTHING
    given: Handed = NOTHING
    given_bad: Handed | None = None

    @property
    def handed_bad(self) -> Handed:
        """What the bad examples are handed."""
        return self.given_bad or self.given


def found(
    code: str,
    zh: str,
    en: str,
    *spans: tuple[int, int],
    kind: str = "layout",
    severity: Severity = Severity.REMARK,
    arithmetic: str = "",
) -> Finding:
    """One thing found, a remark unless said otherwise."""
    return Finding(code, kind, severity, zh, en, spans, arithmetic)


def broken(code: str, relations: Iterable[Relation], *, zh: str, en: str) -> Outcome:
    """Relations as an outcome: what does not hold becomes a finding with its arithmetic."""
    kept = tuple(relations)
    return Outcome(
        findings=tuple(
            Finding(
                code=code,
                kind=r.kind,
                severity=Severity.ERROR,
                zh=f"{zh}：{r.zh}",
                en=f"{en}: {r.en}",
                spans=r.spans,
                arithmetic=r.arithmetic,
            )
            for r in kept
            if not r.holds
        ),
        verified=tuple(r for r in kept if r.holds),
    )
