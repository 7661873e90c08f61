"""Which measure a quantity is of: its unit's class, and what is done with it nearby.

A cue is a verb or noun of ``cues.toml``. Around a number the cheapest cue that makes a measure together with the
unit's class wins (``measures.toml``); the cost is the distance in characters, raised by what stands between (a
semicolon, a comma, a number of something else) and on the right, because Vietnamese puts the verb in front. Where no
cue fits, a neighbouring count lends its measure; then the unit speaks for itself; then it is ``other``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType

from msgspec import Struct

from ...language.text import Span, Text
from ...lexicon.loader import pattern_of, word_set, words
from ...mentions.quantities import Quantity
from ..grounds import MeasureBy
from .lent import SHORT_FORM, Lenders
from .measure_rules import OTHER, STOCKS, MeasureRules
from .rates import Rates, is_rise, stands_before
from .stocks import PEOPLE, is_no_stock, is_size_of_a_firm

__all__ = ["Cue", "Measured", "find_cues", "measured"]

_COST_OF = MappingProxyType({";": 120, ",": 14})
_COST_OF_NUMBER = 30
_COST_OF_RIGHT = 12
_COST_OF_VAGUE = MappingProxyType(
    {"have": 30, "with": 30, "attend": 25, "along": 25, "send": 30, "total": 15, "represent": 15, "of": 30}
)
_EVENTS_BY_WORDS = (("stoppages", "stopped_work"), ("inspections", "inspected"), ("dialogues", "dialogued"))
_VAGUE = frozenset({"", "have", "with", "attend", "along"})  # what a count beside it tells better
_COST_OF_ATTENDANCE = 26  # "Dự hội nghị có …" reaches to the end of its sentence
_COST_OF_ANSWER = 55  # "Hưởng ứng phong trào, 8 đoàn viên đạt …" tells less than their own verb
_COST_OF_PREDICATE = 28  # a verb in front wins over the noun's own verb, a mere "có" doesn't
_COST_OF_STRIKING = 27  # nor does one in front of a comma: "chê thưởng ít, 3.000 công nhân bỏ xưởng"
_COST_OF_STRIKERS = 20
_AUXILIARIES = len(" cũng đã được ")
_COST_OF_PASSIVE = 90  # "324 gia đình … vừa được nhận …": the subject of a passive may be long
_AIMED_AT = MappingProxyType({"member": "members_admitted", "union": "unions_founded"})
_IN_FRONT = frozenset({"have", "with", "of", "represent", "along"})  # what they govern stands behind them
_OF_STOCKS = frozenset({"have", "total", "represent", "with", "of"})
_JOINED = 60  # how far behind the verb of joining the Party may stand
_FARTHEST = 150
_FRONT = 12  # how far from its sentence's start a verb is at the front
_COMPANION = 130  # how far the second cue of a rule may be
_GOVERNED = len(" từ ít nhất ")  # a verb this near governs the number
_SPOKEN_OF = 600  # code points back in which the event stands that a bare "cuộc" means

_LISTED = 12  # quantities of a list that leave out the noun of its whole


class Cue(Struct, frozen=True):
    """A cue in the text and the class it belongs to."""

    span: Span
    name: str


class Measured(Struct, frozen=True):
    """A measure and what told it: a rule's ``entry`` and its cue, where it was one of those."""

    measure: str
    by: MeasureBy
    cue: Cue | None = None
    entry: str = ""


def find_cues(text: Text, sentences: Iterable[Span], rules: MeasureRules) -> tuple[Cue, ...]:
    """The cues of some sentences, in one pass over each.

    >>> from baocongdoan.facts.measurement.measure_rules import builtin_rules
    >>> text = Text.plain("Kết nạp 12 người, tặng 3 suất quà")
    >>> [cue.name for cue in find_cues(text, text.sentences, builtin_rules())]
    ['admit', 'hand']
    """
    return tuple(
        Cue(Span(cue.start(), cue.end()), cue.lastgroup or "")
        for sentence in sentences
        for cue in rules.cues.finditer(text.words, sentence.start, sentence.end)
    )


def measured(quantities: Sequence[Quantity], text: Text, rules: MeasureRules) -> tuple[Measured, ...]:
    """The measures of all quantities of a text, in their order.

    >>> from baocongdoan.facts.measurement.measure_rules import builtin_rules
    >>> from baocongdoan.mentions.numbers import find_numbers
    >>> from baocongdoan.mentions.quantities import find_quantities
    >>> text = Text.plain("Kết nạp 120 đoàn viên, thành lập 3 CĐCS và tặng 40 suất quà, đạt 105% kế hoạch")
    >>> [found.measure for found in measured(find_quantities(text, find_numbers(text)), text, builtin_rules())]
    ['members_admitted', 'unions_founded', 'gifts', 'target_rate']
    """
    reading = _Reading(quantities, text, rules)
    for index in range(len(quantities)):
        reading.measures.append(reading.measure(index))
    return tuple(reading.measures)


class _Reading:
    """One text's quantities and cues, and the measures told so far."""

    def __init__(self, quantities: Sequence[Quantity], text: Text, rules: MeasureRules) -> None:
        self.measures: list[Measured] = []
        self._quantities = quantities
        self._text = text
        self._rules = rules
        counting = sorted({text.sentence_at(quantity.number.span.start) for quantity in quantities})
        self._cues = find_cues(text, (text.sentences[index] for index in counting), rules)
        self._cue_starts = [cue.span.start for cue in self._cues]
        self._rates = Rates(quantities, self.measures, text)
        self._lenders = Lenders(quantities, self.measures, text, self._is_handed)

    def _of_same_noun(self, index: int) -> int | None:
        """The quantity in front that has the noun which this one leaves out."""
        quantity = self._quantities[index]
        if not _is_elided(quantity):
            return None
        near = range(index - 1, max(index - _LISTED, 0) - 1, -1)
        return next((place for place in near if self._quantities[place].unit == quantity.unit), None)

    def measure(self, index: int) -> Measured:
        quantity = self._quantities[index]
        if quantity.unit_class == "percent":
            return Measured(self._rates.measure(index), MeasureBy.PERCENT)
        if quantity.is_second:
            return self._of_the_pair(index)
        ways = sorted(self._ways(index), key=lambda way: way[1])
        same_noun = self._of_same_noun(index)
        if same_noun is not None and not _is_governed(ways):
            return Measured(self.measures[same_noun].measure, MeasureBy.NEIGHBOUR)  # "193 CĐCS, 94 thuộc khối …"
        if quantity.number.threshold and quantity.unit_class in STOCKS and not _is_governed(ways):
            measure = STOCKS[quantity.unit_class]
            return Measured(measure, MeasureBy.THRESHOLD)  # "doanh nghiệp có từ 500 lao động trở lên"
        if is_size_of_a_firm(self._text, quantity):
            stock, told = STOCKS[quantity.unit_class], self._told_by_cue(quantity, ways)
            by_size = Measured(stock, MeasureBy.THRESHOLD)  # "đơn vị dưới 10 lao động"
            return told if told is not None and told.measure == stock else by_size
        if self._lenders.are_of_a_trade_union(quantity):
            return Measured("members_total", MeasureBy.UNIT)
        is_raised = self._is_raised(quantity)
        if is_raised and _is_elided(quantity) and quantity.unit_class in STOCKS:
            return Measured(STOCKS[quantity.unit_class], MeasureBy.RAISED)  # "số CĐCS tăng lên 118"
        if is_raised and quantity.unit_class not in STOCKS and stands_before(self._text, "raised_total", quantity, 80):
            return Measured(OTHER, MeasureBy.RAISED)  # "nâng tổng số thỏa ước lên 412 bản": all there are, none is new
        if (
            quantity.unit_class != "money"
            and is_rise(self._text, quantity)
            and not is_raised
            and not _is_verb_enough(quantity, ways)
        ):
            return Measured(OTHER, MeasureBy.RISE)
        if not _is_governed(ways) and (praise := self._praise_of_the_exemplary(quantity)) is not None:
            return praise
        if not _is_governed(ways) and self._lenders.found_unions(index):
            return Measured("unions_founded", MeasureBy.UNIT)
        if self._lenders.are_only_places(index):
            return Measured(OTHER, MeasureBy.NEIGHBOUR)
        told = self._told_by_cue(quantity, ways)
        if told is not None and (admitted := self._lenders.of_the_nominees(index, told.measure)) is not None:
            return Measured(admitted, MeasureBy.NEIGHBOUR)
        by = told.cue.name if told and told.cue else ""
        aim = _AIMED_AT.get(quantity.unit_class) if quantity.number.second is not None and by in _VAGUE else None
        if aim is not None and pattern_of("quantities", "of_its_target").match(self._text.lower, quantity.span.end):
            return Measured(aim, MeasureBy.UNIT)  # "thực hiện được 50/100 đoàn viên theo chỉ tiêu"
        lent = self._lenders.lent(index, by) if by in _VAGUE else None
        if by in _VAGUE:
            lent = self._lenders.of_what_was_told(index) or lent
        if by in _VAGUE and lent is None:
            lent = self._lenders.stock_spoken_of(index)
        if by == "total" and index:
            lent = self._lenders.of_the_whole(index)  # "thành lập 203 CĐCS, trong đó có 171 …"
        if lent is not None:
            return Measured(lent, MeasureBy.NEIGHBOUR)
        if (told is None or told.measure == "events") and (spoken_of := self._event_spoken_of(quantity)) is not None:
            return Measured(spoken_of, MeasureBy.UNIT)
        if told is None and quantity.unit_class in STOCKS and stands_before(self._text, "grown_to", quantity, 90):
            return Measured(STOCKS[quantity.unit_class], MeasureBy.RAISED)  # "ban đầu có 40 người, nay đã lên 300 …"
        return told or self._told_by_unit(quantity)

    def _of_the_pair(self, index: int) -> Measured:
        """What the second number counts: the target of a gain ("kết nạp 50/100 đoàn viên"), else all there are."""
        first, unit_class = self.measures[index - 1].measure, self._quantities[index].unit_class
        if first == _AIMED_AT.get(unit_class):
            return Measured(first, MeasureBy.NEIGHBOUR)
        return Measured(STOCKS[unit_class], MeasureBy.UNIT)

    def _told_by_cue(self, quantity: Quantity, ways: Sequence[tuple[Cue, float]]) -> Measured | None:
        near_by = self._companions(quantity, ways)
        no_stock = is_no_stock(self._text, quantity)
        rules = [
            rule
            for rule in self._rules.rules_by_unit.get(quantity.unit_class, ())
            if (not rule.companions or rule.companions & near_by) and not (no_stock and rule.measure in STOCKS.values())
        ]
        joining = {cue.name for cue, cost in ways if cost <= _JOINED}
        sent = any(cue.name == "send" and cost <= _GOVERNED + _COST_OF_VAGUE["send"] for cue, cost in ways)
        if sent and pattern_of("quantities", "goes_to_help").match(self._text.lower, quantity.number.span.end):
            return None  # "cử 5 cán bộ đến hỗ trợ công nhân"
        is_of_party = "join_party" in joining or ("nominate" in joining and "party" in near_by)
        for cue, cost in ways:
            if is_of_party and cue.name in _OF_STOCKS:
                continue  # "tổng cộng 496 đoàn viên … trở thành đảng viên"
            if cue.name == "hand" and self._hands_awards(quantity, cue):
                return Measured("awards", MeasureBy.CUE, cue, "measures.toml: awards")
            for rule in rules:
                if cue.name in rule.cues and cost <= rule.near:
                    return Measured(rule.measure, MeasureBy.CUE, cue, rule.entry)
        return None

    def _companions(self, quantity: Quantity, ways: Sequence[tuple[Cue, float]]) -> set[str]:
        """The classes of the cues near it; behind another "giới thiệu", the Party is that one's."""
        end = quantity.number.span.end
        near = [cue for cue, cost in ways if cost <= _COMPANION]
        proposed = min(
            (cue.span.start for cue in near if cue.name == "nominate" and cue.span.start >= end), default=None
        )
        return {
            cue.name
            for cue in near
            if cue.name != "party"
            or proposed is None
            or cue.span.start < proposed
            or not any(map(str.isdigit, self._text.lower[proposed : cue.span.start]))
        }

    def _praise_of_the_exemplary(self, quantity: Quantity) -> Measured | None:
        """The honour that a long subject ends in: "60 công nhân tiêu biểu cùng 9 … đã được công đoàn tuyên dương"."""
        end = quantity.number.span.end
        is_praised = quantity.unit_class in PEOPLE or quantity.unit_class == "group"
        if not is_praised or not pattern_of("quantities", "exemplary").match(self._text.lower, end):
            return None
        sentence = self._text.sentence_around(end)
        for cue in self._cues[bisect_left(self._cue_starts, end) : bisect_left(self._cue_starts, sentence.end)]:
            if ";" in self._text.lower[end : cue.span.start]:
                return None
            if cue.name == "honour":
                return Measured("awards", MeasureBy.CUE, cue, "measures.toml: awards")
        return None

    def _hands_awards(self, quantity: Quantity, cue: Cue) -> bool:
        """Whether what is handed to the people counted is named in front, and an honour: "Kỷ niệm chương được trao cho
        14 cán bộ"."""
        if quantity.unit_class not in PEOPLE or cue.span.end > quantity.number.span.start:
            return False
        between = self._text.lower[cue.span.end : quantity.number.qualified.start]
        sentence = self._text.sentence_around(cue.span.start)
        honour, given_too = pattern_of("quantities", "honour_in_front"), pattern_of("quantities", "given_to_groups_and")
        return (
            between.strip() in word_set("quantities", "given_to") or given_too.fullmatch(between) is not None
        ) and honour.search(
            self._text.lower, max(sentence.start, cue.span.start - _FARTHEST), cue.span.start
        ) is not None

    def _told_by_unit(self, quantity: Quantity) -> Measured:
        measure = self._rules.alone.get(quantity.unit_class)
        is_thing = quantity.unit_class == "thing"
        if is_thing and pattern_of("quantities", "to_people").match(self._text.lower, quantity.span.end):
            return Measured("gifts", MeasureBy.UNIT)  # a headline: "LĐLĐ huyện: 90 đôi giày cho công nhân nghèo"
        return Measured(OTHER, MeasureBy.NOTHING) if measure is None else Measured(measure, MeasureBy.UNIT)

    # --- rises and stocks ---------------------------------------------------------------------------------------

    def _is_raised(self, quantity: Quantity) -> bool:
        """Whether something rose or fell to the number, not by it."""
        between = self._text.lower[max(0, quantity.number.span.start - _AUXILIARIES) : quantity.number.span.start]
        if between.endswith((" lên ", " còn ", " lên đến ", " lên tới ")):
            return True
        if between.endswith(" từ ") and pattern_of("quantities", "changes_to").match(
            self._text.lower, quantity.number.span.end
        ):
            return True  # "số cán bộ giảm từ 90 xuống 42": the old figure counts what the new one does
        return stands_before(self._text, "surpasses", quantity, 90)

    def _event_spoken_of(self, quantity: Quantity) -> str | None:
        """The measure of a bare "cuộc" or "vụ": stoppages, inspections or dialogues, where the words before speak of
        those."""
        noun, _, kind = quantity.unit_text.lower().partition(" ")
        if noun not in words("quantities", "bare_events") or kind not in ("", *words("quantities", "kinds_of_event")):
            return None
        position = quantity.number.span.start
        index = self._text.sentence_at(position)
        low = max(
            self._text.sentences[max(0, index - 1)].start, self._text.paragraph_start(position), position - _SPOKEN_OF
        )
        told = {
            found.end(): measure
            for measure, name in _EVENTS_BY_WORDS
            for found in pattern_of("quantities", name).finditer(self._text.lower, low, position)
        }
        return told[max(told)] if told else None

    # --- the way to a cue -------------------------------------------------------------------------------------------

    def _ways(self, index: int) -> Iterator[tuple[Cue, float]]:
        """The cues of the quantity's sentence with the cost of the way to each."""
        quantity = self._quantities[index]
        start, end = quantity.number.span.start, quantity.number.span.end
        sentence = self._text.sentence_around(start)
        reach = _FARTHEST if start - sentence.start > _FRONT else 2 * _FARTHEST
        nearest = (max(sentence.start, start - _FARTHEST), min(sentence.end, end + reach))
        first, last = (bisect_left(self._cue_starts, position) for position in nearest)
        for cue in self._cues[first:last]:
            if cue.span.end <= start:
                cost = self._cost(index, cue.span.end, start)
            elif cue.span.start >= end and cue.name not in _IN_FRONT:
                if self._is_predicate(quantity, cue):
                    is_passive = self._text.lower.endswith("được ", end, cue.span.start)
                    own = self._cost_of_striking(quantity, cue) if cue.name == "strike" else _COST_OF_PREDICATE
                    yield cue, _COST_OF_RIGHT if is_passive else own
                    continue
                cost = self._cost(index, end, cue.span.start) + _COST_OF_RIGHT
                if start - sentence.start <= _FRONT and self._text.lower.endswith("được ", end, cue.span.start):
                    cost = min(cost, _COST_OF_PASSIVE)
                cost += _COST_OF_NUMBER * self._governs_the_next(index, cue)
            else:
                continue
            cost += _COST_OF_VAGUE.get(cue.name, 0)
            if cost <= _FARTHEST:
                yield cue, cost
        front = bisect_left(self._cue_starts, sentence.start)
        for cue in self._cues[front : front + 2]:
            is_counted = (
                self._text.lower[max(0, cue.span.start - 2) : cue.span.start].strip().isdigit()
            )  # "Kiểm tra 28 cuộc, phát hiện 5 đơn vị"
            at_front = cue.span.end <= start and cue.span.start - sentence.start <= _FRONT
            if cue.name == "attend" and at_front and not is_counted:
                is_answer = self._text.lower.startswith(words("quantities", "answers"), cue.span.start)
                yield cue, _COST_OF_ANSWER if is_answer else _COST_OF_ATTENDANCE

    def _cost_of_striking(self, quantity: Quantity, cue: Cue) -> int:
        """What a strike behind its people costs; "công nhân đình công" are hardly anything else."""
        return _COST_OF_STRIKERS if cue.span.start <= quantity.span.end + 1 else _COST_OF_STRIKING

    def _governs_the_next(self, index: int, cue: Cue) -> bool:
        """Whether the next number stands right behind the cue: "trồng 2.300 cây xanh và trao 50 suất quà"."""
        if index + 1 == len(self._quantities) or cue.name == "total":
            return False  # "có 1.900 doanh nghiệp, sử dụng 80.000 lao động": all of them do
        return 0 <= self._quantities[index + 1].number.qualified.start - cue.span.end <= _GOVERNED

    def _is_predicate(self, quantity: Quantity, cue: Cue) -> bool:
        """Whether the cue is the verb of the counted noun: "300 công nhân tham dự", "6 đoàn viên đã được kết nạp"."""
        between = SHORT_FORM.sub("", self._text.lower[quantity.span.end : cue.span.start])
        if len(between) <= _AUXILIARIES and set(between.split()) <= set(words("quantities", "auxiliaries")):
            return True
        return pattern_of("quantities", "subject_goes_on").fullmatch(between) is not None

    def _cost(self, index: int, low: int, high: int) -> float:
        marks = sum(price * self._text.lower.count(mark, low, high) for mark, price in _COST_OF.items())
        return high - low + marks + _COST_OF_NUMBER * self._others_between(index, low, high)

    def _others_between(self, index: int, low: int, high: int) -> int:
        """How many numbers of something else stand between the quantity and the other end of the way."""
        own, count = self._quantities[index].unit_class, 0
        step = -1 if high <= self._quantities[index].number.span.start else 1
        other = index + step
        while 0 <= other < len(self._quantities) and low <= self._quantities[other].number.span.start < high:
            count += self._quantities[other].unit_class != own
            other += step
        return count

    def _is_handed(self, index: int) -> bool:
        """Whether "trao", "tặng" or their like stand right in front."""
        ways = (way for way in self._ways(index) if way[0].name == "hand")
        return any(cost <= _GOVERNED for _, cost in ways)


def _is_elided(quantity: Quantity) -> bool:
    """Whether the noun stands in front of the number, which has none of its own."""
    return quantity.unit is not None and quantity.unit.start < quantity.number.span.start


def _is_verb_enough(quantity: Quantity, ways: Sequence[tuple[Cue, float]]) -> bool:
    """Whether a number behind a word of rising is none: "trừ lương 300 công nhân ngừng việc", "vượt mức 900 …"."""
    if not ways:
        return False
    cue, cost = ways[0]
    if cue.name == "strike":  # "1 vụ ngừng việc, giảm 3 vụ": events fall in number, people strike
        return quantity.unit_class in PEOPLE and cost <= _COST_OF_STRIKING
    is_gain = cue.name == "gain" and quantity.unit_class in ("member", "union")  # "tăng thêm 9.310 đoàn viên"
    is_cheaper = cue.name == "help" and quantity.unit_class in PEOPLE  # "giảm giá cho 300 đoàn viên"
    return (cue.name == "assigned" or is_gain or is_cheaper) and cost <= _GOVERNED


def _is_governed(ways: Sequence[tuple[Cue, float]]) -> bool:
    """Whether a verb stands right in front of the number: "thành lập từ 20 CĐCS trở lên"."""
    return bool(ways) and ways[0][1] <= _GOVERNED and ways[0][0].name not in _OF_STOCKS
