"""The whole way of a page, on one screen: read, clean, find what stands in the text, work out what it means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from .cleaning import clean as clean_page
from .errors import InputError
from .facts.confidence import ConfidenceModel, shipped
from .facts.counts import find_and_resolve_counts
from .facts.documents import resolve_documents
from .facts.entities.organisations import resolve_organisations
from .facts.entities.people import resolve_people
from .facts.grounding import grounded_dates, grounded_documents, grounded_organisations, grounded_people
from .facts.grounds import Explained, Grounded
from .facts.measurement.measure_rules import MeasureRules, builtin_rules, user_rules
from .facts.temporal.dates import resolve_dates
from .language.text import Text
from .lexicon.loader import parse, text_of
from .mentions.dates import find_dates
from .mentions.documents import find_documents
from .mentions.organisations import find_organisations
from .mentions.people import find_people
from .pages.fields import Fields
from .pages.front_door import read_bytes, read_pages
from .pages.inputs import Source as File
from .pages.inputs import find_sources
from .pages.raw import RawPage
from .pages.reading import Reading, site_profiles
from .records import Article, Count, Extraction, Fact, Page, Skipped, linked

__all__ = [
    "Source",
    "check_confidence",
    "clean",
    "explain",
    "extract",
    "extract_article",
    "own_rules",
    "read",
    "read_many",
]

Source = str | bytes | Path | Page
"""What can be read: a ``str`` is always text, ``bytes`` a page as crawled (HTML is known by its beginning), a ``Path``
a file of any format that holds one page, a ``Page`` is read."""


def extract(
    source: Source,
    *,
    url: str | None = None,
    published: str | None = None,
    clean: bool = True,
    measures: Path | None = None,
    sites: Path | None = None,
    min_confidence: float | None = None,
) -> Extraction:
    """The facts of one page, each grounded in its quote.

    ``url`` and ``published`` (ISO 8601) are what the caller already knows and win over what the page says.
    ``clean=False`` is for text that is clean already, such as a sentence: every line is body, though a first
    line without a full stop is read as a headline is. ``measures`` is a TOML file with
    measures of your own, ``sites`` one with profiles of sites. ``min_confidence`` (0 to 1) leaves out the facts of
    less confidence; links to them become null.

    Raises ``InputError`` where there is nothing to read or no article, ``LexiconError`` for a bad measures file.

    >>> doc = extract("Năm 2024, LĐLĐ tỉnh Yên Bái kết nạp 1.250 đoàn viên.", clean=False)
    >>> [(count.measure, count.value, count.organisation, count.last_day) for count in doc.counts]
    [('members_admitted', 1250, 'Liên đoàn Lao động tỉnh Yên Bái', '2024-12-31')]
    """
    check_confidence(min_confidence)
    explained = explain(source, url=url, published=published, clean=clean, measures=measures, sites=sites)
    return explained.extraction if min_confidence is None else explained.extraction.at_least(min_confidence)


def check_confidence(min_confidence: float | None) -> None:
    """Raises ``InputError`` for a least confidence that is no probability."""
    if min_confidence is not None and not 0 <= min_confidence <= 1:
        raise InputError(f"min_confidence is {min_confidence}: give a probability from 0 to 1")


def explain(
    source: Source,
    *,
    url: str | None = None,
    published: str | None = None,
    clean: bool = True,
    measures: Path | None = None,
    sites: Path | None = None,
) -> Explained:
    """The facts of one page with what told them; takes and raises what ``extract`` does, but leaves out none.

    >>> explained = explain("Năm 2024, LĐLĐ tỉnh Yên Bái kết nạp 1.250 đoàn viên.", clean=False)
    >>> count = explained.extraction.counts[0]
    >>> grounds = explained.grounds[count.id]
    >>> grounds.measure.entry, grounds.owner.by.value, grounds.period.by.value, grounds.status.by.value
    ('measures.toml: members_admitted', 'clause', 'sentence', 'nothing')
    """
    page = read(source, url=url, published=published, sites=sites)
    rules = own_rules(text_of(measures, "the lexicon "), measures.name) if measures else None
    return _explained(clean_page(page, strip=clean), rules)


def clean(source: Source, *, url: str | None = None, published: str | None = None, strip: bool = True) -> Article:
    """The cleaned article of one page, with a role for every line.

    >>> clean("Hội nghị bàn về tiền lương của người lao động.", strip=False).text
    'Hội nghị bàn về tiền lương của người lao động.'
    """
    return clean_page(read(source, url=url, published=published), strip=strip)


def read(source: Source, *, url: str | None = None, published: str | None = None, sites: Path | None = None) -> Page:
    """The page of a source, its lines counted from 1; ``sites`` is a TOML file with profiles of sites.

    >>> [line.line for line in read("Một dòng\\n\\nDòng khác").lines]
    [1, 3]
    """
    if isinstance(source, Page):
        return replace(source, url=url or source.url, published=published or source.published)
    reading = Reading(url=url, published=published, sites=site_profiles(sites))
    if isinstance(source, Path):
        return _only(read_pages(File(source), reading), source)
    if isinstance(source, str):
        if _NAME_OF_FILE.fullmatch(source):
            raise InputError(f"{source}: a str is taken for the text itself: give pathlib.Path({source!r}) for a file")
        return reading.page(RawPage(content=source, is_html=False))
    if not isinstance(source, bytes):
        raise InputError(f"a str, bytes, Path or Page is wanted, not {type(source).__name__}")
    return read_bytes(source, reading)


_NAME_OF_FILE = re.compile(r"\S+\.(?:txt|html?|jsonl?|parquet|warc)(?:\.gz)?", re.IGNORECASE)


def read_many(
    *paths: Path,
    published: str | None = None,
    text_field: str | None = None,
    html_field: str | None = None,
    url_field: str | None = None,
    sites: Path | None = None,
) -> Iterator[Page | Skipped]:
    """The pages of files and folders, one by one, in memory that does not grow with their number.

    The fields say where the pages of JSON Lines and Parquet stand, if that is not to be guessed. What can't be read
    comes as ``Skipped``, with its file, its place there and the reason.

    >>> [str(skipped) for skipped in read_many(Path("no such file.jsonl"))]
    ['no such file.jsonl: cannot be read (No such file or directory): check the path and your rights']
    """
    fields = Fields(text=text_field, html=html_field, url=url_field)
    reading = Reading(published=published, fields=fields, sites=site_profiles(sites))
    for source in find_sources(map(str, paths)):
        yield from read_pages(source, reading)


def _only(pages: Iterator[Page | Skipped], path: Path) -> Page:
    """The one page of a file."""
    page = next(pages, None)
    if page is None:
        raise InputError(f"{path}: the file holds no page")
    if isinstance(page, Skipped):
        raise InputError(str(page))
    if next(pages, None) is not None:
        raise InputError(f"{path}: the file holds many pages: use read_many")
    return page


@lru_cache(maxsize=8)
def own_rules(text: str, name: str) -> MeasureRules:
    """The library's rules with those of a user's TOML text in front, made once for all pages; ``name`` is its file's.

    Raises ``LexiconError`` for text that is malformed.

    >>> own_rules("entry = 1", "mine.toml")
    Traceback (most recent call last):
    baocongdoan.errors.LexiconError: mine.toml: `entry` must be a list of tables: write [[entry]] above each
    """
    return user_rules(parse(text, name))


def extract_article(article: Article, *, rules: MeasureRules | None = None) -> Extraction:
    """The facts of a cleaned article."""
    return _explained(article, rules).extraction


def _explained(article: Article, rules: MeasureRules | None) -> Explained:
    rules = rules or builtin_rules()  # first, for then one pass over the words finds the places of its cues, too
    text = Text.of(article)
    times = find_dates(text)
    dates = resolve_dates(times, text, article.published)
    bodies = find_organisations(text)
    directory = resolve_organisations(bodies, text, article, dates)
    acts = find_documents(text)
    documents = resolve_documents(acts, text, directory, dates)
    names = find_people(text, bodies)
    people = resolve_people(names, text, directory)
    counts = find_and_resolve_counts(
        text, article, dates=dates, acts=acts, documents=documents, directory=directory, rules=rules
    )
    numbered = _numbered(
        (
            *grounded_dates(times, dates, page_is_dated=article.published is not None),
            *grounded_organisations(directory),
            *grounded_documents(acts, documents),
            *grounded_people(names, people),
            *counts,
        ),
        text,
        shipped(),
    )
    return Explained(
        Extraction(article=article, facts=tuple(one.fact for one in numbered)),
        {one.fact.id: one.grounds for one in numbered},
    )


_KINDS = ("organisation", "person", "document", "date", "count")


def _numbered(found: tuple[Grounded, ...], text: Text, model: ConfidenceModel) -> tuple[Grounded, ...]:
    """The facts in the order of the text with their confidence and final ids, which the links between counts follow."""
    ordered = sorted(found, key=lambda one: (one.fact.start, _KINDS.index(one.fact.kind), one.fact.end))
    final = {one.fact.id: f"f{number}" for number, one in enumerate(ordered, 1) if isinstance(one.fact, Count)}
    return tuple(
        Grounded(_renamed(one.fact, f"f{number}", final, model.confidence(one, text)), one.grounds)
        for number, one in enumerate(ordered, 1)
    )


def _renamed(fact: Fact, name: str, final: dict[str, str], confidence: float) -> Fact:
    renamed = replace(fact, id=name, confidence=confidence)
    return linked(renamed, final) if isinstance(renamed, Count) else renamed
