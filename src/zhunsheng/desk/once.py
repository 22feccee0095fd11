"""A form that is sent twice acts once: its key finds the first result."""

import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from hashlib import sha256

from django.contrib.sessions.models import Session
from django.db import IntegrityError, transaction
from django.http import HttpRequest

from zhunsheng.desk.who import person_of
from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import ConflictError
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.trail.models import ActionKey, Chain

_LIVES = timedelta(minutes=10)
_PATIENCE, _PAUSE = 300, 0.1


def new_key() -> str:
    """The key of a form about to be shown."""
    return uuid.uuid4().hex


def once(request: HttpRequest, act: Callable[[], str]) -> str:
    """The address to go to: of this act, or of the first one the person sent with the same key.

    Errors: ConflictError while the first one is still at work.
    """
    sent = request.POST.get("key", "")
    if not sent:
        return act()
    person = person_of(request)
    key = sha256(f"{person.pk}:{sent}".encode()).hexdigest()
    with _claimed(key):
        done = ActionKey.objects.filter(key=key).first()
        return done.result if done else _kept(key, person, act())


def _kept(key: str, person: Person, result: str) -> str:
    chain = Chain.objects.filter(agency=person.agency).first()
    ActionKey.objects.create(
        key=key, agency=person.agency, entry=chain.length if chain else 0, result=result
    )
    return result


@contextmanager
def _claimed(key: str) -> Iterator[None]:
    """Holds the key among every process of the installation; a second sender waits here.

    The claim is a row of short life among the sessions: unlike the trail it may be deleted.
    """
    name = f"once{key[:36]}"
    for _ in range(_PATIENCE):
        if _claim(name):
            break
        time.sleep(_PAUSE)
    else:
        raise ConflictError(
            "该表单已提交，正在办理；请稍候刷新页面查看结果。",
            "this form was sent already and is being worked on; reload the page in a moment.",
        )
    try:
        yield
    finally:
        Session.objects.filter(session_key=name).delete()


def _claim(name: str) -> bool:
    now = clock.now()
    Session.objects.filter(session_key=name, expire_date__lt=now).delete()
    try:
        with transaction.atomic():
            Session.objects.create(session_key=name, session_data="", expire_date=now + _LIVES)
    except IntegrityError:
        return False
    return True
