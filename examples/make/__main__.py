"""`python -m examples.make`: every example again, the same bytes each time."""

from pathlib import Path

from examples.make import disclosure, faulty, norms, oversight, scans
from examples.make.book import write

_HERE = Path(__file__).resolve().parent.parent


def main(folder: Path = _HERE) -> None:
    """Writes the model year and the faulty set into the folder."""
    year = folder / "model-year"
    write(
        year / "政策法规科.xlsx",
        {
            "规范性文件": norms.documents(),
            "文件清理": norms.cleanups(),
            "清理结论": norms.conclusions(),
            "报送": norms.closings(),
            "往年数据": norms.declared(),
        },
    )
    write(
        year / "办公室-政务公开.xlsx",
        {
            "主动公开信息": disclosure.items(),
            "发布记录": disclosure.postings(),
            "三审三校": disclosure.reviews(),
            "保密审查": disclosure.secrecy(),
            "依申请公开": disclosure.requests(),
            "报送": disclosure.closings(),
        },
    )
    write(
        year / "办公室-建议提案.xlsx",
        {
            "建议提案": oversight.submissions(),
            "人大监督事项": oversight.supervision(),
            "派驻组意见": oversight.remarks(),
            "报送": oversight.closings(),
        },
    )
    scans.write_all(year / "佐证")
    faulty.write_all(folder / "faulty")


if __name__ == "__main__":
    main()
