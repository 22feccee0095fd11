"""Inline XBRL: the report's own words, its figures marked, and a table of all of them."""

from collections.abc import Iterator
from html import escape

from zhunsheng.gongwen.joins import laid
from zhunsheng.gongwen.model import Block, Kind, OfficialDocument, Run
from zhunsheng.gongwen.write.web import over
from zhunsheng.reports.xbrl.filing import PERCENT, RATE_DECIMALS, Element, Filing
from zhunsheng.reports.xbrl.instance import SCHEME, SPACES, shown, stated, unit_of, units_of
from zhunsheng.reports.xbrl.taxonomy import FIGURES, HEAD

NAME = "report.xhtml"
_SPACES = {
    "ix": "http://www.xbrl.org/2013/inlineXBRL",
    "link": "http://www.xbrl.org/2003/linkbase",
    "xlink": "http://www.w3.org/1999/xlink",
    **SPACES,
}
_CONTEXT = "year"
#: Why a figure has no value: status → words.
_UNTOLD = {
    "missing": "未报送",
    "not_applicable": "不适用",
    "undefined": "分母为零",
    "redacted": "不公开",
}
_STYLE = (
    "body{max-width:60em;margin:2em auto;padding:0 1em;font-family:serif;line-height:1.8}"
    "h1,h2{text-align:center}table{border-collapse:collapse;width:100%}"
    "td,th{border:1px solid #999;padding:.2em .5em;text-align:left}"
)


def inline(filing: Filing) -> bytes:
    """The page, which any browser shows."""
    spaces = " ".join(f'xmlns:{name}="{space}"' for name, space in _SPACES.items())
    title = escape(filing.document.title)
    lines = [
        f'{HEAD}<html xmlns="http://www.w3.org/1999/xhtml" {spaces} xml:lang="zh-CN">',
        f'<head><title>{title}</title><style type="text/css">{_STYLE}</style></head>',
        "<body>",
        _header(filing),
        *_document(filing),
        *_table(filing),
        "</body></html>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _header(filing: Filing) -> str:
    units = "".join(
        f'<xbrli:unit id="{name}"><xbrli:measure>{measure}</xbrli:measure></xbrli:unit>'
        for measure, name in units_of(filing).items()
    )
    return (
        '<div style="display:none"><ix:header><ix:references>'
        f'<link:schemaRef xlink:type="simple" xlink:href="{FIGURES}"/></ix:references>'
        f'<ix:resources><xbrli:context id="{_CONTEXT}"><xbrli:entity>'
        f'<xbrli:identifier scheme="{SCHEME}">{escape(filing.agency)}</xbrli:identifier>'
        f"</xbrli:entity><xbrli:period><xbrli:startDate>{filing.year}-01-01</xbrli:startDate>"
        f"<xbrli:endDate>{filing.year}-12-31</xbrli:endDate></xbrli:period></xbrli:context>"
        f"{units}</ix:resources></ix:header></div>"
    )


def _document(filing: Filing) -> Iterator[str]:
    document = filing.document
    marker = _Marker(filing)
    if document.number:
        yield f"<p>{escape(document.number)}</p>"
    yield f"<h1>{escape(document.title)}</h1>"
    if document.addressees:
        yield f"<p>{escape(document.addressees)}：</p>"
    for block in (*document.body, *(b for a in document.annexes for b in a.body)):
        yield _block(block, marker)
    yield from _signature(document)


def _signature(document: OfficialDocument) -> Iterator[str]:
    if document.signature:
        yield f"<p>{escape(document.signature)}</p>"
    if document.date:
        yield f"<p>{document.date.year}年{document.date.month}月{document.date.day}日</p>"


def _block(block: Block, marker: "_Marker") -> str:
    if block.rows:
        cells = zip(block.cells(), laid(block.rows, block.joined), strict=True)
        rows = (
            "".join(
                f"<td{over(cell)}>{marker.run(runs[cell.column])}</td>"
                for cell in row
                if not cell.goes_on
            )
            for runs, row in cells
        )
        return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
    words = "".join(marker.run(run) for run in block.runs)
    if block.kind is Kind.HEADING and block.lead == len(block.text):
        return f"<h{min(block.level + 1, 4)}>{words}</h{min(block.level + 1, 4)}>"
    return f"<p>{words}</p>"


def _table(filing: Filing) -> Iterator[str]:
    """Every figure, also those the text does not tell, and why some have no value."""
    marker = _Marker(filing)
    yield "<h2>指标表</h2><table><tr><th>指标</th><th>数值</th><th>单位</th><th>代码</th></tr>"
    for element in filing.elements:
        value = (
            marker.value(element)
            if element.key in filing.values
            else _UNTOLD.get(filing.untold[element.key], filing.untold[element.key])
        )
        cells = (escape(element.zh), value, escape(element.unit), element.key)
        yield "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
    yield "</table>"


class _Marker:
    """Marks what states a figure exactly; an inexact one (近500) states it in words alone."""

    def __init__(self, filing: Filing) -> None:
        self._filing = filing
        self._units = units_of(filing)
        self._elements = {e.key: e for e in stated(filing)}

    def run(self, run: Run) -> str:
        element = self._elements.get(run.ref)
        if element is None:
            return escape(run.text)
        sign = PERCENT if element.unit == PERCENT else ""
        if run.text != shown(self._filing, element) + sign:
            return escape(run.text)
        return self.value(element) + sign

    def value(self, element: Element) -> str:
        """The number marked; a rate is a fraction of one, shown a hundredfold."""
        rate = element.unit == PERCENT
        precision = f'decimals="{RATE_DECIMALS}" scale="-2"' if rate else 'decimals="INF"'
        return (
            f'<ix:nonFraction name="zs:{element.key}" contextRef="{_CONTEXT}"'
            f' unitRef="{self._units[unit_of(element)]}" {precision}>'
            f"{shown(self._filing, element)}</ix:nonFraction>"
        )
