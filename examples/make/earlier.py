"""What last year's report gave, declared so that 2024 can stand beside it."""

from examples.make.book import Rows

_REPORT = "澜科〔2024〕5号《关于2023年法治政府建设情况的报告》"
_YEAR = 2023
_VALUES = {
    "习近平法治思想学习和党组学法": 10,
    "重大行政决策": 1,
    "三重一大事项": 28,
    "议事决策会议": 20,
    "制定规范性文件": 3,
    "报送备案规范性文件": 3,
    "开展应急演练": 7,
    "开展安全检查": 6,
    "发现安全隐患": 18,
    "收到办件": 702,
    "办结办件": 698,
    "事前辅导和帮办代办": 951,
    "主动公开政府信息": 402,
    "发布政府信息": 468,
    "发布政府信息（门户网站）": 338,
    "发布政府信息（微信公众号）": 130,
    "新收信息公开申请": 4,
    "办结信息公开申请": 3,
    "承办人大代表建议": 3,
    "承办政协提案": 24,
    "开展普法活动": 19,
    "网络普法": 21,
    "普法服务企业": 86,
}


def declared() -> Rows:
    """Each figure of the report of 2023."""
    return [
        {"指标": name, "年度": _YEAR, "数值": value, "出处文件": _REPORT}
        for name, value in _VALUES.items()
    ]


def _book() -> dict[str, Rows]:
    return {"往年数据": declared()}


BOOKS = {"政策法规科-往年数据.xlsx": _book}
