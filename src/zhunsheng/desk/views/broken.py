"""What could not be answered, told without asking the database: it may be what failed."""

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.template import loader

from zhunsheng.desk.theme import theme_of


def failed(request: HttpRequest) -> HttpResponse:
    """The page of a fault of ours."""
    return _told(request, "500.html", 500)


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page of a form that cannot be read, or that is larger than a form may be."""
    if isinstance(exception, RequestDataTooBig):
        return _told(request, "413.html", 413)
    return _told(request, "400.html", 400)


def _told(request: HttpRequest, template: str, status: int) -> HttpResponse:
    page = loader.get_template(template).render({"theme": theme_of(request)})
    return HttpResponse(page, status=status)
