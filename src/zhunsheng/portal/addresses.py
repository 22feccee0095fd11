"""Where pages lead: on the server, or from file to file in a folder that works from disk."""

from dataclasses import dataclass
from typing import Protocol

from django.urls import reverse

from zhunsheng.reports.models import Edition

#: What the feed of editions is called.
FEED = "feed.xml"
#: What a file of an edition is called in a folder.
NAMES = {
    "pdf": "report.pdf",
    "docx": "report.docx",
    "json": "facts.json",
    "csv": "facts.csv",
    "xbrl": "facts.xbrl.zip",
    "zip": "package.zip",
}


class Addresses(Protocol):
    """The addresses a page is made with."""

    def home(self) -> str: ...

    def report(self, edition: Edition) -> str: ...

    def figure(self, edition: Edition, key: str) -> str: ...

    def question(self, edition: Edition, key: str) -> str: ...

    def file(self, edition: Edition, form: str) -> str: ...

    def schema(self) -> str: ...

    def feed(self) -> str: ...


class Served:
    """Addresses of the running portal."""

    def home(self) -> str:
        return reverse("portal:home")

    def report(self, edition: Edition) -> str:
        return reverse("portal:report", args=[edition.pk])

    def figure(self, edition: Edition, key: str) -> str:
        return reverse("portal:figure", args=[edition.pk, key])

    def question(self, edition: Edition, key: str) -> str:
        return reverse("portal:question", args=[edition.pk, key])

    def file(self, edition: Edition, form: str) -> str:
        return reverse("portal:file", args=[edition.pk, form])

    def schema(self) -> str:
        return reverse("portal:facts-schema")

    def feed(self) -> str:
        return reverse("portal:feed")


@dataclass(frozen=True, slots=True)
class InFolder:
    """Addresses relative to a page `prefix` above which the folder begins: `../../`."""

    prefix: str
    suffix: str

    def home(self) -> str:
        return f"{self.prefix}index{self.suffix}"

    def report(self, edition: Edition) -> str:
        return f"{self.prefix}reports/{edition.pk}/index{self.suffix}"

    def figure(self, edition: Edition, key: str) -> str:
        return f"{self.prefix}reports/{edition.pk}/figures/{key}{self.suffix}"

    def question(self, edition: Edition, key: str) -> str:
        """None: nobody answers a file."""
        return ""

    def file(self, edition: Edition, form: str) -> str:
        return f"{self.prefix}reports/{edition.pk}/files/{NAMES[form]}"

    def schema(self) -> str:
        return f"{self.prefix}facts.schema.json"

    def feed(self) -> str:
        return f"{self.prefix}{FEED}"
