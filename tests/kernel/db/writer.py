"""A process that writes to a SQLite file and notes each write after it was acknowledged.

Run as `python writer.py DATABASE NOTES COUNT`. Each write is two rows in one transaction, a
counter read and raised in another, or one row in autocommit.
"""

import os
import sys
import uuid

import django
from django.conf import settings


def main(database: str, notes: str, count: int) -> None:
    settings.configure(
        DATABASES={
            "default": {
                "ENGINE": "zhunsheng.kernel.db.sqlite",
                "NAME": database,
                "CONN_MAX_AGE": None,
            }
        }
    )
    django.setup()
    from django.db import connection, transaction

    note = os.open(notes, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for n in range(count):
        key = uuid.uuid4().hex
        if n % 3 == 0:
            with connection.cursor() as cursor:
                cursor.execute("INSERT INTO written (key, part) VALUES (%s, 0)", [key])
        else:
            with transaction.atomic(), connection.cursor() as cursor:
                # Read first: a transaction that began DEFERRED would lose the race here.
                cursor.execute("SELECT n FROM counter")
                raised = cursor.fetchone()[0] + 1
                cursor.execute("INSERT INTO written (key, part) VALUES (%s, 1)", [key])
                cursor.execute("UPDATE counter SET n = %s", [raised])
                cursor.execute("INSERT INTO written (key, part) VALUES (%s, 2)", [key])
        os.write(note, f"{key} {1 if n % 3 == 0 else 2}\n".encode())


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
