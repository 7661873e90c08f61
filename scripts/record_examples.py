"""The examples on the pages that explain the records: a sentence, and below it what comes out.

A sentence stands in a block quote, a whole page in a fence with the title ``page.txt``; the ``json`` fence that follows
shows a record a line. Each line chooses what it shows:

- ``{"quote": "8 lớp", "value": 8}``: these fields of the fact with this quote (and of this ``kind``, where it is named)
- ``{"counts": ["8 lớp"]}``: the quotes of all facts of a kind
- ``{"article": {"title": null}}``: these fields of the article
- ``{"line": 3, "role": "title"}``: these fields of a line of the page
"""

from __future__ import annotations

import contextlib
import json
import re
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import baocongdoan

__all__ = ["Example", "examples", "refreshed"]

_EXAMPLE = re.compile(
    r"(?P<source>(?:^>.*\n)+|^```text title=\"page.txt\"\n(?:.*\n)*?```\n)"
    r"\n```json\n(?P<shown>(?:.*\n)*?)```$",
    re.MULTILINE,
)
_KNOWN = re.compile(r"\*Published (?P<published>\S+?)(?: at (?P<url>\S+?))?\.\*")


@dataclass(frozen=True)
class Example:
    """Where on its page it begins, and the records that it shows."""

    start: int
    shown: tuple[dict[str, Any], ...]


def examples(markdown: str) -> list[Example]:
    """The examples of a page, as they stand there.

    >>> page = '> Năm 2024\\n\\n```json\\n{"quote": "Năm 2024", "first_day": "2023"}\\n```'
    >>> examples(page)[0].shown
    ({'quote': 'Năm 2024', 'first_day': '2023'},)
    """
    return [Example(found.start(), tuple(_shown(found))) for found in _EXAMPLE.finditer(markdown)]


def refreshed(markdown: str) -> str:
    """The page with the values that come out now; a quote that is no fact raises ``LookupError``.

    >>> page = '> Năm 2024\\n\\n```json\\n{"quote": "Năm 2024", "first_day": "2023"}\\n```'
    >>> print(refreshed(page).splitlines()[3])
    {"quote": "Năm 2024", "first_day": "2024-01-01"}
    """

    def rerun(found: re.Match[str]) -> str:
        extraction = _extraction(found["source"])
        lines = (json.dumps(_renewed(record, extraction), ensure_ascii=False) + "\n" for record in _shown(found))
        return found[0].replace(found["shown"], "".join(lines))

    return _EXAMPLE.sub(rerun, markdown)


def _shown(found: re.Match[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in found["shown"].splitlines()]


def _extraction(source: str) -> baocongdoan.Extraction:
    if source.startswith("```"):
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
            page = Path("page.txt")
            page.write_text("".join(source.splitlines(keepends=True)[1:-1]), encoding="utf-8")
            return baocongdoan.extract(page)
    lines = [line for marked in source.splitlines() if (line := marked.removeprefix(">").strip())]
    known = _KNOWN.fullmatch(lines[0])
    said = known.groupdict() if known else {}
    return baocongdoan.extract("\n".join(lines[1:] if known else lines), clean=False, **said)


def _renewed(record: Mapping[str, Any], extraction: baocongdoan.Extraction) -> dict[str, Any]:
    written = json.loads(extraction.to_json())
    match record:
        case {"article": wanted}:
            return {"article": _fields(wanted, written["article"])}
        case {"line": number}:
            return _fields(record, _only([line for line in written["article"]["lines"] if line["line"] == number]))
        case {"quote": quote}:
            named = [fact for fact in written["facts"] if fact["quote"] == quote and record.keys() <= fact.keys()]
            return _fields(record, _only([fact for fact in named if record.get("kind", fact["kind"]) == fact["kind"]]))
    [kind] = record
    return {kind: [fact.quote for fact in getattr(extraction, kind)]}


def _fields(wanted: Mapping[str, Any], record: Mapping[str, Any]) -> dict[str, Any]:
    return {name: record[name] for name in wanted}


def _only(found: Sequence[dict[str, Any]]) -> dict[str, Any]:
    if len(found) != 1:
        raise LookupError(f"{len(found)} records are what the example shows: {found}")
    return found[0]
