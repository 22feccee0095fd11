"""Reminders: who hears of a duty at which level, once, by which way, and what is kept of it."""

import json
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from zhunsheng.kernel.clock import standing_at
from zhunsheng.kernel.duty.deliver import Channels, deliver
from zhunsheng.kernel.duty.due_list import due_list
from zhunsheng.kernel.duty.escalation import level_of
from zhunsheng.kernel.duty.feed import Dated, calendar_text
from zhunsheng.kernel.duty.models import Obligation
from zhunsheng.kernel.duty.urge import by_person, reminder, urge, urge_all
from zhunsheng.kernel.duty.urging import Delivery, Urging
from zhunsheng.kernel.errors import NotAllowedError, NotPossibleError
from zhunsheng.kernel.testing import Bureau, make_bureau, shipped_calendar
from zhunsheng.kernel.trail.models import Entry
from zhunsheng.regimes.oversight.models import Submission

BODY = '{"msgtype":"text","text":{"content":"{text}"}}'


def at(day: date) -> Any:
    return standing_at(datetime(day.year, day.month, day.day, 10, tzinfo=ZoneInfo("Asia/Shanghai")))


@pytest.mark.parametrize(
    ("today", "level"),
    [
        (date(2024, 5, 1), None),
        (date(2024, 5, 28), 1),  # the alert of seven days has begun
        (date(2024, 6, 4), 1),  # the day itself
        (date(2024, 6, 5), 2),  # a working day late
        (date(2024, 6, 8), 2),  # a Saturday adds nothing
        (date(2024, 6, 12), 3),  # the fifth: the 10th was the Dragon Boat holiday
    ],
)
def test_a_reminder_goes_up_by_working_days(today: date, level: int | None) -> None:
    found = level_of(date(2024, 6, 4), today, alert_days=7, calendar=shipped_calendar())
    assert (found.number if found else None) == level


@pytest.fixture
def bureau(db: None) -> Bureau:
    return make_bureau()


def submission(bureau: Bureau, number: str = "1号", **more: Any) -> Obligation:
    row = bureau.confirmed(
        Submission,
        title=f"关于{number}的建议",
        body="suggestion",
        number=number,
        role="lead",
        assigned_by="市人大常委会",
        assigned_on=date(2024, 3, 4),
        **more,
    )
    return Obligation.objects.get(item_id=row.pk, duty="oversight.reply")


def test_the_words_name_matter_day_and_ground(bureau: Bureau) -> None:
    said = reminder(submission(bureau), today=date(2024, 6, 5))
    assert said is not None
    assert [p.name for p in said.to] == ["科长"]  # late by a working day: the division's head
    assert said.text.startswith("【催办】科技发展科：“关于1号的建议”须于2024年6月4日前")
    assert "已逾期1天" in said.text
    assert "依据：" in said.text


def test_nobody_is_reminded_of_what_is_far_off_or_done(bureau: Bureau) -> None:
    assert reminder(submission(bureau), today=date(2024, 3, 5)) is None
    done = submission(bureau, "2号", replied_on=date(2024, 5, 6), reply_number="复2号")
    with at(date(2024, 6, 5)), pytest.raises(NotPossibleError):
        urge(done, by=bureau.persons["office"])


def test_urging_is_an_act_on_record_and_not_everybodys(bureau: Bureau) -> None:
    owed = submission(bureau)
    with at(date(2024, 5, 6)):
        (kept,) = urge(owed, by=bureau.persons["office"])
        assert (kept.to.name, kept.by) == ("填报员", bureau.persons["office"])
        with pytest.raises(NotAllowedError):
            urge(owed, by=bureau.persons["recorder"])
    actions = list(Entry.objects.order_by("-pk").values_list("action", flat=True)[:2])
    assert actions == ["refused:urge", "urge"]


def test_the_daily_run_reminds_once_at_each_level(bureau: Bureau) -> None:
    submission(bureau)
    submission(bureau, "2号")
    office = bureau.persons["office"]
    counts = []
    for day in (date(2024, 5, 17), date(2024, 5, 29), date(2024, 5, 30), date(2024, 6, 5),
                date(2024, 6, 12), date(2024, 6, 13)):  # fmt: skip
        with at(day):
            counts.append(len(urge_all(bureau.agency, by=office)))
    assert counts == [0, 2, 0, 2, 2, 0]
    assert set(Urging.objects.filter(level=3).values_list("to__name", flat=True)) == {"副局长"}
    assert Entry.objects.filter(action="urge_all").count() == 3


def test_one_person_gets_one_message_however_much_is_due(bureau: Bureau) -> None:
    submission(bureau)
    submission(bureau, "2号")
    with at(date(2024, 6, 5)):
        words = by_person(urge_all(bureau.agency, by=bureau.persons["office"]))
    (text,) = words.values()
    assert text.splitlines()[1].startswith("2. 【催办】")


class _Mailbox(socketserver.StreamRequestHandler):
    """As much of a mail server as a sender asks for."""

    got: list[str]

    def handle(self) -> None:
        self.wfile.write(b"220 mail\r\n")
        lines: list[str] = []
        inside = False
        for raw in self.rfile:
            line = raw.decode()
            if inside:
                inside = line != ".\r\n"
                if inside:
                    lines.append(line)
                    continue
                type(self).got.append("".join(lines))
                self.wfile.write(b"250 kept\r\n")
            elif line.upper().startswith("DATA"):
                inside = True
                self.wfile.write(b"354 go on\r\n")
            elif line.upper().startswith("QUIT"):
                self.wfile.write(b"221 bye\r\n")
                return
            else:
                self.wfile.write(b"250 ok\r\n")


class _Robot(BaseHTTPRequestHandler):
    got: list[Any]

    def do_POST(self) -> None:
        data = self.rfile.read(int(self.headers["Content-Length"]))
        type(self).got.append(json.loads(data))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        return


@contextmanager
def listening(server: socketserver.TCPServer) -> Iterator[int]:
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield int(server.server_address[1])
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _urged(bureau: Bureau) -> tuple[Urging, ...]:
    submission(bureau)
    with at(date(2024, 6, 5)):
        return urge_all(bureau.agency, by=bureau.persons["office"])


def test_it_goes_out_by_mail_and_to_the_group_and_that_is_kept(
    bureau: Bureau, settings: Any
) -> None:
    head = bureau.persons["head"]
    head.mail = "kezhang@kjj.example"
    head.save()
    _Mailbox.got, _Robot.got = [], []
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    mail = socketserver.TCPServer(("127.0.0.1", 0), _Mailbox)
    robot = HTTPServer(("127.0.0.1", 0), _Robot)
    with listening(mail) as mail_port, listening(robot) as robot_port:
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", mail_port
        ways = Channels("zhunsheng@kjj.example", f"http://127.0.0.1:{robot_port}/send", BODY)
        outcome = deliver(_urged(bureau), ways)
    assert (outcome.sent, outcome.failed, outcome.silent) == (2, (), ())
    assert "kezhang@kjj.example" in _Mailbox.got[0]
    assert _Robot.got[0]["text"]["content"].startswith("@科长 【催办】")
    assert set(Delivery.objects.values_list("way", "said")) == {("mail", ""), ("webhook", "")}


def test_a_server_out_of_reach_is_said_and_kept(bureau: Bureau) -> None:
    with socketserver.TCPServer(("127.0.0.1", 0), _Mailbox) as closed:
        port = closed.server_address[1]
    outcome = deliver(_urged(bureau), Channels("", f"http://127.0.0.1:{port}/send", BODY))
    assert outcome.sent == 0
    assert [name for name, _ in outcome.failed] == ["科长"]
    assert Delivery.objects.get().said


def test_without_a_channel_nothing_pretends_to_be_sent(bureau: Bureau) -> None:
    outcome = deliver(_urged(bureau), Channels("", "", BODY))
    assert (outcome.sent, outcome.silent) == (0, ("科长",))
    assert not Delivery.objects.exists()


def test_the_list_of_what_is_due_is_ones_own_divisions_soonest_first(bureau: Bureau) -> None:
    later, sooner = submission(bureau), submission(bureau, "2号", extended_on=None)
    Obligation.objects.filter(pk=sooner.pk).update(due_on=date(2024, 5, 4))
    today = date(2024, 5, 1)
    assert [o.pk for o in due_list(bureau.persons["head"], on=today)] == [sooner.pk, later.pk]
    assert due_list(bureau.persons["office"], on=today).count() == 2
    assert due_list(bureau.persons["legal_recorder"], on=today).count() == 0
    assert due_list(bureau.persons["adviser"], on=today).count() == 0
    stranger = make_bureau("other").persons["principal"]
    assert due_list(stranger, on=today).count() == 0


def test_the_calendar_keeps_to_the_form_and_loses_no_character() -> None:
    summary = "答复代表建议：" + "关于加快推进科技创新，完善体制；机制的建议" * 4
    now = datetime(2024, 5, 1, 8, tzinfo=ZoneInfo("Asia/Shanghai"))
    text = calendar_text(
        "市科技局期限", [Dated("1@kjj", date(2024, 6, 4), summary, "依据")], now=now
    )
    lines = text.split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    unfolded = text.replace("\r\n ", "")
    assert "SUMMARY:" + summary in unfolded.replace("\\", "")
    assert "DTSTART;VALUE=DATE:20240604" in lines
    assert "DTSTAMP:20240501T000000Z" in lines
