"""What the database itself refuses to do to a table, whoever asks."""

from enum import StrEnum


class Fence(StrEnum):
    """APPEND_ONLY rows never change; VERSIONED rows change only after their version is stored."""

    APPEND_ONLY = "append_only"
    VERSIONED = "versioned"
    NONE = "none"
