"""What the report says of the study of law."""

from zhunsheng.regimes.study.figures import attended, held, tasks, topics

FIGURES = (*held.FIGURES, *topics.FIGURES, *attended.FIGURES, *tasks.FIGURES)
IDENTITIES = (*held.IDENTITIES, *topics.IDENTITIES, *tasks.IDENTITIES)
