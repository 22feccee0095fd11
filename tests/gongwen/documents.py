"""Documents made at random: what a bureau may write, in every combination of parts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from tests.gongwen.sample import block
from zhunsheng.gongwen.model import Annex, Block, Form, Joined, Kind, OfficialDocument

_CHARACTERS = "政务公开规范性文件清理办理建议提案学法责任制度落实情况监督检查人员次数"
_NUMERALS = "一二三四五六七八九"


def words(low: int, high: int) -> st.SearchStrategy[str]:
    return st.text(_CHARACTERS, min_size=low, max_size=high)


names = words(2, 10).map(lambda text: f"{text}局")
days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
sentences = st.builds(
    lambda text, number, more: f"{text}{number}件，{more}。",
    words(3, 40),
    st.integers(0, 100_000),
    words(2, 80),
)


@st.composite
def headings(draw: st.DrawFn) -> Block:
    level = draw(st.integers(1, 4))
    at = draw(st.integers(1, 9))
    numeral = _NUMERALS[at - 1]
    number = (f"{numeral}、", f"（{numeral}）", f"{at}. ", f"（{at}）")[level - 1]
    lead = number + draw(words(4, 16))
    return block(lead if level == 1 else f"{lead}。{draw(st.just('') | sentences)}")


@st.composite
def tables(draw: st.DrawFn) -> Block:
    """Of even rows, or of some with fewer cells below a head that has them all."""
    width = draw(st.integers(1, 4))
    head = st.tuples(*[words(1, 6)] * width)
    below = st.integers(1, width).flatmap(lambda cells: st.tuples(*[words(1, 6)] * cells))
    rows = (draw(head), *draw(st.lists(head | below, max_size=4)))
    return Block(Kind.TABLE, rows=rows)


@st.composite
def forms(draw: st.DrawFn) -> Block:
    """Tables with two storeys of heads, and lines that stand under a name they share."""
    own, under = draw(st.integers(1, 3)), draw(st.integers(2, 3))
    lines = draw(st.integers(2, 3))
    # The last name of the upper storey reaches to the edge: its row is short.
    heads = ("项目", "", *draw(st.tuples(*[words(1, 4)] * own)), draw(words(1, 6)))
    leaves = ("", "", *[""] * own, *draw(st.tuples(*[words(1, 4)] * under)))
    numbers = st.tuples(*[words(1, 3)] * (own + under))
    rows = [(draw(words(1, 6)), "", *draw(numbers))] * draw(st.integers(0, 1))
    first = 2 + len(rows)
    for at in range(lines):
        rows.append((draw(words(1, 6)) if at == 0 else "", draw(words(1, 6)), *draw(numbers)))
    joined = (
        Joined(0, 0, 2, 2),
        *(Joined(0, column, 2, 1) for column in range(2, 2 + own)),
        *(Joined(row, 0, 1, 2) for row in range(2, first)),
        Joined(first, 0, lines, 1),
    )
    return Block(Kind.TABLE, rows=(heads, leaves, *rows), joined=joined)


paragraphs = sentences.map(block)
bodies = st.lists(headings() | paragraphs | tables() | forms(), min_size=1, max_size=8)


@st.composite
def annexes(draw: st.DrawFn) -> Annex:
    body = draw(st.lists(headings() | paragraphs | tables(), min_size=1, max_size=4))
    return Annex(draw(words(2, 40)), _told_apart(body))


def _told_apart(body: list[Block]) -> tuple[Block, ...]:
    """The tables with heads that differ: two of one head may look like one."""
    return tuple(_headed(each, f"表{at}") if each.rows else each for at, each in enumerate(body))


def _headed(table: Block, name: str) -> Block:
    head, *rows = table.rows
    return replace(table, rows=((name + head[0], *head[1:]), *rows))


@st.composite
def documents(draw: st.DrawFn) -> OfficialDocument:
    organ = draw(names)
    dated = draw(days)
    body = [draw(paragraphs), *draw(bodies)]
    attached = draw(st.lists(annexes(), max_size=2))
    listed = [annex.title for annex in attached] + draw(st.lists(words(2, 20), max_size=2))
    return OfficialDocument(
        organ_mark=f"{organ}文件",
        number=f"澜科〔{draw(st.integers(2000, 2030))}〕{draw(st.integers(1, 999))}号",
        signers=draw(
            st.sampled_from([(), ("林知远",), ("林知远", "周明"), ("甲乙", "丙丁", "戊")])
        ),
        title=f"{organ}关于{draw(words(2, 30))}的报告",
        addressees=draw(names),
        body=_told_apart(body),
        attachments=tuple(listed),
        signature=organ,
        date=dated,
        note=draw(st.sampled_from(["", "此件公开发布"])),
        copies=tuple(draw(st.lists(names, max_size=3, unique=True))),
        printed_by=f"{organ}办公室",
        printed_on=dated,
        mark=draw(st.sampled_from(["", "演示数据 DEMO"])),
        copy_number=draw(st.sampled_from(["", "000012"])),
        secrecy=draw(st.sampled_from(["", "机密★1年", "秘密"])),
        urgency=draw(st.sampled_from(["", "特急"])),
        sealed=draw(st.booleans()),
        annexes=tuple(attached),
    )


def _organs(low: int, high: int) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(names, min_size=low, max_size=high, unique=True).map(tuple)


@st.composite
def joint(draw: st.DrawFn) -> OfficialDocument:
    """Of several organs: named in the head, or signing below a host's head, with seals or not."""
    document = draw(documents())
    return replace(
        document,
        joint_marks=draw(_organs(0, 3)),
        joint_signatures=draw(_organs(1, 5)),
        organ_mark=document.signature + draw(st.sampled_from(["文件", ""])),
    )


@st.composite
def letters(draw: st.DrawFn) -> OfficialDocument:
    document = draw(documents())
    return replace(
        document,
        form=Form.LETTER,
        organ_mark=document.signature,
        signers=(),
        printed_by="",
        printed_on=None,
        joint_signatures=draw(_organs(0, 2)),
    )


@st.composite
def orders(draw: st.DrawFn) -> OfficialDocument:
    document = draw(documents())
    return replace(
        document,
        form=Form.ORDER,
        organ_mark=f"{document.signature}{draw(st.sampled_from(['令', '命令']))}",
        number=f"第{draw(st.integers(1, 99))}号",
        signers=(draw(st.sampled_from(["林知远", "周明", "上官文远"])),),
        signer_post=draw(st.sampled_from(["局长", "市长", "主任"])),
        title="",
        addressees="",
        signature="",
        secrecy="",
        urgency="",
        sealed=True,
    )


_PEOPLE = ("林知远", "周明", "沈思齐", "顾闻", "林砚", "程立言", "叶衡", "周可")


@st.composite
def minutes(draw: st.DrawFn) -> OfficialDocument:
    document = draw(documents())
    people = st.lists(st.sampled_from(_PEOPLE), min_size=1, max_size=24).map("、".join)
    return replace(
        document,
        form=Form.MINUTES,
        organ_mark=f"{document.signature}会议纪要",
        number=draw(st.sampled_from(["第3期", "〔2024〕12号", "澜科纪要〔2024〕3号"])),
        signers=(),
        title=draw(st.sampled_from(["", document.title])),
        addressees="",
        signature="",
        date=None,
        note="",
        sealed=True,
        present=draw(people),
        excused=draw(st.just("") | people),
        observers=draw(st.just("") | people),
    )


SPECIAL = {"joint": joint(), "letter": letters(), "order": orders(), "minutes": minutes()}
