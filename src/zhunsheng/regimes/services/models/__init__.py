"""The registers: items and their changes, applications, guided acts."""

from zhunsheng.regimes.services.models.application import Application, Channel, Rating, Result
from zhunsheng.regimes.services.models.guided import GuidedAct, GuidedKind
from zhunsheng.regimes.services.models.item import (
    Depth,
    ItemChange,
    ItemKind,
    Level,
    ServiceItem,
)

__all__ = [
    "Application",
    "Channel",
    "Depth",
    "GuidedAct",
    "GuidedKind",
    "ItemChange",
    "ItemKind",
    "Level",
    "Rating",
    "Result",
    "ServiceItem",
]
