"""The meetings and events of 2024, each entered once with what the regimes take from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from examples.make.book import Rows
from examples.make.scans import Paper

_PAPER = "2024年会议和活动纪要汇编.pdf"
_PRINCIPAL = "程立言"
_DEPUTY = "苏见山"
_TEAM = "派驻纪检监察组有关负责同志列席"
_LEADERS = "局领导班子成员"
_STAFF = "局机关和局属事业单位干部职工"
_TOPICS = {
    "思想": "学法：学习习近平法治思想",  # thought
    "宪法": "学法：学习宪法",  # Constitution
    "党规": "学法：学习党内法规",  # Party rules
    "法律": "学法：学习国家法律法规",  # laws
    "清单": "学法：应知应会清单内容",  # should-know list
}


@dataclass(frozen=True, slots=True)
class _Occasion:
    title: str
    kind: str
    day: date
    agenda: str
    led_by: str = _PRINCIPAL
    present: str = _LEADERS
    team: bool = False
    facets: Mapping[str, object] = field(default_factory=dict)


def _studied(form: str, topics: str, expected: int, attended: int, hours: int) -> dict[str, object]:
    """The columns of the facet for study; `topics` are keys of the topics' columns."""
    chosen = {_TOPICS[name]: True for name in topics.split()}
    return {
        "学法": True,
        "学法：学习形式": form,
        **chosen,
        "学法：应到人数": expected,
        "学法：实到人数": attended,
        "学法：学时": hours,
    }


#: The columns of a meeting that decided: the leaders' own rules have the principal speak last.
_DECIDING = {"议事决策": True, "议事决策：主要负责人末位表态": True}


def _acted(way: str, about: str, minutes: str) -> dict[str, object]:
    """The columns of the facet for an act of the principal."""
    return {
        "履行第一责任人职责": True,
        "履行第一责任人职责：履职方式": way,
        "履行第一责任人职责：履职事项": about,
        "履行第一责任人职责：记录文号": minutes,
    }


#: The column of a meeting that studied the rule of law.
_STUDIED_RULE_OF_LAW: dict[str, object] = {"研究法治建设": True}


def _party_group(
    number: int, day: date, agenda: str, facets: Mapping[str, object] | None = None
) -> _Occasion:
    title = f"局党组2024年第{number}次会议"
    return _Occasion(title, "党组会议", day, agenda, team=True, facets=facets or {})


def _office(
    number: int,
    day: date,
    agenda: str,
    facets: Mapping[str, object] | None = None,
    *,
    team: bool = True,
) -> _Occasion:
    title = f"2024年第{number}次局长办公会议"
    return _Occasion(title, "局长办公会议", day, agenda, team=team, facets=facets or {})


_MEETINGS = (
    _party_group(
        1, date(2024, 1, 11), "听取2023年度科技计划项目执行情况汇报；研究春节前困难职工慰问安排"
    ),
    _party_group(
        2,
        date(2024, 1, 25),
        "第一议题：学习习近平法治思想的核心要义；研究2024年度科技工作重点任务",
        _studied("第一议题", "思想 清单", 7, 7, 1),
    ),
    _party_group(
        3,
        date(2024, 2, 27),
        "审议2024年法治政府建设工作要点、学法计划和普法责任清单；研究领导班子分工调整",
        _acted(
            "亲自部署",
            "主持审议年度法治政府建设工作要点、学法计划和普法责任清单，提出任务要求",
            "局党组会议纪要〔2024〕3号",
        )
        | _STUDIED_RULE_OF_LAW,
    ),
    _party_group(4, date(2024, 3, 13), "研究2024年度市级科技计划项目申报指南和经费安排"),
    _party_group(5, date(2024, 4, 10), "研究科级干部选拔任用事项；审议局属事业单位公开招聘方案"),
    _party_group(6, date(2024, 4, 29), "研究第一季度意识形态工作；审议全国科技活动周活动方案"),
    _party_group(7, date(2024, 5, 22), "研究2024年度重点研发专项评审结果；听取信访事项办理情况"),
    _party_group(8, date(2024, 6, 12), "审议创新平台后补助资金分配方案；研究干部交流事项"),
    _party_group(
        9,
        date(2024, 7, 25),
        "第一议题：学习习近平总书记关于依法治国的重要论述；听取上半年法治政府建设情况汇报",
        _studied("第一议题", "思想", 7, 6, 1)
        | _acted("主持研究", "听取上半年法治政府建设情况汇报", "局党组会议纪要〔2024〕9号")
        | _STUDIED_RULE_OF_LAW,
    ),
    _party_group(10, date(2024, 8, 14), "研究科技创新券兑付资金安排；审议内部审计整改报告"),
    _party_group(11, date(2024, 9, 12), "审议重点实验室评估结果；研究离退休干部工作"),
    _party_group(12, date(2024, 10, 16), "研究2025年度部门预算编制；审议科研诚信案件处理意见"),
    _party_group(
        13,
        date(2024, 11, 18),
        "审议行政规范性文件清理结论；研究高新技术企业奖补资金分配",
        _STUDIED_RULE_OF_LAW,
    ),
    _party_group(14, date(2024, 12, 19), "研究年度考核等次；审议2025年度科技计划项目立项建议"),
    _office(1, date(2024, 1, 18), "研究机关办公设备采购；审议安全生产工作安排"),
    _office(2, date(2024, 3, 7), "审议《澜川市科技型中小企业创新支持办法》；研究信息化运维采购"),
    _office(3, date(2024, 5, 15), "研究科普场馆展品更新经费；审议公务用车管理规定", team=False),
    _office(4, date(2024, 6, 27), "研究技术合同认定登记奖励资金兑付；听取政务服务工作情况"),
    _office(5, date(2024, 8, 29), "审议《澜川市科技计划项目绩效评价办法》；研究专家库管理事项"),
    _office(
        6,
        date(2024, 9, 20),
        "研究法治政府建设督察反馈问题整改；审议政务公开工作改进措施",
        _acted("主持研究", "研究法治政府建设督察反馈问题整改", "局长办公会议纪要〔2024〕6号")
        | _STUDIED_RULE_OF_LAW,
    ),
    _office(7, date(2024, 11, 7), "研究机关物业服务采购；审议档案库房改造方案", team=False),
    _office(
        8,
        date(2024, 12, 12),
        "会前学法：习近平法治思想与科技领域依法行政；研究年末资金支付事项",
        _studied("会前学法", "思想", 9, 9, 1),
    ),
)
_STUDIES = (
    _Occasion(
        "党组理论学习中心组第一季度法治专题学习", "学习会", date(2024, 3, 21),
        "集体学习研讨习近平法治思想中关于法治政府建设的重要论述",
        facets=_studied("党组理论学习中心组", "思想 清单", 12, 12, 3)
        | _acted(
            "带头学法",
            "在党组理论学习中心组领学习近平法治思想中关于法治政府建设的重要论述",
            "学习记录〔2024〕2号",
        ),
    ),
    _Occasion(
        "第二季度干部职工法治学习", "学习会", date(2024, 4, 18),
        "习近平法治思想专题辅导；总体国家安全观与国家安全法", present=_STAFF,
        facets=_studied("全体集体学习", "思想 法律", 68, 64, 2),
    ),
    _Occasion(
        "党组理论学习中心组第二季度法治专题学习", "学习会", date(2024, 6, 20),
        "集体学习研讨科学技术进步法和促进科技成果转化法",
        facets=_studied("党组理论学习中心组", "法律 清单", 12, 11, 3),
    ),
    _Occasion(
        "第三季度干部职工法治学习", "学习会", date(2024, 8, 8),
        "习近平法治思想的科学方法专题辅导", led_by=_DEPUTY, present=_STAFF,
        facets=_studied("全体集体学习", "思想", 68, 61, 2),
    ),
    _Occasion(
        "党组理论学习中心组第三季度法治专题学习", "学习会", date(2024, 9, 25),
        "集体学习研讨中国共产党纪律处分条例和保守国家秘密法",
        facets=_studied("党组理论学习中心组", "党规 法律 清单", 12, 12, 3),
    ),
    _Occasion(
        "第四季度干部职工法治学习", "学习会", date(2024, 10, 24),
        "习近平法治思想专题辅导；科研诚信建设有关规定", present=_STAFF,
        facets=_studied("全体集体学习", "思想 法律", 68, 65, 2),
    ),
    _Occasion(
        "2024年法治专题培训班", "学习会", date(2024, 11, 21),
        "习近平法治思想概论；行政许可和政府采购实务", led_by=_DEPUTY,
        present="各科室、局属事业单位负责同志和业务骨干",
        facets=_studied("培训", "思想 法律", 32, 30, 8),
    ),
    _Occasion(
        "党组理论学习中心组第四季度法治专题学习", "学习会", date(2024, 12, 4),
        "国家宪法日集体学习宪法和宪法宣誓制度",
        facets=_studied("党组理论学习中心组", "宪法 清单", 12, 12, 3),
    ),
)  # fmt: skip
_EVENTS = (
    _Occasion(
        "法治政府建设工作推进会", "其他", date(2024, 4, 2),
        "部署2024年法治政府建设重点任务，明确各科室责任和时限",
        present="各科室、局属事业单位主要负责同志",
        facets=_acted(
            "亲自部署",
            "召开法治政府建设工作推进会，明确各科室重点任务和完成时限",
            "会议记录〔2024〕7号",
        ),
    ),
    _Occasion(
        "技术合同纠纷案件旁听庭审", "活动", date(2024, 5, 29),
        "到市中级人民法院旁听技术合同纠纷案件庭审", led_by=_DEPUTY,
        present="领导干部和项目管理人员", facets=_studied("旁听庭审", "法律", 20, 18, 4),
    ),
    _Occasion(
        "2024年度国家工作人员学法考试", "其他", date(2024, 11, 28),
        "参加全市国家工作人员年度学法用法考试", led_by=_DEPUTY, present=_STAFF,
        facets=_studied("考试", "宪法 党规 法律", 68, 67, 2),
    ),
)  # fmt: skip


def occasions() -> Rows:
    """Every meeting and event in the order of its day."""
    every = sorted((*_MEETINGS, *_STUDIES, *_EVENTS), key=lambda one: one.day)
    return [_row(one) for one in every]


def closings() -> Rows:
    """The office closes the registers that meetings and events fill."""
    return [
        {"台账": name, "科室": "办公室", "年度": 2024, "零报告": False}
        for name in ("学法活动", "主要负责人履职", "研究法治建设的会议")
    ]


def _row(one: _Occasion) -> dict[str, object]:
    return {
        "名称": one.title,
        "科室": "办公室",
        "类别": one.kind,
        "日期": one.day,
        "主持人": one.led_by,
        "议题": one.agenda,
        "出席": f"{one.present}，{_TEAM}" if one.team else one.present,
        "派驻组参加": one.team,
        **one.facets,
        **(_DECIDING if one.kind in ("党组会议", "局长办公会议") else {}),
        "佐证": _PAPER,
    }


def _book() -> dict[str, Rows]:
    return {"会议和活动": occasions(), "报送": closings()}


BOOKS = {"办公室-会议和活动.xlsx": _book}
PAPERS: dict[str, Paper] = {
    _PAPER: (
        "2024年会议和活动纪要汇编",
        date(2024, 12, 31),
        ("本汇编收录本年度局党组会议、局长办公会议纪要，集体学习记录和签到表。", "由办公室按日期装订保管。"),
    ),
}  # fmt: skip
