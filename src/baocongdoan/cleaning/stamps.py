"""The page's own dates: "Thứ Bảy, 23/06/2018, 10:30", "Ngày đăng: 03/08/2021 | Lượt xem: 12"."""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct

from ..language.fold import fold, lower
from ..lexicon.loader import quick

__all__ = ["Stamp", "read_stamp"]

_LONGEST = 160  # letters; a longer line is no date line
_WORDS_BESIDE = 6  # so many foreign words may stand beside a date: a section's name or an author's

_THREE_NUMBERS = re.compile(r"\d\D{1,9}\d{1,2}\D{1,9}\d\d")  # as every day has, and few other lines
_SEPARATORS = ("|", "•", "·", " - ", " – ", ", ")


class Stamp(Struct, frozen=True):
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
    if len(text) > _LONGEST or not _THREE_NUMBERS.search(text):
        return None
    low = lower(fold(text))
    found = quick("cleaning", "stamp_day").search(low)
    value = _day(found) if found is not None else None
    if found is None or value is None:
        return None
    spans = [found.span()]
    clock = quick("cleaning", "stamp_time").search(low, found.end())
    clock = clock or quick("cleaning", "stamp_time").search(low, 0, found.start())
    if clock is not None:
        spans.append(clock.span())
        hour = int(clock["hour"]) % 24
        if clock["half"] in ("pm", "ch") and hour < 12:
            hour += 12
        value += f"T{hour:02d}:{clock['minute']}:{clock['second'] or '00'}+07:00"
    beside = _beside(text, low, spans)
    label = _label(low)
    if beside and not _is_set_apart(text, low, found.start(), clock is not None or bool(label), beside):
        return None
    return Stamp(value, label, beside)


def _day(found: re.Match[str]) -> str | None:
    """The day of a match, if there is such a day."""
    year, month, day = (
        found[name] or found[f"iso_{name}"] or found[f"told_{name}"] for name in ("year", "month", "day")
    )
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _is_set_apart(text: str, low: str, start: int, labelled: bool, beside: str) -> bool:
    """Whether the date stands beside the other words as on a page's date line, not as in a sentence."""
    if len(beside.split()) > _WORDS_BESIDE or text.rstrip().endswith((".", ";", ":")):
        return False
    if quick("cleaning", "stamp_direction").search(low, 0, start):
        return False
    return labelled or any(mark in text for mark in _SEPARATORS)


def _label(low: str) -> str:
    if quick("cleaning", "stamp_published").search(low):
        return "published"
    return "updated" if quick("cleaning", "stamp_updated").search(low) else ""


def _beside(text: str, low: str, spans: list[tuple[int, int]]) -> str:
    """What is left of the line without date, time, weekday and labels."""
    for start, end in spans:
        text, low = _blanked(text, start, end), _blanked(low, start, end)
    # A second date or time ("08:15 12/3/2024, cập nhật 09:00 12/3/2024") says nothing of its own either.
    for name in ("stamp_day", "stamp_time", "stamp_filler"):
        for found in quick("cleaning", name).finditer(low):
            text = _blanked(text, *found.span())
    return " ".join(text.split())


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]
