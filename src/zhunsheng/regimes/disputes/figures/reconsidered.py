"""Reconsideration: carried in + received = ended by result + carried out."""

from django.db.models import Q

from zhunsheng.kernel.declare import (
    END,
    START,
    Figure,
    Identity,
    Rate,
    Stock,
    Total,
    by,
    met_on_time,
)
from zhunsheng.regimes.disputes.models import CORRECTING, Reconsideration

_OPEN = Stock(since="received_on", until="ended_on")
_RULE, _OPINION = "disputes.answer", "disputes.opinion"
_ON_TIME = Q(met_on_time("disputes.answer")) | Q(met_on_time("disputes.answer_simple"))
_STEM = "disputes.reconsiderations"

FIGURES = (
    Figure(
        f"{_STEM}.carried_in", "上年结转行政复议案件", "reconsiderations carried in", "件",
        of=Reconsideration, measure=_OPEN, at=START,
    ),
    Figure(
        _STEM, "作为被申请人的行政复议案件", "reconsiderations", "件",
        of=Reconsideration, dated_by="received_on",
        parts=by(
            "conduct",
            ("penalty", "行政处罚", "penalties"),
            ("licence", "行政许可", "licences"),
            ("disclosure", "政府信息公开", "disclosure"),
            ("omission", "不履行职责", "omissions"),
            ("payment", "资金拨付、奖励补助", "payments"),
            ("other", "其他", "others"),
        ),
        note_zh="按收到答复通知日期计。", note_en="By the day the notice to answer was received.",
    ),
    Figure(
        f"{_STEM}.ended", "办结的行政复议案件", "reconsiderations ended", "件",
        of=Reconsideration, dated_by="ended_on",
        parts=by(
            "ending",
            ("upheld", "维持", "upheld"),
            ("dismissed", "驳回", "dismissed"),
            ("altered", "变更", "altered"),
            ("revoked", "撤销", "revoked"),
            ("unlawful", "确认违法或者无效", "unlawful or void"),
            ("ordered", "责令履行", "ordered to perform"),
            ("mediated", "调解", "mediated"),
            ("withdrawn", "撤回终止", "withdrawn"),
        ),
    ),
    Figure(
        f"{_STEM}.carried_out", "结转下年行政复议案件", "reconsiderations carried out", "件",
        of=Reconsideration, measure=_OPEN, at=END,
    ),
    Figure(
        f"{_STEM}.corrected", "被纠错的行政复议案件", "reconsiderations lost", "件",
        measure=Total(tuple(f"{_STEM}.ended.{ending}" for ending in CORRECTING)),
        note_zh="变更、撤销、确认违法或者无效、责令履行之和。",
        note_en="Altered, revoked, unlawful or void, ordered to perform.",
    ),
    Figure(
        f"{_STEM}.corrected.rate", "行政复议纠错率", "share of reconsiderations lost", "%",
        measure=Rate(f"{_STEM}.corrected", f"{_STEM}.ended"),
    ),
    Figure(
        f"{_STEM}.answered", "提出书面答复的行政复议案件", "reconsiderations answered", "件",
        of=Reconsideration, dated_by="answered_on", rule=_RULE,
    ),
    Figure(
        f"{_STEM}.on_time", "按期提出书面答复的行政复议案件", "answered on time", "件",
        of=Reconsideration, dated_by="answered_on", where=_ON_TIME, rule=_RULE,
    ),
    Figure(
        f"{_STEM}.on_time.rate", "行政复议按期答复率", "share answered on time", "%",
        measure=Rate(f"{_STEM}.on_time", f"{_STEM}.answered"), rule=_RULE,
    ),
    Figure(
        f"{_STEM}.opinions", "收到行政复议意见书", "opinions received", "件",
        of=Reconsideration, dated_by="opinion_on", rule=_OPINION,
    ),
    Figure(
        f"{_STEM}.opinions.on_time", "按期报告纠正情况的复议意见书", "opinions answered on time",
        "件",
        of=Reconsideration, dated_by="opinion_on", where=Q(met_on_time(_OPINION)), rule=_OPINION,
    ),
)  # fmt: skip

IDENTITIES = (
    Identity(
        key=_STEM,
        zh="上年结转加当年收到的行政复议案件等于办结加结转下年",
        en="carried in + received = ended + carried out",
        left=(f"{_STEM}.carried_in", _STEM),
        right=(f"{_STEM}.ended", f"{_STEM}.carried_out"),
    ),
)
