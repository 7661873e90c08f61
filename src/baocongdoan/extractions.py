"""A handful of articles at once, in memory: what was found in each, and what could not be read.

It is for looking at some hundred articles, in a notebook say. A whole crawl goes into a dataset (``dataset.build``),
which keeps it on disk, tells near copies and is asked for totals.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, overload

from .errors import LexiconError, extra, reason
from .records import Extraction, Page, Skipped

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

__all__ = ["Extractions", "attempted", "extract_many"]


@dataclass(frozen=True, slots=True, repr=False)
class Extractions(Sequence[Extraction]):
    """What was found in several articles, in the order of the pages; ``skipped`` are the pages that gave none.

    >>> from baocongdoan.records import Article
    >>> docs = Extractions((Extraction(article=Article(id="a", origin="a.txt")),))
    >>> docs, len(docs), docs[0].article.origin
    (<Extractions: 1 article, 0 facts, 0 pages skipped>, 1, 'a.txt')
    """

    articles: tuple[Extraction, ...]
    skipped: tuple[Skipped, ...] = ()

    @overload
    def __getitem__(self, index: int) -> Extraction: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Extraction, ...]: ...

    def __getitem__(self, index: int | slice) -> Extraction | tuple[Extraction, ...]:
        return self.articles[index]

    def __len__(self) -> int:
        return len(self.articles)

    def __repr__(self) -> str:
        return f"<Extractions: {self._summary()}>"

    def _repr_html_(self) -> str:
        """How a notebook shows it: a row an article with its facts by kind, and the first article in full."""
        from .views.overview import overview

        named = [(PurePath(extraction.article.origin).name, extraction) for extraction in self.articles]
        return overview(self._summary(), named, self.skipped)

    def arrow(self) -> pyarrow.Table:
        """The facts of all articles as an Arrow table with the columns and types of a dataset's table ``facts``.

        Near copies are not looked for: ``duplicate_of`` is null. Raises ``RecordError`` for a day that is none.
        """
        with extra("data frames", "frames"):
            import pyarrow  # noqa: F401  (which the modules of datasets need)
        from .dataset.rows import facts_table

        return facts_table(self.articles)

    def pandas(self) -> pandas.DataFrame:
        """The same as a pandas data frame, of the types that ``dataset.data_frames`` names."""
        table = self.arrow()
        from .dataset.data_frames import as_pandas

        return as_pandas(table)

    def polars(self) -> polars.DataFrame:
        """The same as a polars data frame."""
        table = self.arrow()
        from .dataset.data_frames import as_polars

        return as_polars(table)

    def _summary(self) -> str:
        facts = sum(len(extraction.facts) for extraction in self.articles)
        counted = {"article": len(self.articles), "fact": facts, "page": len(self.skipped)}
        return (
            ", ".join(f"{number} {name}{'' if number == 1 else 's'}" for name, number in counted.items()) + " skipped"
        )


def extract_many(
    *paths: Path,
    published: str | None = None,
    text_field: str | None = None,
    html_field: str | None = None,
    url_field: str | None = None,
    clean: bool = True,
    measures: Path | None = None,
    sites: Path | None = None,
    min_confidence: float | None = None,
) -> Extractions:
    """The facts of all pages of files and folders: ``read_many`` and ``extract`` in one, with the settings of both.

    A page that can't be read or holds no article stops none of the others: it is in ``skipped``, with its place and
    the reason. Everything is kept in memory. Raises ``InputError`` for a confidence that is none and ``LexiconError``
    for a bad file of measures or sites.

    >>> docs = extract_many(Path("no such file.jsonl"))
    >>> len(docs), docs.skipped[0].origin
    (0, 'no such file.jsonl')
    """
    from .pipeline import check_confidence, extract, read_many

    check_confidence(min_confidence)
    pages = read_many(
        *paths, published=published, text_field=text_field, html_field=html_field, url_field=url_field, sites=sites
    )
    extracted = partial(extract, clean=clean, measures=measures, min_confidence=min_confidence)
    found = [page if isinstance(page, Skipped) else attempted(page, extracted) for page in pages]
    return Extractions(
        tuple(one for one in found if isinstance(one, Extraction)),
        tuple(one for one in found if isinstance(one, Skipped)),
    )


def attempted(page: Page, extract: Callable[[Page], Extraction]) -> Extraction | Skipped:
    """What was found in a page, or why nothing could be.

    >>> attempted(Page(lines=(), origin="a.txt"), lambda page: Extraction(article=[].pop()))
    Skipped(origin='a.txt', reason='internal error IndexError: pop from empty list; please report it', offset=None, unit='byte')
    """  # noqa: E501  the last line is as long as what it tells
    try:
        return extract(page)
    except LexiconError:  # no fault of the page's: it would come again with every one
        raise
    except Exception as error:  # a fault of ours in one page must not lose the others
        return Skipped(origin=page.origin, reason=reason(error, page.origin))
