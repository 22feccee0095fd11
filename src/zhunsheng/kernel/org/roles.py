"""The roles of a bureau's people and what each of them sees."""

from enum import StrEnum


class Role(StrEnum):
    """Who may do what; a post gives a person one role from a day to a day."""

    RECORDER = "recorder"
    DIVISION_HEAD = "division_head"
    LEGAL_OFFICER = "legal_officer"
    OFFICE = "office"
    DEPUTY_HEAD = "deputy_head"
    PRINCIPAL = "principal"
    LEGAL_ADVISER = "legal_adviser"
    RESIDENT_TEAM = "resident_team"
    ADMINISTRATOR = "administrator"
    SECURITY_ADMINISTRATOR = "security_admin"
    AUDIT_ADMINISTRATOR = "audit_admin"
    SYSTEM = "system"


#: (Chinese, English) name of each role.
ROLE_NAMES: dict[Role, tuple[str, str]] = {
    Role.RECORDER: ("填报人", "recorder"),
    Role.DIVISION_HEAD: ("科室负责人", "division head"),
    Role.LEGAL_OFFICER: ("法规科", "legal officer"),
    Role.OFFICE: ("办公室", "office"),
    Role.DEPUTY_HEAD: ("分管领导", "deputy head"),
    Role.PRINCIPAL: ("主要负责人", "principal"),
    Role.LEGAL_ADVISER: ("法律顾问", "legal adviser"),
    Role.RESIDENT_TEAM: ("派驻纪检监察组", "resident team"),
    Role.ADMINISTRATOR: ("系统管理员", "administrator"),
    Role.SECURITY_ADMINISTRATOR: ("安全管理员", "security administrator"),
    Role.AUDIT_ADMINISTRATOR: ("审计管理员", "audit administrator"),
    Role.SYSTEM: ("系统", "system"),
}

#: Keep the system and have no right in the bureau's business; nobody holds two of them.
ADMINISTRATORS = frozenset(
    {Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR}
)
#: Sign paper; somebody else may enter their act as attested.
ATTESTABLE = frozenset({Role.DEPUTY_HEAD, Role.PRINCIPAL, Role.LEGAL_ADVISER, Role.RESIDENT_TEAM})
#: See every division's records of their agency.
SEES_ALL = frozenset({Role.OFFICE, Role.DEPUTY_HEAD, Role.PRINCIPAL, Role.LEGAL_OFFICER})
#: See their own division's records.
SEES_DIVISION = frozenset({Role.RECORDER, Role.DIVISION_HEAD})
