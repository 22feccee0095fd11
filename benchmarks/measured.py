"""Timing in turns and printing what came out: whatever is compared meets the same machine."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Series:
    """Seconds of one thing measured several times."""

    seconds: tuple[float, ...]

    @property
    def least(self) -> float:
        return min(self.seconds)

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    def ms(self) -> tuple[str, str]:
        """(least, median) in milliseconds."""
        return f"{self.least * 1000:.1f}", f"{self.median * 1000:.1f}"


def seconds_of(work: Callable[[], object]) -> float:
    """How long one call takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def in_turns(*works: Callable[[], object], times: int = 5) -> tuple[Series, ...]:
    """Each work warmed up once, then all of them in turns."""
    for work in works:
        work()
    rounds = [[seconds_of(work) for work in works] for _ in range(times)]
    return tuple(Series(tuple(column)) for column in zip(*rounds, strict=True))


def show(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table on the terminal."""
    widths = [max(len(line[i]) for line in (head, *rows)) for i in range(len(head))]
    print(f"\n{title}")
    for line in (head, ["-" * w for w in widths], *rows):
        first, *others = (
            c.ljust(w) if i == 0 else c.rjust(w)
            for i, (c, w) in enumerate(zip(line, widths, strict=True))
        )
        print("  " + "  ".join([first, *others]), flush=True)


def verdict(ratio: float, target: float) -> str:
    """The ratio beside its target: `1.08 (≤ 1.2)`, marked where it misses."""
    return f"{ratio:.2f} (≤ {target:g}{'' if ratio <= target else ', MISSED'})"
