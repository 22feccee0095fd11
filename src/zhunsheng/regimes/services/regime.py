"""Government services: what may be applied for, what was, and who was guided."""

from zhunsheng.kernel.declare import Regime, Register, RowCheck
from zhunsheng.regimes.services.checks import APPLICATION_CHECKS, ITEM_CHECKS
from zhunsheng.regimes.services.duties import DUTIES
from zhunsheng.regimes.services.figures import FIGURES, IDENTITIES
from zhunsheng.regimes.services.models import Application, GuidedAct, ItemChange, ServiceItem

_ITEMS = Register(
    of=ServiceItem,
    zh="政务服务事项",
    en="items",
    papers=False,
    columns=(
        "number", "title", "division", "kind", "level", "basis", "in_powers", "in_catalogue",
        "statutory_days", "promised_days", "visits", "depth", "added_on", "removed_on",
    ),
    listed=("title", "number", "kind", "level", "promised_days", "visits", "division"),
    filters=("kind", "level", "in_catalogue"),
    number="number",
    dated_by="added_on",
    owed_by=("office",),
    unit="项",
    checks=ITEM_CHECKS,
    later=("removed_on",),
)  # fmt: skip
_CHANGES = Register(
    of=ItemChange,
    zh="事项调整",
    en="changes of items",
    columns=("item_changed", "changed_on", "change"),
    listed=("title", "changed_on", "change"),
    parent="item_changed",
    dated_by="changed_on",
    unit="项次",
)
_APPLICATIONS = Register(
    of=Application,
    zh="办件",
    en="applications",
    papers=False,
    columns=(
        "number", "title", "division", "service", "channel", "received_on", "correction_on",
        "accepted_on", "statutory_days", "promised_days", "suspensions",
        "extended_on", "extended_days", "extended_why", "ended_on", "result", "certificate",
        "delivered_on", "rated_on", "rating", "called_back_on",
    ),
    listed=("title", "number", "channel", "received_on", "accepted_on", "ended_on", "result"),
    filters=("channel", "result", "rating"),
    number="number",
    dated_by="received_on",
    owed_by=("office",),
    checks=APPLICATION_CHECKS,
    later=(
        "correction_on", "accepted_on", "suspensions", "extended_on", "extended_days",
        "extended_why", "ended_on", "result", "certificate", "delivered_on", "rated_on", "rating",
        "called_back_on",
    ),
)  # fmt: skip
_GUIDED = Register(
    of=GuidedAct,
    zh="辅导帮办",
    en="guided acts",
    papers=False,
    columns=("title", "division", "kind", "acted_on", "people"),
    listed=("title", "kind", "acted_on", "people"),
    filters=("kind",),
    dated_by="acted_on",
    owed_by=("office",),
    unit="人次",
    checks=(
        RowCheck(
            "people",
            lambda row: row.people is None or row.people >= 1,
            "服务人次须大于零",
            "somebody was guided",
        ),
    ),
)

REGIME = Regime(
    key="services",
    zh="政务服务",
    en="government services",
    law=("permit_law", "online_services_rules", "rating_opinion", "city_service_rules"),
    registers=(_ITEMS, _CHANGES, _APPLICATIONS, _GUIDED),
    duties=DUTIES,
    figures=FIGURES,
    identities=IDENTITIES,
)
