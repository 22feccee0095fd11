"""Taking a step on the day it is dated, as people do."""

from datetime import datetime, time

from django.utils import timezone

from zhunsheng.kernel.clock import standing_at
from zhunsheng.kernel.procedure.models import Step
from zhunsheng.kernel.procedure.perform import Taking, perform
from zhunsheng.kernel.record.models import Record


def take(record: Record, key: str, taking: Taking) -> Step:
    """The step, with the clock standing at noon of its own day."""
    with standing_at(timezone.make_aware(datetime.combine(taking.on, time(12)))):
        return perform(record, key, taking)
