"""YOY005: a shortcoming of last year's report is nowhere spoken of."""

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.handed import Beside, Handed, Needs
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.promises import forgotten

_ZH = "上年报告提出的不足，本报告没有交代整改情况"
_EN = "a shortcoming of last year's report is nowhere spoken of"
_SHOWN = 40  # characters of it
_LAST_YEAR = (
    "关于2023年法治政府建设情况的报告\n一、主要举措\n正文。\n二、存在的不足和原因\n"
    "一是涉企检查标准不统一，原因是裁量基准缺失；二是合同归档滞后，原因是人员变动。\n"
    "三、2024年工作安排\n（一）制定涉企检查裁量基准。统一尺度。\n（二）建立合同归档台账。逐月核对。"
)


def _run(passage: Passage) -> Outcome:
    return Outcome(
        tuple(
            found(
                "YOY005",
                f"{_ZH}：{item.text[:_SHOWN].strip()}",
                f"{_EN}: {item.text[:_SHOWN].strip()}",
                kind="promise",
            )
            for item in forgotten(passage, problems=True)
        )
    )


_HEAD = "关于2024年法治政府建设情况的报告\n一、主要举措\n"
CHECK = Check(
    code="YOY005",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=True,
    needs=Needs.PREVIOUS,
    given=Handed(previous=Beside("上年报告", _LAST_YEAR)),
    good=(f"{_HEAD}制定涉企检查裁量基准，统一检查标准；建立合同归档台账，解决归档滞后。",),
    bad=(f"{_HEAD}制定涉企检查裁量基准，统一检查标准。",),
)
