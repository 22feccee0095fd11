"""Questions the public asks about a figure, what was answered, and whether both are shown."""

from typing import ClassVar

from django.db import models

from zhunsheng.kernel.db.fence_kind import Fence
from zhunsheng.kernel.duty.matter import Matter
from zhunsheng.kernel.label import label
from zhunsheng.kernel.org.models import Person
from zhunsheng.reports.models.edition import Edition, Erratum


class AnswerKind(models.TextChoices):
    """What the answer comes to."""

    EXPLAINED = "explained", label("已说明", "explained")
    ERRATUM = "erratum", label("已更正", "corrected by an erratum")
    NOT_A_FIGURE = "not_a_figure", label("不属于数据疑问", "not about a figure")


class FigureQuestion(Matter):
    """A question about a figure of an edition; it waits, and its answer is owed, until it has one.

    The trail holds `digest` alone.
    """

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="questions")
    ordinal = models.PositiveIntegerField()
    figure = models.CharField(max_length=120)
    text = models.CharField(max_length=1000)
    digest = models.CharField(max_length=80)
    entry = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["edition", "ordinal"], name="question_number_once"),
        ]


class QuestionContact(models.Model):
    """Where the asker may be reached: apart from the question, so that it can be deleted."""

    fence: ClassVar[Fence] = Fence.NONE

    question = models.OneToOneField(
        FigureQuestion, on_delete=models.PROTECT, related_name="contact"
    )
    text = models.CharField(max_length=100)


class QuestionAnswer(models.Model):
    """The answer; an erratum is one of the question's own edition."""

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    question = models.OneToOneField(FigureQuestion, on_delete=models.PROTECT, related_name="answer")
    kind = models.CharField(max_length=20, choices=AnswerKind.choices)
    erratum = models.ForeignKey(
        Erratum, on_delete=models.PROTECT, null=True, blank=True, related_name="answers"
    )
    text = models.CharField(max_length=1000)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    entry = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(kind="erratum", erratum__isnull=False)
                | (~models.Q(kind="erratum") & models.Q(erratum__isnull=True)),
                name="answer_names_its_erratum",
            ),
        ]


class AnswerShowing(models.Model):
    """Whether the public reads question and answer: the newest row counts, without one it does
    not."""

    fence: ClassVar[Fence] = Fence.APPEND_ONLY

    answer = models.ForeignKey(QuestionAnswer, on_delete=models.PROTECT, related_name="showings")
    public = models.BooleanField()
    reason = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    entry = models.BigIntegerField()
    at = models.DateTimeField()


class AskingAddress(models.Model):
    """An address asked at that moment: a digest under a key of the day, never the address."""

    fence: ClassVar[Fence] = Fence.NONE

    digest = models.CharField(max_length=64)
    at = models.DateTimeField(db_index=True)
