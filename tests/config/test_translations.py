"""Every msgid of an application has its Chinese, and its catalogue holds nothing else."""

import gettext
from pathlib import Path

import pytest

from zhunsheng.config.msgids import msgids_of
from zhunsheng.config.translations import compile_all, faults, update

VIEW = 'from django.utils.translation import gettext as _\nTITLE = _("Ledger")\n'
PAGE = (
    '{% load i18n %}{% translate "Save" %}{% blocktranslate %}{{ n }} rows{% endblocktranslate %}'
)
PO = Path("desk/locale/zh_Hans/LC_MESSAGES/django.po")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A product of one application, its catalogue complete."""
    desk = tmp_path / "desk"
    (desk / "templates").mkdir(parents=True)
    (desk / "apps.py").write_text("", encoding="utf-8")
    (desk / "views.py").write_text(VIEW, encoding="utf-8")
    (desk / "templates" / "page.html").write_text(PAGE, encoding="utf-8")
    assert update(tmp_path) == 3
    fill = {"Ledger": "台账", "Save": "保存", "%(n)s rows": "%(n)s行"}  # Chinese of each msgid
    for msgid, text in fill.items():
        replace(tmp_path, f'msgid "{msgid}"\nmsgstr ""', f'msgid "{msgid}"\nmsgstr "{text}"')
    return tmp_path


def replace(source: Path, old: str, new: str) -> None:
    text = (source / PO).read_text(encoding="utf-8")
    assert old in text
    (source / PO).write_text(text.replace(old, new), encoding="utf-8")


def test_msgids_come_from_python_and_templates(source: Path) -> None:
    assert {name for _, name in msgids_of(source / "desk")} == {"Ledger", "Save", "%(n)s rows"}


def test_a_complete_catalogue_has_no_fault_and_survives_an_update(source: Path) -> None:
    assert list(faults(source)) == []
    before = (source / PO).read_text(encoding="utf-8")
    assert update(source) == 0
    assert (source / PO).read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('msgstr "台账"', 'msgstr ""', "is not translated"),
        ('msgid "Ledger"', '#, fuzzy\nmsgid "Ledger"', "is fuzzy"),
        ('msgid "Ledger"', 'msgid "Register"', "is used no more"),
        ('msgid "Ledger"', 'msgid "Register"', "has no entry"),
        ('msgstr "%(n)s行"', 'msgstr "%(m)s行"', "placeholders differ"),
        ('msgid "Save"\n', '#~ msgid "Gone"\n#~ msgstr "已去"\n\nmsgid "Save"\n', "is obsolete"),
    ],
)
def test_each_fault_of_a_catalogue_is_named(source: Path, old: str, new: str, said: str) -> None:
    replace(source, old, new)
    assert any(said in fault for fault in faults(source))


def test_two_applications_translate_one_msgid_alike(source: Path) -> None:
    other = source / "portal"
    (other / PO.relative_to("desk").parent).mkdir(parents=True)
    (other / "apps.py").write_text('gettext("Save")\n', encoding="utf-8")
    (other / PO.relative_to("desk")).write_text('msgid "Save"\nmsgstr "存"\n', encoding="utf-8")
    assert any("differs from desk's" in fault for fault in faults(source))


def test_compiled_catalogues_are_what_gettext_reads(source: Path) -> None:
    assert compile_all(source) == 1
    read = gettext.translation("django", source / "desk" / "locale", ["zh_Hans"])
    assert read.gettext("Save") == "保存"
    assert read.gettext("%(n)s rows") == "%(n)s行"
