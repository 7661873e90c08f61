"""Canonical names: abbreviations written out, spelling of heads evened, the place put in."""

from __future__ import annotations

from functools import cache, lru_cache

import regex

from ...language.fold import fold, lower
from ...lexicon.kept import compiled
from ...lexicon.loader import either, load
from ...lexicon.places import Province
from ...mentions.organisations import OrganisationMention
from ...records import Level
from .places import ArticlePlace, Place

__all__ = ["canonical_name", "federation_in", "federation_of", "same_name", "written_out"]


@lru_cache(maxsize=1024)
def written_out(printed: str) -> str:
    """The name with its abbreviations written out; legal forms (TNHH, CP, MTV) stay as printed.

    >>> written_out("Trường THPT Lao Bảo"), written_out("Cty TNHH Hoa Mai")
    ('Trường Trung học phổ thông Lao Bảo', 'Công ty TNHH Hoa Mai')
    """
    name = _abbreviations().sub(_expansion, fold(printed))
    return " ".join(name.replace('"', "").replace("'", "").split()).strip(" -,")


@cache
def _abbreviations() -> regex.Pattern[str]:
    return compiled(either(load("abbreviations").entries))


def _expansion(found: regex.Match[str]) -> str:
    assert found.lastgroup is not None  # one of the alternatives matched  # noqa: S101
    return str(load("abbreviations")[found.lastgroup].values["expansion"])


def canonical_name(mention: OrganisationMention, place: Place | None) -> str:
    """The mention's full name, with the place that its phrase means."""
    stem = written_out(mention.stem)
    if place is None or not place.text:
        kind = mention.place.kind if mention.place is not None else None
        return f"{stem} {kind}" if kind is not None and not mention.omit_kind else stem
    if mention.why == "place_union" and place.level in (Level.PROVINCIAL, Level.DISTRICT):
        stem = _federation()
    if mention.omit_kind or (_printed_bare(mention) and not _takes_kind(mention)):
        # In a name after a person or a number the kind is part of the name.
        whole = place.text.startswith("Thành phố") or (place.name or "").isdigit()
        return f"{stem} {place.text if whole else place.name}"
    return f"{stem} {place.text}"


def _printed_bare(mention: OrganisationMention) -> bool:
    return mention.place is not None and mention.place.kind is None


def _takes_kind(mention: OrganisationMention) -> bool:
    """Whether a place's kind belongs to such names even where it is not printed: "LĐLĐ Đồng Nai", "Sở Y tế Nghệ An"."""
    values = load("organisations")[mention.why].values
    return bool(values["tail"] == "place" or values.get("takes_kind", False))


def federation_of(place: ArticlePlace) -> str | None:
    """The canonical name of the federation that leads the province of an article; null where that is not known.

    >>> federation_of(ArticlePlace()) is None
    True
    """
    return federation_in(place.home.province) if place.home is not None else None


def federation_in(province: Province) -> str:
    """The canonical name of the federation of a province."""
    return f"{_federation()} {province.full_name}"


def _federation() -> str:
    return str(load("organisations")["labour_federation"].values["base"])


@lru_cache(maxsize=1024)
def same_name(name: str) -> str:
    """What two spellings of one name have in common.

    >>> same_name("Công đoàn Khu Kinh tế") == same_name("công đoàn khu  kinh tế")
    True
    """
    return " ".join(lower(fold(name)).replace("-", " ").replace(",", " ").split())
