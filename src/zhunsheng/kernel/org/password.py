"""Passwords: their owner alone chooses them, by the old one or by a one-time link."""

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.core.exceptions import ValidationError

from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import InvalidError, NotAllowedError, NotPossibleError
from zhunsheng.kernel.org.authority import require_role
from zhunsheng.kernel.org.change import approvers
from zhunsheng.kernel.org.models import Agency, Person
from zhunsheng.kernel.org.rights import holds
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.trail.refuse import refusing

SHORTEST = 10
_TOKENS = PasswordResetTokenGenerator()


def change_password(person: Person, old: str, new: str) -> None:
    """The person's own change; every other session of theirs ends.

    Errors: InvalidError for an old password that is wrong, or a new one that will not do.
    """
    if not person.check_password(old):
        raise _fault(
            "原密码", "不正确，请重新输入。", "is not right; type it again.", "old password"
        )
    if old == new:
        raise _fault("新密码", "与原密码相同，请另设。", "is the old one; choose another.")
    set_password(person, new)


def password_link(person: Person, *, by: Person) -> str:
    """The secret of a link by which the person chooses a password, once; an earlier link dies.

    Only an account without password can be sent one: a new one, or one whose password two
    administrators reset. Errors: NotAllowedError, NotPossibleError.
    """
    agency, doing = person.agency, ("发放设置密码链接", "make a password link")
    with refusing(agency, "password_link", by=by):
        if by.pk == person.pk or not (by.agency_id == agency.pk or _set_up(agency, person, by)):
            raise NotAllowedError(
                f"{by.name}不能为{person.name}发放链接：须由本单位另一名管理人员办理。",
                f"{by.name} makes no link for {person.name}: another administrator of the"
                " agency does.",
            )
        require_role(by, approvers(by.agency), clock.today(), doing=doing)
        if person.has_usable_password() or not person.is_active:
            raise NotPossibleError(
                f"{person.name}的账号已有密码或者已停用；忘记密码的，请先提出“重置密码”。",
                f"{person.name} has a password or is suspended; propose a reset of a lost one.",
            )
        with acting(agency, "password_link", by=by) as act:
            person.set_unusable_password()  # another random mark: links made before are void
            person.save(update_fields=["password"])
            act.details["for"] = person.username
    return _TOKENS.make_token(person)


def _set_up(agency: Agency, person: Person, by: Person) -> bool:
    """Whether it is an administrator of an institution affiliated to the maker's agency."""
    ours = agency.affiliated and agency.parent_id == by.agency_id
    return ours and holds(person, Role.ADMINISTRATOR, on=clock.today())


def first_links(agency: Agency) -> tuple[tuple[Person, str], ...]:
    """Each administrator of an agency nobody has signed in to yet, with the secret of a link.

    Errors: NotPossibleError once anybody of the agency has a password.
    """
    people = Person.objects.filter(agency=agency)
    if any(person.has_usable_password() for person in people):
        raise NotPossibleError(
            "本单位已有人设置密码；其余链接由系统管理员发放。",
            "somebody of the agency has a password: an administrator makes further links.",
        )
    held = people.filter(posts__role=Role.ADMINISTRATOR).distinct().order_by("pk")
    return tuple((person, _TOKENS.make_token(person)) for person in held)


def holder_of(account: str, token: str) -> Person | None:
    """Whose link it is; None where it was used, has run out, or never was one."""
    person = Person.objects.filter(username=account, is_active=True).first()
    if person is None or person.has_usable_password():
        return None
    return person if _TOKENS.check_token(person, token) else None


def set_password(person: Person, new: str) -> None:
    """The password from now on. Errors: InvalidError where it can be guessed."""
    require_strong(person, new)
    with acting(person.agency, "password", by=person):
        person.set_password(new)
        person.save(update_fields=["password"])


def require_strong(person: Person, new: str) -> None:
    """Errors: InvalidError for a password that is short, common, or says the account."""
    if len(new) < SHORTEST:
        raise _fault(
            "新密码", f"至少{SHORTEST}个字符，请加长。", f"has fewer than {SHORTEST} characters."
        )
    if new.isdigit() or len(set(new)) < 4 or person.username in new.lower():
        raise _fault(
            "新密码",
            "过于简单：不能只用数字、不能只有几个字符重复、不能含账号。",
            "is too plain: more than digits, more than a few characters, without the account.",
        )
    try:
        CommonPasswordValidator().validate(new)
    except ValidationError:
        raise _fault("新密码", "是常见密码，请另设。", "is a common one; choose another.") from None


def _fault(zh: str, said_zh: str, said_en: str, en: str = "the new password") -> InvalidError:
    return InvalidError(((zh, said_zh, f"({en}) {said_en}"),))
