"""Which measure a quantity is of: its unit's class, and what is done with it nearby.

A cue is a verb or noun of ``cues.toml``. Around a number the cheapest cue that makes a measure together with the
unit's class wins (``measures.toml``); the cost is the distance in characters, raised by what stands between (a
semicolon, a comma, a number of something else) and on the right, because Vietnamese puts the verb in front. Where no
cue fits, the same noun counted shortly before lends its measure; then the unit speaks for itself; then it is ``other``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

import regex

from ..language.text import Span, Text
from ..lexicon.loader import Entry, Lexicon, load
from ..mentions.quantities import Quantity

__all__ = ["Cue", "Measures", "builtin_measures", "user_measures"]

OTHER = "other"
_COST_OF = MappingProxyType({";": 120, ",": 14})
_COST_OF_NUMBER = 30
_COST_OF_RIGHT = 12
_COST_OF_VAGUE = MappingProxyType({"have": 30, "attend": 25, "send": 30, "total": 15})
_FARTHEST = 150
_COMPANION = 130  # how far the second cue of a rule may be
_GAP = 60  # the longest way from an event's number to that of its people
_MEMORY = 1  # sentences over which a noun counted before lends its measure
_LONG_MEMORY = 6  # the same for a bare classifier: "8 vụ"
_PEOPLE = frozenset({"member", "worker", "person", "officer", "trainee", "attendance", "delegate"})
STOCKS = MappingProxyType(
    {
        "worker": "workers_total",
        "member": "members_total",
        "union": "unions_total",
        "enterprise": "enterprises_total",
        "officer": "officials_total",
    }
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in the text and the class it belongs to."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure and the cue that told it, if one did."""

    measure: str
    cue: Cue | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of ``measures.toml``."""

    measure: str
    units: frozenset[str]
    cues: frozenset[str]
    companions: frozenset[str]
    near: int


@dataclass(frozen=True, slots=True)
class Measures:
    """All that is needed to tell measures: unit classes, cues and rules, the user's before the library's."""

    unit_classes: tuple[tuple[str, regex.Pattern[str]], ...]
    cue_pattern: regex.Pattern[str]
    rules: tuple[Rule, ...]
    units_alone: Mapping[str, str]

    def find_cues(self, text: Text) -> tuple[Cue, ...]:
        """All cues of the text in one pass.

        >>> [cue.name for cue in builtin_measures().find_cues(Text.plain("Kết nạp 12 người, tặng 3 suất quà"))]
        ['admit', 'hand']
        """
        found = self.cue_pattern.finditer(text.lower)
        return tuple(Cue(Span(cue.start(), cue.end()), cue.lastgroup or "") for cue in found)

    def of(self, quantities: Sequence[Quantity], text: Text) -> tuple[Measured, ...]:
        """The measures of all quantities of a text, in their order.

        >>> from baocongdoan.mentions.numbers import find_numbers
        >>> from baocongdoan.mentions.quantities import find_quantities
        >>> text = Text.plain("Kết nạp 120 đoàn viên, thành lập 3 CĐCS và tặng 40 suất quà, đạt 105% kế hoạch")
        >>> [measured.measure for measured in builtin_measures().of(find_quantities(text, find_numbers(text)), text)]
        ['members_admitted', 'unions_founded', 'gifts', 'target_rate']
        """
        cues = self.find_cues(text)
        measures: list[Measured] = []
        for index, quantity in enumerate(quantities):
            measures.append(self._measure(index, quantity, quantities, measures, text, cues))
        return tuple(measures)

    def _measure(
        self,
        index: int,
        quantity: Quantity,
        quantities: Sequence[Quantity],
        measures: Sequence[Measured],
        text: Text,
        cues: Sequence[Cue],
    ) -> Measured:
        if quantity.unit_class == "percent":
            return Measured(_measure_of_percent(quantity, text))
        sentence = text.sentences[text.sentence_at(quantity.number.span.start)]
        ways = sorted(_ways(index, quantities, text, _within(cues, sentence)), key=lambda way: way[1])
        if quantity.number.threshold and quantity.unit_class in STOCKS and not _is_governed(ways):
            return Measured(STOCKS[quantity.unit_class])  # "doanh nghiệp có từ 500 lao động trở lên"
        if quantity.unit_class != "money" and _is_rise(quantity, text):
            return Measured(OTHER)
        told = self._told_by_cue(quantity, ways, text)
        by = told.cue.name if told and told.cue else ""
        if told is None or by in ("have", "attend"):
            lent = _of_the_event(index, quantities, measures, text) or (
                _lent(index, quantities, measures, text) if by != "attend" else None
            )
            if lent is not None:
                return Measured(lent)
        return told or Measured(self.units_alone.get(quantity.unit_class, OTHER))

    def _told_by_cue(self, quantity: Quantity, ways: Sequence[tuple[Cue, float]], text: Text) -> Measured | None:
        near_by = {cue.name for cue, cost in ways if cost <= _COMPANION}
        no_stock = _is_no_stock(quantity, text)
        rules = [
            rule
            for rule in self.rules
            if quantity.unit_class in rule.units
            and (not rule.companions or rule.companions & near_by)
            and not (no_stock and rule.measure in STOCKS.values())
        ]
        for cue, cost in ways:
            for rule in rules:
                if cue.name in rule.cues and cost <= rule.near:
                    return Measured(rule.measure, cue)
        return None


def _measure_of_percent(quantity: Quantity, text: Text) -> str:
    if load("quantities").pattern("rate_of_target").match(text.lower, quantity.number.span.end):
        return "target_rate"
    return OTHER if _is_rise(quantity, text) else "share"


def _is_rise(quantity: Quantity, text: Text) -> bool:
    """Whether the number is a rise, a fall or a gap."""
    start = quantity.number.qualified.start
    return load("quantities").pattern("rise_before").match(text.lower, max(0, start - 60), start) is not None


def _is_no_stock(quantity: Quantity, text: Text) -> bool:
    """Attendances ("lượt đoàn viên"), shares of a whole ("4/37") and places ("tại 9 doanh nghiệp") are no stocks."""
    if quantity.unit_text[:4].lower() == "lượt" or quantity.number.whole is not None:
        return True
    if load("quantities").pattern("some_of_them").match(text.lower, quantity.span.end):
        return True
    start = quantity.number.qualified.start
    return load("quantities").pattern("place_before").match(text.lower, max(0, start - 20), start) is not None


def _is_governed(ways: Sequence[tuple[Cue, float]]) -> bool:
    """Whether a verb stands right in front of the number: "thành lập từ 20 CĐCS trở lên"."""
    return bool(ways) and ways[0][1] <= len(" từ ít nhất ") and ways[0][0].name not in ("have", "total")


def _within(cues: Sequence[Cue], sentence: Span) -> Sequence[Cue]:
    low = bisect_left(cues, sentence.start, key=lambda cue: cue.span.start)
    high = bisect_left(cues, sentence.end, key=lambda cue: cue.span.start)
    return cues[low:high]


def _ways(index: int, quantities: Sequence[Quantity], text: Text, cues: Sequence[Cue]) -> Iterator[tuple[Cue, float]]:
    """The cues of the sentence with the cost of the way to each."""
    quantity = quantities[index]
    start, end = quantity.number.span.start, quantity.number.span.end
    for cue in cues:
        if cue.span.end <= start:
            low, high, cost = cue.span.end, start, 0.0
            between = _others_before(index, quantities, low)
        elif cue.span.start >= end:
            low, high, cost = end, cue.span.start, float(_COST_OF_RIGHT)
            between = _others_behind(index, quantities, high)
        else:
            continue
        cost += high - low + _COST_OF_NUMBER * between
        if not (cue.name == "attend" and cue.span.start <= quantity.span.end + 1 and cue.span.start >= end):
            cost += _COST_OF_VAGUE.get(cue.name, 0)  # "300 công nhân tham dự" is clear enough
        cost += sum(price * text.lower.count(mark, low, high) for mark, price in _COST_OF.items())
        if cost <= _FARTHEST:
            yield cue, cost


def _others_before(index: int, quantities: Sequence[Quantity], low: int) -> int:
    """How many numbers of something else stand between an offset on the left and the quantity."""
    own, count = quantities[index].unit_class, 0
    for other in reversed(quantities[:index]):
        if other.number.span.start < low:
            break
        count += other.unit_class != own
    return count


def _others_behind(index: int, quantities: Sequence[Quantity], high: int) -> int:
    own, count = quantities[index].unit_class, 0
    for other in quantities[index + 1 :]:
        if other.number.span.start >= high:
            break
        count += other.unit_class != own
    return count


def _of_the_event(index: int, quantities: Sequence[Quantity], measures: Sequence[Measured], text: Text) -> str | None:
    """The measure of people who are counted right behind an event: "2 vụ với 318 công nhân"."""
    if index == 0 or quantities[index].unit_class not in _PEOPLE:
        return None
    before, quantity = quantities[index - 1], quantities[index]
    measure: str | None = load("measures").tables["people_behind"].get(measures[index - 1].measure)
    gap = text.lower[before.number.span.end : quantity.number.span.start]
    return measure if measure and len(gap) <= _GAP and ";" not in gap and "." not in gap else None


def _lent(index: int, quantities: Sequence[Quantity], measures: Sequence[Measured], text: Text) -> str | None:
    """The measure of the same noun counted shortly before: "14 vụ ngừng việc …, 8 vụ …"."""
    quantity = quantities[index]
    head = _head(quantity)
    memory = (
        _LONG_MEMORY if quantity.unit_class in ("thing_counted", "copy") and " " not in quantity.unit_text else _MEMORY
    )
    sentence = text.sentence_at(quantity.number.span.start)
    for earlier in range(index - 1, -1, -1):
        other = quantities[earlier]
        if sentence - text.sentence_at(other.number.span.start) > memory:
            return None
        same_kind = other.unit_class == quantity.unit_class or quantity.unit_class == "thing_counted"
        if same_kind and _head(other) == head and measures[earlier].measure not in (OTHER, *STOCKS.values()):
            return measures[earlier].measure
    return None


def _head(quantity: Quantity) -> str:
    words = quantity.unit_text.lower().split()
    return words[1] if len(words) > 1 and words[0] == "lượt" else words[0] if words else ""


@cache
def _measures_of_units() -> Mapping[str, str]:
    entries = load("units").entries
    return MappingProxyType({entry.name: entry.values["measure"] for entry in entries if "measure" in entry.values})


@cache
def builtin_measures() -> Measures:
    """The library's own measures, compiled once a process."""
    return _compiled((), (), (), {})


def user_measures(lexicon: Lexicon) -> Measures:
    """The library's measures with a user's own in front.

    The word lists of the user's file are classes of units or cues: a list that an entry names in ``units`` is a
    class of units, one that it names in ``cues`` a class of cues; the names of the library's own classes may be
    used as well. An entry without ``cues`` gives its measure to its units wherever no cue says otherwise.
    """
    units = {name for entry in lexicon.entries for name in entry.values.get("units", ())}
    cues = {name for entry in lexicon.entries for name in entry.values.get("cues", ())}
    own_units = tuple(
        (name, regex.compile(r"\G(?:lượt )?" + _any_of(words)))
        for name, words in lexicon.lists.items()
        if name in units
    )
    own_cues = tuple((name, _any_of(words)) for name, words in lexicon.lists.items() if name in cues)
    alone = {
        name: entry.values.get("measure", entry.name)
        for entry in lexicon.entries
        if not entry.values.get("cues")
        for name in entry.values.get("units", ())
    }
    return _compiled(own_units, own_cues, lexicon.entries, alone)


def _any_of(words: Sequence[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(regex.escape(word.lower()) for word in longest_first) + r")(?!\p{L})"


def _compiled(
    units: tuple[tuple[str, regex.Pattern[str]], ...],
    cues: tuple[tuple[str, str], ...],
    entries: tuple[Entry, ...],
    alone: Mapping[str, str],
) -> Measures:
    sources = [*cues, *((entry.name, entry.pattern.pattern) for entry in load("cues").entries if entry.pattern)]
    combined = "|".join(f"(?P<{name}>{source})" for name, source in sources)
    return Measures(
        units,
        regex.compile(rf"(?<!\p{{L}})(?:{combined})"),
        tuple(_rule(entry) for entry in (*entries, *load("measures").entries)),
        {**_measures_of_units(), **alone},
    )


def _rule(entry: Entry) -> Rule:
    values = entry.values
    return Rule(
        values.get("measure", entry.name),
        frozenset(values.get("units", ())),
        frozenset(values.get("cues", ())),
        frozenset(values.get("with", ())),
        values.get("near", _FARTHEST),
    )
