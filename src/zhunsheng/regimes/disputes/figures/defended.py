"""Court cases: carried in + received = judged by result + carried out; who appeared; who lost."""

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
from zhunsheng.regimes.disputes.models import Litigation

_OPEN = Stock(since="received_on", until="ended_on")
_HEAD, _RULE = "disputes.head_appears", "disputes.defence"
_STEM = "disputes.lawsuits"
_LOST = ("revoked", "altered", "unlawful", "ordered")

FIGURES = (
    Figure(
        f"{_STEM}.carried_in", "上年结转行政诉讼案件", "court cases carried in", "件",
        of=Litigation, measure=_OPEN, at=START,
    ),
    Figure(
        _STEM, "行政诉讼应诉案件", "court cases", "件",
        of=Litigation, dated_by="received_on",
        parts=by(
            "instance",
            ("first", "一审", "first instance"),
            ("second", "二审", "second instance"),
            ("retrial", "再审", "retrial"),
        ),
        note_zh="按收到起诉状副本或者应诉通知日期计，每一审级计一件。",
        note_en="By the day it was received; each instance counts.",
    ),
    Figure(
        f"{_STEM}.judged", "裁判的行政诉讼案件", "court cases judged", "件",
        of=Litigation, dated_by="ended_on",
        parts=by(
            "judgement",
            ("dismissed", "驳回诉讼请求", "claims dismissed"),
            ("rejected", "驳回起诉", "action rejected"),
            ("withdrawn", "撤诉", "withdrawn"),
            ("mediated", "调解", "mediated"),
            ("revoked", "撤销行政行为", "act revoked"),
            ("altered", "变更行政行为", "act altered"),
            ("unlawful", "确认违法或者无效", "unlawful or void"),
            ("ordered", "判令履行或者给付", "ordered to perform or pay"),
            ("remanded", "发回重审", "sent back"),
        ),
    ),
    Figure(
        f"{_STEM}.carried_out", "结转下年行政诉讼案件", "court cases carried out", "件",
        of=Litigation, measure=_OPEN, at=END,
    ),
    Figure(
        f"{_STEM}.lost", "败诉的行政诉讼案件", "court cases lost", "件",
        measure=Total(tuple(f"{_STEM}.judged.{judgement}" for judgement in _LOST)),
        note_zh="撤销、变更、确认违法或者无效、判令履行或者给付之和。",
        note_en="Revoked, altered, unlawful or void, ordered to perform or pay.",
    ),
    Figure(
        f"{_STEM}.lost.rate", "行政诉讼败诉率", "share of court cases lost", "%",
        measure=Rate(f"{_STEM}.lost", f"{_STEM}.judged"),
    ),
    Figure(
        f"{_STEM}.answered", "提交答辩状的一审案件", "first-instance cases answered", "件",
        of=Litigation, dated_by="answered_on", where=Q(instance="first"), rule=_RULE,
    ),
    Figure(
        f"{_STEM}.on_time", "按期提交答辩状的一审案件", "answered on time", "件",
        of=Litigation, dated_by="answered_on", where=Q(met_on_time(_RULE)), rule=_RULE,
    ),
    Figure(
        f"{_STEM}.on_time.rate", "行政诉讼按期答辩率", "share answered on time", "%",
        measure=Rate(f"{_STEM}.on_time", f"{_STEM}.answered"), rule=_RULE,
    ),
    Figure(
        f"{_STEM}.heard", "开庭审理的行政诉讼案件", "court cases heard", "件",
        of=Litigation, dated_by="heard_on", rule=_HEAD,
        parts=by(
            "appearance",
            ("head", "负责人出庭", "a head appeared"),
            ("staff", "委托工作人员出庭", "staff appeared"),
            ("nobody", "无人出庭", "nobody appeared"),
        ),
    ),
    Figure(
        f"{_STEM}.head.rate", "负责人出庭应诉率", "share heard with a head of the bureau", "%",
        measure=Rate(f"{_STEM}.heard.head", f"{_STEM}.heard"), rule=_HEAD,
    ),
)  # fmt: skip

IDENTITIES = (
    Identity(
        key=_STEM,
        zh="上年结转加当年应诉案件等于裁判加结转下年",
        en="carried in + received = judged + carried out",
        left=(f"{_STEM}.carried_in", _STEM),
        right=(f"{_STEM}.judged", f"{_STEM}.carried_out"),
    ),
)
