"""Who may open each address of the desk; what is not listed here is refused."""

from zhunsheng.kernel.duty.urge import URGERS
from zhunsheng.kernel.monthly.urge_month import MONTH_URGERS
from zhunsheng.kernel.org.roles import ADMINISTRATORS, SEES_ALL, Role

#: Open to anybody, signed in or not.
EVERYBODY = frozenset({"*"})
#: Any signed-in person; each view shows only the rows the person may see.
SIGNED_IN = frozenset(role.value for role in Role)
_KEEPERS = frozenset(
    r.value for r in (Role.RECORDER, Role.DIVISION_HEAD, Role.LEGAL_OFFICER, Role.OFFICE)
)
_CONFIRMERS = frozenset(r.value for r in (Role.DIVISION_HEAD, Role.LEGAL_OFFICER))
_OFFICERS = frozenset({Role.LEGAL_OFFICER.value})
_ADMINISTRATORS = frozenset(role.value for role in ADMINISTRATORS)
_ALL_RECORDS = frozenset(role.value for role in SEES_ALL)
#: The team enters its remarks; the view refuses it every other register.
_WRITERS = _KEEPERS | {Role.RESIDENT_TEAM.value}
_READERS = _ALL_RECORDS | _KEEPERS
#: The team reads what is open to it, an adviser the rows on which they were asked.
_RECORDS = _READERS | {Role.RESIDENT_TEAM.value, Role.LEGAL_ADVISER.value}
#: What the system counts by is open to whoever works with it; team and adviser read their rows.
_REFERENCE = _READERS | _ADMINISTRATORS

PERMISSIONS: dict[str, frozenset[str]] = {
    "sign-in": EVERYBODY,
    "set-up": EVERYBODY,
    "set-up-workbook": EVERYBODY,
    "persona": EVERYBODY,
    "language": EVERYBODY,
    "theme": EVERYBODY,
    "help": SIGNED_IN,
    "help-put-away": SIGNED_IN,
    "help-role": SIGNED_IN,
    "help-checks": SIGNED_IN,
    "help-check": SIGNED_IN,
    "help-rules": SIGNED_IN,
    "help-rule": SIGNED_IN,
    "help-register": SIGNED_IN,
    "set-password": EVERYBODY,
    "sign-out": SIGNED_IN,
    "password": SIGNED_IN,
    "home": SIGNED_IN,
    "year": _ALL_RECORDS,
    "search": _RECORDS,
    "registers": _RECORDS,
    "register": _RECORDS,
    "export": _RECORDS,
    "confirm-many": _CONFIRMERS,
    "paste": _KEEPERS,
    "view-keep": _RECORDS,
    "view-drop": _RECORDS,
    "template": _KEEPERS,
    "new": _WRITERS,
    "record": _RECORDS,
    "edit": _WRITERS,
    "submit": _WRITERS,
    "confirm": _CONFIRMERS,
    "send-back": _CONFIRMERS,
    "void": _KEEPERS,
    "attach": _KEEPERS,
    "links": _KEEPERS,
    "close": _KEEPERS,
    "step": _RECORDS | _ALL_RECORDS,
    "evidence": _RECORDS,
    "imports": _KEEPERS,
    "import-preview": _KEEPERS,
    "import-store": _KEEPERS,
    "import-marked": _KEEPERS,
    "import-columns": _KEEPERS,
    "confirm-batch": _CONFIRMERS,
    "undo-batch": _KEEPERS,
    "duties": _READERS,
    "urging": frozenset(role.value for role in URGERS),
    "feed": EVERYBODY,
    "fill-in": EVERYBODY,
    "filled-in": EVERYBODY,
    "invitations": _KEEPERS,
    "revoke-invitation": _KEEPERS,
    "monthly": _READERS,
    "monthly-brief": _READERS,
    "month": _READERS,
    "month-nil": _KEEPERS,
    "month-urge": frozenset(role.value for role in MONTH_URGERS),
    "irregularities": _READERS,
    "problems": _OFFICERS,
    "take-up": _OFFICERS,
    "figures": _ALL_RECORDS | _KEEPERS,
    "figure": _ALL_RECORDS | _KEEPERS,
    "tables": _READERS,
    "tables-book": _READERS,
    "tables-word": _READERS,
    "audits": _READERS,
    "audit": _READERS,
    "audited-text": _READERS,
    "audited-file": _READERS,
    "report-parts": _KEEPERS,
    "report-part-act": _KEEPERS,
    "numbers": _ALL_RECORDS,
    "numbers-book": _ALL_RECORDS,
    "numbers-enter": frozenset({Role.OFFICE.value}),
    "questions": _ALL_RECORDS,
    "question": _ALL_RECORDS,
    "question-act": frozenset({Role.OFFICE.value}),
    "reports": _ALL_RECORDS,
    "report": _ALL_RECORDS,
    "report-act": _ALL_RECORDS,
    "report-live": _OFFICERS,
    "report-figures": _ALL_RECORDS,
    "report-changes": _ALL_RECORDS,
    "report-earlier": _ALL_RECORDS,
    "edition-due": _ALL_RECORDS,
    "year-due": _ALL_RECORDS,
    "edition-file": _ALL_RECORDS,
    "reference": _REFERENCE,
    "reference-notices": _REFERENCE,
    "reference-classes": _REFERENCE,
    "reference-sources": _REFERENCE,
    "optional-regimes": _OFFICERS | {Role.ADMINISTRATOR.value},
    "trail": _ALL_RECORDS | _ADMINISTRATORS,
    "admin": _ADMINISTRATORS,
    "admin-person": _ADMINISTRATORS,
    "admin-change": frozenset({Role.ADMINISTRATOR.value}),
    "password-link": frozenset({Role.ADMINISTRATOR.value, Role.SECURITY_ADMINISTRATOR.value}),
    "password-links": frozenset({Role.ADMINISTRATOR.value, Role.SECURITY_ADMINISTRATOR.value}),
    "admin-decide": frozenset({Role.ADMINISTRATOR.value, Role.SECURITY_ADMINISTRATOR.value}),
}
