"""Tie organisations to their article: which body each mention is, and one record for each body.

Names are resolved in two rounds: first the mentions that name a body themselves, with the article's place filled in
where their own is left out; then the short ones ("công đoàn ngành", "liên đoàn", "công ty"), which point to one of
those.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import regex

from ..language.text import Span, Text
from ..lexicon.loader import load, words
from ..lexicon.places import gazetteer
from ..mentions.organisations import OrganisationMention, find_organisations
from ..mentions.places import PlacePhrase
from ..records import Article, Level, Organisation, OrganisationType
from .canonical import canonical_name, same_name, written_out
from .places import ArticlePlace, Place, article_day, article_place, meaning_of, nearest_place, places_in

__all__ = ["Directory", "ResolvedMention", "resolve_organisations"]

_NEARBY = 60  # characters behind a name in which its place is told: "Công ty TNHH Hoa Mai (Tây Ninh)"


@dataclass(frozen=True, slots=True)
class ResolvedMention:
    """A mention with the body that it means; ``short`` where it only points to a body named elsewhere.

    ``span`` takes in the organ, ``name_span`` does not.
    """

    span: Span
    name_span: Span
    name: str
    type: OrganisationType
    level: Level | None
    province: str | None
    organ: str | None = None
    short: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Directory:
    """The organisations of an article: the facts, every mention in the order of the text, and what fills gaps."""

    organisations: tuple[Organisation, ...]
    mentions: tuple[ResolvedMention, ...]
    place: ArticlePlace
    main: str | None
    day: str | None = None
    _starts: tuple[int, ...] = field(default=(), repr=False)

    def within(self, span: Span) -> tuple[ResolvedMention, ...]:
        """The mentions that lie within the span."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return tuple(mention for mention in self.mentions[first:last] if mention.span.end <= span.end)

    def before(self, position: int) -> ResolvedMention | None:
        """The last mention that ends before the position (or at it)."""
        index = bisect_left(self._starts, position) - 1
        while index >= 0 and self.mentions[index].span.end > position:
            index -= 1
        return self.mentions[index] if index >= 0 else None

    def canonical(self, surface: str) -> str | None:
        """The canonical name of a printed form, with the article's place filled in; null where it names no body.

        >>> from ..mentions.organisations import find_organisations
        >>> text = Text.plain("LĐLĐ tỉnh Yên Bái tổ chức tập huấn")
        >>> directory = resolve_organisations(find_organisations(text), text, Article(id="a", origin="-"))
        >>> directory.canonical("UBND tỉnh"), directory.canonical("các cấp công đoàn")
        ('Ủy ban nhân dân tỉnh Yên Bái', None)
        """
        text = Text.plain(surface)
        mentions = find_organisations(text)
        if not mentions:
            return None
        resolved = _named(mentions[0], text, None, self.place, self.day)
        if resolved is None:
            resolved = _pointed(mentions[0], self.mentions, len(self.mentions), self.place, self.main)
        return resolved.name if resolved is not None else None


def resolve_organisations(mentions: Sequence[OrganisationMention], text: Text, article: Article) -> Directory:
    """The directory of an article's organisations.

    >>> text = Text.plain("LĐLĐ tỉnh Yên Bái mở 3 lớp. Ban Thường vụ LĐLĐ tỉnh đánh giá cao.")
    >>> directory = resolve_organisations(find_organisations(text), text, Article(id="a", origin="-"))
    >>> [(o.name, o.province, o.organs, o.mentions) for o in directory.organisations]
    [('Liên đoàn Lao động tỉnh Yên Bái', 'Yên Bái', ('Ban Thường vụ',), ('LĐLĐ tỉnh Yên Bái', 'LĐLĐ tỉnh'))]
    """
    day = article_day(article, mentions)
    around = article_place(mentions, text, article)
    named = [
        _named(mention, text, mentions[index + 1] if index + 1 < len(mentions) else None, around, day)
        for index, mention in enumerate(mentions)
    ]
    named = _unified(mentions, named)
    main = _main_union(named, text)
    known = [mention for mention in named if mention is not None]
    resolved: list[ResolvedMention] = []
    for mention, own in zip(mentions, named, strict=True):
        before = bisect_left([other.span.start for other in known], mention.span.start)
        meant = own if own is not None else _pointed(mention, known, before, around, main)
        if meant is not None:
            resolved.append(meant)
    return Directory(
        tuple(_records(resolved, text)),
        tuple(resolved),
        around,
        main,
        day,
        tuple(mention.span.start for mention in resolved),
    )


# ---- mentions that name a body ------------------------------------------------------------------------------------


def _named(
    mention: OrganisationMention,
    text: Text,
    following: OrganisationMention | None,
    around: ArticlePlace,
    day: str | None,
) -> ResolvedMention | None:
    if mention.short:
        return None
    place = _own_place(mention, around, day)
    if place is not None and not place.text and place.kind is not None:
        place = nearest_place(text, mention.span.start, place.kind, day) or place
    province = place.province.name if place is not None and place.province is not None else None
    if place is None:
        province = _province_around(mention, text, following, around, day)
    return ResolvedMention(
        mention.span,
        mention.name_span,
        _with_zone_place(mention, canonical_name(mention, place), around),
        mention.type,
        mention.level or (place.level if place is not None and mention.why in _BY_PLACE else None),
        province,
        written_out(mention.organ) if mention.organ else None,
        why=mention.why,
    )


_BY_PLACE = frozenset({"labour_federation", "place_union"})
"""Unions whose level is that of their place."""

_COMMITTEE_KINDS = {"tỉnh": "tỉnh", "thành": "thành phố", "huyện": "huyện", "quận": "quận", "thị": "thị xã"}


def _own_place(mention: OrganisationMention, around: ArticlePlace, day: str | None) -> Place | None:
    """The place that belongs to the name: the printed one, else the article's where the name wants one."""
    if mention.place is not None:
        return meaning_of(mention.place, around, day)
    if not mention.fill:
        return None
    kind = "tỉnh"
    if mention.omit_kind:
        kind = _COMMITTEE_KINDS.get(mention.stem.split()[0].lower(), kind)
    elif around.province is not None:
        kind = around.province.kind
    place = meaning_of(PlacePhrase(mention.name_span, kind, None), _province_only(mention, around), day)
    return place if place.text else None


def _province_only(mention: OrganisationMention, around: ArticlePlace) -> ArticlePlace:
    """Departments and sector unions are the province's; committees of the Party may be the city's."""
    if mention.omit_kind:
        return around
    return ArticlePlace(around.province, None, None, around.why)


def _province_around(
    mention: OrganisationMention,
    text: Text,
    following: OrganisationMention | None,
    around: ArticlePlace,
    day: str | None,
) -> str | None:
    """The province of a body whose name ends without a place: named inside it, behind it, or the article's."""
    inside = _last_province(mention, text, mention.name_span, day)
    if inside is not None or not mention.local or _is_national(mention):
        return inside
    sentence = text.sentences[text.sentence_at(mention.span.start)]
    end = min(mention.span.end + _NEARBY, sentence.end)
    if following is not None:
        end = min(end, following.span.start)
    behind = Span(mention.span.end, max(end, mention.span.end))
    opening = _LOCATIVE.match(text.lower, sentence.start, mention.span.start)
    front = Span(opening.end(), min(opening.end() + _NEARBY, mention.span.start)) if opening is not None else behind
    for phrase in (*places_in(text, behind), *places_in(text, front)):
        province = meaning_of(phrase, around, day).province
        if province is not None:
            return province.name
    return around.province.name if around.province is not None else None


_LOCATIVE = regex.compile(r"(?:tại|ở) ")


def _is_national(mention: OrganisationMention) -> bool:
    """Whether the name tells that no province calls the body its own: "Trường Đại học Công đoàn"."""
    name = mention.stem.lower()
    if mention.type == OrganisationType.SCHOOL:
        return any(word in name for word in words("organisations", "national_words"))
    return mention.type == OrganisationType.PARTY and "việt nam" in name


def _last_province(mention: OrganisationMention, text: Text, span: Span, day: str | None) -> str | None:
    found = None
    if "Việt Nam" not in mention.stem or mention.local:
        for phrase in places_in(text, span, apart=False):
            province = gazetteer().province(phrase.name or "", day)
            if province is not None:
                found = gazetteer().on(province, day).name
    return found


_ZONE_ENDS = ("khu kinh tế", "khu công nghiệp", "khu chế xuất", "các khu công nghiệp")


def _with_zone_place(mention: OrganisationMention, name: str, around: ArticlePlace) -> str:
    """A zone named by its kind alone is the province's: "Chi bộ Doanh nghiệp Khu kinh tế"."""
    if mention.place is None and around.province is not None and name.lower().endswith(_ZONE_ENDS):
        return f"{name} {around.province.name}"
    return name


def _unified(
    mentions: Sequence[OrganisationMention], named: Sequence[ResolvedMention | None]
) -> list[ResolvedMention | None]:
    """Mentions that leave out part of a name which the article prints elsewhere get the whole name.

    "Công đoàn Giáo dục Cao Bằng" is the "Công đoàn Giáo dục tỉnh Cao Bằng" of the same article, "công đoàn các KCN"
    the "Công đoàn các KCN Biên Hòa", and "Công ty Hoa Mai" the "Công ty TNHH may mặc Hoa Mai".
    """
    pairs = list(zip(mentions, named, strict=True))
    whole = {
        same_name(body.name): body
        for mention, body in pairs
        if body is not None and (not mention.fill or (mention.place is not None and mention.place.name is not None))
    }
    unified: list[ResolvedMention | None] = []
    for mention, body in pairs:
        if body is None:
            unified.append(None)
            continue
        own = same_name(body.name)
        others = [
            other
            for key, other in whole.items()
            if other.type == body.type and key != own and _leaves_out(mention, own, key)
        ]
        unified.append(_renamed(body, others))
    return unified


_KINDS = regex.compile(r" (?:tỉnh|thành phố)(?= )")


def _leaves_out(mention: OrganisationMention, own: str, whole: str) -> bool:
    """Whether a name as the mention prints it is the other name less its place, its place's kind or its trade."""
    if mention.place is not None:
        return mention.place.kind is None and len(whole) > len(own) and _KINDS.sub("", whole) == own
    stem = same_name(written_out(mention.stem))
    if mention.fill or mention.why == "public_unit":
        return whole.startswith(stem + " ")
    if mention.why not in _WITH_LONG_NAMES:
        return False
    head, _, name = stem.rpartition(_LEGAL_HEAD)
    return bool(name) and len(whole) > len(own) and whole.startswith(head + _LEGAL_HEAD) and whole.endswith(" " + name)


_WITH_LONG_NAMES = frozenset({"company", "union_of_unit", "grassroots_union"})
_LEGAL_HEAD = "công ty "


def _renamed(body: ResolvedMention, others: Sequence[ResolvedMention]) -> ResolvedMention:
    """The mention under the one name that fits it; as it was where none fits or several do."""
    if len({same_name(other.name) for other in others}) != 1:
        return body
    return replace(body, name=others[0].name, level=others[0].level, province=others[0].province)


# ---- short mentions -----------------------------------------------------------------------------------------------

_FEDERATIONS = ("labour_federation", "place_union", "general_confederation", "union_movement")
_ANTECEDENTS = {
    "federation_short": _FEDERATIONS,
    "labour_federation": _FEDERATIONS,
    "sector_union": ("sector_union", "field_union"),
    "union_of_unit": ("union_of_unit", "grassroots_union"),
    "grassroots_union": ("grassroots_union", "union_of_unit"),
    "corporation_union": ("corporation_union",),
    "company": ("company", "corporation"),
    "corporation": ("corporation",),
}
"""By the entry of a short mention, the entries of the names that it may point to."""


def _pointed(
    mention: OrganisationMention,
    known: Sequence[ResolvedMention],
    before: int,
    around: ArticlePlace,
    main: str | None,
) -> ResolvedMention | None:
    """The body that a short mention points to: the last such named before it, else the first behind it."""
    wanted = _ANTECEDENTS.get(mention.why, (mention.why,))
    nearest_first = (*reversed(known[:before]), *known[before:])
    candidates = [other for other in nearest_first if other.why in wanted]
    if mention.why in _BY_STEM:
        candidates = [other for other in candidates if other.name.startswith(written_out(mention.stem))]
    if mention.why == "labour_federation":
        candidates.sort(key=lambda other: other.name != main)
    if candidates:
        return _meaning(mention, candidates[0])
    if mention.why in _OF_UNITS:
        unit = next((other for other in nearest_first if other.type in _WITH_UNIONS), None)
        if unit is None:
            return None
        base = load("organisations")[mention.why].values["base"]
        own = replace(unit, name=f"{base} {unit.name}", type=mention.type, why=mention.why)
        return replace(_meaning(mention, own), level=mention.level, short=False)
    return _of_the_article(mention, around)


_BY_STEM = frozenset({"people_s_bodies", "party_branch", "house", "public_unit"})
"""Entries with several heads: a short mention points to a body of the same head."""

_OF_UNITS = frozenset({"union_of_unit", "grassroots_union"})
_WITH_UNIONS = frozenset({OrganisationType.ENTERPRISE, OrganisationType.SCHOOL})


def _meaning(mention: OrganisationMention, meant: ResolvedMention) -> ResolvedMention:
    """The mention as one of a body named elsewhere."""
    return replace(
        meant,
        span=mention.span,
        name_span=mention.name_span,
        organ=written_out(mention.organ) if mention.organ else None,
        short=True,
        why=mention.why,
    )


def _of_the_article(mention: OrganisationMention, around: ArticlePlace) -> ResolvedMention | None:
    """The article's own body of that kind, where no name stands before: "Đảng ủy" in an article on a commune."""
    province = around.province
    if mention.why == "labour_federation" and province is not None:
        name, level = f"{mention.stem} {province.full_name}", Level.PROVINCIAL
    elif mention.why == "party_branch" and around.commune is not None and mention.stem == "Đảng ủy":
        name, level = f"{mention.stem} {around.commune}", None
    else:
        return None
    return ResolvedMention(
        mention.span,
        mention.name_span,
        name,
        mention.type,
        level,
        province.name if province is not None else None,
        written_out(mention.organ) if mention.organ else None,
        why=mention.why,
    )


# ---- the union spoken of, and the records -------------------------------------------------------------------------


def _main_union(mentions: Iterable[ResolvedMention | None], text: Text) -> str | None:
    """The union that the article speaks of: named in the headline or the lead, and most often."""
    votes: Counter[str] = Counter()
    for mention in mentions:
        if mention is None or mention.type != OrganisationType.UNION:
            continue
        line = text.line_at(mention.span.start)
        weight = 8 if line == 0 else 4 if line <= 2 else 2
        # The Confederation is named in most articles for what it laid down; few speak of it.
        votes[mention.name] += weight // 2 if mention.level == Level.NATIONAL else weight
    return max(votes, key=lambda name: votes[name]) if votes else None


def _records(mentions: Sequence[ResolvedMention], text: Text) -> Iterable[Organisation]:
    """One record for each body, at its first mention in full."""
    bodies: dict[str, list[ResolvedMention]] = {}
    for mention in mentions:
        bodies.setdefault(same_name(mention.name), []).append(mention)
    for body in sorted(bodies.values(), key=lambda body: _first_full(body).span):
        first = _first_full(body)
        yield Organisation(
            quote=text.quote(first.span),
            start=first.span.start,
            end=first.span.end,
            name=first.name,
            type=first.type,
            level=first.level,
            province=first.province,
            organ=first.organ,
            organs=tuple(dict.fromkeys(mention.organ for mention in body if mention.organ)),
            mentions=tuple(dict.fromkeys(text.quote(mention.name_span) for mention in body)),
        )


def _first_full(body: Sequence[ResolvedMention]) -> ResolvedMention:
    return next((mention for mention in body if not mention.short), body[0])
