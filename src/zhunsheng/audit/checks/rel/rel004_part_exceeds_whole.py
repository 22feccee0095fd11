"""REL004: a part is larger than its whole."""

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.ranges import ranges

_ZH, _EN = "部分大于整体", "a part is larger than its whole"


def _run(passage: Passage) -> Outcome:
    return broken("REL004", ranges(passage), zh=_ZH, en=_EN)


CHECK = Check(
    code="REL004",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=("其中",),
    good=(
        "26个城市完成目标。受理诉求469件次，其中电话460个，邮件9件。",
        "全年举办发布会91场。其中专题发布会51场。",
        "收到申请200件，当面受理50件，其中网上申请80件。",
    ),
    bad=("全年举办发布会91场。其中专题发布会151场。",),
)
