"""LAW117: matters that such reports usually account for are nowhere spoken of."""

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.missing import ANNUAL_REPORT
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_ZH = "同类报告通常写明而本文没有提到的事项"
_EN = "matters that such reports usually account for and this one does not"
_MATTERS = (
    ("合法性审核", "legality examination", ("合法性审",)),
    ("公平竞争审查", "fair competition review", ("公平竞争",)),
    ("依申请公开", "disclosure on request", ("依申请公开", "公开申请")),
    ("行政复议、行政诉讼", "reconsideration and litigation", ("行政复议", "行政诉讼", "应诉")),
    ("行政执法", "enforcement", ("行政执法", "执法", "行政处罚", "行政检查")),
)
_WHOLE = 1200  # characters; a shorter text is an extract


def _run(passage: Passage) -> Outcome:
    if len(passage.text) < _WHOLE:
        return Outcome()
    absent = [(zh, en) for zh, en, words in _MATTERS if not any(w in passage.text for w in words)]
    if not absent:
        return Outcome()
    zh, en = "、".join(a[0] for a in absent), ", ".join(a[1] for a in absent)
    return Outcome((found("LAW117", f"{_ZH}：{zh}", f"{_EN}: {en}", kind="contents"),))


_HEAD = "法治政府建设情况\n一、举措\n"
_TEXT = "健全制度机制，压实工作责任，提升服务质量，回应群众关切。" * 50
_ALL = "合法性审核、公平竞争审查、依申请公开、行政复议、行政执法均有专章。"
CHECK = Check(
    code="LAW117",
    zh=_ZH,
    en=_EN,
    run=_run,
    law="report.contents",
    severity=Severity.REMARK,
    document=True,
    titled=ANNUAL_REPORT,
    good=(f"{_HEAD}{_TEXT}{_ALL}", f"{_HEAD}正文。"),
    bad=(f"{_HEAD}{_TEXT}",),
)
