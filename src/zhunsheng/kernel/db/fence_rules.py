"""What a fence says when it refuses: the table, the rule, and one sentence in each language."""

from enum import StrEnum


class FenceRule(StrEnum):
    """The rules that triggers enforce; the name stands in every refusal."""

    UPDATE = "FENCE_UPDATE"
    DELETE = "FENCE_DELETE"
    REPLACE = "FENCE_REPLACE"
    TRUNCATE = "FENCE_TRUNCATE"
    VERSION = "FENCE_VERSION"


# Neither a quote nor a backslash: the sentences are literals in triggers.
_SENTENCES = {
    FenceRule.UPDATE: (
        "本表只可追加，已存的行不得修改；更正请另加一行",
        "rows of this table are only added and never change; add a row that corrects it",
    ),
    FenceRule.DELETE: (
        "已存的行不得删除，记录须全程可查；请改用作废",
        "stored rows are never deleted, so that every record stays traceable; void it instead",
    ),
    FenceRule.REPLACE: (
        "已有同一标识的行，替换会悄悄删除它；请修改原行或使用新的标识",
        "a row with this identity exists and replacing would silently delete it; change that row"
        " or take a new identity",
    ),
    FenceRule.TRUNCATE: (
        "不得清空本表，记录须全程可查",
        "this table is never emptied, so that every record stays traceable",
    ),
    FenceRule.VERSION: (
        "没有对应的下一版本，不得写入；请先存版本，再写本行，版本号加一",
        "no change without its next version; store the version first, then write the row with"
        " its number raised by one",
    ),
}


def refusal(table: str, rule: FenceRule) -> str:
    """`kernel_item [FENCE_DELETE] 已存的行不得删除… / stored rows are never deleted…`"""
    zh, en = _SENTENCES[rule]
    return f"{table} [{rule}] {zh} / {en}"
