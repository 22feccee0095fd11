"""Open government information: publication, its reviews, requests."""

from django.db.models import Q

from zhunsheng.kernel.declare import Offer, Regime, Register, RowCheck
from zhunsheng.regimes.disclosure.duties import DUTIES
from zhunsheng.regimes.disclosure.figures import FIGURES, IDENTITIES
from zhunsheng.regimes.disclosure.models import (
    Posting,
    Publication,
    Request,
    Review,
    SecrecyReview,
)
from zhunsheng.regimes.disclosure.procedure import HANDLING, PUBLISHING

_PUBLICATIONS = Register(
    of=Publication,
    zh="主动公开信息",
    en="items published",
    papers=False,
    columns=(
        "index_number", "title", "division", "category", "formed_on", "reviewed_on", "secrecy_on",
        "published_on", "withdrawn_on", "withdrawn_why",
    ),
    listed=("title", "index_number", "category", "division", "formed_on", "published_on", "stage"),
    filters=("category",),
    number="index_number",
    dated_by="published_on",
    owed_by=("office",),
    unit="条",
    checks=(
        RowCheck(
            "published_on",
            lambda row: row.published_on is None or row.published_on >= row.formed_on,
            "首次公开日期早于形成日期；请核对两个日期",
            "published before it was formed; check both dates",
        ),
        RowCheck(
            "withdrawn_on",
            lambda row: row.withdrawn_on is None
            or (row.published_on is not None and row.withdrawn_on >= row.published_on),
            "没有公开的信息不能撤下，撤下日期也不得早于首次公开日期；请补填或核对",
            "withdrawn without or before being published; fill in or check the day",
        ),
        RowCheck(
            "withdrawn_why",
            lambda row: row.withdrawn_on is None or bool(row.withdrawn_why),
            "撤下须写明原因",
            "a withdrawal needs its reason",
        ),
    ),
)  # fmt: skip
_POSTINGS = Register(
    of=Posting,
    zh="发布记录",
    en="postings",
    columns=("publication", "channel", "posted_on", "address"),
    listed=("title", "channel", "posted_on", "address"),
    filters=("channel",),
    parent="publication",
    dated_by="posted_on",
    unit="条次",
)
_REVIEWS = Register(
    of=Review,
    zh="三审三校",
    en="three reviews",
    columns=("publication", "level", "reviewer", "reviewed_on", "text_as_read", "change"),
    listed=("title", "level", "reviewer", "reviewed_on"),
    parent="publication",
    dated_by="reviewed_on",
    unit="次",
)
_SECRECY = Register(
    of=SecrecyReview,
    zh="保密审查",
    en="secrecy reviews",
    columns=("publication", "reviewer", "reviewed_on", "may_publish", "ground"),
    listed=("title", "reviewer", "reviewed_on", "may_publish"),
    parent="publication",
    dated_by="reviewed_on",
    unit="次",
    checks=(
        RowCheck(
            "ground",
            lambda row: row.may_publish or bool(row.ground),
            "不得公开的须写明审查意见",
            "what may not be published needs its ground",
        ),
    ),
)
_REQUESTS = Register(
    of=Request,
    zh="依申请公开",
    en="requests",
    columns=(
        "number", "title", "division", "applicant", "means", "received_on", "needs_correction",
        "correction_noticed_on", "corrected_on", "third_party_asked_on",
        "third_party_answered_on", "extended_on", "replied_on", "reply", "ground", "dispute",
    ),
    listed=("title", "number", "applicant", "received_on", "replied_on", "reply", "stage"),
    filters=("applicant", "reply"),
    number="number",
    dated_by="received_on",
    owed_by=("office",),
    checks=(
        RowCheck(
            "reply",
            lambda row: bool(row.reply) == (row.replied_on is not None),
            "答复日期和答复类型须同时填写，或同时留空",
            "the day and the type of the reply are filled together or not at all",
        ),
        RowCheck(
            "replied_on",
            lambda row: row.replied_on is None or row.replied_on >= row.received_on,
            "答复日期早于收到日期；请核对两个日期",
            "answered before it was received; check both dates",
        ),
        RowCheck(
            "correction_noticed_on",
            lambda row: row.correction_noticed_on is None
            or row.correction_noticed_on >= row.received_on,
            "补正告知日期早于收到日期；请核对两个日期",
            "asked to correct before it was received; check both dates",
        ),
        RowCheck(
            "corrected_on",
            lambda row: row.corrected_on is None
            or (
                row.correction_noticed_on is not None
                and row.corrected_on >= row.correction_noticed_on
            ),
            "收到补正日期没有对应的补正告知日期，或早于告知日期",
            "corrected without being asked to, or before",
        ),
        RowCheck(
            "third_party_answered_on",
            lambda row: row.third_party_answered_on is None
            or (
                row.third_party_asked_on is not None
                and row.third_party_answered_on >= row.third_party_asked_on
            ),
            "收到第三方意见日期没有对应的征求日期，或早于征求日期",
            "the third party answered without being asked, or before",
        ),
    ),
)  # fmt: skip

REGIME = Regime(
    key="disclosure",
    zh="政府信息公开",
    en="open government information",
    law=("disclosure_regulations", "secrecy_regulations", "bureau_review_rules"),
    registers=(_PUBLICATIONS, _POSTINGS, _REVIEWS, _SECRECY, _REQUESTS),
    procedures=(PUBLISHING, HANDLING),
    duties=DUTIES,
    figures=FIGURES,
    identities=IDENTITIES,
    offers=(Offer("publication", Publication, Q(published_on__isnull=False)),),
)
