"""What issued reports make somebody owe: the kernel finds it here."""

from zhunsheng.reports.life.questions import ANSWER

DUTIES = (ANSWER,)
