"""The people of a bureau at the desk: each with a session of their own, and what they enter."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.test import Client
from django.urls import reverse

from zhunsheng.kernel.testing import Bureau
from zhunsheng.regimes.disclosure.models import Request
from zhunsheng.regimes.norms.models import NormativeDocument

REQUESTS = "disclosure.request"
DOCUMENTS = "norms.normativedocument"
DOCUMENT: dict[str, Any] = {
    "title": "科技创新券管理办法",  # measures on innovation vouchers
    "normative": True,
    "judgement_reason": "涉及企业权利义务",
    "issuing": "own",
    "basis": "科学技术进步法",
    "affects_rights": True,
    "market_related": True,
}


@dataclass(frozen=True, slots=True)
class People:
    """`people.at("recorder")` is that person's browser; `people.bureau` what they work for."""

    bureau: Bureau

    def at(self, name: str) -> Client:
        """A session of this person of the bureau."""
        client = Client()
        client.force_login(
            self.bureau.persons[name], backend="zhunsheng.kernel.org.backend.PersonBackend"
        )
        return client

    def document(self, *, division: str = "rnd", **values: Any) -> NormativeDocument:
        """A confirmed document being drafted."""
        return self.bureau.confirmed(NormativeDocument, division=division, **(DOCUMENT | values))

    def waiting(self, *, division: str = "rnd", **values: Any) -> NormativeDocument:
        """A document entered by the recorder that nobody has confirmed."""
        return self.bureau.put(NormativeDocument, division=division, **(DOCUMENT | values))

    def request(self, *, division: str = "office", **values: Any) -> Request:
        """A confirmed request for information, received on 10 September 2024."""
        given: dict[str, Any] = {
            "title": "某企业申请公开项目评审结果",  # a firm asks for the result of a review
            "number": "依申请〔2024〕1号",
            "applicant": "company",
            "means": "post",
            "received_on": date(2024, 9, 10),
        }
        return self.bureau.confirmed(Request, division=division, **(given | values))


def record_page(row: Any, act: str = "") -> str:
    """The address of the record, or of an act on it."""
    kind = row._meta.label_lower
    return reverse(f"desk:{act or 'record'}", args=[kind, row.pk])


def register_page(kind: str, act: str = "register") -> str:
    """The address of the register's list, or of another page of it."""
    return reverse(f"desk:{act}", args=[kind])
