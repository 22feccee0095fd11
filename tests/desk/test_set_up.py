"""An installation without an agency is taken into use in the browser, by a code and a workbook."""

import io
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from zhunsheng.kernel.org.first_code import first_code
from zhunsheng.kernel.org.models import Agency, Division, Person, Post
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.trail.chain import walk
from zhunsheng.kernel.trail.models import Entry
from zhunsheng.kernel.workbook.organisation import organisation_template

AGENCY = {"单位全称*": "林城市林业局", "规范化简称*": "市林业局", "单位代码*": "11410000MB0000000X"}
DIVISIONS = (("办公室", "办公室"), ("政策法规科", "法规科"), ("造林科", "业务科室"))
PEOPLE = (
    ("张一", "zhang.yi", "系统管理员", ""),
    ("李二", "li.er", "系统管理员", ""),
    ("王三", "wang.san", "法规科", ""),
    ("王三", "wang.san", "科室负责人", "政策法规科"),
    ("赵四", "zhao.si", "填报人", "造林科"),
)


def filled(
    *,
    agency: Mapping[str, str] = AGENCY,
    divisions: Sequence[Sequence[str]] = DIVISIONS,
    people: Sequence[Sequence[str]] = PEOPLE,
) -> bytes:
    """The workbook of the page, filled in as a bureau would."""
    book = openpyxl.load_workbook(io.BytesIO(organisation_template()))
    for row in book["单位"].iter_rows(min_col=1, max_col=2):
        row[1].value = agency.get(str(row[0].value), "")
    for sheet, rows in (("科室", divisions), ("人员", people)):
        for row_number, values in enumerate(rows, start=2):
            for column, value in enumerate(values, start=1):
                book[sheet].cell(row_number, column, value)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


class Newcomer:
    """A browser at the page of the first use."""

    def __init__(self, code: str) -> None:
        self.client, self.code = Client(), code

    def send(self, data: bytes, *, code: str = "") -> str:
        upload = SimpleUploadedFile("启用.xlsx", data)
        sent = {"code": code or self.code, "workbook": upload}
        return self.client.post(reverse("desk:set-up"), sent).text

    def found(self, preview: str) -> str:
        (sealed,) = re.findall(r'name="sent" value="([^"]+)"', preview)
        sent = {"code": self.code, "sent": sealed, "found": "1"}
        return self.client.post(reverse("desk:set-up"), sent).text


@pytest.fixture
def newcomer(db: None, tmp_path: Path, settings: Any) -> Newcomer:
    settings.VAR = tmp_path
    cache.clear()
    return Newcomer(first_code(tmp_path))


def test_a_bureau_begins_with_its_workbook_and_its_administrators_set_their_passwords(
    newcomer: Newcomer,
) -> None:
    assert reverse("desk:set-up") in newcomer.client.get(reverse("desk:sign-in")).text
    preview = newcomer.send(filled(), code=newcomer.code.lower().replace("-", ""))
    assert all(name in preview for name in ("林城市林业局", "造林科", "张一", "法规科、科室负责人"))
    assert not Agency.objects.exists(), "it was only shown"
    done = newcomer.found(preview)
    agency = Agency.objects.get()
    assert (agency.name, agency.short_name) == ("林城市林业局", "市林业局")
    assert [d.kind for d in Division.objects.order_by("order")] == ["office", "legal", "business"]
    held = Post.objects.filter(person__username="wang.san").order_by("pk")
    assert [(p.role, p.division and p.division.name) for p in held] == [
        (Role.LEGAL_OFFICER, None),
        (Role.DIVISION_HEAD, "政策法规科"),
    ]
    links = re.findall(r'href="http://testserver(/desk/password/[^"]+)"', done)
    assert len(links) == 2
    new = {"new": "松柏常青立于山岗之上", "again": "松柏常青立于山岗之上"}
    assert newcomer.client.post(links[0], new).status_code == 302
    assert Person.objects.get(username="zhang.yi").check_password(new["new"])
    entry = Entry.objects.order_by("sequence").first()
    assert entry and entry.action == "found" and "启用.xlsx" in entry.payload
    assert walk(agency).broken_at == 0


def test_without_the_code_nothing_is_read_and_after_some_tries_nobody_is_heard(
    newcomer: Newcomer,
) -> None:
    assert "启用码不正确" in newcomer.send(b"no workbook", code="AAAA-AAAA-AAAA-AAAA")
    for _ in range(20):
        newcomer.send(filled(), code="AAAA")
    assert "启用码不正确" in newcomer.send(filled()), "even with the right one"
    assert not Agency.objects.exists()


def test_every_fault_is_told_with_its_cell_and_nothing_is_stored(newcomer: Newcomer) -> None:
    people = (
        ("张一", "Zhang Yi", "系统管理员", ""),
        ("李二", "li.er", "主要负责人", "造林科"),
        ("", "wu.wu", "填报人", "护林科"),
    )
    told = newcomer.send(filled(agency=AGENCY | {"规范化简称*": ""}, people=people))
    told = newcomer.send(filled(agency=AGENCY | {"规范化简称*": "×局"}, people=people)) + told
    for place, text in (
        ("“单位”规范化简称", "“×局”尚未填写"),
        ("“单位”规范化简称", "必填"),
        ("“人员”第2行 账号", "以小写字母开头"),
        ("“人员”第3行 科室", "“主要负责人”是全局岗位，请将科室留空"),
        ("“人员”第4行 姓名", "必填"),
        ("“人员”第4行 科室", "“护林科”不在科室表中"),
    ):
        assert f'<b lang="zh-CN">{place}</b> {text}' in told
    assert not Agency.objects.exists()


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ([("张一", "zhang.yi", "局长", "")], "“局长”不在列表中"),
        ([*PEOPLE, ("孙六", "zhang.yi", "办公室", "")], "“zhang.yi”已用于张一"),
        ([*PEOPLE, ("张一", "zhang.yi", "办公室", "")], "管理人员不办业务"),
        ([*PEOPLE, ("孙六", "sun.liu", "办公室", "", "", "去年")], "任职起</b> 不是日期"),
    ],
)
def test_what_names_no_post_no_day_or_two_people_is_refused(
    newcomer: Newcomer, people: Sequence[Sequence[str]], said: str
) -> None:
    assert said in newcomer.send(filled(people=people))


def test_one_administrator_alone_could_let_nobody_in(newcomer: Newcomer) -> None:
    assert "系统管理员将不足两人" in newcomer.send(filled(people=PEOPLE[1:]))
    assert not Agency.objects.exists()


def test_a_division_that_will_be_missed_is_told_before(newcomer: Newcomer) -> None:
    without = filled(divisions=(DIVISIONS[0], DIVISIONS[2]), people=PEOPLE[:3])
    assert "没有类别为“法规科”的科室" in newcomer.send(without)
    assert "没有类别为" not in newcomer.send(filled())


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"", "空文件"), (b"PK\x03\x04 torn", "无法读取"), (b"\xd0\xcf\x11\xe0", "旧版")],
)
def test_what_is_no_such_workbook_is_refused_by_name(
    newcomer: Newcomer, data: bytes, said: str
) -> None:
    told = newcomer.send(data)
    assert said in told and "启用.xlsx" in told
    book = openpyxl.Workbook()
    buffer = io.BytesIO()
    book.save(buffer)
    assert "缺少工作表“单位、科室、人员”" in newcomer.send(buffer.getvalue())


def test_once_there_is_an_agency_the_page_is_closed_and_the_code_spent(
    newcomer: Newcomer, settings: Any
) -> None:
    preview = newcomer.send(filled())
    newcomer.found(preview)
    newcomer.found(preview)
    assert Agency.objects.count() == 1
    answer = newcomer.client.get(reverse("desk:set-up"))
    assert answer.headers["Location"] == reverse("desk:sign-in")
    assert newcomer.client.get(reverse("desk:set-up-workbook")).status_code == 404
    assert first_code(Path(settings.VAR)) != newcomer.code
