"""Behind a proxy that speaks HTTPS: who asks is whom the proxy names, not the proxy."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class BehindProxyMiddleware:
    """Limits on attempts and questions count the reader's address.

    The last address is the one our own proxy added; those before it the reader may have written.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        named = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
        if named:
            request.META["REMOTE_ADDR"] = named
        return self._get_response(request)
