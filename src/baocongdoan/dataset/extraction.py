"""The work of a dataset as one pure function, from batches of pages to batches of what was found in them.

It knows nothing of processes or machines, and the files of its settings are read beforehand, so that any engine that
runs a function over Arrow batches can do it: those of ``baocongdoan build``, Spark's ``mapInArrow``, Ray's
``map_batches``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pyarrow as pa

from ..cleaning import clean
from ..errors import InputError, LexiconError, reason
from ..facts.measurement.measure_rules import MeasureRules
from ..lexicon.loader import text_of
from ..pages.fields import Fields, of_record
from ..pages.raw import RawPage
from ..pages.reading import Reading
from ..pages.sites import Sites
from ..pipeline import extract_article, own_rules
from ..records import Extraction, Page
from .fingerprints import digest, page_id, signature, text_key, url_key
from .rows import Row, article_row, fact_row
from .schema import RESULTS

__all__ = ["Settings", "extract_batch", "extract_batches", "refused"]

_PLACE = ("number", "file", "offset", "unit")


@dataclass(frozen=True, slots=True)
class Settings:
    """What an extraction depends on beside the page; small and plain, so that it can be sent to a worker.

    ``clean=False`` is for text that is clean already. ``measures`` and ``sites`` are the TOML text of measures and
    profiles of sites of one's own, ``fields`` says which columns of a table hold the pages.
    """

    clean: bool = True
    measures: str | None = None
    sites: str | None = None
    fields: Fields = field(default_factory=Fields)

    @classmethod
    def load(
        cls,
        *,
        clean: bool = True,
        measures: Path | None = None,
        sites: Path | None = None,
        fields: Fields | None = None,
    ) -> Settings:
        """The settings with the files read and tried; raises ``LexiconError`` for one that is malformed."""
        settings = cls(
            clean=clean,
            measures=None if measures is None else text_of(measures),
            sites=None if sites is None else text_of(sites),
            fields=fields or Fields(),
        )
        if measures is not None:
            own_rules(settings.measures or "", measures.name)
        if sites is not None:
            Sites.parse(settings.sites or "", sites.name)
        return settings

    def named(self) -> dict[str, str | bool | None]:
        """The settings as a manifest keeps them: those that change what is found in a page.

        >>> Settings().named()
        {'clean': True, 'measures': None, 'sites': None}
        """
        return {
            "clean": self.clean,
            "measures": self.measures and digest(self.measures),
            "sites": self.sites and digest(self.sites),
        }


def extract_batches(batches: Iterator[pa.RecordBatch], settings: Settings | None = None) -> Iterator[pa.RecordBatch]:
    """What is found in pages: for every row of the batches one of ``schema.RESULTS``, in the same order.

    Rows are pages of ``schema.PAGES`` or records of any table, whose columns are found as in a Parquet file: the page
    in ``html`` or ``text``, its address in ``url`` and so on. A page that can't be read is a row with an ``error``; no
    page stops the others. The same batches give the same batches, whoever runs this.

    >>> page = {"url": "https://tin.example/1", "text": "Năm 2024, LĐLĐ tỉnh Yên Bái kết nạp 1.250 đoàn viên."}
    >>> [batch] = extract_batches(iter([pa.RecordBatch.from_pylist([page])]), Settings(clean=False))
    >>> [row] = batch.to_pylist()
    >>> row["url"], [fact["measure"] for fact in row["found"] if fact["kind"] == "count"]
    ('https://tin.example/1', ['members_admitted'])
    """
    for batch in batches:
        yield extract_batch(batch, settings or Settings())


def extract_batch(
    batch: pa.RecordBatch, settings: Settings, *, begin: Callable[[int], None] = lambda _: None
) -> pa.RecordBatch:
    """``extract_batches`` for one batch; ``begin`` is told the number of each row before it is worked on."""
    tools = _tools(settings)
    rows = []
    for number, values in enumerate(batch.to_pylist()):
        begin(number)
        rows.append(tools.result(values))
    return pa.RecordBatch.from_pylist(rows, RESULTS)


def refused(batch: pa.RecordBatch, error: str, settings: Settings) -> pa.RecordBatch:
    """The results of pages that are not to be read, for whatever reason.

    >>> refused(pa.RecordBatch.from_pylist([{"text": "Họp"}]), "too long", Settings()).to_pylist()[0]["error"]
    'too long'
    """
    rows = [_skipped(values, error, settings.fields) for values in batch.to_pylist()]
    return pa.RecordBatch.from_pylist(rows, RESULTS)


@dataclass(frozen=True, slots=True)
class _Tools:
    """What a worker loads once: readers and rules made of the settings."""

    settings: Settings
    reading: Reading
    rules: MeasureRules | None

    def result(self, values: Row) -> Row:
        """The row of a page. Memory that runs out is no fault of the page's alone, and is left to whoever guards us."""
        error: str | None = values.get("error")
        if error is None:
            try:
                return self._read(values)
            except (LexiconError, MemoryError):
                raise
            except Exception as problem:  # a fault of ours in one page must not lose the others
                error = reason(problem, _origin(values))
        return _skipped(values, error, self.settings.fields)

    def _read(self, values: Row) -> Row:
        raw = _raw_page(values, self.settings.fields)
        page = self.reading.page(raw)
        extraction = extract_article(clean(page, strip=self.settings.clean), rules=self.rules)
        return _found(page, extraction) | _place(values) | {"page_id": values.get("page_id") or page_id(raw)}


@cache
def _tools(settings: Settings) -> _Tools:
    rules = None if settings.measures is None else own_rules(settings.measures, "measures")
    sites = None if settings.sites is None else Sites.parse(settings.sites)
    return _Tools(settings, Reading(sites=sites), rules)


def _raw_page(values: Row, fields: Fields) -> RawPage:
    """The page of a row: one of ``schema.PAGES``, or a record with whatever names its fields have."""
    content = values.get("content")
    if content is None or values.get("is_html") is None:
        return of_record(values, fields, origin=_origin(values))
    if values.get("is_text"):
        content = content.decode("utf-8", "surrogatepass")
    return RawPage(
        content=content,
        is_html=values["is_html"],
        origin=_origin(values),
        url=values.get("url"),
        published=values.get("published"),
        title=values.get("title"),
        charset=values.get("charset"),
        warnings=tuple(values.get("warnings") or ()),
    )


def _skipped(values: Row, error: str, fields: Fields) -> Row:
    identity = values.get("page_id")
    if identity is None:
        try:
            identity = page_id(_raw_page(values, fields))
        except InputError:  # no field of it holds a page
            identity = digest(repr(sorted(values.items())))
    return _place(values) | {"page_id": identity, "error": error.encode("utf-8", "replace").decode()}


def _place(values: Row) -> Row:
    return {name: values.get(name) for name in _PLACE} | {"origin": _origin(values)}


def _origin(values: Row) -> str:
    return values.get("origin") or "-"


def _found(page: Page, extraction: Extraction) -> Row:
    article = extraction.article
    declared = page.metadata.canonical_url if page.metadata is not None else None
    keys = {url_key(article.url), url_key(declared), text_key(article.text)}
    return article_row(article) | {
        "facts": len(extraction.facts),
        "notes": page.warnings,
        "signature": signature(article.text),
        "keys": sorted(filter(None, keys)),
        "found": [fact_row(fact) for fact in extraction.facts],
    }
