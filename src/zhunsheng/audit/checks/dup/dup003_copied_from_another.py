"""DUP003: a passage is that of another report."""

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.copies import Library
from zhunsheng.audit.handed import Beside, Handed, Needs
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_ZH = "与另一份报告的文字基本相同"
_EN = "a passage is that of another report"
_THERE = (
    "本局全面梳理科技计划项目管理流程，明确立项、中期检查和验收各环节的责任科室与办理时限，对逾期"
    "未验收的项目逐一约谈承担单位，收回结余资金并记入科研诚信档案，有关做法在全市科技工作会议上作了介绍。"
)


def _run(passage: Passage) -> Outcome:
    return _copied(passage.text, passage.handed.others)


def _copied(text: str, others: tuple[Beside, ...]) -> Outcome:
    copies = Library.of(others).copies(text)
    return Outcome(
        tuple(
            found(
                "DUP003",
                f"{_ZH}：{copy.name}（相同{copy.alike:.0%}）",
                f"{_EN}: {copy.name} ({copy.alike:.0%} the same)",
                (copy.start, copy.end),
                kind="copy",
            )
            for copy in copies
        )
    )


CHECK = Check(
    code="DUP003",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    needs=Needs.OTHERS,
    given=Handed(others=(Beside("另一份报告", _THERE),)),
    good=(
        "全年围绕高新技术企业培育组织政策宣讲，走访园区和孵化器，收集企业在融资、用地、人才方面的诉求"
        "，形成问题清单并分送有关部门研究，年底前逐条反馈了办理意见和后续安排。",
    ),
    bad=(
        _THERE,
        "本局系统梳理科技计划项目管理程序，明确立项、中期检查和验收各阶段的责任科室与办结时限，对逾期"
        "未验收的项目逐个约谈承担单位，收回剩余资金并计入科研诚信档案，有关经验在全市科技工作会议上作了交流。",
    ),
)
