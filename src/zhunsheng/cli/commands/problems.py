"""`problems YEAR`: what went wrong in the year, and whether a problem has taken it up.

`--link ITEM --into NUMBER --by ACCOUNT` puts one of the listed records under a problem.
"""

from argparse import ArgumentParser
from collections.abc import Sequence

from zhunsheng.cli.commands.people import UnknownNameError, agency_of, person_of
from zhunsheng.cli.commands.told import say
from zhunsheng.kernel import clock
from zhunsheng.kernel.link.faults import ANSWERS_PROBLEM, PROBLEMS, Fault, faults_of
from zhunsheng.kernel.link.join import link
from zhunsheng.kernel.org.models import Agency
from zhunsheng.kernel.record.models import Item, Record, Standing
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.trail.verify import MATTER


def run(arguments: Sequence[str]) -> int:
    """0 when every irregularity and overdue duty is taken up by a problem."""
    parser = ArgumentParser(prog="zhunsheng problems", description=__doc__)
    parser.add_argument("year", type=int)
    parser.add_argument("--agency")
    parser.add_argument("--link", type=int, metavar="ITEM")
    parser.add_argument("--into", metavar="NUMBER")
    parser.add_argument("--by", metavar="ACCOUNT")
    options = parser.parse_args(arguments)
    agency = agency_of(options.agency)
    if options.link is not None:
        if not (options.into and options.by):
            parser.error("--link: --into NUMBER --by ACCOUNT")
        source, target = _record(agency, options.link), _problem(agency, options.into)
        link(source, ANSWERS_PROBLEM, target, by=person_of(options.by))
    found = faults_of(agency.pk, options.year, clock.today())
    for fault in found:
        _print(fault)
    left = sum(not fault.problem for fault in found)
    say(f"共{len(found)}项，其中未列入问题{left}项", f"{len(found)} in all, {left} not taken up")
    return 1 if left else 0


def _print(fault: Fault) -> None:
    zh = f"列入问题“{fault.problem}”" if fault.problem else "未列入问题"
    en = f"taken up by '{fault.problem}'" if fault.problem else "taken up by no problem"
    say(f"#{fault.item} {fault.on} {fault.title}：{fault.zh}；{zh}", f"{fault.en}; {en}")


def _record(agency: Agency, key: int) -> Record:
    """Errors: UnknownNameError for an item that is none of the agency's."""
    records = Item.objects.exclude(kind__startswith=MATTER)
    item = records.filter(pk=key, agency=agency).first()
    if item is None:
        raise UnknownNameError(
            f"{agency.name}没有编号为{key}的记录；请按列表中的#号填写。",
            f"{agency.name} has no item {key}; give the number listed after the #.",
        )
    return registry().model(item.kind)._default_manager.get(pk=key)


def _problem(agency: Agency, number: str) -> Record:
    """Errors: UnknownNameError listing the problems there are, or where none are kept."""
    if not any(register.kind == PROBLEMS for register in registry().registers()):
        raise UnknownNameError(
            "没有启用“存在的不足”台账。", "the register of problems is not in use."
        )
    rows = registry().model(PROBLEMS)._default_manager.filter(agency=agency)
    rows = rows.exclude(standing=Standing.VOIDED)
    number_field = registry().register(PROBLEMS).number
    found = rows.filter(**{number_field: number}).first()
    if found is None:
        known = "、".join(rows.order_by("pk").values_list(number_field, flat=True)) or "（空）"
        raise UnknownNameError(
            f"没有编号为“{number}”的问题；现有：{known}。",
            f"there is no problem '{number}'; there are: {known}.",
        )
    return found
