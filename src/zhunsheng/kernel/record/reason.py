"""Acts that must say why."""

from zhunsheng.kernel.errors import NotPossibleError


def require_reason(reason: str, *, doing: tuple[str, str]) -> None:
    """Errors: NotPossibleError when no reason was given."""
    if not reason.strip():
        raise NotPossibleError(
            f"{doing[0]}须写明理由；理由将留在记录的历史中。",
            f"'{doing[1]}' needs a reason; it is kept in the record's history.",
        )
