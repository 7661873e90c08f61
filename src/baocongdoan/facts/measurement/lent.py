"""Measures that counts lend to those beside them: to people behind an event, to parts of a whole, along a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from ...language.text import Span, Text
from ...lexicon.kept import compiled
from ...lexicon.loader import load, pattern_of, words
from ...mentions.quantities import Quantity
from ..grounds import MeasureBy
from .heads import head_of, is_head_of
from .measure_rules import OTHER, STOCKS
from .stocks import BODIES, PEOPLE, are_attendances, is_no_stock, is_restricted

if TYPE_CHECKING:
    from .measures import Measured

__all__ = ["GAINS", "SHORT_FORM", "Lenders"]

_PLACES_OF = MappingProxyType({"inspections": "places_behind", "training_participants": "whose_people"})
_SUBJECT = 120  # code points in front of a number in which its subject stands
_LISTED_GAP = 25  # the longest way from one part of a list to the next
_GAP = 85  # the longest way from an event's number to that of its people
_MEMORY = 1  # sentences over which a noun counted before lends its measure
_LONG_MEMORY = 6  # the same for a bare classifier: "8 vụ"
_EVENTS = frozenset({"stoppages", "inspections", "dialogues"})  # what a bare "cuộc" may be
_LISTED = frozenset({"gifts", "initiatives", "events", "awards"})  # measures of things that come in lists
_FIGURES_BACK = 3  # sentences over which a figure is held against an earlier one
_RANKED = 12  # counts back in which the sum of what is ranked stands
_PER_HEAD = 10  # fewer may be told of each one: "mỗi người thi hơn 2 lượt"
_LISTED_AT_MOST = 60  # counts; in a sentence without end, all before each would take time that grows with their square
_FAR = 600  # code points back in which the word stands that parts or ranks it

GAINS = frozenset({"members_admitted", "unions_founded", "party_nominees", "party_admissions"})
"""Measures of who or what was won."""

SHORT_FORM = compiled(r" ?\([\p{L}&-]{2,12}\)")
"""A short form in brackets behind a noun: "công đoàn cơ sở (CĐCS)"."""

_PRESENT = PEOPLE - {"delegate"}  # guests are present at classes, too
_ATTENDED = frozenset({"stoppages", "training_classes"})
_OF_WHOM = PEOPLE | {"elite_member", "party_member"}


class Lenders:
    """The counts of a text, asked one by one in its order what those in front lend the next one.

    ``told`` are the measures told so far, and grows while they are asked; ``is_handed`` says whether a verb of giving
    governs the count of an index.
    """

    def __init__(
        self, quantities: Sequence[Quantity], told: Sequence[Measured], text: Text, is_handed: Callable[[int], bool]
    ) -> None:
        self._quantities = quantities
        self._told = told
        self._text = text
        self._is_handed = is_handed

    def lent(self, index: int, by: str) -> str | None:
        """The measure lent to the count of an index; ``by`` is the cue that told it so far, "" for none."""
        if index == 0:
            return None
        lent = self._of_the_event(index) or self.of_the_whole(index)
        if lent is None and by in ("", "with"):
            lent = (
                self._of_the_gift(index)
                or self._of_the_list(index)
                or self._of_the_same_noun(index)
                or self._of_the_stock(index)
            )
        return self._of_the_ranking(index) or lent

    def stock_spoken_of(self, index: int) -> str | None:
        """The stock whose noun stands in front: "Tổng số doanh nghiệp của khu hiện là 203 đơn vị"."""
        if not self._quantities[index].unit_text.lower().startswith(words("quantities", "any_people")):
            return None
        start = self._quantities[index].number.qualified.start
        low = max(self._text.sentence_around(start).start, start - _SUBJECT)
        noun = pattern_of("quantities", "stock_spoken_of").match(self._text.lower, low, start)
        return STOCKS[noun.lastgroup] if noun is not None and noun.lastgroup is not None else None

    def _of_the_event(self, index: int) -> str | None:
        """The measure of people who are counted right behind an event: "2 vụ với 318 công nhân"."""
        if self._quantities[index].unit_class not in PEOPLE:
            return None
        measure: str | None = load("measures").tables["people_behind"].get(self._told[index - 1].measure)
        gap = self._gap(self._quantities[index - 1].number.span.end, index)
        return measure if measure and len(gap) <= _GAP and ";" not in gap and "." not in gap else None

    def of_what_was_told(self, index: int) -> str | None:
        """The measure of a figure that is held against one before, and of those present at what was told."""
        return (
            self._of_the_figure_before(index)
            or self._of_what_is_held_with(index)
            or self._of_those_present(index)
            or self._of_those_told_of(index)
        )

    def _of_what_is_held_with(self, index: int) -> str | None:
        """The measure of people with whom a dialogue or a survey is held: "đối thoại giữa lãnh đạo tỉnh với 300 …"."""
        quantity = self._quantities[index]
        if quantity.unit_class not in PEOPLE:
            return None
        start = quantity.number.qualified.start
        low = max(self._text.sentence_around(start).start, start - _SUBJECT)
        if pattern_of("quantities", "talks_with").match(self._text.lower, low, start):
            return "event_participants"
        return OTHER if pattern_of("quantities", "survey_with").match(self._text.lower, low, start) else None

    def _of_those_told_of(self, index: int) -> str | None:
        """The measure of the people told of before, of whom one body's are counted: "Riêng cảng có 9 người"."""
        quantity = self._quantities[index]
        if quantity.unit_text.lower() not in words("quantities", "any_people") or quantity.unit_class not in PEOPLE:
            return None
        start = quantity.number.qualified.start
        at = self._text.sentence_at(start)
        if not pattern_of("quantities", "one_of_them_has").match(
            self._text.lower, self._text.sentences[at].start, start
        ):
            return None
        for earlier in range(index - 1, max(-1, index - _RANKED), -1):
            other, measure = self._quantities[earlier], self._told[earlier].measure
            if at - self._text.sentence_at(other.number.span.start) > _MEMORY:
                return None
            if other.unit_class in PEOPLE or other.unit_class == "honouree":
                return None if measure in (OTHER, *STOCKS.values()) else measure
        return None

    def _attend_it(self, quantity: Quantity, sentence: Span) -> bool:
        """Whether the people counted are those present at what the sentence in front of theirs tells of."""
        lower, start = self._text.lower, quantity.number.qualified.start
        if pattern_of("quantities", "present").match(lower, sentence.start, start):
            return True
        return (
            pattern_of("quantities", "present_front").match(lower, sentence.start, start) is not None
            and pattern_of("quantities", "present_behind").match(lower, quantity.span.end) is not None
        )

    def found_unions(self, index: int) -> bool:
        """Whether places are counted of which each founded a union: "27 nơi thành lập được công đoàn"."""
        quantity = self._quantities[index]
        return (
            quantity.unit_class == "group"
            and pattern_of("quantities", "founds_a_union").match(self._text.lower, quantity.number.span.end) is not None
        )

    def are_only_places(self, index: int) -> bool:
        """Whether these are the places of inspections or trainees in front: "90 cuộc kiểm tra tại 75 đơn vị"."""
        behind = _PLACES_OF.get(self._told[index - 1].measure) if index else None
        if behind is None or self._quantities[index].unit_class not in (*BODIES, "group"):
            return False
        gap = self._gap(self._quantities[index - 1].span.end, index)
        return pattern_of("quantities", behind).fullmatch(gap) is not None

    def are_of_a_trade_union(self, quantity: Quantity) -> bool:
        """Whether they are the members of a union of one trade: "Nghiệp đoàn nghề cá có 126 ngư dân"."""
        if not quantity.unit_text.lower().startswith(words("quantities", "trade_members")):
            return False
        if is_no_stock(self._text, quantity):
            return False
        start = quantity.number.qualified.start
        low = max(self._text.sentence_around(start).start, start - _SUBJECT)
        return (
            pattern_of("quantities", "of_a_trade_union").match(self._text.lower, low, start) is not None
            or pattern_of("quantities", "first_members").match(self._text.lower, quantity.number.span.end) is not None
        )

    def _of_the_figure_before(self, index: int) -> str | None:
        """The measure of the same thing at another time: "24 CĐCS ra đời, trong khi cả năm 2016 chỉ có 22 CĐCS"."""
        quantity = self._quantities[index]
        start = quantity.number.qualified.start
        held = pattern_of("quantities", "held_against").match(self._text.lower, max(0, start - _SUBJECT), start)
        if held is None:
            return None
        sentence = self._text.sentence_at(start)
        for earlier in range(index - 1, max(-1, index - _RANKED), -1):
            other, measure = self._quantities[earlier], self._told[earlier].measure
            if sentence - self._text.sentence_at(other.number.span.start) > _FIGURES_BACK:
                return None
            if _is_held_against(quantity, other) and measure != OTHER:
                return measure
        return None

    def _of_those_present(self, index: int) -> str | None:
        """The measure of who took part in what the sentence before tells of: "Tham dự có 150 cán bộ"."""
        quantity = self._quantities[index]
        if quantity.unit_class not in _PRESENT:
            return None
        start = quantity.number.qualified.start
        at = self._text.sentence_at(start)
        if pattern_of("quantities", "class_draws").match(self._text.lower, self._text.sentences[at].start, start):
            return "training_participants"
        if at == 0:
            return None
        sentence, before = self._text.sentences[at], self._text.sentences[at - 1]
        if index and self._told[index - 1].measure == "stoppages":
            strike = pattern_of("quantities", "one_of_the_strikes").match(self._text.lower, sentence.start, start)
            if strike is not None and self._quantities[index - 1].number.span.start >= before.start:
                return "strikers"
        did = (("signed_up", quantity.span.end, "contest"), ("speaks_up", quantity.number.span.end, "meeting"))
        for behind, end, told_of in did:
            if pattern_of("quantities", behind).match(self._text.lower, end):
                event = pattern_of("quantities", told_of).search(self._text.lower, before.start, start)
                return "event_participants" if event is not None else None
        if pattern_of("quantities", "most_of_the_teams").match(self._text.lower, sentence.start, start):
            return "event_participants"
        if not self._attend_it(quantity, sentence):
            return None
        if index and self._quantities[index - 1].number.span.start >= before.start:
            measure = self._told[index - 1].measure
            if measure in _ATTENDED:
                told: str = load("measures").tables["people_behind"][measure]
                return told
        holds = pattern_of("quantities", "holds_a_class").search(self._text.lower, before.start, before.end)
        return "training_participants" if holds is not None else None

    def of_the_nominees(self, index: int, measure: str) -> str | None:
        """The measure of people without a further noun who are admitted behind those proposed to the Party."""
        if index == 0 or measure != "members_admitted" or not _is_of_those_before(self._quantities[index]):
            return None
        before = self._quantities[index - 1].number.span.start
        if self._text.sentence_at(before) != self._text.sentence_at(self._quantities[index].number.span.start):
            return None
        admitted: str | None = load("measures").tables["admitted_of"].get(self._told[index - 1].measure)
        return admitted

    def of_the_whole(self, index: int) -> str | None:
        """The measure of those of whom some are counted: "286 đoàn viên ưu tú, trong đó có 201 nữ"."""
        before, kind = self._quantities[index - 1], self._quantities[index].unit_class
        same_bodies = before.unit_class in BODIES and kind in (before.unit_class, "group")
        if not same_bodies and (kind not in PEOPLE or before.unit_class not in _OF_WHOM):
            return None
        start = self._quantities[index].number.span.start
        marker = pattern_of("links", "of_which").search(self._text.lower, before.number.span.end, start)
        if marker is not None and ";" in self._text.lower[before.number.span.end : start]:
            return None
        women = pattern_of("quantities", "of_them_women").search(self._text.lower, before.number.span.end, start)
        joined = before.unit_class == "person" and self._gap(before.span.end, index).strip() in ("và", ",", "")
        joined = joined or women is not None or self._goes_on(index)
        whole = self._told[index - 1].measure
        if (marker is None and not joined) or whole == OTHER:
            return None
        return STOCKS.get(kind, whole) if whole in STOCKS.values() else whole

    def _goes_on(self, index: int) -> bool:
        """Whether it is listed behind another part: "67 người dự, gồm 3 phụ huynh, 2 giáo viên, 3 cán bộ"."""
        before = self._quantities[index - 1]
        gap = self._gap(before.span.end, index)
        if self._told[index - 1].by is not MeasureBy.NEIGHBOUR or len(gap) > _LISTED_GAP:
            return False
        sentence = self._text.sentence_around(before.number.span.start)
        low = max(sentence.start, before.number.span.start - _FAR)
        marker = pattern_of("links", "of_which").search(self._text.lower, low, before.number.span.start)
        return marker is not None and "," in gap and not any(mark in gap for mark in ".;:")

    def _of_the_gift(self, index: int) -> str | None:
        """The measure of people for whom things counted before them were: "90 suất quà, 30 vé xe cho 90 …"."""
        if self._quantities[index].unit_class not in PEOPLE:
            return None
        before = self._quantities[index - 1].number.span.start
        start = self._quantities[index].number.qualified.start
        sentence = self._text.sentence_around(start)
        if before < sentence.start or self._told[index - 1].measure not in ("gifts", "amount"):
            return None
        given = pattern_of("quantities", "given_to_people").match(self._text.lower, sentence.start, start)
        return "beneficiaries" if given is not None else None

    def _of_the_stock(self, index: int) -> str | None:
        """The stock of which a part is told: "5.238 đoàn viên, trong đó khối tư nhân 51 CĐCS, 4.612 đoàn viên"."""
        quantity = self._quantities[index]
        measure = STOCKS.get(quantity.unit_class)
        if measure is None or is_no_stock(self._text, quantity):
            return None
        start = quantity.number.span.start
        sentence = self._text.sentence_around(start)
        low = max(sentence.start, start - _FAR)
        marker = pattern_of("links", "of_which").search(self._text.lower, low, start)
        if marker is None:
            return None
        if marker.start() == sentence.start:  # "…, 1.570 đoàn viên. Trong đó: xã A 21 CĐCS; xã B 8 CĐCS"
            low = max(self._text.paragraph_start(start), start - _FAR)
        elif ";" in self._text.lower[marker.end() : start]:
            return None
        before = range(max(0, index - _RANKED), index)
        wholes = [other for other in before if low <= self._quantities[other].number.span.start < marker.start()]
        return measure if any(self._told[other].measure == measure for other in wholes) else None

    def _of_the_ranking(self, index: int) -> str | None:
        """The measure of the sum whose parts are ranked: "Dẫn đầu là LĐLĐ huyện với 2.215 đoàn viên và 12 CĐCS"."""
        quantity = self._quantities[index]
        if quantity.unit_class not in STOCKS:
            return None
        start = quantity.number.span.start
        low = max(self._text.line_around(start).span.start, start - _FAR)
        ranks = pattern_of("quantities", "ranks").search(self._text.lower, low, start)
        if ranks is None:
            return None
        for earlier in range(index - 1, max(-1, index - _RANKED), -1):
            measure = self._told[earlier].measure
            if self._quantities[earlier].unit_class == quantity.unit_class and measure != OTHER:
                return measure if measure in GAINS else None
        return None

    def _of_the_list(self, index: int) -> str | None:
        """What is listed right behind another count: "2.087 CĐCS và 268.400 đoàn viên", "564 đề tài, 175 mô hình"."""
        quantity, before = self._quantities[index], self._told[index - 1].measure
        gap = SHORT_FORM.sub("", self._gap(self._quantities[index - 1].span.end, index)).strip(" ,")
        is_gift_to_others = before == "gifts" and pattern_of("quantities", "to_somebody_and").fullmatch(gap)
        if quantity.unit_class == "union" and before in STOCKS.values() and gap in words("quantities", "belonging"):
            return STOCKS["union"]
        if gap and gap not in words("quantities", "joining") and not is_gift_to_others:
            return None
        if before == "event_participants" and quantity.unit_class in ("delegate", "delegation"):
            return before  # "600 vận động viên của 12 đoàn"
        if before == OTHER and self._is_of_a_structure(index):
            return STOCKS.get(quantity.unit_class)
        if before in STOCKS.values():
            return None if is_no_stock(self._text, quantity) else STOCKS.get(quantity.unit_class)
        if before == "amount" and self._is_handed(index - 1) and quantity.unit_class in ("thing", "thing_counted"):
            return "gifts"
        is_thing = quantity.unit_class == "thing_counted" or (before == "gifts" and quantity.unit_class == "thing")
        return before if before in _LISTED and is_thing else None

    def _is_of_a_structure(self, index: int) -> bool:
        """Whether what a body consists of is listed: "quản lý 11 LĐLĐ huyện, 3 công đoàn ngành, 1.276 CĐCS"."""
        if self._quantities[index - 1].unit_class != "thing_counted":
            return False
        start = self._quantities[index].number.qualified.start
        sentence = self._text.sentence_around(start)
        return pattern_of("quantities", "structure").search(self._text.lower, sentence.start, start) is not None

    def _gap(self, position: int, index: int) -> str:
        """What stands between a position and the words that qualify a number."""
        return self._text.lower[position : self._quantities[index].number.qualified.start]

    def _of_the_same_noun(self, index: int) -> str | None:
        """The measure of the same noun counted shortly before: "14 vụ ngừng việc …, 8 vụ …"."""
        quantity = self._quantities[index]
        if quantity.unit_text.lower().partition(" ")[2].startswith(words("quantities", "other_events")):
            return None  # "vụ nợ lương" is another thing than "vụ ngừng việc"
        if quantity.unit_class in (*BODIES, "group") and is_restricted(self._text, quantity):
            return None  # "kiểm tra 24 doanh nghiệp; 11 doanh nghiệp chưa …": a finding
        are_people = quantity.unit_class in PEOPLE
        if are_people and pattern_of("quantities", "not_yet").match(self._text.lower, quantity.span.end):
            return None  # "giúp 14 tài xế. Còn 90 tài xế chưa vào …"
        is_bare = quantity.unit_class in ("thing_counted", "copy") or quantity.unit_text.lower() == head_of(quantity)
        is_bare = is_bare and head_of(quantity) in words("quantities", "bare")
        memory = _LONG_MEMORY if is_bare else _MEMORY
        sentence = self._text.sentence_at(quantity.number.span.start)
        kind_of_event = quantity.unit_text.lower().partition(" ")[2].startswith(words("quantities", "own_kinds"))
        for earlier in range(index - 1, max(-1, index - _LISTED_AT_MOST), -1):
            other, measure = self._quantities[earlier], self._told[earlier].measure
            if sentence - self._text.sentence_at(other.number.span.start) > memory:
                return None
            same_kind = quantity.unit_class == other.unit_class
            if is_head_of(quantity, other):  # "5.000 phần quà: 2.200 phần ở huyện A"
                if other.number.value > quantity.number.value >= _PER_HEAD:
                    return None if measure in (OTHER, *STOCKS.values()) else measure
                if other.unit_text.lower() != quantity.unit_text.lower():
                    return None
            if quantity.unit_class == "thing_counted":
                same_kind = other.unit_class != "group"  # "9 đơn" are no "đơn vị"
            if quantity.unit_class == "event" and measure in _EVENTS and kind_of_event:
                same_kind = False  # "kiểm tra 5 cuộc, mở 2 cuộc thi"
            if same_kind and head_of(other) == head_of(quantity) and measure not in (OTHER, *STOCKS.values()):
                return measure
            same_head = measure == "stoppages" or head_of(other) == head_of(quantity)
            if measure in _EVENTS and same_head and quantity.unit_text.lower() in words("quantities", "bare_events"):
                return measure  # "506 cuộc đình công …; riêng tỉnh A có 103 vụ"
        return None


def _is_of_those_before(quantity: Quantity) -> bool:
    """Whether the noun only stands for people named before: "người", "đồng chí"."""
    return quantity.unit_class in PEOPLE and quantity.unit_text.lower().startswith(words("quantities", "any_people"))


def _is_held_against(quantity: Quantity, earlier: Quantity) -> bool:
    """Whether an earlier figure counts the same; mere attendances ("200 lượt") may be anybody's, "đơn vị" any union."""
    if quantity.unit_class == "group" and earlier.unit_class == "union":
        return quantity.unit_text.lower() in words("quantities", "any_people")
    if quantity.unit_text.lower() == "người":
        return earlier.unit_class in PEOPLE and not are_attendances(earlier)
    if quantity.unit_class == "attendance":
        return earlier.unit_class in PEOPLE and are_attendances(earlier)
    return quantity.unit_class == earlier.unit_class
