"""The fewest rows of the kernel that its fences can be tried on."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from zhunsheng.kernel.occasion.models import Occasion
from zhunsheng.kernel.org.models import Agency, Division, Person
from zhunsheng.kernel.record.models import Item, Version
from zhunsheng.kernel.trail.models import Entry

DAY = date(2024, 3, 1)
MOMENT = datetime(2024, 3, 1, 9, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Office:
    """An agency with one division and one person."""

    agency: Agency
    division: Division
    person: Person


def make_office() -> Office:
    agency = Agency.objects.create(code="kjj", name="澜川市科学技术局", short_name="市科技局")
    division = Division.objects.create(agency=agency, code="office", name="办公室")
    person = Person.objects.create(username="recorder", name="填报员", agency=agency)
    return Office(agency, division, person)


def make_entry(office: Office, sequence: int = 1) -> Entry:
    return Entry.objects.create(
        agency=office.agency, sequence=sequence, action="draft", actor="recorder", at=MOMENT
    )


def make_item(office: Office) -> Item:
    return Item.objects.create(kind="kernel.occasion", agency=office.agency)


def store_version(office: Office, item: Item, number: int) -> Version:
    return Version.objects.create(
        item=item,
        number=number,
        action="draft",
        by=office.person,
        on=DAY,
        standing="draft",
        data="{}",
        digest="0",
        agency=office.agency,
        entry=1,
    )


def make_occasion(office: Office) -> Occasion:
    item = make_item(office)
    store_version(office, item, 1)
    return Occasion.objects.create(
        item=item,
        version=1,
        agency=office.agency,
        division=office.division,
        title="党组会议",
        recorded_by=office.person,
        recorded_at=MOMENT,
        kind="party_group",
        held_on=DAY,
        agenda="学习贯彻",
        led_by="局长",
        present="全体",
    )
