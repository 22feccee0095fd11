"""Where a rule was read is told in the reader's language."""

import re

import pytest

from zhunsheng.statute.notice import shipped_notices
from zhunsheng.statute.pack import shipped_law
from zhunsheng.statute.source import source_in


@pytest.mark.parametrize(
    ("source", "zh", "en"),
    [
        ("https://a.example/b", "https://a.example/b", "https://a.example/b"),
        ("凭记忆 / from memory", "凭记忆", "from memory"),
        ("https://a.example (仅标题 / titles only)",
         "https://a.example (仅标题)", "https://a.example (titles only)"),
        ("通行做法 / practice (各市不同 / differs)", "通行做法 (各市不同)", "practice (differs)"),
        ("https://a.example (日期 / days); https://b.example (文号 / number)",
         "https://a.example (日期); https://b.example (文号)",
         "https://a.example (days); https://b.example (number)"),
    ],
)  # fmt: skip
def test_each_language_has_its_own_words(source: str, zh: str, en: str) -> None:
    assert source_in(source, "zh") == zh
    assert source_in(source, "en") == en


def test_no_shipped_source_speaks_english_to_a_chinese_reader() -> None:
    law = shipped_law()
    sources = [rule.source for rule in law.rules()]
    sources += [instrument.source for instrument in law.instruments.values()]
    sources += [notice.source for notice in shipped_notices()]
    told = {source_in(source, "zh") for source in sources}
    for text in told:
        words = re.sub(r"https?://[^ )]+", "", text)
        assert not re.search(r"[A-Za-z]{2}", words), text
    assert len(told) > 20
