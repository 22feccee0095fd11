"""Tables of official forms, filled from the year's figures: shown, as a workbook, in Word."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from zhunsheng.desk.download import word, workbook
from zhunsheng.desk.views.figures import scope_of
from zhunsheng.desk.who import person_of
from zhunsheng.kernel.figure.fill_table import fill
from zhunsheng.kernel.figure.table import CONTENT, Name
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.regime import Regime
from zhunsheng.kernel.registry import law
from zhunsheng.kernel.workbook.table_book import table_book
from zhunsheng.reports.tables_document import tables_docx


def tables(request: HttpRequest, key: str) -> HttpResponse:
    """Every table of the regime; each number leads to its figure."""
    regime, scope = _regime(request, key), scope_of(request)
    shown = [
        {
            "table": table,
            "name": in_language(table.zh, table.en),
            "heads": [[_told(name) for name in row] for row in table.head_rows()],
            "ground": in_language(
                *(law().rule(table.rule).citation(lang) for lang in ("zh", "en"))
            ),
            "lines": [
                {
                    "name": in_language(line.zh, line.en),
                    "names": [_told(name) for name in names],
                    "heads": [in_language(*head) for head in line.heads],
                    "cells": cells,
                    "wanting": range(table.columns - len(cells or line.heads)),
                }
                for names, (line, cells) in zip(table.line_names(), fill(table, scope), strict=True)
            ],
            "content": in_language(*CONTENT),
            "width": table.stubs + table.columns,
        }
        for table in regime.tables
    ]
    name = in_language(regime.zh, regime.en)
    return render(
        request,
        "desk/tables.html",
        {"regime": regime, "name": name, "tables": shown, "scope": scope},
    )


def _told(name: Name) -> dict[str, object]:
    """A name as the page shows it; one over several lines or columns heads them as a group."""
    return {
        "text": in_language(name.zh, name.en),
        "rows": name.rows,
        "columns": name.columns,
        "row_scope": "rowgroup" if name.rows > 1 else "row",
        "head_scope": "colgroup" if name.columns > 1 else "col",
    }


def tables_book(request: HttpRequest, key: str) -> HttpResponse:
    """The same as a workbook."""
    regime, scope = _regime(request, key), scope_of(request)
    return workbook(table_book(regime.tables, scope), f"{regime.zh}报表-{scope.year}.xlsx")


def tables_word(request: HttpRequest, key: str) -> HttpResponse:
    """The same as a Word file."""
    regime, scope = _regime(request, key), scope_of(request)
    return word(tables_docx(regime, scope), f"{regime.zh}报表-{scope.year}.docx")


def _regime(request: HttpRequest, key: str) -> Regime:
    found = used_by(person_of(request).agency_id).regimes.get(key)
    if found is None or not found.tables:
        raise Http404(key)
    return found
