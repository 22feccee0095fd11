"""A hand at a page, counted in the operators of the keystroke-level model.

Card, Moran and Newell, "The keystroke-level model for user performance time with interactive
systems", Communications of the ACM 23 (1980) 396-410: K a key of an average typist who is no
secretary, P a pointing with the mouse, H a hand that changes between mouse and keys, M a thought
before an act. The model knows no input method: a Chinese character is taken for `KEYS_OF_A_SIGN`
keys (letters of its syllable and a share of the choice), which is our assumption, not theirs.
"""

from dataclasses import dataclass, field

from playwright.sync_api import Page

K, P, H, M = 0.28, 1.10, 0.40, 1.35
KEYS_OF_A_SIGN = 3.5
_ASCII = 128
_MOST_TABS = 60
#: Milliseconds from leaving a page to the next one's last style and script.
_WAITED = "() => performance.getEntriesByType('navigation')[0].duration"


@dataclass(slots=True)
class Hand:
    """Acts on the page for real and counts; the page's answers are measured, in seconds."""

    page: Page
    keys: float = 0
    points: int = 0
    homings: int = 0
    thoughts: int = 0
    waited: float = 0
    on_mouse: bool = field(default=True)

    def click(self, selector: str, *, leads: bool = True) -> None:
        """A thought, a pointing, a press; `leads` where a page answers, and is waited for."""
        self._to(mouse=True)
        self.thoughts += 1
        self.points += 1
        self.keys += 1
        found = self.page.locator(selector).first
        if not leads:
            found.click()
            return
        with self.page.expect_navigation(wait_until="load"):
            found.click()
        self._answered()

    def press(self, *keys: str, leads: bool = False) -> None:
        """One thought, then these keys."""
        self._to(mouse=False)
        self.thoughts += 1
        self.keys += len(keys)
        if not leads:
            for key in keys:
                self.page.keyboard.press(key)
            return
        with self.page.expect_navigation(wait_until="load"):
            for key in keys:
                self.page.keyboard.press(key)
        self._answered()

    def tab_to(self, selector: str) -> None:
        """As many Tab keys as the page asks for; no thought of its own."""
        self._to(mouse=False)
        for _ in range(_MOST_TABS):
            if self.page.evaluate("s => document.activeElement.matches(s)", selector):
                return
            self.page.keyboard.press("Tab")
            self.keys += 1
        raise LookupError(selector)

    def write(self, text: str) -> None:
        """A thought, then the text where the focus stands."""
        self._to(mouse=False)
        self.thoughts += 1
        self.keys += sum(1 if ord(sign) < _ASCII else KEYS_OF_A_SIGN for sign in text)
        self.page.keyboard.insert_text(text)

    def day(self, year: int, month: int, day: int) -> None:
        """A date into the browser's own field: its parts are typed, the arrow ends the year."""
        self._to(mouse=False)
        self.thoughts += 1
        self.keys += 9
        self.page.keyboard.type(f"{year}")
        self.page.keyboard.press("ArrowRight")
        self.page.keyboard.type(f"{month:02}{day:02}")

    def file(self, selector: str, path: str) -> None:
        """The system's own window, which no test opens: two pointings and a double click."""
        self._to(mouse=True)
        self.thoughts += 2
        self.points += 2
        self.keys += 3
        self.page.set_input_files(selector, path)

    @property
    def seconds(self) -> float:
        """The estimate, the page's answers included."""
        acted = self.keys * K + self.points * P + self.homings * H + self.thoughts * M
        return acted + self.waited

    def _to(self, *, mouse: bool) -> None:
        self.homings += self.on_mouse != mouse
        self.on_mouse = mouse

    def _answered(self) -> None:
        self.waited += float(self.page.evaluate(_WAITED)) / 1000
