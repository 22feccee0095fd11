"""A record with an irregularity or an overdue duty may be the root of a problem, offered or not."""

from datetime import date, datetime, time
from typing import Any

import pytest
from django.utils import timezone

from zhunsheng.cli.main import main
from zhunsheng.kernel.clock import standing_at
from zhunsheng.kernel.errors import NotPossibleError
from zhunsheng.kernel.link.faults import faults_of
from zhunsheng.kernel.link.join import has_role, link
from zhunsheng.kernel.procedure.models import Irregularity
from zhunsheng.kernel.record.models import Record
from zhunsheng.kernel.record.void import void
from zhunsheng.kernel.testing import Bureau, Taking, make_bureau, take
from zhunsheng.regimes.oversight.models import TeamRemark
from zhunsheng.regimes.planning.models import Problem

pytestmark = pytest.mark.django_db
ROLE = "answers_problem"
DUE = date(2024, 4, 23)  # fifteen working days from 1 April 2024


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


@pytest.fixture
def problem(bureau: Bureau) -> Record:
    return bureau.confirmed(
        Problem,
        division="legal",
        title="答复不及时",  # answers come late
        number="1",
        statement="答复不够及时",
        cause="没有提醒",
        evidence="overdue",
        ground="台账",
        as_of=date(2024, 12, 31),
    )


def remark(bureau: Bureau, title: str = "意见", **values: Any) -> TeamRemark:
    """Due on 23 April; not answered, so that its regime does not offer it."""
    given = {"about": "评审", "made_on": date(2024, 4, 1), **values}
    return bureau.confirmed(TeamRemark, division="office", title=title, **given)


def linked(bureau: Bureau, source: Record, problem: Record, on: date) -> None:
    with standing_at(timezone.make_aware(datetime.combine(on, time(12)))):
        link(source, ROLE, problem, by=bureau.persons["legal_officer"])


def test_an_overdue_duty_may_be_taken_up_from_the_day_after(
    bureau: Bureau, problem: Record
) -> None:
    source = remark(bureau)
    with pytest.raises(NotPossibleError):
        linked(bureau, source, problem, DUE)
    linked(bureau, source, problem, date(2024, 4, 24))
    assert has_role(problem, ROLE)


def closed_unanswered(bureau: Bureau) -> TeamRemark:
    """A remark closed at once without an answer: an irregularity, and no duty overdue yet."""
    from zhunsheng.kernel.procedure.models import Finding, Step

    row = remark(bureau, made_on=date(2024, 4, 1), closed_on=date(2024, 4, 2))
    step = Step.objects.create(
        item_id=row.pk, version=1, transition="close", before="made", after="closed",
        by=bureau.persons["team"], on=date(2024, 4, 2), at=timezone.now(),
    )  # fmt: skip
    Irregularity.objects.create(
        item_id=row.pk, step=step, kind=Finding.IRREGULAR, rule="oversight.team_remark",
        citation_zh="办法", citation_en="rules", zh="销号时尚未答复", en="closed unanswered",
        at=timezone.now(),
    )  # fmt: skip
    return row


def test_an_irregularity_may_be_taken_up(bureau: Bureau, problem: Record) -> None:
    linked(bureau, closed_unanswered(bureau), problem, date(2024, 4, 3))
    assert has_role(problem, ROLE)


def test_what_was_voided_is_no_root_of_anything(bureau: Bureau, problem: Record) -> None:
    source = closed_unanswered(bureau)
    linked(bureau, source, problem, date(2024, 4, 3))
    void(source, by=bureau.persons["legal_officer"], reason="重复登记")  # entered twice
    assert not has_role(problem, ROLE)
    assert faults_of(bureau.agency.pk, 2024, DUE) == ()


def test_a_years_faults_are_listed_and_say_who_took_them_up(
    bureau: Bureau, problem: Record
) -> None:
    late = remark(bureau, "迟答的意见", answered_on=date(2024, 5, 6), answer="已整改")
    remark(bureau, "按期的意见", answered_on=DUE, answer="已整改")
    remark(bureau, "未答的意见")
    remark(bureau, "上年的意见", made_on=date(2023, 4, 3))
    irregular = closed_unanswered(bureau)
    linked(bureau, irregular, problem, date(2024, 4, 3))
    found = faults_of(bureau.agency.pk, 2024, date(2024, 4, 24))
    assert [(f.title, f.on, f.problem) for f in found] == [
        ("意见", date(2024, 4, 2), "答复不及时"),
        ("迟答的意见", DUE, ""),
        ("未答的意见", DUE, ""),
        ("意见", DUE, "答复不及时"),
    ]
    assert "2024-05-06" in found[1].zh
    assert "未办结" in found[2].zh
    assert late.pk == found[1].item
    # On the due day itself nothing open is overdue yet.
    assert [f.title for f in faults_of(bureau.agency.pk, 2024, DUE)] == ["意见", "迟答的意见"]


def test_the_verb_lists_them_and_fails_while_one_is_left(
    bureau: Bureau, problem: Record, capsys: pytest.CaptureFixture[str]
) -> None:
    source = remark(bureau)
    assert main(["problems", "2024"]) == 1
    told = capsys.readouterr().out
    assert "答复派驻组意见逾期未办结；未列入问题" in told
    assert "1 in all, 1 not taken up" in told
    linked(bureau, source, problem, date(2024, 4, 24))
    assert main(["problems", "2024"]) == 0
    assert "列入问题“答复不及时”" in capsys.readouterr().out


def test_another_agencys_faults_are_not_listed(bureau: Bureau) -> None:
    other = make_bureau("other")
    remark(other)
    assert faults_of(bureau.agency.pk, 2024, date(2024, 12, 31)) == ()


def test_a_step_taken_without_its_guard_kept_counts_in_the_year_of_the_step(
    bureau: Bureau, problem: Record
) -> None:
    day = date(2024, 4, 2)
    officer = bureau.persons["legal_officer"]
    problem.refresh_from_db()
    take(problem, "adopt", Taking(by=officer, on=day, values={"adopted_on": day}))
    assert [f.title for f in faults_of(bureau.agency.pk, 2024, day)] == ["答复不及时"]
    assert faults_of(bureau.agency.pk, 2023, day) == ()


def test_the_verb_puts_a_fault_under_a_problem_or_says_what_there_is(
    bureau: Bureau, problem: Record, capsys: pytest.CaptureFixture[str]
) -> None:
    source = remark(bureau)
    asked = ["problems", "2024", "--by", bureau.persons["legal_officer"].username]
    assert main([*asked, "--link", str(source.pk), "--into", "7"]) == 1
    assert "没有编号为“7”的问题；现有：1。" in capsys.readouterr().err
    assert main([*asked, "--link", "999999", "--into", "1"]) == 1
    assert "999999" in capsys.readouterr().err
    assert main([*asked, "--link", str(source.pk), "--into", "1"]) == 0
    assert has_role(problem, ROLE)
