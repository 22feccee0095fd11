"""A zipped document without the moment it was made: the same content gives the same bytes."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def timeless(data: bytes) -> bytes:
    """The package with its members written anew, none with a time of writing."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as timed, ZipFile(out, "w", ZIP_DEFLATED) as written:
        for name in timed.namelist():
            written.writestr(ZipInfo(name), timed.read(name), ZIP_DEFLATED)
    return out.getvalue()
