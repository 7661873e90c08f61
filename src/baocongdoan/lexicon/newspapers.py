"""Newspapers and sites that are one province's own or a union's own, known by their host or their printed name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from ..language.fold import fold, lower, without_marks
from .loader import load, pattern_of
from .places import gazetteer

__all__ = ["is_union_site", "province_of_paper"]

_HOST = re.compile(r"[a-z\d-]+(?:\.[a-z\d-]+)+")
_LETTERS = re.compile(r"[^a-z]+")


def province_of_paper(paper: str) -> str | None:
    """The province whose own newspaper, portal or union's site that is; none for one of the whole country.

    ``paper`` is a host or a name as printed. The province is named as before the mergers of July 2025 if it has that
    name then; ``Gazetteer.on`` tells where it belongs on a day.

    >>> papers = ("baoyenbai.com.vn", "congdoan.hanam.gov.vn", "Báo Ấp Bắc", "congdoan.vn")
    >>> [province_of_paper(paper) for paper in papers]
    ['Yên Bái', 'Hà Nam', 'Tiền Giang', None]
    """
    name = lower(fold(paper)).strip().removeprefix("www.")
    own = load("newspapers").tables["papers"].get(name)
    if own is not None:
        return str(own)
    if _HOST.fullmatch(name) is None:
        return None
    found = (_province_in(part) for part in name.split("."))
    return next((province for province in found if province is not None), None)


def is_union_site(site: str) -> bool:
    """Whether that is the host of a trade union's own site; newspapers that a union publishes are none.

    >>> [is_union_site(site) for site in ("congdoan.hanam.gov.vn", "ldldquangtri.vn", "laodong.vn", "Báo Ấp Bắc")]
    [True, True, False, False]
    """
    host = site.strip().lower()
    return _HOST.fullmatch(host) is not None and pattern_of("newspapers", "union_host").search(host) is not None


def _province_in(part: str) -> str | None:
    found = pattern_of("newspapers", "host_part").match(part.replace("-", ""))
    return _host_names().get(found["place"]) if found is not None else None


@cache
def _host_names() -> Mapping[str, str]:
    """The provinces by their names as hosts write them."""
    places = gazetteer()
    names = {_plain(province.name): province.name for province in (*places.merged, *places.provinces)}
    return {**names, **load("newspapers").tables["host_names"]}


def _plain(name: str) -> str:
    """The letters of a name without their marks.

    >>> _plain("Bà Rịa - Vũng Tàu"), _plain("Đắk Lắk")
    ('bariavungtau', 'daklak')
    """
    return _LETTERS.sub("", without_marks(name).lower())
