"""Emergencies and safety in 2024: five plans, nine drills, six inspections, fourteen hazards."""

from datetime import date

from examples.make.book import Rows
from examples.make.days import after

_SCAN = "安全隐患整改卷.pdf"
_OWN = "市科学技术局突发事件应急预案"
_FIRE = "机关办公楼消防应急疏散预案"
_NETWORK = "科技管理信息系统网络安全事件应急预案"
_LABORATORY = "科研平台实验室安全事故应急预案"
_FLOOD = "科技馆防汛现场处置方案"
_PLANS = (
    (_OWN, "部门应急预案", date(2024, 3, 18), date(2024, 4, 9), None),
    (_NETWORK, "专项应急预案", date(2024, 6, 12), date(2024, 6, 28), None),
    (_LABORATORY, "生产安全事故应急预案", date(2022, 5, 16), date(2022, 6, 1), date(2024, 11, 14)),
    (_FIRE, "灭火和应急疏散预案", date(2021, 9, 6), None, date(2024, 9, 12)),
    (_FLOOD, "现场处置方案", date(2023, 5, 22), None, None),
)
_DRILLS = (
    ("机关办公楼春季消防疏散演练", "消防疏散", date(2024, 3, 28), _FIRE, "局机关办公楼", 86, 6),
    ("市科技馆消防疏散演练", "消防疏散", date(2024, 5, 10), "", "市科技馆", 64, 5),
    ("危险化学品泄漏处置演练", "实验室安全", date(2024, 6, 6), _LABORATORY, "市生产力促进中心检测实验室", 32, 4),
    ("市科技馆防汛桌面演练", "防汛", date(2024, 6, 20), _FLOOD, "市科技馆", 24, 5),
    ("科技管理信息系统网络攻击处置演练", "网络安全", date(2024, 7, 25), _NETWORK, "局机房", 18, 6),
    ("机关电梯困人救援演练", "电梯困人", date(2024, 8, 22), "", "局机关办公楼", 21, 4),
    ("机关办公楼秋季消防疏散演练", "消防疏散", date(2024, 9, 19), _FIRE, "局机关办公楼", 91, 5),
    ("心肺复苏和自动体外除颤器使用演练", "应急救护", date(2024, 10, 24), "", "局机关会议室", 56, None),
    ("消防宣传月灭火器实操演练", "消防疏散", date(2024, 11, 8), _FIRE, "局机关院内", 73, 6),
)  # fmt: skip
_INSPECTIONS = (
    ("春节后复工安全检查", date(2024, 2, 20), "局机关和市科技馆", "苏见山", True),
    ("重点实验室安全检查", date(2024, 4, 11), "市生产力促进中心检测实验室", "苏见山", True),
    ("汛前安全检查", date(2024, 5, 30), "市科技馆", "林砚", False),
    ("安全生产月检查", date(2024, 6, 26), "局机关和局属单位", "程立言", True),
    ("国庆节前安全检查", date(2024, 9, 25), "局机关和局属单位", "程立言", True),
    ("冬季消防安全检查", date(2024, 12, 5), "局机关和市科技馆", "苏见山", True),
)
#: Inspection, what, where, days allowed, days taken (None: not yet), who re-checked.
_HAZARDS = (
    (1, "疏散通道堆放杂物", "局机关三楼西侧通道", 7, 2, "林砚"),
    (1, "应急照明灯不亮", "市科技馆二楼展厅", 15, 8, "林砚"),
    (2, "危险化学品没有分类存放", "检测实验室试剂间", 10, 6, "林砚"),
    (2, "洗眼器水压不足", "检测实验室操作间", 30, 21, "林砚"),
    (2, "气瓶没有固定", "检测实验室气瓶间", 5, 1, "林砚"),
    (3, "屋面排水口堵塞", "市科技馆屋面", 10, 5, "林砚"),
    (3, "地下室挡水板缺失", "市科技馆地下室入口", 20, 13, "林砚"),
    (4, "配电箱没有张贴警示标识", "局机关一楼配电间", 7, 3, "林砚"),
    (4, "灭火器压力不足", "局属单位仓库", 10, 7, "何知远"),
    (4, "插线板串接使用", "局机关四楼办公室", 3, 1, "林砚"),
    (5, "消防控制室值班记录不全", "市科技馆消防控制室", 15, 9, "林砚"),
    (5, "外墙饰面松动", "市科技馆北侧外墙", 30, 44, "林砚"),
    (6, "防火门闭门器损坏", "局机关五楼楼梯间", 15, 8, "林砚"),
    (6, "消防水泵控制柜老化", "市科技馆水泵房", 60, None, ""),
)


def plans() -> Rows:
    """The plans in force, two of them issued in the year."""
    return [
        {"名称": title, "科室": "办公室", "预案类别": kind, "印发日期": issued, "备案日期": filed,
         "最近评估日期": evaluated}
        for title, kind, issued, filed, evaluated in _PLANS
    ]  # fmt: skip


def drills() -> Rows:
    """Nine drills; one was never evaluated."""
    return [
        {"名称": title, "科室": "办公室", "演练类别": kind, "演练日期": held, "依据预案": plan,
         "演练地点": place, "参加人次": people,
         "评估日期": after(held, days) if days else None,
         "评估结论": "组织有序，处置流程熟悉，个别岗位衔接需加强" if days else None}
        for title, kind, held, plan, place, people, days in _DRILLS
    ]  # fmt: skip


def inspections() -> Rows:
    """Six inspections, five led by a head of the bureau."""
    return [
        {"检查编号": _number(at), "名称": title, "科室": "办公室", "检查日期": held,
         "检查地点": place, "带队人": who, "局领导带队": leader}
        for at, (title, held, place, who, leader) in enumerate(_INSPECTIONS, 1)
    ]  # fmt: skip


def hazards() -> Rows:
    """Fourteen hazards: one late, one re-checked by who rectified it, one still open."""
    return [_hazard(at, *row) for at, row in enumerate(_HAZARDS, 1)]


def _hazard(
    at: int, seen: int, what: str, where: str, allowed: int, taken: int | None, checker: str
) -> dict[str, object]:
    found = _INSPECTIONS[seen - 1][1]
    rectified = after(found, taken) if taken is not None else None
    rechecked = after(rectified, 2) if rectified else None
    return {
        "所属检查编号": _number(seen),
        "隐患编号": f"澜科安隐〔2024〕{at}号",
        "名称": what,
        "隐患等级": "重大隐患" if at == 3 else "一般隐患",
        "隐患部位": where,
        "发现日期": found,
        "整改时限": after(found, allowed),
        "整改完成日期": rectified,
        "整改责任人": "何知远" if rectified and seen in (2, 4) else "周可" if rectified else None,
        "复查日期": rechecked,
        "复查人": checker,
        "销号日期": after(rechecked, 1) if rechecked else None,
        "佐证": _SCAN if rectified else None,
    }


def _number(at: int) -> str:
    return f"澜科安检〔2024〕{at}号"


def _book() -> dict[str, Rows]:
    return {
        "应急预案": plans(),
        "应急演练": drills(),
        "安全检查": inspections(),
        "安全隐患": hazards(),
        "报送": [
            {"台账": name, "科室": "办公室", "年度": 2024, "零报告": False}
            for name in ("应急预案", "应急演练", "安全检查")
        ],
    }


BOOKS = {"办公室-应急与安全.xlsx": _book}
PAPERS = {
    _SCAN: (
        "安全检查和隐患整改卷",
        date(2024, 12, 31),
        ("本卷收录安全检查记录、隐患整改通知、整改情况和复查销号材料。", "由办公室按检查编号装订保管。"),
    ),
}  # fmt: skip
