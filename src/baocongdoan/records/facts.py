"""What is found: the cleaned article, its facts, and the two together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from .values import DocumentType, Granularity, Level, OrganisationType, PlaceSource, Qualifier, Role, Status

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow
    from spacy.language import Language
    from spacy.tokens import Doc

    from ..extractions import Extractions

__all__ = [
    "LINK_FIELDS",
    "Article",
    "Count",
    "Date",
    "Document",
    "Extraction",
    "Fact",
    "Line",
    "Organisation",
    "OtherRole",
    "Person",
    "linked",
]


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


LINK_FIELDS = ("part_of", "repeats", "rate_of")
"""The fields of a count that hold the ``id`` of another."""


def linked(count: Count, names: Mapping[str, str]) -> Count:
    """The count with its links under the new names of the facts; null where a fact has none.

    >>> count = Count(quote="8 lớp", start=0, end=5, measure="classes", value=8, unit="lớp", part_of="a", repeats="b")
    >>> renamed = linked(count, {"a": "f1"})
    >>> renamed.part_of, renamed.repeats, renamed.rate_of
    ('f1', None, None)
    """
    links = {name: getattr(count, name) for name in LINK_FIELDS}
    led: dict[str, Any] = {name: None if link is None else names.get(link) for name, link in links.items()}
    return replace(count, **led)


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
    facts: tuple[Fact, ...] = ()

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
        ids = {fact.id: fact.id for fact in kept}
        return replace(self, facts=tuple(linked(fact, ids) if isinstance(fact, Count) else fact for fact in kept))

    def to_json(self) -> str:
        """One JSON object on one line, as the record contract lays it down; ``baocongdoan.from_json`` reads it back.

        >>> Extraction(article=Article(id="a", origin="-")).to_json().startswith('{"schema":1,"article":{"id":"a"')
        True
        """
        from ..serialise import to_json  # later, because records import nothing else of ours

        return to_json(self)

    def to_spacy(self, nlp: Language | None = None) -> Doc:
        """The article as a spaCy ``Doc`` with a span group for each kind of fact (``doc.spans["count"]``).

        ``nlp`` is a pipeline that makes the tokens; else they are cut so that every fact is a span. ``span._.fact`` has
        all fields. Needs the extra ``spacy``; more is told under ``baocongdoan.exchange.to_spacy``.
        """
        from ..exchange import to_spacy  # later, as above

        return to_spacy(self, nlp)

    def _repr_html_(self) -> str:
        """How a notebook shows it: the article with its facts marked."""
        from ..views.webpage import fragment  # later, as above

        return fragment(self)

    def to_rows(self) -> list[dict[str, str | int | float | bool | None]]:
        """One flat dict a fact, all with the same keys, for ``pandas.DataFrame`` or a CSV file.

        >>> person = Person(id="f1", quote="Lê A", start=0, end=4, name="Lê A", role="Chủ tịch")
        >>> [row] = Extraction(article=Article(id="a", origin="a.txt", text="Lê A"), facts=(person,)).to_rows()
        >>> row["origin"], row["kind"], row["role"], row["value"]
        ('a.txt', 'person', 'Chủ tịch', None)
        """
        from ..rows import to_rows

        return to_rows(self)

    def arrow(self) -> pyarrow.Table:
        """The facts as an Arrow table with the columns and types of a dataset's table ``facts``, a row a fact.

        Days are days there, and lists are lists, which ``to_rows`` writes as text.
        """
        return self._alone().arrow()

    def pandas(self) -> pandas.DataFrame:
        """The same as a pandas data frame, of the types that ``dataset.data_frames`` names."""
        return self._alone().pandas()

    def polars(self) -> polars.DataFrame:
        """The same as a polars data frame."""
        return self._alone().polars()

    def _alone(self) -> Extractions:
        from ..extractions import Extractions  # later, as above

        return Extractions((self,))
