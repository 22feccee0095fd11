"""Which words a text holds: each is looked for once, and only where its characters occur."""

from collections.abc import Iterable


class Words:
    """The words of one text, asked for one by one."""

    __slots__ = ("_characters", "_found", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._characters = frozenset(text)
        self._found: dict[str, bool] = {}

    def any_of(self, words: Iterable[str]) -> bool:
        """Whether the text holds one of the words."""
        return any(word in self for word in words)

    def __contains__(self, word: str) -> bool:
        known = self._found.get(word)
        if known is None:
            # Searching a text for a word it lacks costs far more than asking for its characters.
            known = self._characters.issuperset(word) and word in self._text
            self._found[word] = known
        return known
