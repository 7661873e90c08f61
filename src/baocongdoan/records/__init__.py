"""The record contract: what goes between the stages, and what comes out.

Every record is a frozen dataclass and every closed set of values an enumeration, so a record can be
hashed, compared, put in a set and sent as JSON without a thought. ``values`` are the closed sets, ``pages`` what
readers give, ``facts`` what is found; they import nothing else of ours before they are written as JSON or rows.

Offsets count Unicode code points of ``Article.text`` and are half-open: ``text[start:end] == quote``.
``confidence`` is the estimated probability that all of a fact is right, from 0 to 1; null in annotations.
Days are ISO 8601 strings (``"2024-06-30"``), both ends inclusive; money is in đồng.
"""

from __future__ import annotations

from .facts import (
    LINK_FIELDS,
    Article,
    Count,
    Date,
    Document,
    Extraction,
    Fact,
    Line,
    Organisation,
    OtherRole,
    Person,
    linked,
)
from .pages import Markup, Page, PageLine, PageMetadata, Skipped
from .values import DocumentType, Granularity, Level, OrganisationType, PlaceSource, Qualifier, Role, Status

__all__ = [
    "LINK_FIELDS",
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
    "linked",
]

SCHEMA_VERSION = 1
"""The version of the record contract; it stands in every JSON object as ``"schema"``."""
