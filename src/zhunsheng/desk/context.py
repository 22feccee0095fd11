"""What every page of the desk shows: who is signed in, the registers they may open."""

from django.conf import settings
from django.http import HttpRequest

from zhunsheng.desk.permissions import PERMISSIONS
from zhunsheng.desk.show import listed
from zhunsheng.desk.who import person_of, roles
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.org.roles import ROLE_NAMES, Role


def page(request: HttpRequest) -> dict[str, object]:
    """Names for the templates."""
    shared: dict[str, object] = {
        "demo": settings.DEMO,
        "in_english": getattr(request, "LANGUAGE_CODE", "") == "en",
        "address": request.get_full_path(),
    }
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        return shared
    person = person_of(request)
    held = roles(person)
    shared |= {
        "person": person,
        "role_names": listed(in_language(*ROLE_NAMES[r]) for r in Role if r in held),
        "may": {n.replace("-", "_"): True for n, who in PERMISSIONS.items() if who & held},
        "menu": [
            (
                in_language(zh, en),
                [r.kind for r in registers],
                [(r.kind, in_language(r.zh, r.en)) for r in registers],
            )
            for zh, en, registers in used_by(person.agency_id).groups()
        ],
    }
    return shared
