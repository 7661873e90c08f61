"""Numbers that are nobody's doing: of a place, of the economy, of firms at large, of what befell people, of wages."""

from __future__ import annotations

from ...language.text import Span, Text
from ...lexicon.loader import pattern_of
from ...mentions.quantities import Quantity
from ...records import OrganisationType
from ..entities.bodies import EMPLOYERS
from ..entities.organisations import Directory, ResolvedMention

__all__ = ["LOOSE", "Nobody", "is_pay", "is_price", "speaks_for_itself"]

_LOOK_BACK = 40
_GIVEN_BACK = 70  # with the money that firms are made to pay
_PERSON_BACK = 140  # with who the person is
_DEEP = 2  # sentences over which a sentence that speaks of no body goes on
_SQUARE_METRES = ("m2", "m²", "mét vuông")
_SPEAK_FOR_THEMSELVES = EMPLOYERS | {OrganisationType.UNION}
_LENDERS = frozenset({"microfinance"})

LOOSE = frozenset({"other", "share", "homes", "workers_total", "enterprises_total", "amount"})
"""The measures of what others than unions count, too."""


def speaks_for_itself(body: ResolvedMention) -> bool:
    """Whether the body, where it reports figures, tells its own: a union, a firm, a school, a lender to workers."""
    return body.type in _SPEAK_FOR_THEMSELVES or body.why in _LENDERS


def is_pay(text: Text, quantity: Quantity, measure: str) -> bool:
    """Whether money, or a rise in percent, is of a wage, an income, a rent or a fine.

    >>> from ...mentions.numbers import find_numbers
    >>> from ...mentions.quantities import find_quantities
    >>> text = Text.plain("Lương bình quân 7 triệu đồng, công đoàn tặng 2 triệu đồng")
    >>> [is_pay(text, quantity, "amount") for quantity in find_quantities(text, find_numbers(text))]
    [True, False]
    """
    if measure != "amount" and (quantity.unit_class != "percent" or measure == "target_rate"):
        return False
    return _is_spoken_of(text, quantity, "pay_or_price")


def is_price(text: Text, quantity: Quantity, measure: str) -> bool:
    """Whether money is the price of something: it belongs to whoever sells it, but to no period."""
    if measure != "amount":
        return False
    return quantity.per in _SQUARE_METRES or _is_spoken_of(text, quantity, "price")


def _is_spoken_of(text: Text, quantity: Quantity, pattern: str) -> bool:
    """Whether the sentence speaks of it in front of the number, and of nothing that is given in between."""
    position = quantity.number.span.start
    sentence = text.sentence_around(position)
    found = [*pattern_of("owners", pattern).finditer(text.lower, sentence.start, position)]
    return bool(found) and pattern_of("owners", "given").search(text.lower, found[-1].end(), position) is None


class Nobody:
    """Asked count by count, in the order of the text, where no body acts in the count's sentence."""

    def __init__(self, text: Text, directory: Directory) -> None:
        self._text = text
        self._directory = directory
        self._depths: dict[int, int] = {}  # sentences that speak of no body, and how far from one that says so

    def is_index(self, quantity: Quantity, measure: str) -> bool:
        """Whether it is an index of the whole economy, whoever tells it: "GDP tăng khoảng 7%"."""
        if quantity.unit_class != "percent" or measure not in ("other", "share"):
            return False
        start = quantity.number.qualified.start
        low = max(0, start - _LOOK_BACK)
        return pattern_of("owners", "index_before").match(self._text.lower, low, start) is not None

    def owns(self, quantity: Quantity, measure: str, index: int, *, on_union: bool) -> bool:
        """Whether nobody owns a number of the sentence with that index.

        In an article that is on a union from its headline on, what a sentence is about does not go on by itself.
        """
        if on_union and measure in ("share", "other") and self._is_union_matter(quantity, index):
            return False
        if self._speaks_of_nobody(quantity, measure, index):
            self._depths[index] = 0
        elif measure in LOOSE and not on_union and self._depths.get(index - 1, _DEEP) < _DEEP:
            self._depths[index] = self._depths[index - 1] + 1
        else:
            return False
        return True

    def _is_union_matter(self, quantity: Quantity, index: int) -> bool:
        """Whether what the counted firms do is what unions see to: "85% doanh nghiệp ký thỏa ước"."""
        behind, sentence = quantity.number.span.end, self._text.sentences[index]
        if pattern_of("owners", "union_matter").match(self._text.lower, behind, sentence.end) is not None:
            return True
        return self._has("union_matter_in_front", sentence, quantity.number.span.start)

    def _speaks_of_nobody(self, quantity: Quantity, measure: str, index: int) -> bool:
        sentence, position = self._text.sentences[index], quantity.number.span.start
        if self._finds("nobody", sentence.start):
            return True
        if self._finds("income", sentence.start) and not self._follows_firm(sentence):
            return True
        if measure == "amount" and self._is_own_money(quantity):
            return True
        is_at_large = measure == "share" and self._finds("of_workers_at_large", quantity.number.span.end)
        if is_at_large and not self._finds("result", sentence.start):
            return True
        if measure == "other" and (
            self._suffered(quantity) or self._finds("kin", quantity.number.span.end) or self._is_firms(quantity)
        ):
            return True
        if measure not in LOOSE:
            return False
        if measure in ("other", "share") and self._has("economy", sentence, position):
            return True
        before = self._text.sentences[index - 1] if index else None
        return self._is_said_by_others(sentence, position) or (
            before is not None and self._is_said_by_others(before, before.end)
        )

    def _follows_firm(self, sentence: Span) -> bool:
        """Whether the body named last in the paragraph, in front of the sentence, is a firm or school."""
        last = self._directory.before(sentence.start)
        return (
            last is not None
            and last.type in EMPLOYERS
            and last.span.start >= self._text.paragraph_start(sentence.start)
        )

    def _finds(self, pattern: str, position: int) -> bool:
        return pattern_of("owners", pattern).match(self._text.lower, position) is not None

    def _has(self, pattern: str, sentence: Span, end: int) -> bool:
        return pattern_of("owners", pattern).search(self._text.lower, sentence.start, end) is not None

    def _suffered(self, quantity: Quantity) -> bool:
        """Whether something befell those who are counted, and nobody gave them anything."""
        start = quantity.number.qualified.start
        given = pattern_of("owners", "given_to").match(self._text.lower, max(0, start - _GIVEN_BACK), start)
        return given is None and self._finds("suffered", quantity.number.span.end)

    def _is_own_money(self, quantity: Quantity) -> bool:
        """Whether a person spends or saves it: "Chị Lê Thị Na, công nhân may, chỉ mất 90.000 đồng"."""
        start = quantity.number.qualified.start
        low = max(0, start - _PERSON_BACK)
        return pattern_of("owners", "own_money").match(self._text.lower, low, start) is not None

    def _is_firms(self, quantity: Quantity) -> bool:
        """Whether firms stand at the front of their clause and act themselves: "hơn 100 doanh nghiệp đã …"."""
        start = quantity.number.qualified.start
        sentence = self._text.sentence_around(start)
        before = self._text.lower[sentence.start : start].rstrip()
        return quantity.unit_class == "enterprise" and (not before or before[-1] in ",;:")

    def _is_said_by_others(self, sentence: Span, end: int) -> bool:
        """Whether an officer of another body than a union says it."""
        for mention in self._directory.within(Span(sentence.start, end)):
            low = max(sentence.start, mention.span.start - _LOOK_BACK)
            speaks = any(
                pattern_of("owners", name).match(self._text.lower, low, mention.span.start)
                for name in ("officer_before", "source")
            )
            if speaks and not speaks_for_itself(mention):
                return self._has("says", sentence, end)
        return False
