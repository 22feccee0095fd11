"""The yearly list of decision matters: what was listed, agreed, published, and how it changed."""

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from zhunsheng.kernel.declare import Record, label


class ForWhom(models.TextChoices):
    """Whose decision it is: the rules of the pack read this field."""

    OWN = "own", label("本单位决策", "the bureau's own")
    CITY_GOVERNMENT = "city_government", label("代市政府承办", "made for the city government")


class Entered(models.TextChoices):
    """How a matter came on the list."""

    FIRST = "first", label("首次列入", "listed at first")
    ADDED = "added", label("调整增加", "added by an amendment")


class DecisionList(Record):
    """The list of one year, the bureau's own or the part of the city government's it prepares."""

    for_whom = models.CharField(
        label("决策主体", "decided for"), max_length=16, choices=ForWhom.choices
    )
    year = models.PositiveSmallIntegerField(label("目录年度", "year of the list"))
    set_on = models.DateField(label("目录确定日期", "set on"))
    agreed_on = models.DateField(
        label("党委同意日期", "agreed by the Party committee on"), null=True, blank=True
    )
    published_on = models.DateField(
        label("目录公布日期", "list published on"), null=True, blank=True
    )

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["agency", "for_whom", "year"],
                condition=~Q(standing="voided"),
                name="decisions_list_once",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "set_on"], name="decisions_list_set"),
        ]


class ListedMatter(Record):
    """One matter of the list, whether there at first or added, and its removal."""

    decision_list = models.ForeignKey(
        DecisionList,
        on_delete=models.PROTECT,
        related_name="matters",
        verbose_name=label("所属目录", "list"),
    )
    listed_on = models.DateField(label("列入日期", "listed on"))
    entered = models.CharField(
        label("列入方式", "how it was listed"), max_length=8, choices=Entered.choices
    )
    planned_on = models.DateField(
        label("计划提请审议日期", "planned to be tabled on"), null=True, blank=True
    )
    removed_on = models.DateField(label("调出日期", "removed on"), null=True, blank=True)
    removed_reason = models.CharField(label("调出理由", "why removed"), max_length=300, blank=True)
    change_published_on = models.DateField(
        label("调整公布日期", "amendment published on"), null=True, blank=True
    )

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(removed_on__isnull=True, removed_reason="")
                | (
                    Q(removed_on__isnull=False)
                    & Q(removed_on__gte=F("listed_on"))
                    & ~Q(removed_reason="")
                ),
                name="decisions_listed_removed",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "listed_on"], name="decisions_listed_on"),
            models.Index(fields=["agency", "removed_on"], name="decisions_listed_off"),
        ]


def amended_on(row: Any) -> date | None:
    """The day the list was last amended for this matter; none if it stands as first set."""
    removed: date | None = row.removed_on
    if removed is not None:
        return removed
    listed: date | None = row.listed_on
    return listed if row.entered == Entered.ADDED else None
