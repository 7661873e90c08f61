"""All pages that line roles are learned from, and what was not there to learn from."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..pages.html import read_html
from .html_shapes import as_html, html_shape, unmarked
from .line_roles import Example, example
from .material import Material, materials_of_pages, materials_of_texts, read_annotated
from .plans import Plan, plan_article, plan_listing
from .text_shapes import TEXT_SHAPES, as_text

__all__ = ["Dataset", "Invented", "build"]

_SEED = 7
_TEXT_PAGES = 1400
_HTML_PAGES = 1400
_NEWS = 400  # articles of general news
_LISTINGS = 0.06  # share of pages that hold no article
_WEIGHT = 4.0  # of a real or annotated page beside an invented one


@dataclass(frozen=True, eq=False)
class Invented:
    """A page of an invented layout: the name of its ``layout``, by which it can be held out."""

    layout: str
    example: Example


@dataclass(frozen=True, eq=False)
class Dataset:
    """``annotated``: pages by the name of their folder; ``lacking``: what could have been learned from, too."""

    annotated: dict[str, tuple[Example, ...]]
    invented: tuple[Invented, ...]
    lacking: tuple[str, ...]

    def training(
        self, *, without_layout: str = "", without: Sequence[Example] = ()
    ) -> tuple[list[Example], list[float]]:
        """The pages to learn from, and what each counts; some may be held out."""
        out = {id(one) for one in without}
        real = [one for pages in self.annotated.values() for one in pages if id(one) not in out]
        made = [one.example for one in self.invented if one.layout != without_layout]
        return [*made, *real], [1.0] * len(made) + [_WEIGHT] * len(real)


def build(corpora: Path, shared: Path | None, *, share: float = 1.0) -> Dataset:
    """The pages under ``corpora`` and, where it is there, ``shared``; ``share`` of the usual number of invented ones.

    Invented pages are made of articles that no annotated page of ``shared`` holds, so that those can be held out.
    """
    own = read_annotated(corpora)
    annotated, lacking = {corpora.name: own}, []
    materials = list(materials_of_pages(own))
    for name in ("corpus", "corpus_documents"):
        folder = shared / name if shared else None
        if folder is not None and folder.is_dir():
            annotated[name] = read_annotated(folder)
        else:
            lacking.append(f"annotated real pages ({name})")
    for name, most in (("union", 10_000), ("news", _NEWS)):
        file = shared / "articles" / f"{name}.jsonl.gz" if shared else None
        if file is not None and file.is_file():
            materials += materials_of_texts(file, most)
        else:
            lacking.append(f"real texts (articles/{name}.jsonl.gz)")
    examples = {name: tuple(example(page) for page in pages) for name, pages in annotated.items()}
    return Dataset(examples, tuple(_invent(materials, share)), tuple(lacking))


def _invent(materials: Sequence[Material], share: float) -> Iterator[Invented]:
    rng = random.Random(_SEED)  # noqa: S311 (no secret)
    shapes = tuple(TEXT_SHAPES)
    for number in range(int(_TEXT_PAGES * share)):
        shape = shapes[number % len(shapes)]
        plan = _plan(rng, materials)
        yield Invented(f"text {shape}", example(as_text(plan, shape, rng, f"text{number}")))
    for number in range(int(_HTML_PAGES * share)):
        plan, site = _plan(rng, materials), html_shape(rng)
        page = read_html(as_html(plan, site))
        yield Invented(f"html {site.scheme}", example(unmarked(f"html{number}", page)))


def _plan(rng: random.Random, materials: Sequence[Material]) -> Plan:
    if rng.random() < _LISTINGS:
        return plan_listing(rng, materials)
    chosen = rng.choice(materials)
    return plan_article(rng, chosen, [other for other in materials if other is not chosen])
