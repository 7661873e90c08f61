"""Where the subject of an act ends: a title in running text has no closing mark of its own.

The stops are looked for in one pass; each kind of stop has its own reason for being passed over (a comma inside a
list, a quotation mark that opens one).
"""

from __future__ import annotations

from enum import Enum
from functools import partial

from ..language.text import Span, Text
from ..lexicon.loader import pattern_of

__all__ = ["quoted_title", "subject_end"]

_LONGEST = 420  # characters; official titles seldom reach 300
_TITLE = 20  # what stands in quotation marks and is longer is a title, with which the subject ends
_CLAUSE_HEAD = 40  # how far into the stretch behind a comma its main verb may stand


_pattern = partial(pattern_of, "documents")


def subject_end(text: Text, start: int, limit: int, *, sentence: int, citation: int) -> int:
    """The offset at which the subject that starts at ``start`` ends, at the latest at ``limit``.

    ``sentence`` and ``citation`` are the offsets of the sentence and of the citation in it: a citation in a fronted
    phrase ("Thực hiện Kế hoạch …, LĐLĐ tỉnh …") is followed by a main clause behind a comma.

    >>> text = Text.plain("Nghị định 9/2020/NĐ-CP về an toàn, vệ sinh lao động, nhằm bảo vệ công nhân")
    >>> text.raw[26 : subject_end(text, 26, 73, sentence=0, citation=0)]
    'an toàn, vệ sinh lao động'
    """
    limit = min(limit, start + _LONGEST)
    place = _place(text, sentence, citation)
    if place is _Place.SUBJECT and (verb := _pattern("own_verb").search(text.lower, start, limit)):
        limit = verb.start()
    opened: int | None = None
    for stop in _pattern("subject_stop").finditer(text.lower, start, limit):
        mark = stop[0]
        if mark == '"':
            if opened is not None:
                if stop.start() - opened > _TITLE and _pattern("and").match(text.lower, stop.end(), limit):
                    return stop.end()
                opened = None
            elif _opens(text.lower, stop.start(), limit):
                opened = stop.start()
            else:
                return _trimmed(text, start, stop.start())
            continue
        if opened is not None and mark != "\n":
            continue
        if mark[0] == "," and _goes_on(text, stop.end(), limit, place=place):
            continue
        return _trimmed(text, start, stop.start())
    return _trimmed(text, start, limit)


def quoted_title(text: Text, opening: int, limit: int) -> Span | None:
    """The title inside the quotation marks of which the first stands at ``opening``.

    >>> text = Text.plain("Đề án “Nhà ở công nhân” được duyệt")
    >>> text.quote(quoted_title(text, 6, 34))
    'Nhà ở công nhân'
    """
    closing = text.lower.find('"', opening + 1, min(limit, opening + _LONGEST))
    return _stripped(text, opening + 1, closing) if closing > opening + 1 else None


class _Place(Enum):
    """Where the citation stands in its sentence: that tells what a comma behind it means."""

    FRONTED = 1  # in a phrase in front of the main clause: "Thực hiện Kế hoạch …, LĐLĐ tỉnh …"
    SUBJECT = 2  # it is the sentence's subject: the main verb is still to come
    INSIDE = 3


def _place(text: Text, sentence: int, citation: int) -> _Place:
    if citation - sentence > _LONGEST:
        return _Place.INSIDE
    lead = text.lower[sentence:citation]
    if _pattern("subject_lead").fullmatch(lead):
        return _Place.SUBJECT
    if _pattern("fronted").match(lead) and not _pattern("main_clause").search(lead):
        return _Place.FRONTED
    return _Place.INSIDE


def _opens(lower: str, mark: int, limit: int) -> bool:
    return lower[mark - 1 : mark] in (" ", "(") and mark + 1 < limit and lower[mark + 1].isalnum()


def _goes_on(text: Text, after: int, limit: int, *, place: _Place) -> bool:
    """Whether the stretch behind a comma is a further part of the title and not a clause of its own."""
    if _pattern("goes_on").match(text.lower, after, limit):
        return True
    if text.folded[after : after + 1].isupper() or _pattern("clause_start").match(text.lower, after, limit):
        return False
    comma = text.lower.find(",", after, limit)
    end = limit if comma < 0 else comma
    marker = _pattern("clause_marker").search(text.lower, after, end)
    if marker and marker.start() < after + _CLAUSE_HEAD and place is not _Place.SUBJECT:
        return False
    before = text.lower[max(after - _CLAUSE_HEAD, 0) : after].rstrip(" ,")
    if _pattern("list_end").search(before) and _pattern("list_goes_on").match(text.lower, after, limit):
        return True
    return not (place is _Place.FRONTED and comma < 0 and not _pattern("and").search(text.lower, after, limit))


def _trimmed(text: Text, start: int, end: int) -> int:
    return _stripped(text, start, end).end


def _stripped(text: Text, start: int, end: int) -> Span:
    while end > start and text.folded[end - 1] in " ,.;:-":
        end -= 1
    while start < end and text.folded[start] == " ":
        start += 1
    return Span(start, end)
