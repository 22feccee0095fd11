"""Translations: every English msgid of the code has its Chinese, and nothing else is kept.

`--check` names what is missing, fuzzy, left over or at odds; `--update` writes new msgids into the
catalogues; `--compile` makes the files that Django reads, without GNU gettext.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from zhunsheng.config.msgids import msgids_of

SOURCE = Path(__file__).resolve().parent.parent
LOCALE = "zh_Hans"
_WITHIN = Path("locale") / LOCALE / "LC_MESSAGES" / "django.po"


def applications(source: Path) -> list[Path]:
    """The folders of Django applications: each keeps its own catalogue."""
    return sorted(path.parent for path in source.rglob("apps.py"))


def read_catalogue(folder: Path) -> Catalog:
    """The folder's catalogue, empty if it has none."""
    path = folder / _WITHIN
    if not path.exists():
        return Catalog(locale=LOCALE, domain="django")
    with path.open("rb") as file:
        return read_po(file, locale=LOCALE, domain="django")


def faults(source: Path) -> Iterator[str]:
    """What is wrong with the catalogues, one sentence in two languages for each."""
    chosen: dict[object, tuple[str, Path]] = {}
    for folder in applications(source):
        catalogue, wanted = read_catalogue(folder), msgids_of(folder)
        where = folder.relative_to(source).as_posix()
        for key in wanted.keys() - {_key(m) for m in catalogue if m.id}:
            yield f"{where}：“{key[1]}”没有译文条目 / '{key[1]}' has no entry"
        for left in catalogue.obsolete.values():
            yield f"{where}：“{left.id}”已废弃 / '{left.id}' is obsolete: remove it"
        for message in catalogue:
            if not message.id:
                continue
            if _key(message) not in wanted:
                yield f"{where}：“{message.id}”已不再使用 / '{message.id}' is used no more"
            yield from (f"{where}：{fault}" for fault in _faults_of(message))
            text, first = chosen.setdefault(_key(message), (str(message.string), folder))
            if text != str(message.string):
                other = first.relative_to(source).as_posix()
                yield f"{where}：“{message.id}”与{other}的译文不同 / differs from {other}'s"


def _key(message: Message) -> tuple[str, str]:
    name = message.id if isinstance(message.id, str) else message.id[0]
    return (message.context or "", name)


def _faults_of(message: Message) -> Iterator[str]:
    strings = [message.string] if isinstance(message.string, str) else list(message.string or ("",))
    if not all(strings):
        yield f"“{message.id}”没有译文 / '{message.id}' is not translated"
    if message.fuzzy:
        yield f"“{message.id}”的译文待定 / '{message.id}' is fuzzy"
    for problem in message.check():
        yield f"“{message.id}”：占位符不符 / placeholders differ: {problem}"


def update(source: Path) -> int:
    """Catalogues with exactly the msgids of the code; how many entries still want a translation."""
    wanting = 0
    for folder in applications(source):
        wanted = msgids_of(folder)
        path = folder / _WITHIN
        if not wanted and not path.exists():
            continue
        old, new = read_catalogue(folder), Catalog(locale=LOCALE, domain="django")
        for (context, name), plural in sorted(wanted.items()):
            known = old.get(name, context or None)
            ids = (name, plural) if plural else name
            message = new.add(ids, known.string if known else "", context=context or None)
            wanting += not message.string or message.string == ("",)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_written(new), encoding="utf-8")
    return wanting


def _written(catalogue: Catalog) -> str:
    """The catalogue as text, with the header that says how to read it and no dates."""
    buffer = BytesIO()
    write_po(buffer, catalogue, width=100, omit_header=True, sort_output=True)
    forms = f"nplurals={catalogue.num_plurals}; plural={catalogue.plural_expr};"
    lines = ("Content-Type: text/plain; charset=utf-8", f"Language: {LOCALE}")
    header = "".join(f'"{line}\\n"\n' for line in (*lines, f"Plural-Forms: {forms}"))
    return f'msgid ""\nmsgstr ""\n{header}\n{buffer.getvalue().decode().strip()}\n'


def compile_all(source: Path) -> int:
    """How many catalogues were compiled."""
    paths = sorted(source.rglob(_WITHIN.as_posix()))
    for path in paths:
        with path.open("rb") as file:
            catalogue = read_po(file, locale=LOCALE, domain="django")
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalogue)
    return len(paths)


def main(arguments: list[str]) -> int:
    """Exit code of one of `--check`, `--update`, `--compile`."""
    if arguments == ["--compile"]:
        print(f"已编译{(n := compile_all(SOURCE))}份译文目录 / {n} catalogues compiled")
        return 0
    if arguments == ["--update"]:
        print(f"待译{(n := update(SOURCE))}条 / {n} entries want a translation")
        return 0
    if arguments == ["--check"]:
        found = list(faults(SOURCE))
        print("\n".join(found), end="\n" if found else "")
        print(f"译文问题：{len(found)} / faults of translations: {len(found)}")
        return 1 if found else 0
    print("--check | --update | --compile", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
