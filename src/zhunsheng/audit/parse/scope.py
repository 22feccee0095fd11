"""What a figure counts and within what: its role, period, day, channel, by the words before it."""

import re
from dataclasses import replace
from typing import Final

from zhunsheng.audit.model import Mention, Role, Scope

_REACH: Final = 200  # characters of a sentence that are looked at
_YEAR_REACH: Final = 400  # characters in which a year named before still holds
_STOP: Final = re.compile(r"[，。；：、,;（(）)\n]")
# 截至 as of; a period of a year, or words for one: 上半年 first half, 今年以来 this year so far
_AS_OF: Final = re.compile(
    r"截[至止]到?(?P<day>目前|[^，。；、]{0,14}?(?:\d日|[年月]底|[年月]末)|[^，。；、]{0,8}?\d月)"
)
_YEAR: Final = re.compile(r"(?:19|20)\d{2} {0,2}年")
_PERIOD: Final = re.compile(
    r"(?:(?:19|20)\d{2} {0,2}年度?(?:以来)?)?"
    r"(?:第?[一二三四]季度|前[一二三]季度|[上下]半年"
    r"|\d{1,2} ?月?[-—~至] ?\d{1,2} ?月|\d{1,2} ?月份?(?!\d))"
    r"|(?:19|20)\d{2} {0,2}年度?(?:以来)?|全年|今年以来|今年|本年度?|去年|上年度?|年内"
)
_CHANNEL: Final = re.compile(
    r"门户网站|政府网站|官方?网站?|政务服务网|网站|微信公众号|微信|微博|政务新媒体|新媒体|客户端|移动端"
    r"|\d{0,5}(?:政务服务便民)?热线|电话|信函|邮寄|传真|电子邮件|当面|现场|窗口|线上|线下|网上"
    r"|新闻发布会|公告栏|报纸|电视|广播"
)
_RATES: Final = frozenset(["%", "‰"])
_POINTS: Final = frozenset(["百分点", "个百分点", "倍"])
#: The first that the words end with says what part the figure plays.
_ROLES: Final = tuple(
    (re.compile(rf"(?:{words})[^，。；\d]{{0,{reach}}}$"), role)
    for words, reach, role in (
        ("占", 14, Role.SHARE),
        ("平均|[人户日月件]均|每[件户人家场次天日月]", 8, Role.AVERAGE),
        ("目标|计划|力争|预计|任务", 8, Role.TARGET),
        ("由|从(?!业)|上年同期|去年同期|上年|去年", 8, Role.EARLIER),
        ("增加|减少|增长|下降|上升|提高|提升|降低|压减|缩短|净增|增幅|降幅", 4, Role.CHANGE),
        ("其中|包括", 20, Role.PART),
        ("共|合计|总[计数量额]", 12, Role.TOTAL),
        ("率|比例|占比", 4, Role.RATE),
    )
)
_LEADING: Final = re.compile(
    r"^(?:(?:其中|包括|以及|并|且|还|已|均|全年|今年以来|今年|本年|年内|[上下]半年|全[市区县省局]|累计|共计?|合计|总计|通过|利用|依托|分别"
    r"|平均|[人户日月件]均|(?:受理|办理|收到|开展|组织|举办|新增|完成|印发|制定|发放|主动公开|公开|发布|审结|办结|清理|废止|参加)(?!率)"
    r"|(?:19|20)\d{2} ?年度?)|[和及与、， ])+"
)
_TRAILING: Final = re.compile(
    r"(?:已|约|达到?|为|是|共计?|总计|累计|合计|近|超过|突破|逾|有|了|分别|各|的|同比|比上年|较上年"
    r"|增加|减少|增长|下降|上升|提高|降低|由|从|到|至| )+$"
)
_NAMED_AFTER: Final = re.compile(r"(?:以[上下])?的?([\u4e00-\u9fff]{2,10})(?=[，。；、：（(\n]|$)")


def scoped(plain: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions of a half-width text, each with its scope."""
    found: list[Mention] = []
    for mention in mentions:
        before = found[-1] if found else None
        found.append(replace(mention, scope=_scope(plain, mention, before)))
    return tuple(found)


def counted(plain: str, mention: Mention, clause: str) -> str:
    """What a figure counts: the name before it in its clause, else the noun behind its unit."""
    return _counted(plain, mention, _YEAR.sub("", clause))


def _scope(plain: str, mention: Mention, before: Mention | None) -> Scope:
    start = mention.start
    stop = max(plain.rfind(mark, max(0, start - _REACH), start) for mark in "。\n")
    sentence = max(0, start - _REACH, stop + 1)
    since = max(sentence, before.end) if before else sentence
    own = plain[since:start]
    clause = _STOP.split(own)[-1]
    as_of = _last(_AS_OF, plain, sentence, start)
    channel = _last(_CHANNEL, plain, since, start)
    joined = before is not None and before.end > sentence
    return Scope(
        counted=_counted(plain, mention, _YEAR.sub("", clause)),
        role=_role(mention, _YEAR.sub("", own), before if joined else None),
        period=_period(plain, sentence, start, as_of),
        as_of=as_of["day"].replace(" ", "") if as_of else "",
        channel=channel.group() if channel else "",
    )


def _last(pattern: re.Pattern[str], plain: str, start: int, end: int) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(plain, start, end):
        found = match
    return found


def _period(plain: str, sentence: int, start: int, as_of: re.Match[str] | None) -> str:
    """The last period named in the sentence, apart from the day; else the last year before it."""
    told = [m for m in _PERIOD.finditer(plain, sentence, start) if not _within(m, as_of)]
    if told:
        return told[-1].group().replace(" ", "")
    year = None if as_of else _last(_YEAR, plain, max(0, start - _YEAR_REACH), start)
    return year.group().replace(" ", "") if year else ""


def _within(match: re.Match[str], other: re.Match[str] | None) -> bool:
    return other is not None and other.start() <= match.start() < other.end()


def _role(mention: Mention, own: str, before: Mention | None) -> Role:
    if mention.unit in _POINTS:
        return Role.CHANGE
    for pattern, role in _ROLES:
        if pattern.search(own):
            return role
    if mention.unit in _RATES:
        return Role.RATE
    listed = before is not None and before.unit == mention.unit and own[:1] in "、，和及；"
    after_part = before is not None and before.scope is not None and before.scope.role is Role.PART
    return Role.PART if listed and after_part else Role.COUNT


def _counted(plain: str, mention: Mention, clause: str) -> str:
    """The name before the figure, without verbs and fillers; else the noun behind its unit."""
    told = list(_CHANNEL.finditer(clause))
    behind = clause[told[-1].end() :] if told else ""
    name = _TRAILING.sub("", _LEADING.sub("", behind.strip() or clause.strip()))
    if name and not name[-1].isdigit():
        return name
    after = _NAMED_AFTER.match(plain, mention.end)
    return after[1] if after else ""
