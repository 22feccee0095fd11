"""Finding by name what a verb's options name."""

from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.org.models import Agency, Division, Person
from zhunsheng.kernel.regime import Register
from zhunsheng.kernel.registry import registry


class UnknownNameError(KernelError):
    """An account, agency, division or register that does not exist."""

    code = "UNKNOWN_NAME"


def person_of(account: str) -> Person:
    """The person. Errors: UnknownNameError."""
    found = Person.objects.filter(username=account).select_related("agency").first()
    if found is None:
        raise UnknownNameError(f"没有账号“{account}”。", f"there is no account '{account}'.")
    return found


def agency_of(code: str | None) -> Agency:
    """The agency with this code; without one, the only agency there is."""
    rows = Agency.objects.filter(code=code) if code else Agency.objects.filter(parent__isnull=True)
    if rows.count() != 1:
        known = "、".join(Agency.objects.values_list("code", flat=True)) or "（空）"
        raise UnknownNameError(
            f"请用--agency指明单位；现有单位代码：{known}。",
            f"name the agency with --agency; codes: {known}.",
        )
    return rows.get()


def division_of(agency: Agency, code: str) -> Division:
    """The division by code or name. Errors: UnknownNameError listing those there are."""
    for division in agency.divisions.all():
        if code in (division.code, division.name):
            return division
    known = "、".join(f"{d.code}（{d.name}）" for d in agency.divisions.all())
    raise UnknownNameError(
        f"{agency.name}没有科室“{code}”；现有：{known}。",
        f"{agency.name} has no division '{code}'; there are: {known}.",
    )


def register_named(name: str) -> Register:
    """The register by kind or Chinese name. Errors: UnknownNameError."""
    for register in registry().registers():
        if name in (register.kind, register.zh):
            return register
    known = "、".join(f"{r.zh}（{r.kind}）" for r in registry().registers())
    raise UnknownNameError(
        f"没有台账“{name}”；现有：{known}。", f"there is no register '{name}'; there are: {known}."
    )
