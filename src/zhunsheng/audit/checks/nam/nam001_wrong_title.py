"""NAM001: an instrument is named by a title it does not bear."""

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.instruments import cited
from zhunsheng.audit.miscopied import meant_by
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_ZH = "文件名称与正式名称不一致"
_EN = "an instrument is not named by its exact title"


def _run(passage: Passage) -> Outcome:
    findings = []
    for one in cited(passage):
        if meant := meant_by(one.title, passage.handed.titles):
            zh, en = f"{_ZH}：《{one.title}》应为《{meant}》", f"{_EN}: it is 《{meant}》"
            findings.append(found("NAM001", zh, en, one.span, kind="title"))
    return Outcome(tuple(findings))


CHECK = Check(
    code="NAM001",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    triggers=("《",),
    good=(
        "落实《党政主要负责人履行推进法治建设第一责任人职责规定》。",
        "落实《法治政府建设实施纲要(2021-2025年)》和《东原省优化营商环境条例》。",
        "落实《优化营商环境办法》和《中华人民共和国行政复议法》。",
    ),
    bad=(
        "落实《党政主要负责人履行推进法治政府建设第一责任人职责规定》。",
        "落实《重大行政决策程序暂行规例》和《法治政府建设与责任落实督查工作规定》。",
        "落实《优化营商环境条列》。",
        "落实《中华人民共和国行政处法》。",
    ),
)
