"""Changes to accounts: a new one, another name or mail, suspended, resumed, without password."""

from collections.abc import Mapping

from zhunsheng.kernel.errors import NotPossibleError
from zhunsheng.kernel.org.answers import account_of, mail_of, person_of, text_of
from zhunsheng.kernel.org.apart import require_two_administrators
from zhunsheng.kernel.org.change import Ask, Asked, Kind, Told
from zhunsheng.kernel.org.models import Agency, Person

_NAME = Asked("name", "姓名", "name")
_MAIL = Asked("mail", "邮箱", "mail", Ask.MAIL, required=False, most=254)


def _enrol(agency: Agency, values: Mapping[str, str]) -> Told:
    name = text_of(values, "name", "姓名")
    account = account_of(values, "account")
    person = Person(username=account, name=name, mail=mail_of(values), agency=agency)
    person.set_unusable_password()
    person.save()
    return Told(f"新设账号{account}（{name}）", f"new account {account} ({name})", person.pk)


def _alter(agency: Agency, values: Mapping[str, str]) -> Told:
    person, name, mail = person_of(agency, values), text_of(values, "name", "姓名"), mail_of(values)
    if (person.name, person.mail) == (name, mail):
        raise NotPossibleError(
            f"{person.name}的姓名和邮箱没有变化。", f"nothing about {person.name} would change."
        )
    told = Told(
        f"{person.username}的姓名、邮箱由“{_both(person)}”改为“{name} {mail}”".replace(" ”", "”"),
        f"{person.username}: '{_both(person)}' becomes '{name} {mail}'".replace(" '", "'"),
        person.pk,
    )
    person.name, person.mail = name, mail
    person.save(update_fields=["name", "mail"])
    return told


def _both(person: Person) -> str:
    return f"{person.name} {person.mail}".strip()


def _suspend(agency: Agency, values: Mapping[str, str]) -> Told:
    person = _switched(agency, values, active=False)
    require_two_administrators(agency)
    return Told(
        f"停用{person.name}（{person.username}）的账号",
        f"suspend the account of {person.name} ({person.username})",
        person.pk,
    )


def _resume(agency: Agency, values: Mapping[str, str]) -> Told:
    person = _switched(agency, values, active=True)
    return Told(
        f"恢复{person.name}（{person.username}）的账号",
        f"resume the account of {person.name} ({person.username})",
        person.pk,
    )


def _switched(agency: Agency, values: Mapping[str, str], *, active: bool) -> Person:
    person = person_of(agency, values)
    if person.is_active == active:
        raise NotPossibleError(
            f"{person.name}的账号{'没有停用' if active else '已经停用'}。",
            f"the account of {person.name} is {'in use' if active else 'suspended'} already.",
        )
    person.is_active = active
    person.save(update_fields=["is_active"])
    return person


def _reset(agency: Agency, values: Mapping[str, str]) -> Told:
    person = person_of(agency, values)
    if not person.has_usable_password():
        raise NotPossibleError(
            f"{person.name}的账号没有密码，不必重置；请直接发放设置密码的链接。",
            f"{person.name} has no password to reset; send a link to set one.",
        )
    person.set_unusable_password()  # their sessions end with it
    person.save(update_fields=["password"])
    return Told(
        f"重置{person.name}（{person.username}）的密码",
        f"reset the password of {person.name} ({person.username})",
        person.pk,
    )


PEOPLE = (
    Kind(
        "enrol", "新设账号", "new account",
        (_NAME, Asked("account", "账号", "account", most=40), _MAIL), _enrol,
    ),
    Kind("alter_person", "变更姓名、邮箱", "change name or mail", (_NAME, _MAIL), _alter, "person"),
    Kind("suspend", "停用账号", "suspend the account", (), _suspend, "person"),
    Kind("resume", "恢复账号", "resume the account", (), _resume, "person"),
    Kind("reset_password", "重置密码", "reset the password", (), _reset, "person"),
)  # fmt: skip
