"""The rows behind a figure, as cited by the edition and by a list of allowed fields alone.

The list is `public-fields.toml` in the installation's folder: `[fields]`, then one line a register,
`"oversight.teamremark" = ["title", "made_on"]`. Without the file nothing of any row is public.
"""

import json
import logging
import tomllib
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.exceptions import FieldDoesNotExist
from django.db.models import ForeignKey

from zhunsheng.kernel.label import both, in_language
from zhunsheng.kernel.record.column import column
from zhunsheng.kernel.record.models import Record, Version
from zhunsheng.kernel.registry import registry
from zhunsheng.portal.errors import PublicFieldsError
from zhunsheng.reports.models import Edition

FILE = "public-fields.toml"
_log = logging.getLogger(__name__)
#: The most rows one page shows; what is left off is said.
MOST = 500


@dataclass(frozen=True, slots=True)
class Rows:
    """Headings, cells of the rows shown, and how many the figure rests on."""

    headings: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    total: int


def allowed() -> dict[str, tuple[str, ...]]:
    """Register → fields the public may read. Errors: PublicFieldsError."""
    path = Path(settings.VAR) / FILE
    if not path.exists():
        return {}
    try:
        listed = tomllib.loads(path.read_text(encoding="utf-8")).get("fields", {})
        return {kind: _checked(kind, names) for kind, names in listed.items()}
    except (OSError, tomllib.TOMLDecodeError, TypeError, AttributeError) as error:
        raise PublicFieldsError(
            f"“{FILE}”读不出来：{error}；在改正之前不公开任何明细。",
            f"{FILE} cannot be read: {error}; until then no row is public.",
        ) from error


def rows_shown(edition: Edition, key: str) -> Rows | None:
    """The rows the figure was frozen with; None where nothing of them is public."""
    figure = registry().figures().get(key)
    if figure is None or figure.of is None:
        return None
    names = _allowed_or_none().get(figure.of._meta.label_lower, ())
    cited = json.loads(edition.citations).get(key, [])
    if not names or not cited:
        return None
    shown = cited[:MOST]
    kept = {
        (v.item_id, v.number): json.loads(v.data)
        for v in Version.objects.filter(item_id__in=[item for item, _ in shown])
    }
    return Rows(
        tuple(in_language(*both(column(figure.of, name).verbose_name)) for name in names),
        tuple(
            tuple(_cell(figure.of, name, kept[item, version][name]) for name in names)
            for item, version in shown
        ),
        len(cited),
    )


def _allowed_or_none() -> dict[str, tuple[str, ...]]:
    """The list; a wrong one is told to whoever runs the portal and shows the public nothing."""
    try:
        return allowed()
    except PublicFieldsError as error:
        _log.error("%s", error)
        return {}


def _checked(kind: str, names: list[str]) -> tuple[str, ...]:
    """Errors: PublicFieldsError for a register or field there is not, or one that names people."""
    try:
        model = registry().model(kind)
        fields = [column(model, name) for name in names]
    except (LookupError, FieldDoesNotExist) as error:
        raise PublicFieldsError(
            f"“{FILE}”写了没有的台账或字段“{kind}”：{error}；在改正之前不公开任何明细。",
            f"{FILE} names a register or field there is not, {kind}: {error}; no row is public.",
        ) from error
    for field in fields:
        if isinstance(field, ForeignKey) or field.primary_key:
            raise PublicFieldsError(
                f"“{FILE}”中的“{kind}.{field.name}”指向其他记录或人员，不能公开。",
                f"{kind}.{field.name} in {FILE} points at another record or person: not public.",
            )
    return tuple(names)


def _cell(model: type[Record], name: str, value: object) -> str:
    if value is None or value == "":
        return "—"
    for known, text in column(model, name).flatchoices:
        if known == value:
            return in_language(*both(text))
    return str(value)
