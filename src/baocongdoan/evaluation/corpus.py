"""An annotated corpus as a notebook has it: the articles of a folder by name, ready to look at and to score against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from .annotations import AnnotatedArticle, load_annotations

__all__ = ["Corpus", "open_corpus"]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Corpus(Mapping[str, AnnotatedArticle]):
    """The annotated articles of a folder by name, in the order of the names; ``scoring.score`` takes it as the gold."""

    folder: Path
    articles: Mapping[str, AnnotatedArticle]

    def __getitem__(self, name: str) -> AnnotatedArticle:
        return self.articles[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.articles)

    def __len__(self) -> int:
        return len(self.articles)

    def __repr__(self) -> str:
        return f"<Corpus {self._summary()}>"

    def _repr_html_(self) -> str:
        """How a notebook shows it: a row an article with its facts by kind, and the first article in full."""
        from ..views.overview import overview

        return overview(
            f"Corpus {self._summary()}", [(name, article.extraction) for name, article in self.articles.items()]
        )

    def _summary(self) -> str:
        facts = sum(len(article.facts) for article in self.articles.values())
        return f"{self.folder}: {len(self)} annotated articles, {facts} facts"


def open_corpus(folder: str | Path) -> Corpus:
    """The annotated articles of a folder (``NAME.json`` beside its page ``NAME.txt`` or ``NAME.html``).

    Raises ``InputError`` where the folder holds none and ``RecordError`` for a faulty one, as ``evaluate`` does.

    >>> open_corpus("no such folder")
    Traceback (most recent call last):
    baocongdoan.errors.InputError: no such folder is no folder: give one that holds annotated articles (NAME.json)
    """
    folder = Path(folder)
    return Corpus(folder, load_annotations(folder))
