"""What the principal did in person, and the meetings that studied the rule of law."""

from django.db.models import Q

from zhunsheng.kernel.declare import Figure, Total, by
from zhunsheng.regimes.leadership.models import PrincipalAct, RuleOfLawMeeting

_ACTS = "leadership.principal_acts"
FIGURES = (
    Figure(
        "leadership.acts", "主要负责人部署、督办、研究和学法", "acts of the principal", "次",
        of=PrincipalAct, dated_by="acted_on", rule="leadership.in_person",
        note_zh="不含述法。", note_en="Accounts given are counted apart.",
        parts=by(
            "kind",
            ("deploy", "亲自部署", "deployed"),
            ("inquire", "亲自过问", "inquired"),
            ("coordinate", "亲自协调", "coordinated"),
            ("supervise", "亲自督办", "supervised"),
            ("preside", "主持研究", "presided"),
            ("lead_study", "带头学法", "led study"),
            under=_ACTS,
        ),
    ),
    Figure(
        _ACTS, "主要负责人履行第一责任人职责", "performances of the first-responsible person",
        "次", measure=Total(("leadership.acts", f"{_ACTS}.account")),
        rule="leadership.first_responsible",
    ),
    Figure(
        f"{_ACTS}.in_person", "亲自部署、过问、协调、督办", "the four acts in person", "次",
        measure=Total(
            tuple(f"{_ACTS}.{kind}" for kind in ("deploy", "inquire", "coordinate", "supervise"))
        ),
        rule="leadership.in_person",
    ),
    Figure(
        "leadership.acts.unrecorded", "没有记录文号的履职", "acts without minutes", "次",
        of=PrincipalAct, dated_by="acted_on", where=Q(minutes=""),
    ),
    Figure(
        "leadership.rule_of_law_meetings", "研究法治建设的会议", "meetings on the rule of law",
        "次", of=RuleOfLawMeeting, dated_by="held_on", rule="leadership.first_responsible",
        note_zh="一次会议研究多项法治事项的计一次。",
        note_en="A meeting counts once, however many such matters it studied.",
        parts=by(
            "kind",
            ("party_group", "党组会议", "Party group"),
            ("office_meeting", "局长办公会议", "director's office"),
        ),
    ),
)  # fmt: skip
