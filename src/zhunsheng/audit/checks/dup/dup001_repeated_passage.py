"""DUP001: a passage stands in the text twice."""

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.repeated import repeated

_ZH = "同一段文字在文中重复出现"
_EN = "a passage stands in the text twice"


def _run(passage: Passage) -> Outcome:
    return Outcome(
        tuple(
            found("DUP001", _ZH, _EN, r.first, r.again, kind="copy") for r in repeated(passage.text)
        )
    )


CHECK = Check(
    code="DUP001",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=True,
    good=(
        "规范权责清单，公布服务事项。\n全年培训9次。\n完善权责清单，公开办事指南。",
        "坚持以习近平新时代中国特色社会主义思想为指导，推进工作。\n"
        "坚持以习近平新时代中国特色社会主义思想为指导，改进作风。",
    ),
    bad=(
        "2024年规范和完善权责清单，编制并公布政务服务事项目录，严格落实事前辅导和帮办代办制度。\n"
        "全年培训9次。\n"
        "本年度规范和完善权责清单，编制并公布政务服务事项目录，严格落实事前辅导和帮办代办制度。",
    ),
)
