"""The record contract: what goes between the stages, and what comes out.

Every record is a frozen dataclass and every closed set of values an enumeration, so a record can be
hashed, compared, put in a set and sent as JSON without a thought. This module imports nothing of ours.

Offsets count Unicode code points of ``Article.text`` and are half-open: ``text[start:end] == quote``.
``confidence`` is the estimated probability that all of a fact is right, from 0 to 1; null in annotations.
Days are ISO 8601 strings (``"2024-06-30"``), both ends inclusive; money is in đồng.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Literal

__all__ = [
    "SCHEMA_VERSION",
    "Article",
    "Count",
    "Date",
    "Document",
    "DocumentType",
    "Extraction",
    "Fact",
    "Granularity",
    "Level",
    "Line",
    "Markup",
    "Organisation",
    "OrganisationType",
    "OtherRole",
    "Page",
    "PageLine",
    "PageMetadata",
    "Person",
    "PlaceSource",
    "Qualifier",
    "Role",
    "Skipped",
    "Status",
]

SCHEMA_VERSION = 1
"""The version of the record contract; it stands in every JSON object as ``"schema"``."""


class Role(StrEnum):
    """What a line of the page is to the article."""

    TITLE = "title"
    META = "meta"
    BODY = "body"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"

    @property
    def kept(self) -> bool:
        """Whether lines of this role are part of the article's text.

        >>> Role.CAPTION.kept, Role.META.kept
        (True, False)
        """
        return self in (Role.TITLE, Role.BODY, Role.CAPTION)


class Granularity(StrEnum):
    """How wide a time expression is."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    SCHOOL_YEAR = "school_year"
    RANGE = "range"
    TERM = "term"


class OrganisationType(StrEnum):
    """What sort of body an organisation is."""

    UNION = "union"
    PARTY = "party"
    STATE = "state"
    ENTERPRISE = "enterprise"
    SCHOOL = "school"
    PRESS = "press"
    ASSOCIATION = "association"
    OTHER = "other"


class Level(StrEnum):
    """Where a union stands in the trade-union structure."""

    NATIONAL = "national"
    PROVINCIAL = "provincial"
    DISTRICT = "district"
    COMMUNE = "commune"
    SECTOR = "sector"
    ZONE = "zone"
    GRASSROOTS = "grassroots"


class PlaceSource(StrEnum):
    """What told an organisation's province, the surest first.

    ``NAME`` is the organisation's own name in the article ("LĐLĐ tỉnh Yên Bái"). Where the name leaves the place out
    ("LĐLĐ tỉnh"), the headline or the dateline told it ("Yên Bái: …"), else any other words of the article, and last
    the newspaper: the site or the press that is one province's own.
    """

    NAME = "name"
    HEADLINE = "headline"
    DATELINE = "dateline"
    TEXT = "text"
    NEWSPAPER = "newspaper"


class DocumentType(StrEnum):
    """The kind of a cited act (nghị quyết, quyết định, …)."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    DIRECTIVE = "directive"
    PLAN = "plan"
    GUIDANCE = "guidance"
    CONCLUSION = "conclusion"
    PROGRAMME = "programme"
    SCHEME = "scheme"
    CHARTER = "charter"
    LAW = "law"
    DECREE = "decree"
    CIRCULAR = "circular"
    DISPATCH = "dispatch"
    REGULATION = "regulation"
    NOTICE = "notice"
    OTHER = "other"


class Qualifier(StrEnum):
    """How exactly a number is meant."""

    EXACT = "exact"
    OVER = "over"
    NEARLY = "nearly"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Status(StrEnum):
    """Whether a number was reached, is wanted, is asked for, or only marks a threshold."""

    REPORTED = "reported"
    TARGET = "target"
    PROPOSED = "proposed"
    CRITERION = "criterion"


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """What a page's markup says of a line.

    ``tag`` is the nearest block element ("p", "h1", "li", "td", …), ``depth`` its depth in the tree,
    ``link_density`` the share of the line's characters that stand in links, ``heading`` the level of a heading
    (0 for none), ``landmark`` the nearest element that says what part of the page this is ("article", "main",
    "nav", "header", "footer", "aside", "figure", "form", "table"), ``hint`` the class and id names around the line,
    the nearest first. ``emphasis`` is "strong" or "em" where nearly the whole line is, and ``after_picture`` whether
    a picture stands between the line before and this one. ``role`` is what a site profile makes of the line.
    """

    tag: str
    depth: int = 0
    link_density: float = 0.0
    heading: int = 0
    in_list: bool = False
    is_caption: bool = False
    landmark: str | None = None
    hint: str = ""
    emphasis: str | None = None
    after_picture: bool = False
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of a page as the crawler left it, counted from 1: with the blank lines for plain text, block by block
    for HTML, where ``markup`` is known, too."""

    line: int
    text: str
    markup: Markup | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """What a page's own metadata say (JSON-LD, OpenGraph, meta elements); null where they are silent."""

    title: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    site: str | None = None
    canonical_url: str | None = None
    is_article: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a reader makes of a source: its lines, and what is known beside them.

    ``lines`` holds the non-blank lines only. ``url`` and ``published`` (ISO 8601) are what the caller knows, or the
    file that held the page; what the page itself says stands in ``metadata``.
    """

    lines: tuple[PageLine, ...]
    origin: str = "-"
    url: str | None = None
    published: str | None = None
    metadata: PageMetadata | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A page, or the rest of a file, that could not be read: ``reason`` says why and what to do.

    ``offset`` is where it begins in its file: in bytes, counted behind a decompression but not in WARC files, or in
    rows where ``unit`` is "row"; null for a file that is one page.

    >>> str(Skipped(origin="dump.jsonl#7", reason="not JSON: repair the line", offset=5120))
    'dump.jsonl#7 (byte 5120): not JSON: repair the line'
    """

    origin: str
    reason: str
    offset: int | None = None
    unit: Literal["byte", "row"] = "byte"

    def __str__(self) -> str:
        place = "" if self.offset is None else f" ({self.unit} {self.offset})"
        return f"{self.origin}{place}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Line:
    """The role of one line: ``start`` is its offset in ``Article.text`` (null where it is not kept),
    ``why`` the rule that gave the role."""

    line: int
    role: Role
    start: int | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A cleaned article: ``text`` is its title, lead, body and captions (NFC), one line each."""

    id: str
    origin: str
    url: str | None = None
    site: str | None = None
    title: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    source: str | None = None
    text: str = ""
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A time expression; a null day is an open side or one that nothing tells."""

    kind: Literal["date"] = "date"
    id: str = ""
    quote: str
    start: int
    end: int
    confidence: float | None = None
    granularity: Granularity
    first_day: str | None
    last_day: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """An organisation, once an article, at its first mention in full.

    ``province`` is the short name of its province on the day of publication (up to June 2025 there were 63, since July
    34; without a day the older map counts). For a series in one map there are the codes of the General Statistics
    Office: ``province_code_after`` in the map of 34, and ``province_code_before`` in that of 63, null where nothing
    tells which of the merged provinces it was: "LĐLĐ tỉnh Phú Thọ" of 2026 leads three of them. A merged province keeps
    the code of one of its parts, and not always of its namesake ("15" is Yên Bái before and Lào Cai after), so codes of
    the two maps must not be mixed. ``why`` is what told the province; null, like the codes, where there is none.
    """

    kind: Literal["organisation"] = "organisation"
    id: str = ""
    quote: str
    start: int
    end: int
    confidence: float | None = None
    name: str
    type: OrganisationType
    level: Level | None = None
    province: str | None = None
    province_code_before: str | None = None
    province_code_after: str | None = None
    why: PlaceSource | None = None
    organ: str | None = None
    organs: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A cited act: a resolution, decision, law, …"""

    kind: Literal["document"] = "document"
    id: str = ""
    quote: str
    start: int
    end: int
    confidence: float | None = None
    type: DocumentType
    number: str | None = None
    issuer: str | None = None
    organ: str | None = None
    issued: str | None = None
    term: str | None = None
    subject: str | None = None
    draft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number of something: ``value`` of ``unit``, whose, when, done or wanted.

    ``measure`` is the name of a measure of the lexicon, ours or a user's. ``part_of``, ``repeats`` and
    ``rate_of`` hold the ``id`` of another count of the same article.
    """

    kind: Literal["count"] = "count"
    id: str = ""
    quote: str
    start: int
    end: int
    confidence: float | None = None
    measure: str
    value: int | float
    value_to: int | float | None = None
    unit: str
    of: str | None = None
    per: str | None = None
    qualifier: Qualifier = Qualifier.EXACT
    status: Status = Status.REPORTED
    organisation: str | None = None
    first_day: str | None = None
    last_day: str | None = None
    recurrence: str | None = None
    part_of: str | None = None
    repeats: str | None = None
    rate_of: str | None = None


@dataclass(frozen=True, slots=True)
class OtherRole:
    """A further office of the same person."""

    role: str
    organisation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A named person with office and organisation, once an article."""

    kind: Literal["person"] = "person"
    id: str = ""
    quote: str
    start: int
    end: int
    confidence: float | None = None
    name: str
    role: str | None = None
    organisation: str | None = None
    other_roles: tuple[OtherRole, ...] = ()


Fact = Date | Organisation | Document | Count | Person
"""Any fact; ``fact.kind`` tells which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What ``baocongdoan.extract`` gives: the cleaned article and its facts, in the order of the text."""

    article: Article
    facts: tuple[Fact, ...] = field(default=())

    @property
    def dates(self) -> tuple[Date, ...]:
        """The time expressions."""
        return tuple(f for f in self.facts if isinstance(f, Date))

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        """The organisations, each once."""
        return tuple(f for f in self.facts if isinstance(f, Organisation))

    @property
    def documents(self) -> tuple[Document, ...]:
        """The cited acts, each once."""
        return tuple(f for f in self.facts if isinstance(f, Document))

    @property
    def counts(self) -> tuple[Count, ...]:
        """The counted things."""
        return tuple(f for f in self.facts if isinstance(f, Count))

    @property
    def people(self) -> tuple[Person, ...]:
        """The people, each once."""
        return tuple(f for f in self.facts if isinstance(f, Person))

    def at_least(self, confidence: float) -> Extraction:
        """The extraction without the facts of less confidence or none; links to these become null.

        The others keep their ids.

        >>> sure, unsure = (Person(quote="Lê A", start=0, end=4, name="Lê A", confidence=c) for c in (0.95, 0.6))
        >>> doc = Extraction(article=Article(id="a", origin="-", text="Lê A"), facts=(sure, unsure))
        >>> doc.at_least(0.9).facts == (sure,)
        True
        """
        kept = [fact for fact in self.facts if fact.confidence is not None and fact.confidence >= confidence]
        ids = {fact.id for fact in kept}
        return replace(
            self, facts=tuple(_linked_within(fact, ids) if isinstance(fact, Count) else fact for fact in kept)
        )

    def to_json(self) -> str:
        """One JSON object on one line, as the record contract lays it down; ``baocongdoan.from_json`` reads it back.

        >>> Extraction(article=Article(id="a", origin="-")).to_json().startswith('{"schema":1,"article":{"id":"a"')
        True
        """
        from .serialise import to_json  # later, because this module imports nothing of ours

        return to_json(self)

    def to_rows(self) -> list[dict[str, str | int | float | bool | None]]:
        """One flat dict a fact, all with the same keys, for ``pandas.DataFrame`` or a CSV file.

        >>> person = Person(id="f1", quote="Lê A", start=0, end=4, name="Lê A", role="Chủ tịch")
        >>> [row] = Extraction(article=Article(id="a", origin="a.txt", text="Lê A"), facts=(person,)).to_rows()
        >>> row["origin"], row["kind"], row["role"], row["value"]
        ('a.txt', 'person', 'Chủ tịch', None)
        """
        from .rows import to_rows

        return to_rows(self)


def _linked_within(count: Count, ids: set[str]) -> Count:
    """The count without its links to facts that are not among the ids."""
    links = (count.part_of, count.repeats, count.rate_of)
    part_of, repeats, rate_of = (link if link in ids else None for link in links)
    return replace(count, part_of=part_of, repeats=repeats, rate_of=rate_of)
