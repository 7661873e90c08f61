"""Tie organisations to their article: which body each mention is, and one record for each body.

Names are resolved in two rounds: first the mentions that name a body themselves, with the article's place filled in
where their own is left out; then the short ones ("công đoàn ngành", "liên đoàn", "công ty"), which point to one of
those.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, structs

from ...language.text import Span, Text
from ...lexicon.loader import pattern_of
from ...lexicon.places import gazetteer
from ...mentions.organisations import OrganisationMention, find_organisations
from ...records import Article, Date, Level, Organisation, OrganisationType, PlaceSource
from .article_place import article_day, article_place
from .bodies import OF_UNITS, ResolvedMention, named_body
from .canonical import same_name
from .places import ArticlePlace, Home, surest
from .pointers import pointed_body
from .whole_names import unified

__all__ = ["Directory", "ResolvedMention", "resolve_organisations"]


class Directory(Struct, frozen=True):
    """The organisations of an article: the facts, every mention in the order of the text, and what fills gaps."""

    organisations: tuple[Organisation, ...]
    mentions: tuple[ResolvedMention, ...]
    place: ArticlePlace
    main: str | None
    day: str | None = None
    _starts: tuple[int, ...] = ()

    def within(self, span: Span) -> tuple[ResolvedMention, ...]:
        """The mentions that lie within the span."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return tuple(mention for mention in self.mentions[first:last] if mention.span.end <= span.end)

    def before(self, position: int) -> ResolvedMention | None:
        """The last mention that ends before the position (or at it)."""
        return next(self.backwards(position), None)

    def backwards(self, position: int) -> Iterator[ResolvedMention]:
        """The mentions that end before the position (or at it), the nearest first."""
        nearest_first = range(bisect_left(self._starts, position) - 1, -1, -1)
        return (self.mentions[index] for index in nearest_first if self.mentions[index].span.end <= position)

    def overlapping(self, span: Span) -> tuple[ResolvedMention, ...]:
        """The mentions that share a code point with the span; they don't with each other."""
        first = max(bisect_left(self._starts, span.start) - 1, 0)
        last = bisect_left(self._starts, span.end)
        return tuple(mention for mention in self.mentions[first:last] if mention.span.overlaps(span))

    def canonical(self, surface: str) -> str | None:
        """The canonical name of a printed form, with the article's place filled in; null where it names no body.

        >>> from ...mentions.organisations import find_organisations
        >>> text = Text.plain("LĐLĐ tỉnh Yên Bái tổ chức tập huấn")
        >>> directory = resolve_organisations(find_organisations(text), text, Article(id="a", origin="-"))
        >>> directory.canonical("UBND tỉnh"), directory.canonical("các cấp công đoàn")
        ('Ủy ban nhân dân tỉnh Yên Bái', None)
        """
        text = Text.plain(surface)
        mentions = find_organisations(text)
        if not mentions:
            return None
        resolved = named_body(mentions[0], text, None, self.place, self.day)
        if resolved is None:
            resolved = pointed_body(mentions[0], self.mentions, len(self.mentions), self.place, self.main)
        return resolved.name if resolved is not None else None


def resolve_organisations(
    mentions: Sequence[OrganisationMention], text: Text, article: Article, dates: Sequence[Date] = ()
) -> Directory:
    """The directory of an article's organisations; its ``dates`` tell which map counts where no publication does.

    >>> text = Text.plain("LĐLĐ tỉnh Yên Bái mở 3 lớp. Ban Thường vụ LĐLĐ tỉnh đánh giá cao.")
    >>> directory = resolve_organisations(find_organisations(text), text, Article(id="a", origin="-"))
    >>> [(o.name, o.province, o.organs, o.mentions) for o in directory.organisations]
    [('Liên đoàn Lao động tỉnh Yên Bái', 'Yên Bái', ('Ban Thường vụ',), ('LĐLĐ tỉnh Yên Bái', 'LĐLĐ tỉnh'))]
    """
    mentions = _without_boards(_with_kinds(mentions))
    day = article_day(article, mentions, dates)
    around = article_place(mentions, text, article, day)
    named = [
        named_body(mention, text, mentions[index + 1] if index + 1 < len(mentions) else None, around, day)
        for index, mention in enumerate(mentions)
    ]
    named = _with_units_homes(
        _one_union_of_unit(_one_zone_union(unified(mentions, _of_last_named(mentions, named, text))))
    )
    main = _main_union(named, text)
    known = [mention for mention in named if mention is not None]
    known_starts = [mention.span.start for mention in known]
    resolved: list[ResolvedMention] = []
    for mention, own in zip(mentions, named, strict=True):
        before = bisect_left(known_starts, mention.span.start)
        meant = own if own is not None else pointed_body(mention, known, before, around, main)
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


def _with_kinds(mentions: Sequence[OrganisationMention]) -> list[OrganisationMention]:
    """The mentions, those of unions by a bare place with the kind that the place has elsewhere in the article: "Công
    đoàn Tam Kỳ" beside "Công đoàn phường Tam Kỳ"; a province's bare name is the province."""
    unions = [mention for mention in mentions if mention.why in _UNIONS_OF_PLACES and mention.place is not None]
    first_last = reversed(unions)  # so that the kind printed first is the one that stays
    kinds = {mention.place.name: mention.place.kind for mention in first_last if mention.place and mention.place.kind}
    return [
        structs.replace(mention, place=structs.replace(mention.place, kind=kinds[mention.place.name]))
        if mention.place is not None and _is_bare(mention) and mention.place.name in kinds
        else mention
        for mention in mentions
    ]


def _without_boards(mentions: list[OrganisationMention]) -> list[OrganisationMention]:
    """The army's union under the name without its board, where the article has that, too."""
    unions = {mention.stem for mention in mentions if mention.why == "national_field_union"}
    return [
        structs.replace(mention, stem=stem)
        if mention.why == "army_union" and (stem := mention.stem.partition(" ")[2]) in unions
        else mention
        for mention in mentions
    ]


def _one_zone_union(named: Sequence[ResolvedMention | None]) -> list[ResolvedMention | None]:
    """A province has one union of all its zones: "Công đoàn các KCN tỉnh" is the "Công đoàn các Khu kinh tế và Khu công
    nghiệp tỉnh Quảng Nam" of the same article."""
    whole: dict[str | None, str] = {}
    for body in named:
        if body is None or not _is_of_all_zones(body):
            continue
        if _says_all(body.name) > _says_all(whole.get(body.province, "")):
            whole[body.province] = body.name
    return [
        structs.replace(body, name=whole[body.province]) if body is not None and _is_of_all_zones(body) else body
        for body in named
    ]


def _says_all(name: str) -> tuple[int, bool, int]:
    """What makes one name of the union of all zones fuller than another: the kinds of zones that it tells, that it
    says there are several, its length."""
    kinds = pattern_of("organisations", "zone_kind").findall(name.lower())
    return len(kinds), pattern_of("organisations", "plural_zones").match(name.lower()) is not None, len(name)


def _one_union_of_unit(named: Sequence[ResolvedMention | None]) -> list[ResolvedMention | None]:
    """A unit has one union, a grassroots union if it is called so anywhere: "Công đoàn Công ty Hoa Mai … CĐCS Công ty
    Hoa Mai"."""
    first: dict[str, ResolvedMention] = {}  # by the name of the unit
    for body in sorted(
        (body for body in named if body is not None and body.why in OF_UNITS),
        key=lambda body: (body.why != "grassroots_union", body.span),
    ):
        first.setdefault(_unit_of(body), body)
    return [_by_first_name(body, first) if body is not None else None for body in named]


def _by_first_name(body: ResolvedMention, first: Mapping[str, ResolvedMention]) -> ResolvedMention:
    """The union under the one name of its unit's union; that of a commune, which was a grassroots
    union before it became a level of its own, only where it was called so before: "CĐCS xã A … Công đoàn xã"."""
    if body.why in OF_UNITS:
        return structs.replace(body, name=first[_unit_of(body)].name)
    if body.level is not Level.COMMUNE or body.why not in _UNIONS_OF_PLACES or not first:
        return body
    same = first.get(_unit_of(body))
    if same is None or same.why != "grassroots_union" or same.span.start > body.span.start:
        return body
    return structs.replace(body, name=same.name, level=same.level, why=same.why)


def _unit_of(union: ResolvedMention) -> str:
    words = pattern_of("organisations", "union_of").match(union.name.lower())
    return same_name(union.name[words.end() :] if words is not None else union.name)


def _of_last_named(
    mentions: Sequence[OrganisationMention], named: Sequence[ResolvedMention | None], text: Text
) -> list[ResolvedMention | None]:
    """The unions of districts by their kind alone are those of the last one named of that kind, where the article's own
    is named only later: "LĐLĐ quận A tặng quà … LĐLĐ quận còn … LĐLĐ quận B họp"; or where a roundup of many has only
    that one in the paragraph."""
    last: dict[str, tuple[ResolvedMention, int]] = {}  # by the kind of their places, with the line
    so_far: dict[str, int] = {}  # the last line that has them
    bodies: list[ResolvedMention | None] = []
    in_full: dict[str, str] = {}  # the kinds of their places
    for mention, body in zip(mentions, named, strict=True):
        if body is not None and mention.place is not None and mention.place.name is not None:
            in_full[body.name] = _kind_of(mention) or ""
    many = {kind for kind, count in Counter(in_full.values()).items() if count >= _ROUNDUP}
    for mention, body in zip(mentions, named, strict=True):
        meant = body
        kind = _kind_of(mention)
        if body is not None and kind is not None and mention.place is not None:
            line = text.line_at(mention.span.start)
            before, its_line = last.get(kind, (None, -1))
            if mention.place.name is not None:
                last[kind] = body, line
                so_far[body.name] = line
            elif before is not None and body.name in in_full:
                is_apart = kind in many and its_line == line != so_far.get(body.name)
                if is_apart or body.name not in so_far:
                    meant = structs.replace(body, name=before.name, level=before.level, home=before.home)
        bodies.append(meant)
    return bodies


_ROUNDUP = 3  # bodies of one kind named in full


def _kind_of(mention: OrganisationMention) -> str | None:
    """The kind of the place that a union is called by, as it is printed."""
    if mention.why not in _UNIONS_OF_PLACES or mention.place is None:
        return None
    return mention.place.kind


def _is_of_all_zones(body: ResolvedMention) -> bool:
    if body.level is not Level.ZONE or body.province is None or not body.name.endswith(body.province):
        return False
    bare = body.name.lower().removesuffix(body.province.lower())
    return pattern_of("organisations", "of_all_zones").fullmatch(bare) is not None


def _with_units_homes(named: Sequence[ResolvedMention | None]) -> list[ResolvedMention | None]:
    """Unions in the provinces of their firms, which the article may name more fully: "Công đoàn Công ty Hoa Mai" of
    the "Công ty CP May Hoa Mai ở Tây Ninh"."""
    homes: dict[str, dict[str, Home | None]] = {}  # by what a name is cut down to, the homes by the whole names
    for body in named:
        if body is not None and body.type is OrganisationType.ENTERPRISE:
            for end in _ends_of_company(body.name):
                homes.setdefault(end, {}).setdefault(body.name, body.home)
    return [_with_units_home(body, homes) if body is not None else None for body in named] if homes else [*named]


def _with_units_home(body: ResolvedMention, homes: Mapping[str, Mapping[str, Home | None]]) -> ResolvedMention:
    is_told = body.home is not None and body.home.told_by is PlaceSource.NAME
    if body.why not in OF_UNITS or is_told:
        return body
    whole = next(iter(_ends_of_company(body.name)), None)
    meant = [*homes.get(whole, {}).values()] if whole is not None else []
    return structs.replace(body, home=meant[0]) if len(meant) == 1 else body


def _ends_of_company(name: str) -> list[str]:
    """What a company's name may be cut down to, the longest first: "may hoa mai", "hoa mai", "mai"."""
    company = pattern_of("organisations", "company_head").match(same_name(name))
    if company is None:
        return []
    syllables = company["name"].split()
    return [" ".join(syllables[first:]) for first in range(len(syllables))][:_MOST_ENDS]


_MOST_ENDS = 12  # no company's name has more syllables that tell it from others


_UNIONS_OF_PLACES = ("labour_federation", "place_union")


def _is_bare(mention: OrganisationMention) -> bool:
    if mention.why not in _UNIONS_OF_PLACES or mention.place is None or mention.place.kind is not None:
        return False
    return mention.place.name is not None and gazetteer().province(mention.place.name) is None


# ---- the union spoken of, and the records -------------------------------------------------------------------------


_FIRST = 3  # what a union weighs more for being named first


def _main_union(mentions: Iterable[ResolvedMention | None], text: Text) -> str | None:
    """The union that the article speaks of: named in the headline or the lead, and most often."""
    votes: Counter[str] = Counter()
    for mention in mentions:
        if mention is None or mention.type != OrganisationType.UNION:
            continue
        line = text.line_at(mention.span.start)
        weight = 8 if line == 0 else 4 if line <= 2 else 2
        weight += _FIRST if not votes else 0
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
        home = _surest_home(first, body)
        yield Organisation(
            quote=text.quote(first.span),
            start=first.span.start,
            end=first.span.end,
            name=first.name,
            type=first.type,
            level=first.level,
            province=first.province,
            province_code_before=home.ground.code_before if home is not None else None,
            province_code_after=home.ground.code_after if home is not None else None,
            why=home.told_by if home is not None else None,
            organ=first.organ,
            organs=tuple(dict.fromkeys(mention.organ for mention in body if mention.organ)),
            mentions=tuple(dict.fromkeys(text.quote(mention.name_span) for mention in body)),
        )


def _first_full(body: Sequence[ResolvedMention]) -> ResolvedMention:
    named = [mention for mention in body if not mention.short]
    return next((mention for mention in named if not mention.cut), (named or body)[0])


def _surest_home(first: ResolvedMention, body: Iterable[ResolvedMention]) -> Home | None:
    """The body's home at its first mention, as the mention tells it that tells it best: once it may stand in the name
    that is left out at another time."""
    if first.home is None:
        return None
    province = first.home.province
    return surest(mention.home for mention in body if mention.home is not None and mention.home.province == province)
