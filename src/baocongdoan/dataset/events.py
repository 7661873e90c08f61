"""What a build tells while it runs, for whoever shows it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

__all__ = ["Event", "PageSkipped", "PartWritten", "Progress", "Started", "Summary"]


@dataclass(frozen=True, slots=True)
class Started:
    """The work begins: how many bytes of inputs there are, and how many parts the dataset has."""

    bytes: int
    parts: int


@dataclass(frozen=True, slots=True)
class Progress:
    """Some pages more are done: how many in all so far, how many of them skipped, and how many bytes of the inputs are
    behind us."""

    pages: int
    skipped: int
    bytes: int


@dataclass(frozen=True, slots=True)
class PageSkipped:
    """A page, or an input, that was not read; a message of this sort comes once for each."""

    origin: str
    offset: int | None
    unit: str | None
    error: str


@dataclass(frozen=True, slots=True)
class PartWritten:
    """A part is in the dataset, with so many rows in its tables."""

    number: int
    rows: dict[str, int]


@dataclass(slots=True)
class Summary:
    """What came of a build.

    ``new`` counts the pages of this run by what became of them ("article", "duplicate", "skipped"), ``before`` those
    that the dataset knew; ``repeated`` pages were in the inputs more than once. ``near_copies`` are articles of this
    run, ``reasons`` why pages and inputs were skipped in it.
    """

    new: Counter[str] = field(default_factory=Counter)
    before: Counter[str] = field(default_factory=Counter)
    repeated: int = 0
    facts: int = 0
    near_copies: int = 0
    unread: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    lost: int = 0

    @property
    def articles(self) -> int:
        """Pages whose article is in the dataset, whether under their own address or another's."""
        return sum(counted[outcome] for counted in (self.new, self.before) for outcome in ("article", "duplicate"))

    @property
    def skipped(self) -> int:
        """Pages and inputs that were not read, in this run or before."""
        return self.new["skipped"] + self.before["skipped"] + self.unread


Event = Started | Progress | PageSkipped | PartWritten
"""Anything that a build tells."""
