"""What the report says of outreach."""

from zhunsheng.regimes.outreach.figures import activity, duty_list, enterprises, means

FIGURES = (*duty_list.FIGURES, *activity.FIGURES, *enterprises.FIGURES, *means.FIGURES)
