"""Which place an article speaks of, and what a place phrase means there.

An article seldom says "LĐLĐ tỉnh Yên Bái" twice: the next time it is "LĐLĐ tỉnh". The place that is left out is the
one the article speaks of, which its unions tell first, then its headline, its dateline, the other bodies it names,
the places in its sentences, and last the paper that printed it. Where nothing tells, it stays out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..language.text import Span, Text
from ..lexicon.kept import compiled
from ..lexicon.loader import load, words
from ..lexicon.places import CITY, MERGER_DAY, PROVINCE, District, Province, gazetteer
from ..mentions.organisations import OrganisationMention
from ..mentions.places import PlacePhrase, place_at
from ..records import Article, Level, OrganisationType, Role

__all__ = ["ArticlePlace", "Place", "article_day", "article_place", "meaning_of", "nearest_place", "places_in"]


@dataclass(frozen=True, slots=True)
class Place:
    """What a place phrase means: the words for it in a name, the union level it makes, its province.

    ``text`` is empty where only a kind is said and the article does not tell the name.
    """

    text: str
    level: Level
    province: Province | None
    kind: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class ArticlePlace:
    """The place an article speaks of; ``why`` is what told it (``"union"``, ``"headline"``, …)."""

    province: Province | None = None
    district: District | None = None
    commune: str | None = None
    why: str = "nothing"


def article_day(article: Article, mentions: Sequence[OrganisationMention]) -> str | None:
    """The day whose map counts: that of publication; without one, the merger's day where the article names the
    bodies of a special zone, which there were none of before.

    >>> article_day(Article(id="a", origin="-", published="2024-05-01T08:00:00+07:00"), ())
    '2024-05-01'
    """
    if article.published is not None:
        return article.published[:10]
    special = any(mention.place is not None and mention.place.kind == "đặc khu" for mention in mentions)
    return MERGER_DAY if special else None


def meaning_of(phrase: PlacePhrase, around: ArticlePlace, day: str | None) -> Place:
    """What the phrase means in an article that speaks of ``around``.

    >>> meaning_of(PlacePhrase(Span(0, 2), None, "Dương Kinh"), ArticlePlace(), None).text
    'quận Dương Kinh'
    >>> hue = ArticlePlace(gazetteer().province("Hà Nội"))
    >>> meaning_of(PlacePhrase(Span(0, 9), "thành phố", None), hue, None).text
    'thành phố Hà Nội'
    """
    if phrase.name is None:
        return _left_out(phrase.kind, around, day)
    if phrase.kind in words("places", "commune_kinds"):
        return _commune(phrase, around, day)
    places = gazetteer()
    province = places.province(phrase.name, day)
    if phrase.kind in words("places", "district_kinds"):
        province = None
    if province is not None and _fits(phrase, province, around, day):
        return Place(province.full_name, Level.PROVINCIAL, places.on(province, day), province.kind, province.name)
    home = around.province
    districts = places.districts_named(phrase.name, phrase.kind)
    local = [district for district in districts if home is not None and district.province == home.name]
    chosen = local[0] if local else districts[0] if len({district.province for district in districts}) == 1 else None
    if chosen is not None:
        owner = places.province(chosen.province)
        kind = phrase.kind or chosen.kind
        return Place(
            f"{kind} {chosen.name}", Level.DISTRICT, places.on(owner, day) if owner else None, kind, chosen.name
        )
    kind = phrase.kind or (districts[0].kind if districts else "")
    level = Level.PROVINCIAL if kind == PROVINCE else Level.DISTRICT
    return Place(f"{kind} {phrase.name}".strip(), level, home, kind or None, phrase.name)


def _fits(phrase: PlacePhrase, province: Province, around: ArticlePlace, day: str | None) -> bool:
    """Whether the name is the province's here: "thành phố Hải Dương" is a city under the province."""
    if phrase.kind is None or phrase.kind == province.kind:
        return True
    return phrase.kind == PROVINCE or not gazetteer().districts_named(phrase.name or "", phrase.kind)


def _commune(phrase: PlacePhrase, around: ArticlePlace, day: str | None) -> Place:
    places = gazetteer()
    home = around.province
    provinces = places.communes_named(phrase.name or "", phrase.kind)
    if home is None and len(provinces) == 1:
        home = places.province(provinces[0], day)
    return Place(f"{phrase.kind} {phrase.name}", Level.COMMUNE, home, phrase.kind, phrase.name)


def _left_out(kind: str | None, around: ArticlePlace, day: str | None) -> Place:
    province, district = around.province, around.district
    if kind in words("places", "commune_kinds"):
        commune = around.commune if around.commune and around.commune.startswith(kind or "") else None
        return Place(commune or "", Level.COMMUNE, province, kind)
    if district is not None and district.kind == kind:
        # "thành phố" is the article's city; only in a central city without such a district is it the province.
        return Place(district.full_name, Level.DISTRICT, province, kind, district.name)
    if kind in words("places", "district_kinds"):
        return Place("", Level.DISTRICT, province, kind)
    if province is None:
        return Place("", Level.PROVINCIAL, None, kind)
    if kind == CITY and province.kind != CITY:
        return Place("", Level.DISTRICT, province, kind)
    if kind == PROVINCE and province.kind != PROVINCE:
        return Place("", Level.PROVINCIAL, None, kind)
    return Place(province.full_name, Level.PROVINCIAL, province, province.kind, province.name)


_BACKWARD = 4000  # characters before a mention in which the place it leaves out is named


def nearest_place(text: Text, position: int, kind: str, day: str | None) -> Place | None:
    """The province or city of that kind named last before the position: "Bình Dương … Sở Y tế tỉnh".

    >>> nearest_place(Text.plain("Tại Bình Dương, Sở Y tế tỉnh"), 16, "tỉnh", None).text
    'tỉnh Bình Dương'
    """
    found = None
    for phrase in places_in(text, Span(max(0, position - _BACKWARD), position)):
        place = meaning_of(phrase, ArticlePlace(), day)
        if place.kind == kind and place.name and place.level in (Level.PROVINCIAL, Level.DISTRICT):
            found = place
    return found


# ---- the place the article speaks of ------------------------------------------------------------------------------


def article_place(mentions: Sequence[OrganisationMention], text: Text, article: Article) -> ArticlePlace:
    """The province, district and commune that the article speaks of.

    >>> from ..mentions.organisations import find_organisations
    >>> text = Text.plain("LĐLĐ huyện Mỹ Đức tặng quà")
    >>> place = article_place(find_organisations(text), text, Article(id="a", origin="-"))
    >>> place.province.name, place.district.name, place.why
    ('Hà Nội', 'Mỹ Đức', 'union')
    """
    day = article_day(article, mentions)
    unions = [mention for mention in mentions if mention.type == OrganisationType.UNION]
    others = [mention for mention in mentions if mention.type != OrganisationType.UNION]
    of_unions, of_others = list(_weighted(unions, text)), list(_weighted(others, text))
    witnesses: tuple[tuple[str, Iterable[tuple[PlacePhrase, float]]], ...] = (
        ("union", of_unions),
        ("headline", _in_lines(text, Role.TITLE)),
        ("dateline", _datelines(text)),
        ("organisation", of_others),
        ("text", _in_lines(text, Role.BODY, _OPENING)),
        ("caption", _in_lines(text, Role.CAPTION)),
        ("newspaper", _in_source(article)),
    )
    around = ArticlePlace()
    for why, phrases in witnesses:
        province = _elected(phrases, day, clearly=why == "text")
        if province is not None:
            around = ArticlePlace(province, why=why)
            break
    weighted = [(phrase, 2 * weight) for phrase, weight in of_unions]
    return _with_smaller(around, (*weighted, *of_others), day)


def _elected(phrases: Iterable[tuple[PlacePhrase, float]], day: str | None, *, clearly: bool) -> Province | None:
    """The province with most weight, ``clearly`` with two thirds of it; none where no phrase tells a province."""
    votes: defaultdict[Province, float] = defaultdict(float)
    for phrase, weight in phrases:
        if phrase.name is None:
            continue
        province = meaning_of(phrase, ArticlePlace(), day).province
        if province is not None:
            votes[province] += weight
    if not votes:
        return None
    first = max(votes, key=lambda province: votes[province])
    return first if not clearly or 3 * votes[first] >= 2 * sum(votes.values()) else None


def _weighted(mentions: Iterable[OrganisationMention], text: Text) -> Iterator[tuple[PlacePhrase, float]]:
    for mention in mentions:
        if mention.place is not None:
            yield mention.place, _weight(text, mention.span.start)
        elif not mention.short:
            for phrase in places_in(text, mention.name_span):
                yield phrase, _weight(text, mention.span.start) / 2


def _weight(text: Text, position: int) -> float:
    """How much a place at that position says of the article: a headline most, the lead more than the rest."""
    index = text.line_at(position)
    if text.lines and text.lines[index].role == Role.TITLE:
        return 4
    return 2 if index <= 1 else 1


_OPENING = 1500  # characters: an article says where it is at its beginning


def _in_lines(text: Text, role: Role, reach: int | None = None) -> Iterator[tuple[PlacePhrase, float]]:
    for line in text.lines:
        if line.role == role and (reach is None or line.span.start < reach):
            for phrase in places_in(text, line.span):
                yield phrase, 1


def _datelines(text: Text) -> Iterator[tuple[PlacePhrase, float]]:
    dateline = load("places").pattern("dateline")
    for line in text.lines[:3]:
        found = dateline.match(text.folded[line.span.start : line.span.start + 60])
        if found is not None:
            phrase = place_at(text, line.span.start + found.start("place"))
            if phrase is not None:
                yield phrase, 1


def _in_source(article: Article) -> Iterator[tuple[PlacePhrase, float]]:
    for printed in (article.source, article.site):
        if printed:
            source = Text.plain(printed.title())
            for phrase in places_in(source, Span(0, len(source.raw)), apart=False):
                yield phrase, 1


def places_in(text: Text, span: Span, *, apart: bool = True) -> Iterator[PlacePhrase]:
    """The places named within a span; with ``apart`` none that capitals beside it make part of another name.

    >>> [p.name for p in places_in(Text.plain("Từ Hà Nội về huyện Thái Thụy"), Span(0, 28))]
    ['Hà Nội', 'Thái Thụy']
    """
    position = span.start
    while (start := load("places").pattern("name_start").search(text.folded, position, span.end)) is not None:
        phrase = place_at(text, start.start())
        if phrase is not None and phrase.name is not None and phrase.span.end <= span.end:
            if phrase.kind is not None or not apart or not _of_longer_name(text, phrase.span, span):
                yield phrase
            position = phrase.span.end
        else:
            position = start.start() + 1


_CAPITAL_BEFORE = compiled(r"(?<!\p{L})(?P<word>\p{Lu}\p{Ll}*) $")
_CAPITAL_BEHIND = compiled(r" \p{Lu}\p{Ll}")


def _of_longer_name(text: Text, name: Span, within: Span) -> bool:
    """Whether the name is part of another: "Thái Bình Dương", "ông Nguyễn Hòa Bình"."""
    behind = _CAPITAL_BEHIND.match(text.folded, name.end, within.end)
    before = _CAPITAL_BEFORE.search(text.folded, max(within.start, name.start - 9), name.start)
    if behind is not None:
        return True
    # "Tại Bình Dương" opens a sentence; "Nguyễn Hòa Bình" is a person.
    return before is not None and before["word"].lower() not in words("organisations", "function_words")


def _with_smaller(around: ArticlePlace, phrases: Iterable[tuple[PlacePhrase, float]], day: str | None) -> ArticlePlace:
    """The place with the district and the commune of that province that the phrases speak of most."""
    districts: defaultdict[tuple[str, str], float] = defaultdict(float)
    communes: defaultdict[str, float] = defaultdict(float)
    for phrase, weight in phrases:
        if phrase.name is None:
            continue
        place = meaning_of(phrase, around, day)
        if place.level == Level.DISTRICT and place.kind and place.name:
            districts[place.kind, place.name] += weight
        elif place.level == Level.COMMUNE:
            communes[place.text] += weight
    district = None
    if districts:
        kind, name = max(districts, key=lambda pair: districts[pair])
        district = District(name, kind, around.province.name if around.province else "")
    commune = max(communes, key=lambda name: communes[name]) if communes else None
    return ArticlePlace(around.province, district, commune, around.why)
