"""What a browser may keep: it asks again each time, so that a withdrawal is seen at once."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def fresh(view: View[P]) -> View[P]:
    """The view, its answer kept by the browser but asked for anew: 304 where nothing changed."""

    @wraps(view)
    def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response.headers["Cache-Control"] = "no-cache"
        patch_vary_headers(response, ["Cookie"])
        tag = response.headers.get("ETag")
        if tag is None or response.status_code != 200:
            return response
        known = get_conditional_response(request, etag=tag, response=response)
        return known if isinstance(known, HttpResponse) else response

    return answer
