"""The page's own dates: "Thứ Bảy, 23/06/2018, 10:30", "Ngày đăng: 03/08/2021 | Lượt xem: 12"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..language.fold import fold, lower
from ..lexicon.loader import load

__all__ = ["Stamp", "read_stamp"]

_LONGEST = 160  # letters; a longer line is no date line
_WORDS_BESIDE = 6  # so many foreign words may stand beside a date: a section's name or an author's

_SEPARATORS = ("|", "•", "·", " - ", " – ", ", ")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date line: ``value`` in ISO 8601, ``label`` "published", "updated" or "", ``beside`` what else it says."""

    value: str
    label: str
    beside: str


def read_stamp(text: str) -> Stamp | None:
    """The date line that the text is, or none.

    Vietnam's offset goes with a time of day; a date alone stays alone.

    >>> read_stamp("Cập nhật lúc 14:05 ngày 07/9/2022 (GMT+7)")
    Stamp(value='2022-09-07T14:05:00+07:00', label='updated', beside='')
    >>> read_stamp("Quan hệ lao động | 20/04/2022")
    Stamp(value='2022-04-20', label='', beside='Quan hệ lao động')
    >>> read_stamp("Ngày 20/04/2022, LĐLĐ tỉnh khai mạc lớp tập huấn cho cán bộ.") is None
    True
    """
    if len(text) > _LONGEST or not any(char.isdigit() for char in text):
        return None
    lexicon, folded = load("cleaning"), fold(text)
    low = lower(folded)
    found = lexicon.pattern("stamp_day").search(low)
    if found is None:
        return None
    year = int(found["year"]) + (2000 if len(found["year"]) == 2 else 0)
    try:
        value = date(year, int(found["month"]), int(found["day"])).isoformat()
    except ValueError:
        return None
    spans = [found.span()]
    clock = lexicon.pattern("stamp_time").search(low, found.end()) or lexicon.pattern("stamp_time").search(
        low, 0, found.start()
    )
    if clock is not None:
        spans.append(clock.span())
        hour = int(clock["hour"]) % 24
        if clock["half"] in ("pm", "ch") and hour < 12:
            hour += 12
        value += f"T{hour:02d}:{clock['minute']}:00+07:00"
    beside = _beside(text, low, spans)
    if beside and not _is_set_apart(text, low, found.start(), clock is not None, beside):
        return None
    return Stamp(value, _label(low), beside)


def _is_set_apart(text: str, low: str, start: int, timed: bool, beside: str) -> bool:
    """Whether the date stands beside the other words as on a page's date line, not as in a sentence."""
    if len(beside.split()) > _WORDS_BESIDE or text.rstrip().endswith((".", ";", ":")):
        return False
    if load("cleaning").pattern("stamp_direction").search(low, 0, start):
        return False
    return timed or bool(_label(low)) or any(mark in text for mark in _SEPARATORS)


def _label(low: str) -> str:
    lexicon = load("cleaning")
    if lexicon.pattern("stamp_published").search(low):
        return "published"
    return "updated" if lexicon.pattern("stamp_updated").search(low) else ""


def _beside(text: str, low: str, spans: list[tuple[int, int]]) -> str:
    """What is left of the line without date, time, weekday and labels."""
    left = list(text)
    for start, end in spans:
        left[start:end] = " " * (end - start)
        low = low[:start] + " " * (end - start) + low[end:]
    # A second date or time ("08:15 12/3/2024, cập nhật 09:00 12/3/2024") says nothing of its own either.
    for name in ("stamp_day", "stamp_time", "stamp_filler"):
        for found in load("cleaning").pattern(name).finditer(low):
            left[found.start() : found.end()] = " " * (found.end() - found.start())
    return " ".join("".join(left).split())
