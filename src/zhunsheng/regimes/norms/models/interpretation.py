"""A policy interpretation: what explains a document to those it concerns, by whom and when."""

from typing import ClassVar

from django.db import models

from zhunsheng.kernel.declare import Record, label
from zhunsheng.regimes.norms.models.document import NormativeDocument


class Form(models.TextChoices):
    """In what form the document is explained."""

    TEXT = "text", label("文字解读", "text")
    PICTURES = "pictures", label("图解", "pictures")
    QUESTIONS = "questions", label("问答", "questions and answers")
    BRIEFING = "briefing", label("新闻发布或者访谈", "briefing or interview")


class Interpretation(Record):
    """One interpretation published; a document may have several."""

    document = models.ForeignKey(
        NormativeDocument,
        on_delete=models.PROTECT,
        related_name="interpretations",
        verbose_name=label("所属文件文号", "document explained"),
    )
    form = models.CharField(label("解读形式", "form"), max_length=10, choices=Form.choices)
    interpreter = models.CharField(label("解读人或者单位", "explained by"), max_length=80)
    published_on = models.DateField(label("解读公布日期", "interpretation published on"))

    class Meta(Record.Meta):
        indexes: ClassVar = [
            models.Index(fields=["agency", "published_on"], name="norms_interpreted_on"),
        ]
