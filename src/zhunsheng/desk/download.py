"""Files a page hands out."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook(data: bytes, name: str) -> HttpResponse:
    """The workbook as a file to keep."""
    return _kept(data, name, _XLSX)


def word(data: bytes, name: str) -> HttpResponse:
    """The Word file to keep."""
    return _kept(data, name, _DOCX)


def _kept(data: bytes, name: str, kind: str) -> HttpResponse:
    response = HttpResponse(data, content_type=kind)
    header = content_disposition_header(as_attachment=True, filename=name)
    response.headers["Content-Disposition"] = header or "attachment"
    return response
