"""The principal's yearly account of performing the duties of the first-responsible person."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from zhunsheng.kernel.declare import Record, label


class AccountForm(models.TextChoices):
    """How the account was given."""

    WRITTEN = "written", label("书面述法", "in writing")
    MEETING = "meeting", label("会议述法", "at a meeting")


class AccountReport(Record):
    """An account from the day it was asked for to the last thing put right after it."""

    for_year = models.PositiveIntegerField(label("述法年度", "for the year"))
    form = models.CharField(label("述法形式", "form"), max_length=10, choices=AccountForm.choices)
    assigned_on = models.DateField(label("部署日期", "asked for on"))
    with_annual_report = models.BooleanField(
        label("列入年终述职", "part of the year-end report on duties"), default=False
    )
    reported_on = models.DateField(label("述法日期", "given on"), null=True, blank=True)
    commented_on = models.DateField(label("点评日期", "commented on"), null=True, blank=True)
    comments = models.TextField(label("点评意见", "comments"), blank=True)
    to_rectify = models.BooleanField(label("需要整改", "to be put right"), default=False)
    rectification = models.TextField(label("整改情况", "what was put right"), blank=True)
    rectified_on = models.DateField(label("整改完成日期", "put right on"), null=True, blank=True)

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(commented_on__isnull=True)
                | Q(reported_on__isnull=False, commented_on__gte=F("reported_on")),
                name="leadership_account_commented",
            ),
            models.CheckConstraint(
                condition=Q(rectified_on__isnull=True)
                | Q(
                    to_rectify=True,
                    commented_on__isnull=False,
                    rectified_on__gte=F("commented_on"),
                ),
                name="leadership_account_rectified",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "reported_on"], name="leadership_reported"),
            models.Index(fields=["agency", "commented_on"], name="leadership_commented"),
        ]
