"""Report prose made up by arithmetic: the same characters on every machine, a figure to fifty."""

from collections.abc import Iterator
from itertools import count
from typing import Final

_HEADS: Final = ("一、主要举措和成效", "二、存在的不足和原因", "三、下一年度工作安排")
# Prose without figures, then sentences with one to four; the tenses and nouns of annual reports.
_SENTENCES: Final = (
    "坚持把法治建设摆在全局工作的重要位置，压实各级责任，形成主要领导亲自抓、分管领导具体抓的工作格局。",
    "严格落实重大行政决策程序，把公众参与、专家论证、风险评估和合法性审查作为必经环节。",
    "全年共受理行政复议案件{a}件，审结{b}件，审结率{p}%。",
    "制度建设进一步健全，依法行政的能力和水平明显提升，营造了良好的法治环境。",
    "主动公开政府信息{a}条，其中门户网站{b}条、微信公众号{c}条。",
    "基层执法力量薄弱、普法形式单一等问题仍然存在，需要在今后工作中切实加以解决。",
    "投入科技专项经费{m}万元，比上年增加{c}万元，增长{g}%。",
    "截至2024年12月31日，现行有效行政规范性文件{c}件，开展执法检查{b}余次。",
    "根据《澜川市科学技术局工作规则》（澜科〔2024〕{e}号）第八条规定，组织培训{c}场。",
    "推动政务公开标准化规范化，主动回应社会关切，自觉接受人大监督、民主监督、司法监督。",
    "由2023年的{b}场增加到2024年的{a}场，惠及群众近{d}人次。",
    "下一步，将继续完善工作机制，强化督促检查，推动各项任务落地见效。",
)


def reports(characters: int, length: int = 3_000) -> Iterator[str]:
    """Reports of about `length` characters until there are `characters` in all."""
    at = 0
    for number in count():
        if at >= characters:
            return
        report = _report(number, length)
        at += len(report)
        yield report


def _report(number: int, length: int) -> str:
    lines = ["澜川市科学技术局2024年法治政府建设年度报告"]
    size, step = len(lines[0]), number * 7
    while size < length:
        if step % 9 == 0:
            lines.append(_HEADS[step // 9 % len(_HEADS)])
        lines.append("".join(_sentence(step + k) for k in range(1 + step % 3)))
        size += len(lines[-1])
        step += 3
    return "\n".join(lines)


def _sentence(step: int) -> str:
    b, c, d = 40 + step * 37 % 900, 10 + step * 53 % 90, 200 + step * 91 % 900
    return _SENTENCES[step % len(_SENTENCES)].format(
        a=b + c, b=b, c=c, d=d, e=step % 9 + 1, m=d + c,
        g=f"{c * 100 / d:.1f}", p=f"{b * 100 / (b + c):.1f}",
    )  # fmt: skip
