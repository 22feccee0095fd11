"""REL026: a list is short of its total by the figure of a share that stands alone."""

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.orphans import orphans

_ZH, _EN = (
    "占比前缺少对应的数字",
    "a share stands without its figure, and the list is short by as much",
)


def _run(passage: Passage) -> Outcome:
    return broken("REL026", orphans(passage), zh=_ZH, en=_EN)


CHECK = Check(
    code="REL026",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=("占",),
    good=(
        "收到建议128件，其中财政类20件，占15.6%；内务类7件，占5.5%；城建类101件，占78.9%。",
        "收到建议128件，占全市的15.6%；其中财政类20件，占15.6%；城建类108件，占84.4%。",
    ),
    bad=(
        "收到建议128件，其中财政类20件，占15.6%，占5.5%；城建类32件，占25%；农业类69件，占53.9%。",
        "收到建议168件。归类后，占比28.6%；社会类69件，占比41.1%；农业类51件，占比30.4%。",
    ),
)
