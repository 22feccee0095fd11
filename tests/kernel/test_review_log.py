"""三审三校 taken from the log of a content system: each level's text, change and person."""

from datetime import date

import pytest

from tests.kernel.test_import_again import load
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.kernel.workbook.errors import WorkbookRefusedError
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
