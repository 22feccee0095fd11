"""`organise FILE`: an agency with its divisions, persons and posts, from one TOML file."""

import tomllib
from argparse import ArgumentParser
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from django.db import IntegrityError, transaction

from zhunsheng.cli.commands.told import say
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.org.models import Agency, Division, Person, Post
from zhunsheng.kernel.org.roles import Role


class OrganisationError(KernelError):
    """The file does not describe an organisation."""

    code = "ORGANISATION"


def run(arguments: Sequence[str]) -> int:
    """Loads the file."""
    parser = ArgumentParser(prog="zhunsheng organise", description=__doc__)
    parser.add_argument("file", type=Path)
    agency = organise(parser.parse_args(arguments).file)
    count = Person.objects.filter(agency=agency).count()
    say(f"已装载{agency.name}，{count}人", f"loaded {agency.name}, {count} persons")
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


def _store(data: dict[str, Any]) -> Agency:
    head = data["agency"]
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
