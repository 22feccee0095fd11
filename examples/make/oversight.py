"""The submissions of 2024 (3 suggestions, 26 proposals), supervision and the team's remarks."""

from collections.abc import Mapping
from datetime import date

from examples.make.book import Rows
from examples.make.days import after

_SCAN = "建议提案办理卷.pdf"
_DIVISIONS = ("高新技术科", "发展规划科", "成果与人才科", "政策法规科")
_SUGGESTIONS = (
    ("关于支持农业科技示范基地建设的建议", "主办"),
    ("关于加快数字乡村建设的建议", "协办"),
    ("关于完善职业教育校企合作机制的建议", "协办"),
)
_LEAD = (
    "关于加大科技型中小企业扶持力度的提案",
    "关于推动高校科技成果就地转化的提案",
    "关于建设市级中试基地的提案",
    "关于优化科技创新券使用办法的提案",
    "关于引进培育青年科技人才的提案",
    "关于发展新型研发机构的提案",
    "关于加强科普场馆建设的提案",
    "关于完善科技金融服务的提案",
)
_CO = (
    "关于培育先进制造业集群的提案",
    "关于推动茶产业提质增效的提案",
    "关于优化营商环境的提案",
    "关于发展低空经济的提案",
    "关于加强中小学科学教育的提案",
    "关于推进工业企业数字化转型的提案",
    "关于加快充电基础设施建设的提案",
    "关于支持中医药传承创新的提案",
    "关于推广绿色建筑的提案",
    "关于建设智慧农业示范区的提案",
    "关于加强知识产权保护的提案",
    "关于促进民营经济发展的提案",
    "关于推动文旅与科技融合的提案",
    "关于完善人才住房保障的提案",
    "关于提升城市应急管理能力的提案",
    "关于发展跨境电子商务的提案",
    "关于加强河流生态监测的提案",
    "关于推动物流业降本增效的提案",
)


def submissions() -> Rows:
    """Every submission, assigned in spring and answered in three months."""
    rows = [
        _row(index, "人大代表建议", f"市人大建议〔2024〕{18 + index * 7}号", title, role)
        for index, (title, role) in enumerate(_SUGGESTIONS)
    ]
    proposals = [(t, "主办") for t in _LEAD] + [(t, "协办") for t in _CO]
    rows += [
        _row(index + 3, "政协提案", f"市政协提案〔2024〕{31 + index * 4}号", title, role)
        for index, (title, role) in enumerate(proposals)
    ]
    return rows


def supervision() -> Rows:
    """What the congress's standing committee asked of the bureau."""
    return [
        {
            "名称": "科技成果转化情况视察",
            "科室": "成果与人才科",
            "监督方式": "视察调研",
            "日期": date(2024, 6, 19),
            "组织机关": "市人大常委会教科文卫工作委员会",
            "提出的意见": "进一步拓宽科技成果转化的资金渠道",
            "落实情况报告日期": date(2024, 8, 28),
        },
        {
            "名称": "贯彻实施科学技术进步法情况专项工作报告",
            "科室": "政策法规科",
            "监督方式": "听取专项工作报告",
            "日期": date(2024, 10, 24),
            "组织机关": "市人大常委会",
            "提出的意见": "完善配套政策，加强基础研究投入",
            "落实情况报告日期": date(2024, 12, 20),
        },
    ]


#: What was said about each proposal before it was answered, in the proposals' order.
_SPOKEN = (
    ("邀请委员座谈", "座谈", "委员建议简化科技型中小企业申报材料"),
    ("走访提案委员所在高校", "走访", "委员介绍成果转化收益分配中的难点"),
    ("赴拟建中试基地现场走访", "走访", "就选址和共建方式交换意见"),
    ("电话沟通创新券兑付问题", "电话", "委员希望缩短兑付周期、扩大使用范围"),
    ("与联名委员座谈", "座谈", "委员建议对青年人才项目单列指标"),
    ("走访新型研发机构", "走访", "委员建议按绩效给予后补助"),
    ("书面征求对答复稿的意见", "书面", "委员同意答复稿，建议注明场馆开放时间"),
    ("电话介绍科技金融政策", "电话", "委员建议公布合作银行名单"),
)


def contacts() -> Rows:
    """What was said to deputies and members before each reply: the first case three times over."""
    suggestion, *proposals = (row for row in submissions() if row["承办方式"] == "主办")
    spoken: list[tuple[Mapping[str, object], date, tuple[str, str, str]]] = [
        (suggestion, on, told)
        for on, told in (
            (date(2024, 3, 19), ("电话了解建议背景", "电话", "代表说明建议来自三个乡镇的调研")),
            (date(2024, 3, 27), ("到示范基地走访座谈", "走访", "就支持方式和资金渠道交换意见")),
            (date(2024, 4, 24), ("送答复稿征求意见", "书面", "代表同意答复稿并建议明确时限")),
        )
    ]
    for index, (row, told) in enumerate(zip(proposals, _SPOKEN, strict=True)):
        assigned = row["交办日期"]
        assert isinstance(assigned, date)
        spoken.append((row, after(assigned, 15 + index * 2), told))
    return [
        {
            "所属建议提案编号": row["编号"],
            "名称": title,
            "联系日期": on,
            "联系方式": means,
            "沟通情况": content,
        }
        for row, on, (title, means, content) in spoken
    ]


def reports() -> Rows:
    """The year's report in time; the next one is begun."""
    return [
        {
            "名称": "2024年建议提案办理工作报告",
            "科室": "办公室",
            "报告年度": 2024,
            "部署日期": date(2024, 7, 15),
            "报送机关": "市人大常委会代表工作机构、市政协提案委员会",
            "报送日期": date(2024, 8, 27),
            "报告公开日期": date(2024, 9, 10),
        },
        {
            "名称": "2025年建议提案办理工作报告",
            "科室": "办公室",
            "报告年度": 2025,
            "部署日期": date(2024, 12, 26),
            "报送机关": "市人大常委会代表工作机构、市政协提案委员会",
        },
    ]


def remarks() -> Rows:
    """Two remarks of the resident team, both answered and closed."""
    return [
        {
            "名称": "关于项目评审专家回避的意见",
            "科室": "发展规划科",
            "针对事项": "2024年度重点研发专项评审",
            "提出日期": date(2024, 5, 22),
            "答复内容": "已在评审系统中增加回避申报环节",
            "答复日期": date(2024, 6, 5),
            "销号日期": date(2024, 6, 18),
            "佐证": "派驻组意见办理单.pdf",
        },
        {
            "名称": "关于政府采购需求论证的意见",
            "科室": "办公室",
            "针对事项": "信息化运维项目采购",
            "提出日期": date(2024, 9, 11),
            "答复内容": "已补充需求论证并调整采购方式",
            "答复日期": date(2024, 9, 27),
            "销号日期": date(2024, 10, 16),
            "佐证": "派驻组意见办理单.pdf",
        },
    ]


def closings() -> Rows:
    """The office closes its registers."""
    return [
        {"台账": name, "科室": "办公室", "年度": 2024, "零报告": False}
        for name in ("建议提案", "办理工作报告", "人大监督事项", "派驻组意见")
    ]


def _row(index: int, body: str, number: str, title: str, role: str) -> dict[str, object]:
    assigned = after(date(2024, 3, 12), index % 3 * 7)
    own = role == "主办"
    replied = after(assigned, 58 + index % 5 * 4) if own else None
    heard = after(replied, 7) if replied else None
    return {
        "名称": title,
        "科室": _DIVISIONS[index % len(_DIVISIONS)],
        "类别": body,
        "编号": number,
        "承办方式": role,
        "交办机关": "市人大常委会" if body == "人大代表建议" else "市政协提案委员会",
        "交办日期": assigned,
        "协办意见日期": None if own else after(assigned, 24 + index % 4 * 6),
        "答复日期": replied,
        "答复文号": f"澜科函〔2024〕{40 + index}号" if own else None,
        "办理结果类别": ("A" if index % 3 else "B") if own else None,
        "反馈日期": heard,
        "代表委员意见": ("基本满意" if index == 5 else "满意") if own else None,
        "复文公开日期": after(heard, 10) if heard else None,
        "佐证": _SCAN,
    }


def _book() -> dict[str, Rows]:
    return {
        "建议提案": submissions(),
        "代表委员联系": contacts(),
        "办理工作报告": reports(),
        "人大监督事项": supervision(),
        "派驻组意见": remarks(),
        "报送": closings(),
    }


BOOKS = {"办公室-建议提案.xlsx": _book}
