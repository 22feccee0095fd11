"""REL029: the form of requests for information does not balance."""

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.tables import requests

_ZH = "依申请公开情况表不平：新收与结转之和应当等于办结与结转下年度之和，各项结果之和应当等于总计"
_EN = (
    "the form of requests does not balance: new and carried in make what was dealt with, result by"
    " result, and what is carried out"
)


def _run(passage: Passage) -> Outcome:
    return broken("REL029", requests(passage), zh=_ZH, en=_EN)


_FORM = (
    "项目\t自然人\t企业\t总计\n一、本年新收政府信息公开申请数量\t{}\t2\t5\n"
    "二、上年结转政府信息公开申请数量\t1\t0\t1\n三、（一）予以公开\t2\t{}\t3\n"
    "（二）不予公开\t2\t0\t2\n（七）总计\t4\t1\t5\n四、结转下年度继续办理\t0\t1\t1"
)
CHECK = Check(
    code="REL029",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=("本年新收",),
    good=(_FORM.format(3, 1),),
    bad=(_FORM.format(8, 1), _FORM.format(3, 7)),
)
