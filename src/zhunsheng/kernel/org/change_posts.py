"""Changes to posts and delegations: given from a day to a day, ended; the past stays."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.db.models import Q

from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import NotPossibleError
from zhunsheng.kernel.org.answers import (
    day_of,
    day_or_none,
    delegation_of,
    division_of,
    fault,
    person_of,
    post_of,
    role_of,
    text_of,
)
from zhunsheng.kernel.org.apart import require_apart, require_two_administrators
from zhunsheng.kernel.org.change import Ask, Asked, Kind, Told
from zhunsheng.kernel.org.models import Agency, Delegation, Post
from zhunsheng.kernel.org.roles import ADMINISTRATORS, ROLE_NAMES, Role

_FIRST = Asked("first_day", "起始日期", "from", Ask.DAY)
_LAST = Asked("last_day", "截止日期", "until", Ask.DAY)


def _appoint(agency: Agency, values: Mapping[str, str]) -> Told:
    person, role = person_of(agency, values), role_of(values)
    division = division_of(agency, values) if values.get("division") else None
    first, last = _term(values)
    if role == Role.DIVISION_HEAD and division is None:
        raise fault("科室", "科室负责人须选定科室。", "a division head needs a division.")
    if role in ADMINISTRATORS and division is not None:
        raise fault("科室", "管理人员不属于科室，请留空。", "an administrator has no division.")
    require_apart(person, role, first, last)
    held = Post.objects.filter(_overlaps(first, last), person=person, role=role, division=division)
    if held.exists():
        raise NotPossibleError(
            f"{person.name}同期已有这一任职。",
            f"{person.name} holds this post at that time already.",
        )
    post = Post.objects.create(
        person=person, role=role, division=division, first_day=first, last_day=last
    )
    return Told(
        f"{person.name}任{_post(post)}，自{first}起" + (f"至{last}止" if last else ""),
        f"{person.name} becomes {_post_en(post)} from {first}" + (f" to {last}" if last else ""),
        person.pk,
    )


def _end_post(agency: Agency, values: Mapping[str, str]) -> Told:
    post, last = post_of(agency, values), day_of(values, "last_day", "截止日期")
    _require_not_past(last, post.first_day)
    post.last_day = last
    post.save(update_fields=["last_day"])
    if Role(post.role) in ADMINISTRATORS:
        require_two_administrators(agency)
    return Told(
        f"{post.person.name}所任{_post(post)}至{last}止",
        f"{post.person.name} is {_post_en(post)} until {last}",
        post.person_id,
    )


def _delegate(agency: Agency, values: Mapping[str, str]) -> Told:
    post, to = post_of(agency, values), person_of(agency, values, "to")
    first, last = _term(values)
    why = text_of(values, "reason", "理由", most=200)
    if last is None:
        raise fault("截止日期", "委托须有截止日期。", "a delegation has a last day.")
    if to.pk == post.person_id:
        raise fault("受托人", "不能委托给本人。", "is the person themselves.")
    if not post.held_on(first) or not post.held_on(last):
        raise fault("起始日期", "超出了任职期间。", "the post does not last so long.")
    require_apart(to, Role(post.role), first, last)
    Delegation.objects.create(post=post, to=to, first_day=first, last_day=last, reason=why)
    return Told(
        f"{post.person.name}所任{_post(post)}委托{to.name}行使，{first}至{last}",
        f"{to.name} stands in for {post.person.name} as {_post_en(post)}, {first} to {last}",
        to.pk,
    )


def _end_delegation(agency: Agency, values: Mapping[str, str]) -> Told:
    row, last = delegation_of(agency, values), day_of(values, "last_day", "截止日期")
    _require_not_past(last, row.first_day)
    if last >= row.last_day:
        raise fault("截止日期", "须早于原截止日期。", "is no earlier than it ends anyway.")
    row.last_day = last
    row.save(update_fields=["last_day"])
    return Told(
        f"{row.to.name}代行{row.post.person.name}所任{_post(row.post)}，至{last}止",
        f"{row.to.name} stands in as {_post_en(row.post)} until {last} only",
        row.to_id,
    )


def _term(values: Mapping[str, str]) -> tuple[date, date | None]:
    first, last = (
        day_of(values, "first_day", "起始日期"),
        day_or_none(values, "last_day", "截止日期"),
    )
    if last is not None and last < first:
        raise fault("截止日期", "早于起始日期。", "is before the first day.")
    return first, last


def _require_not_past(last: date, first: date) -> None:
    """What was done under the post stays done: it may end yesterday at the earliest."""
    if last < clock.today() - timedelta(days=1) or last < first - timedelta(days=1):
        raise fault(
            "截止日期",
            "不能早于昨天，也不能早于起始日期：已经过去的任职不作更改。",
            "cannot be before yesterday or before it began: what is past stays as it was.",
        )


def _overlaps(first: date, last: date | None) -> Q:
    within = Q(last_day__isnull=True) | Q(last_day__gte=first)
    return within if last is None else within & Q(first_day__lte=last)


def _post(post: Post) -> str:
    where = f"（{post.division.name}）" if post.division else ""
    return ROLE_NAMES[Role(post.role)][0] + where


def _post_en(post: Post) -> str:
    where = f" ({post.division.name})" if post.division else ""
    return ROLE_NAMES[Role(post.role)][1] + where


POSTS = (
    Kind(
        "appoint", "新增任职", "new post",
        (
            Asked("role", "角色", "role", Ask.ROLE),
            Asked("division", "科室（全局性任职留空）", "division (none: the whole agency)",
                  Ask.DIVISION, required=False),
            _FIRST, Asked("last_day", "截止日期（长期留空）", "until (none: open)", Ask.DAY,
                          required=False),
        ),
        _appoint, "person",
    ),
    Kind("end_post", "终止任职", "end the post", (_LAST,), _end_post, "post"),
    Kind(
        "delegate", "委托他人代行（AB角）", "let another stand in",
        (Asked("to", "受托人", "who stands in", Ask.PERSON), _FIRST, _LAST),
        _delegate, "post",
    ),
    Kind("end_delegation", "提前终止委托", "end the delegation", (_LAST,), _end_delegation,
         "delegation"),
)  # fmt: skip
