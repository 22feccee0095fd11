"""What the levels of review are called: by the rule's names, else by their numbers."""

from typing import Any

from zhunsheng.kernel.declare import law

CHAIN = "disclosure.review_chain"


def level_name(rule: Any, level: int) -> str:
    """The level's name where the rule names each of its levels, else its number in words."""
    names = str(rule.values.get("names", "")).split("、")
    named = len(names) == rule.value("levels") and 0 < level <= len(names)
    return names[level - 1] if named else f"第{level}级"


def called(row: Any) -> tuple[str, str]:
    """A review's level as the chain in force on its day calls it."""
    rule = law().in_force(CHAIN, row.reviewed_on)
    name = f"第{row.level}级" if rule is None else level_name(rule, row.level)
    return name, f"level {row.level}"
