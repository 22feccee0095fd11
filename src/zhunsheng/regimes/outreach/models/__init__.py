"""The registers of outreach."""

from zhunsheng.regimes.outreach.models.activity import Event, OnlineItem
from zhunsheng.regimes.outreach.models.duty_list import ListItem
from zhunsheng.regimes.outreach.models.means import Material, Venue
from zhunsheng.regimes.outreach.models.visit import EnterpriseVisit

__all__ = ["EnterpriseVisit", "Event", "ListItem", "Material", "OnlineItem", "Venue"]
