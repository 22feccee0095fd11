"""Counsel in 2024: a firm and two government lawyers, 24 opinions given, 11 contracts reviewed."""

from datetime import date

from examples.make.book import Rows
from examples.make.days import due, worked
from examples.make.scans import Paper

_SCAN = "法律意见书汇编.pdf"
_FIRM, _OWN = "叶衡", "沈思齐"
#: (title, kind, division, day it was asked, adviser, what became of it).
_OPINIONS = (
    (
        "科技型中小企业创新支持办法（送审稿）",
        "规范性文件",
        "高新技术科",
        date(2024, 1, 22),
        _FIRM,
        "采纳",
    ),
    ("市级科技计划项目申报指南", "项目管理", "发展规划科", date(2024, 2, 19), _OWN, "采纳"),
    ("创新平台后补助实施细则", "政策措施", "高新技术科", date(2024, 3, 5), _FIRM, "采纳"),
    ("科技成果转化奖励兑付口径", "政策措施", "成果与人才科", date(2024, 3, 18), _FIRM, "部分采纳"),
    ("一项依申请公开事项的答复", "政府信息公开", "办公室", date(2024, 4, 8), _OWN, "采纳"),
    ("重点研发专项任务书范本", "项目管理", "发展规划科", date(2024, 4, 22), _FIRM, "采纳"),
    ("技术合同认定登记争议", "争议处理", "成果与人才科", date(2024, 5, 8), _FIRM, "采纳"),
    ("“十四五”科技创新规划中期调整方案", "重大决策", "发展规划科", date(2024, 6, 3), _FIRM, "采纳"),
    ("科技创新券管理办法清理意见", "规范性文件", "高新技术科", date(2024, 6, 11), _OWN, "采纳"),
    ("科普场馆委托运营方案", "项目管理", "成果与人才科", date(2024, 6, 24), _FIRM, "采纳"),
    (
        "关于加快建设区域科技创新中心的若干政策",
        "重大决策",
        "高新技术科",
        date(2024, 7, 8),
        _FIRM,
        "采纳",
    ),
    (
        "科技计划项目绩效评价办法（送审稿）",
        "规范性文件",
        "发展规划科",
        date(2024, 7, 22),
        _FIRM,
        "采纳",
    ),
    ("项目承担单位变更事项", "项目管理", "发展规划科", date(2024, 8, 5), _OWN, "采纳"),
    ("科研诚信案件调查程序", "其他", "发展规划科", date(2024, 8, 19), _FIRM, "采纳"),
    ("涉企政策公平竞争审查疑难问题", "政策措施", "政策法规科", date(2024, 9, 2), _FIRM, "采纳"),
    ("商业秘密信息公开征求第三方意见", "政府信息公开", "办公室", date(2024, 9, 18), _OWN, "采纳"),
    ("行政规范性文件清理结论", "规范性文件", "政策法规科", date(2024, 10, 8), _FIRM, "采纳"),
    ("高新技术企业奖补资金追回", "争议处理", "高新技术科", date(2024, 10, 14), _FIRM, "采纳"),
    ("大型科学仪器共享协议", "项目管理", "高新技术科", date(2024, 10, 28), _FIRM, "部分采纳"),
    ("科技特派员管理措施", "政策措施", "成果与人才科", date(2024, 11, 6), _OWN, "采纳"),
    ("人才项目资助退出条款", "政策措施", "成果与人才科", date(2024, 11, 13), _FIRM, "未采纳"),
    ("信访事项办理意见", "争议处理", "办公室", date(2024, 11, 20), _OWN, "采纳"),
    ("科技计划项目终止程序", "项目管理", "发展规划科", date(2024, 12, 2), _FIRM, "采纳"),
    ("2025年度项目合同范本", "项目管理", "发展规划科", date(2024, 12, 9), _FIRM, "采纳"),
)
_WHY = {
    "部分采纳": "涉及上级文件已有明确规定的部分，按上级文件执行",
    "未采纳": "资助退出条款由人才工作主管部门统一规定，本局不另行设定",
}
_CONTRACTS = (
    ("信息化运维服务合同", "办公室", "澜川市云信技术服务有限公司", 286000, date(2024, 3, 26)),
    ("科普场馆展品更新合同", "成果与人才科", "东原省展览工程有限公司", 473500, date(2024, 5, 27)),
    ("项目评审服务合同", "发展规划科", "澜川市生产力促进中心", 168000, date(2024, 4, 16)),
    ("科技统计调查委托合同", "发展规划科", "澜川学院", 95000, date(2024, 4, 25)),
    ("绩效评价服务合同", "发展规划科", "东原省科技评估中心", 198000, date(2024, 6, 18)),
    ("法律顾问服务合同", "政策法规科", "东原正维律师事务所", 80000, date(2024, 1, 9)),
    ("审计服务合同", "办公室", "澜川华信会计师事务所", 64800, date(2024, 7, 11)),
    ("档案数字化加工合同", "办公室", "澜川市兰台档案服务有限公司", 137420, date(2024, 8, 22)),
    ("物业服务合同", "办公室", "澜川安居物业服务有限公司", 312600, date(2024, 11, 12)),
    ("科技活动周会务服务合同", "成果与人才科", "澜川会展服务有限公司", 58600, date(2024, 5, 9)),
    ("档案库房改造工程合同", "办公室", "澜川市第二建筑工程有限公司", 489000, date(2024, 11, 19)),
)


#: Matters that concern somebody outside: title → party.
_PARTIES = {
    "高新技术企业奖补资金追回": "澜川恒迅电子有限公司",
    "大型科学仪器共享协议": "澜川学院",
    "科普场馆委托运营方案": "澜川市科技馆",
}
#: What the firm stood aside from: it acts for the other party elsewhere.
_CONFLICT = ("展品更新合同履约争议", "东原省展览工程有限公司", date(2024, 5, 20))

#: What counsel usually concluded, by the kind of matter.
_CONCLUSIONS = {
    "规范性文件": "制定权限和程序合法，建议删除设定材料清单之外要求的条款",
    "重大决策": "决策事项属于法定职权，程序完备，建议明确过渡安排",
    "政策措施": "内容不违反上位法，建议明确适用范围和兑付条件",
    "项目管理": "约定总体合法，建议补充知识产权归属和违约责任",
    "政府信息公开": "答复依据充分，建议告知救济途径",
    "争议处理": "事实清楚的可以依约处理，建议先行书面催告并固定证据",
    "其他": "调查程序合规，建议听取当事人陈述后再作处理",
}
_REMARKS = (
    "付款条件与验收衔接不紧，建议按节点付款",
    "违约责任约定不对等，建议补充逾期交付的责任",
    "争议解决条款未约定管辖，建议约定由合同履行地法院管辖",
    "涉及数据和个人信息处理的，建议补充保密条款",
)


def engagements() -> Rows:
    """The firm of the year, and the one before it."""
    return [
        {
            "律师事务所": "东原正维律师事务所",
            "科室": "政策法规科",
            "律师": _FIRM,
            "聘期起": date(2024, 1, 11),
            "聘期止": date(2027, 1, 10),
        },
        {
            "律师事务所": "澜川明理律师事务所",
            "科室": "政策法规科",
            "律师": "本所律师团队",
            "聘期起": date(2021, 1, 11),
            "聘期止": date(2024, 1, 10),
        },
    ]


def lawyers() -> Rows:
    """The bureau's own."""
    return [
        {
            "姓名": _OWN,
            "科室": "政策法规科",
            "证书编号": "公职〔2019〕0117",
            "任职起": date(2019, 9, 2),
        },
        {
            "姓名": "顾闻",
            "科室": "政策法规科",
            "证书编号": "公职〔2022〕0263",
            "任职起": date(2022, 6, 1),
        },
    ]


def opinions() -> Rows:
    """Each asked and answered within the term, but one that took longer."""
    return [*(_opinion(index, *one) for index, one in enumerate(_OPINIONS)), _stood_aside()]


def contracts() -> Rows:
    """Each reviewed before it was signed."""
    return [
        {
            "合同名称": title,
            "科室": division,
            "对方当事人": party,
            "审查日期": worked(day),
            "合同金额（元）": amount,
            "法律顾问或公职律师": _reviewer(title, party),
            "审查人（系统用户）": _reviewer(title, party),
            "审查意见": _REMARKS[place % len(_REMARKS)],
            "采纳情况": "采纳",
            "佐证": _SCAN,
        }
        for place, (title, division, party, amount, day) in enumerate(_CONTRACTS)
    ]


def _reviewer(title: str, party: str) -> str:
    """The firm reviews neither its own engagement nor the contract of whom it acts for."""
    return _OWN if title.startswith("法律顾问") or party == _CONFLICT[1] else _FIRM


def conflicts() -> Rows:
    """What the firm declared when it was asked."""
    title, party, day = _CONFLICT
    return [
        {
            "所涉事项": title,
            "科室": "政策法规科",
            "法律顾问或公职律师": _FIRM,
            "系统用户": _FIRM,
            "相关当事人": party,
            "申报日期": day,
        }
    ]


def closings() -> Rows:
    """The legal division closes its registers."""
    return [
        {"台账": name, "科室": "政策法规科", "年度": 2024, "零报告": False}
        for name in ("法律顾问聘用", "公职律师", "法律意见", "合同审查")
    ]


def _opinion(
    index: int, title: str, kind: str, division: str, asked: date, adviser: str, adoption: str
) -> dict[str, object]:
    asked = worked(asked)
    given = due(asked, 13 if index == _LATE else 4 + index % 5)
    return {
        "征询事项": title,
        "科室": division,
        "事项类别": kind,
        "征询日期": asked,
        "法律顾问或公职律师": adviser,
        "被征询人（系统用户）": adviser,
        "相关当事人": _PARTIES.get(title),
        "已声明无利益冲突": True,
        "出具日期": given,
        "意见结论": _CONCLUSIONS[kind],
        "采纳情况确定日期": due(given, 2 + index % 3),
        "采纳情况": adoption,
        "未采纳理由": _WHY.get(adoption),
        "佐证": _SCAN,
    }


def _stood_aside() -> dict[str, object]:
    """Asked of the firm, which declared that it acts for the other party."""
    title, party, day = _CONFLICT
    return {
        "征询事项": title,
        "科室": "成果与人才科",
        "事项类别": "争议处理",
        "征询日期": date(2024, 5, 17),
        "法律顾问或公职律师": _FIRM,
        "被征询人（系统用户）": _FIRM,
        "相关当事人": party,
        "已声明无利益冲突": True,
        "回避日期": day,
        "回避事由": "所在律师事务所同时担任东原省展览工程有限公司的常年法律顾问",
        "佐证": _SCAN,
    }


#: The opinion that took longer than the term.
_LATE = 3


def _book() -> dict[str, Rows]:
    return {
        "法律顾问聘用": engagements(),
        "利益冲突申报": conflicts(),
        "公职律师": lawyers(),
        "法律意见": opinions(),
        "合同审查": contracts(),
        "报送": closings(),
    }


BOOKS = {"政策法规科-法律顾问.xlsx": _book}
PAPERS: dict[str, Paper] = {
    _SCAN: (
        "法律意见书和合同审查意见汇编",
        date(2024, 12, 31),
        ("本汇编收录本年度法律意见书、合同审查意见和采纳情况说明。", "由政策法规科按日期装订保管。"),
    ),
}  # fmt: skip
