"""Open government information: publication, its reviews, requests."""

from django.db.models import Q

from zhunsheng.kernel.declare import Offer, Regime, Register
from zhunsheng.regimes.disclosure.checks import (
    ACCOUNT_CHECKS,
    CONSULTED_CHECKS,
    CONTEST_CHECKS,
    LEAK_CHECKS,
    PUBLICATION_CHECKS,
    REQUEST_CHECKS,
    SECRECY_CHECKS,
    WITHHELD_CHECKS,
    WITHHELD_REVIEW_CHECKS,
)
from zhunsheng.regimes.disclosure.duties import DUTIES
from zhunsheng.regimes.disclosure.figures import FIGURES, IDENTITIES
from zhunsheng.regimes.disclosure.models import (
    Account,
    Consulted,
    Contest,
    Posting,
    Publication,
    Request,
    Review,
    SecrecyReview,
    Withheld,
    WithheldReview,
)
from zhunsheng.regimes.disclosure.procedure import HANDLING, PUBLISHING
from zhunsheng.regimes.disclosure.review_levels import called
from zhunsheng.regimes.disclosure.tables import TABLES

_PUBLICATIONS = Register(
    of=Publication,
    zh="主动公开信息",
    en="items published",
    papers=False,
    columns=(
        "index_number", "title", "division", "category", "catalogue", "formed_on", "reviewed_on",
        "secrecy_on", "published_on", "withdrawn_on", "withdrawn_why", "leak_found_on",
        "leak_found_at", "leak_reported_on", "leak_reported_at",
    ),
    listed=("title", "index_number", "category", "division", "formed_on", "published_on", "stage"),
    filters=("category",),
    number="index_number",
    dated_by="published_on",
    owed_by=("office",),
    unit="条",
    checks=(*PUBLICATION_CHECKS, *LEAK_CHECKS),
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
    compares=("level", "text_as_read"),
    called=(("level", called),),
    usual=True,
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
    checks=SECRECY_CHECKS,
)
_REQUESTS = Register(
    of=Request,
    zh="依申请公开",
    en="requests",
    columns=(
        "number", "title", "division", "applicant", "means", "received_on", "needs_correction",
        "correction_noticed_on", "corrected_on", "third_party_asked_on",
        "third_party_answered_on", "organ_asked_on", "organ_answered_on", "extended_on",
        "replied_on", "reply", "ground",
    ),
    listed=("title", "number", "applicant", "received_on", "replied_on", "reply", "stage"),
    filters=("applicant", "reply"),
    number="number",
    dated_by="received_on",
    owed_by=("office",),
    checks=REQUEST_CHECKS,
)  # fmt: skip
_CONSULTED = Register(
    of=Consulted,
    zh="其他机关征求意见",
    en="views asked by other organs",
    columns=("title", "division", "asked_by", "received_on", "answered_on", "view", "reason"),
    listed=("title", "asked_by", "division", "received_on", "answered_on", "view"),
    filters=("view",),
    dated_by="received_on",
    owed_by=("office",),
    by_month=False,
    checks=CONSULTED_CHECKS,
    later=("answered_on", "view", "reason"),
)
_CONTESTS = Register(
    of=Contest,
    zh="信息公开复议诉讼",
    en="reviews and suits over replies",
    columns=("request", "title", "kind", "begun_on", "ended_on", "result"),
    listed=("title", "kind", "begun_on", "ended_on", "result"),
    filters=("kind", "result"),
    parent="request",
    dated_by="begun_on",
    checks=CONTEST_CHECKS,
    later=("ended_on", "result"),
)
_WITHHELD = Register(
    of=Withheld,
    zh="不予公开信息",
    en="information withheld",
    columns=("title", "division", "ground", "withheld_on", "opened_on"),
    listed=("title", "division", "ground", "withheld_on", "opened_on"),
    filters=("ground",),
    dated_by="withheld_on",
    owed_by=("office",),
    by_month=False,
    checks=WITHHELD_CHECKS,
    later=("opened_on",),
)
_WITHHELD_REVIEWS = Register(
    of=WithheldReview,
    zh="不予公开评估审查",
    en="reviews of what is withheld",
    columns=("withheld", "title", "reviewed_on", "result", "reason"),
    listed=("title", "reviewed_on", "result", "reason"),
    filters=("result",),
    parent="withheld",
    dated_by="reviewed_on",
    unit="次",
    checks=WITHHELD_REVIEW_CHECKS,
)
_ACCOUNTS = Register(
    of=Account,
    zh="政务新媒体账号",
    en="accounts on new media",
    columns=("title", "division", "platform", "opened_on", "updated_on", "closed_on"),
    listed=("title", "platform", "division", "opened_on", "updated_on", "closed_on"),
    filters=("platform",),
    dated_by="opened_on",
    by_month=False,
    unit="个",
    checks=ACCOUNT_CHECKS,
    later=("closed_on",),
)

REGIME = Regime(
    key="disclosure",
    zh="政府信息公开",
    en="open government information",
    law=(
        "disclosure_regulations",
        "secrecy_regulations",
        "media_indicators",
        "bureau_review_rules",
        "bureau_disclosure_directory",
        "bureau_withheld_rules",
    ),
    registers=(
        _PUBLICATIONS,
        _POSTINGS,
        _REVIEWS,
        _SECRECY,
        _WITHHELD,
        _WITHHELD_REVIEWS,
        _REQUESTS,
        _CONTESTS,
        _CONSULTED,
        _ACCOUNTS,
    ),
    procedures=(PUBLISHING, HANDLING),
    duties=DUTIES,
    figures=FIGURES,
    identities=IDENTITIES,
    tables=TABLES,
    offers=(
        Offer("publication", Publication, Q(published_on__isnull=False)),
        Offer("posted", Publication, Q(published_on__isnull=False)),
    ),
)
