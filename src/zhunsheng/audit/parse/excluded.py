"""Numbers that count nothing: dates, document numbers, ordinals, sessions, phones, names."""

import re
from typing import Final

_NUMERALS: Final = "〇零一二两三四五六七八九十百"
_NUMERAL: Final = f"[{_NUMERALS}]"
_ADDRESS: Final = r"[\w./%?=&#:-]+"
# 报警 the police, 急救 first aid, 热线 hotline, 平台 platform …: what is called by three digits
_CALLED: Final = (
    '[”"]|报警|接警|接处警|警情|警务|热线|急救|指挥|平台|联动|联席|服务台|服务中心|电话|对接|宣传|法律|专线'
    r"|[、/和与](?:“?1[12][029](?!\d))"
)
_BEGINS: Final = r"(?<!\d\d)"  # said behind the first digit: the number begins with it

# What may follow a first digit. Most numbers are followed by none of the signs below, so these are
# looked for first and the long alternatives are seldom entered.
_DATES: Final = (
    r"(?=\d{0,3}+ {0,2}[-年至—－/.~～─月日号时届])(?:"
    r"(?:(?<=1)9|(?<=2)0)\d{2}(?: {0,2}(?:年度?|[-—－]\d{4}|至(?:19|20)\d{2})"
    r"(?: {0,2}\d{1,2} {0,2}月(?: {0,2}\d{1,2} {0,2}[日号])?)?"
    r"|[-/.]\d{1,2}[-/.]\d{1,2})"
    rf"|{_BEGINS}\d?(?:"
    r" {0,2}[至~～—─－-] {0,2}\d{1,2} {0,2}月(?!\d)"
    r"| {0,2}月(?:份|底|初|末|中旬|上旬|下旬)?(?: {0,2}\d{1,2} {0,2}[日号])?"
    r"(?:(?:上午|下午|早上|晚上|中午|凌晨)?\d{1,2}[时点](?:\d{1,2}分)?)?"
    r"| {0,2}[日号](?![均人])(?:(?:上午|下午|早上|晚上)?\d{1,2}[时点])?"
    r"|时(?!间)(?:\d{1,2}分)?)"
    r"|\d{0,2} {0,2}届(?: {0,2}\d{1,2} {0,2}次)?)"
)
_TELEPHONES: Final = (
    r"(?<=[014])(?:"
    r"(?<![\d.]\d)(?<=1)[3-9]\d{9}(?!\d)|(?<=0)\d{2,3}-\d{7,8}"
    rf"|{_BEGINS}(?<=4)00-?\d{{3}}-?\d{{4}}"
    rf"|{_BEGINS}(?<=1)23(?:45|15|48|33|88|80|09|68|20|29|58|19|13|18|50|36|98)(?!\d)"
    r"(?! ?[件人个条次户家])"
    # 110, 119, 120, 122, 148 are called, or are so many: only the words beside them can tell
    r"|(?<![\d.,]\d)(?<=1)(?:10|19|20|22|48)(?![\d,.%])"
    r"(?:(?<=[“\"]\d{3})|(?<=拨打\d{3})|(?<=热线\d{3})|(?<=电话\d{3})"
    rf"|(?=(?:{_CALLED}))))"
)
_SIGNS: Final = (
    r"(?=\d{0,3}+ {0,2}[-.·・:．、—－~～至岁周])(?:"
    r"(?<![\d.]\d)\d?[·・]\d{1,2}(?!\d)"
    rf"|{_BEGINS}\d?:\d{{2}}(?!\d)"
    r"|(?m:(?<=^\d))\d?[.．、](?!\d)"
    r"|(?:(?<=[。；\n] \d)|(?<=[。；\n]\d))\d?[.．](?!\d)"
    r"|\d{0,3}(?:[—－~～-]|至)\d{1,4}(?:分|岁)"
    r"|(?:(?<=1)9|(?<=2)0)\d{2}(?=(?:、(?:19|20)\d{2}){1,5} {0,2}年)"  # 比2011、2012年
    r"|\d? {0,2}周?岁(?:以[上下])?)"
)
#: By first character what may follow it: one search for the characters finds every beginning.
_FOLLOWING: Final = (
    (r"\d", (_DATES, _TELEPHONES, _SIGNS)),
    ("A-Za-z", (rf"(?<=h)ttps?://{_ADDRESS}", rf"(?<=w)ww\.{_ADDRESS}", r"[A-Za-z-]{0,8}\d{1,6}")),
    (" ", (r"(?m:(?<=^ )) {0,3}\d{1,2}[.．、](?!\d)",)),
    (r"〔\[（(", (r"(?:19|20)\d{2}[〕\]）)] {0,2}第? {0,2}\d{1,5} {0,2}号",)),
    ("第", (r" {0,2}\d{1,5}(?: {0,2}号)?", rf"{_NUMERAL}{{1,4}}")),
    ("令字发函规", (r" {0,2}\d{1,5} {0,2}号",)),
    ("办", (r" {0,2}\d{1,5} {0,2}号", r"法第 {0,2}\d{1,4} {0,2}条")),
    ("民刑条法", (r"(?:(?<=民)法典|(?<=刑)法|(?<=条)例|(?<=法))第 {0,2}\d{1,4} {0,2}条",)),
    ("劣", ("[三四五]类",)),
    ("附", (r"件 {0,2}\d{1,2}",)),
    ("图表", (r"(?<![一-鿿].) {0,2}\d{1,2}(?!\d)",)),
    ("前", (r" {0,2}\d{1,3} {0,2}(?:位|名|项)",)),
    ("上下早晚", (r"(?:(?<=[上下])午|(?<=[早晚])上)\d{1,2}[时点]",)),
    ("“\"", (r"\d{1,2}[.·・]\d{1,2}(?=[”\"]|[\u4e00-\u9fff])",)),
    (
        _NUMERALS,
        (
            "(?<=百)家号",
            "(?<=[一二三四五])类(?=海?水|断面)",
            rf"{_NUMERAL}{{0,2}}届{_NUMERAL}{{1,3}}[中次](?:全会|会议)?",
        ),
    ),
)  # fmt: skip
_EXCLUDED: Final = re.compile(
    "[{}](?:{})".format(
        "".join(first for first, _ in _FOLLOWING),
        "|".join(f"(?<=[{first}])(?:{'|'.join(rest)})" for first, rest in _FOLLOWING),
    )
)


def excluded_spans(plain: str) -> list[tuple[int, int]]:
    """Half-open spans in order whose numbers are no quantities."""
    return [match.span() for match in _EXCLUDED.finditer(plain)]
