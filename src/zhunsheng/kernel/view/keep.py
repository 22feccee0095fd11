"""Keeping a view of a list, for oneself or shared with one's division, and dropping it."""

from datetime import date

from django.db import transaction
from django.db.models import Q, QuerySet

from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.org.models import Division, Person
from zhunsheng.kernel.org.rights import roles_of
from zhunsheng.kernel.view.models import SavedView

#: As many as a person finds again in a row of names.
MOST = 20
_NAME, _QUERY = 40, 1000  # characters


class ViewError(KernelError):
    """A view that cannot be kept."""

    code = "VIEW"


def views_of(person: Person, register: str, divisions: list[Division]) -> QuerySet[SavedView]:
    """The person's own views of the register, and those shared with these divisions."""
    shared = Q(division__in=divisions)
    rows = SavedView.objects.filter(Q(owner=person) | shared, register=register)
    return rows.select_related("owner", "division")


def divisions_shared(person: Person, *, on: date) -> list[Division]:
    """The divisions in which the person holds a post of their own or by delegation."""
    held = [h.division_id for h in roles_of(person, on) if h.division_id is not None]
    return list(Division.objects.filter(pk__in=held))


def keep(
    person: Person,
    register: str,
    *,
    name: str,
    query: str,
    division: Division | None = None,
    default: bool = False,
    on: date,
) -> SavedView:
    """The view, in place of the person's own of that name. Errors: ViewError, for each its why."""
    name = name.strip()
    _require(person, register, name, query)
    if division is not None and division not in divisions_shared(person, on=on):
        raise ViewError(
            f"您在“{division.name}”没有任职，不能与该科室共用视图；请选择本人所在科室。",
            f"you hold no post in {division.name} and cannot share a view with it; choose a"
            " division of yours.",
        )
    with transaction.atomic():
        own = SavedView.objects.filter(owner=person, register=register)
        if default:
            own.filter(default=True).update(default=False)
        view, _ = own.update_or_create(
            owner=person,
            register=register,
            name=name,
            defaults={"query": query, "division": division, "default": default},
        )
        return view


def drop(view: SavedView, *, by: Person) -> None:
    """The view is gone. Errors: ViewError for a view of somebody else's."""
    if view.owner_id != by.pk:
        raise ViewError(
            f"视图“{view.name}”由{view.owner.name}保存，只能由本人删除。",
            f"the view '{view.name}' is {view.owner.name}'s; only they can delete it.",
        )
    view.delete()


def _require(person: Person, register: str, name: str, query: str) -> None:
    if not name or len(name) > _NAME:
        raise ViewError(
            f"请填写视图名称，不超过{_NAME}个字。",
            f"give the view a name of {_NAME} characters at most.",
        )
    if len(query) > _QUERY:
        raise ViewError(
            "筛选条件过长，无法保存；请减少条件后再保存。",
            "these filters are too long to keep; use fewer of them.",
        )
    own = SavedView.objects.filter(owner=person, register=register).exclude(name=name)
    if own.count() >= MOST:
        raise ViewError(
            f"本台账的视图已有{MOST}个；请先删除不用的视图。",
            f"you keep {MOST} views of this register already; delete one that you no longer use.",
        )
