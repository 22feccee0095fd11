"""`verify`: row = last version = digest in its entry, over every chain and every evidence file."""

import os
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.db import connection

from zhunsheng.kernel.trail.standalone import files_in, reader, told
from zhunsheng.kernel.trail.verify import Verification, verify


def run(arguments: Sequence[str]) -> int:
    """0 when everything holds."""
    ArgumentParser(prog="zhunsheng verify", description=__doc__).parse_args(arguments)
    return print_verification(verified())


def verified() -> Verification:
    """The verification of this installation, by a connection of its own that only reads."""
    address = (
        str(settings.DATABASES["default"]["NAME"])
        if connection.vendor == "sqlite"
        else os.environ["DATABASE_URL"]
    )
    return verify(reader(address), load=files_in(Path(settings.EVIDENCE_DIR)))


def print_verification(result: Verification) -> int:
    """Prints the result; the exit code."""
    print("\n".join(told(result)))
    return 0 if result.holds else 1
