"""`organise FILE`: an agency with its divisions, persons and posts, from one TOML file.

`organise --template FILE` writes such a file to fill in.
"""

import tomllib
from argparse import ArgumentParser
from collections.abc import Sequence
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

from zhunsheng.cli.commands.told import refuse, say
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.org.founding import (
    GivenDivision,
    GivenPerson,
    GivenPost,
    Organisation,
    store,
)
from zhunsheng.kernel.org.models import Agency, Person
from zhunsheng.kernel.org.roles import Role


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
        return store(_read(tomllib.loads(path.read_text(encoding="utf-8"))))
    except KernelError as error:
        raise OrganisationError(
            f"“{path.name}”：{error.zh}", f"'{path.name}': {error.en}"
        ) from error
    except (OSError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise OrganisationError(
            f"“{path.name}”不是有效的组织文件：{error}；请参照examples/model-year/organisation.toml。",
            f"'{path.name}' does not describe an organisation: {error}; compare"
            " examples/model-year/organisation.toml.",
        ) from error


def _read(data: dict[str, Any]) -> Organisation:
    head = data["agency"]
    names = {row["code"]: row["name"] for row in data["division"]}
    return Organisation(
        code=head["code"],
        name=head["name"],
        short_name=head["short_name"],
        document_mark=head.get("document_mark", ""),
        regimes=tuple(head.get("regimes", [])),
        divisions=tuple(
            GivenDivision(row["name"], row["kind"], row["code"]) for row in data["division"]
        ),
        people=tuple(
            GivenPerson(
                name=row["name"],
                account=row["account"],
                mail=row.get("mail", ""),
                posts=tuple(_post(post, names) for post in row["posts"]),
                place=f"{row['account']} ",
            )
            for row in data["person"]
        ),
    )


def _post(row: dict[str, Any], names: dict[str, str]) -> GivenPost:
    return GivenPost(
        role=Role(row["role"]),
        division=names[row["division"]] if "division" in row else "",
        first_day=row.get("from", date(2020, 1, 1)),
        last_day=row.get("to"),
    )
