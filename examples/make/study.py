"""What the year's study plan asked for: four quarters of the centre group, and the list."""

from datetime import date

from examples.make.book import Rows

_LISTED = date(2024, 2, 28)
_QUARTERS = ("第一季度", "第二季度", "第三季度", "第四季度")
_LIST = (
    ("习近平法治思想学习纲要", date(2024, 4, 18)),
    ("法治政府建设实施纲要（2021—2025年）", date(2024, 3, 21)),
    ("科学技术进步法", date(2024, 6, 20)),
    ("促进科技成果转化法", date(2024, 6, 20)),
    ("中国共产党纪律处分条例", date(2024, 9, 25)),
    ("保守国家秘密法", date(2024, 9, 25)),
    ("宪法", date(2024, 12, 4)),
    ("公平竞争审查条例", None),
)


def tasks() -> Rows:
    """The tasks: a text with the day it was studied, one left for the next year; a quarter without
    a day, for its session stands in the register of sessions."""
    quarters = [
        _row(f"党组理论学习中心组{quarter}法治专题学习", "中心组季度学习", None, quarter)
        for quarter in _QUARTERS
    ]
    return quarters + [_row(f"学习《{text}》", "应知应会清单内容", done) for text, done in _LIST]


def closings() -> Rows:
    """The legal division closes the register of study tasks."""
    return [{"台账": "学法任务", "科室": "政策法规科", "年度": 2024, "零报告": False}]


def _row(title: str, kind: str, done: date | None, quarter: str = "") -> dict[str, object]:
    return {
        "名称": title,
        "科室": "政策法规科",
        "任务类别": kind,
        "列入日期": _LISTED,
        "季度": quarter,
        "完成日期": done,
    }


def _book() -> dict[str, Rows]:
    return {"学法任务": tasks(), "报送": closings()}


BOOKS = {"政策法规科-学法任务.xlsx": _book}
