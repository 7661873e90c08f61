"""What a place phrase means in an article, and what told its province.

Every place knows which of the provinces of before July 2025 it was part of, where the words tell as much.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, structs

from ...language.text import Span, Text
from ...lexicon.kept import compiled
from ...lexicon.loader import pattern_of, words
from ...lexicon.places import CITY, MERGER_DAY, PROVINCE, Province, gazetteer
from ...mentions.places import PlacePhrase, place_at
from ...records import Level, PlaceSource, Role

__all__ = [
    "ArticlePlace",
    "Home",
    "Place",
    "home_in",
    "in_headline",
    "meaning_of",
    "nearest_place",
    "only_commune",
    "place_source",
    "places_in",
    "surest",
    "town_home",
]


class Home(Struct, frozen=True):
    """The province that a place lies in or a body belongs to, and what told it.

    ``province`` is that of the article's day. ``ground`` is the same as narrowly as the words tell: Yên Bái, which is
    in Lào Cai province since July 2025.
    """

    province: Province
    ground: Province
    told_by: PlaceSource

    @property
    def whole(self) -> Home:
        """The province as a whole, of whose parts none is meant."""
        return structs.replace(self, ground=self.province)


def home_in(ground: Province, day: str | None, told_by: PlaceSource) -> Home:
    """The home of what lies on the province's ground on that day.

    >>> home_in(gazetteer().province("Yên Bái"), "2026-01-01", PlaceSource.NAME).province.name
    'Lào Cai'
    """
    return Home(gazetteer().on(ground, day), ground, told_by)


def surest(homes: Iterable[Home]) -> Home:
    """The home that is told best, the first of several.

    >>> hue = gazetteer().province("Huế")
    >>> surest([home_in(hue, None, PlaceSource.TEXT), home_in(hue, None, PlaceSource.HEADLINE)]).told_by.value
    'headline'
    """
    return min(homes, key=lambda home: _SUREST_FIRST.index(home.told_by))


_SUREST_FIRST = tuple(PlaceSource)


class Place(Struct, frozen=True):
    """What a place phrase means: the words for it in a name, the union level it makes, its home.

    ``text`` is empty where only a kind is said and the article does not tell the name.
    """

    text: str
    level: Level
    home: Home | None
    kind: str | None = None
    name: str | None = None


class ArticlePlace(Struct, frozen=True):
    """The place an article speaks of."""

    home: Home | None = None
    district: Place | None = None
    commune: Place | None = None

    @property
    def province(self) -> Province | None:
        """The province of the article's day."""
        return self.home.province if self.home is not None else None


def meaning_of(
    phrase: PlacePhrase, around: ArticlePlace, day: str | None, told_by: PlaceSource = PlaceSource.NAME
) -> Place:
    """What the phrase means in an article that speaks of ``around``; ``told_by`` is where the phrase stands.

    >>> meaning_of(PlacePhrase(Span(0, 2), None, "Dương Kinh"), ArticlePlace(), None).text
    'quận Dương Kinh'
    >>> capital = ArticlePlace(home_in(gazetteer().province("Hà Nội"), None, PlaceSource.HEADLINE))
    >>> meaning_of(PlacePhrase(Span(0, 9), "thành phố", None), capital, None).text
    'thành phố Hà Nội'
    """
    if phrase.name is None:
        return _left_out(phrase.kind, around)
    if phrase.kind in words("places", "commune_kinds"):
        return _commune(phrase, around, day, told_by)
    places = gazetteer()
    province = places.province(phrase.name, day)
    if phrase.kind in words("places", "district_kinds"):
        province = None
    if province is not None and _fits(phrase, province):
        home = home_in(province, day, told_by)
        return Place(province.full_name, Level.PROVINCIAL, home, province.kind, province.name)
    districts = places.districts_named(phrase.name, phrase.kind)
    grounds = _grounds(district.province for district in districts)
    local = _on_ground_of(around, grounds, day)
    if local or len(grounds) == 1:
        chosen = next(district for district in districts if district.province == (local or grounds)[0].name)
        kind = phrase.kind or chosen.kind
        return Place(
            f"{kind} {chosen.name}",
            Level.DISTRICT,
            _narrowed(around, local, grounds, day, told_by) if local else home_in(grounds[0], day, told_by),
            kind,
            chosen.name,
        )
    kind = phrase.kind or (districts[0].kind if districts else "")
    level = Level.PROVINCIAL if kind == PROVINCE else Level.DISTRICT
    return Place(f"{kind} {phrase.name}".strip(), level, around.home, kind or None, phrase.name)


def _fits(phrase: PlacePhrase, province: Province) -> bool:
    """Whether the name is the province's here: "thành phố Hải Dương" is a city under the province."""
    if phrase.kind is None or phrase.kind == province.kind:
        return True
    return phrase.kind == PROVINCE or not gazetteer().districts_named(phrase.name or "", phrase.kind)


def _commune(phrase: PlacePhrase, around: ArticlePlace, day: str | None, told_by: PlaceSource) -> Place:
    # The communes of before July 2025 are not in the gazetteer: any province may have had one of that name.
    is_known = day is None or day >= MERGER_DAY or around.home is not None
    grounds = _grounds(gazetteer().communes_named(phrase.name or "", phrase.kind)) if is_known else []
    local = _on_ground_of(around, grounds, day)
    elsewhere = not local and day is not None and day >= MERGER_DAY
    if around.home is None or elsewhere:
        home = _common_home(grounds, day, told_by) or around.home
    else:
        home = _narrowed(around, local, grounds, day, told_by)
    return Place(f"{phrase.kind} {phrase.name}", Level.COMMUNE, home, phrase.kind, phrase.name)


def _grounds(names: Iterable[str]) -> list[Province]:
    """The provinces of the older generation with these names, each once."""
    found = (gazetteer().province(name) for name in dict.fromkeys(names))
    return [province for province in found if province is not None]


def _on_ground_of(around: ArticlePlace, grounds: Iterable[Province], day: str | None) -> list[Province]:
    """Those of the provinces that are the article's on its day, or became part of it."""
    return [ground for ground in grounds if gazetteer().on(ground, day) == around.province]


def _narrowed(
    around: ArticlePlace, local: Sequence[Province], grounds: Sequence[Province], day: str | None, told_by: PlaceSource
) -> Home | None:
    """The article's home, narrowed to the one province on its ground (of ``local``) that has a unit of that name.

    Where other provinces (``grounds`` has all of them) have one, too, it is the article that told which is meant.
    """
    if around.home is None or len(local) != 1:
        return around.home
    return home_in(local[0], day, told_by if len(grounds) == 1 else around.home.told_by)


def _common_home(grounds: Sequence[Province], day: str | None, told_by: PlaceSource) -> Home | None:
    """The one province that all of these are in on the day; none where they are in several."""
    homes = [home_in(ground, day, told_by) for ground in grounds]
    if len({home.province for home in homes}) != 1:
        return None
    return homes[0] if len(homes) == 1 else homes[0].whole


def _left_out(kind: str | None, around: ArticlePlace) -> Place:
    """The article's own place of that kind: its commune, its district, its province."""
    home, province = around.home, around.province
    if kind in words("places", "commune_kinds"):
        if around.commune is not None and around.commune.kind == kind:
            return around.commune
        return Place("", Level.COMMUNE, home, kind)
    if around.district is not None and around.district.kind == kind:
        # "thành phố" is the article's city; only in a central city without such a district is it the province.
        return around.district
    if kind in words("places", "district_kinds"):
        return Place("", Level.DISTRICT, home, kind)
    if home is None or province is None:
        return Place("", Level.PROVINCIAL, None, kind)
    if kind == CITY and province.kind != CITY:
        return Place("", Level.DISTRICT, home, kind)
    if kind == PROVINCE and province.kind != PROVINCE:
        return Place("", Level.PROVINCIAL, None, kind)
    return Place(province.full_name, Level.PROVINCIAL, home.whole, province.kind, province.name)


def only_commune(text: Text, position: int, kind: str, around: ArticlePlace, day: str | None) -> Place | None:
    """The one commune of that kind named before the position: "Cháy ở phường Hoa Lư. Công đoàn phường"; none where
    several are, for any of them may be meant.

    >>> only_commune(Text.plain("Cháy ở phường Hoa Lư. Công đoàn phường"), 22, "phường", ArticlePlace(), None).text
    'phường Hoa Lư'
    """
    before = places_in(text, Span(max(0, position - _BACKWARD), position))
    phrases = {phrase.name: phrase for phrase in before if phrase.kind == kind}
    if len(phrases) != 1:
        return None
    phrase = next(iter(phrases.values()))
    return meaning_of(phrase, around, day, place_source(text, phrase.span.start))


_BACKWARD = 4000  # characters before a mention in which the place it leaves out is named


def nearest_place(text: Text, position: int, kind: str, day: str | None) -> Place | None:
    """The province or city of that kind named last before the position: "Bình Dương … Sở Y tế tỉnh".

    >>> nearest_place(Text.plain("Tại Bình Dương, Sở Y tế tỉnh"), 16, "tỉnh", None).text
    'tỉnh Bình Dương'
    """
    found = None
    for phrase in places_in(text, Span(max(0, position - _BACKWARD), position)):
        place = meaning_of(phrase, ArticlePlace(), day, place_source(text, phrase.span.start))
        if place.kind == kind and place.name and place.level in (Level.PROVINCIAL, Level.DISTRICT):
            found = place
    return found


def place_source(text: Text, position: int) -> PlaceSource:
    """What tells a place that the article names at that position, outside the name of the body it is told of.

    >>> place_source(Text.plain("Tại Hà Nội"), 4).value
    'text'
    """
    return PlaceSource.HEADLINE if in_headline(text, position) else PlaceSource.TEXT


def in_headline(text: Text, position: int) -> bool:
    """Whether the position is in the headline.

    >>> in_headline(Text.plain("Không có đầu đề"), 0)
    False
    """
    return bool(text.lines) and text.line_around(position).role == Role.TITLE


def places_in(text: Text, span: Span, *, apart: bool = True) -> Iterator[PlacePhrase]:
    """The places named within a span; with ``apart`` none that capitals beside it make part of another name.

    >>> [p.name for p in places_in(Text.plain("Từ Hà Nội về huyện Thái Thụy"), Span(0, 28))]
    ['Hà Nội', 'Thái Thụy']
    """
    position = span.start
    while (start := pattern_of("places", "name_start").search(text.folded, position, span.end)) is not None:
        phrase = place_at(text, start.start())
        if phrase is not None and phrase.name is not None and phrase.span.end <= span.end:
            if phrase.kind is not None or not apart or not _is_of_somebody(text, phrase.span, span):
                yield phrase
            position = phrase.span.end
        else:
            position = start.start() + 1


def town_home(text: Text, name: Span, day: str | None) -> Home | None:
    """The home of a body that is called by a town, where there is but one of that name: "Trường THPT Uông Bí".

    >>> school = Text.plain("Trường THPT Uông Bí")
    >>> town_home(school, Span(0, 19), None).province.name
    'Quảng Ninh'
    >>> town_home(Text.plain("Trường THPT Ba Đình"), Span(0, 19), None)
    """
    last = next((phrase for phrase in places_in(text, name) if phrase.span.end == name.end), None)
    if last is None or last.name is None:
        return None
    districts = gazetteer().districts_named(last.name)
    if not any(district.kind in words("places", "town_kinds") for district in districts):
        return None
    namesakes = (*(district.province for district in districts), *gazetteer().communes_named(last.name))
    grounds = _grounds(namesakes)
    return home_in(grounds[0], day, PlaceSource.NAME) if len(grounds) == 1 else None


_CAPITAL_BEFORE = compiled(r"(?<!\p{L})(?P<word>\p{Lu}\p{Ll}*) $")
_CAPITAL_BEHIND = compiled(r" \p{Lu}\p{Ll}")


def _is_of_somebody(text: Text, name: Span, within: Span) -> bool:
    """Whether the name is somebody's, or part of a longer one."""
    return text.lower[name.start : name.end] in words("places", "people") or _of_longer_name(text, name, within)


def _of_longer_name(text: Text, name: Span, within: Span) -> bool:
    """Whether the name is part of another: "Thái Bình Dương", "ông Nguyễn Hòa Bình"."""
    behind = _CAPITAL_BEHIND.match(text.folded, name.end, within.end)
    before = _CAPITAL_BEFORE.search(text.folded, max(within.start, name.start - 9), name.start)
    if behind is not None:
        return True
    # "Tại Bình Dương" opens a sentence; "Nguyễn Hòa Bình" is a person.
    return before is not None and before["word"].lower() not in words("organisations", "function_words")
