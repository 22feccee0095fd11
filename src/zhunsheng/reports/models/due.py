"""What an issued edition is due to: an addressee, the public, or the secrecy authority."""

from typing import ClassVar

from django.db import models

from zhunsheng.kernel.db.fence_kind import Fence
from zhunsheng.kernel.duty.matter import Matter
from zhunsheng.reports.models.edition import Edition
from zhunsheng.reports.models.visibility import Visibility


class EditionDue(Matter):
    """One of them: an addressee by name, a withdrawal for a leak to report, else publication."""

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="dues")
    addressee = models.CharField(max_length=100, blank=True)
    withdrawal = models.ForeignKey(
        Visibility, on_delete=models.PROTECT, null=True, blank=True, related_name="dues"
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["edition", "addressee"],
                condition=models.Q(withdrawal__isnull=True),
                name="edition_due_once",
            ),
        ]
