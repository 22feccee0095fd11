"""YOY006: a shortcoming stands as it stood in last year's report."""

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.copies import alike
from zhunsheng.audit.handed import Beside, Handed, Needs
from zhunsheng.audit.measures import passage_of
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.remedies import stated

_ZH = "与上年报告提出的不足基本相同，应当说明为何没有解决"
_EN = "the shortcoming is that of last year's report: say why it was not settled"
_ALIKE = 0.75
_LAST_YEAR = (
    "关于2023年法治政府建设情况的报告\n一、主要举措\n正文。\n二、存在的不足和原因\n"
    "一是涉企检查标准不统一，原因是裁量基准缺失；二是合同归档滞后，原因是人员变动。\n"
    "三、2024年工作安排\n（一）制定涉企检查裁量基准。统一尺度。\n（二）建立合同归档台账。逐月核对。"
)


def _run(passage: Passage) -> Outcome:
    previous = passage.handed.previous
    before = stated(passage_of(previous))[0] if previous else ()
    again = [
        item
        for item in stated(passage)[0]
        if any(alike(item.text, old.text) >= _ALIKE for old in before)
    ]
    return Outcome(
        tuple(found("YOY006", _ZH, _EN, (i.start, i.end), kind="promise") for i in again)
    )


_HEAD = (
    "关于2024年法治政府建设情况的报告\n一、主要举措\n制定涉企检查裁量基准，统一检查标准；"
    "建立合同归档台账，解决归档滞后。\n二、存在的不足和原因\n"
)
_END = "\n三、2025年工作安排\n（一）规范检查。\n（二）充实人员。"
CHECK = Check(
    code="YOY006",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=True,
    needs=Needs.PREVIOUS,
    given=Handed(previous=Beside("上年报告", _LAST_YEAR)),
    good=(f"{_HEAD}一是科技伦理审查覆盖面偏窄，原因是专家库人员不足。{_END}",),
    bad=(f"{_HEAD}一是涉企检查标准不统一，原因是裁量基准仍缺失。{_END}",),
)
