"""What a figure is called, by its key."""

from zhunsheng.kernel.registry import registry


def name_of(key: str) -> tuple[str, str]:
    """(zh, en); the key itself for a figure that is declared no more."""
    defined = registry().figures().get(key)
    return (defined.zh, defined.en) if defined else (key, key)
