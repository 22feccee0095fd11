"""Which divisions have closed their registers for a year, and which have not."""

from collections import defaultdict

from django.db import connection

from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.one_page import asked_once
from zhunsheng.kernel.org.models import Agency, Division
from zhunsheng.kernel.regime import Register
from zhunsheng.kernel.registry import registry

# Every figure asks this: by hand, since the ORM takes longer to compile it twice than it takes.
_CLOSINGS = """
SELECT d.id, d.kind, d.name, c.register, c.closed FROM kernel_division d LEFT JOIN kernel_closing c
ON c.division_id = d.id AND c.agency_id = d.agency_id AND c.year = %s AND c.month IS NULL
WHERE d.agency_id IN ({}) ORDER BY d.agency_id, d."order", d.code, c.id"""


def agencies_of(scope: Scope) -> tuple[int, ...]:
    """The agency and, where the scope says so, its affiliated institutions."""
    if not scope.affiliated:
        return (scope.agency_id,)
    below = Agency.objects.filter(parent_id=scope.agency_id, affiliated=True)
    return (scope.agency_id, *below.order_by("pk").values_list("pk", flat=True))


def divisions_in(agencies: tuple[int, ...]) -> list[Division]:
    """The divisions of the agencies, in the order of each."""
    rows = Division.objects.filter(agency_id__in=agencies).order_by("agency", "order", "code")
    return asked_once(("divisions", agencies), lambda: list(rows))


def answering(register: Register) -> Register:
    """The register whose closing answers for this one: a line is closed with its parent."""
    while register.parent_model is not None and not register.owed_by:
        register = registry().register_of(register.parent_model)
    return register


def not_closed(
    scope: Scope, *, agencies: tuple[int, ...] | None = None
) -> dict[str, tuple[str, ...]]:
    """Register kind → names of the divisions that owe it and have not closed it."""
    divisions, closed = _asked(agencies or agencies_of(scope), scope.year)
    found: dict[str, tuple[str, ...]] = {}
    for register in registry().registers():
        answers = answering(register)
        owing = [d for kind in answers.owed_by for d in divisions[kind]]
        found[register.kind] = tuple(n for pk, n in owing if (pk, answers.kind) not in closed)
    return found


def _asked(
    agencies: tuple[int, ...], year: int
) -> tuple[dict[str, list[tuple[int, str]]], set[tuple[int, str]]]:
    """Kind → divisions of it; and (division, register) of what is closed."""
    with connection.cursor() as cursor:
        cursor.execute(_CLOSINGS.format(", ".join(["%s"] * len(agencies))), [year, *agencies])
        rows = cursor.fetchall()
    divisions: dict[str, dict[int, str]] = defaultdict(dict)
    newest: dict[tuple[int, str], bool] = {}
    for pk, kind, name, register, closed in rows:
        divisions[kind][pk] = name
        newest[pk, register] = bool(closed)
    found = defaultdict(list, {kind: list(named.items()) for kind, named in divisions.items()})
    return found, {key for key, closed in newest.items() if closed}
