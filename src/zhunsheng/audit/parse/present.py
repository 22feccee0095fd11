"""Which words a text holds: each is looked for once, and only where its characters occur."""

from collections.abc import Iterable


class Words:
    """The words of one text, asked for one by one."""

    __slots__ = ("_known", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[str, bool] = {}

    def any_of(self, words: Iterable[str]) -> bool:
        """Whether the text holds one of the words."""
        known = self._known
        for word in words:
            held = known.get(word)
            if held or (held is None and word in self):
                return True
        return False

    def __contains__(self, word: str) -> bool:
        known, text = self._known, self._text
        if word in known:
            return known[word]
        # Looking for a character is very fast, for a word the text lacks it is not.
        for character in word:
            if character not in known:
                known[character] = character in text
            if not known[character]:
                known[word] = False
                return False
        held = known[word] = len(word) == 1 or word in text
        return held
