"""The division on which falls what an agency owes the public and those above it."""

from datetime import date

from zhunsheng.kernel.org.models import Agency, Division, Post
from zhunsheng.kernel.org.roles import Role
from zhunsheng.reports.errors import ReportError


def answering(agency: Agency, today: date) -> Division:
    """That of the office's first post, else the agency's first."""
    posts = Post.objects.filter(
        person__agency=agency, role=Role.OFFICE, division__isnull=False, first_day__lte=today
    ).exclude(last_day__lt=today)
    post = posts.select_related("division").order_by("pk").first()
    found = post.division if post else Division.objects.filter(agency=agency).first()
    if found is None:
        raise ReportError(
            "本单位没有科室，无从承办；请先设置科室。",
            "the agency has no division that could do it: set one up first.",
        )
    return found
