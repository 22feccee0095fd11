"""The registers: sessions at which law was studied, and the tasks a year's study has to meet."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from zhunsheng.kernel.declare import Record, label


class Forum(models.TextChoices):
    """In what form people studied."""

    CENTRE_GROUP = "centre_group", label("党组理论学习中心组", "centre group")
    FIRST_TOPIC = "first_topic", label("第一议题", "first topic of a Party-group meeting")
    BEFORE_MEETING = "before_meeting", label("会前学法", "before a meeting")
    ALL_STAFF = "all_staff", label("全体集体学习", "all staff together")
    TRAINING = "training", label("培训", "training")
    COURT_HEARING = "court_hearing", label("旁听庭审", "attending a court hearing")
    EXAM = "exam", label("考试", "examination")


class TaskKind(models.TextChoices):
    """What a study task asks for."""

    CENTRE_GROUP = "centre_group", label("中心组季度学习", "centre group's study of a quarter")
    SHOULD_KNOW = "should_know", label("应知应会清单内容", "text on the should-know list")


class Quarter(models.TextChoices):
    """The quarter a task belongs to."""

    FIRST = "1", label("第一季度", "first quarter")
    SECOND = "2", label("第二季度", "second quarter")
    THIRD = "3", label("第三季度", "third quarter")
    FOURTH = "4", label("第四季度", "fourth quarter")


#: The fields that say what was studied; one session may be on several.
TOPICS = ("on_thought", "on_constitution", "on_party_rules", "on_laws")


class Session(Record):
    """One session: its forum, what was studied, who should have come and who came."""

    forum = models.CharField(label("学习形式", "forum"), max_length=16, choices=Forum.choices)
    held_on = models.DateField(label("学习日期", "held on"))
    content = models.TextField(label("学习内容", "content"))
    led_by = models.CharField(label("主持人", "led by"), max_length=60, blank=True)
    on_thought = models.BooleanField(
        label("学习习近平法治思想", "on Xi Jinping Thought on the Rule of Law"), default=False
    )
    on_constitution = models.BooleanField(label("学习宪法", "on the Constitution"), default=False)
    on_party_rules = models.BooleanField(
        label("学习党内法规", "on the Party's rules"), default=False
    )
    on_laws = models.BooleanField(label("学习国家法律法规", "on laws"), default=False)
    on_list = models.BooleanField(
        label("应知应会清单内容", "on the should-know list"), default=False
    )
    expected = models.PositiveIntegerField(label("应到人数", "expected"), null=True, blank=True)
    attended = models.PositiveIntegerField(label("实到人数", "attended"), null=True, blank=True)
    hours = models.PositiveIntegerField(label("学时", "class hours"), null=True, blank=True)

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(**{TOPICS[0]: True})
                | Q(**{TOPICS[1]: True})
                | Q(**{TOPICS[2]: True})
                | Q(**{TOPICS[3]: True}),
                name="study_session_topic",
            ),
            models.CheckConstraint(
                condition=Q(expected__isnull=True, attended__isnull=True)
                | Q(expected__isnull=False, attended__isnull=False, attended__lte=F("expected")),
                name="study_session_attended",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["agency", "held_on"], name="study_held")]


class StudyTask(Record):
    """What has to be studied by the end of its quarter, or of the year it was listed in."""

    kind = models.CharField(label("任务类别", "kind"), max_length=16, choices=TaskKind.choices)
    listed_on = models.DateField(label("列入日期", "listed on"))
    quarter = models.CharField(
        label("季度", "quarter"), max_length=1, choices=Quarter.choices, blank=True
    )
    done_on = models.DateField(label("完成日期", "done on"), null=True, blank=True)

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(kind="centre_group") | ~Q(quarter=""), name="study_task_quarter"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["agency", "listed_on"], name="study_listed")]
