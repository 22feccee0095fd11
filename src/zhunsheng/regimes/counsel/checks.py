"""What cannot stand in a row of counsel."""

from zhunsheng.kernel.declare import RowCheck

ENGAGEMENT_CHECKS = (
    RowCheck(
        "ends_on",
        lambda row: row.ends_on is None or row.ends_on >= row.starts_on,
        "聘期止早于聘期起；请核对两个日期",
        "the engagement ends before it begins; check both days",
    ),
)
LAWYER_CHECKS = (
    RowCheck(
        "until_on",
        lambda row: row.until_on is None or row.until_on >= row.since_on,
        "任职止早于任职起；请核对两个日期",
        "the post ends before it begins; check both days",
    ),
)
OPINION_CHECKS = (
    RowCheck(
        "no_conflict",
        lambda row: bool(row.no_conflict),
        "没有声明无利益冲突，或者声明有利益冲突的，不得征询；请改由其他法律顾问或公职律师提出意见",
        "an adviser who did not declare freedom from conflict is not asked; ask another one",
    ),
    RowCheck(
        "given_on",
        lambda row: row.given_on is None or row.given_on >= row.asked_on,
        "出具日期早于征询日期；请核对两个日期",
        "given before it was asked; check both days",
    ),
    RowCheck(
        "adoption",
        lambda row: not row.adoption or row.given_on is not None,
        "意见尚未出具，不能登记采纳情况；请先登记出具日期",
        "no opinion was given that could be adopted; enter its day first",
    ),
    RowCheck(
        "not_adopted_reason",
        lambda row: row.adoption not in ("partly", "not") or bool(row.not_adopted_reason),
        "部分采纳、未采纳的须写明理由",
        "what is not adopted, or only in part, needs its reason",
    ),
)
