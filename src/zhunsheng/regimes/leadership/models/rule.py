"""The rules a bureau makes for itself: they bind nobody outside and are no normative documents."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from zhunsheng.kernel.declare import Record, label


class InternalRule(Record):
    """An internal rule: issued, perhaps on trial, confirmed, ended or replaced."""

    number = models.CharField(label("文号", "number"), max_length=60, blank=True)
    issued_on = models.DateField(label("印发日期", "issued on"))
    trial_until = models.DateField(label("试行期至", "on trial until"), null=True, blank=True)
    settled_on = models.DateField(label("正式施行日期", "made permanent on"), null=True, blank=True)
    ended_on = models.DateField(label("停止执行日期", "ended on"), null=True, blank=True)
    replaced_by = models.CharField(label("替代制度", "replaced by"), max_length=200, blank=True)

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["agency", "number"],
                condition=~Q(standing="voided") & ~Q(number=""),
                name="leadership_rule_number",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("issued_on")),
                name="leadership_rule_ended",
            ),
            models.CheckConstraint(
                condition=Q(trial_until__isnull=True) | Q(trial_until__gte=F("issued_on")),
                name="leadership_rule_trial",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "issued_on"], name="leadership_rule_issued"),
            models.Index(fields=["agency", "ended_on"], name="leadership_rule_end"),
        ]
