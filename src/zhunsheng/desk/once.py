"""A form that is sent twice acts once: its key finds the first result."""

import uuid
from collections.abc import Callable

from django.db import IntegrityError
from django.http import HttpRequest

from zhunsheng.desk.who import person_of
from zhunsheng.kernel.trail.models import ActionKey, Chain


def new_key() -> str:
    """The key of a form about to be shown."""
    return uuid.uuid4().hex


def once(request: HttpRequest, act: Callable[[], str]) -> str:
    """The address to go to: of this act, or of the first one sent with the same key."""
    key = request.POST.get("key", "")
    done = ActionKey.objects.filter(key=key).first() if key else None
    if done is not None:
        return done.result
    result = act()
    if key:
        agency = person_of(request).agency
        entry = Chain.objects.filter(agency=agency).values_list("length", flat=True).first() or 0
        try:
            ActionKey.objects.create(key=key, agency=agency, entry=entry, result=result)
        except IntegrityError:
            return ActionKey.objects.get(key=key).result
    return result
