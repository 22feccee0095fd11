"""An item on two channels is one item and two postings: the first scenario."""

from datetime import date

import pytest

from zhunsheng.audit import audit
from zhunsheng.kernel.figure.compute import facts
from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.figure.identity import check_identities
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.regimes.disclosure.models import Posting, Publication

DAY = date(2024, 3, 6)
#: Item → the channels it was posted on.
ITEMS = {"A": ("portal", "wechat"), "B": ("portal",), "C": ("wechat",)}
#: Three items, of which two on the portal and two on WeChat.
TYPED = "2024年共公开信息3条，其中门户网站2条、微信公众号2条"


def posted(bureau: Bureau) -> None:
    for number, channels in ITEMS.items():
        row = bureau.confirmed(
            Publication, division="office", title=f"信息{number}", index_number=number,
            category="other", formed_on=date(2024, 3, 4), secrecy_on=date(2024, 3, 5),
            reviewed_on=date(2024, 3, 5), published_on=DAY,
        )  # fmt: skip
        for channel in channels:
            bureau.confirmed(
                Posting, division="office", title=row.title, publication=row, channel=channel,
                posted_on=DAY,
            )  # fmt: skip


@pytest.mark.django_db
def test_three_items_are_four_postings_two_on_each_channel() -> None:
    bureau = make_bureau()
    posted(bureau)
    bureau.close_all(2024)
    found = facts(Scope(bureau.agency.pk, 2024))
    assert found["disclosure.items"].value == 3
    assert found["disclosure.postings"].value == 4
    assert found["disclosure.postings.portal"].value == 2
    assert found["disclosure.postings.wechat"].value == 2
    assert found["disclosure.items.both_channels"].value == 1
    assert found["disclosure.items.budget"].value == 0
    held = {c.key: c for c in check_identities(found) if c.key.startswith("disclosure")}
    assert all(c.holds for c in held.values())
    assert held["disclosure.items.channels"].arithmetic == "3 = 2 + 2 − 1"


def test_typed_as_parts_of_three_two_and_two_are_a_finding() -> None:
    (finding,) = audit(f"{TYPED}。").findings
    assert (finding.code, finding.arithmetic) == ("REL001", "3 ≠ 2 + 2 = 4")


@pytest.mark.parametrize(
    "declared",
    [
        f"{TYPED}（有交叉）。",
        f"{TYPED}，两个渠道重复1条。",
        f"{TYPED}，同时在两个渠道公开1条。",
        f"{TYPED.replace('3条', '3条（同一信息在多个渠道发布的不重复计算）')}。",
    ],
)
def test_declared_as_overlapping_they_are_none(declared: str) -> None:
    assert audit(declared).findings == ()
