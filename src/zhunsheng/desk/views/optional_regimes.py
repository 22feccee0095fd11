"""Optional regimes: what each brings, whether the agency uses it, taking it up, leaving it."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zhunsheng.desk.said import tell
from zhunsheng.desk.show import listed
from zhunsheng.desk.who import person_of
from zhunsheng.kernel.db.many import counts
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.in_use import take_up
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.org.change_units import DIVISION_KINDS
from zhunsheng.kernel.regime import Regime
from zhunsheng.kernel.registry import law, registry


@dataclass(frozen=True, slots=True)
class Offered:
    """An optional regime as shown: `rows` are those the agency recorded in it."""

    key: str
    name: str
    used: bool
    law: str
    registers: str
    owed_by: str
    duties: str
    figures: int
    rows: int


@require_http_methods(["GET", "POST"])
def optional_regimes(request: HttpRequest) -> HttpResponse:
    """What is offered and used; a POST takes one up or leaves it."""
    person = person_of(request)
    if request.method == "POST":
        use = request.POST.get("use") == "1"
        try:
            take_up(person.agency, request.POST.get("regime", ""), by=person, use=use)
            messages.success(request, _("In use from now on.") if use else _("No longer in use."))
        except KernelError as error:
            tell(request, error)
        return redirect("desk:optional-regimes")
    used = set(person.agency.regimes)
    offered = [
        _shown(regime, person.agency_id, key in used)
        for key, regime in registry().regimes.items()
        if regime.optional
    ]
    return render(request, "desk/optional_regimes.html", {"offered": offered})


def _shown(regime: Regime, agency: int, used: bool) -> Offered:
    owing = dict.fromkeys(kind for r in regime.registers for kind in r.owed_by)
    known = law().instruments
    return Offered(
        regime.key,
        in_language(regime.zh, regime.en),
        used,
        listed(in_language(f"《{known[k].zh}》", known[k].en) for k in regime.law if k in known),
        listed(in_language(r.zh, r.en) for r in regime.registers),
        listed(in_language(*DIVISION_KINDS.get(kind, (kind, kind))) for kind in owing),
        listed(in_language(d.zh, d.en) for d in regime.duties),
        len(regime.all_figures()),
        sum(
            counts(
                {r: r.of._default_manager.filter(agency=agency) for r in regime.registers}
            ).values()
        ),
    )
