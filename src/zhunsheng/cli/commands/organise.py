"""`organise FILE`: an agency with its divisions, persons and posts, from one TOML file.

`organise --template FILE` writes such a file to fill in.
"""

import tomllib
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from datetime import date
from importlib import resources
from itertools import chain
from pathlib import Path
from typing import Any

from django.db import IntegrityError, transaction

from zhunsheng.cli.commands.told import refuse, say
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.org.models import Agency, Division, Person, Post
from zhunsheng.kernel.org.roles import Role

_BLANK = "×"  # in the form, what is to be filled in


class OrganisationError(KernelError):
    """The file does not describe an organisation."""

    code = "ORGANISATION"


def run(arguments: Sequence[str]) -> int:
    """Loads the file, or writes the one to fill in."""
    parser = ArgumentParser(prog="zhunsheng organise", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--template", action="store_true", help="写出待填的文件 / write the form")
    options = parser.parse_args(arguments)
    if options.template:
        return _template(options.file)
    agency = organise(options.file)
    people = Person.objects.filter(agency=agency).order_by("pk")
    say(f"已装载{agency.name}，{len(people)}人", f"loaded {agency.name}, {len(people)} persons")
    first = people.filter(posts__role=Role.ADMINISTRATOR).first()
    if first is not None:
        say(
            f"设置管理员密码：zhunsheng password {first.username}",
            f"set the administrator's password: zhunsheng password {first.username}",
        )
    return 0


def _template(path: Path) -> int:
    if path.exists():
        return refuse(f"“{path}”已经存在，不覆盖。", f"'{path}' exists: it is not overwritten.")
    path.write_bytes((resources.files(__package__) / "organisation.toml").read_bytes())
    say(f"已写出{path}，填好后装载", f"{path} was written: fill it in and load it")
    return 0


def organise(path: Path) -> Agency:
    """The stored agency. Errors: OrganisationError naming what is wrong; nothing half-stored."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        with transaction.atomic():
            return _store(data)
    except (OSError, tomllib.TOMLDecodeError, KeyError, ValueError) as error:
        raise OrganisationError(
            f"“{path.name}”不是有效的组织文件：{error}；请参照examples/model-year/organisation.toml。",
            f"'{path.name}' does not describe an organisation: {error}; compare"
            " examples/model-year/organisation.toml.",
        ) from error
    except IntegrityError as error:
        raise OrganisationError(
            f"“{path.name}”中的单位、科室或账号已经存在或重复，什么都没有保存；请核对代码和账号。",
            f"an agency, division or account of '{path.name}' exists already or stands twice;"
            " nothing was stored: check codes and accounts.",
        ) from error


def _blanks(data: object) -> Iterator[str]:
    """The texts of the form that still have its blanks."""
    if isinstance(data, str):
        yield from [data] if _BLANK in data else []
    elif isinstance(data, dict):
        yield from chain.from_iterable(map(_blanks, data.values()))
    elif isinstance(data, list):
        yield from chain.from_iterable(map(_blanks, data))


def _store(data: dict[str, Any]) -> Agency:
    head = data["agency"]
    if blank := next(_blanks(data), ""):
        raise ValueError(f"“{blank}”尚未填写 / '{blank}' is not filled in")
    agency = Agency.objects.create(
        code=head["code"],
        name=head["name"],
        short_name=head["short_name"],
        document_mark=head.get("document_mark", ""),
        regimes=head.get("regimes", []),
    )
    divisions = {
        row["code"]: Division.objects.create(
            agency=agency, code=row["code"], name=row["name"], kind=row["kind"], order=order
        )
        for order, row in enumerate(data["division"])
    }
    for row in data["person"]:
        person = Person(
            username=row["account"], name=row["name"], agency=agency, mail=row.get("mail", "")
        )
        person.set_unusable_password()
        person.save()
        for post in row["posts"]:
            Post.objects.create(
                person=person,
                role=Role(post["role"]),
                division=divisions[post["division"]] if "division" in post else None,
                first_day=post.get("from", date(2020, 1, 1)),
                last_day=post.get("to"),
            )
    return agency
