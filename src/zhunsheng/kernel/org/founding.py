"""An agency's beginning: itself, its divisions, its first people and their posts, all at once."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from django.db import IntegrityError, transaction

from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import InvalidError, NotPossibleError
from zhunsheng.kernel.org.authority import KEEPERS, OF_A_DIVISION
from zhunsheng.kernel.org.change_units import DIVISION_KINDS
from zhunsheng.kernel.org.models import Agency, Division, Person, Post
from zhunsheng.kernel.org.roles import ADMINISTRATORS, ROLE_NAMES, Role
from zhunsheng.kernel.trail.append import append, take_place

#: (where, Chinese, English), as in InvalidError.
Fault = tuple[str, str, str]

_ACCOUNT = re.compile(r"[a-z][a-z0-9._-]{1,39}")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_BLANK = "×"  # in a form, what is to be filled in


@dataclass(frozen=True, slots=True)
class GivenPost:
    """A role, in a division given by its name, or in the whole agency."""

    role: Role
    division: str = ""
    first_day: date | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class GivenPerson:
    """Somebody with an account; `place` is where the form has them."""

    name: str
    account: str
    posts: tuple[GivenPost, ...]
    mail: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class GivenDivision:
    """A division; without a code it takes one by its order."""

    name: str
    kind: str
    code: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Organisation:
    """What an agency begins with."""

    code: str
    name: str
    short_name: str
    document_mark: str
    divisions: tuple[GivenDivision, ...]
    people: tuple[GivenPerson, ...]
    regimes: tuple[str, ...] = ()
    place: str = ""


def store(organisation: Organisation) -> Agency:
    """The stored agency with all that belongs to it.

    Errors: InvalidError naming each fault; NotPossibleError where an agency, a division or an
    account of this code exists already. Nothing is half-stored.
    """
    faults = tuple(faults_of(organisation))
    if faults:
        raise InvalidError(faults)
    try:
        with transaction.atomic():
            return _stored(organisation)
    except IntegrityError as error:
        raise NotPossibleError(
            "单位、科室或账号已经存在或重复，什么都没有保存；请核对代码和账号。",
            "an agency, division or account exists already or stands twice; nothing was stored:"
            " check codes and accounts.",
        ) from error


def found(organisation: Organisation, *, source: str, digest: str) -> Agency:
    """The same as the first entry of the agency's trail, which says from which form it was made.

    Errors: as `store`; fewer than two administrators, who could never let anybody else in.
    """
    if few := tuple(_administered(organisation)):
        raise InvalidError((*faults_of(organisation), *few))
    with transaction.atomic():
        agency = store(organisation)
        moment = clock.now()
        counted = {"divisions": len(organisation.divisions), "people": len(organisation.people)}
        append(
            take_place(agency),
            action="found",
            actor="",
            at=moment,
            content={
                "attested_by": None,
                "details": {"source": source, "digest": digest, **counted},
                "on": clock.today().isoformat(),
                "reason": "",
                "versions": [],
            },
        )
        return agency


def faults_of(organisation: Organisation) -> Iterator[Fault]:
    """What cannot stand, each with its place in the form."""
    yield from _of_agency(organisation)
    yield from _of_divisions(organisation.divisions)
    names = {division.name for division in organisation.divisions}
    yield from chain.from_iterable(_of_person(p, names) for p in organisation.people)
    for account in _twice(person.account for person in organisation.people):
        yield (account, "账号重复，请另取一个。", "this account stands twice; choose another.")


def lacking(organisation: Organisation) -> Iterator[Fault]:
    """What may stand and will be missed: nobody would be asked for what such a division keeps."""
    for kind, (zh, en) in DIVISION_KINDS.items():
        if kind != "business" and not any(d.kind == kind for d in organisation.divisions):
            yield (
                "科室",
                f"没有类别为“{zh}”的科室，由其报送的台账将无人报送；由哪个科室承担，就把它的类别"
                f"填为“{zh}”。",
                f"no division is of the kind '{en}': nobody will be asked for the registers it"
                " keeps; give that kind to the division that does its work.",
            )


def _administered(organisation: Organisation) -> Iterator[Fault]:
    administrators = [
        p for p in organisation.people if any(o.role == Role.ADMINISTRATOR for o in p.posts)
    ]
    if len(administrators) < 2:
        yield (
            ROLE_NAMES[Role.ADMINISTRATOR][0],
            "至少两人：一人提出变动，另一人核准。",
            "two at least: one proposes a change, another approves it (administrator).",
        )


def _of_agency(organisation: Organisation) -> Iterator[Fault]:
    place = organisation.place
    texts = (
        ("单位代码", organisation.code, 40),
        ("单位全称", organisation.name, 120),
        ("规范化简称", organisation.short_name, 60),
    )
    for label, text, most in texts:
        yield from _text(f"{place}{label}", text, most)
    if _BLANK in organisation.document_mark or len(organisation.document_mark) > 20:
        yield (
            f"{place}机关代字",
            "请填写，最多20个字；没有的留空。",
            "fill it in, 20 characters at most, or leave it empty.",
        )


def _of_divisions(divisions: Sequence[GivenDivision]) -> Iterator[Fault]:
    for division in divisions:
        yield from _text(f"{division.place}科室名称", division.name, 80)
        if division.kind not in DIVISION_KINDS:
            kinds = "、".join(zh for zh, _ in DIVISION_KINDS.values())
            yield (
                f"{division.place}科室类别",
                f"请填{kinds}之一。",
                "one of office, legal division, business division.",
            )
    for name in _twice(division.name for division in divisions):
        yield (name, "科室重复，请核对。", "this division stands twice.")


def _of_person(person: GivenPerson, divisions: set[str]) -> Iterator[Fault]:
    yield from _text(f"{person.place}姓名", person.name, 60)
    if not _ACCOUNT.fullmatch(person.account):
        yield (
            f"{person.place}账号",
            "以小写字母开头，只用小写字母、数字、点和横线，2至40个字符。",
            "begins with a letter; lower-case letters, digits, dots and dashes, 2 to 40 (account).",
        )
    if person.mail and not _MAIL.fullmatch(person.mail):
        yield (f"{person.place}邮箱", "格式不对，请核对。", "is no mail address.")
    if not person.posts:
        yield (f"{person.place}岗位", "必填，请从列表选择。", "is required: choose one (post).")
    held = {post.role for post in person.posts}
    if held & ADMINISTRATORS and len(held) > 1:
        yield (
            f"{person.place}岗位",
            "管理人员不办业务，各类管理人员不得兼任。",
            "administration is kept apart from every other post.",
        )
    for post in person.posts:
        yield from _of_post(post, person.place, divisions)


def _of_post(post: GivenPost, place: str, divisions: set[str]) -> Iterator[Fault]:
    zh, en = ROLE_NAMES[post.role]
    if post.division and post.division not in divisions:
        yield (
            f"{place}科室",
            f"“{post.division}”不在科室表中，请核对。",
            f"'{post.division}' is not among the divisions.",
        )
    if post.division and post.role not in KEEPERS | OF_A_DIVISION:
        yield (
            f"{place}科室",
            f"“{zh}”是全局岗位，请将科室留空。",
            f"{en} is a post of the whole agency: leave the division empty.",
        )


def _text(place: str, text: str, most: int) -> Iterator[Fault]:
    if not text:
        yield (place, "必填，请补充。", "is required; fill it in.")
    elif _BLANK in text:
        yield (place, f"“{text}”尚未填写，请补充。", f"'{text}' is not filled in.")
    elif len(text) > most:
        yield (place, f"最多{most}个字，请精简。", f"is too long: {most} characters at most.")


def _twice(texts: Iterator[str]) -> list[str]:
    return [text for text, times in Counter(texts).items() if text and times > 1]


def _stored(organisation: Organisation) -> Agency:
    agency = Agency.objects.create(
        code=organisation.code,
        name=organisation.name,
        short_name=organisation.short_name,
        document_mark=organisation.document_mark,
        regimes=list(organisation.regimes),
    )
    divisions = {
        division.name: Division.objects.create(
            agency=agency,
            code=division.code or f"d{order + 1:02d}",
            name=division.name,
            kind=division.kind,
            order=order,
        )
        for order, division in enumerate(organisation.divisions)
    }
    for given in organisation.people:
        person = Person(username=given.account, name=given.name, agency=agency, mail=given.mail)
        person.set_unusable_password()
        person.save()
        for post in given.posts:
            Post.objects.create(
                person=person,
                role=post.role,
                division=divisions[post.division] if post.division else None,
                first_day=post.first_day or clock.today(),
                last_day=post.last_day,
            )
    return agency
