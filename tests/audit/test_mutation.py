"""Every figure of consistent passages altered once: what is found of each kind of alteration."""

import re
from collections import Counter
from collections.abc import Callable
from decimal import Decimal

import pytest

from tests.audit.passages import CONSISTENT
from zhunsheng.audit import Mention, audit

_PRINTED = re.compile(r"\d+(?:\.\d+)?")


def swapped(number: str) -> str:
    """The first two neighbouring digits that differ, in each other's place."""
    for n in range(len(number) - 1):
        a, b = number[n], number[n + 1]
        if a != b and "." not in (a, b) and not (n == 0 and b == "0"):
            return f"{number[:n]}{b}{a}{number[n + 2 :]}"
    return number


def one_more(number: str) -> str:
    return _moved(number, 1)


def one_less(number: str) -> str:
    return _moved(number, -1)


def tenfold(number: str) -> str:
    return str(Decimal(number) * 10)


def other_digit(number: str) -> str:
    """Its last digit but one, or its only one, five further round."""
    place = max(len(number.partition(".")[0]) - 2, 0)
    return f"{number[:place]}{(int(number[place]) + 5) % 10}{number[place + 1 :]}"


def _moved(number: str, by: int) -> str:
    places = len(number.partition(".")[2])
    return str(Decimal(number) + Decimal(by).scaleb(-places))


ALTERATIONS: tuple[Callable[[str], str], ...] = (swapped, one_more, one_less, tenfold, other_digit)


def related(text: str) -> list[Mention]:
    """The exact figures that some verified relation rests on."""
    return [m for m in audit(text, document=False).coverage.checked if m.exact]


def altered(text: str, mention: Mention, how: Callable[[str], str]) -> str:
    return (
        text[: mention.start]
        + _PRINTED.sub(lambda m: how(m[0]), text[mention.start : mention.end], count=1)
        + text[mention.end :]
    )


def dropped(text: str, mention: Mention) -> str:
    """Without the item of a list that the figure counts, where it stands in one."""
    start = max(text.rfind(mark, 0, mention.start) for mark in "、，；")
    item = text[start : mention.end]
    inside = (
        start > 0 and len(item) < 16 and text[mention.end : mention.end + 1] in ("、", "，", "。")
    )
    return text[:start] + text[mention.end :] if inside else text


def tally() -> tuple[Counter[str], Counter[str]]:
    """(alterations made, alterations found) by kind."""
    made: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for text in CONSISTENT:
        for mention in related(text):
            versions = {how.__name__: altered(text, mention, how) for how in ALTERATIONS}
            versions["dropped"] = dropped(text, mention)
            for kind, version in versions.items():
                if version != text:
                    made[kind] += 1
                    found[kind] += bool(audit(version, document=False).findings)
    return made, found


def test_most_slips_of_a_pen_are_found(capsys: pytest.CaptureFixture[str]) -> None:
    made, found = tally()
    with capsys.disabled():
        told = "  ".join(f"{kind} {found[kind]}/{made[kind]}" for kind in made)
        print(f"\nalterations found: {told}")
    assert min(made.values()) > 10
    assert found["swapped"] * 10 >= made["swapped"] * 9
    assert sum(found.values()) * 10 >= sum(made.values()) * 6


def test_a_finding_names_the_altered_figure() -> None:
    text = CONSISTENT[0]
    version = altered(text, related(text)[1], swapped)
    (finding,) = audit(version, document=False).findings
    assert {version[a:b] for a, b in finding.spans} == {"45件", "13件", "14件"}
    assert finding.arithmetic == "45 ≠ 13 + 14 = 27"
