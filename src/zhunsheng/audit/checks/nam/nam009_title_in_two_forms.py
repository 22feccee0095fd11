"""NAM009: one instrument seems to be cited by two titles."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.copies import alike
from zhunsheng.audit.instruments import Cited, cited, even, known
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_ZH = "同一文件疑似用了两个名称"
_EN = "one instrument seems to be cited by two titles"
_ALIKE = 0.9
_SHORTEST = 10  # characters
_NUMBERS = re.compile(r"[\d一二三四五六七八九十]+")


def _run(passage: Passage) -> Outcome:
    first: dict[str, Cited] = {}
    for one in cited(passage):
        first.setdefault(even(one.title), one)
    titles = [t for t in first if len(t) >= _SHORTEST and t not in known()][:_MOST]
    findings = []
    for at, title in enumerate(titles):
        for other in titles[:at]:
            same_numbers = _NUMBERS.findall(title) == _NUMBERS.findall(other)
            inside = title.startswith(other) or other.startswith(title)
            if (
                same_numbers
                and not inside
                and title[-2:] == other[-2:]
                and alike(title, other) >= _ALIKE
            ):
                shown = f"：《{first[other].title}》《{first[title].title}》"
                spans = (first[other].span, first[title].span)
                findings.append(found("NAM009", _ZH + shown, _EN + shown, *spans, kind="title"))
    return Outcome(tuple(findings))


_MOST = 60  # titles compared with each other
CHECK = Check(
    code="NAM009",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=False,
    triggers=("《",),
    good=("印发《澜川市科技计划项目管理办法》《澜川市科技计划经费管理办法》。",),
    bad=("印发《澜川市科技计划项目管理办法》，落实《澜川市科技计划项目的管理办法》。",),
)
