"""三审三校 taken from the log of a content system: each level's text, change and person."""

from datetime import date

import pytest

from tests.kernel.test_import_again import load
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.kernel.workbook.errors import WorkbookRefusedError
from zhunsheng.kernel.workbook.load import check_workbook
from zhunsheng.kernel.workbook.source import remember_source
from zhunsheng.regimes.disclosure.models import Publication, Review

pytestmark = pytest.mark.django_db
LOG = "稿件编号,环节,操作人,操作时间,稿件内容,修改说明\n"
FIRST = "2024-001,初审,周可,2024-03-04 09:12:30,通知全文,补写依据\n"
SECOND = "2024-001,复审,顾闻,2024-03-04 15:40:02,通知全文（补写依据）,\n"
THIRD = "2024-001,终审,林砚,2024-03-05 10:05:00,通知全文（补写依据）,改标题\n"


@pytest.fixture
def bureau() -> Bureau:
    made = make_bureau()
    made.confirmed(
        Publication, division="office", title="申报通知", index_number="2024-001",
        category="services", formed_on=date(2024, 3, 1),
    )  # fmt: skip
    remember_source(
        made.agency,
        "网站内容管理系统",
        registry().register("disclosure.review"),
        columns={
            "publication": "稿件编号",
            "level": "环节",
            "reviewer": "操作人",
            "reviewed_on": "操作时间",
            "text_as_read": "稿件内容",
            "change": "修改说明",
        },
        constants={},
        words={"level": {"初审": "1", "复审": "2", "终审": "3"}},
        by=made.persons["office_recorder"],
    )
    return made


def _log(*lines: str) -> bytes:
    return (LOG + "".join(lines)).encode("gbk")


def test_each_level_keeps_the_text_as_it_stood_the_change_and_the_person(bureau: Bureau) -> None:
    done = load(bureau, _log(FIRST, SECOND, THIRD), name="审校日志.csv")
    assert done.rows == (("三审三校", 3),)
    kept = [
        (r.level, r.reviewer, r.reviewed_on, r.text_as_read, r.change)
        for r in Review.objects.order_by("level")
    ]
    assert kept == [
        (1, "周可", date(2024, 3, 4), "通知全文", "补写依据"),
        (2, "顾闻", date(2024, 3, 4), "通知全文（补写依据）", ""),
        (3, "林砚", date(2024, 3, 5), "通知全文（补写依据）", "改标题"),
    ]


def test_the_log_of_a_day_later_brings_only_the_new_level(bureau: Bureau) -> None:
    load(bureau, _log(FIRST, SECOND), name="审校日志.csv")
    done = load(bureau, _log(FIRST, SECOND, THIRD), name="审校日志.csv")
    assert (done.total, done.same) == (1, 2)


def test_a_level_that_stands_twice_in_the_log_is_refused(bureau: Bureau) -> None:
    with pytest.raises(WorkbookRefusedError) as refused:
        load(bureau, _log(FIRST, FIRST.replace("周可", "顾闻")), name="审校日志.csv")
    (fault,) = refused.value.faults
    assert (fault.row, "与第2行" in fault.zh) == (3, True)


def test_a_level_told_otherwise_than_before_is_refused_with_its_line(bureau: Bureau) -> None:
    load(bureau, _log(FIRST), name="审校日志.csv")
    with pytest.raises(WorkbookRefusedError) as refused:
        load(bureau, _log(FIRST.replace("补写依据", "另作修改")), name="审校日志.csv")
    (fault,) = refused.value.faults
    assert (fault.row, fault.column) == (2, "审校环节")
    assert "已登记过相同的“审校环节”" in fault.zh
    assert Review.objects.count() == 1


LEVELS = {"1": "初审", "2": "复审", "3": "终审"}
ONE_ROW = "稿件编号,初审人,初审日期,初审稿,复审人,复审日期,复审稿,终审人,终审日期,终审稿\n"
ALL_THREE = "2024-001,周可,2024-03-04,全文,顾闻,2024-03-04,全文二,林砚,2024-03-05,全文三\n"
NOT_YET = "2024-001,周可,2024-03-04,全文,顾闻,2024-03-04,全文二,,,\n"


def map_levels(bureau: Bureau) -> None:
    """Each level of the row mapped once, under a name of its own."""
    for level, name in LEVELS.items():
        remember_source(
            bureau.agency,
            f"审签单{name}",
            registry().register("disclosure.review"),
            columns={
                "publication": "稿件编号",
                "reviewer": f"{name}人",
                "reviewed_on": f"{name}日期",
                "text_as_read": f"{name}稿",
            },
            constants={"level": level},
            words={},
            by=bureau.persons["office_recorder"],
        )


def test_three_levels_in_one_row_are_three_reviews(bureau: Bureau) -> None:
    map_levels(bureau)
    load(bureau, (ONE_ROW + ALL_THREE).encode("gbk"), name="审签单.csv")
    kept = Review.objects.order_by("level").values_list("level", "reviewer", "text_as_read")
    assert list(kept) == [(1, "周可", "全文"), (2, "顾闻", "全文二"), (3, "林砚", "全文三")]


def test_a_level_not_reviewed_yet_is_no_row_and_comes_with_a_later_file(bureau: Bureau) -> None:
    map_levels(bureau)
    load(bureau, (ONE_ROW + NOT_YET).encode("gbk"), name="审签单.csv")
    assert set(Review.objects.values_list("level", flat=True)) == {1, 2}
    done = load(bureau, (ONE_ROW + ALL_THREE).encode("gbk"), name="审签单.csv")
    assert (done.total, done.same) == (1, 2)
    assert Review.objects.get(level=3).reviewed_on == date(2024, 3, 5)


def test_a_table_without_numbers_says_that_deleted_rows_cannot_be_told(bureau: Bureau) -> None:
    checked = check_workbook(
        "审校日志.csv",
        _log(FIRST, SECOND),
        by=bureau.persons["office_recorder"],
        division=bureau.divisions["office"],
    )
    assert [register.kind for _, register in checked.untold] == ["disclosure.review"]
    assert checked.gone == ()
