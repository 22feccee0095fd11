"""The kernel's own register: meetings and events, each entered once."""

from zhunsheng.kernel.occasion.models import Occasion
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.regime import Register

OCCASIONS = Register(
    of=Occasion,
    zh="会议和活动",
    en="meetings and events",
    columns=(
        "title",
        "division",
        "kind",
        "held_on",
        "led_by",
        "agenda",
        "present",
        "team_present",
    ),
    listed=("title", "kind", "held_on", "led_by", "team_present"),
    filters=("kind",),
    dated_by="held_on",
    unit="次",
    open_to=(Role.RESIDENT_TEAM,),
)
