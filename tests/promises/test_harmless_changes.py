"""Promises 1 and 3: what only typists, editors and crawlers vary changes no fact, and each fact stands where it says.

Every article of the corpora under every change would take a minute: one in five is tried here, each article and each
change several times, and all of them by ``make test-engines``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, replace
from functools import cache, partial
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from baocongdoan.cleaning.source_places import place_in_source
from baocongdoan.language.fold import clean_characters, fold
from baocongdoan.pipeline import clean, extract, read
from baocongdoan.records import Extraction, Fact, Page, Role

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "corpora" / "articles").glob("*.txt")) + sorted(
    (ROOT.parent / "shared" / "corpus").glob("*.txt")
)
ONE_IN = 5

# ---- the changes ---------------------------------------------------------------------------------------------------

_NEW = ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"]
_OLD = ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"]
_CASES = (str, str.capitalize, str.upper)
OLD_OF = {case(new): case(old) for new, old in zip(_NEW, _OLD, strict=True) for case in _CASES}
NEW_OF = {old: new for new, old in OLD_OF.items()}


def tones(text: str, placed: Mapping[str, str]) -> str:
    """Open syllables with their tone where the other school puts it; in "quý" and "loại" there is no choice."""
    syllables = "|".join(placed)
    return re.sub(rf"(?<![qQ])(?:{syllables})(?![^\W\d_])", lambda found: placed[found[0]], text)


def mixed(text: str) -> str:
    """Every other word decomposed, as where paragraphs were pasted from elsewhere."""
    forms = cycle(("NFC", "NFD"))
    return " ".join(unicodedata.normalize(next(forms), word) for word in text.split(" "))


def curly(text: str) -> str:
    """Quotation marks as a word processor sets them, in pairs within a line."""
    lines = ((line, cycle("“”")) for line in text.replace("'", "’").split("\n"))
    return "\n".join(re.sub('["“”]', partial(_next, pair), line) for line, pair in lines)


def _next(marks: Iterator[str], _: re.Match[str]) -> str:
    return next(marks)


def headline_in_capitals(text: str) -> str:
    """The line that is the article's headline in capitals."""
    titles = {line.line for line in clean(text).lines if line.role is Role.TITLE}
    lines = enumerate(text.split("\n"), 1)
    return "\n".join(line.upper() if number in titles else line for number, line in lines)


Change = Callable[[str], str]

SAME_RECORDS: Mapping[str, Change] = {
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "NFC and NFD mixed": mixed,
    "carriage returns and line feeds": lambda text: text.replace("\n", "\r\n"),
    "carriage returns": lambda text: text.replace("\n", "\r"),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "some no-break spaces": lambda text: re.sub("( [^ ]+ [^ ]+) ", "\\1\u00a0", text),
    "a blank line between all": lambda text: text.replace("\n", "\n\n"),
    "more blank lines": lambda text: re.sub(r"\n(\s*\n)+", "\\g<0>\n\u00a0\n", text),
}
"""Changes that are gone once the text is cleaned: the facts are the same to the last field."""

SAME_VALUES: Mapping[str, Change] = {
    "older tone placement": lambda text: tones(text, OLD_OF),
    "newer tone placement": lambda text: tones(text, NEW_OF),
    "curly quotation marks": curly,
    "straight quotation marks": lambda text: re.sub("[‘’]", "'", re.sub("[“”„]", '"', text)),
    "headline in capitals": headline_in_capitals,
}
"""Changes that stay in the quotes: the facts are the same but for them and for the confidence."""

CAPITALS = "headline in capitals"
KNOWN = {
    (
        "a06_dien_bien_ket_nap_dang",
        CAPITALS,
    ): "only its capital tells the Party from a party",
    ("b05_tphcm_cong_doan_phuong_xa_dai_hoi", CAPITALS): "a verb that stands nowhere else could be a union's name",
    ("c01_luong_toi_thieu_2026", CAPITALS): "verbs that stand nowhere else could be a factory's name",
    ("e07_hue_benh_vien_doi_thoai", CAPITALS): "the hospital's full name stands in the headline alone",
    ("g05_kcn_quevo", CAPITALS): "a section's name is taken for the headline",
}
"""What changes all the same, with the reason: where capitals alone tell something, they can't be told again."""


def _cases() -> Iterator[Any]:
    for nth_page, page in enumerate(PAGES):
        for nth_change, change in enumerate((*SAME_RECORDS, *SAME_VALUES)):
            marks = [] if (nth_page + nth_change) % ONE_IN == 0 else [pytest.mark.engines]
            if reason := KNOWN.get((page.stem, change)):
                marks = [pytest.mark.xfail(strict=True, reason=reason)]
            yield pytest.param(page, change, marks=marks, id=f"{page.stem}-{change}")


# ---- what is told --------------------------------------------------------------------------------------------------


@cache
def told(page: Path) -> Extraction:
    return extract(page.read_text(encoding="utf-8"))


def values(fact: Fact) -> dict[str, Any]:
    """A fact's fields as far as tones, quotation marks and capitals leave them alone."""
    left_out = ("start", "end", "confidence")
    return {field.name: _plain(getattr(fact, field.name)) for field in fields(fact) if field.name not in left_out}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return {_plain(part) for part in value}  # forms of a name may have become the same
    return fold(value).lower() if isinstance(value, str) else value


@pytest.mark.parametrize(("page", "name"), [*_cases()])
def test_the_same_facts(page: Path, name: str) -> None:
    change = (SAME_RECORDS | SAME_VALUES)[name]
    changed_page = read(change(page.read_text(encoding="utf-8")))

    changed = extract(changed_page)

    stand_where_they_say(changed, changed_page)
    if name in SAME_RECORDS:
        assert changed.facts == told(page).facts
        assert replace(changed.article, lines=()) == replace(told(page).article, lines=())
    else:
        assert list(map(values, changed.facts)) == list(map(values, told(page).facts))


# ---- where it stands -----------------------------------------------------------------------------------------------


def stand_where_they_say(extraction: Extraction, page: Page) -> None:
    """Each quote in the article's text, and in the line and columns of the source."""
    lines = {line.line: line.text for line in page.lines}
    for fact in extraction.facts:
        assert extraction.article.text[fact.start : fact.end] == fact.quote
        place = place_in_source(page, extraction.article, fact)
        printed = lines[place.line][place.column - 1 : place.end_column - 1]
        assert clean_characters(printed) == fact.quote
        assert not unicodedata.combining(lines[place.line][place.end_column - 1 : place.end_column] or " ")


SENTENCE = "Năm 2024, LĐLĐ tỉnh Hoà Bình mở 8 lớp tập huấn."
DECOMPOSED = unicodedata.normalize("NFD", SENTENCE)

PLACES = [
    (SENTENCE, "8 lớp tập huấn", (33, 47)),
    (f"\n{SENTENCE}", "Năm 2024", (1, 9)),
    (DECOMPOSED, "Năm 2024", (1, 10)),
    (f"| \u00a0{SENTENCE} |", "Năm 2024", (4, 12)),
    ("Năm\u200b  2024, LĐLĐ tỉnh Hoà Bình mở 8 lớp tập huấn.", "Năm 2024", (1, 11)),
    (f"{SENTENCE}\u2028{SENTENCE}".replace("8 lớp", "8\u00a0 \u200blớp", 1), "8 lớp tập huấn", (33, 49)),
]


@pytest.mark.parametrize(("source", "quote", "columns"), PLACES)
def test_columns_are_those_of_the_line_as_read(source: str, quote: str, columns: tuple[int, int]) -> None:
    page = read(source)
    extraction = extract(page, clean=False)
    fact = next(fact for fact in extraction.facts if fact.quote.endswith(quote))

    place = place_in_source(page, extraction.article, fact)

    assert (place.line, place.end_column) == (page.lines[0].line, columns[1])
    assert place.column <= columns[0]


def test_columns_of_html_are_those_of_the_block() -> None:
    page = read(f"<!doctype html><h1>Tập huấn</h1><p>Tin <b>mới</b>: {DECOMPOSED}</p>".encode())
    extraction = extract(page)

    stand_where_they_say(extraction, page)
    assert {place_in_source(page, extraction.article, fact).line for fact in extraction.counts} == {2}
