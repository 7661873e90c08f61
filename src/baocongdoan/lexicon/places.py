"""Viet Nam's provinces and districts, in both of their generations.

Up to 30 June 2025 there were 63 provinces with districts; since 1 July 2025 there are 34, and no districts. Every
question here can be asked for a day (ISO 8601); without one the older generation answers, whose names go on being
spoken of. Names are found whatever their spelling: case, tone placement, hyphens, i/y and abbreviations don't matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from ..language.fold import fold, lower
from .kept import compiled
from .loader import words

__all__ = ["CITY", "MERGER_DAY", "PROVINCE", "District", "Gazetteer", "Province", "gazetteer", "key"]

MERGER_DAY = "2025-07-01"
"""The first day of the 34 provinces, and the first without districts."""

HUE_DAY = "2025-01-01"
"""The day on which Thừa Thiên Huế province became the central city of Huế."""

PROVINCE, CITY = "tỉnh", "thành phố"
"""The kinds of a province; under a province, a city is a district."""

_NAME_WORD = compiled(r"[\p{Lu}\d][\p{L}\d']*+")
_NEXT_WORD = compiled(r"(?: {1,2}|\. ?| ?- ?)([\p{Lu}\d][\p{L}\d']*+)")
_JOINTS = compiled(r"[\s.\-'_]+")
# "Mỹ Đức" and "Mĩ Đức": after these consonants i and y are the same vowel.
_Y_AS_I = compiled(r"(?<=\b(?:h|k|l|m|q|qu|s|t))[yỳýỷỹỵ](?!\p{L})")
_TO_I = str.maketrans("yỳýỷỹỵ", "iìíỉĩị")


class Province(Struct, frozen=True):
    """A province or central city of one of the two generations: short name and kind.

    ``successor`` is the short name of the province of today on its ground (its own where it was not merged). The codes
    are the General Statistics Office's: ``code_before`` that of the older generation, null for a province that was put
    together from several, ``code_after`` that of the province of today.
    """

    name: str
    kind: str
    successor: str
    code_before: str | None
    code_after: str

    @property
    def full_name(self) -> str:
        """Kind and name as they are written in an organisation's name.

        >>> gazetteer().province("TP.HCM").full_name, gazetteer().province("Yên Bái").full_name
        ('Thành phố Hồ Chí Minh', 'tỉnh Yên Bái')
        """
        kind = self.kind.capitalize() if self.name in words("places", "kind_in_name") else self.kind
        return f"{kind} {self.name}"


class District(Struct, frozen=True):
    """A district (huyện, quận, thị xã, or a city under a province) of before July 2025."""

    name: str
    kind: str
    province: str


class Gazetteer(Struct, frozen=True, dict=True):
    """The units with their lookups; get the shipped one from ``gazetteer()``."""

    provinces: tuple[Province, ...]
    merged: tuple[Province, ...]
    districts: tuple[District, ...]
    kinds: dict[str, str]
    aliases: dict[str, tuple[str, ...]]

    @cached_property
    def _provinces_by_key(self) -> dict[str, Province]:
        found = {key(province.name): province for province in (*self.merged, *self.provinces)}
        for province in self.provinces:
            for alias in self.aliases[province.name]:
                found[key(alias)] = province
        return found

    @cached_property
    def _merged_by_name(self) -> dict[str, Province]:
        return {province.name: province for province in self.merged}

    @cached_property
    def _districts_by_key(self) -> dict[str, tuple[District, ...]]:
        found: defaultdict[str, list[District]] = defaultdict(list)
        for name, district in zip(_keys([unit.name for unit in self.districts]), self.districts, strict=True):
            found[name].append(district)
        return {name: tuple(districts) for name, districts in found.items()}

    @cached_property
    def _longest_by_first_syllable(self) -> dict[str, int]:
        """How many syllables the longest of the names has that begin with a syllable."""
        longest: dict[str, int] = {}
        for name in (*self._provinces_by_key, *self._districts_by_key):
            syllables = name.split(" ")
            longest[syllables[0]] = max(len(syllables), longest.get(syllables[0], 0))
        return longest

    def province(self, name: str, day: str | None = None) -> Province | None:
        """The province of that name, in any spelling; as it was on that day if it had that name then.

        >>> gazetteer().province("Đắc Lắc").name
        'Đắk Lắk'
        >>> gazetteer().province("Huế", "2024-05-01").full_name, gazetteer().province("Huế", "2025-02-01").full_name
        ('tỉnh Thừa Thiên Huế', 'thành phố Huế')
        """
        province = self._provinces_by_key.get(key(name))
        if province is None or day is None:
            return province
        current = self.on(province, day)
        return current if current.name == province.name or self._was_renamed(province) else province

    def on(self, province: Province, day: str | None) -> Province:
        """The province that this one's ground belonged to on that day.

        >>> places = gazetteer()
        >>> places.on(places.province("Yên Bái"), "2025-08-01").name
        'Lào Cai'
        """
        since = HUE_DAY if self._was_renamed(province) else MERGER_DAY
        return province if day is None or day < since else self._merged_by_name[province.successor]

    def _was_renamed(self, province: Province) -> bool:
        """Whether all of it, and nothing else, is a province of another name today: as Thừa Thiên Huế alone is."""
        current = self._merged_by_name[province.successor]
        return current.name != province.name and current.code_before is not None

    def districts_named(self, name: str, kind: str | None = None) -> tuple[District, ...]:
        """All districts of that name; of that kind, where there are any.

        >>> [district.province for district in gazetteer().districts_named("Dương Kinh")]
        ['Hải Phòng']
        >>> len(gazetteer().districts_named("Châu Thành")) > 5
        True
        """
        found = self._districts_by_key.get(key(name), ())
        if kind is not None and any(district.kind == kind for district in found):
            found = tuple(district for district in found if district.kind == kind)
        return found

    def communes_named(self, name: str, kind: str | None = None) -> tuple[str, ...]:
        """The provinces of the older generation on whose ground there is a commune, ward or special zone of that name.

        >>> gazetteer().communes_named("Côn Đảo", "đặc khu")
        ('Bà Rịa - Vũng Tàu',)
        """
        found = _communes().get(key(name), ())
        return tuple(dict.fromkeys(province for of_kind, province in found if kind in (None, of_kind)))

    def kind(self, printed: str) -> str | None:
        """What a printed word for a kind of place means.

        >>> gazetteer().kind("TP."), gazetteer().kind("nhà")
        ('thành phố', None)
        """
        return self.kinds.get(lower(fold(printed)).strip())

    def name_at(self, folded: str, position: int, *, districts: bool = True) -> int | None:
        """Where the longest name of a province or district that stands at the position ends.

        >>> text = "LĐLĐ Bà Rịa - Vũng Tàu"
        >>> text[5 : gazetteer().name_at(text, 5)]
        'Bà Rịa - Vũng Tàu'
        """
        word = _NAME_WORD.match(folded, position)
        longest = self._longest_by_first_syllable.get(_first_syllable(word[0]), 0) if word is not None else 0
        ends: list[int] = []
        while word is not None and len(ends) < longest:
            ends.append(word.end())
            word = _NEXT_WORD.match(folded, word.end())
        for end in reversed(ends):
            name = key(folded[position:end])
            if name in self._provinces_by_key or (districts and name in self._districts_by_key):
                return end
        return None


@cache
def gazetteer() -> Gazetteer:
    """The shipped gazetteer, read once a process (in about two milliseconds)."""
    raw = msgspec.json.decode(_read("places.json"))
    code_after = {row["name"]: row["code"] for row in raw["merged"]}
    parts: defaultdict[str, list[str]] = defaultdict(list)
    for row in raw["provinces"]:
        parts[row["successor"]].append(row["code"])
    code_before = {name: codes[0] if len(codes) == 1 else None for name, codes in parts.items()}
    provinces = tuple(
        Province(row["name"], row["kind"], row["successor"], row["code"], code_after[row["successor"]])
        for row in raw["provinces"]
    )
    merged = tuple(
        Province(row["name"], row["kind"], row["name"], code_before[row["name"]], row["code"]) for row in raw["merged"]
    )
    return Gazetteer(
        provinces,
        merged,
        tuple(_districts(raw["provinces"])),
        raw["kinds"],
        {row["name"]: tuple(row["aliases"]) for row in raw["provinces"]},
    )


def _districts(rows: Iterable[dict[str, Any]]) -> Iterable[District]:
    for row in rows:
        for kind, names in row["districts"].items():
            for name in names:
                yield District(name, kind, row["name"])


@cache
def _communes() -> dict[str, tuple[tuple[str, str], ...]]:
    """Name to (kind, province of the older generation).

    Most articles name no commune, so the file is read when one does.
    """
    units = [
        (name, kind, province)
        for province, kinds in msgspec.json.decode(_read("communes.json")).items()
        for kind, names in kinds.items()
        for name in names
    ]
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, (_, kind, province) in zip(_keys([unit[0] for unit in units]), units, strict=True):
        found[name].append((kind, province))
    return {name: tuple(places) for name, places in found.items()}


def _read(name: str) -> bytes:
    return Path(__file__).with_name(name).read_bytes()


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """What is left of a name when its spelling is ironed out: two spellings of one name have the same key.

    >>> key("TP. HCM"), key("Mĩ  Đức") == key("MỸ ĐỨC")
    ('tp hcm', True)
    """
    return _ironed(name).strip()


@lru_cache(maxsize=4096)
def _first_syllable(word: str) -> str:
    return key(word).partition(" ")[0]


def _keys(names: Sequence[str]) -> list[str]:
    """The keys of many names, ironed out in one go: a thousand names in a millisecond."""
    return _ironed("|".join(names)).split("|") if names else []


def _ironed(text: str) -> str:
    plain = _JOINTS.sub(" ", lower(fold(text)))
    return _Y_AS_I.sub(lambda found: found[0].translate(_TO_I), plain)
