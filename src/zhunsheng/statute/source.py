"""Where a rule was read, told in one language: data writes `中文 / English`, also in brackets."""

import re

_REMARK = re.compile(r"\(([^()]+?) / ([^()]+?)\)")


def source_in(source: str, language: str) -> str:
    """The source in `zh` or `en`; an address and a text without ` / ` is the same in both."""
    chosen = 1 if language == "zh" else 2
    text = _REMARK.sub(lambda found: f"({found[chosen]})", source)
    name, bracket, rest = text.partition(" (")
    chinese, slash, english = name.partition(" / ")
    return (english if slash and language != "zh" else chinese) + bracket + rest
