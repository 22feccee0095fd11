"""Sending reminders out: by mail, or to a group through a webhook; each attempt is kept."""

import json
import urllib.request
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from zhunsheng.kernel import clock
from zhunsheng.kernel.duty.urge import by_person
from zhunsheng.kernel.duty.urging import Delivery, Urging, Way
from zhunsheng.kernel.org.models import Person

_PATIENCE = 10  # seconds
_SUBJECT = "【准绳】期限提醒"


@dataclass(frozen=True, slots=True)
class Channels:
    """Where reminders go: a sender's address for mail (the server stands in the settings), and
    the address and body of a webhook, in whose body `{text}` stands for the words."""

    mail_from: str
    webhook: str
    body: str


def channels() -> Channels:
    """Those of this installation's settings."""
    return Channels(
        settings.URGING_MAIL_FROM, settings.URGING_WEBHOOK, settings.URGING_WEBHOOK_BODY
    )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the reminders: how many went out, and what was said of the others."""

    sent: int
    failed: tuple[tuple[str, str], ...]
    silent: tuple[str, ...]


def deliver(urgings: Iterable[Urging], channels: Channels) -> Outcome:
    """Sends them, one message a person, and keeps what became of each.

    A server that cannot be reached stops nobody else's message. `silent` names persons for whom
    no channel exists: they read it on their page.
    """
    rows = tuple(urgings)
    sent, failed, silent = 0, [], []
    for person, text in by_person(rows).items():
        ways = _ways(person, channels)
        if not ways:
            silent.append(person.name)
        for way, send in ways.items():
            said = _tried(send, text)
            _keep([u for u in rows if u.to == person], way, said)
            if said:
                failed.append((person.name, said))
            else:
                sent += 1
    return Outcome(sent, tuple(failed), tuple(silent))


def _ways(person: Person, channels: Channels) -> dict[Way, Callable[[str], object]]:
    ways: dict[Way, Callable[[str], object]] = {}
    if channels.mail_from and person.mail:
        ways[Way.MAIL] = lambda text: _mail(person, text, channels.mail_from)
    if channels.webhook:
        ways[Way.WEBHOOK] = lambda text: _post(f"@{person.name} {text}", channels)
    return ways


def _tried(send: Callable[[str], object], text: str) -> str:
    try:
        send(text)
    except (OSError, ValueError) as error:  # smtplib's and urllib's errors are OSErrors
        return f"{type(error).__name__}: {error}"[:300]
    return ""


def _mail(person: Person, text: str, sender: str) -> None:
    connection = get_connection(timeout=_PATIENCE)
    EmailMessage(_SUBJECT, text, sender, [person.mail], connection=connection).send()


def _post(text: str, channels: Channels) -> None:
    if not channels.webhook.startswith(("http://", "https://")):
        raise ValueError("the webhook is no http address")
    words = json.dumps(text, ensure_ascii=False)[1:-1]
    request = urllib.request.Request(
        channels.webhook,
        data=channels.body.replace("{text}", words).encode(),
        headers={"Content-Type": "application/json; charset=utf-8"},
    )
    with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:
        answer.read(1 << 16)


def _keep(urgings: list[Urging], way: Way, said: str) -> None:
    Delivery.objects.bulk_create(
        Delivery(urging=u, way=way, said=said, at=clock.now()) for u in urgings
    )
