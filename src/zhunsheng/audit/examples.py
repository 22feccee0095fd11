"""Texts that more than one check shows as its example."""

from typing import Final

from zhunsheng.audit.handed import Beside, Handed

#: Last year's annual report: what was wrong and what was to be done.
LAST_YEAR: Final = Handed(
    previous=Beside(
        "上年报告",
        "关于2023年法治政府建设情况的报告\n一、主要举措\n正文。\n二、存在的不足和原因\n"
        "一是涉企检查标准不统一，原因是裁量基准缺失；二是合同归档滞后，原因是人员变动。\n"
        "三、2024年工作安排\n（一）制定涉企检查裁量基准。统一尺度。\n（二）建立合同归档台账。逐月核对。",
    )
)

#: A passage, the same with its words changed, and one of another subject.
PASSAGE: Final = (
    "本局全面梳理科技计划项目管理流程，明确立项、中期检查和验收各环节的责任科室与办理时限，对逾期"
    "未验收的项目逐一约谈承担单位，收回结余资金并记入科研诚信档案，有关做法在全市科技工作会议上作了介绍。"
)
REWORDED: Final = (
    "本局系统梳理科技计划项目管理程序，明确立项、中期检查和验收各阶段的责任科室与办结时限，对逾期"
    "未验收的项目逐个约谈承担单位，收回剩余资金并计入科研诚信档案，有关经验在全市科技工作会议上作了交流。"
)
UNLIKE: Final = (
    "全年围绕高新技术企业培育组织政策宣讲，走访园区和孵化器，收集企业在融资、用地、人才方面的诉求"
    "，形成问题清单并分送有关部门研究，年底前逐条反馈了办理意见和后续安排。"
)

#: An annual report whose two shortcomings two arrangements answer, and its parts.
_SHORTCOMINGS: Final = (
    "法治政府建设情况\n一、举措\n正文。\n二、存在的不足和原因\n"
    "一是执法力量不足，原因是编制偏少；二是文件备案不及时，原因是衔接不畅。\n"
)
ARRANGED: Final = f"{_SHORTCOMINGS}三、2025年工作安排\n（一）充实执法力量。配强人员。"
ANSWERED: Final = f"{ARRANGED}\n（二）规范文件备案。限期报送。"
