"""The model bureau's publications of 2024: 431 items, 502 postings; the book of disclosure."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from examples.make.book import Rows
from examples.make.days import before, due, working_days_of
from examples.make.disclosure_requests import requests
from examples.make.disclosure_withheld import accounts, consulted, withheld, withheld_reviews

_SCAN = "信息公开审签单汇编.pdf"
_PORTAL_ONLY, _WECHAT_ONLY, _BOTH = 288, 72, 71
#: Items published later than the law allows: facts are recorded as they were.
_LATE = frozenset({57, 131, 214, 306, 388})
_PEOPLE = {
    "办公室": ("周可", "林砚"),
    "政策法规科": ("顾闻", "沈思齐"),
    "发展规划科": ("陆明怡", "沈思齐"),
    "高新技术科": ("方晴", "何知远"),
    "成果与人才科": ("周可", "何知远"),
}
#: Category → (division, what it publishes).
_SUBJECTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "机构职能": ("办公室", ("领导分工", "内设机构职责", "权责清单", "办公地址和联系方式", "公开指南")),
    "规范性文件": (
        "政策法规科",
        ("科技型中小企业创新支持办法", "科技计划项目绩效评价办法", "规范性文件清理结果"),
    ),
    "规划统计": ("发展规划科", ("科技创新发展规划实施", "研发经费投入统计", "技术合同登记统计", "高新技术企业统计")),
    "财政预决算": ("办公室", ("部门预算", "部门决算", "三公经费", "项目支出绩效自评")),
    "政务服务事项": ("高新技术科", ("办事指南", "事项办理结果", "事前辅导流程", "帮办代办清单")),
    "科技项目": (
        "发展规划科",
        ("重点研发专项立项", "项目中期检查", "项目验收结果", "揭榜挂帅榜单", "项目绩效评价结果"),
    ),
    "政策解读": ("政策法规科", ("研发费用加计扣除", "高新技术企业认定", "技术合同登记", "科技创新券", "成果转化补助")),
    "政府采购": ("办公室", ("采购意向", "中标结果", "合同公告")),
    "应急管理": ("办公室", ("安全生产检查", "消防应急演练", "汛期值班安排", "实验室安全提示")),
    "人事信息": ("办公室", ("事业单位公开招聘", "职称评审结果", "考核结果", "任前公示")),
    "建议提案办理": ("办公室", ("人大代表建议答复", "政协提案答复", "办理情况总结")),
    "工作动态": (
        "高新技术科",
        (
            "科技特派员下乡服务", "技术需求对接会", "科技活动周", "企业走访", "创新创业大赛",
            "孵化器调研", "实验室建设推进会", "科普讲座", "校企合作签约", "科技金融对接",
        ),
    ),
}  # fmt: skip
#: Group of the bureau's directory → the item of article 20; what is under neither is "other".
_STATUTORY = {
    "机构职能": "机构职能",
    "规范性文件": "法规规章和规范性文件",
    "规划统计": "统计信息",
    "财政预决算": "财政预算决算",
    "政务服务事项": "行政许可和对外管理服务",
    "政府采购": "政府集中采购",
    "应急管理": "突发公共事件应对",
}
#: Subjects that stand under another item than the rest of their group.
_APART = {"科技创新发展规划实施": "规划和相关政策", "安全生产检查": "监督检查情况"}
_OTHER = "其他应当公开的信息"
_FORMS = {
    "工作动态": ("开展{s}", "组织{s}情况", "推进{s}", "{s}走进园区", "召开{s}总结会"),
    "政策解读": ("一图读懂{s}政策", "{s}政策问答", "{s}政策要点", "{s}办理流程解读"),
}
_PLAIN = ("关于{s}的公告", "{s}公示", "关于公布{s}的通知", "{s}情况")
_WEIGHTS = {"工作动态": 9, "科技项目": 4, "政策解读": 4, "政务服务事项": 3, "应急管理": 2}


@dataclass(frozen=True, slots=True)
class _Item:
    number: str
    title: str
    category: str
    division: str
    formed: date
    published: date
    channels: tuple[str, ...]
    later: date


def items() -> Rows:
    """The register of publications."""
    return [
        {
            "索引号": item.number,
            "名称": item.title,
            "科室": item.division,
            "公开类别": _statutory(item),
            "目录分类": item.category,
            "形成日期": item.formed,
            "三审三校完成日期": item.published,
            "保密审查日期": item.published,
            "首次公开日期": item.published,
            "佐证": _SCAN,
        }
        for item in _ITEMS
    ]


def _statutory(item: _Item) -> str:
    own = [name for subject, name in _APART.items() if subject in item.title]
    return own[0] if own else _STATUTORY.get(item.category, _OTHER)


def postings() -> Rows:
    """Each item's postings, one a channel."""
    return [
        {
            "所属信息索引号": item.number,
            "发布渠道": channel,
            "发布日期": item.published if place == 0 else item.later,
            "网址": _address(item, channel),
        }
        for item in _ITEMS
        for place, channel in enumerate(item.channels)
    ]


#: The text of two items as each level read it, and what the level changed.
_READ = {
    "LCKJ-2024-0081": (
        ("经专家评审，现将2024年度重点研发专项立项项目予以公布。请各承担单位抓紧实施，按期完成任务。",
         "补写立项依据，注明公示情况"),
        ("根据《澜川市科技计划项目管理办法》，经专家评审和公示，现将2024年度重点研发专项立项项目予以公布。"
         "请各承担单位抓紧实施，按期完成任务。",
         "“抓紧实施”改为按任务书实施，与合同用语一致"),
        ("根据《澜川市科技计划项目管理办法》，经专家评审和公示，现将2024年度重点研发专项立项项目予以公布。"
         "请各承担单位按照项目任务书组织实施，按期完成任务。",
         "同意发布，文字无改动"),
    ),
    "LCKJ-2024-0198": (
        ("《澜川市科技型中小企业创新支持办法》已经局党组会议审议通过，现印发给你们，请贯彻执行。",
         "审议会议更正为局长办公会议"),
        ("《澜川市科技型中小企业创新支持办法》已经局长办公会议审议通过，现印发给你们，请贯彻执行。",
         "“印发给你们”改为“予公布”，与公开发布的形式一致"),
        ("《澜川市科技型中小企业创新支持办法》已经局长办公会议审议通过，现予公布，请贯彻执行。",
         "同意发布，文字无改动"),
    ),
}  # fmt: skip


def reviews() -> Rows:
    """Three levels by three persons for each item; of two items the text each of them read."""
    return [
        {
            "所属信息索引号": item.number,
            "审校环节": level,
            "审校人": reviewer,
            "审校日期": item.published,
            **_read(item.number, level),
        }
        for item in _ITEMS
        for level, reviewer in enumerate((*_PEOPLE[item.division], "苏见山"), start=1)
    ]


def _read(number: str, level: int) -> dict[str, object]:
    if number not in _READ:
        return {}
    text, change = _READ[number][level - 1]
    return {"审校时文本": text, "修改内容": change}


def secrecy() -> Rows:
    """One secrecy review an item."""
    return [
        {
            "所属信息索引号": item.number,
            "审查人": "林砚" if item.division != "办公室" else "沈思齐",
            "审查日期": item.published,
            "是否可以公开": True,
            "审查意见": "不涉及国家秘密、工作秘密和个人信息，可以公开",
        }
        for item in _ITEMS
    ]


def closings() -> Rows:
    """The office closes its registers."""
    return [
        {"台账": name, "科室": "办公室", "年度": 2024, "零报告": False}
        for name in ("主动公开信息", "不予公开信息", "依申请公开", "其他机关征求意见")
    ]


def _made() -> tuple[_Item, ...]:
    rng = random.Random(2024)
    days = working_days_of(2024)
    total = _PORTAL_ONLY + _WECHAT_ONLY + _BOTH
    channels: list[tuple[str, ...]] = [("门户网站",) for _ in range(_PORTAL_ONLY)]
    channels += [("微信公众号",) for _ in range(_WECHAT_ONLY)]
    channels += [("门户网站", "微信公众号") for _ in range(_BOTH)]
    rng.shuffle(channels)
    # The last days are left free: a second channel follows a day later and stays in the year.
    published = sorted(rng.choice(days[:-6]) for _ in range(total))
    titles = _titles(rng, total)
    return tuple(
        _item(index, rng, title, published[index], channels[index])
        for index, title in enumerate(titles)
    )


def _item(
    index: int,
    rng: random.Random,
    title: tuple[str, str],
    published: date,
    channels: tuple[str, ...],
) -> _Item:
    category, words = title
    formed = before(published, rng.randint(1, 16) if index not in _LATE else rng.randint(38, 55))
    return _Item(
        number=f"LCKJ-2024-{index + 1:04d}",
        title=words,
        category=category,
        division=_SUBJECTS[category][0],
        formed=formed,
        published=published,
        channels=channels,
        later=due(published, 1),
    )


def _titles(rng: random.Random, total: int) -> list[tuple[str, str]]:
    """Categories drawn by weight, every title once."""
    drawn = {category: _names(category) for category in _SUBJECTS}
    names = list(_SUBJECTS)
    weights = [_WEIGHTS.get(name, 1) for name in names]
    found: list[tuple[str, str]] = []
    while len(found) < total:
        category = rng.choices(names, weights)[0]
        found.append((category, next(drawn[category])))
    return found


def _names(category: str) -> Iterator[str]:
    forms = _FORMS.get(category, _PLAIN)
    subjects = _SUBJECTS[category][1]
    serial = 0
    while True:
        serial += 1
        for form in forms:
            for subject in subjects:
                words = form.format(s=subject)
                yield f"市科技局{words}" if serial == 1 else f"市科技局{words}（第{serial}期）"


def _address(item: _Item, channel: str) -> str:
    host = "kjj.lanchuan.example" if channel == "门户网站" else "wx.lanchuan.example"
    return f"https://{host}/{item.published:%Y/%m}/{item.number.lower()}.html"


_ITEMS = _made()


def _book() -> dict[str, Rows]:
    return {
        "主动公开信息": items(),
        "发布记录": postings(),
        "三审三校": reviews(),
        "保密审查": secrecy(),
        "其他机关征求意见": consulted(),
        "政务新媒体账号": accounts(),
        "不予公开信息": withheld(),
        "不予公开评估审查": withheld_reviews(),
        "依申请公开": requests(),
        "报送": closings(),
    }


BOOKS = {"办公室-政务公开.xlsx": _book}
