"""What the calendar alone makes an agency owe: nobody enters that a year is over."""

from zhunsheng.kernel import clock
from zhunsheng.kernel.org.models import Agency
from zhunsheng.kernel.registry import registry


def arise(agency: Agency) -> None:
    """Stores what came to be owed since somebody last asked; called before duties are listed."""
    for bring in registry().arising:
        bring(agency, clock.today())
