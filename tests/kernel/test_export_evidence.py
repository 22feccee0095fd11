"""What another system exported is kept and proves the rows it brought; no clerk's workbook is."""

import pytest

from tests.kernel.test_import_again import UPDATE, book, confirm, load, row
from zhunsheng.desk.papers import may_open
from zhunsheng.desk.search import search
from zhunsheng.kernel import clock
from zhunsheng.kernel.digest import sm3
from zhunsheng.kernel.evidence.models import EXPORT, Evidence
from zhunsheng.kernel.evidence.store import load as bytes_of
from zhunsheng.kernel.evidence.words import waiting_files
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.kernel.workbook.source import remember_source
from zhunsheng.regimes.oversight.models import Submission

pytestmark = pytest.mark.django_db
HEAD = "提案号,案由,承办类型,交办时间\n"
FIRST = "0031,关于科技金融的提案,主办,2024-03-04\n"
SECOND = "0032,关于中试基地的提案,主办,2024-03-05\n"


@pytest.fixture
def mapped() -> Bureau:
    bureau = make_bureau()
    remember_source(
        bureau.agency,
        "提案办理系统",
        registry().register("oversight.submission"),
        columns={
            "number": "提案号", "title": "案由", "role": "承办类型", "assigned_on": "交办时间",
        },
        constants={"body": "政协提案", "assigned_by": "市政协"},
        words={},
        by=bureau.persons["office_recorder"],
    )  # fmt: skip
    return bureau


def export(*lines: str) -> bytes:
    return (HEAD + "".join(lines)).encode("gbk")


def beside(number: str) -> list[tuple[str, str]]:
    """(kind, digest) of each file beside the row, in the order they came."""
    kept = Evidence.objects.filter(item_id=Submission.objects.get(number=number).pk)
    return list(kept.order_by("pk").values_list("kind", "file__digest"))


def test_an_export_lies_beside_each_of_its_rows_once_and_unchanged(mapped: Bureau) -> None:
    data = export(FIRST, SECOND)
    load(mapped, data, name="提案.csv")
    assert beside("0031") == beside("0032") == [(EXPORT, sm3(data))]
    (file,) = {one.file for one in Evidence.objects.select_related("file")}
    assert (bytes_of(file), file.name, file.media_type) == (data, "提案.csv", "text/csv")


def test_the_next_export_proves_what_it_changed_and_what_it_brought(mapped: Bureau) -> None:
    first = export(FIRST)
    confirm(mapped, load(mapped, first, name="提案.csv"))
    same = export(FIRST, SECOND)
    load(mapped, same, name="提案.csv")
    assert beside("0031") == [(EXPORT, sm3(first))]
    assert beside("0032") == [(EXPORT, sm3(same))]
    changed = export(FIRST.replace("科技金融", "科技金融创新"), SECOND)
    load(mapped, changed, name="提案.csv")
    assert beside("0031") == [(EXPORT, sm3(first)), (EXPORT, sm3(changed))]


def test_a_workbook_in_the_registers_own_columns_proves_nothing(mapped: Bureau) -> None:
    load(mapped, book(row("1号", 佐证=None), row("2号")), UPDATE)
    assert beside("1号") == []
    assert [kind for kind, _ in beside("2号")] == ["import"]


def test_an_export_opens_for_those_who_see_every_row_of_it(mapped: Bureau) -> None:
    load(mapped, export(FIRST), name="提案.csv")
    paper, today = Evidence.objects.get(), clock.today()
    opens = {name: may_open(paper, person, today) for name, person in mapped.persons.items()}
    assert opens["office_recorder"]  # who brought it
    assert opens["legal_officer"]
    assert not opens["recorder"]
    assert not opens["adviser"]


def test_the_words_of_an_export_find_none_of_its_rows(mapped: Bureau) -> None:
    load(mapped, export(FIRST, SECOND), name="提案.csv")
    assert not waiting_files().exists()
    found = search(mapped.persons["legal_officer"], ("提案.csv",), on=clock.today())
    assert [one.hits for one in found] == []
