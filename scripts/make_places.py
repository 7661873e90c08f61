#!/usr/bin/env python3
"""Write the gazetteer that ships with baocongdoan: ``lexicon/places.json`` and ``lexicon/communes.json``.

The units come from underthesea's table of old and new administrative units (from vietnamadminunits); spellings,
and districts that were gone before that table was made, from ``lexicon/places.toml``. Run it again after editing
that file or after a new release of underthesea; the output is sorted, so a diff shows what changed.

    python scripts/make_places.py
"""

from __future__ import annotations

import json
import tomllib
from collections import defaultdict
from importlib import resources
from pathlib import Path
from typing import Any

LEXICON = Path(__file__).parents[1] / "src" / "baocongdoan" / "lexicon"
HUE = "46"  # a central city only since 2025; the table knows no province before it


def split_kind(full_name: str, kinds: dict[str, list[str]]) -> tuple[str, str]:
    """``"Thị Xã Chũ"`` is ``("thị xã", "Chũ")``."""
    for kind in sorted(kinds, key=len, reverse=True):
        if full_name.casefold().startswith(kind + " "):
            return kind, full_name[len(kind) + 1 :]
    raise ValueError(f"no kind in {full_name!r}")


def former_province(table: dict[str, Any], key: str, kinds: dict[str, list[str]]) -> tuple[str, str]:
    """Kind and short name of a province of before July 2025."""
    info = table["old_province_names"][key]
    return ("tỉnh", "Thừa Thiên Huế") if info["code"] == HUE else split_kind(info["name"], kinds)


def make_places(table: dict[str, Any], notes: dict[str, Any]) -> dict[str, Any]:
    """Both generations of provinces, with the districts that the first one had."""
    kinds = notes["kinds"]
    old, new = table["old_province_names"], table["province_names"]
    districts: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in table["ward_mapping"]:
        if row["old_district"]:
            districts[row["old_province_key"]].add(split_kind(row["old_district"], kinds))

    provinces = []
    for key, info in old.items():
        kind, name = former_province(table, key, kinds)
        units = districts[key] | {split_kind(unit, kinds) for unit in notes["former_districts"].get(name, ())}
        provinces.append(
            {
                "code": info["code"],
                "name": name,
                "kind": kind,
                "successor": new[table["province_mapping"][key]]["short"],
                "aliases": notes["aliases"].get(name, []),
                "districts": {kind: sorted(n for k, n in units if k == kind) for kind in sorted({k for k, _ in units})},
            }
        )
    merged = [
        {"code": info["code"], "name": info["short"], "kind": split_kind(info["name"], kinds)[0]}
        for info in new.values()
    ]
    return {
        "kinds": {spelling: kind for kind, spellings in kinds.items() for spelling in spellings},
        "provinces": sorted(provinces, key=lambda province: province["code"]),
        "merged": sorted(merged, key=lambda province: province["code"]),
    }


def make_communes(table: dict[str, Any], notes: dict[str, Any]) -> dict[str, dict[str, list[str]]]:
    """The communes, wards and special zones since July 2025: the province that their ground was part of before, kind,
    names. One that was put together from communes of two provinces stands under both."""
    communes: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in table["ward_mapping"]:
        if row["new_ward"]:
            kind, name = split_kind(row["new_ward"], notes["kinds"])
            communes[former_province(table, row["old_province_key"], notes["kinds"])[1]][kind].add(name)
    return {
        province: {kind: sorted(names) for kind, names in sorted(kinds.items())}
        for province, kinds in sorted(communes.items())
    }


def main() -> None:
    """Read, build, write."""
    source = resources.files("underthesea").joinpath("address/data/mapping.json")
    table = json.loads(source.read_text(encoding="utf-8"))
    notes = tomllib.loads((LEXICON / "places.toml").read_text(encoding="utf-8"))
    for name, data in (("places", make_places(table, notes)), ("communes", make_communes(table, notes))):
        path = LEXICON / f"{name}.json"
        path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
        print(f"{path.name}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
