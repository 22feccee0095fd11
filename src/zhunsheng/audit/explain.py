"""The page of a check: what it asks, the law it stands on, what passes and what it finds."""

from zhunsheng.audit.check import Check, Stage
from zhunsheng.audit.handed import Needs
from zhunsheng.audit.model import Severity
from zhunsheng.statute.errors import UnknownRuleError
from zhunsheng.statute.pack import shipped_law

_STAGES = {
    Stage.PREVIEW: "试行 / preview",
    Stage.STABLE: "稳定 / stable",
    Stage.RETIRED: "停用 / retired",
}
_NEEDS = {
    Needs.NOTHING: ("", "", ""),
    Needs.PREVIOUS: ("上年报告", "last year's report", " (--previous)"),
    Needs.FACTS: ("台账数值", "values of the ledgers", " (--facts)"),
    Needs.OTHERS: ("其他报告", "other reports", " (--others)"),
    Needs.MISSET: ("Word文件（.docx）", "a Word file", ""),
    Needs.SUMMED: ("各单位报告", "the reports of the round", " (--round)"),
}


def cited_rule(key: str, lang: str = "zh") -> str:
    """The citation of a rule by its key; the key itself where no pack holds it."""
    try:
        return shipped_law().rule(key).citation(lang)
    except UnknownRuleError:
        return key


def needed(check: Check) -> tuple[str, str]:
    """(zh, en) of what must be handed in beside the document; empty where nothing is."""
    zh, en, _ = _NEEDS[check.needs]
    return zh, en


def page(check: Check) -> str:
    """The check's page in Markdown."""
    error = check.severity == Severity.ERROR
    facts = [
        f"- 性质 / kind: {'问题 / finding' if error else '提示 / remark'}",
        f"- 状态 / stage: {_STAGES[check.stage]}",
    ]
    if check.law:
        facts.append(f"- 依据 / law: {cited_rule(check.law)} / {cited_rule(check.law, 'en')}")
    if check.document:
        facts.append("- 只用于整篇文件 / asked of whole documents only")
    if check.titled:
        facts.append(f"- 只用于开头有此词的文件 / opens with: {'、'.join(check.titled)}")
    if check.triggers:
        facts.append(
            f"- 触发词 / words it waits for: {' '.join(w.strip() or '␠' for w in check.triggers)}"
        )
    if check.needs is not Needs.NOTHING:
        zh, en, option = _NEEDS[check.needs]
        facts.append(f"- 需要 / needs: {zh} / {en}{option}")
    return "\n".join(
        [
            f"# {check.code} {check.zh}\n",
            f"{check.en}\n",
            *facts,
            "\n## 通过 / passes\n",
            *(_quoted(text) for text in check.good),
            "## 不通过 / is found\n",
            *(_quoted(text) for text in check.bad),
        ]
    )


def _quoted(text: str) -> str:
    return f"```text\n{text}\n```\n"
