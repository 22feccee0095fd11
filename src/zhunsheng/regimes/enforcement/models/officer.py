"""Who may enforce: one row for each certificate."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from zhunsheng.kernel.declare import Record, label, titled


class Officer(Record):
    """A certificate of an enforcement officer; a renewed one is a row of its own.

    `expires_on` is the first day on which it no longer holds, by its term or because it was
    cancelled.
    """

    title = titled("姓名", "name")
    number = models.CharField(label("执法证号", "certificate number"), max_length=40)
    issued_on = models.DateField(label("发证日期", "issued on"))
    expires_on = models.DateField(label("失效日期", "expires on"))

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["agency", "number"],
                condition=~Q(standing="voided"),
                name="enforcement_officer_number",
            ),
            models.CheckConstraint(
                condition=Q(expires_on__gt=F("issued_on")), name="enforcement_officer_term"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "issued_on"], name="enforcement_issued"),
            models.Index(fields=["agency", "expires_on"], name="enforcement_expires"),
        ]
