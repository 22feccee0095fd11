"""A page for each regime: what is kept, how it moves, what falls due, what is counted."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Final

from zhunsheng.kernel.duty.term import Duty
from zhunsheng.kernel.figure.definition import Figure
from zhunsheng.kernel.figure.told import told
from zhunsheng.kernel.org.roles import ROLE_NAMES
from zhunsheng.kernel.procedure.table import Procedure, Transition
from zhunsheng.kernel.regime import Regime, Register
from zhunsheng.kernel.registry import law, registry
from zhunsheng.kernel.workbook.layout import columns_of

_MADE: Final = "<!-- made by `make docs`; changes are lost -->\n"
_FOLDER: Final = PurePosixPath("regimes")


def regime_files() -> dict[PurePosixPath, str]:
    """docs/reference/regimes: an index, and a page for each regime, with its text."""
    regimes = registry().regimes
    made = {_FOLDER / f"{key}.md": "\n".join(_page(regime)) for key, regime in regimes.items()}
    made[_FOLDER / "README.md"] = "\n".join(_index(regimes.values()))
    return made


def _index(regimes: Iterable[Regime]) -> Iterator[str]:
    yield f"{_MADE}\n# 制度 / regimes\n"
    yield "| 制度 | regime | 台账 | 程序 | 期限 | 指标 |\n|---|---|---:|---:|---:|---:|"
    for r in regimes:
        name = f"[{r.zh}]({r.key}.md){'（可选）' if r.optional else ''}"
        counts = (len(r.registers), len(r.procedures), len(r.duties), len(r.all_figures()))
        yield f"| {name} | {r.en} | {' | '.join(map(str, counts))} |"


def _page(regime: Regime) -> Iterator[str]:
    yield f"{_MADE}\n# {regime.zh} / {regime.en}\n"
    if regime.optional:
        yield "可选制度，由单位启用。 / Optional: an agency takes it up.\n"
    yield "## 台账 / registers\n"
    for register in regime.registers:
        yield from _register(register)
    for procedure in regime.procedures:
        yield from _procedure(procedure)
    if regime.duties:
        yield "## 期限 / duties\n\n| 期限 | duty | 依据 |\n|---|---|---|"
        yield from (_duty(duty) for duty in regime.duties)
        yield ""
    yield "## 指标 / figures\n\n| 指标 | 名称 | 单位 | 口径 |\n|---|---|---|---|"
    yield from (_figure(figure) for figure in regime.all_figures())


def _register(register: Register) -> Iterator[str]:
    columns = "、".join(
        f"**{column.zh}**" if column.required else column.zh for column in columns_of(register)
    )
    yield f"### {register.zh} / {register.en}\n\n{columns}\n"


def _procedure(procedure: Procedure) -> Iterator[str]:
    yield f"## {procedure.zh} / {procedure.en}\n\n```mermaid\n{procedure.mermaid()}\n```\n"
    yield "| 步骤 | step | 办理人 | 依据 |\n|---|---|---|---|"
    yield from (_step(transition) for transition in procedure.transitions)
    yield ""


def _step(transition: Transition) -> str:
    actors = "、".join(ROLE_NAMES[role][0] for role in transition.actors)
    rules = "；".join(dict.fromkeys(_cited(guard.rule) for guard in transition.guards))
    return f"| {transition.zh} | {transition.en} | {actors} | {rules} |"


def _duty(duty: Duty) -> str:
    return f"| {duty.zh} | {duty.en} | {_cited(duty.rule)} |"


def _figure(figure: Figure) -> str:
    rule = f" {_cited(figure.rule)}" if figure.rule else ""
    return f"| `{figure.key}` | {figure.zh} | {figure.unit} | {told(figure)[0]}{rule} |"


def _cited(rule: str) -> str:
    return law().rule(rule).citation("zh")
