"""REL002: what is left is not the whole less what ended."""

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.complement import complements

_ZH, _EN = "余数与总数减去各项不符", "what is left is not the whole less what ended"


def _run(passage: Passage) -> Outcome:
    return broken("REL002", complements(passage), zh=_ZH, en=_EN)


CHECK = Check(
    code="REL002",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=("清理", "梳理", "评估", "审查"),
    good=(
        "对20件文件进行清理，废止3件，宣布失效4件，现行有效文件13件。",
        "制定新文件若干，对20件文件进行清理，废止3件，失效4件，现行有效15件。",
    ),
    bad=("对20件文件进行清理，废止3件，宣布失效4件，现行有效文件12件。",),
)
