"""Names that a gloss interrupts: "Công đoàn (CĐ) Khu Kinh tế (KKT) Hải Phòng"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate

from ..language.text import Span, Text, TextLine
from ..lexicon.loader import pattern_of

__all__ = ["without_glosses"]


def without_glosses(text: Text) -> tuple[Text, Callable[[Span], Span]] | None:
    """The text without the abbreviations in brackets that merely repeat a common word before them, where the name goes
    on behind them, and what tells where a span of it stands in the text itself; null where there are none.

    >>> plain, standing = without_glosses(Text.plain("Sáng nay, Công đoàn (CĐ) Khu Kinh tế (KKT) Hoa Mai họp"))
    >>> plain.raw, standing(Span(10, 37))
    ('Sáng nay, Công đoàn Khu Kinh tế Hoa Mai họp', Span(start=10, end=48))
    """
    glosses = [found.span() for found in pattern_of("organisations", "gloss").finditer(text.lower)]
    if not glosses:
        return None
    gone = [0, *accumulate(end - start for start, end in glosses)]
    starts = [
        start - lost for (start, _), lost in zip(glosses, gone, strict=False)
    ]  # where each stood, in what is left

    def standing(span: Span) -> Span:
        first, last = bisect_right(starts, span.start), bisect_right(starts, span.end - 1)
        return Span(span.start + gone[first], span.end + gone[last])

    def left(position: int) -> int:
        return position - gone[bisect_right(ends, position)]

    ends = [end for _, end in glosses]
    kept = [0, *ends]
    raw = "".join(text.raw[low:high] for low, high in zip(kept, [*(start for start, _ in glosses), None], strict=True))
    lines = tuple(
        TextLine(Span(left(line.span.start), left(line.span.end)), line.role, line.line) for line in text.lines
    )
    return Text.of_lines(raw, lines), standing
