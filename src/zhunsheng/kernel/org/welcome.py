"""The day a person put the first-day panel away."""

from datetime import date

from zhunsheng.kernel.org.models import Person


def welcomed(person: Person, on: date) -> None:
    """The panel is not shown to the person again; the first day of it stays."""
    Person.objects.filter(pk=person.pk, welcomed_on__isnull=True).update(welcomed_on=on)
