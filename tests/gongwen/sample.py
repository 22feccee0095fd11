"""A report of the model bureau, three pages long, all of it invented."""

from __future__ import annotations

from datetime import date

from zhunsheng.gongwen.model import Block, Kind, OfficialDocument, Run
from zhunsheng.gongwen.read.headings import lead_of, level_of

_BODY = """
2024年，市科学技术局深入学习贯彻习近平法治思想，按照市委、市政府的部署，把依法行政贯穿科技管理全过程，\
以台账为依据逐项核对，各项工作取得新进展。现将有关情况报告如下：
一、2024年度推进法治政府建设的主要举措和成效
（一）加强规范性文件管理。严格执行合法性审核、集体审议、统一编号和备案制度，全年制定行政规范性文件4件，\
报送备案4件，备案率100%。组织开展文件清理，共清理19件，其中废止1件、宣布失效6件，清理结果已向社会公布。
（二）深化政务公开。全年主动公开政府信息{512}条，其中通过门户网站公开{359}条，通过政务新媒体公开{153}条。\
收到政府信息公开申请9件，均在法定期限内答复。
1. 完善公开制度。修订信息发布审核规程，落实“三审三校”，明确起草、审核、签发各环节责任人，\
逐条登记审校意见，做到每条信息有据可查。
2. 拓宽公开渠道。在政务服务大厅设置查阅点，为老年人和残疾人提供协助。
（1）规范栏目设置。对照公开事项目录，调整栏目12个，补充历史信息86条。
（2）强化解读回应。对面向企业的政策同步发布图文解读，回应公众留言47条，平均办理时间2.6个工作日。
（三）自觉接受监督。办理人大代表建议3件，其中主办1件、协办2件；办理政协提案26件，其中主办8件、协办18件，\
全部按期办结，代表和委员均表示满意。各季度办理情况见下表。
|季度|人大代表建议（件）|政协提案（件）|按期办结率|
|第一季度|1|5|100%|
|第二季度|2|14|100%|
|第三季度|0|7|100%|
|合计|3|26|100%|
二、推进法治政府建设存在的不足和原因
（一）制度执行不够均衡。部分科室对行政规范性文件的认定标准掌握不一，个别文件在征求意见环节用时偏短。\
原因在于业务培训以集中授课为主，结合案例的讲解较少，基层同志遇到具体问题时缺少可以直接查对的指引。
（二）数据归集不够及时。少数台账存在月末集中补录的情况，个别登记事项与证据材料之间的对应关系不清楚。\
原因在于责任到人的要求尚未落到每一个登记环节，日常抽查的频次也不够。
三、主要负责人履行推进法治建设第一责任人职责情况
主要负责人认真履行第一责任人职责，全年主持党组会议研究法治工作5次，带头学法6次，对重要工作亲自部署、\
重大问题亲自过问、重点环节亲自协调、重要任务亲自督办。年初与分管负责同志共同审定年度工作要点，\
年中听取进展情况汇报并现场解答疑难问题，年末逐项审阅台账，对登记不完整的事项提出书面意见并限期补正。
坚持把学习成效转化为工作举措。结合科技计划项目管理、科技成果转化和科研诚信建设等重点业务，\
组织编写依法行政案例12则，在全局范围内开展研讨，推动形成办事依法、遇事找法、解决问题用法的良好氛围。
四、2025年工作安排
（一）健全制度体系。围绕创新主体反映的突出问题，有计划地开展制度立改废释工作，\
起草过程充分听取企业、科研院所和基层单位的意见，对涉及企业权益的文件一律开展公平竞争审查。
（二）夯实数据基础。坚持一事一记、随办随录，由登记人、核对人分别签字确认，\
按季度开展抽查并通报结果，确保每一个数字都能追溯到原始记录。
（三）提升队伍能力。以案释法、以考促学，组织行政执法人员和规范性文件起草人员开展专题培训不少于4次，\
邀请法律顾问和公职律师参与重大事项论证，推动法治能力与业务能力同步提升。
"""


def block(line: str) -> Block:
    """A block of one line; {512} in it is a figure that can be looked up."""
    text = line.replace("{", "").replace("}", "")
    level = level_of(text)
    lead = lead_of(text, level) if level else 0
    parts = line.replace("}", "{").split("{")
    runs = tuple(
        Run(part, f"disclosure.n{part}", "figure") if at % 2 else Run(part)
        for at, part in enumerate(parts)
        if part
    )
    if lead:
        return Block(Kind.HEADING, runs, level=level, lead=lead)
    return Block(Kind.PARAGRAPH, runs)


def _blocks() -> tuple[Block, ...]:
    blocks: list[Block] = []
    rows: list[tuple[str, ...]] = []
    for line in _BODY.strip().splitlines():
        if line.startswith("|"):
            rows.append(tuple(line.strip("|").split("|")))
            continue
        if rows:
            blocks.append(Block(Kind.TABLE, rows=tuple(rows)))
            rows = []
        blocks.append(block(line))
    return tuple(blocks)


REPORT = OfficialDocument(
    organ_mark="澜川市科学技术局文件",
    number="澜科〔2025〕6号",
    signers=("林知远",),
    title="澜川市科学技术局关于2024年法治政府建设情况的报告",
    addressees="市政府并报市委",
    body=_blocks(),
    attachments=("2024年行政规范性文件清理结果", "2024年建议提案办理情况"),
    signature="澜川市科学技术局",
    date=date(2025, 2, 18),
    note="此件公开发布",
    copies=("市司法局", "市人大常委会办公室"),
    printed_by="澜川市科学技术局办公室",
    printed_on=date(2025, 2, 20),
    mark="演示数据 DEMO · 非正式公文",
)
