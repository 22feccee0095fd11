"""On a report with the faults of form, name and claim of a published one, all are named."""

from pathlib import Path

from zhunsheng.audit import audit
from zhunsheng.audit.handed import Beside, Handed

#: Our own words; the faults are those that a published report of 2025 had.
ISSUED = (Path(__file__).parent / "issued_report.txt").read_text(encoding="utf-8")

REMARKS = {
    "CLM001": "完全",  # wholly: an absolute word
    "CLM002": "满意度为100%",  # satisfaction over matters only assisted in
    "CLM003": "满意度为100%",  # without a base
    "CLM004": "今年以来",  # since this year began, in a report of the next
    "CLM005": "公职律师",  # promised by the heading
    "CLM006": "接受询问和质询",  # without an event
    "DUP001": "编制并公布行政服务事项27项，严格落实事前辅导和帮办代办制度",
    "FMT001": "(一)",
    "FMT006": "2025年2月20日印发",
    "FMT008": "抄送：澜川市司法局依法行政指导科",
    "FMT011": " ",
    "FMT022": "一是",
    "FMT023": " ",
    "LAW108": "市政府并报市委：",
    "LAW109": "澜科〔2025〕6号",
    "LAW111": "澜川市司法局依法行政指导科",
    "LAW115": "（三）扩大宣传",
    "LAW116": "三、2025年工作安排",
    "LAW118": "二、存在的问题",
    "NAM001": "《党政主要负责人履行推进法治政府建设第一责任人职责规定》",
    "NAM003": "《2024年度澜川市科技局法治工作要点》",
    "NAM004": "纪检组",
    "NAM005": "消费者权益保护日",
    "NAM007": "澜川市科技局",
    "NAM008": "行政服务事项",
}


def test_each_fault_of_form_name_and_claim_is_named_at_its_place_and_no_other() -> None:
    found = audit(ISSUED)
    assert {f.code for f in found.findings} == {"LAW102", "LAW103", "REP001"}
    first = {f.code: ISSUED[slice(*f.spans[0])] for f in reversed(found.remarks) if f.spans}
    assert first == REMARKS


def test_a_report_that_keeps_form_and_names_has_no_remark() -> None:
    sound = (Path(__file__).parent / "sound_report.txt").read_text(encoding="utf-8")
    found = audit(sound)
    assert [(f.code, f.zh) for f in (*found.findings, *found.remarks)] == []


def test_a_whole_report_copied_from_last_year_is_named_throughout() -> None:
    handed = Handed(previous=Beside("上年报告", ISSUED))
    found = audit(ISSUED, handed=handed)
    copied = [f.spans[0] for f in found.remarks if f.code == "DUP002"]
    assert sum(end - start for start, end in copied) > len(ISSUED) // 2
