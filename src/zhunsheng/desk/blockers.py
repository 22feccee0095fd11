"""What stands against signature, as a page shows it: figures by name, alike ones together."""

from __future__ import annotations

from dataclasses import dataclass, field

from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.registry import registry
from zhunsheng.reports.blockers import Blocker


@dataclass(slots=True)
class Standing:
    """One reason against signature; `figures` are the names it holds for, all of them."""

    text: str
    code: str = ""
    marked: str = ""
    quote: str = ""
    figures: list[str] = field(default_factory=list)


def shown(blockers: tuple[Blocker, ...]) -> list[Standing]:
    """In the order found; figures that want the same thing are one reason with many names."""
    found: list[Standing] = []
    alike: dict[str, Standing] = {}
    for blocker in blockers:
        figure = registry().figures().get(blocker.text)
        if blocker.code or figure is None:
            text = in_language(blocker.zh, blocker.en)
            found.append(Standing(text, blocker.code, blocker.text, blocker.quote))
            continue
        why = in_language(
            blocker.zh.removeprefix(f"{figure.key}："), blocker.en.removeprefix(f"{figure.key}: ")
        )
        if why not in alike:
            alike[why] = Standing(why)
            found.append(alike[why])
        alike[why].figures.append(in_language(figure.zh, figure.en))
    return found
