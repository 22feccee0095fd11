"""What the model bureau does not publish, the reviews of it, what others ask it, its accounts."""

from datetime import date

from examples.make.book import Rows


def withheld() -> Rows:
    """What is not published: kept after its review, opened by it, and not reviewed in time."""
    return [
        {
            "名称": title,
            "科室": division,
            "不予公开理由": ground,
            "确定不予公开日期": since,
            "转为公开日期": opened,
        }
        for title, division, ground, since, opened in (
            ("科技计划项目评审专家个人信息", "发展规划科", "商业秘密个人隐私", date(2023, 5, 16), None),
            ("高新技术企业研发投入明细", "高新技术科", "商业秘密个人隐私", date(2023, 6, 20), None),
            ("科技创新平台布局研究过程稿", "发展规划科", "过程性信息", date(2023, 4, 11),
             date(2024, 4, 9)),
            ("机关年度培训安排", "办公室", "内部事务信息", date(2023, 3, 7), None),
        )
    ]  # fmt: skip


def accounts() -> Rows:
    """One account that is kept, last seen to at the end of the story, and one that was closed."""
    return [
        {
            "名称": title,
            "科室": "办公室",
            "账号平台": platform,
            "开设日期": opened,
            "最近更新日期": updated,
            "注销日期": closed,
        }
        for title, platform, opened, updated, closed in (
            ("澜川科技", "微信公众号", date(2018, 5, 21), date(2025, 2, 21), None),
            ("澜川市科学技术局微博", "政务微博", date(2016, 9, 12), date(2023, 11, 6),
             date(2023, 11, 20)),
        )
    ]  # fmt: skip


def consulted() -> Rows:
    """One letter of an organ that made a document together with the bureau."""
    return [
        {
            "名称": "科技金融风险补偿资金联合审核材料",
            "科室": "成果与人才科",
            "征求意见机关": "澜川市财政局",
            "收到征求意见书日期": date(2024, 7, 8),
            "提出意见日期": date(2024, 7, 19),
            "意见": "同意部分公开",
            "理由": "材料含合作银行商业秘密，其余内容可以公开",
        }
    ]


def withheld_reviews() -> Rows:
    """Three reviews in the year, one of them late."""
    return [
        {
            "所属不予公开信息": title,
            "名称": f"{title}评估审查",
            "评估审查日期": on,
            "评估审查结论": result,
            "评估审查理由": reason,
        }
        for title, on, result, reason in (
            ("科技计划项目评审专家个人信息", date(2024, 5, 9), "继续不予公开",
             "公开会损害专家合法权益，理由仍然成立"),
            ("科技创新平台布局研究过程稿", date(2024, 4, 9), "转为公开",
             "布局方案已经定案，公开不再影响决策"),
            ("高新技术企业研发投入明细", date(2024, 7, 10), "继续不予公开",
             "涉及企业商业秘密，企业不同意公开"),
        )
    ]  # fmt: skip
