"""Facets and aspects: what a regime's record takes from the occasion or record it belongs to."""

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


@dataclass(frozen=True, slots=True)
class Aspect:
    """A row of `of` may be an aspect of what is offered for `role`; `fills` maps its fields to
    that record's, where it has such; voiding the record voids it."""

    key: str
    zh: str
    en: str
    of: type[Record]
    role: str
    fills: Mapping[str, str]
