"""HTTPS is the proxy's: what it says of the reader holds, what the reader says does not."""

import os
import subprocess
import sys

from django.http import HttpResponse
from django.test import RequestFactory

from zhunsheng.config.behind_proxy import BehindProxyMiddleware

#: Asks for a page twice as a proxy does: the reader spoke HTTPS to it, then not.
ASKING = """
import django; django.setup()
from django.test import Client
client = Client()
for spoken in ("https", "http"):
    page = client.get("/assets/none", headers={"X-Forwarded-Proto": spoken})
    print(page.status_code, page.headers.get("Location", ""))
"""


def test_a_reader_of_https_is_served_and_another_is_sent_there() -> None:
    done = subprocess.run(
        [sys.executable, "-c", ASKING],
        env={**os.environ, "ZHUNSHENG_HTTPS": "1"},
        check=True,
        capture_output=True,
        text=True,
    )
    served, sent = done.stdout.splitlines()
    assert served.startswith("404")
    assert sent == "301 https://testserver/assets/none"


def test_the_address_is_the_one_the_proxy_adds() -> None:
    seen: list[str] = []

    def page(request: object) -> HttpResponse:
        seen.append(request.META["REMOTE_ADDR"])  # type: ignore[attr-defined]
        return HttpResponse()

    asks = BehindProxyMiddleware(page)
    factory = RequestFactory(REMOTE_ADDR="127.0.0.1")
    asks(factory.get("/", headers={"X-Forwarded-For": "198.51.100.7, 203.0.113.8"}))
    asks(factory.get("/"))
    assert seen == ["203.0.113.8", "127.0.0.1"]
