"""The units in which tools count offsets; apart from what counts in them, for the command line names them at once."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Unit"]


class Unit(StrEnum):
    """What an offset counts.

    A Vietnamese letter in NFC is one of each; an emoji is one code point or more, and two or more UTF-16 code units.
    """

    CODE_POINTS = "code-points"
    UTF_16 = "utf-16"
    GRAPHEMES = "graphemes"
