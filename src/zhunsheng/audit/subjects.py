"""The subjects of the checks, by the letters their codes begin with: (Chinese, English)."""

from typing import Final

SUBJECTS: Final = {
    "CLM": ("表述", "claims"),
    "DUP": ("重复和抄用", "repeated and copied passages"),
    "FMT": ("格式（GB/T 9704—2012）", "form (GB/T 9704-2012)"),
    "LAW": ("法定内容、期限和行文", "statutory contents, deadlines and sending"),
    "LDG": ("与台账、与汇总", "against the ledgers and the summary"),
    "NAM": ("名称", "names"),
    "PRV": ("个人信息和账号", "personal data and accounts"),
    "QTY": ("数量", "quantities"),
    "REL": ("数字之间", "figures against each other"),
    "REP": ("同一指标", "one measure, two values"),
    "YOY": ("与上年报告", "against last year's report"),
}
