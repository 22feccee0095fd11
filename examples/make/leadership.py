"""The year's plans with their tasks, acts outside meetings, the account, internal rules."""

from datetime import date

from examples.make.book import Rows
from examples.make.scans import Paper

_SCAN = "述法材料.pdf"
_PLANS = (
    ("2024年法治政府建设工作要点", "工作要点", "澜科〔2024〕6号"),
    ("2024年学法计划", "学法计划", "澜科〔2024〕7号"),
    ("2024年普法责任清单", "普法责任清单", "澜科〔2024〕8号"),
)
#: Plan, task, division that leads, due, started, done.
_TASKS = (
    (0, "完成行政规范性文件清理并公布结果", "政策法规科",
     date(2024, 11, 29), date(2024, 8, 20), date(2024, 11, 22)),
    (0, "修订权责清单并动态调整", "政策法规科",
     date(2024, 6, 28), date(2024, 4, 8), date(2024, 6, 21)),
    (0, "规范科技计划项目评审专家回避", "发展规划科",
     date(2024, 6, 28), date(2024, 5, 22), date(2024, 7, 12)),
    (0, "完善安全检查台账和隐患整改闭环", "办公室",
     date(2024, 9, 30), date(2024, 3, 11), date(2024, 9, 19)),
    (0, "落实政府信息公开三审三校", "办公室",
     date(2024, 12, 20), date(2024, 3, 4), date(2024, 12, 13)),
    (0, "编制科技领域涉企政策合法性审核要点", "高新技术科",
     date(2024, 12, 20), date(2024, 10, 15), None),
    (0, "开展技术合同示范文本修订", "成果与人才科", date(2024, 10, 31), None, None),
    (1, "按季度安排党组理论学习中心组法治专题学习", "办公室",
     date(2024, 12, 20), date(2024, 3, 21), date(2024, 12, 4)),
    (1, "举办法治专题培训班", "政策法规科",
     date(2024, 11, 29), date(2024, 11, 4), date(2024, 11, 21)),
    (1, "组织国家工作人员学法考试", "政策法规科",
     date(2024, 12, 20), date(2024, 11, 11), date(2024, 11, 28)),
    (1, "组织领导干部旁听庭审", "政策法规科",
     date(2024, 6, 28), date(2024, 5, 13), date(2024, 5, 29)),
    (2, "开展全国科技活动周法治宣传", "成果与人才科",
     date(2024, 5, 31), date(2024, 5, 6), date(2024, 5, 28)),
    (2, "开展送法进科技企业活动", "高新技术科",
     date(2024, 12, 20), date(2024, 3, 18), date(2024, 12, 10)),
    (2, "编印科技创新政策汇编", "政策法规科",
     date(2024, 9, 30), date(2024, 6, 3), date(2024, 9, 26)),
)  # fmt: skip
_ACTS = (
    ("过问涉企科技政策兑现进度", "亲自过问", date(2024, 5, 9),
     "就科技创新券和研发补助兑现时限听取汇报，要求限期办结企业反映的问题", "工作日志〔2024〕31号"),
    ("协调技术合同纠纷多元化解", "亲自协调", date(2024, 8, 21),
     "与市司法局、市中级人民法院协调建立技术合同纠纷调解衔接机制", "会议记录〔2024〕19号"),
    ("督办规范性文件清理", "亲自督办", date(2024, 10, 29),
     "到责任科室检查文件清理结论论证情况，明确公布时限", "督办单〔2024〕12号"),
)  # fmt: skip
#: Title, number, issued, on trial until, ended, replaced by.
_RULES = (
    ("澜川市科学技术局法律顾问工作制度", "澜科办〔2021〕8号", date(2021, 6, 15), None, None, ""),
    ("澜川市科学技术局信息发布三审三校规定", "澜科办〔2022〕11号",
     date(2022, 4, 19), None, date(2024, 5, 20), "澜川市科学技术局政府信息发布审核办法"),
    ("澜川市科学技术局重大事项集体决策规则", "澜科办〔2022〕17号",
     date(2022, 9, 14), None, None, ""),
    ("澜川市科学技术局合同管理办法", "澜科办〔2023〕9号", date(2023, 5, 30), None, None, ""),
    ("澜川市科学技术局政府信息发布审核办法", "澜科办〔2024〕6号",
     date(2024, 5, 20), None, None, ""),
    ("澜川市科学技术局政务服务事前辅导、帮办代办制度（试行）", "澜科办〔2024〕9号",
     date(2024, 7, 1), date(2026, 6, 30), None, ""),
)  # fmt: skip


def plans() -> Rows:
    """The three plans, issued together."""
    return [
        {
            "名称": title,
            "科室": "政策法规科",
            "计划类别": kind,
            "文号": number,
            "印发日期": date(2024, 2, 28),
        }
        for title, kind, number in _PLANS
    ]


def tasks() -> Rows:
    """Their tasks: one late, one under way, one not started."""
    return [
        {
            "所属计划": _PLANS[plan][0],
            "名称": title,
            "科室": division,
            "责任领导": "程立言" if division in ("办公室", "政策法规科") else "苏见山",
            "完成时限": due,
            "启动日期": started,
            "完成日期": done,
        }
        for plan, title, division, due, started, done in _TASKS
    ]


def progress() -> Rows:
    """How two tasks came on, entry by entry."""
    clean, key_points = _TASKS[0][1], _TASKS[5][1]
    return [
        {"所属任务": task, "名称": title, "进展日期": on, "进展情况": said}
        for task, title, on, said in (
            (clean, "清理启动", date(2024, 8, 20), "印发清理通知，各科室开始梳理现行有效文件"),
            (clean, "清单汇总", date(2024, 9, 30), "汇总19件文件，逐件提出初步意见"),
            (clean, "结论审议", date(2024, 11, 18), "局党组审议通过清理结论"),
            (key_points, "形成初稿", date(2024, 11, 12), "梳理涉企政策审核事项，形成要点初稿"),
            (key_points, "征求意见", date(2024, 12, 10), "征求法律顾问和各科室意见，正在修改"),
        )
    ]


def acts() -> Rows:
    """What the principal did outside meetings."""
    return [
        {
            "名称": title,
            "科室": "办公室",
            "履职方式": way,
            "履职日期": day,
            "主要负责人": "程立言",
            "履职事项": about,
            "记录文号": minutes,
        }
        for title, way, day, about, minutes in _ACTS
    ]


def accounts() -> Rows:
    """The account of 2023, given in January and put right by April."""
    return [
        {
            "名称": "2023年度履行推进法治建设第一责任人职责述职述法",
            "科室": "政策法规科",
            "述法年度": 2023,
            "述法形式": "会议述法",
            "部署日期": date(2023, 12, 18),
            "列入年终述职": True,
            "述法日期": date(2024, 1, 19),
            "点评日期": date(2024, 1, 30),
            "点评意见": "规范性文件清理不够及时，项目评审专家回避制度需要细化",
            "需要整改": True,
            "整改情况": "将文件清理和专家回避列入年度工作要点，明确责任科室和时限",
            "整改完成日期": date(2024, 4, 12),
            "佐证": _SCAN,
        }
    ]


def rules() -> Rows:
    """The internal rules: one replaced in the year, one on trial."""
    return [
        {
            "名称": title,
            "科室": "政策法规科",
            "文号": number,
            "印发日期": issued,
            "试行期至": trial,
            "停止执行日期": ended,
            "替代制度": replaced,
        }
        for title, number, issued, trial, ended, replaced in _RULES
    ]


def closings() -> Rows:
    """The legal division closes its registers; the office's are closed with its meetings."""
    return [
        {"台账": name, "科室": "政策法规科", "年度": 2024, "零报告": False}
        for name in ("年度计划", "计划任务", "述法", "内部制度")
    ]


def _book() -> dict[str, Rows]:
    return {
        "年度计划": plans(),
        "计划任务": tasks(),
        "任务进展": progress(),
        "述法": accounts(),
        "内部制度": rules(),
        "报送": closings(),
    }


def _office_book() -> dict[str, Rows]:
    return {"主要负责人履职": acts()}


BOOKS = {
    "政策法规科-组织领导.xlsx": _book,
    "办公室-主要负责人履职.xlsx": _office_book,
}
PAPERS: dict[str, Paper] = {
    _SCAN: (
        "2023年度述职述法材料",
        date(2024, 4, 12),
        ("本材料收录述职述法报告、点评意见和整改情况报告。", "由政策法规科保管。"),
    ),
}
