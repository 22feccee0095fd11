"""NAM006: a plenum is named that had not met, or the latest that had is not."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.data import table
from zhunsheng.audit.instruments import written_on
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_ZH = "全会名称与报告日期对照"
_EN = "the plenums named, against the day of the report"
_PLENUM = re.compile(
    r"(?P<congress>十九|二十)届(?P<numbers>[一二三四五六七](?:中?[、和][一二三四五六七])*中)全会"
)
_ORDER = "一二三四五六七"


def _run(passage: Passage) -> Outcome:
    day = written_on(passage)
    named = list(_PLENUM.finditer(passage.text))
    if day is None or not named:
        return Outcome()
    held = {(r["congress"], r["number"]): r["closed"] for r in table("names")["plenum"]}
    findings, latest = (
        [],
        max((k for k, on in held.items() if on <= day), key=lambda k: held[k], default=None),
    )
    for match in named:
        for number in re.findall(f"[{_ORDER}]", match["numbers"]):
            closed = held.get((match["congress"], number))
            known = match["congress"], _ORDER[0]
            if (closed is None and known in held) or (closed and closed > day):
                when_zh = f"{closed}闭幕" if closed else "不在资料中"
                when_en = f"closed on {closed}" if closed else "is not in the data"
                zh = f"{_ZH}：{match['congress']}届{number}中全会{when_zh}，报告写于{day}"
                en = f"{_EN}: plenum {number} {when_en}, the report is of {day}"
                findings.append(found("NAM006", zh, en, match.span(), kind="name"))
    all_named = {(m["congress"], n) for m in named for n in m["numbers"]}
    if latest and latest not in all_named and any(c == latest[0] for c, _ in all_named):
        zh = f"{_ZH}：没有提到{held[latest]}闭幕的{latest[0]}届{latest[1]}中全会"
        en = f"{_EN}: the one closed on {held[latest]} is not named"
        findings.append(found("NAM006", zh, en, named[0].span(), kind="name"))
    return Outcome(tuple(findings))


_HEAD = "关于2024年法治政府建设情况的报告\n市政府：\n"
_END = "\n澜川市科学技术局\n2025年2月20日"
CHECK = Check(
    code="NAM006",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=True,
    triggers=("全会",),
    good=(f"{_HEAD}贯彻党的二十届二中、三中全会精神。{_END}",),
    bad=(
        f"{_HEAD}贯彻党的二十届四中全会精神。{_END}",
        f"{_HEAD}贯彻党的二十届二中全会精神。{_END}",
    ),
)
