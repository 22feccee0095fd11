"""Foreign tables: recognised by their columns, and read as the register they were mapped to."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.label import both
from zhunsheng.kernel.org.authority import KEEPERS, require_role
from zhunsheng.kernel.org.models import Agency, Person
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.regime import Register
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.trail.refuse import refusing
from zhunsheng.kernel.workbook.cells import text_of
from zhunsheng.kernel.workbook.delimited import SUFFIXES, open_delimited
from zhunsheng.kernel.workbook.foreign_header import Heads, possible_heads
from zhunsheng.kernel.workbook.header import is_headed
from zhunsheng.kernel.workbook.layout import (
    CLOSING_SHEET,
    DECLARED_SHEET,
    EVIDENCE,
    GUIDE_SHEET,
    Column,
    columns_of,
)
from zhunsheng.kernel.workbook.models import SourceTable
from zhunsheng.kernel.workbook.opened import Sheet, open_workbook


class SourceError(KernelError):
    """A mapping that would not fill its register."""

    code = "SOURCE"


@dataclass(frozen=True, slots=True)
class Read:
    """A file's sheets as registers have them.

    `sources` are the mappings of its foreign tables by sheet: several where a row holds several
    of the register's, as three levels of review in one row; `unread` (source, column) of what maps
    to nothing.
    """

    sheets: list[Sheet]
    sources: dict[str, tuple[SourceTable, ...]]
    unread: tuple[tuple[str, str], ...]


def read_sheets(name: str, data: bytes, agency: Agency) -> Read:
    """The file opened, its foreign tables mapped as they were before. Errors: WorkbookError."""
    opened = opened_sheets(name, data)
    registers = {r.zh: r for r in used_by(agency).registers()}
    known_sources: list[SourceTable] | None = None
    sheets, unread, sources = [], [], {}
    for sheet in opened:
        if _may_be_foreign(sheet, registers):
            if known_sources is None:
                known_sources = list(SourceTable.objects.filter(agency=agency))
            found = _recognised(sheet, known_sources)
            if found is not None:
                best, heads = found
                several = _in_one_row(best, heads, known_sources)
                read = {header for source in several for header in source.columns.values()}
                unread += [(best.name, name) for name in heads.given if name not in read]
                sheets += [_mapped(sheet, heads, source, several, agency) for source in several]
                sources[sheet.name] = several
                continue
        sheets.append(sheet)
    return Read(sheets, sources, tuple(unread))


def _may_be_foreign(sheet: Sheet, registers: Mapping[str, Register]) -> bool:
    """Whether it is no sheet of ours: a system may call its table as the register is called."""
    if sheet.name in (CLOSING_SHEET, DECLARED_SHEET, GUIDE_SHEET):
        return False
    register = registers.get(sheet.name)
    return register is None or not is_headed(sheet, columns_of(register))


def their_names(sources: tuple[SourceTable, ...]) -> dict[str, str]:
    """The register's column → the source's name of it, where its mappings agree on one."""
    register = registry().register(sources[0].register)
    names = {c.name: c.zh for c in columns_of(register)} | {EVIDENCE[1]: EVIDENCE[0]}
    own = _own_columns(sources)
    return {names[f]: header for f, header in sources[0].columns.items() if f not in own}


def opened_sheets(name: str, data: bytes) -> list[Sheet]:
    """The file's sheets as they are. Errors: WorkbookError."""
    if name.lower().endswith(SUFFIXES):
        return [open_delimited(name, data)]
    return list(open_workbook(name, data))


def remember_source(
    agency: Agency,
    name: str,
    register: Register,
    *,
    columns: Mapping[str, str],
    constants: Mapping[str, str],
    words: Mapping[str, Mapping[str, str]],
    by: Person,
) -> SourceTable:
    """The mapping kept under the source's name, in place of an earlier one of that name.

    Errors: SourceError naming the required fields that nothing fills; NotAllowedError.
    """
    with refusing(agency, "map_table", by=by):
        require_role(
            by, tuple(sorted(KEEPERS)), clock.today(), doing=("对应列名", "map a foreign table")
        )
        _require_filled(name, register, {*columns, *constants})
        with acting(agency, "map_table", by=by) as act:
            act.details = {"register": register.kind, "source": name, "columns": dict(columns)}
            source, _ = SourceTable.objects.update_or_create(
                agency=agency,
                name=name,
                defaults={
                    "register": register.kind,
                    "columns": dict(columns),
                    "constants": dict(constants),
                    "words": {field: dict(pairs) for field, pairs in words.items()},
                    "by": by,
                    "at": act.at,
                },
            )
            return source


def guessed(register: Register, headers: tuple[str, ...]) -> dict[str, str]:
    """Field → the header that seems to mean it: the same name, or one within the other."""
    found: dict[str, str] = {}
    for column in columns_of(register):
        same = [h for h in headers if h in column.headings]
        near = [h for h in headers if column.zh in h or h in column.zh]
        free = [h for h in (*same, *near) if h not in found.values()]
        if free:
            found[column.name] = free[0]
    return found


def _require_filled(name: str, register: Register, filled: set[str]) -> None:
    if not name.strip():
        raise SourceError("请填写来源系统的名称。", "give the source system a name.")
    lacking = [c for c in columns_of(register) if c.required and c.name not in filled]
    if lacking:
        zh, en = "、".join(c.zh for c in lacking), ", ".join(c.en for c in lacking)
        raise SourceError(
            f"“{register.zh}”的必填列没有对应：{zh}；请选择表中的列，或填写固定值。",
            f"nothing fills required columns of '{register.en}': {en}; choose a column or give a"
            " constant.",
        )


def _recognised(sheet: Sheet, sources: list[SourceTable]) -> tuple[SourceTable, Heads] | None:
    """The fullest mapping whose every header the sheet has, and the header."""
    best: tuple[SourceTable, Heads] | None = None
    for heads in possible_heads(sheet):
        for source in sources:
            if set(source.columns.values()) <= set(heads.given) and (
                best is None or len(source.columns) > len(best[0].columns)
            ):
                best = source, heads
    return best


def _in_one_row(
    best: SourceTable, heads: Heads, sources: list[SourceTable]
) -> tuple[SourceTable, ...]:
    """The mapping, and those that take the same fields of a line from other columns of its row.

    Where rows have a number, that would make two rows of one.
    """
    if registry().register(best.register).number:
        return (best,)
    alike = (
        source
        for source in sources
        if source.register == best.register
        and source.columns.keys() == best.columns.keys()
        and source.columns != best.columns
        and set(source.columns.values()) <= set(heads.given)
    )
    return (best, *sorted(alike, key=lambda source: source.pk))


def _own_columns(sources: tuple[SourceTable, ...]) -> frozenset[str]:
    """The fields that the mappings of one row take from different columns."""
    return frozenset(
        field for field in sources[0].columns if len({s.columns[field] for s in sources}) > 1
    )


def _mapped(
    sheet: Sheet,
    heads: Heads,
    source: SourceTable,
    several: tuple[SourceTable, ...],
    agency: Agency,
) -> Sheet:
    """The sheet with the register's own headers, each row where it stood.

    Of `several` mappings of one row each brings a line only where its own columns say something:
    a level that is not reviewed yet is none.
    """
    register = next(r for r in used_by(agency).registers() if r.kind == source.register)
    names = {c.name: c for c in columns_of(register)}
    taken = [(f, heads.names.index(header)) for f, header in source.columns.items()]
    own = _own_columns(several) or frozenset(source.columns)
    width = len(taken) + len(source.constants)
    rows: list[list[object]] = [[""] * width for _ in range(heads.index)]
    rows.append([_header(f, names) for f in (*source.columns, *source.constants)])
    for cells in sheet.rows[heads.index + 1 :]:
        values = [_word(cells[place], source.words.get(f, {})) for f, place in taken]
        asked = (value for value, (f, _) in zip(values, taken, strict=True) if f in own)
        filled = any(value not in ("", None) for value in asked)
        rows.append([*values, *source.constants.values()] if filled else [""] * width)
    now = {place: new for new, (_, place) in enumerate(taken)}
    return replace(
        sheet,
        rows=rows,
        formulas=tuple((now[c], r) for c, r in sheet.formulas if c in now),
        merged=(),  # groups of a header are read by now
        register=register.zh,
    )


def _header(name: str, names: Mapping[str, Column]) -> str:
    return EVIDENCE[0] if name == EVIDENCE[1] else both(names[name].field.verbose_name)[0]


def _word(cell: object, words: Mapping[str, str]) -> object:
    return words.get(text_of(cell), cell) if words else cell
