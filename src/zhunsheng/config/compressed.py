"""Pages travel compressed; files are what they are, and most are compressed already."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

_PAGES = ("text/html", "application/json")


class CompressedPagesMiddleware(GZipMiddleware):
    """Django's compression, padded at random against guessing secrets by a page's length."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """The response, compressed where it is a page and the browser takes that."""
        if response.headers.get("Content-Type", "").startswith(_PAGES):
            return super().process_response(request, response)
        return response
