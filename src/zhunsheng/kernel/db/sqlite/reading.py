"""Which statements only read; everything else must take its turn."""

import re

_READS = re.compile(
    r"""(?:\s|--[^\n]*(?:\n|$)|/\*.*?\*/)*      # blanks and comments
    (?: SELECT\b | VALUES\b | EXPLAIN\b
      | WITH\b (?!.*\b(?:INSERT|UPDATE|DELETE|REPLACE)\b)
      | PRAGMA\b (?!.*\b(?:wal_checkpoint|optimize|incremental_vacuum)\b) [^=]*$
    )""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)


def only_reads(sql: str) -> bool:
    """True when the statement cannot change the database; in doubt False."""
    return _READS.match(sql) is not None
