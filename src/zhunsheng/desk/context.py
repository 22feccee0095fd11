"""What every page of the desk shows: who is signed in, the registers they may open."""

from collections.abc import Iterator

from django.conf import settings
from django.http import HttpRequest

from zhunsheng.desk.permissions import PERMISSIONS
from zhunsheng.desk.show import listed
from zhunsheng.desk.theme import theme_of
from zhunsheng.desk.who import person_of, roles, shown_registers
from zhunsheng.kernel import clock
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.roles import ROLE_NAMES, Role


def page(request: HttpRequest) -> dict[str, object]:
    """Names for the templates."""
    shared: dict[str, object] = {
        "demo": settings.DEMO,
        "demo_day": clock.today(),
        "in_english": getattr(request, "LANGUAGE_CODE", "") == "en",
        "address": request.get_full_path(),
        "theme": theme_of(request),
    }
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        return shared
    person = person_of(request)
    held = roles(person)
    shared |= {
        "person": person,
        "role_names": listed(in_language(*ROLE_NAMES[r]) for r in Role if r in held),
        "may": {n.replace("-", "_"): True for n, who in PERMISSIONS.items() if who & held},
        "menu": list(_menu(person)),
    }
    return shared


def _menu(person: Person) -> Iterator[tuple[str, list[str], list[tuple[str, str]]]]:
    """(regime, its registers' kinds, those with their names); for an adviser what asks them."""
    shown = shown_registers(person)
    for zh, en, declared in used_by(person.agency).groups():
        registers = [r for r in declared if shown is None or r.kind in shown]
        if registers:
            named = [(r.kind, in_language(r.zh, r.en)) for r in registers]
            yield in_language(zh, en), [r.kind for r in registers], named
