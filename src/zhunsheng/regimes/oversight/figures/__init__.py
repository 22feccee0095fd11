"""What the report says of congress, CPPCC and resident team."""

from zhunsheng.regimes.oversight.figures import answered, contacts, feedback, received, supervised

FIGURES = (
    *received.FIGURES,
    *answered.FIGURES,
    *feedback.FIGURES,
    *contacts.FIGURES,
    *supervised.FIGURES,
)
IDENTITIES = (*received.IDENTITIES, *answered.IDENTITIES, *feedback.IDENTITIES)
