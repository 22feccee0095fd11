"""The year of planning: figure → value, its unit."""

YEAR = {
    "planning.problems": (4, "个"),
    "planning.problems.overdue": (1, "个"),
    "planning.problems.figure": (2, "个"),
    "planning.problems.review": (1, "个"),
    "planning.problems.answered": (4, "个"),
    "planning.problems.unanswered": (0, "个"),
    "planning.measures": (5, "项"),
    "planning.measures.answering": (5, "项"),
    "planning.measures.tasked": (4, "项"),
    "planning.measures.done": (1, "项"),
    "planning.tasks": (6, "项"),
    "planning.tasks.from_measures": (4, "项"),
}
