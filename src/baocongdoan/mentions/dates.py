"""Time expressions: where they stand, and what they say before anybody asks which year is meant.

Three steps, each a function of its own: ``_candidates`` runs one combined pattern over the text, ``normalise``
(in ``date_expressions``) turns a match into a typed expression whose parts may be missing, and ``find_dates``
puts the candidates together: figures without a word of time beside them are dropped, "từ A đến B" becomes one
stretch, "đến hết A" a stretch that is open at its start. Resolving against the article is the task of
``facts.temporal.dates``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial

import regex
from msgspec import Struct, structs

from ..language.anchors import Anchored, OneOf
from ..language.text import Span, Text
from ..lexicon.loader import Entry, load, named, pattern_of, words
from ..records import Granularity
from .date_expressions import Expression, Point, normalise

__all__ = ["DateMention", "find_dates"]

_REACH = 72
"""How far left of a candidate its side words and its evidence are looked for, in characters."""


class DateMention(Struct, frozen=True):
    """A time expression in the text: its span, the lexicon entry that found it, and what it says."""

    span: Span
    pattern: str
    expression: Expression


def find_dates(text: Text) -> tuple[DateMention, ...]:
    """The time expressions of a text, in its order, unresolved.

    >>> text = Text.plain("Từ tháng 7 đến tháng 11-2024, đến hết quý I/2025 đạt 3/5 cụm.")
    >>> [text.quote(mention.span) for mention in find_dates(text)]
    ['tháng 7 đến tháng 11-2024', 'đến hết quý I/2025']
    """
    found: list[DateMention] = []
    for candidate in _candidates(text):
        before = found[-1] if found else None
        if _is_date(text, candidate, before):
            joined = _joined(text, before, candidate)
            if joined is None:
                found.append(candidate)
            else:
                found[-1] = joined
    sided = (_with_sides(text, mention) for mention in found)
    return tuple(_without_doubles(text, [mention for mention in sided if not _is_recurring(text, mention)]))


# --- candidates -----------------------------------------------------------------------------------------------


@cache
def _finding_entries() -> dict[str, Entry]:
    return {entry.name: entry for entry in load("dates").entries if "shape" in entry.values}


@Anchored
def _combined() -> OneOf:
    """All finding entries as one pattern; the name of the entry that matched is the name of its group."""
    return OneOf([*map(named, _finding_entries().values())], before=r"(?<![\p{L}\d])(?<!\d[.,/])")


def _candidates(text: Text) -> Iterator[DateMention]:
    entries = _finding_entries()
    for match in _combined.finditer(text.words):
        told = match.groupdict()
        name = next(name for name in entries if told.get(name) is not None)
        if not _has_its_capital(text, entries[name], match):
            continue
        expression = normalise(entries[name], told)
        if expression is not None:
            yield DateMention(_trimmed(text, *match.span()), name, expression)


def _trimmed(text: Text, start: int, end: int) -> Span:
    """Without the bracket or blank that a pattern may have taken along at an end."""
    while end > start and text.lower[end - 1] in " ,":
        end -= 1
    if text.lower[end - 1] == ")" and "(" not in text.lower[start:end]:
        end -= 1
    return Span(start, end)


def _has_its_capital(text: Text, entry: Entry, match: regex.Match[str]) -> bool:
    """Whether a month's name has the capital that tells "tháng Năm" from "tháng năm"; the lunar names need none."""
    group = entry.values.get("capital")
    if group is None or match[group] is None or match[group] in words("dates", "lunar_name"):
        return True
    return text.folded[match.start(group)].isupper() or match[0].startswith("ngày ")


# --- evidence -------------------------------------------------------------------------------------------------


_pattern = partial(pattern_of, "dates")


def _right(text: Text, position: int, reach: int = 24) -> str:
    return text.lower[position : position + reach].partition("\n")[0]


def _between(text: Text, before: DateMention | None, candidate: DateMention) -> str | None:
    """What stands between two neighbouring mentions; nothing where they are too far apart to be linked."""
    if before is None or candidate.span.start - before.span.end > 24:
        return None
    return text.lower[before.span.end : candidate.span.start]


def _is_date(text: Text, candidate: DateMention, before: DateMention | None) -> bool:
    """Whether bare figures are a date: they have a year, a word of time beside them, or a date they continue."""
    values = _finding_entries()[candidate.pattern].values
    if values.get("again"):
        return _is_told_in_full(text, candidate)
    if not values.get("evidence"):
        return True
    left = text.before(candidate.span.start, _REACH)
    if _pattern("no_date_before").search(left):
        return False
    if text.lower.startswith("ngày ", candidate.span.start):
        return True
    point = candidate.expression.last
    if point is not None and point.day is not None and (point.year is not None or point.relation is not None):
        return True
    if _pattern("evidence_strong").search(left):
        return True
    after = _right(text, candidate.span.end)
    if _continues(text, before, candidate, "link_to"):
        return True
    if _continues(text, before, candidate, "link_list") or _pattern("evidence_weak").search(left):
        return _pattern("evidence_after").search(after) is not None
    if left.endswith("(") and after.startswith(")") and "/" in text.quote(candidate.span):
        return True
    return _pattern("evidence_day_named").search(left) is not None


def _is_told_in_full(text: Text, candidate: DateMention) -> bool:
    """Whether "9 tháng" means the months since New Year, as "9 tháng năm 2023" does elsewhere in the text."""
    start, end = candidate.span.start, candidate.span.end
    if not text.lower.endswith(" qua", start, end) and not _pattern("months_before").search(text.before(start, _REACH)):
        return False
    last = candidate.expression.last
    return any(int(told["n"]) == (last and last.month) for told in _pattern("months_in_full").finditer(text.lower))


def _continues(text: Text, before: DateMention | None, candidate: DateMention, link: str) -> bool:
    """Whether the figures go on from a day before them, over a link of that name."""
    gap = _between(text, before, candidate)
    if before is None or gap is None or not _pattern(link).search(gap):
        return False
    last = before.expression.last
    return last is not None and last.day is not None


def _is_recurring(text: Text, mention: DateMention) -> bool:
    return _pattern("recurring_after").search(_right(text, mention.span.end)) is not None


# --- joining and sides ----------------------------------------------------------------------------------------

_JOINED_KINDS = frozenset({Granularity.DAY, Granularity.MONTH, Granularity.QUARTER, Granularity.YEAR})


def _joined(text: Text, before: DateMention | None, candidate: DateMention) -> DateMention | None:
    """The stretch from the mention before to this one, where "đến" or a dash links two points of one kind."""
    gap = _between(text, before, candidate)
    if before is None or gap is None:
        return None
    first, last = before.expression, candidate.expression
    links = _pattern("link_to").search(gap) or (_pattern("link_and").search(gap) and _are_neighbours(first, last))
    if not links or first.first is None or last.last is None or first.is_counted_from_now or last.is_counted_from_now:
        return None
    span = Span(before.span.start, candidate.span.end)
    if before.pattern == "since_new_year" and last.last.month is not None:  # "từ đầu năm đến ngày 15/11/2024"
        span = Span(span.start + text.lower[span.start : span.end].index("đầu"), span.end)
        return DateMention(span, "stretch", Expression(Granularity.RANGE, Point(last.last.year, 1), last.last))
    if not {first.granularity, last.granularity} <= _JOINED_KINDS:
        return None
    if first.granularity != last.granularity:
        opening = _pattern("side_from").search(text.before(before.span.start, _REACH))
        if opening is None or not _is_dated_stretch(first.first, last.last, begins=opening[0].endswith("đầu ")):
            return None
        if opening[0].endswith("đầu "):  # "từ đầu năm 2024 đến ngày 31/8"
            span = Span(span.start - len("đầu "), span.end)
    return DateMention(span, "stretch", Expression(Granularity.RANGE, *_completed(first.first, last.last)))


def _is_dated_stretch(first: Point, last: Point, *, begins: bool) -> bool:
    """Whether both ends of a stretch have their year: "từ 1/7/2016 đến hết năm 2018".

    One that ``begins`` with its year needs no other: it ends in the same; nor does "từ ngày 1/7 đến hết tháng 10".
    """
    if first.year is last.year is None and first.month is not None and last.month is not None:
        return first.relation is last.relation is None and first.month <= last.month
    if first.year is None or (last.year is None and not begins) or last.relation is not None:
        return False
    return last.year is None or first.year <= last.year


def _are_neighbours(first: Expression, last: Expression) -> bool:
    """Whether two months or quarters follow each other: "tháng 7 và tháng 8" is one stretch."""
    if first.granularity != last.granularity or first.granularity not in (Granularity.MONTH, Granularity.QUARTER):
        return False
    if first.last is None or last.first is None or first.last.month is None or last.first.month is None:
        return False
    return first.last.year in (None, last.first.year) and first.last.month + 1 == last.first.month


def _completed(first: Point, last: Point) -> tuple[Point, Point]:
    """The ends of a stretch, each with the year that only the other one tells."""
    turns = first.month is not None and last.month is not None and first.month > last.month
    if first.year is None and last.year is not None:
        first = structs.replace(first, year=last.year - turns)
    elif last.year is None and first.year is not None:
        last = structs.replace(last, year=first.year + turns)
    return first, last


def _with_sides(text: Text, mention: DateMention) -> DateMention:
    """The mention with the word that leaves a side open, if one stands before it."""
    expression = mention.expression
    if expression.granularity not in _JOINED_KINDS and expression.granularity != Granularity.HALF:
        return mention
    left = text.before(mention.span.start, 40)
    start, end = mention.span.start, mention.span.end
    now = _pattern("until_now").search(_right(text, end))
    if now and _pattern("side_since").search(left):  # "từ khi ra mắt vào tháng 7 đến nay"
        opened = Expression(Granularity.RANGE, expression.first, None)
        return DateMention(Span(start, end + now.end()), mention.pattern, opened)
    if found := _pattern("side_from").search(left):
        if now:
            end += now.end()
        opened = Expression(Granularity.RANGE, expression.first, None)
    elif found := _pattern("side_until").search(left):
        if expression.granularity == Granularity.YEAR and _pattern("already_after").search(_right(text, end)):
            return mention
        opened = Expression(Granularity.RANGE, None, expression.last)
    elif found := _edge(left, mention, "side_end"):
        opened = Expression(Granularity.RANGE, None, expression.last)
    elif found := _edge(left, mention, "side_beginning"):
        opened = Expression(Granularity.RANGE, expression.first, None)
    else:
        return mention
    return DateMention(Span(start - len(left) + found.start(), end), mention.pattern, opened)


def _edge(left: str, mention: DateMention, name: str) -> regex.Match[str] | None:
    """ "cuối năm 2024" is open like "đến cuối năm 2024"; the beginning or end of a month is that month."""
    return _pattern(name).search(left) if mention.expression.granularity == Granularity.YEAR else None


def _without_doubles(text: Text, mentions: list[DateMention]) -> Iterator[DateMention]:
    """Of "sáng nay (1.2)" and "thứ Năm tuần trước (5/6)" only the figures are reported: they say it exactly."""
    for position, mention in enumerate(mentions):
        after = mentions[position + 1] if position + 1 < len(mentions) else None
        gap = _between(text, mention, after) if after else None
        if not (mention.expression.is_counted_from_now and gap is not None and gap.strip(" ,-") in ("", "(", "ngày")):
            yield mention
