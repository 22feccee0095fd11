"""Files a page hands out."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook(data: bytes, name: str) -> HttpResponse:
    """The workbook as a file to keep."""
    response = HttpResponse(data, content_type=_XLSX)
    header = content_disposition_header(as_attachment=True, filename=name)
    response.headers["Content-Disposition"] = header or "attachment"
    return response
