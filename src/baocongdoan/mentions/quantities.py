"""Numbers with what they count: the unit behind (or before) a number, its class, and what a price is per."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

import regex
from msgspec import Struct, structs

from ..language.numerals import decimal_value
from ..language.text import Span, Text
from ..lexicon.kept import compiled
from ..lexicon.loader import either, load, pattern_of
from .divided import divided, in_turn, is_bare, may_be_a_part
from .numbers import NumberMention

__all__ = ["Quantity", "find_quantities"]

_LOOK_BACK = 90
_MONEY_SCALE = 1_000_000
_SURELY_MONEY = 1_000_000_000  # nothing else is counted in thousands of millions without a noun of its own
_NAME_NUMBERS = 10  # names of zones and works count no further
_JOINT = 30  # code points from a number to the next one, which has the noun
_ELIDED_WITHIN = 6  # counts back in which the whole stands
_TOLD_TO_BE = frozenset({"member", "worker", "officer", "party_member"})
_MEASURED = frozenset({"percent", "money", "area"})
_PAIRED = frozenset({"union", "member", "worker", "enterprise"})  # of which the second number tells all or a target
_TENTHS = 10  # "9/10 doanh nghiệp" is nine out of ten
_NO_PARTS = _MEASURED | {"thing_counted"}


class Quantity(Struct, frozen=True):
    """A number and the unit it counts.

    ``unit`` is the span of the noun phrase (``None`` for a bare percent or scale), ``unit_class`` the name of an
    entry of ``units.toml`` (``percent``, or ``thing_counted`` where no class fits), ``span`` takes in the number,
    its qualifying words and the head of the unit. ``per`` is what a price is the price of.
    """

    number: NumberMention
    span: Span
    unit: Span | None
    unit_text: str
    unit_class: str
    per: str | None = None
    is_second: bool = False
    """Whether it is the second number of a pair: "50/100 đoàn viên"."""


def find_quantities(
    text: Text, numbers: Iterable[NumberMention], extra: tuple[tuple[str, regex.Pattern[str]], ...] = ()
) -> tuple[Quantity, ...]:
    """The numbers that have something to count, in the order of the text.

    ``extra`` are further unit classes (name and pattern), tried before the library's own.

    >>> from baocongdoan.mentions.numbers import find_numbers
    >>> text = Text.plain("Mở 21 lớp cho 2.596 lượt cán bộ, đoàn viên tại tỉnh, trị giá 5 triệu đồng/lớp")
    >>> [(q.unit_text, q.unit_class, q.per) for q in find_quantities(text, find_numbers(text))]
    [('lớp', 'training_class', None), ('lượt cán bộ, đoàn viên', 'officer', None), ('đồng', 'money', 'lớp')]
    """
    found: list[Quantity] = []
    bare: list[NumberMention] = []
    rest: list[NumberMention] = []  # since the last quantity
    untold: NumberMention | None = None  # whose noun may stand at the next number
    for number in numbers:
        quantity = _quantity(text, number, extra) or _elided(text, number, found)
        if quantity is None:
            untold = number if _is_short(text, number) else untold
            bare += [number] if may_be_a_part(text, number) else []
            rest.append(number)
            continue
        row = in_turn(text, rest, quantity) if rest and quantity.unit is not None else ()
        rest.clear()
        if row:
            found += [_of_kind(other, quantity) for other in row]
        elif untold is not None:
            found += _told_behind(text, untold, quantity)
        untold = None
        found.append(quantity)
        found += _second_of_pair(text, quantity)
    if bare and (parts := [_of_kind(number, whole) for number, whole in divided(text, bare, found)]):
        found = sorted([*found, *parts], key=lambda quantity: quantity.number.span)
    return tuple(found)


def _of_kind(number: NumberMention, other: Quantity) -> Quantity:
    """A number that counts what the other quantity does, without its noun."""
    return Quantity(number, number.qualified, other.unit, other.unit_text, other.unit_class)


@cache
def _unit_classes() -> regex.Pattern[str]:
    return compiled(either(load("units").entries))


def _quantity(text: Text, number: NumberMention, extra: tuple[tuple[str, regex.Pattern[str]], ...]) -> Quantity | None:
    lower = text.lower
    if number.percent:
        return Quantity(number, number.qualified, None, "%", "percent")
    start = number.span.end
    if lower.startswith(" ", start):
        start += 1
    unit_class = unit_class_at(lower, start, extra)
    if lower.startswith("là ", start) and (told := unit_class_at(lower, start + 3, extra)) in _TOLD_TO_BE:
        start, unit_class = start + 3, told  # "trong số này 36.000 là đoàn viên"
    if unit_class in ("money", "area"):
        return _measured(text, number, start, unit_class)
    if pattern_of("quantities", "raised").match(lower, number.span.end):  # "từ 13.000 lên 17.000 đồng"
        return Quantity(number, number.qualified, None, "đồng", "money")
    if number.scaled and number.value >= _MONEY_SCALE and not number.spelt:
        per = pattern_of("quantities", "per_slash").match(lower, number.span.end)
        if per is not None and per[0].lstrip().startswith(("một ", "mỗi ")):  # "2,8 triệu một người"
            return Quantity(
                number, number.qualified, None, "đồng", "money", text.raw[per.start("per") : per.end("per")]
            )
    out_of = pattern_of("quantities", "out_of").match(lower, number.span.end)
    if out_of:  # "1.000 trong số 3.100 công nhân"
        start = out_of.end()
        unit_class = unit_class_at(lower, start, extra)
    aside = pattern_of("quantities", "women_aside").match(lower, number.span.end)
    if aside:  # "4.090 (nữ 2.138) nhà giáo"
        start = aside.end()
        unit_class = unit_class_at(lower, start, extra)
    phrase = _phrase(text, start)
    if phrase is None:
        if number.scaled and number.value >= _MONEY_SCALE and not number.spelt and _is_round(number):
            return _bare_money(text, number)
        return _noun_before(text, number, extra)
    if unit_class == "thing_counted" and number.scaled and number.value >= _SURELY_MONEY:
        return _bare_money(text, number)  # "ôm 9 tỉ bỏ trốn"
    unit_class = _class_in_front(text, number, phrase, extra) or unit_class
    if unit_class == "thing_counted" and _is_of_a_name(text, number, phrase):
        return None
    return Quantity(number, Span(number.qualified.start, phrase.end), phrase, text.quote(phrase), unit_class)


def _bare_money(text: Text, number: NumberMention) -> Quantity:
    """Money whose currency is not told: "gần 3 tỷ"."""
    end = number.span.end
    return Quantity(number, Span(number.qualified.start, end), None, "đồng", "money", _per(text, number, end))


def _is_of_a_name(text: Text, number: NumberMention, phrase: Span) -> bool:
    """Whether the number belongs to a name: "Boeing 737 Max", "khu công nghiệp Tân Hội 2 di dời"."""
    if pattern_of("quantities", "model_name").match(text.folded, phrase.start):
        return True
    start = number.qualified.start
    return number.value < _NAME_NUMBERS and (
        pattern_of("quantities", "name_before").match(text.folded, max(0, start - _LOOK_BACK), start) is not None
    )


def _elided(text: Text, number: NumberMention, before: Sequence[Quantity]) -> Quantity | None:
    """A number of what was counted before it, the noun left out: "24 căn, xây mới (15), 9 thuộc huyện"."""
    figure = _this_figure(text, number)
    is_part = figure is None and _is_part(text, number)
    if figure is None and not is_part and not _is_short(text, number):
        return None
    sentence = text.sentence_at(number.span.start)
    low = text.sentences[max(0, sentence - 1) if figure is not None else sentence].start
    for whole in before[: -_ELIDED_WITHIN - 1 : -1]:
        if whole.number.span.start < low:
            return None
        if whole.unit is None or whole.unit_class in (_NO_PARTS if is_part else _MEASURED):
            continue
        if not is_part or whole.number.value > number.value:
            span = number.qualified if figure is None else Span(figure, number.qualified.end)
            return Quantity(number, span, whole.unit, whole.unit_text, whole.unit_class)
    return None


def _this_figure(text: Text, number: NumberMention) -> int | None:
    """Where "con số này" begins that the number is: "9 CĐCS ra đời; quý sau con số này là 11"."""
    start = number.qualified.start
    if pattern_of("quantities", "clause_ends").match(text.lower, number.span.end) is None:
        return None
    found = pattern_of("quantities", "this_figure").match(text.lower, max(0, start - _LOOK_BACK), start)
    return found.start() if found is not None else None


def _is_part(text: Text, number: NumberMention) -> bool:
    """Whether brackets around the number, or words behind it, make it a part: "(15)", "9 thuộc huyện"."""
    if not is_bare(text, number):
        return False
    behind = pattern_of("quantities", "elided").match(text.lower, number.span.end)
    return behind is not None and (behind[0] != ")" or text.lower.endswith("(", 0, number.span.start))


def _is_short(text: Text, number: NumberMention) -> bool:
    """Whether the number ends its clause behind a verb or "chỉ tiêu": "lập 29 CĐCS, giải thể 4 (kế hoạch: 2)"."""
    if not is_bare(text, number):
        return False
    ends = (pattern_of("quantities", name) for name in ("clause_ends", "and_so_many"))
    if not any(end.match(text.lower, number.span.end) for end in ends):
        return False
    start = number.qualified.start
    return pattern_of("quantities", "short_before").match(text.lower, max(0, start - _LOOK_BACK), start) is not None


def _told_behind(text: Text, number: NumberMention, told: Quantity) -> list[Quantity]:
    """The number whose noun stands at the next one: "giải thể 5, thành lập 8 công đoàn cơ sở"."""
    between = text.lower[number.span.end : told.number.qualified.start]
    if told.unit is None or told.unit_class in _MEASURED or len(between) > _JOINT or "." in between:
        return []
    return [_of_kind(number, told)]


def _second_of_pair(text: Text, quantity: Quantity) -> list[Quantity]:
    """What the second of two numbers counts: "50/100 đoàn viên", "2.400/2.610 CĐCS"; of equal ones it says nothing."""
    digits = quantity.number.second
    if digits is None or quantity.unit is None or quantity.unit_class not in _PAIRED:
        return []
    value = decimal_value(text.lower[digits.start : digits.end])
    if value == quantity.number.value or quantity.unit.start < digits.end:
        return []
    if value <= _TENTHS or pattern_of("quantities", "restricted").match(
        text.lower, quantity.unit.start, quantity.unit.end
    ):
        return []  # "9/10 doanh nghiệp", "5/18 CĐCS đối thoại": only those that do it have a name
    span = Span(digits.start, quantity.span.end)
    number = NumberMention(digits, digits, value)
    return [structs.replace(quantity, number=number, span=span, is_second=True)]


def _is_round(number: NumberMention) -> bool:
    return number.value % 10_000 == 0


def unit_class_at(lower: str, position: int, extra: tuple[tuple[str, regex.Pattern[str]], ...] = ()) -> str:
    """The class of the noun phrase that begins at the position; ``thing_counted`` where none is known."""
    for name, pattern in extra:
        if pattern.match(lower, position):
            return name
    found = _unit_classes().match(lower, position)
    return found.lastgroup or "" if found is not None else "thing_counted"


def _measured(text: Text, number: NumberMention, start: int, unit_class: str) -> Quantity:
    found = pattern_of("units", unit_class).match(text.lower, start)
    end = found.end() if found else start
    unit = Span(start, end)
    return Quantity(
        number, Span(number.qualified.start, end), unit, text.quote(unit), unit_class, _per(text, number, end)
    )


def _phrase(text: Text, start: int) -> Span | None:
    """The noun phrase that begins there, with the nouns that commas add to it."""
    found = pattern_of("quantities", "phrase").match(text.lower, start)
    if found is None:
        return None
    end = found.end()
    more, another_body = pattern_of("quantities", "more"), pattern_of("quantities", "another_body")
    for _ in range(4):
        next_noun = more.match(text.lower, end)
        if next_noun is None or another_body.match(text.folded, end):  # "300 công nhân, Công ty TNHH Sao Mai có 200"
            break
        end = next_noun.end()
    return Span(start, end)


def _per(text: Text, number: NumberMention, end: int) -> str | None:
    behind = pattern_of("quantities", "per_slash").match(text.lower, end)
    if behind:
        return text.raw[behind.start("per") : behind.end("per")]
    sentence = text.sentence_around(number.span.start)
    low = max(sentence.start, number.qualified.start - _LOOK_BACK)
    before = pattern_of("quantities", "per_before").match(text.lower, low, number.qualified.start)
    return text.raw[before.start("per") : before.end("per")] if before else None


def _number_of(text: Text, number: NumberMention) -> regex.Match[str] | None:
    """The "số …" in front of a number, with the noun that it is the number of."""
    sentence = text.sentence_around(number.span.start)
    low = max(sentence.start, number.qualified.start - _LOOK_BACK)
    return pattern_of("quantities", "noun_before").match(text.lower, low, number.qualified.start)


def _class_in_front(
    text: Text, number: NumberMention, phrase: Span, extra: tuple[tuple[str, regex.Pattern[str]], ...]
) -> str | None:
    """The class of the noun in front where the one behind only stands in for it: "số đoàn viên là 96 người"."""
    found = _number_of(text, number)
    if found is None:
        return None
    head, named = text.lower[phrase.start : phrase.end], text.lower[found.start("noun") : found.end("noun")]
    stands_in = pattern_of("quantities", "stands_in").fullmatch(head) is not None or named.split()[0] == head
    return unit_class_at(text.lower, found.start("noun"), extra) if stands_in else None


def _noun_before(
    text: Text, number: NumberMention, extra: tuple[tuple[str, regex.Pattern[str]], ...]
) -> Quantity | None:
    """A number whose noun stands in front: "tổng số lao động … gần 60.000."."""
    found = _number_of(text, number)
    if found is None:
        return None
    unit = Span(found.start("noun"), found.end("noun"))
    return Quantity(
        number,
        Span(found.start(), number.span.end),
        unit,
        text.quote(unit),
        unit_class_at(text.lower, unit.start, extra),
    )
