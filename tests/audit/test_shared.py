"""One wrong figure fails several relations: the reader is told which to look at first."""

from zhunsheng.audit.engine import audit
from zhunsheng.audit.page import html
from zhunsheng.audit.render import as_json
from zhunsheng.audit.shared import shared_figures
from zhunsheng.audit.terminal import as_text
from zhunsheng.gongwen.read import read_text

# every share is of 125, the total printed is 152
WRONG_TOTAL = (
    "办理建议152件，其中经济类50件，占40%；城建类40件，占32%；教科文卫类20件，占16%；"
    "其他15件，占12%。\n"
)
SOUND = "举办活动22场，其中进校园8场，进企业14场。\n"
CONTRADICTED = "2024年办件量达700余件。\n2024年办件量达1000余件。\n"


def test_the_total_that_fails_its_shares_is_named() -> None:
    result = audit(WRONG_TOTAL + SOUND, document=False)
    assert len(result.findings) > 2
    (shared,) = shared_figures(result)
    assert (shared.text, shared.findings) == ("152件", len(result.findings))
    assert (WRONG_TOTAL + SOUND)[slice(*shared.span)] == "152件"
    said = f"其中{shared.findings}个问题都涉及“152件”，请先核对这个数字"
    assert said in as_text("a.txt", WRONG_TOTAL, result)
    assert said in html("a.txt", read_text(WRONG_TOTAL), result)
    assert [s["zh"] for s in as_json("a.txt", result)["shared"]] == [said]  # type: ignore[attr-defined]


def test_two_figures_that_contradict_each_other_are_both_suspect() -> None:
    result = audit(CONTRADICTED, document=False)
    assert result.findings
    assert shared_figures(result) == ()


def test_faults_that_have_nothing_in_common_name_no_figure() -> None:
    apart = "举办活动22场，其中进校园8场，进企业41场。\n满意率由90%提升至92.5%，提高5.2个百分点。\n"
    result = audit(apart, document=False)
    assert len(result.findings) == 2
    assert shared_figures(result) == ()
