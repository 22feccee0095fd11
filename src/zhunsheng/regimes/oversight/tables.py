"""The table of the year's suggestions and proposals, by how the bureau was asked to handle them."""

from zhunsheng.kernel.declare import Line, Table

_ROLES = (
    ("承办合计", "all", ""),
    ("主办", "lead", ".lead"),
    ("分办", "separate", ".separate"),
    ("协办", "co-handled", ".co"),
)


def _line(zh: str, en: str, figure: str) -> Line:
    return Line(zh, en, tuple(f"oversight.{figure}{part}" for _, _, part in _ROLES))


TABLES = (
    Table(
        "oversight.submissions_table",
        "建议提案承办情况",
        "suggestions and proposals assigned",
        "oversight.summary_term",
        tuple((zh, en) for zh, en, _ in _ROLES),
        (
            _line("人大代表建议", "suggestions of deputies", "suggestions"),
            _line("政协提案", "CPPCC proposals", "proposals"),
            _line("合计", "both", "submissions"),
        ),
    ),
)
