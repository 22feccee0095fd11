"""NAM003: a title stands neither in the law data nor in a register handed in."""

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.handed import Handed
from zhunsheng.audit.instruments import cited, even, evened, known
from zhunsheng.audit.miscopied import meant_by
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_ZH = "下列文件名称不在规则包和已提供的文件目录中，请核对全称"
_EN = "these titles are neither in the law data nor in a register handed in: check them"
_SHOWN = 40
_SHORTEST = 5  # characters; 《条例》《办法》 are short for a title given before


def _run(passage: Passage) -> Outcome:
    titles = evened(passage.handed.titles)
    lone = [
        one.span
        for one in cited(passage)
        if len(one.title) >= _SHORTEST
        and even(one.title) not in known()
        and even(one.title) not in titles
        and not meant_by(one.title, passage.handed.titles)  # NAM001 says what it should be
    ]
    if not lone:
        return Outcome()
    said_zh, said_en = f"（{len(lone)}处）", f" ({len(lone)})"
    return Outcome((found("NAM003", _ZH + said_zh, _EN + said_en, *lone[:_SHOWN], kind="title"),))


CHECK = Check(
    code="NAM003",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=True,
    triggers=("《",),
    given=Handed(titles=frozenset({"澜川市科技计划管理办法"})),
    good=("贯彻《民法典》和《澜川市科技计划管理办法》。",),
    bad=("贯彻《澜川市科技项目暂行规则》。",),
)
