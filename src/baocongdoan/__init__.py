"""Typed facts from Vietnamese trade-union news, each grounded in its quote.

>>> import baocongdoan
>>> doc = baocongdoan.extract("Năm 2024, LĐLĐ tỉnh Yên Bái kết nạp 1.250 đoàn viên.", clean=False)
>>> doc.counts[0].measure, doc.counts[0].value, doc.counts[0].organisation
('members_admitted', 1250, 'Liên đoàn Lao động tỉnh Yên Bái')
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .errors import BaocongdoanError, DatasetError, InputError, LexiconError, MissingExtraError, RecordError
from .records import (
    Article,
    Count,
    Date,
    Document,
    DocumentType,
    Extraction,
    Fact,
    Granularity,
    Level,
    Line,
    Markup,
    Organisation,
    OrganisationType,
    OtherRole,
    Page,
    PageLine,
    PageMetadata,
    Person,
    Qualifier,
    Role,
    Skipped,
    Status,
)

if TYPE_CHECKING:
    from .dataset.opened import open_dataset
    from .evaluation.corpus import open_corpus
    from .extractions import extract_many
    from .pipeline import clean, explain, extract, read, read_many
    from .serialise import from_json, schema

__all__ = [
    "Article",
    "BaocongdoanError",
    "Count",
    "DatasetError",
    "Date",
    "Document",
    "DocumentType",
    "Extraction",
    "Fact",
    "Granularity",
    "InputError",
    "Level",
    "LexiconError",
    "Line",
    "Markup",
    "MissingExtraError",
    "Organisation",
    "OrganisationType",
    "OtherRole",
    "Page",
    "PageLine",
    "PageMetadata",
    "Person",
    "Qualifier",
    "RecordError",
    "Role",
    "Skipped",
    "Status",
    "__version__",
    "clean",
    "explain",
    "extract",
    "extract_many",
    "from_json",
    "open_corpus",
    "open_dataset",
    "read",
    "read_many",
    "schema",
]

_VERBS = {
    "clean": "pipeline",
    "explain": "pipeline",
    "extract": "pipeline",
    "extract_many": "extractions",
    "read": "pipeline",
    "read_many": "pipeline",
    "from_json": "serialise",
    "open_corpus": "evaluation.corpus",
    "open_dataset": "dataset.opened",
    "schema": "serialise",
}


def __getattr__(name: str) -> Any:
    """The verbs are loaded when first asked for, so that importing the records alone costs little."""
    if name == "__version__":
        from importlib import metadata

        return metadata.version(__name__)
    if name in _VERBS:
        from importlib import import_module

        verb = getattr(import_module(f".{_VERBS[name]}", __name__), name)
        globals()[name] = verb
        return verb
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
