"""What the leaders decided together in 2024: two major decisions, 31 key matters, one of them both."""

from datetime import date

from examples.make.book import Rows
from examples.make.days import after, before
from examples.make.scans import Paper

_SCAN = "集体决策事项登记簿.pdf"
_PARTY = {
    1: date(2024, 1, 11), 2: date(2024, 1, 25), 3: date(2024, 2, 27), 4: date(2024, 3, 13),
    5: date(2024, 4, 10), 6: date(2024, 4, 29), 7: date(2024, 5, 22), 8: date(2024, 6, 12),
    9: date(2024, 7, 25), 10: date(2024, 8, 14), 11: date(2024, 9, 12), 12: date(2024, 10, 16),
    13: date(2024, 11, 18), 14: date(2024, 12, 19),
}  # fmt: skip
_OFFICE = {
    2: date(2024, 3, 7), 3: date(2024, 5, 15), 4: date(2024, 6, 27), 5: date(2024, 8, 29),
    6: date(2024, 9, 20), 7: date(2024, 11, 7), 8: date(2024, 12, 12),
}  # fmt: skip
_DECISION, _POST, _PROJECT, _FUNDS = "重大决策", "重要干部任免", "重大项目安排", "大额度资金使用"
#: (title, division, kind, whether the Party group decided it, the meeting's number).
_KEY_MATTERS = (
    ("春节前困难职工慰问经费安排", "办公室", _FUNDS, True, 1),
    ("2024年度科技工作重点任务", "发展规划科", _DECISION, True, 2),
    ("2024年法治政府建设工作要点", "政策法规科", _DECISION, True, 3),
    ("局领导班子成员分工调整", "办公室", _DECISION, True, 3),
    ("2024年度市级科技计划项目申报指南", "发展规划科", _PROJECT, True, 4),
    ("2024年度市级科技计划项目经费安排", "发展规划科", _FUNDS, True, 4),
    ("2024年第一批科级干部选拔任用", "办公室", _POST, True, 5),
    ("局属事业单位公开招聘方案", "办公室", _POST, True, 5),
    ("全国科技活动周重点活动安排", "成果与人才科", _PROJECT, True, 6),
    ("2024年度重点研发专项立项", "发展规划科", _PROJECT, True, 7),
    ("创新平台后补助资金分配方案", "高新技术科", _FUNDS, True, 8),
    ("机关科级干部交流任职", "办公室", _POST, True, 8),
    ("下半年法治政府建设重点任务调整", "政策法规科", _DECISION, True, 9),
    ("科技创新券兑付资金48万元拨付", "高新技术科", _FUNDS, True, 10),
    ("内部审计发现问题整改方案", "办公室", _DECISION, True, 10),
    ("市级重点实验室评估结果运用", "高新技术科", _PROJECT, True, 11),
    ("2025年度部门预算编制方案", "办公室", _FUNDS, True, 12),
    ("科研诚信案件处理意见", "发展规划科", _DECISION, True, 12),
    ("行政规范性文件清理结论", "政策法规科", _DECISION, True, 13),
    ("高新技术企业奖补资金分配方案", "高新技术科", _FUNDS, True, 13),
    ("2024年度公务员考核等次", "办公室", _POST, True, 14),
    ("2025年度科技计划项目立项", "发展规划科", _PROJECT, True, 14),
    ("信息化运维服务采购", "办公室", _FUNDS, False, 2),
    ("科普场馆展品更新经费", "成果与人才科", _FUNDS, False, 3),
    ("技术合同认定登记奖励资金兑付", "成果与人才科", _FUNDS, False, 4),
    ("科技项目评审专家库调整", "发展规划科", _DECISION, False, 5),
    ("法治政府建设督察反馈问题整改方案", "政策法规科", _DECISION, False, 6),
    ("机关物业服务采购", "办公室", _FUNDS, False, 7),
    ("档案库房改造工程", "办公室", _PROJECT, False, 7),
    ("年末项目资金集中支付", "办公室", _FUNDS, False, 8),
)
_MAJOR: Rows = (
    {
        "名称": "澜川市“十四五”科技创新规划中期调整方案",
        "科室": "发展规划科",
        "重大行政决策": True,
        "三重一大": True,
        "三重一大类别": _DECISION,
        "决策主体": "本单位决策",
        "启动日期": date(2024, 3, 18),
        "征求意见开始日期": date(2024, 4, 8),
        "征求意见截止日期": date(2024, 5, 10),
        "收到意见数": 23,
        "采纳意见数": 15,
        "专家论证日期": date(2024, 5, 16),
        "风险评估日期": date(2024, 5, 24),
        "不进行公平竞争审查理由": "不涉及经营主体的经济活动",
        "送审日期": date(2024, 6, 3),
        "合法性审查日期": date(2024, 6, 17),
        "审查机构": "政策法规科",
        "审查结论": "修改后合法",
        "提出意见的法律顾问或公职律师": "叶衡",
        "提请审议日期": date(2024, 7, 18),
        "集体讨论决定日期": _PARTY[9],
        "讨论决定的会议": "局党组2024年第9次会议",
        "向党委请示报告日期": date(2024, 7, 29),
        "决策公布日期": date(2024, 8, 9),
        "归档日期": date(2024, 8, 15),
        "佐证": _SCAN,
    },
    {
        "名称": "关于加快建设区域科技创新中心的若干政策（代市政府承办）",
        "科室": "高新技术科",
        "重大行政决策": True,
        "三重一大": False,
        "决策主体": "代市政府承办",
        "启动日期": date(2024, 4, 22),
        "征求意见开始日期": date(2024, 5, 13),
        "征求意见截止日期": date(2024, 6, 14),
        "收到意见数": 36,
        "采纳意见数": 21,
        "专家论证日期": date(2024, 6, 21),
        "风险评估日期": date(2024, 6, 28),
        "公平竞争审查日期": date(2024, 7, 3),
        "送审日期": date(2024, 7, 8),
        "合法性审查日期": date(2024, 7, 22),
        "审查机构": "澜川市司法局",
        "审查结论": "合法",
        "提出意见的法律顾问或公职律师": "叶衡",
        "提请审议日期": date(2024, 8, 9),
        "集体讨论决定日期": date(2024, 9, 5),
        "向党委请示报告日期": date(2024, 9, 9),
        "决策公布日期": date(2024, 9, 19),
        "归档日期": date(2024, 9, 26),
        "佐证": _SCAN,
    },
)  # fmt: skip


def matters() -> Rows:
    """The major decisions, then the key matters, meeting by meeting."""
    return [*_MAJOR, *(_key_matter(*one) for one in _KEY_MATTERS)]


def closings() -> Rows:
    """Both divisions that owe the register have closed it; the office closes the meetings."""
    closed = (
        ("议事决策会议", "办公室"),
        ("集体决策事项", "办公室"),
        ("集体决策事项", "政策法规科"),
    )
    return [
        {"台账": register, "科室": division, "年度": 2024, "零报告": False}
        for register, division in closed
    ]


def _key_matter(
    title: str,
    division: str,
    kind: str,
    party: bool,
    number: int,
) -> dict[str, object]:
    day = _PARTY[number] if party else _OFFICE[number]
    meeting = f"局党组2024年第{number}次会议" if party else f"2024年第{number}次局长办公会议"
    return {
        "名称": title,
        "科室": division,
        "重大行政决策": False,
        "三重一大": True,
        "三重一大类别": kind,
        "决策主体": "本单位决策",
        "启动日期": before(day, 14),
        "提请审议日期": before(day, 3),
        "集体讨论决定日期": day,
        "讨论决定的会议": meeting,
        "归档日期": after(day, 7),
        "佐证": _SCAN,
    }


def _book() -> dict[str, Rows]:
    return {"集体决策事项": matters(), "报送": closings()}


BOOKS = {"办公室-集体决策事项.xlsx": _book}
PAPERS: dict[str, Paper] = {
    _SCAN: (
        "集体决策事项登记簿",
        date(2024, 12, 31),
        ("本登记簿收录本年度重大行政决策各程序材料和三重一大事项的议题审批单、会议纪要。",
         "由办公室会同政策法规科按事项装订保管。"),
    ),
}  # fmt: skip
