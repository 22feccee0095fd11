"""The principal's accounts, and what was put right after them."""

from django.db.models import Q

from zhunsheng.kernel.declare import Figure, Identity, by, met_on_time
from zhunsheng.regimes.leadership.models import AccountReport

_TO_RECTIFY = Q(to_rectify=True)


def _commented(key: str, zh: str, en: str, *, where: Q | None = None) -> Figure:
    return Figure(
        key, zh, en, "次", of=AccountReport, dated_by="commented_on", where=where,
        rule="leadership.account_rectification",
        note_zh="按点评日期计。", note_en="By the day of the comments.",
    )  # fmt: skip


FIGURES = (
    Figure(
        "leadership.principal_acts.account", "述法", "accounts given", "次", of=AccountReport,
        dated_by="reported_on", rule="leadership.account",
        note_zh="按述法日期计，述法年度可以是上一年度。",
        note_en="By the day it was given; it may be of the year before.",
        parts=by(
            "form", ("written", "书面述法", "in writing"), ("meeting", "会议述法", "at a meeting")
        ),
    ),
    Figure(
        "leadership.accounts.with_annual_report", "列入年终述职的述法",
        "accounts within the year-end report on duties", "次", of=AccountReport,
        dated_by="reported_on", where=Q(with_annual_report=True), rule="leadership.account",
    ),
    _commented("leadership.accounts.commented", "述法点评", "accounts commented on"),
    _commented(
        "leadership.accounts.to_rectify", "点评要求整改的述法", "accounts with things to put right",
        where=_TO_RECTIFY,
    ),
    _commented(
        "leadership.accounts.rectified", "点评意见已整改的述法", "accounts put right",
        where=_TO_RECTIFY & Q(rectified_on__isnull=False),
    ),
    _commented(
        "leadership.accounts.open", "点评意见未整改的述法", "accounts not yet put right",
        where=_TO_RECTIFY & Q(rectified_on__isnull=True),
    ),
    _commented(
        "leadership.accounts.on_time", "点评意见按期整改的述法", "accounts put right on time",
        where=Q(met_on_time("leadership.rectify")),
    ),
)  # fmt: skip

IDENTITIES = (
    Identity(
        key="leadership.accounts",
        zh="点评要求整改的等于已整改与未整改之和",
        en="to be put right = put right + open",
        left=("leadership.accounts.to_rectify",),
        right=("leadership.accounts.rectified", "leadership.accounts.open"),
    ),
)
