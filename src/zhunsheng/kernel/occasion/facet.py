"""Facets: what a regime's record takes from the occasion it belongs to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhunsheng.kernel.record.models import Record

if TYPE_CHECKING:
    from zhunsheng.kernel.occasion.models import Occasion


@dataclass(frozen=True, slots=True)
class Facet:
    """`of` may be a facet of an occasion that meets `when`; `fills` maps its fields to the
    occasion's (field of the facet → field of the occasion)."""

    key: str
    zh: str
    en: str
    of: type[Record]
    when: "Callable[[Occasion], bool]"
    fills: Mapping[str, str]
    asks: tuple[str, ...] = ()
