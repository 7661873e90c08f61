"""Mentions that only point to a body: "Liên đoàn Lao động tỉnh", "công đoàn công ty", "Đảng ủy"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import structs

from ...lexicon.loader import load
from ...mentions.organisations import OrganisationMention
from ...records import Level
from .bodies import EMPLOYERS, OF_UNITS, ResolvedMention, organ_of
from .canonical import same_name, written_out
from .places import ArticlePlace, Home

__all__ = ["pointed_body"]

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


def pointed_body(
    mention: OrganisationMention,
    known: Sequence[ResolvedMention],
    before: int,
    around: ArticlePlace,
    main: str | None,
) -> ResolvedMention | None:
    """The body that a short mention points to: the last such named before it, else the first behind it."""
    wanted = _ANTECEDENTS.get(mention.why, (mention.why,))
    stem = written_out(mention.stem) if mention.why in _BY_STEM else ""
    fitting = (other for other in _nearest_first(known, before) if other.why in wanted and other.name.startswith(stem))
    meant = None
    if mention.why in ("labour_federation", "sector_union"):  # without a place, the one that the article speaks of
        meant = next((other for other in known if other.name == main and other.why in wanted), None)
    meant = meant or next(fitting, None)
    if mention.why == "corporation_union" and (meant is None or meant.span.start > mention.span.start):
        # "Ở Tổng công ty Hoa Mai, Công đoàn Tổng công ty …": of the one just named, not of one named later
        corporations = (known[index] for index in range(before - 1, -1, -1) if known[index].why == "corporation")
        meant = _union_of_unit(mention, corporations) or meant
    if meant is not None and mention.why == "company" and meant.why == "corporation":
        # nobody calls a corporation a company that has not been named yet
        meant = meant if meant.span.start < mention.span.start else None
    if meant is not None:
        return _meaning(mention, meant)
    if mention.why in OF_UNITS:
        return _union_of_unit(mention, _nearest_first(known, before))
    return _of_the_article(mention, around)


def _nearest_first(known: Sequence[ResolvedMention], before: int) -> Iterator[ResolvedMention]:
    """The bodies named before a mention, the last of them first; then those named behind it."""
    yield from (known[index] for index in range(before - 1, -1, -1))
    yield from (known[index] for index in range(before, len(known)))


def _union_of_unit(mention: OrganisationMention, bodies: Iterable[ResolvedMention]) -> ResolvedMention | None:
    """The union of the company or school spoken of: "CĐCS công ty"; of the hospital, where that is what it is called
    by: "Công đoàn Bệnh viện"."""
    base = load("organisations")[mention.why].values["base"]
    kind = same_name(written_out(mention.stem).removeprefix(base)) + " "
    named = list(bodies)
    of_kind = (body for body in named if kind != " " and same_name(body.name).startswith(kind))
    unit = next(of_kind, None) or next((body for body in named if body.type in EMPLOYERS), None)
    if unit is None:
        return None
    own = structs.replace(unit, name=f"{base} {unit.name}", type=mention.type, why=mention.why)
    return structs.replace(_meaning(mention, own), level=mention.level, short=False)


_BY_STEM = frozenset({"people_s_bodies", "party_branch", "house", "public_unit"})
"""Entries with several heads: a short mention points to a body of the same head."""


def _meaning(mention: OrganisationMention, meant: ResolvedMention) -> ResolvedMention:
    """The mention as one of a body named elsewhere."""
    return structs.replace(
        meant,
        span=mention.span,
        name_span=mention.name_span,
        organ=organ_of(mention),
        short=True,
        why=mention.why,
    )


def _of_the_article(mention: OrganisationMention, around: ArticlePlace) -> ResolvedMention | None:
    """The article's own body of that kind, where no name stands before: "Đảng ủy" in an article on a commune."""
    level: Level | None
    home: Home | None
    if mention.why == "labour_federation" and around.home is not None:
        name, level, home = f"{mention.stem} {around.home.province.full_name}", Level.PROVINCIAL, around.home.whole
    elif mention.why == "party_branch" and around.commune is not None and mention.stem == "Đảng ủy":
        name, level, home = f"{mention.stem} {around.commune.text}", None, around.commune.home
    else:
        return None
    return ResolvedMention(
        mention.span,
        mention.name_span,
        name,
        mention.type,
        level,
        home,
        organ_of(mention),
        why=mention.why,
    )
