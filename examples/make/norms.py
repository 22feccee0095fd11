"""The model bureau's normative documents: 17 in force as 2024 began, 2 made, 7 ended."""

from dataclasses import dataclass
from datetime import date

from examples.make.book import Rows
from examples.make.days import after, before, worked

_SCAN = "规范性文件登记簿.pdf"
_CLEANUP = "2024年行政规范性文件清理"
_DECIDED = date(2024, 11, 18)
_RESULT_PUBLISHED = date(2024, 11, 22)
#: The decision that carried out the clean-up.
_ENDED_BY = "澜科〔2024〕46号"
_BASIS = "《中华人民共和国科学技术进步法》"


@dataclass(frozen=True, slots=True)
class _Document:
    title: str
    division: str
    published: date
    serial: int
    market: bool
    comments: int
    ended: str = ""
    why: str = ""


_DOCUMENTS = (
    _Document("澜川市科学技术奖励办法实施细则", "成果与人才科", date(2016, 5, 18), 21, False, 9,
              "宣布失效", "奖励办法已由市政府重新制定"),
    _Document("澜川市科技企业孵化器认定管理办法", "高新技术科", date(2016, 9, 27), 43, True, 12,
              "宣布失效", "省级办法已统一认定条件"),
    _Document("澜川市科技计划项目验收管理规定", "发展规划科", date(2017, 3, 14), 12, False, 7,
              "废止", "已为科技计划项目管理办法替代"),
    _Document("澜川市农业科技园区管理办法", "发展规划科", date(2017, 8, 22), 35, True, 5,
              "宣布失效", "园区管理职责已经调整"),
    _Document("澜川市专利资助资金管理办法", "成果与人才科", date(2017, 11, 9), 52, True, 16,
              "宣布失效", "专利资助职能已经划转"),
    _Document("澜川市科技特派员工作管理办法", "成果与人才科", date(2018, 4, 17), 18, False, 6,
              "宣布失效", "工作任务已经完成"),
    _Document("澜川市众创空间备案管理办法", "高新技术科", date(2018, 10, 30), 47, True, 11,
              "宣布失效", "备案制度已经取消"),
    _Document("澜川市科技计划项目管理办法", "发展规划科", date(2020, 6, 16), 26, False, 23),
    _Document("澜川市科技计划项目经费管理办法", "发展规划科", date(2020, 6, 16), 27, False, 18),
    _Document("澜川市科技创新券实施办法", "高新技术科", date(2020, 12, 8), 58, True, 14),
    _Document("澜川市工程技术研究中心建设与运行管理办法", "高新技术科", date(2021, 4, 20), 15, True, 10),
    _Document("澜川市重点实验室建设与运行管理办法", "发展规划科", date(2021, 7, 13), 31, False, 8),
    _Document("澜川市科技成果转化补助办法", "成果与人才科", date(2021, 10, 26), 44, True, 19),
    _Document("澜川市技术合同认定登记奖励办法", "成果与人才科", date(2022, 5, 17), 17, True, 7),
    _Document("澜川市科研诚信管理办法", "发展规划科", date(2022, 9, 6), 36, False, 13),
    _Document("澜川市高新技术企业培育办法", "高新技术科", date(2023, 3, 21), 11, True, 21),
    _Document("澜川市新型研发机构备案管理办法", "高新技术科", date(2023, 8, 15), 33, True, 9),
    _Document("澜川市科技型中小企业创新支持办法", "高新技术科", date(2024, 3, 19), 9, True, 26),
    _Document("澜川市科技计划项目绩效评价办法", "发展规划科", date(2024, 9, 10), 34, False, 15),
)  # fmt: skip


def documents() -> Rows:
    """The register of normative documents."""
    return [_row(document) for document in _DOCUMENTS]


def cleanups() -> Rows:
    """The one clean-up of the year."""
    return [
        {
            "名称": _CLEANUP,
            "科室": "政策法规科",
            "清理范围": "截至2024年9月30日本局制定和牵头制定的现行有效行政规范性文件",
            "清理截止日期": date(2024, 9, 30),
            "清理决定日期": _DECIDED,
            "结果公布日期": _RESULT_PUBLISHED,
        }
    ]


def conclusions() -> Rows:
    """What it concluded on each of the 19 documents."""
    return [
        {
            "所属清理": _CLEANUP,
            "名称": document.title,
            "文件文号": _number(document),
            "清理结论": document.ended or "继续有效",
            "结论理由": document.why,
            "清理决定日期": _DECIDED,
        }
        for document in _DOCUMENTS
    ]


def interpretations() -> Rows:
    """Both documents of the year explained: one the same day and in pictures too, one late."""
    first, second = _DOCUMENTS[-2:]
    return [
        {
            "所属文件文号": _number(document),
            "名称": f"《{document.title}》{kind}",
            "解读形式": form,
            "解读人或者单位": document.division,
            "解读公布日期": on,
            "佐证": _SCAN,
        }
        for document, kind, form, on in (
            (first, "解读", "文字解读", first.published),
            (first, "一图读懂", "图解", date(2024, 3, 26)),
            (second, "政策问答", "问答", date(2024, 9, 23)),
        )
    ]


def incidental() -> Rows:
    """Two incidental reviews: one answered in time and found lawful, one answered late."""
    points, fund = _DOCUMENTS[7], _DOCUMENTS[9]
    return [
        {
            "所属文件文号": _number(points),
            "名称": "对项目终止条款的附带审查",
            "复议机关": "澜川市人民政府",
            "收到通知日期": date(2024, 6, 5),
            "书面答复日期": date(2024, 6, 14),
            "处理日期": date(2024, 7, 12),
            "处理结果": "相关条款合法",
            "佐证": _SCAN,
        },
        {
            "所属文件文号": _number(fund),
            "名称": "对创新券兑付期限条款的附带审查",
            "复议机关": "澜川市人民政府",
            "收到通知日期": date(2024, 12, 3),
            "书面答复日期": date(2024, 12, 19),
            "佐证": _SCAN,
        },
    ]


def closings() -> Rows:
    """The legal division closes its registers."""
    return [
        {"台账": name, "科室": "政策法规科", "年度": 2024, "零报告": False}
        for name in ("规范性文件", "文件清理")
    ]


def declared() -> Rows:
    """What last year's report said was in force."""
    return [
        {
            "指标": "norms.in_force.start",
            "年度": 2024,
            "数值": 17,
            "出处文件": "澜科〔2024〕5号《关于2023年法治政府建设情况的报告》",
        }
    ]


def _number(document: _Document) -> str:
    return f"澜科〔{document.published.year}〕{document.serial}号"


def _row(document: _Document) -> dict[str, object]:
    published = document.published
    examined = before(published, 21)
    comment_to = before(published, 50)
    effective = date(published.year + published.month // 12, published.month % 12 + 1, 1)
    filed_after = 7 if published != date(2024, 9, 10) else 27
    filed = after(published, filed_after)
    return {
        "名称": document.title,
        "科室": document.division,
        "文号": _number(document),
        "统一登记号": f"LCKJ-{published.year}-{document.serial:04d}",
        "是否规范性文件": True,
        "认定理由": "涉及行政相对人权利义务，在全市普遍适用，可以反复适用",
        "制定方式": "本单位制定",
        "制定依据": _BASIS,
        "涉及重大权益": True,
        "涉及经营主体生产经营": document.market,
        "征求意见开始日期": before(comment_to, 35 if document.market else 18),
        "征求意见截止日期": comment_to,
        "收到意见数": document.comments,
        "采纳意见数": document.comments * 2 // 3,
        "公平竞争审查日期": before(published, 45) if document.market else None,
        "送审日期": before(published, 33),
        "合法性审核日期": examined,
        "审核机构": "政策法规科",
        "提出意见的法律顾问或公职律师": "叶衡",
        "提请审议日期": before(published, 17),
        "集体审议日期": before(published, 12),
        "签发日期": before(published, 5),
        "公布日期": published,
        "施行日期": effective,
        "有效期至": _valid(document, effective),
        "备案日期": filed,
        "失效日期": _DECIDED if document.ended else None,
        "失效方式": document.ended or None,
        "废止失效决定文号": _ENDED_BY if document.ended else None,
        "废止失效公布日期": _RESULT_PUBLISHED if document.ended else None,
        "佐证": _SCAN,
    }


def _valid(document: _Document, effective: date) -> date | None:
    """Five years less a day for documents since 2020; the older ones stated none."""
    if effective.year < 2020:
        return None
    return worked(date(effective.year + 5, effective.month, 1)).replace(day=1) - _ONE_DAY


_ONE_DAY = date(2024, 1, 2) - date(2024, 1, 1)


def _book() -> dict[str, Rows]:
    return {
        "规范性文件": documents(),
        "政策解读": interpretations(),
        "附带审查": incidental(),
        "文件清理": cleanups(),
        "清理结论": conclusions(),
        "报送": closings(),
        "往年数据": declared(),
    }


BOOKS = {"政策法规科-规范性文件.xlsx": _book}
