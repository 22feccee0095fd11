"""The model bureau's requests for information of 2024."""

from datetime import date

from examples.make.book import Rows


def requests() -> Rows:
    """One request carried in, five new, one carried out."""
    return [
        _request(1, 2023, "技术合同登记历年数据", "自然人", "网络", date(2023, 12, 18),
                 date(2024, 1, 12), "予以公开"),
        _request(1, 2024, "科技计划项目评审专家遴选规则", "科研机构", "网络", date(2024, 2, 27),
                 date(2024, 3, 19), "予以公开"),
        _request(2, 2024, "某孵化器认定申报材料", "商业企业", "邮寄", date(2024, 5, 13),
                 date(2024, 6, 7), "部分公开", 不予公开依据="《政府信息公开条例》第十五条"),
        _request(3, 2024, "科技创新券兑付企业名单", "商业企业", "当面", date(2024, 9, 10),
                 date(2024, 10, 23), "予以公开", 征求第三方意见日期=date(2024, 9, 18),
                 收到第三方意见日期=date(2024, 9, 30)),
        _request(4, 2024, "实验室危险化学品管理记录", "自然人", "网络", date(2024, 10, 15),
                 date(2024, 11, 6), "无法提供：本机关不掌握相关政府信息"),
        _request(5, 2024, "2024年科技奖励评审结果依据", "法律服务机构", "网络", date(2024, 12, 20),
                 date(2025, 1, 13), "予以公开"),
    ]  # fmt: skip


def _request(
    number: int, year: int, title: str, applicant: str, means: str, received: date,
    replied: date, reply: str, **more: object,
) -> dict[str, object]:  # fmt: skip
    row: dict[str, object] = {
        "登记号": f"澜科公开{year}-{number:03d}",
        "名称": title,
        "科室": "办公室",
        "申请人类型": applicant,
        "申请方式": means,
        "收到日期": received,
        "是否需要补正": False,
        "征求第三方意见日期": None,
        "收到第三方意见日期": None,
        "答复日期": replied,
        "答复类型": reply,
        "不予公开依据": None,
        "佐证": "依申请公开登记簿.pdf",
    }
    return row | more
