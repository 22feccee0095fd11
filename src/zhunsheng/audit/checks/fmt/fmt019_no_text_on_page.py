"""FMT019: a page says that it holds no text."""

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_ZH = "不得用“此页无正文”处理落款，应当调整行距、字距（GB/T 9704—2012第7.3.5条）"
_EN = "no page says that it holds no text: lines and characters are spaced anew (7.3.5)"
_WORDS = ("此页无正文", "此页无内容", "本页无正文")  # this page holds no text


def _run(passage: Passage) -> Outcome:
    spans = [(at, at + len(word)) for word in _WORDS if (at := passage.text.find(word)) >= 0]
    return Outcome(tuple(found("FMT019", _ZH, _EN, span) for span in spans))


CHECK = Check(
    code="FMT019",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=True,
    triggers=_WORDS,
    good=("现将有关情况报告如下。",),
    bad=("特此报告。\n（此页无正文）\n澜川市科学技术局",),
)
