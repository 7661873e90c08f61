"""Numbers in the text: where they stand, what they are worth, how exactly they are meant.

The anchor is the digit (or a number word before a counted noun). Numbers that count nothing, such as ordinals,
ages, durations and labels, are left out here; dates and the numbers of acts are passed in as ``taken``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex
from msgspec import Struct

from ..language.anchors import Anchored, OneOf
from ..language.numerals import decimal_value, scale_value, scaled, spelt_value
from ..language.text import Span, Text
from ..lexicon.loader import load, pattern_of, source_of
from ..records import Qualifier

__all__ = ["NumberMention", "find_numbers"]

_LOOK_BACK = 40
_LOOK_AHEAD = 120
_PARTS = 10  # zones have fewer
_YEARS = range(1900, 2101)
_LONGEST = 24  # characters: with more digits it is a code, or nothing


class NumberMention(Struct, frozen=True):
    """A number that may count something: ``span`` covers its digits, scale and percent sign.

    ``qualified`` takes in the words that qualify it, ``whole`` is the second number of "3/5 cụm", ``second`` the
    digits of one that stands there, though it may be exceeded; ``threshold`` says that "trở lên" or "trở xuống"
    stands behind.
    """

    span: Span
    qualified: Span
    value: int | float
    value_to: int | float | None = None
    whole: int | float | None = None
    second: Span | None = None
    percent: bool = False
    spelt: bool = False
    scaled: bool = False
    threshold: bool = False
    qualifier: Qualifier = Qualifier.EXACT

    @property
    def is_bound(self) -> bool:
        """Whether it says how many there are at least or at most."""
        return self.qualifier in (Qualifier.AT_LEAST, Qualifier.AT_MOST)


def find_numbers(text: Text, taken: Iterable[Span] = ()) -> tuple[NumberMention, ...]:
    """The numbers that may count something, in the order of the text.

    ``taken`` are spans that other finders hold (dates, acts): a number that touches one is left out.

    >>> [n.value for n in find_numbers(Text.plain("Lần thứ 12, kết nạp 1.250 đoàn viên trong 3 năm, đạt 99,5%"))]
    [1250, 99.5]
    >>> [(n.value, n.value_to) for n in find_numbers(Text.plain("từ 700.000 đến 1,2 triệu đồng"))]
    [(700000, 1200000)]
    """
    taken = list(taken)
    found = list(_in_digits(text, _Occupied(taken)))
    found += _spelt_out(text, _Occupied(taken), _Occupied(number.span for number in found))
    return tuple(sorted(found, key=lambda number: number.span))


class _Occupied:
    """Sorted spans that answer in one step of a merge whether another touches them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._next = 0

    def touches(self, span: Span) -> bool:
        """Asked for spans in rising order."""
        spans = self._spans
        while self._next < len(spans) and spans[self._next].end <= span.start:
            self._next += 1
        return any(other.overlaps(span) for other in spans[self._next : self._next + 2])


def _in_digits(text: Text, occupied: _Occupied) -> Iterator[NumberMention]:
    lexicon = load("numbers")
    for found in lexicon.pattern("number").finditer(text.lower):
        if occupied.touches(Span(*found.span())):
            continue
        number = _digit_number(text, found)
        if number is not None and not _counts_nothing(text, number):
            yield number


def _digit_number(text: Text, found: regex.Match[str]) -> NumberMention | None:
    if max(len(found[group] or "") for group in ("value", "value_to", "whole")) > _LONGEST:
        return None
    percent = found["percent"] is not None
    measured = percent or found["scale"] is not None or _unit_follows(text, found.end())
    factor = scale_value(found["scale"])
    value = scaled(decimal_value(found["value"], measured=measured), factor)
    if found["more"]:
        value += int(found["more"]) * scale_value(found["more_scale"])
    if found["half"]:
        value += factor // 2
    value_to: int | float | None = None
    end, to_factor = found.end(), 1
    if found["value_to"]:
        to_factor = scale_value(found["scale_to"])
        value_to = scaled(decimal_value(found["value_to"], measured=measured or to_factor > 1), to_factor)
        if factor == 1 and value < value_to / to_factor and not found["glued"]:
            value = scaled(decimal_value(found["value"], measured=True), to_factor)  # "150-350 triệu"
        if value >= value_to:
            return None  # a score, a code: "3-1"
    span = Span(found.start(), end)
    whole = decimal_value(found["whole"]) if found["whole"] else None
    if whole is not None and value > whole:
        if not _noun_follows(text, end):
            return None  # a day, a score
        whole = None  # "kết nạp 650/500 đoàn viên": more than the target
    qualifier, start, threshold = _qualifier(text, span)
    if qualifier is Qualifier.EXACT and factor > 1 and not percent:
        passed = pattern_of("numbers", "over_if_large").match(text.lower, max(0, start - _LOOK_BACK), start)
        qualifier, start = (Qualifier.OVER, passed.start()) if passed else (qualifier, start)
    return NumberMention(
        span,
        Span(start, end),
        value,
        value_to,
        whole,
        Span(*found.span("whole")) if found["whole"] else None,
        percent,
        scaled=max(factor, to_factor) > 1 or "." in found["value"],
        threshold=threshold,
        qualifier=qualifier,
    )


def _unit_follows(text: Text, position: int) -> bool:
    return pattern_of("numbers", "unit_of_measurement").match(text.lower, position) is not None


@Anchored
def _spelt_numbers() -> OneOf:
    return OneOf([source_of("numbers", "spelt_number")])


def _spelt_out(text: Text, *occupied: _Occupied) -> Iterator[NumberMention]:
    lexicon = load("numbers")
    for found in _spelt_numbers.finditer(text.words):
        span = Span(*found.span())
        if any(others.touches(span) for others in occupied):
            continue
        value = spelt_value(found["big"] or found["spelt"])
        qualifier, start, threshold = _qualifier(text, span)
        if value == 1 and qualifier in (Qualifier.EXACT, Qualifier.OVER):
            continue  # "một" is an article unless something insists on the number; "trên một …" is "on a …"
        if lexicon.pattern("spelt_label_before").match(text.lower, max(0, span.start - _LOOK_BACK), span.start):
            continue
        number = NumberMention(span, Span(start, span.end), value, spelt=True, threshold=threshold, qualifier=qualifier)
        if not _counts_nothing(text, number):
            yield number


def _qualifier(text: Text, span: Span) -> tuple[Qualifier, int, bool]:
    """How exactly the number is meant, where the words that say so begin, and whether it is a threshold."""
    lexicon, lower = load("numbers"), text.lower
    low, high = max(0, span.start - _LOOK_BACK), span.end + _LOOK_AHEAD
    or_more = lexicon.pattern("or_more").match(lower, span.end, high) is not None
    for qualifier in (Qualifier.AT_LEAST, Qualifier.AT_MOST, Qualifier.OVER, Qualifier.NEARLY, Qualifier.ABOUT):
        found = lexicon.pattern(qualifier.value).match(lower, low, span.start)
        if found:
            return qualifier, found.start(), or_more
    if or_more:
        return Qualifier.AT_LEAST, span.start, True
    is_from = lexicon.pattern("from_before").match(lower, low, span.start)
    if is_from and lexicon.pattern("up_later").match(lower, span.end, high):
        return Qualifier.AT_LEAST, span.start, False  # "từ 80% CĐCS ... trở lên"
    if lexicon.pattern("or_less").match(lower, span.end, high):
        return Qualifier.AT_MOST, span.start, True
    return Qualifier.EXACT, span.start, False


def _counts_nothing(text: Text, number: NumberMention) -> bool:
    lexicon = load("numbers")
    span, lower = number.span, text.lower
    if lexicon.pattern("rank_behind").match(lower, span.end) or lexicon.pattern("version").match(lower, span.start):
        return True
    if number.percent:
        return False
    if lexicon.pattern("measure_of_time").match(lower, span.end):
        return True
    digits = lower[span.start : span.end]
    is_written = number.spelt or any(map(str.isalpha, digits))  # "mỗi năm 600 tỷ đồng": no label takes a scale
    is_written = is_written or lexicon.pattern("measured").match(lower, span.end) is not None
    if not is_written and lexicon.pattern("label_before").match(lower, max(0, span.start - _LOOK_BACK), span.start):
        return not lexicon.pattern("label_is_a_noun").match(lower, max(0, span.start - _LOOK_BACK), span.start)
    if digits.startswith("0") and digits.isdigit() and len(digits) > 2:
        return True  # a telephone number or a code
    if number.value < _PARTS and lexicon.pattern("zone_before").match(
        text.folded, max(0, span.start - _LOOK_BACK), span.start
    ):
        return not lexicon.pattern("head_noun_follows").match(lower, span.end)
    if _starts_a_list_item(text, span):
        return True
    return (
        number.value in _YEARS
        and digits.isdigit()
        and not pattern_of("numbers", "head_noun_follows").match(text.lower, span.end)
    )


def _starts_a_list_item(text: Text, span: Span) -> bool:
    sentence = text.sentence_around(span.start)
    return span.start == sentence.start and text.lower[span.end : span.end + 1] in (".", ")", "/")


def _noun_follows(text: Text, position: int) -> bool:
    return pattern_of("numbers", "noun_follows").match(text.lower, position) is not None
