"""Safety inspections, and each hazard found, to the day it is crossed off."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from zhunsheng.kernel.declare import Record, label


class Grade(models.TextChoices):
    """How grave a hazard is."""

    GENERAL = "general", label("一般隐患", "general")
    MAJOR = "major", label("重大隐患", "major")


class Inspection(Record):
    """One inspection; one that found nothing is recorded all the same."""

    number = models.CharField(label("检查编号", "number"), max_length=40)
    held_on = models.DateField(label("检查日期", "held on"))
    place = models.CharField(label("检查地点", "place"), max_length=120)
    led_by = models.CharField(label("带队人", "led by"), max_length=40)
    by_leader = models.BooleanField(label("局领导带队", "led by a head of the bureau"))

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["agency", "number"],
                condition=~Q(standing="voided"),
                name="emergency_inspection_number",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "held_on"], name="emergency_inspected"),
        ]


class Hazard(Record):
    """One hazard: found, rectified, re-checked, crossed off 销号, each on its own day.

    `rectifier` and `rechecker` are who did it, not who entered it: they should be two persons.
    """

    inspection = models.ForeignKey(
        Inspection,
        on_delete=models.PROTECT,
        related_name="hazards",
        verbose_name=label("所属检查编号", "inspection"),
    )
    number = models.CharField(label("隐患编号", "number"), max_length=40)
    grade = models.CharField(label("隐患等级", "grade"), max_length=10, choices=Grade.choices)
    place = models.CharField(label("隐患部位", "place"), max_length=120)
    # Repeated from the inspection: a figure is dated by its own row's column, never by a join.
    found_on = models.DateField(label("发现日期", "found on"))
    rectify_by = models.DateField(label("整改时限", "to be rectified by"))
    rectified_on = models.DateField(label("整改完成日期", "rectified on"), null=True, blank=True)
    rectifier = models.CharField(label("整改责任人", "rectified by"), max_length=40, blank=True)
    rechecked_on = models.DateField(label("复查日期", "re-checked on"), null=True, blank=True)
    rechecker = models.CharField(label("复查人", "re-checked by"), max_length=40, blank=True)
    closed_on = models.DateField(label("销号日期", "crossed off on"), null=True, blank=True)

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["agency", "number"],
                condition=~Q(standing="voided"),
                name="emergency_hazard_number",
            ),
            models.CheckConstraint(
                condition=Q(rectify_by__gte=F("found_on")), name="emergency_hazard_term"
            ),
            models.CheckConstraint(
                condition=Q(rectified_on__isnull=True) | Q(rectified_on__gte=F("found_on")),
                name="emergency_hazard_rectified",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("found_on")),
                name="emergency_hazard_closed",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "found_on"], name="emergency_found"),
            models.Index(fields=["agency", "rectify_by"], name="emergency_rectify_by"),
            models.Index(fields=["agency", "rechecked_on"], name="emergency_rechecked"),
            models.Index(fields=["agency", "closed_on"], name="emergency_hazard_closed_on"),
        ]
