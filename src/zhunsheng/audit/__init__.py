"""The audit: figures of a text against each other, and its statutory contents."""

from zhunsheng.audit.engine import audit
from zhunsheng.audit.handed import Beside, Handed, LedgerFact
from zhunsheng.audit.model import (
    Audit,
    Coverage,
    Finding,
    Mention,
    Relation,
    Role,
    Scope,
    Severity,
    Waiver,
)
from zhunsheng.audit.parse.mentions import extract
from zhunsheng.audit.unbound import unbound

__all__ = [
    "Audit",
    "Beside",
    "Coverage",
    "Finding",
    "Handed",
    "LedgerFact",
    "Mention",
    "Relation",
    "Role",
    "Scope",
    "Severity",
    "Waiver",
    "audit",
    "extract",
    "unbound",
]
