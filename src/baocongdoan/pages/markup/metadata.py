"""What a page declares of itself: JSON-LD, OpenGraph, meta elements, microdata."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta, timezone
from typing import Any
from urllib.parse import urljoin, urlsplit

from ...records import PageMetadata
from ..encodings import sound
from .tokens import unescape

__all__ = ["MAX_JSON_LD", "Declarations", "read_moment"]

MAX_JSON_LD = 500_000
"""The longest JSON-LD block that is read, in characters."""

_MOST_VALUES = 10_000  # objects of JSON-LD that are looked at
_VIETNAM = timezone(timedelta(hours=7))
_ARTICLE_TYPES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle Report BlogPosting "
    "SocialMediaPosting TechArticle ScholarlyArticle LiveBlogPosting".split()
)
_LISTING_TYPES = frozenset(("CollectionPage", "SearchResultsPage"))
_TITLES = ("og:title", "headline", "twitter:title", "dc.title", "dcterms.title", "title")
_DAYS = tuple(
    "article:published_time og:article:published_time datepublished article.published pubdate publishdate publish-date "
    "publish_date published_time og:published_time parsely-pub-date sailthru.date dc.date.issued dcterms.issued "
    "dc.date dcterms.created citation_date date".split()
)
_AUTHORS = ("author", "article:author", "article.author", "dc.creator", "dcterms.creator", "parsely-author")
_SITES = ("og:site_name", "application-name", "dc.publisher")
_URL = re.compile(r"https?://", re.IGNORECASE)
_DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})"
    r"(?:\D{1,12}(?P<hour>\d{1,2})[:h](?P<minute>\d{2})(?::(?P<second>\d{2}))?\s*(?P<half>[AaPpSsCc][MmAaHh])?)?"
)
_FRACTION = re.compile(r"(?<=:\d\d)[.,]\d+")
_YEARS = range(1990, 2101)


class Declarations:
    """Gathers what a page declares while its tokens go by; ``metadata`` makes the record of it."""

    def __init__(self) -> None:
        self._named: dict[str, list[str]] = {}
        self._title: str | None = None
        self._canonical: str | None = None
        self._json_ld: list[str] = []

    def add(self, element: str, attributes: Mapping[str, str]) -> None:
        """Take in an element that may declare something."""
        if element == "link":
            if "canonical" in attributes.get("rel", "").lower().split():
                self._canonical = self._canonical or attributes.get("href")
            return
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        if element == "time" and name is None and "pubdate" in attributes:
            name = "pubdate"
        value = attributes.get("content") or attributes.get("datetime")
        if name and value and value.strip():
            self._named.setdefault(name.lower(), []).append(value.strip())

    def add_text(self, element: str, attributes: Mapping[str, str], text: str) -> None:
        """Take in the text of a ``script`` or ``title`` element."""
        if element == "title":
            self._title = self._title or " ".join(unescape(text).split()) or None
        elif attributes.get("type", "").lower().strip() == "application/ld+json" and len(text) <= MAX_JSON_LD:
            self._json_ld.append(text)

    def metadata(self, url: str | None = None) -> PageMetadata | None:
        """The page's metadata, or none where it declares nothing; ``url`` completes a relative canonical address.

        >>> page = Declarations()
        >>> page.add("meta", {"property": "og:title", "content": "Mở lớp tập huấn"})
        >>> page.add("meta", {"property": "article:published_time", "content": "2020-03-05T01:30:00Z"})
        >>> page.metadata().published
        '2020-03-05T08:30:00+07:00'
        """
        things = [thing for text in self._json_ld for thing in _things(text)]
        articles = [thing for thing in things if _types(thing) & _ARTICLE_TYPES]
        article: Mapping[str, Any] = (
            articles[0] if len({_text(thing.get("headline")) for thing in articles}) == 1 else {}
        )
        address = self._address(url, article)
        site = self._first(_SITES) or _name(article.get("publisher"))
        found = PageMetadata(
            title=_text(article.get("headline")) or self._first(_TITLES) or self._title,
            published=read_moment(_text(article.get("datePublished")) or "") or self._moment(),
            authors=_without(site, tuple(_people(article.get("author"))) or self._authors()),
            site=site,
            canonical_url=address,
            is_article=self._is_article(address, bool(article), things),
        )
        return None if found == PageMetadata() else found

    def _first(self, names: tuple[str, ...]) -> str | None:
        return next((" ".join(self._named[name][0].split()) for name in names if name in self._named), None)

    def _moment(self) -> str | None:
        moments = (read_moment(value) for name in _DAYS for value in self._named.get(name, ())[:1])
        return next(filter(None, moments), None)

    def _authors(self) -> tuple[str, ...]:
        values = next((self._named[name] for name in _AUTHORS if name in self._named), [])
        return tuple(" ".join(value.split()) for value in values if not _URL.match(value))

    def _address(self, url: str | None, article: Mapping[str, Any]) -> str | None:
        page = article.get("mainEntityOfPage")
        said = page.get("@id") if isinstance(page, dict) else page
        for address in (self._canonical, self._first(("og:url",)), _text(said)):
            joined = _joined(url, address) if address else None
            if joined:
                return joined
        return None

    def _is_article(self, address: str | None, declared: bool, things: list[Mapping[str, Any]]) -> bool | None:
        if address and urlsplit(address).path in ("", "/"):
            return False  # whatever else it says: many a site declares each of its pages an article
        kind = (self._first(("og:type",)) or "").lower()
        if declared or kind == "article" or "article:published_time" in self._named:
            return True
        return False if any(_types(thing) & _LISTING_TYPES for thing in things) else None


def _without(site: str | None, authors: tuple[str, ...]) -> tuple[str, ...]:
    """The authors once each; many a site declares itself the author of all."""
    sites = {site.lower(), site.lower().partition(".")[0]} if site else set()
    return tuple(name for name in dict.fromkeys(authors) if name.lower() not in sites)


def read_moment(text: str) -> str | None:
    """A day, or a day with a time, as machines and careless people write it, in ISO 8601 with Vietnam's offset.

    >>> read_moment("2020-03-05 08:30"), read_moment("05/03/2020 - 8:30 CH"), read_moment("2020-03-05")
    ('2020-03-05T08:30:00+07:00', '2020-03-05T20:30:00+07:00', '2020-03-05')
    >>> read_moment("Thu, 05 Mar 2020 01:30:00 GMT"), read_moment("hôm qua"), read_moment("0001-01-01T00:00:00")
    ('2020-03-05T08:30:00+07:00', None, None)
    """
    text = _FRACTION.sub("", text.strip())[:60]
    if not any(char.isdigit() for char in text):
        return None
    moment = _iso(text) or _day_first(text) or _rfc(text)
    if moment is None or moment.year not in _YEARS:
        return None
    if len(text) <= 10:
        return moment.date().isoformat()
    return (moment if moment.tzinfo else moment.replace(tzinfo=_VIETNAM)).astimezone(_VIETNAM).isoformat()


def _iso(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _day_first(text: str) -> datetime | None:
    found = _DAY_FIRST.search(text)
    if found is None:
        return None
    hour = int(found["hour"] or 0)
    if (found["half"] or "").lower() in ("pm", "ch") and hour < 12:
        hour += 12
    day, month, year = map(int, found.group("day", "month", "year"))
    try:
        return datetime(year, month, day, hour, int(found["minute"] or 0), int(found["second"] or 0))
    except ValueError:
        return None


def _rfc(text: str) -> datetime | None:
    from email.utils import parsedate_to_datetime  # later, for it is slow to import and seldom needed

    try:
        return parsedate_to_datetime(text)
    except ValueError:
        return None


def _joined(url: str | None, address: str) -> str | None:
    try:
        joined = urljoin(url or "", address.strip())
        return joined if _URL.match(joined) and urlsplit(joined).hostname else None
    except ValueError:  # "http://[" and the like
        return None


# ---- JSON-LD -------------------------------------------------------------------------------------------------------


def _things(text: str) -> Iterator[Mapping[str, Any]]:
    """The objects of a JSON-LD block: the outer ones and those of their graphs and lists."""
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    try:
        waiting = [json.loads(text, strict=False)]  # line breaks within strings are common
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST_VALUES):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting = value + waiting
        elif isinstance(value, dict):
            yield value
            waiting.append(value.get("@graph"))
            waiting.append(value.get("mainEntity"))


def _types(thing: Mapping[str, Any]) -> set[str]:
    said = thing.get("@type")
    given = said if isinstance(said, list) else [said]
    return {name.rpartition("/")[2] for name in given if isinstance(name, str)}


def _people(author: Any) -> Iterator[str]:
    for one in author if isinstance(author, list) else [author]:
        if isinstance(one, dict) and "Organization" in str(one.get("@type")):
            continue
        if (name := _name(one)) and not _URL.match(name):
            yield name


def _name(thing: Any) -> str | None:
    if isinstance(thing, list):
        thing = thing[0] if thing else None
    return _text(thing.get("name") if isinstance(thing, dict) else thing)


def _text(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return (sound(" ".join(unescape(value).split())) or None) if isinstance(value, str) else None
