"""Where predictions come from: the extractor run on the gold's pages, or files that it wrote before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

from ..errors import BaocongdoanError, InputError, RecordError
from ..records import Extraction
from ..serialise import from_json
from .annotations import AnnotatedArticle, load_annotations

__all__ = ["Predictions", "predict", "read_predictions"]


@dataclass(frozen=True, slots=True)
class Predictions:
    """Predictions by name, and the pages that gave none with the reason."""

    articles: Mapping[str, AnnotatedArticle]
    failed: Mapping[str, str]


def predict(gold: Mapping[str, AnnotatedArticle], extract: Callable[[Path], Extraction]) -> Predictions:
    """What the extractor makes of the pages beside the gold files."""
    articles, failed = {}, {}
    for name, annotated in gold.items():
        if annotated.page is None:
            failed[name] = "no page (NAME.txt or NAME.html) lies beside the annotation"
            continue
        try:
            articles[name] = AnnotatedArticle.of(name, extract(annotated.page))
        except BaocongdoanError as error:
            failed[name] = str(error)
    return Predictions(articles, failed)


def read_predictions(path: Path) -> Predictions:
    """Predictions from a folder of ``NAME.json`` files, or from a JSONL file of ``baocongdoan extract``, whose
    articles are known by the file name in ``origin``."""
    if path.is_dir():
        return Predictions(load_annotations(path), {})
    try:
        lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot read the predictions {path}: {error}") from error
    articles = {}
    for number, line in enumerate(lines, 1):
        try:
            extraction = from_json(line)
        except RecordError as error:
            raise RecordError(f"{path}, line {number}: {error}") from error
        name = PurePath(extraction.article.origin).stem
        articles[name] = AnnotatedArticle.of(name, extraction)
    return Predictions(articles, {})
