"""A small filing made by hand: a stock, a flow, a rate, money, one figure without a value."""

from datetime import date
from decimal import Decimal

from zhunsheng.gongwen.model import Block, Kind, OfficialDocument, Run
from zhunsheng.reports.render import FIGURE
from zhunsheng.reports.xbrl.files import files_of
from zhunsheng.reports.xbrl.filing import Calculation, Element, Filing


def element(key: str, unit: str, *, whole: bool = True) -> Element:
    zh, en = f"指标{key}<甲>", f"figure {key} & more"
    return Element(key, zh, en, f"如何计{key}", f"how {key} is counted", "rules", unit, whole)


ELEMENTS = (
    element("rules.start", "件"),
    element("rules.made", "件"),
    element("rules.ended", "件"),
    element("rules.end", "件"),
    element("rules.rate", "%", whole=False),
    element("rules.fines", "元", whole=False),
    element("rules.unknown", "人次"),
)
VALUES = {
    "rules.start": Decimal(17),
    "rules.made": Decimal(2),
    "rules.ended": Decimal(7),
    "rules.end": Decimal(12),
    "rules.rate": Decimal("92.31"),
    "rules.fines": Decimal(530000),
}
SUM = Calculation(
    "rules.end=sum",
    "年末等于年初加新增减失效",
    "end = start + made − ended",
    "rules.end",
    (("rules.start", 1), ("rules.made", 1), ("rules.ended", -1)),
)
WORDS = (
    Run("年末"), Run("12", ref="rules.end", kind=FIGURE), Run("件<其中>，备案率"),
    Run("92.31%", ref="rules.rate", kind=FIGURE), Run("，制定"),
    Run("近20", ref="rules.start", kind=FIGURE), Run("件。"),
)  # fmt: skip
DOCUMENT = OfficialDocument(
    organ_mark="澜川市科学技术局文件",
    number="澜科〔2025〕6号",
    signers=("程立言",),
    title="关于2024年法治政府建设情况的报告",
    addressees="澜川市人民政府",
    body=(Block(Kind.PARAGRAPH, WORDS),),
    signature="澜川市科学技术局",
    date=date(2025, 2, 20),
)
FILING = Filing(
    agency="lanchuan-kjj",
    name="澜川市科学技术局",
    year=2024,
    groups={"rules": ("规则", "rules")},
    elements=ELEMENTS,
    calculations=(SUM,),
    values=VALUES,
    untold={"rules.unknown": "missing"},
    document=DOCUMENT,
)
FILES = files_of(FILING)
