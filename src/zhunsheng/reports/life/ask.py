"""Asking about a figure: anybody may, so often; what is stored of it and what is not."""

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from ipaddress import IPv6Address, ip_address, ip_network
from unicodedata import category

from django.conf import settings
from django.db import transaction
from django.utils.timezone import localtime

from zhunsheng.kernel import clock
from zhunsheng.kernel.digest import canonical, of_versions, sm3
from zhunsheng.kernel.duty.matter import identity
from zhunsheng.kernel.duty.refresh import refresh
from zhunsheng.kernel.trail.append import append, take_place
from zhunsheng.reports.errors import QuestionError, TooManyQuestionsError
from zhunsheng.reports.life.office import answering
from zhunsheng.reports.models import AskingAddress, Edition, FigureQuestion, QuestionContact
from zhunsheng.reports.privacy import personal

#: The actor of the public's entries: no account can have such a name.
PUBLIC = "(public)"
LONGEST, LONGEST_CONTACT = 1000, 100
#: Questions taken within an hour: from one address, and by an agency in all.
FROM_ONE, IN_ALL = 5, 100
_HOUR = timedelta(hours=1)
_UNSEEN = ("Cc", "Cf", "Cs")  # categories of Unicode


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form brought."""

    text: str
    contact: str = ""


def ask(edition: Edition, figure: str, asked: Asked, *, address: str) -> FigureQuestion:
    """The stored question; sent again while it waits, the one there is.

    The caller has seen to it that the agency takes questions and the public sees the figure.
    Errors: QuestionError for words that cannot be taken; TooManyQuestionsError.
    """
    text, contact = _plain(asked.text), _plain(asked.contact)
    _require_words(text, contact)
    digest = sm3(canonical([edition.digest, figure, text]).encode())
    with transaction.atomic(durable=True):
        place = take_place(edition.agency)  # whoever asks at the same moment waits here
        at = clock.now()
        waiting = edition.questions.filter(digest=digest, answer__isnull=True).first()
        if waiting is not None:
            return waiting
        _count(edition, address, at)
        number = edition.questions.count() + 1
        made = FigureQuestion.objects.create(
            item=identity(FigureQuestion, edition.agency),
            agency=edition.agency,
            division=answering(edition.agency, localtime(at).date()),
            # Lists of deadlines are no place for the public's words.
            title=f"{edition.number}第{number}号数据疑问",
            edition=edition,
            ordinal=number,
            figure=figure,
            text=text,
            digest=digest,
            entry=place.sequence,
            at=at,
        )
        if contact:
            QuestionContact.objects.create(question=made, text=contact)
        refresh([made])
        append(place, action="ask", actor=PUBLIC, at=at, content=_content(made))
    return made


def _content(made: FigureQuestion) -> dict[str, object]:
    """Without the words, and without the contact: both may have to go."""
    details = {
        "edition": made.edition.digest,
        "figure": made.figure,
        "ordinal": made.ordinal,
        "question": made.digest,
    }
    return {
        "attested_by": None,
        "details": details,
        "on": localtime(made.at).date().isoformat(),
        "reason": "",
        "versions": of_versions(()),
    }


def _plain(text: str) -> str:
    """Without what no reader sees: control characters, and marks that turn the writing round.

    A browser counts a line's end as one character and sends two.
    """
    kept = text.replace("\r\n", "\n")
    return "".join(c for c in kept if c == "\n" or category(c) not in _UNSEEN).strip()


def _require_words(text: str, contact: str) -> None:
    if not text:
        raise QuestionError("请写明对数据的疑问。", "say what you question about the figure.")
    for what, words, most in (("疑问", text, LONGEST), ("联系方式", contact, LONGEST_CONTACT)):
        if len(words) > most:
            raise QuestionError(
                f"{what}有{len(words)}字，最多{most}字，请精简后重新提交。",
                f"{len(words)} characters where {most} are the most: shorten it and send it again.",
                too_long=True,
            )
    if found := personal(text):
        told = "、".join(zh for _, zh, _ in found)
        raise QuestionError(
            f"疑问中含有疑似个人信息（{told}）；请删去，需要联系您的，请填在“联系方式”一栏。",
            "the question holds what looks like personal data"
            f" ({', '.join(en for _, _, en in found)}); take it out: how to reach you goes into"
            " the field below.",
        )


def _count(edition: Edition, address: str, at: datetime) -> None:
    """Errors: TooManyQuestionsError; else this question counts from now on."""
    since = at - _HOUR
    AskingAddress.objects.filter(at__lt=since).delete()
    days = {moment.date() for moment in (localtime(since), localtime(at))}
    seen = [_digest(address, day.isoformat()) for day in days]
    everybody = FigureQuestion.objects.filter(agency=edition.agency_id, at__gte=since)
    if AskingAddress.objects.filter(digest__in=seen).count() >= FROM_ONE:
        raise TooManyQuestionsError(
            f"同一网络地址一小时内最多提交{FROM_ONE}次疑问，本次没有受理；请一小时后再试。",
            f"an address may ask {FROM_ONE} times an hour; nothing was taken: try in an hour.",
        )
    if everybody.count() >= IN_ALL:
        raise TooManyQuestionsError(
            "目前提交的疑问较多，本次没有受理；请一小时后再试。",
            "too many questions arrive just now; nothing was taken: try in an hour.",
        )
    AskingAddress.objects.create(digest=_digest(address, localtime(at).date().isoformat()), at=at)


def _digest(address: str, day: str) -> str:
    """Under a key of the day, so that two days' digests of one address have nothing in common."""
    key = hmac.digest(settings.SECRET_KEY.encode(), f"asking address {day}".encode(), "sha256")
    return hmac.new(key, _network(address).encode(), sha256).hexdigest()


def _network(address: str) -> str:
    """The address; of an IPv6 one its network, all of which one household or server has."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv6Address):
        return str(found.ipv4_mapped or ip_network((int(found), 64), strict=False))
    return str(found)
