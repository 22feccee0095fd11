"""Answers of a change's form as what they name: a person, post or division of the agency, a day."""

import re
from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from zhunsheng.kernel.errors import InvalidError
from zhunsheng.kernel.org.models import Agency, Delegation, Division, Person, Post
from zhunsheng.kernel.org.roles import Role

T = TypeVar("T")
_ACCOUNT = re.compile(r"[a-z][a-z0-9._-]{1,39}")


def fault(zh: str, said_zh: str, said_en: str) -> InvalidError:
    """The refusal of one answer, by the Chinese name of its question."""
    return InvalidError(((zh, said_zh, said_en),))


def text_of(values: Mapping[str, str], name: str, zh: str, *, most: int = 60) -> str:
    """The answer without spaces around it. Errors: InvalidError where it is empty or too long."""
    text = values.get(name, "").strip()
    if not text:
        raise fault(zh, "必填，请补充。", "is required; fill it in.")
    if len(text) > most:
        raise fault(zh, f"最多{most}个字，请精简。", f"is too long: {most} characters at most.")
    return text


def account_of(values: Mapping[str, str], name: str) -> str:
    """The name of a new account. Errors: InvalidError where it is none, or taken."""
    account = text_of(values, name, "账号", most=40)
    if not _ACCOUNT.fullmatch(account):
        raise fault(
            "账号",
            "以小写字母开头，只用小写字母、数字、点和横线，2至40个字符。",
            "begins with a letter; lower-case letters, digits, dots and dashes, 2 to 40.",
        )
    if Person.objects.filter(username=account).exists():
        raise fault("账号", f"“{account}”已被使用，请另取一个。", f"'{account}' is taken already.")
    return account


def mail_of(values: Mapping[str, str]) -> str:
    """The address; empty where none is given. Errors: InvalidError where it is none."""
    mail = values.get("mail", "").strip()
    if not mail:
        return ""
    try:
        validate_email(mail)
    except ValidationError:
        raise fault("邮箱", "不是邮箱地址，请核对。", "is no mail address.") from None
    return mail


def day_of(values: Mapping[str, str], name: str, zh: str) -> date:
    """The day. Errors: InvalidError."""
    found = day_or_none(values, name, zh)
    if found is None:
        raise fault(zh, "必填，请补充。", "is required; fill it in.")
    return found


def day_or_none(values: Mapping[str, str], name: str, zh: str) -> date | None:
    """The day; None where the question was left open. Errors: InvalidError."""
    text = values.get(name, "").strip()
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise fault(
            zh, "不是日期；请写成2024-03-05这样的形式。", "is no date; write it like 2024-03-05."
        ) from None


def role_of(values: Mapping[str, str]) -> Role:
    """The role a post may give. Errors: InvalidError."""
    try:
        role = Role(values.get("role", ""))
    except ValueError:
        role = Role.SYSTEM
    if role == Role.SYSTEM:
        raise fault("角色", "不在可选范围内，请从列表中选择。", "is none that can be given.")
    return role


def person_of(agency: Agency, values: Mapping[str, str], name: str = "person") -> Person:
    """The person of the agency. Errors: InvalidError."""
    found = Person.objects.filter(agency=agency, pk=_key(values, name)).first()
    return _found(found, "人员", "the person")


def post_of(agency: Agency, values: Mapping[str, str]) -> Post:
    """The post of a person of the agency. Errors: InvalidError."""
    rows = Post.objects.filter(person__agency=agency).select_related("person", "division")
    return _found(rows.filter(pk=_key(values, "post")).first(), "任职", "the post")


def delegation_of(agency: Agency, values: Mapping[str, str]) -> Delegation:
    """The delegation of a post of the agency. Errors: InvalidError."""
    rows = Delegation.objects.filter(post__person__agency=agency)
    rows = rows.select_related("post__person", "to")
    return _found(rows.filter(pk=_key(values, "delegation")).first(), "委托", "the delegation")


def division_of(agency: Agency, values: Mapping[str, str]) -> Division:
    """The division of the agency. Errors: InvalidError."""
    found = agency.divisions.filter(pk=_key(values, "division")).first()
    return _found(found, "科室", "the division")


def _key(values: Mapping[str, str], name: str) -> int:
    text = values.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _found(found: T | None, zh: str, en: str) -> T:
    if found is None:
        raise fault(zh, "本单位没有这一项，请从列表中选择。", f"{en} is not one of this agency.")
    return found
