"""Where a record must stand for an act on it to begin."""

from zhunsheng.kernel.errors import NotPossibleError
from zhunsheng.kernel.label import both
from zhunsheng.kernel.record.models import Record, Standing


def require_standing(record: Record, *allowed: Standing, doing: tuple[str, str]) -> None:
    """Errors: NotPossibleError saying how the record stands and how it would have to."""
    if record.standing in allowed:
        return
    now = both(Standing(record.standing).label)
    wanted = [both(s.label) for s in allowed]
    raise NotPossibleError(
        f"“{record.title}”目前是{now[0]}，"
        f"只有{'、'.join(z for z, _ in wanted)}的记录才能{doing[0]}。",
        f"'{record.title}' is {now[1]}; only a record that is"
        f" {' or '.join(e for _, e in wanted)} can be put through '{doing[1]}'.",
    )
