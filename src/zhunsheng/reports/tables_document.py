"""The tables of an official form as a Word file, to hand in or to copy from."""

from django.conf import settings

from zhunsheng.gongwen.model import Block, Kind, OfficialDocument, Run
from zhunsheng.gongwen.write.word import write
from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.figure.fill_table import fill
from zhunsheng.kernel.org.models import Agency
from zhunsheng.kernel.regime import Regime
from zhunsheng.reports.document import DEMO_MARK
from zhunsheng.reports.render import GIVEN
from zhunsheng.reports.tabled import table_block
from zhunsheng.words.numerals import to_chinese

_MISSING = Run("未报送", kind=GIVEN)  # a division has not closed the register


def tables_docx(regime: Regime, scope: Scope) -> bytes:
    """The .docx: every table of the regime under its numbered name, in Chinese as the form is."""
    agency = Agency.objects.get(pk=scope.agency_id)
    body: list[Block] = []
    for place, table in enumerate(regime.tables, 1):
        name = f"{to_chinese(place)}、{table.zh}"
        body.append(Block(Kind.HEADING, (Run(name, kind=GIVEN),), level=1, lead=len(name)))
        body.append(table_block((table, fill(table, scope)), lambda _: _MISSING))
    document = OfficialDocument(
        organ_mark="",
        number="",
        signers=(),
        title=f"{agency.name}{scope.year}年{regime.zh}报表",
        addressees="",
        body=tuple(body),
        mark=DEMO_MARK if settings.DEMO else "",
    )
    return write(document)
