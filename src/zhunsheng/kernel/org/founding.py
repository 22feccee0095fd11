"""An agency's beginning: itself, its divisions, its first people and their posts, all at once."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction

from zhunsheng.kernel import clock
from zhunsheng.kernel.digest import of_versions
from zhunsheng.kernel.errors import InvalidError, NotPossibleError
from zhunsheng.kernel.org.answers import account_of, mail_of, text_of
from zhunsheng.kernel.org.apart import require_apart, require_two_administrators
from zhunsheng.kernel.org.authority import KEEPERS, OF_A_DIVISION
from zhunsheng.kernel.org.change_units import DIVISION_KINDS
from zhunsheng.kernel.org.models import Agency, Division, Person, Post
from zhunsheng.kernel.org.roles import ROLE_NAMES, Role
from zhunsheng.kernel.trail.append import append, take_place

#: (where, Chinese, English), as in InvalidError.
Fault = tuple[str, str, str]

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

    Errors: InvalidError naming each fault; NotPossibleError where an agency of this code exists
    already, a division stands twice, or posts are mixed. Nothing is half-stored.
    """
    if faults := tuple(faults_of(organisation)):
        raise InvalidError(faults)
    try:
        with transaction.atomic():
            return _stored(organisation)
    except IntegrityError as error:
        raise NotPossibleError(
            "单位或科室已经存在或重复，什么都没有保存；请核对代码。",
            "an agency or division exists already or stands twice; nothing was stored:"
            " check codes.",
        ) from error


def found(organisation: Organisation, *, source: str, digest: str) -> Agency:
    """The same as the first entry of the agency's trail, which says from which form it was made.

    Errors: as `store`; NotPossibleError with fewer than two administrators, who could never let
    anybody else in.
    """
    with transaction.atomic():
        agency = store(organisation)
        require_two_administrators(agency)
        counted = {"divisions": len(organisation.divisions), "people": len(organisation.people)}
        append(
            take_place(agency),
            action="found",
            actor="",
            at=clock.now(),
            content={
                "attested_by": None,
                "details": {"source": source, "digest": digest, **counted},
                "on": clock.today().isoformat(),
                "reason": "",
                "versions": of_versions(()),
            },
        )
        return agency


def rehearse(organisation: Organisation) -> None:
    """Nothing is stored. Errors: those that `found` would tell."""
    with transaction.atomic():
        require_two_administrators(store(organisation))
        transaction.set_rollback(True)


def faults_of(organisation: Organisation) -> Iterator[Fault]:
    """What cannot stand, each with its place in the form."""
    place = organisation.place
    yield from _text(f"{place}单位代码", organisation.code, 40)
    yield from _text(f"{place}单位全称", organisation.name, 120)
    yield from _text(f"{place}规范化简称", organisation.short_name, 60)
    if organisation.document_mark:
        yield from _text(f"{place}机关代字", organisation.document_mark, 20)
    names = Counter(division.name for division in organisation.divisions)
    for division in organisation.divisions:
        yield from _of_division(division)
    yield from (
        (n, "科室重复，请核对。", "stands twice.") for n, times in names.items() if times > 1
    )
    accounts = Counter(person.account for person in organisation.people)
    for person in organisation.people:
        yield from _of_person(person, names)
    for account, times in accounts.items():
        if times > 1:
            yield (account, "账号重复，请另取一个。", "stands twice; choose another account.")


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


def _of_division(division: GivenDivision) -> Iterator[Fault]:
    yield from _text(f"{division.place}科室名称", division.name, 80)
    if division.kind not in DIVISION_KINDS:
        kinds = "、".join(zh for zh, _ in DIVISION_KINDS.values())
        yield (
            f"{division.place}科室类别",
            f"请填{kinds}之一。",
            "one of office, legal division, business division.",
        )


def _of_person(person: GivenPerson, divisions: Collection[str]) -> Iterator[Fault]:
    place, values = person.place, {"account": person.account, "mail": person.mail}
    yield from _text(f"{place}姓名", person.name, 60)
    yield from _told(place, lambda: account_of(values, "account"))
    yield from _told(place, lambda: mail_of(values))
    if not person.posts:
        yield (f"{place}岗位", "必填，请从列表选择。", "is required: choose one (post).")
    for post in person.posts:
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
    if _BLANK in text:
        yield (place, f"“{text}”尚未填写，请补充。", f"'{text}' is not filled in.")
    else:
        yield from _told("", lambda: text_of({place: text}, place, place, most=most))


def _told(place: str, asked: Callable[[], object]) -> Iterator[Fault]:
    """The faults of one answer, its place in the form before each."""
    try:
        asked()
    except InvalidError as error:
        yield from ((f"{place}{label}", zh, en) for label, zh, en in error.faults)


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
            first = post.first_day or clock.today()
            require_apart(person, post.role, first, post.last_day)
            Post.objects.create(
                person=person,
                role=post.role,
                division=divisions[post.division] if post.division else None,
                first_day=first,
                last_day=post.last_day,
            )
    return agency
