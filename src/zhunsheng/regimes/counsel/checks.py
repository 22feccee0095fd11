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
CONFLICT_CHECKS = (
    RowCheck(
        "ended_on",
        lambda row: row.ended_on is None or row.ended_on >= row.declared_on,
        "冲突消除日期早于申报日期；请核对两个日期",
        "ended before it was declared; check both days",
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
        "recused_on",
        lambda row: (
            row.recused_on is None or (row.given_on is None and row.recused_on >= row.asked_on)
        ),
        "回避日期早于征询日期，或者回避后又出具了意见；请核对",
        "recused before being asked, or an opinion was given all the same; check the days",
    ),
    RowCheck(
        "conflict",
        lambda row: row.recused_on is None or bool(row.conflict),
        "回避的，须写明与何事项、何当事人有利益冲突",
        "whoever recuses themselves says with which matter and party the conflict is",
    ),
    RowCheck(
        "adoption",
        lambda row: not row.adoption or row.given_on is not None,
        "意见尚未出具，不能登记采纳情况；请先登记出具日期",
        "no opinion was given that could be adopted; enter its day first",
    ),
    RowCheck(
        "handled_on",
        lambda row: (row.handled_on is not None) == bool(row.adoption),
        "采纳情况和采纳情况确定日期须一并填写",
        "whether it was adopted and the day that was decided go together",
    ),
    RowCheck(
        "handled_on",
        lambda row: not (row.handled_on and row.given_on) or row.handled_on >= row.given_on,
        "采纳情况确定日期早于意见出具日期；请核对两个日期",
        "decided on before the opinion was given; check both days",
    ),
    RowCheck(
        "not_adopted_reason",
        lambda row: row.adoption not in ("partly", "not") or bool(row.not_adopted_reason),
        "部分采纳、未采纳的须写明理由",
        "what is not adopted, or only in part, needs its reason",
    ),
)
