"""Writing the pack: the catalogue first, then each paper in its folder, each once."""

import zipfile
from dataclasses import replace
from typing import IO

from zhunsheng.reports.evidence_pack.catalogue import word, workbook
from zhunsheng.reports.evidence_pack.gather import Gathered, Lacking, readable

_DATE = (1980, 1, 1, 0, 0, 0)
CATALOGUE = "00 目录"


def write_pack(found: Gathered, out: IO[bytes]) -> Gathered:
    """What was written: a paper the store no longer has as stored is among what is missing."""
    gone: list[Lacking] = []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as pack:
        for paper in found.papers:
            data = readable(paper)
            if data is None:
                why = "材料已不在存储中，或与登记时的摘要不符"  # gone, or not as stored
                gone.append(Lacking(paper.number[:2], "", paper.path, why))
            else:
                pack.writestr(zipfile.ZipInfo(paper.path, _DATE), data)
        whole = replace(found, lacking=(*gone, *found.lacking))
        for name, data in ((".docx", word(whole)), (".xlsx", workbook(whole))):
            pack.writestr(zipfile.ZipInfo(f"{CATALOGUE}{name}", _DATE), data)
    return whole
