"""Interpretations of documents, and joint documents countersigned for another organ."""

from django.db.models import Q

from zhunsheng.kernel.declare import Figure, by, exists, met_on_time
from zhunsheng.regimes.norms.figures.counted import OWN, document
from zhunsheng.regimes.norms.models import Interpretation

_NOTE = ("按会签日期计，由其他单位牵头的。", "By the day of countersigning; led by another organ.")
_JOINT = Q(normative=True, issuing="joint")

FIGURES = (
    Figure(
        "norms.interpretations", "政策解读", "policy interpretations", "篇", of=Interpretation,
        dated_by="published_on", rule="norms.interpretation",
        note_zh="按解读公布日期计。", note_en="By the day the interpretation was published.",
        parts=by(
            "form",
            ("text", "文字解读", "text"),
            ("pictures", "图解", "pictures"),
            ("questions", "问答", "questions and answers"),
            ("briefing", "新闻发布或者访谈", "briefing or interview"),
        ),
    ),
    document(
        "norms.interpreted", "已作政策解读的新制定文件", "documents made and explained",
        where=OWN & Q(exists(Interpretation, "document")), rule="norms.interpretation",
    ),
    document(
        "norms.interpreted.same_time", "与文件同步解读的新制定文件",
        "documents explained the day they were published",
        where=OWN & Q(met_on_time("norms.interpretation")), rule="norms.interpretation",
    ),
    document(
        "norms.countersigned", "会签的联合制定文件", "joint documents countersigned",
        where=_JOINT, dated_by="countersigned_on", rule="norms.countersign", note=_NOTE,
    ),
    document(
        "norms.countersigned.on_time", "按期会签的联合制定文件",
        "joint documents countersigned on time", where=_JOINT & Q(met_on_time("norms.countersign")),
        dated_by="countersigned_on", rule="norms.countersign", note=_NOTE,
    ),
)  # fmt: skip
