"""YOY003: what this year begins with is not what last year ended with."""

import re

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.handed import Beside, Handed, Needs
from zhunsheng.audit.measures import passage_of
from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.parse.passage import Passage

_ZH = "年初数与上年报告的年末数不符"
_EN = "what this year begins with is not what last year ended with"
_OPENS = re.compile(r"(?:年初|上年结转|期初)(?P<name>[\u4e00-\u9fff]{4,20})$")
_CLOSES = re.compile(r"(?:年末|年底|期末|结转下年度?)(?P<name>[\u4e00-\u9fff]{4,20})$")


def _run(passage: Passage) -> Outcome:
    previous = passage.handed.previous
    if previous is None:
        return Outcome()
    there = passage_of(previous)
    closed = {(n, m.unit): m for m in there.mentions if (n := _name(there, m, _CLOSES))}
    relations = []
    for mention in passage.mentions:
        name = _name(passage, mention, _OPENS)
        old = next(
            (
                m
                for (n, unit), m in closed.items()
                if name and _same(n, name) and unit == mention.unit
            ),
            None,
        )
        if old is not None:
            holds = old.agrees(mention)
            shown = f"{mention.text} {'=' if holds else '≠'} {old.text}（{previous.name}）"
            relations.append(Relation("carried", mention, (), holds, shown))
    return broken("YOY003", relations, zh=_ZH, en=_EN)


def _name(passage: Passage, mention: Mention, pattern: re.Pattern[str]) -> str:
    match = pattern.search(passage.before(mention))
    return match["name"] if match else ""


def _same(one: str, other: str) -> bool:
    return one in other or other in one


CHECK = Check(
    code="YOY003",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=("年初", "结转", "期初"),
    needs=Needs.PREVIOUS,
    given=Handed(previous=Beside("上年报告", "年末现行有效行政规范性文件17件。")),
    good=("年初现行有效行政规范性文件17件，全年新制定2件。",),
    bad=("年初现行有效行政规范性文件16件，全年新制定2件。",),
)
