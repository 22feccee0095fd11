"""One name for what people write differently: spaces, capitals and the width of brackets aside."""

from django.db.models import F, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Replace, Upper

#: Written differently, meant alike: a space, the ideographic space, brackets of full width.
_ALIKE = ((" ", ""), ("\u3000", ""), ("\uff08", "("), ("\uff09", ")"))


def one_name(text: str) -> str:
    """The text as names are compared, outside the database."""
    for written, meant in _ALIKE:
        text = text.replace(written, meant)
    return text.upper()


def as_one(field: str | Combinable) -> Combinable:
    """The field's text as names are compared."""
    found: Combinable = F(field) if isinstance(field, str) else field
    for written, meant in _ALIKE:
        found = Replace(found, Value(written), Value(meant))
    return Upper(found)
