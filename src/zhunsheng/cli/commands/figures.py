"""`figures YEAR`: every figure of the year with its state, and the identities between them."""

import json
from argparse import ArgumentParser
from collections.abc import Sequence

from zhunsheng.cli.commands.people import agency_of
from zhunsheng.cli.commands.told import padded
from zhunsheng.kernel.figure.compute import facts
from zhunsheng.kernel.figure.fact import Fact, Scope
from zhunsheng.kernel.figure.identity import check_declared, check_identities
from zhunsheng.kernel.org.models import Agency
from zhunsheng.kernel.registry import registry


def run(arguments: Sequence[str]) -> int:
    """0 when every identity holds."""
    parser = ArgumentParser(prog="zhunsheng figures", description=__doc__)
    parser.add_argument("year", type=int)
    parser.add_argument("--agency")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    agency = agency_of(options.agency)
    if options.json:
        found = facts(Scope(agency.pk, options.year))
        print(json.dumps([f.plain() for f in found.values()], ensure_ascii=False, indent=1))
        return 0
    return print_figures(agency, options.year)


def print_figures(agency: Agency, year: int) -> int:
    """How many identities do not hold."""
    scope = Scope(agency.pk, year)
    found = facts(scope)
    names = registry().figures()
    for key, fact in found.items():
        print(f"  {padded(key, 40)}{padded(names[key].zh, 46)}{told(fact)}")
    broken = 0
    for checked in (*check_identities(found), *check_declared(found, scope)):
        mark = {True: "✓", False: "✗", None: "？"}[checked.holds]
        broken += checked.holds is False
        print(f"  {mark} {checked.zh}：{checked.arithmetic}")
    return broken


def told(fact: Fact) -> str:
    """A fact in a few words."""
    if fact.value is None:
        return f"{fact.status.value} {'、'.join(fact.missing_from)}"
    over = f"（{fact.numerator}/{fact.denominator}）" if fact.denominator is not None else ""
    return f"{fact.plain()['value']}{fact.unit}{over}"
