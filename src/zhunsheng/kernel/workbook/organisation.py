"""The workbook an agency begins with: itself, its divisions, its people, a sheet each."""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Final

import xlsxwriter

from zhunsheng.kernel.errors import InvalidError
from zhunsheng.kernel.org.change_units import DIVISION_KINDS
from zhunsheng.kernel.org.founding import (
    Fault,
    GivenDivision,
    GivenPerson,
    GivenPost,
    Organisation,
)
from zhunsheng.kernel.org.roles import ADMINISTRATORS, ROLE_NAMES, Role
from zhunsheng.kernel.workbook.cells import CellError, date_of, text_of
from zhunsheng.kernel.workbook.errors import WorkbookError
from zhunsheng.kernel.workbook.opened import Sheet, open_workbook

_GUIDE, _AGENCY, _DIVISIONS, _PEOPLE = "说明", "单位", "科室", "人员"
_AGENCY_ROWS: Final = ("单位全称*", "规范化简称*", "单位代码*", "机关代字")
_DIVISION_HEAD: Final = ("科室名称*", "科室类别*")
_PEOPLE_HEAD: Final = ("姓名*", "账号*", "岗位*", "科室", "邮箱", "任职起", "任职止")
_ROWS, _MOST = 500, 2000
_KINDS: Final = MappingProxyType({zh: kind for kind, (zh, _) in DIVISION_KINDS.items()})
#: Kept apart in a larger administration only, which is chosen later.
_LATER = ADMINISTRATORS - {Role.ADMINISTRATOR}
_ROLES: Final = MappingProxyType(
    {zh: role for role, (zh, _) in ROLE_NAMES.items() if role not in _LATER | {Role.SYSTEM}}
)
_SAID = (
    "本表用于首次启用：填好“单位”“科室”“人员”三张表，在“首次启用”页面上传。带*的必填。",
    "单位代码可填统一社会信用代码，启用后不能更改；机关代字是发文字号中年份前面的部分，没有的留空。",
    "科室类别：承担综合工作的填“办公室”，承担法治工作的填“法规科”，其余填“业务科室”。",
    "人员：一个岗位一行；一人有几个岗位的，填几行，账号相同。账号用小写字母开头，供本人登录。",
    "填报人、科室负责人填所在科室；分管领导填所分管的科室，每个科室一行；全局性岗位科室留空。",
    "系统管理员至少两人，互相核准账号和岗位的变动，不办理业务；任职起留空的，从启用之日算起。",
    "其余人员以后可由系统管理员在网页上增补；密码由本人凭一次性链接设置，不写在表中。",
)


def organisation_template() -> bytes:
    """The workbook to fill in, as .xlsx, choices in lists."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    must = book.add_format({"bold": True, "bg_color": "#F6D9D7", "border": 1})
    head = book.add_format({"bold": True, "bg_color": "#E8ECF1", "border": 1})
    text, day = book.add_format({"num_format": "@"}), book.add_format({"num_format": "yyyy-mm-dd"})
    guide = book.add_worksheet(_GUIDE)
    guide.set_column(0, 0, 100)
    for row, line in enumerate(_SAID):
        guide.write_string(row, 0, f"{row + 1}. {line}")

    agency = book.add_worksheet(_AGENCY)
    agency.set_column(0, 0, 18)
    agency.set_column(1, 1, 48, text)
    for row, name in enumerate(_AGENCY_ROWS):
        agency.write_string(row, 0, name, must if name.endswith("*") else head)

    def table(name: str, columns: Sequence[str], lists: Mapping[int, Any]) -> None:
        sheet = book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for place, column in enumerate(columns):
            sheet.write_string(0, place, column, must if column.endswith("*") else head)
            sheet.set_column(place, place, 20, day if column.startswith("任职") else text)
            if place in lists:
                choice = {"validate": "list", "source": lists[place]}
                sheet.data_validation(1, place, _ROWS, place, choice)

    table(_DIVISIONS, _DIVISION_HEAD, {1: list(_KINDS)})
    own = f"={_DIVISIONS}!$A$2:$A$100"
    table(_PEOPLE, _PEOPLE_HEAD, {2: list(_ROLES), 3: own})
    agency.activate()
    book.close()
    return buffer.getvalue()


def read_organisation(name: str, data: bytes) -> Organisation:
    """What the workbook says.

    Errors: WorkbookError where it is not this workbook; InvalidError naming the cells that say
    nothing a post, a kind or a day could be. What is missing or double, the founding refuses.
    """
    sheets = {sheet.name.strip(): sheet for sheet in open_workbook(name, data)}
    lacking = [wanted for wanted in (_AGENCY, _DIVISIONS, _PEOPLE) if wanted not in sheets]
    if lacking:
        raise WorkbookError(
            f"“{name}”缺少工作表“{'、'.join(lacking)}”；请用本页提供的表格填写。",
            f"'{name}' lacks the sheets {', '.join(lacking)}; fill in the workbook of this page.",
        )
    faults: list[Fault] = []
    head = {str(row[0]).strip(): text_of(row[1]) for row in sheets[_AGENCY].rows if len(row) > 1}
    divisions = tuple(
        GivenDivision(
            row.text("科室名称*"), _kind(row.text("科室类别*"), row.place, faults), place=row.place
        )
        for row in _lines(name, sheets[_DIVISIONS], _DIVISION_HEAD)
    )
    people = _people(_lines(name, sheets[_PEOPLE], _PEOPLE_HEAD), faults)
    if faults:
        raise InvalidError(tuple(faults))
    return Organisation(
        code=head.get("单位代码*", ""),
        name=head.get("单位全称*", ""),
        short_name=head.get("规范化简称*", ""),
        document_mark=head.get("机关代字", ""),
        divisions=divisions,
        people=people,
        place=f"“{_AGENCY}”",
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """One filled row by its head; `place` says where it stands."""

    place: str
    cells: Mapping[str, object]

    def text(self, column: str) -> str:
        return text_of(self.cells.get(column))

    def day(self, column: str, faults: list[Fault]) -> date | None:
        if not self.text(column):
            return None
        try:
            return date_of(self.cells[column])
        except CellError as error:
            faults.append((f"{self.place}{column}", f"{error.zh}。", f"{error.en}."))
            return None


def _lines(name: str, sheet: Sheet, columns: Sequence[str]) -> Iterator[_Line]:
    head = [text_of(cell) for cell in sheet.rows[0]] if sheet.rows else []
    lacking = [column for column in columns if column not in head]
    if lacking:
        raise WorkbookError(
            f"“{name}”的工作表“{sheet.name}”缺少列“{'、'.join(lacking)}”；请勿改动表头。",
            f"sheet '{sheet.name}' of '{name}' lacks the columns {', '.join(lacking)}.",
        )
    if len(sheet.rows) > _MOST:
        raise WorkbookError(
            f"“{name}”的工作表“{sheet.name}”超过{_MOST}行；请核对。",
            f"sheet '{sheet.name}' of '{name}' has more than {_MOST} rows.",
        )
    for number, row in enumerate(sheet.rows[1:], start=2):
        cells = dict(zip(head, row, strict=False))
        if any(text_of(cells[column]) for column in columns):
            yield _Line(f"“{sheet.name}”第{number}行 ", cells)


def _people(lines: Iterator[_Line], faults: list[Fault]) -> tuple[GivenPerson, ...]:
    """Rows of one account are one person's posts."""
    found: dict[str, GivenPerson] = {}
    for line in lines:
        role = _ROLES.get(line.text("岗位*"))
        if role is None:
            said = line.text("岗位*")
            faults.append(
                (
                    f"{line.place}岗位",
                    f"“{said}”不在列表中，请从列表选择。",
                    f"'{said}' is no post.",
                )
            )
            continue
        first, last = line.day("任职起", faults), line.day("任职止", faults)
        post = GivenPost(role, line.text("科室"), first, last)
        account, name = line.text("账号*").lower(), line.text("姓名*")
        before = found.get(account)
        if before is not None and before.name != name:
            faults.append(
                (
                    f"{line.place}账号",
                    f"“{account}”已用于{before.name}，请另取一个。",
                    f"'{account}' is {before.name}'s already; choose another.",
                )
            )
        posts = (*before.posts, post) if before else (post,)
        mail = (before.mail if before else "") or line.text("邮箱")
        place = before.place if before else line.place
        found[account] = GivenPerson(name, account, posts, mail, place)
    return tuple(found.values())


def _kind(said: str, place: str, faults: list[Fault]) -> str:
    if said not in _KINDS:
        kinds = "、".join(_KINDS)
        faults.append(
            (f"{place}科室类别", f"“{said}”不在列表中，请填{kinds}之一。", f"'{said}' is no kind.")
        )
    return _KINDS.get(said, "")
