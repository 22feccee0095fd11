"""What 2024 fell short in, the measures that answer it, and the tasks of 2025."""

from datetime import date

from examples.make.book import Rows

_AS_OF, _ADOPTED = date(2024, 12, 31), date(2025, 1, 10)
_SCAN = "问题整改台账.pdf"
_PROBLEMS = (
    (
        "规范性文件备案不及时",
        "规范性文件报送备案不够及时，全年报送备案{norms.filed}件，按期报送的只有{norms.filed.on_time}件",
        "备案材料由起草科室自行组卷，公布之后没有设置办理节点和到期提醒",
        "逾期事项",
        "规范性文件台账显示下半年公布的文件超过备案期限报送",
        "政策法规科",
    ),
    (
        "普法责任清单落实不平衡",
        "普法责任清单落实不够平衡，列入清单的{outreach.list_items}项中有{outreach.list_items.idle}项年内没有开展相应活动",
        "生物安全、人类遗传资源管理等领域专业性强，年初部署时没有同步落实师资和场次",
        "指标反映",
        "普法责任清单台账中没有对应活动的事项",
        "政策法规科",
    ),
    (
        "安全隐患整改周期偏长",
        "安全隐患整改闭环不够有力，到年末仍有{emergency.hazards.open}处隐患没有销号",
        "隐患涉及市科技馆消防设备更新，检查、立项、经费安排衔接不紧，临时管控代替了彻底整改",
        "指标反映",
        "安全检查台账年末未销号隐患",
        "办公室",
    ),
    (
        "法律顾问前置参与不足",
        "法律顾问参与政策论证不够充分，全年出具的法律意见{counsel.opinions}件中属于政策措施的只有{counsel.opinions.policy}件，"
        "业务科室多在送审阶段才征询",
        "征询法律意见没有嵌入办文流程，哪些事项应当在起草阶段征询缺少明确标准",
        "自查发现",
        "年末对法律意见征询单的自查",
        "政策法规科",
    ),
)
_MEASURES = (
    ("建立规范性文件公布后备案提醒", 1, (2025, 3, 31), None, "政策法规科"),
    ("补齐生物安全和人类遗传资源管理普法活动", 2, (2025, 6, 30), None, "政策法规科"),
    ("对未销号隐患落实专人值守和每日巡检", 3, (2025, 1, 10), (2025, 1, 3), "办公室"),
    ("更新市科技馆消防水泵控制柜并复查销号", 3, (2025, 5, 30), None, "办公室"),
    ("制定法律意见征询事项清单", 4, (2025, 4, 30), None, "政策法规科"),
)
_TASKS = (
    (
        "健全规范性文件备案机制",
        "在办文流程中增设备案节点，公布之日起自动提醒起草科室报送备案，按季度通报办理情况",
        1, (2025, 3, 31), "政策法规科",
    ),
    (
        "补齐普法责任清单短板",
        "面向医药企业和科研机构开展生物安全、人类遗传资源管理专题普法，年初将师资、场次和经费一并列入清单",
        2, (2025, 6, 30), "政策法规科",
    ),
    (
        "推动安全隐患彻底整改",
        "完成市科技馆消防水泵控制柜更新和复查销号，建立检查、立项、经费联动安排机制",
        4, (2025, 5, 30), "办公室",
    ),
    (
        "推动法律顾问前置参与",
        "明确起草阶段应当征询法律意见的事项清单和时限，并作为提请审议的必备材料",
        5, (2025, 4, 30), "政策法规科",
    ),
    (
        "提高领导干部学法用法实效",
        "制定年度学法计划，把新修订的科技领域法律列入理论学习中心组学习内容，结合旁听庭审和案例研讨检验学习效果",
        None, (2025, 12, 19), "政策法规科",
    ),
    (
        "规范科技计划项目管理程序",
        "修订项目评审和验收管理制度，完善评审回避、结果公示和异议处理程序",
        None, (2025, 9, 30), "发展规划科",
    ),
)  # fmt: skip
#: The scan a problem's row names.
PAPERS = {
    _SCAN: (
        "问题整改台账",
        date(2025, 1, 10),
        ("本台账收录2024年法治政府建设存在的不足、原因、整改措施和责任分工。", "经局党组会议研究确定，由政策法规科督办销号。"),
    )
}  # fmt: skip


def problems() -> Rows:
    """Four, each of something the year's ledgers show."""
    return [
        {
            "问题编号": f"问题〔2024〕{number}号",
            "名称": title,
            "科室": division,
            "问题表现": statement,
            "原因": cause,
            "依据类型": evidence,
            "依据说明": ground,
            "统计截止日期": _AS_OF,
            "研究确定日期": _ADOPTED,
            "佐证": _SCAN,
        }
        for number, (title, statement, cause, evidence, ground, division) in enumerate(_PROBLEMS, 1)
    ]


def measures() -> Rows:
    """Five: one problem takes two, one measure is done already."""
    return [
        {
            "措施编号": _measure(number),
            "措施内容": title,
            "科室": division,
            "对应问题编号": f"问题〔2024〕{problem}号",
            "统计截止日期": _AS_OF,
            "完成时限": date(*due),
            "完成日期": date(*done) if done else None,
        }
        for number, (title, problem, due, done, division) in enumerate(_MEASURES, 1)
    ]


def tasks() -> Rows:
    """Six: four take up a measure, two go on with the work."""
    return [
        {
            "任务编号": f"任务〔2025〕{number}号",
            "名称": title,
            "科室": division,
            "任务内容": statement,
            "来源措施编号": _measure(measure) if measure else None,
            "统计截止日期": _AS_OF,
            "完成时限": date(*due),
        }
        for number, (title, statement, measure, due, division) in enumerate(_TASKS, 1)
    ]


def _measure(number: int) -> str:
    return f"措施〔2024〕{number}号"


def _book() -> dict[str, Rows]:
    closings = [
        {"台账": name, "科室": "政策法规科", "年度": 2024, "零报告": False}
        for name in ("存在的不足", "整改措施", "下年任务")
    ]
    return {
        "存在的不足": problems(),
        "整改措施": measures(),
        "下年任务": tasks(),
        "报送": closings,
    }


BOOKS = {"政策法规科-问题与安排.xlsx": _book}
