"""Who leads an area or a level that is spoken of as a whole: "toàn tỉnh", "các cấp công đoàn", "cả nước"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from ...language.text import Span, Text
from ...lexicon.loader import pattern_of
from ...lexicon.places import gazetteer
from ...records import Level, OrganisationType
from ..entities.canonical import federation_in, federation_of, same_name
from ..entities.organisations import Directory, ResolvedMention
from .levels import LEADING, LOWER
from .nobody import LOOSE
from .parts import stands_before

__all__ = ["Areas", "is_on_province", "opens_with_province"]

_OF_AREAS = {"of_province": Level.PROVINCIAL, "of_district": Level.DISTRICT, "of_sector": Level.SECTOR}
_OF_UNIONS = frozenset({"unions_total", "members_total"})
_NAMES_BEFORE = 12  # the names among which the leader is looked for


class Areas:
    """Asked for the leader of one area after another; the article is on a union of this name and level."""

    def __init__(self, text: Text, directory: Directory, of_article: str | None, level: Level | None) -> None:
        self._text = text
        self._directory = directory
        self._of_article = of_article
        self._level = level

    def last_in(self, stretch: Span, doers: Sequence[ResolvedMention]) -> Span | None:
        """The whole area spoken of last; "các cấp công đoàn" are those of the area in front, if no body is named in
        between: "Toàn tỉnh, các cấp công đoàn kết nạp 900 đoàn viên"."""
        areas = [
            Span(*found.span())
            for found in pattern_of("owners", "whole_area").finditer(self._text.lower, stretch.start, stretch.end)
        ]
        if len(areas) > 1 and self._is("all_unions", areas[-1]):
            is_between = any(areas[-2].end <= doer.span.start < areas[-1].start for doer in doers)
            return areas[-1] if is_between else areas[-2]
        return areas[-1] if areas else None

    def leader(self, area: Span, sentence: Span, measure: str, doers: Sequence[ResolvedMention]) -> str | None:
        """The union that acts or is named in front of it, else the article's; a whole province is led by its
        federation, though the article names but a union within it, or none."""
        if self._is("all_unions", area) and (of_province := self._of_province_in_front(sentence)) is not None:
            return of_province
        named = self._directory.within(Span(sentence.start, area.start))
        acting = [doer for doer in doers if doer.span.end <= area.start]
        is_province = self._is("of_province", area)  # which no district leads: "huyện A 90 thẻ, nâng toàn tỉnh lên 900"
        for mention in (*reversed(acting), *reversed(named)):
            if is_province and mention.level is Level.DISTRICT:
                continue
            if mention.type is OrganisationType.UNION and mention.level in LEADING:
                return mention.name
        is_lower = self._level in LOWER or (self._level is None and measure not in LOOSE)
        home = self._directory.place.home
        names_it = home is not None and self._text.folded.startswith(home.province.name, area.end + 1)
        if is_lower and (names_it or is_province):
            return federation_of(self._directory.place) or self._of_article
        return self._named_before(area) if self._level not in LEADING else self._of_article

    def _of_province_in_front(self, sentence: Span) -> str | None:
        """The federation of the province at whose name the sentence begins: "Tại Hà Nam, các cấp công đoàn mở 9 lớp",
        though the article names no union of it."""
        at_place = pattern_of("owners", "at_province").match(self._text.lower, sentence.start, sentence.end)
        if at_place is None:
            return None
        places, start = gazetteer(), at_place.end()
        end = places.name_at(self._text.folded, start, districts=False)
        province = places.province(self._text.folded[start:end], self._directory.day) if end is not None else None
        return federation_in(province) if province is not None else None

    def of_place(self, sentence: Span, measure: str) -> ResolvedMention | None:
        """The union, named anywhere, of the place at whose unions or members the sentence begins: "Phường A có 90
        CĐCS"; nobody else has them."""
        has = (
            pattern_of("owners", "place_has").match(self._text.lower, sentence.start) if measure in _OF_UNIONS else None
        )
        if has is None:
            return None
        unions = (mention for mention in self._directory.mentions if mention.type is OrganisationType.UNION)
        return next((union for union in unions if same_name(union.name).endswith(f" {same_name(has['place'])}")), None)

    def _named_before(self, area: Span) -> str | None:
        """The last union named of the level that the words for the area tell, else the article's: a grassroots union
        leads no district."""
        level = next((level for name, level in _OF_AREAS.items() if self._is(name, area)), None)
        named = islice(self._directory.backwards(area.start), _NAMES_BEFORE)
        unions = (mention.name for mention in named if mention.level is level)
        return next(unions, self._of_article) if level is not None else self._of_article

    def _is(self, name: str, area: Span) -> bool:
        return pattern_of("owners", name).search(self._text.lower, area.start, area.end + 1) is not None


def opens_with_province(text: Text, directory: Directory) -> bool:
    """Whether the lead tells of a whole province before headline or lead name a body, and that is a lower union."""
    first = next(iter(directory.within(Span(0, text.lead.end))), None)
    area = pattern_of("owners", "whole_province").search(text.lower, text.lead.start, text.lead.end)
    return first is not None and area is not None and area.end() < first.span.start and first.level in LOWER


def is_on_province(text: Text, directory: Directory) -> bool:
    """Whether the lead speaks of a province's members or unions before any is named: what a lower union did stands
    further on as an example.

    "Đoàn viên tỉnh Lâm Đồng có 900 sáng kiến": the federation's, though only the union of Đà Lạt is named below.
    """
    home, lead = directory.place.home, text.lead
    found = pattern_of("owners", "province_s_unions").search(text.lower, lead.start, lead.end)
    if home is None or found is None or not text.folded.startswith(home.province.name, found.end()):
        return False
    opening = Span(0, text.sentence_around(found.start()).end)
    unions = [mention for mention in directory.within(opening) if mention.type is OrganisationType.UNION]
    return all(mention.span.start > found.end() and stands_before(text, "not_the_doer", mention) for mention in unions)
