"""One entry of a pack: its fields taken out by type, each fault named with its entry."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from zhunsheng.statute.confidence import Confidence, Force
from zhunsheng.statute.errors import PackError


@dataclass(frozen=True, slots=True)
class Entry:
    """A table of the file (`kind`: pack, instrument, rule, when) with the fields it may have.

    Errors: every method raises PackError on what it cannot take.
    """

    kind: str
    data: Mapping[str, Any]
    allowed: tuple[str, ...]

    def __post_init__(self) -> None:
        if not isinstance(self.data, Mapping):
            raise PackError(
                f"规则包中的{self.kind}不是表；请写成[[{self.kind}]]。",
                f"{self.kind} of the pack is no table; write [[{self.kind}]].",
            )
        unknown = sorted(set(self.data) - set(self.allowed))
        if unknown:
            raise self.refusal(
                f"有不认识的栏{'、'.join(unknown)}；可用：{'、'.join(self.allowed)}",
                f"has the unknown field {', '.join(unknown)}; it may have"
                f" {', '.join(self.allowed)}",
            )

    def text(self, name: str, *, optional: bool = False) -> str:
        """The text of a field; empty where an optional one is left out."""
        value = self.data.get(name, "" if optional else None)
        if not isinstance(value, str) or not (value or optional):
            raise self.refusal(f"缺少{name}，或它不是文字", f"has no {name}, or it is no text")
        return value

    def date(self, name: str) -> date | None:
        """The day of a field; None where it is left out."""
        value = self.data.get(name)
        if value is None or type(value) is date:
            return value
        raise self.refusal(
            f"的{name}不是日期；应写成2024-01-31（不加引号）",
            f"has a {name} that is no date; write 2024-01-31 without quotes",
        )

    def flag(self, name: str) -> bool:
        """A yes or no; no where it is left out."""
        value = self.data.get(name, False)
        if isinstance(value, bool):
            return value
        raise self.refusal(f"的{name}应为true或false", f"has a {name} that is not true or false")

    def confidence(self) -> Confidence:
        """How sure the entry is; unknown where it does not say."""
        value = self.data.get("confidence", "unknown")
        try:
            return Confidence(str(value))
        except ValueError:
            allowed = "、".join(Confidence)
            raise self.refusal(
                f"的可信度“{value}”无效；可用：{allowed}",
                f"has the unknown confidence {value!r}; one of {allowed}",
            ) from None

    def force(self, default: str = "") -> Force:
        """How the entry binds."""
        value = self.data.get("force", default)
        try:
            return Force(str(value))
        except ValueError:
            allowed = "、".join(Force)
            raise self.refusal(
                f"的效力“{value}”无效；可用：{allowed}",
                f"has the unknown force {value!r}; one of {allowed}",
            ) from None

    def values(self) -> dict[str, int | str]:
        """The entry's numbers and words by name."""
        found = self.data.get("values", {})
        if isinstance(found, Mapping) and all(type(v) in (int, str) for v in found.values()):
            return dict(found)
        raise self.refusal(
            "的values只能是整数或文字，例如{ working_days = 20 }",
            "has values that are no whole numbers or texts, such as { working_days = 20 }",
        )

    def texts(self, name: str) -> dict[str, str]:
        """Texts by name; none where the field is left out."""
        found = self.data.get(name, {})
        if isinstance(found, Mapping) and all(isinstance(v, str) for v in found.values()):
            return dict(found)
        raise self.refusal(f"的{name}应为若干文字", f"has {name} that are no texts")

    def tables(self, name: str) -> tuple[Mapping[str, Any], ...]:
        """The tables under a field; none where it is left out."""
        found = self.data.get(name, [])
        if isinstance(found, list) and all(isinstance(entry, Mapping) for entry in found):
            return tuple(found)
        raise self.refusal(f"的{name}应为若干个表", f"has a {name} that is no list of tables")

    def refusal(self, zh: str, en: str) -> PackError:
        """The error that names this entry."""
        name = self.data.get("key", "?")
        return PackError(
            f"规则包中的{self.kind}“{name}”{zh}。", f"the {self.kind} {name!r} of the pack {en}."
        )
