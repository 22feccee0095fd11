"""A list that may divide a total, weighed only where that decides something."""

import functools
from dataclasses import dataclass

from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.lists import Candidate
from zhunsheng.audit.relate.weigh import partition, score


@dataclass(frozen=True, eq=False)
class Claim:
    """A candidate and what speaks for it, worked out where it is asked for.

    Most candidates neither add up nor have figures that are free, and are never weighed.
    """

    passage: Passage
    candidate: Candidate

    @functools.cached_property
    def anew(self) -> bool:
        """Whether the words say by what the whole is divided, or into how many kinds."""
        return partition(self.passage, self.candidate)

    @functools.cached_property
    def points(self) -> int:
        """What speaks for the list leaving nothing out."""
        return score(self.passage, self.candidate, anew=self.anew)
