"""LAW112: a document is addressed to a person, not to an organ."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.elements import of_kind
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.gongwen.model import Kind

_ZH = "公文应当主送机关，不得直接报送领导者个人"
_EN = "a document is addressed to the organ, not to its head"
_PERSON = re.compile(r"(?:书记|市长|县长|区长|省长|厅长|局长|主任|主席|部长|同志|领导)$")


def _run(passage: Passage) -> Outcome:
    spans = [
        to.span
        for to in of_kind(passage, Kind.ADDRESSEE)
        if any(_PERSON.search(part) for part in re.split(r"[、，：:；]", to.text) if part)
    ]
    numbered = of_kind(passage, Kind.NUMBER)
    return Outcome((found("LAW112", _ZH, _EN, *spans),) if spans and numbered else ())


_TEXT = "\n现将有关情况报告如下。"
_HEAD = "澜科〔2025〕6号\n澜川市科学技术局关于2024年工作情况的报告\n"
CHECK = Check(
    code="LAW112",
    zh=_ZH,
    en=_EN,
    run=_run,
    law="document.no_person",
    severity=Severity.REMARK,
    document=True,
    triggers=("书记", "长", "主任", "主席", "同志", "领导"),
    good=(f"{_HEAD}市政府并报市委：{_TEXT}",),
    bad=(f"{_HEAD}周副市长：{_TEXT}",),
)
