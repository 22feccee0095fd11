"""Asked once while a page is read, and each time anywhere else."""

from zhunsheng.kernel.one_page import asked_once, one_page


def test_a_question_is_put_once_within_a_page_and_each_time_outside() -> None:
    asked: list[str] = []

    def ask() -> int:
        asked.append("")
        return len(asked)

    with one_page():
        assert [asked_once("a", ask), asked_once("a", ask), asked_once("b", ask)] == [1, 1, 2]
    assert [asked_once("a", ask), asked_once("a", ask)] == [3, 4]
    with one_page():
        assert asked_once("a", ask) == 5  # one page's answers are not the next one's
