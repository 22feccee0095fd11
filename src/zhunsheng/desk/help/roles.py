"""What each role is told: its work, the first three things to do, what people ask."""

import functools
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.org.roles import ROLE_NAMES, Role


@dataclass(frozen=True, slots=True)
class First:
    """One of the first things to do; `to` names the page where it is done."""

    to: str
    what: tuple[str, str]
    why: tuple[str, str]

    def __str__(self) -> str:
        return in_language(*self.what)

    @property
    def reason(self) -> str:
        return in_language(*self.why)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question people ask, with its answer."""

    question: tuple[str, str]
    answer: tuple[str, str]

    def __str__(self) -> str:
        return in_language(*self.question)

    @property
    def told(self) -> str:
        return in_language(*self.answer)


@dataclass(frozen=True, slots=True)
class RoleHelp:
    """One role's page."""

    role: Role
    work: tuple[str, str]
    first: tuple[First, ...]
    asked: tuple[Asked, ...]

    def __str__(self) -> str:
        return in_language(*self.work)

    @property
    def name(self) -> str:
        return in_language(*ROLE_NAMES[self.role])


@functools.cache
def role_helps() -> dict[Role, RoleHelp]:
    """Every role a person can hold, in the order of the roles."""
    text = Path(__file__).with_name("roles.toml").read_text(encoding="utf-8")
    told = tomllib.loads(text)
    return {role: _help(role, told[role.value]) for role in Role if role.value in told}


def _help(role: Role, told: dict[str, Any]) -> RoleHelp:
    first = (First(f["to"], (f["zh"], f["en"]), (f["why_zh"], f["why_en"])) for f in told["first"])
    asked = (Asked((a["zh"], a["en"]), (a["say_zh"], a["say_en"])) for a in told["asked"])
    return RoleHelp(role, (told["zh"], told["en"]), tuple(first), tuple(asked))
