"""A bureau of the fiction with a division and a person for each role."""

from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db import transaction

from zhunsheng.kernel.figure.close import close
from zhunsheng.kernel.org.models import Agency, Division, Person, Post
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.record.models import Record, Standing
from zhunsheng.kernel.registry import registry

R = TypeVar("R", bound=Record)
_DIVISIONS = (
    ("office", "办公室", "office"),
    ("legal", "政策法规科", "legal"),
    ("rnd", "科技发展科", "business"),
    ("talent", "人才与成果科", "business"),
)
_PERSONS = (
    ("recorder", "填报员", Role.RECORDER, "rnd"),
    ("head", "科长", Role.DIVISION_HEAD, "rnd"),
    ("legal_officer", "法规科干部", Role.LEGAL_OFFICER, "legal"),
    ("legal_second", "法规科副科长", Role.LEGAL_OFFICER, "legal"),
    ("legal_recorder", "法规科填报员", Role.RECORDER, "legal"),
    ("office", "办公室主任", Role.OFFICE, "office"),
    ("office_recorder", "办公室填报员", Role.RECORDER, "office"),
    ("deputy", "副局长", Role.DEPUTY_HEAD, ""),
    ("principal", "局长", Role.PRINCIPAL, ""),
    ("adviser", "法律顾问", Role.LEGAL_ADVISER, ""),
    ("team", "派驻组", Role.RESIDENT_TEAM, ""),
    ("administrator", "管理员", Role.ADMINISTRATOR, ""),
    ("administrator_second", "第二管理员", Role.ADMINISTRATOR, ""),
    ("security", "安全管理员", Role.SECURITY_ADMINISTRATOR, ""),
    ("auditor", "审计管理员", Role.AUDIT_ADMINISTRATOR, ""),
)


@dataclass(frozen=True, slots=True)
class Bureau:
    """The agency, its divisions and persons by short name."""

    agency: Agency
    divisions: dict[str, Division]
    persons: dict[str, Person]

    def confirmed(self, model: type[R], *, division: str = "rnd", **values: Any) -> R:
        """A row recorded by one person and confirmed by another, dates as given.

        Step dates are taken as they are and the stage as derived, the way an import does.
        """
        row = self.put(model, division=division, **values)
        with acting(self.agency, "confirm", by=self.persons["legal_second"]) as act:
            act.change(
                row,
                standing=Standing.CONFIRMED,
                confirmed_by=act.by,
                confirmed_at=act.at,
            )
        return row

    def put(self, model: type[R], *, division: str = "rnd", **values: Any) -> R:
        """A submitted row, not yet confirmed."""
        from zhunsheng.kernel.procedure.derive import derive

        values.setdefault("title", f"{model._meta.verbose_name}")
        with acting(self.agency, "submit", by=self.persons["recorder"]) as act:
            row = model(
                **values,
                agency=self.agency,
                division=self.divisions[division],
                standing=Standing.SUBMITTED,
                recorded_by=act.by,
                recorded_at=act.at,
            )
            procedure = registry().procedure_of(model)
            if procedure and "stage" not in values:
                row.stage = derive(procedure, row)[0]
            act.create(row)
        return row

    def close_all(self, year: int) -> None:
        """Every register closed by every division that owes it."""
        for register in registry().registers():
            for division in self.divisions.values():
                if division.kind in register.owed_by:
                    close(register, division, year, by=self._keeper(division))

    def _keeper(self, division: Division) -> Person:
        name = {"office": "office_recorder", "legal": "legal_recorder"}.get(division.kind)
        return self.persons[name or "recorder"]


def make_bureau(code: str = "bureau", *, regimes: tuple[str, ...] = ()) -> Bureau:
    """A new bureau with two business divisions, office and legal division, all posts filled."""
    since = date(2010, 1, 1)
    with transaction.atomic():
        agency = Agency.objects.create(
            code=code,
            name="澜川市科学技术局",
            short_name="市科技局",
            document_mark="澜科",
            regimes=list(regimes),
        )
        divisions = {
            key: Division.objects.create(agency=agency, code=key, name=name, kind=kind, order=order)
            for order, (key, name, kind) in enumerate(_DIVISIONS)
        }
        persons = {}
        for key, name, role, division in _PERSONS:
            person = Person(username=f"{code}-{key}", name=name, agency=agency)
            person.set_unusable_password()
            person.save()
            Post.objects.create(
                person=person,
                division=divisions[division] if division else None,
                role=role,
                first_day=since,
            )
            persons[key] = person
        Post.objects.create(
            person=persons["recorder"],
            division=divisions["talent"],
            role=Role.RECORDER,
            first_day=since,
        )
    return Bureau(agency, divisions, persons)
