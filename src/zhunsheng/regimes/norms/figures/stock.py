"""Documents in force, and what made them more or fewer."""

from django.db.models import Q
from django.db.models.functions import ExtractYear

from zhunsheng.kernel.declare import END, START, Figure, Identity, Stock, Total
from zhunsheng.regimes.norms.figures.counted import NOTE_EN, NOTE_ZH, OWN, document
from zhunsheng.regimes.norms.models import NormativeDocument

_IN_FORCE = tuple(
    Figure(
        f"norms.in_force.{at}",
        f"{zh}现行有效规范性文件",
        f"normative documents in force at the {at} of the year",
        "件",
        of=NormativeDocument,
        measure=Stock(since="published_on", until="ended_on"),
        at=at,
        where=OWN,
        note_zh=f"自公布之日起计入，自失效之日起不再计入。{NOTE_ZH}",
        note_en=f"Counted from publication until it ends. {NOTE_EN}",
    )
    for at, zh in ((START, "年初"), (END, "年末"))  # start and end of the year
)
_FLOWS = (
    document("norms.made", "制定规范性文件", "normative documents made", where=OWN),
    *(
        document(
            f"norms.{how}",
            f"{zh}规范性文件",
            f"normative documents {en}",
            where=OWN & Q(ended_how=how),
            dated_by="ended_on",
        )
        for how, zh, en in (
            ("repealed", "废止", "repealed"),
            ("declared_invalid", "宣布失效", "declared invalid"),
            ("expired", "到期失效", "expired"),
        )
    ),
    Figure(
        "norms.ended",
        "不再有效的规范性文件",
        "normative documents ended",
        "件",
        measure=Total(("norms.repealed", "norms.declared_invalid", "norms.expired")),
    ),
    document(
        "norms.ended.published",
        "已公布废止失效目录的规范性文件",
        "normative documents whose end was published",
        where=OWN & Q(ended_published_on__year=ExtractYear("ended_on")),
        dated_by="ended_on",
        note=("失效当年公布的，在失效的年度计。", "Published in the year in which it ended."),
    ),
    document(
        "norms.joint",
        "参与联合制定规范性文件",
        "normative documents taken part in",
        where=Q(normative=True, issuing="joint"),
        note=("由牵头单位统计和备案。", "Counted and filed by the leading body."),
    ),
    document(
        "norms.for_government",
        "代市政府起草规范性文件",
        "normative documents drafted for the city government",
        where=Q(normative=True, issuing="for_government"),
        note=("由市政府统计。", "Counted by the city government."),
    ),
)
FIGURES = (*_IN_FORCE, *_FLOWS)
IDENTITIES = (
    Identity(
        key="norms.in_force",
        zh="年末现行有效等于年初现行有效加新制定，减废止、宣布失效和到期失效",
        en="in force at the end = at the start + made − repealed − declared invalid − expired",
        left=("norms.in_force.end",),
        right=("norms.in_force.start", "norms.made"),
        right_minus=("norms.repealed", "norms.declared_invalid", "norms.expired"),
    ),
)
