"""Visits to enterprises: what they asked about law, and what they were told."""

from typing import ClassVar

from django.db import models

from zhunsheng.kernel.declare import Record, label


class EnterpriseVisit(Record):
    """One visit; the enterprise is known by its credit code, else by its name."""

    enterprise = models.CharField(label("企业名称", "enterprise"), max_length=120)
    credit_code = models.CharField(
        label("统一社会信用代码", "credit code"), max_length=18, blank=True
    )
    visited_on = models.DateField(label("走访日期", "visited on"))
    question = models.CharField(label("企业提出的问题", "question"), max_length=300, blank=True)
    advice = models.CharField(label("解答和指导", "advice"), max_length=300, blank=True)

    class Meta(Record.Meta):
        indexes: ClassVar = [
            models.Index(fields=["agency", "visited_on"], name="outreach_visited"),
        ]
