"""Which place an article speaks of.

An article seldom says "LĐLĐ tỉnh Yên Bái" twice: the next time it is "LĐLĐ tỉnh". The place that is left out is the
one the article speaks of, which its unions tell first, then its headline, its dateline, the other bodies it names,
the places in its sentences, and last the paper that printed it. Where nothing tells, it stays out.

Unions go before the headline, which may name another place ("Ủng hộ đồng bào Quảng Trị" of a union in Nghệ An); where
both tell the same, the place counts as told by the headline.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, structs

from ...language.text import Span, Text
from ...lexicon.loader import pattern_of
from ...lexicon.newspapers import province_of_paper
from ...lexicon.places import MERGER_DAY, PROVINCE, Province, gazetteer
from ...mentions.organisations import OrganisationMention
from ...mentions.places import PlacePhrase, place_at
from ...records import Article, Date, Granularity, Level, OrganisationType, PlaceSource, Role
from .places import ArticlePlace, Home, Place, in_headline, meaning_of, place_source, places_in, surest

__all__ = ["article_day", "article_place"]


def article_day(article: Article, mentions: Sequence[OrganisationMention], dates: Sequence[Date] = ()) -> str | None:
    """The day whose map counts: that of publication; without one, the last day that the article tells of, or the
    merger's day where it names the bodies of a special zone, which there were none of before.

    >>> article_day(Article(id="a", origin="-", published="2024-05-01T08:00:00+07:00"), ())
    '2024-05-01'
    """
    if article.published is not None:
        return article.published[:10]
    special = any(mention.place is not None and mention.place.kind == "đặc khu" for mention in mentions)
    days = [date.last_day for date in dates if date.granularity is Granularity.DAY and date.last_day is not None]
    return max([MERGER_DAY, *days]) if special else max(days, default=None)


class _Hint(Struct, frozen=True):
    """A place phrase that tells what the article speaks of: how much it weighs, and where it stands."""

    phrase: PlacePhrase
    weight: float
    told_by: PlaceSource


def article_place(
    mentions: Sequence[OrganisationMention], text: Text, article: Article, day: str | None = None
) -> ArticlePlace:
    """The province, district and commune that the article speaks of, on the map of a day (see ``article_day``).

    >>> from ...mentions.organisations import find_organisations
    >>> text = Text.plain("LĐLĐ huyện Mỹ Đức tặng quà")
    >>> place = article_place(find_organisations(text), text, Article(id="a", origin="-"))
    >>> place.province.name, place.district.name, place.home.told_by.value
    ('Hà Nội', 'Mỹ Đức', 'text')
    """
    unions = list(_of_bodies((mention for mention in mentions if mention.type == OrganisationType.UNION), text))
    others = list(_of_bodies((mention for mention in mentions if mention.type != OrganisationType.UNION), text))
    headline, datelines = list(_in_lines(text, Role.TITLE)), list(_datelines(text))
    paper = list(_in_source(article))
    kind = PROVINCE if any(map(_is_of_unnamed_province, mentions)) else None
    home = (
        _elected(unions, day)
        or _elected(headline, day)
        or _elected(datelines, day)
        or _elected(others, day, kind=kind)
        or _elected(_in_lines(text, Role.BODY, _OPENING), day, clearly=True, kind=kind)
        or _elected(_in_lines(text, Role.CAPTION), day, kind=kind)
        or _elected(paper, day)
    )
    if home is not None:
        home = _best_told(home, [*headline, *datelines], day)
    surest_first = [*(structs.replace(hint, weight=2 * hint.weight) for hint in unions), *others]
    least_sure = (structs.replace(hint, weight=hint.weight / 2) for hint in paper)
    return _with_smaller(ArticlePlace(home), [*surest_first, *least_sure], day)


def _is_of_unnamed_province(mention: OrganisationMention) -> bool:
    """Whether it is the "LĐLĐ tỉnh" or "HĐND tỉnh": no central city has one."""
    return mention.place is not None and mention.place.name is None and mention.place.kind == PROVINCE


def _elected(hints: Iterable[_Hint], day: str | None, *, clearly: bool = False, kind: str | None = None) -> Home | None:
    """The province with most weight, ``clearly`` with two thirds of it; none where no phrase tells a province.

    ``kind`` is the only kind of province that counts, null for any.
    """
    votes: defaultdict[Province, float] = defaultdict(float)
    homes: defaultdict[Province, list[Home]] = defaultdict(list)
    for hint in hints:
        home = _home(hint, day)
        if home is not None and kind in (None, home.province.kind):
            votes[home.province] += hint.weight
            homes[home.province].append(home)
    if not votes:
        return None
    first = max(votes, key=lambda province: votes[province])
    if clearly and 3 * votes[first] < 2 * sum(votes.values()):
        return None
    best = surest(homes[first])
    return best if len({home.ground for home in homes[first]}) == 1 else best.whole


def _best_told(home: Home, hints: Iterable[_Hint], day: str | None) -> Home:
    """The home, told by the surest of the hints that tell it, too."""
    others = (_home(hint, day) for hint in hints)
    agreeing = (other for other in others if other is not None and other.province == home.province)
    return structs.replace(home, told_by=surest((home, *agreeing)).told_by)


def _home(hint: _Hint, day: str | None) -> Home | None:
    """The home that the hint tells by itself."""
    return _meaning(hint, ArticlePlace(), day).home if hint.phrase.name is not None else None


def _meaning(hint: _Hint, around: ArticlePlace, day: str | None) -> Place:
    return meaning_of(hint.phrase, around, day, hint.told_by)


def _of_bodies(mentions: Iterable[OrganisationMention], text: Text) -> Iterator[_Hint]:
    for mention in mentions:
        position = mention.span.start
        if mention.place is not None:
            yield _Hint(mention.place, _weight(text, position), place_source(text, position))
        elif not mention.short:
            for phrase in places_in(text, mention.name_span):
                if phrase.kind is None and gazetteer().province(phrase.name or "") is None:
                    continue  # "Công ty Minh Long" may be of any place: it shares its name with a district
                yield _Hint(phrase, _weight(text, position) / 2, place_source(text, position))


def _weight(text: Text, position: int) -> float:
    """How much a place at that position says of the article: a headline most, the lead more than the rest."""
    if in_headline(text, position):
        return 4
    return 2 if text.line_at(position) <= 1 else 1


_OPENING = 1500  # characters: an article says where it is at its beginning


def _in_lines(text: Text, role: Role, reach: int | None = None) -> Iterator[_Hint]:
    told_by = PlaceSource.HEADLINE if role == Role.TITLE else PlaceSource.TEXT
    for line in text.lines:
        if line.role == role and (reach is None or line.span.start < reach):
            for phrase in places_in(text, line.span):
                yield _Hint(phrase, 1, told_by)


def _datelines(text: Text) -> Iterator[_Hint]:
    dateline = pattern_of("places", "dateline")
    for line in text.lines[:3]:
        found = dateline.match(text.folded[line.span.start : line.span.start + 60])
        if found is not None:
            phrase = place_at(text, line.span.start + found.start("place"))
            if phrase is not None:
                yield _Hint(phrase, 1, PlaceSource.DATELINE)


def _in_source(article: Article) -> Iterator[_Hint]:
    """The places in the names of the press and the site, and the provinces whose own they are."""
    for printed in (article.source, article.site):
        if printed:
            source = Text.plain(printed.title())
            whole = Span(0, len(source.raw))
            for phrase in places_in(source, whole, apart=False):
                yield _Hint(phrase, 1, PlaceSource.NEWSPAPER)
            if (province := province_of_paper(printed)) is not None:
                yield _Hint(PlacePhrase(whole, None, province), 1, PlaceSource.NEWSPAPER)


def _with_smaller(around: ArticlePlace, hints: Iterable[_Hint], day: str | None) -> ArticlePlace:
    """The place with the district and the commune of that province that the phrases speak of most."""
    districts: list[tuple[Place, float]] = []
    communes: list[tuple[Place, float]] = []
    for hint in hints:
        if hint.phrase.name is None:
            continue
        place = _meaning(hint, around, day)
        if place.level == Level.DISTRICT and place.kind and place.name:
            districts.append((place, hint.weight))
        elif place.level == Level.COMMUNE:
            communes.append((place, hint.weight))
    return ArticlePlace(around.home, _spoken_of_most(districts, around), _spoken_of_most(communes, around))


def _spoken_of_most(places: Sequence[tuple[Place, float]], around: ArticlePlace) -> Place | None:
    """The place with most weight; its province may be told better by what told the article's."""
    votes: defaultdict[str, float] = defaultdict(float)
    for place, weight in places:
        votes[place.text] += weight
    if not votes:
        return None
    most = max(votes, key=lambda text: votes[text])
    meant = [place for place, _ in places if place.text == most]
    homes = [place.home for place in meant if place.home is not None]
    if not homes:
        return meant[0]
    best = surest(homes)
    if around.home is not None and around.home.province == best.province:
        best = structs.replace(best, told_by=surest((best, around.home)).told_by)
    return structs.replace(meant[0], home=best)
