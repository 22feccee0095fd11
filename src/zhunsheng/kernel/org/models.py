"""Agencies, divisions, persons, posts and delegations."""

from datetime import date
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from zhunsheng.kernel.db.fence_kind import Fence
from zhunsheng.kernel.label import label
from zhunsheng.kernel.org.roles import Role


class Profile(models.TextChoices):
    """How an agency's administration is shared out."""

    BUREAU = "bureau", label("两人互核", "two persons check each other")
    CITY = "city", label("三员分立", "system, security and audit apart")


class Agency(models.Model):
    """An organisation: a bureau, an affiliated institution, or the government above it."""

    fence: ClassVar[Fence] = Fence.NONE

    code = models.CharField(label("单位代码", "agency code"), max_length=40, unique=True)
    name = models.CharField(label("单位名称", "agency name"), max_length=120)
    short_name = models.CharField(label("规范化简称", "short name"), max_length=60)
    document_mark = models.CharField(label("机关代字", "document mark"), max_length=20, blank=True)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    affiliated = models.BooleanField(label("局属事业单位", "affiliated institution"), default=False)
    profile = models.CharField(
        label("管理方式", "administration"),
        max_length=10,
        choices=Profile.choices,
        default="bureau",
    )
    regimes = models.JSONField(
        label("另行启用的制度", "optional regimes in use"), default=list, blank=True
    )
    limits = models.JSONField(label("本单位设定的期限", "own limits"), default=dict, blank=True)
    takes_questions = models.BooleanField(
        label("受理对数据的疑问", "takes questions about figures"), default=False
    )

    def __str__(self) -> str:
        return self.name


class Division(models.Model):
    """A division (科室) of an agency; `owes` names the registers it must close."""

    fence: ClassVar[Fence] = Fence.NONE

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="divisions")
    code = models.CharField(label("科室代码", "division code"), max_length=40)
    name = models.CharField(label("科室名称", "division name"), max_length=80)
    kind = models.CharField(
        label("科室类别", "kind of division"), max_length=20, default="business"
    )
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["agency", "code"], name="division_code_once"),
            models.UniqueConstraint(fields=["agency", "name"], name="division_name_once"),
        ]
        ordering: ClassVar = ["agency", "order", "code"]

    def __str__(self) -> str:
        return self.name


class PersonManager(BaseUserManager["Person"]):
    """Finds a person by the name of their account."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(username=username)


class Person(AbstractBaseUser):
    """One human being with one account; rights come from posts and delegations alone."""

    fence: ClassVar[Fence] = Fence.NONE

    username = models.CharField(label("账号", "account"), max_length=60, unique=True)
    name = models.CharField(label("姓名", "name"), max_length=60)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="persons")
    mail = models.EmailField(label("邮箱", "mail"), blank=True)
    is_active = models.BooleanField(default=True)
    welcomed_on = models.DateField(null=True, blank=True)

    USERNAME_FIELD = "username"
    objects = PersonManager()

    def __str__(self) -> str:
        return self.name


class Post(models.Model):
    """A person's role in a division (or in the whole agency) from a day to a day, inclusive."""

    fence: ClassVar[Fence] = Fence.NONE

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="posts")
    division = models.ForeignKey(
        Division, on_delete=models.PROTECT, null=True, blank=True, related_name="posts"
    )
    role = models.CharField(max_length=20, choices=[(r.value, r.value) for r in Role])
    first_day = models.DateField()
    last_day = models.DateField(null=True, blank=True)

    def held_on(self, day: date) -> bool:
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


class Delegation(models.Model):
    """One person's post exercised by another (AB角) from a day to a day, inclusive."""

    fence: ClassVar[Fence] = Fence.NONE

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="delegations")
    to = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="delegations")
    first_day = models.DateField()
    last_day = models.DateField()
    reason = models.CharField(max_length=200)


class Outcome(models.TextChoices):
    """What became of a change somebody proposed."""

    WAITING = "waiting", label("待审核", "waiting")
    DONE = "done", label("已生效", "in effect")
    DECLINED = "declined", label("未同意", "declined")


class OrganisationChange(models.Model):
    """A change to people, posts or divisions: proposed by one person, decided by another."""

    fence: ClassVar[Fence] = Fence.NONE

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    values = models.JSONField()
    told_zh = models.CharField(max_length=300)
    told_en = models.CharField(max_length=300)
    reason = models.CharField(max_length=300)
    proposed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.WAITING)
    decided_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    declined_for = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(outcome="done")
                | (Q(decided_by__isnull=False) & ~Q(decided_by=F("proposed_by"))),
                name="organisation_change_second_person",
            ),
        ]
        ordering: ClassVar = ["-pk"]
