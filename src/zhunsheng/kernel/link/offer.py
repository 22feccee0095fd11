"""Offers: which register can play which role for other records, and on what condition."""

from dataclasses import dataclass

from django.db.models import Q

from zhunsheng.kernel.record.models import Record

#: Roles two regimes may use without knowing each other: key → (zh, en).
ROLES: dict[str, tuple[str, str]] = {
    "legal_opinion": ("法律意见", "legal opinion"),
    "counsel_request": ("法律意见征询", "request for counsel's opinion"),
    "publication": ("公开信息", "publication"),
    "answers_problem": ("回应的问题", "problem answered"),
    "facet": ("事项", "facet of an occasion"),
    "posted": ("已发布信息", "item posted"),
    "minutes": ("会议纪要", "minutes"),
    "cleanup": ("清理结论", "clean-up conclusion"),
    "next_year_task": ("下年任务", "next year's task"),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """Rows of `of` that meet `when` may play `role`."""

    role: str
    of: type[Record]
    when: Q
