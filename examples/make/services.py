"""Government services in 2024: 27 items, 755 applications, 1046 persons guided.

The applications come as the service platform exports them, in its own words.
"""

from collections.abc import Iterator
from datetime import date

from examples.make.book import EXPORT_SHEET, Rows
from examples.make.days import after, due, worked, working_days_of

#: Title, kind, level, statutory and promised days, visits, online depth, applications.
_ITEMS = (
    ("外国人来华工作许可", "行政许可", "业务办理项", 10, 5, 0, "Ⅳ级", 96),
    ("外国人来华工作许可延期", "行政许可", "业务办理项", 10, 5, 0, "Ⅳ级", 71),
    ("外国人来华工作许可变更", "行政许可", "业务办理项", 10, 4, 0, "Ⅳ级", 38),
    ("外国人来华工作许可注销", "行政许可", "业务办理项", 10, 2, 0, "Ⅳ级", 24),
    ("外国人来华工作许可证补办", "行政许可", "业务办理项", 10, 2, 1, "Ⅲ级", 9),
    ("技术合同认定登记", "行政确认", "主项", 30, 7, 0, "Ⅳ级", 187),
    ("技术合同变更登记", "行政确认", "子项", 30, 5, 0, "Ⅳ级", 31),
    ("科学技术成果登记", "行政确认", "主项", 20, 5, 0, "Ⅳ级", 62),
    ("科技型中小企业评价信息核查", "公共服务", "主项", 20, 10, 0, "Ⅳ级", 54),
    ("高新技术企业认定申报推荐", "公共服务", "业务办理项", 20, 10, 0, "Ⅳ级", 43),
    ("高新技术企业更名推荐", "公共服务", "业务办理项", 20, 8, 0, "Ⅳ级", 12),
    ("市级工程技术研究中心认定", "行政确认", "子项", 40, 20, 0, "Ⅲ级", 17),
    ("市级重点实验室认定", "行政确认", "子项", 40, 20, 0, "Ⅲ级", 9),
    ("市级新型研发机构备案", "其他行政权力", "主项", 30, 15, 0, "Ⅲ级", 11),
    ("科技企业孵化器备案", "其他行政权力", "子项", 30, 15, 0, "Ⅲ级", 8),
    ("众创空间备案", "其他行政权力", "子项", 30, 15, 0, "Ⅲ级", 10),
    ("市级科技计划项目验收", "其他行政权力", "主项", 30, 15, 1, "Ⅲ级", 23),
    ("市级科技计划项目变更", "其他行政权力", "主项", 20, 8, 0, "Ⅳ级", 14),
    ("科技创新券兑付", "行政给付", "主项", 30, 10, 0, "Ⅳ级", 12),
    ("研发投入后补助", "行政给付", "主项", 30, 15, 0, "Ⅳ级", 8),
    ("科学技术奖推荐", "行政奖励", "主项", 30, 15, 1, "Ⅲ级", 6),
    ("科技特派员选派备案", "公共服务", "主项", 20, 8, 0, "Ⅳ级", 4),
    ("科普基地认定", "行政确认", "主项", 40, 20, 1, "Ⅲ级", 2),
    ("大型科学仪器开放共享备案", "其他行政权力", "主项", 20, 8, 0, "Ⅳ级", 1),
    ("院士工作站备案", "其他行政权力", "主项", 30, 15, 1, "Ⅲ级", 1),
    ("技术转移示范机构推荐", "公共服务", "主项", 30, 15, 0, "Ⅲ级", 1),
    ("实验动物使用情况备案", "其他行政权力", "主项", 20, 10, 1, "Ⅱ级", 1),
)  # fmt: skip
_POWERS = (
    ("科学技术奖励违规行为处理", "行政处罚"),
    ("科技计划项目监督检查", "行政检查"),
)
_CHANGES = (
    (1, date(2024, 3, 14), "办理环节由4个压减为3个"),
    (6, date(2024, 5, 21), "申请材料由6项精简为4项"),
    (19, date(2024, 9, 10), "网上办理深度由Ⅲ级提升为Ⅳ级"),
)
_NAMES = "瑞恒、东澜、启明、华川、中拓、金禾、星远、博源、天衡、联创、新垣、凯达、宏图、正信、海川、嘉木、安泰、云帆、德润、方舟"
_TRADES = "智能装备、生物医药、新材料、信息技术、农业科技、检测技术、环保工程、电子科技、精密机械、能源科技、光电、软件、机器人、食品科技、新能源、仪器仪表、测绘、半导体、医疗器械、节能技术"
_FORMS = ("有限公司", "股份有限公司", "科技有限公司")
_CARRIED_IN, _CARRIED_OUT = 9, 11
#: How the months' guidance was shared out: persons guided beforehand, and throughout.
_GUIDED = (
    (58, 22), (41, 17), (83, 29), (69, 31), (87, 34), (64, 28),
    (59, 26), (52, 21), (76, 30), (48, 19), (61, 27), (45, 19),
)  # fmt: skip


def items() -> Rows:
    """The catalogue's items, and two that stand in the powers list alone."""
    listed = [
        {
            "事项编码": _code(at), "名称": title, "科室": "办公室", "事项类型": kind,
            "事项层级": level, "设定和实施依据": "市级政务服务事项目录（2023年版）",
            "列入权责清单": kind != "公共服务", "列入政务服务事项目录": True,
            "法定办结时限（工作日）": days, "承诺办结时限（工作日）": promised,
            "到办事现场次数": visits, "网上办理深度": depth,
            "列入日期": date(2024, 4, 16) if at == 26 else date(2023, 6, 15),
        }
        for at, (title, kind, level, days, promised, visits, depth, _) in enumerate(_ITEMS, 1)
    ]  # fmt: skip
    powers = [
        {
            "事项编码": _code(at), "名称": title, "科室": "办公室", "事项类型": kind,
            "事项层级": "主项", "设定和实施依据": "市级权责清单（2023年版）",
            "列入权责清单": True, "列入政务服务事项目录": False, "列入日期": date(2023, 6, 15),
        }
        for at, (title, kind) in enumerate(_POWERS, len(_ITEMS) + 1)
    ]  # fmt: skip
    return [*listed, *powers]


def changes() -> Rows:
    """What was changed of the items."""
    return [
        {"所属事项编码": _code(at), "调整日期": day, "调整内容": change}
        for at, day, change in _CHANGES
    ]


def applications() -> Rows:
    """Nine carried in, 746 received; 734 decided, 7 withdrawn, 3 not accepted, 11 carried out."""
    return [_application(n, at) for n, at in enumerate(_shuffled())]


def _shuffled() -> Iterator[int]:
    """The item of each application, mixed the same way each time."""
    asked = [at for at, item in enumerate(_ITEMS) for _ in range(item[-1])]
    return (asked[n * 298 % len(asked)] for n in range(len(asked)))


def _received(n: int) -> date:
    total = sum(item[-1] for item in _ITEMS)
    if n < _CARRIED_IN:
        return worked(date(2023, 12, 20 + n))
    days = [d for d in working_days_of(2024) if d < date(2024, 11, 28)]
    last = total - _CARRIED_OUT
    if n >= last:
        return worked(date(2024, 12, 23 + (n - last) // 2))
    return days[(n - _CARRIED_IN) * len(days) // (last - _CARRIED_IN)]


def _application(n: int, at: int) -> dict[str, object]:
    title, _, _, days, promised, _, _, _ = _ITEMS[at]
    names, trades = _NAMES.split("、"), _TRADES.split("、")
    company = f"{names[n % 20]}{trades[n // 20 % 20]}{_FORMS[n // 400]}"
    received = _received(n)
    year = received.year
    row: dict[str, object] = {
        "平台办件编号": f"LCKJ{year}{n + 1:05d}",
        "名称": f"{company}申请{title}",
        "科室": "办公室",
        "申请事项编码": _code(at + 1),
        "申请渠道": "窗口" if n % 23 == 7 else "邮寄" if n % 131 == 60 else "网上",
        "收件日期": received,
        "补正告知日期": due(received, 2) if n % 37 == 5 else None,
        "法定时限（工作日）": days,
        "承诺时限（工作日）": promised,
    }
    ending = _ending(n, received, days=days, promised=promised)
    return row | ending


def _ending(n: int, received: date, *, days: int, promised: int) -> dict[str, object]:
    if n % 249 == 100:
        return {"办结日期": due(received, 2), "办理结果": "不予受理"}
    accepted = due(received, 5) if n % 37 == 5 else due(received, 1)
    if n >= sum(item[-1] for item in _ITEMS) - _CARRIED_OUT:
        return {"受理日期": accepted if accepted.year == 2024 else None}
    if n % 106 == 50:
        return {"受理日期": accepted, "办结日期": due(accepted, 1), "办理结果": "撤回"}
    paused = n % 97 == 20
    taken = promised + 1 if n % 181 == 30 and promised < days else 1 + n * 7 % promised
    start = accepted if not paused else after(accepted, 10)
    ended = due(start, taken)
    # What came over the new year ended in it.
    ended = max(ended, worked(date(2024, 1, 2))) if n < _CARRIED_IN else ended
    pause = f"{accepted}至{start}专家评审" if paused else None
    rated = after(ended, 1) if n % 2 else None
    poor = n in (201, 477)
    return {
        "受理日期": accepted,
        "特别程序起止": pause,
        "办结日期": ended,
        "办理结果": "不予" if n % 120 == 33 else "准予",
        "评价日期": rated,
        "好差评": None if not rated else "不满意" if poor else "满意" if n % 5 == 0 else "非常满意",
        "差评回访日期": due(rated, 3) if rated and poor else None,
    }


#: The register's column → the platform's.
_THEIRS = {
    "平台办件编号": "办件流水号", "名称": "申请事由", "科室": "承办部门",
    "申请事项编码": "事项编码", "申请渠道": "申办方式", "收件日期": "收件时间",
    "补正告知日期": "补正通知时间", "法定时限（工作日）": "法定时限",
    "承诺时限（工作日）": "承诺时限", "受理日期": "受理时间", "特别程序起止": "特别程序",
    "办结日期": "办结时间", "办理结果": "办结结果", "评价日期": "评价时间",
    "好差评": "评价等级", "差评回访日期": "回访时间",
}  # fmt: skip
_WORDS = {
    "网上": "网上申办", "窗口": "窗口收件", "邮寄": "邮寄收件",
    "准予": "准予许可", "不予": "不予许可", "撤回": "申请人撤回",
}  # fmt: skip


def exported() -> Rows:
    """The applications under the platform's headers and in its words."""
    return [
        {_THEIRS[head]: _WORDS.get(str(value), value) for head, value in row.items()}
        for row in applications()
    ]


def guided() -> Rows:
    """Persons guided, month by month in two ways."""
    return [
        {"名称": f"{month}月政务服务窗口{kind}", "科室": "办公室", "服务方式": kind,
         "服务日期": worked(date(2024, month, 26)),
         "服务人次": people}
        for month, shared in enumerate(_GUIDED, 1)
        for kind, people in zip(("事前辅导", "帮办代办"), shared, strict=True)
    ]  # fmt: skip


def _code(at: int) -> str:
    return f"LCKJ-SX-{at:03d}"


def _book() -> dict[str, Rows]:
    return {
        "政务服务事项": items(),
        "事项调整": changes(),
        "辅导帮办": guided(),
        "报送": [
            {"台账": name, "科室": "办公室", "年度": 2024, "零报告": False}
            for name in ("政务服务事项", "办件", "辅导帮办")
        ],
    }


def _export() -> dict[str, Rows]:
    return {EXPORT_SHEET: exported()}


BOOKS = {
    "办公室-政务服务.xlsx": _book,
    "办公室-政务服务平台办件导出.xlsx": _export,  # read after the items it names
}
