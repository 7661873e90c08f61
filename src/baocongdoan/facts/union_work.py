"""Whether a text is on the work of unions at all."""

from __future__ import annotations

from ..language.anchors import Anchored, OneOf
from ..language.text import Text
from ..lexicon.loader import source_of

__all__ = ["speaks_of_unions"]


@Anchored
def _union_work() -> OneOf:
    return OneOf([source_of("domain", "union_work")])


def speaks_of_unions(text: Text, start: int = 0, end: int | None = None) -> bool:
    """Whether a word that only stands in news on unions begins from one offset on and ends before another.

    >>> text = Text.plain("Đoàn viên nhận quà. Nạn nhân vụ cháy nhận quà.")
    >>> speaks_of_unions(text), speaks_of_unions(text, 20)
    (True, False)
    """
    return any(True for _ in _union_work.finditer(text.words, start, end))
