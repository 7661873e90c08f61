"""Kept text and speed on HTML pages, beside trafilatura and jusText, all in one run: ``make bench-html``.

Pages: every layout of ``layouts.toml`` filled with the invented articles of ``corpora/articles``, in the sites of
``frames.toml``, as heavy as pages are that sites send; the same pages bare, an article and little else; and, where a
folder with real pages is given, those of its pages whose kept text is known. The headline is left out on both
sides, because trafilatura gives it apart from the text. The score is F1 over words, counted as often as they stand.
"""

from __future__ import annotations

import argparse
import html
import json
import random
import re
import statistics
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from string import Template
from typing import Any

import justext
import trafilatura

from baocongdoan.cleaning import clean
from baocongdoan.errors import InputError
from baocongdoan.language.fold import clean_characters
from baocongdoan.pages.html import read_html
from baocongdoan.training.material import Material, materials_of_pages, read_annotated

from .common import CORPORA, taking_turns
from .frames import Frame, Standing, frames

HERE = Path(__file__).parent
ARTICLES = 12  # a layout
ROUNDS = 3  # of the speed test; the best counts
BOUND = 3  # times trafilatura's speed, on pages as sites send them
LENGTHS = tuple(100_000 * 2**power for power in range(5))  # characters of the pages that tell how the time grows
DATE, AUTHOR = "14:05 12/03/2026", "Lục Thị Nhàn"
BEGIN, END = "\0begin\0", "\0end\0"  # round what of a layout's page stands in a frame
REAL = "real: "  # what the classes of real pages begin with
NOT_LETTERS = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class BenchPage:
    """A page, its class, and what is to be kept of it: nothing of a listing."""

    layout: str
    source: str
    title: str
    kept: tuple[str, ...]
    lead: str = ""
    captions: tuple[str, ...] = ()
    frame: str = ""  # the site that an invented page stands in


# ---- pages ----------------------------------------------------------------------------------------------------------


def invented_pages(sites: Sequence[Frame] = ()) -> Iterator[BenchPage]:
    """Each layout with some of the invented articles in it: bare, or in turn in those of the frames that hold it."""
    with (HERE / "layouts.toml").open("rb") as file:
        layouts = tomllib.load(file)["layout"]
    materials = list(materials_of_pages(read_annotated(CORPORA)))
    for layout in layouts:
        holders = [site for site in sites if layout["name"] in site.layouts]
        for number, material in enumerate(materials[:: max(1, len(materials) // ARTICLES)][:ARTICLES]):
            others = [other for other in materials if other is not material]
            random.Random(number).shuffle(others)  # noqa: S311 (no secret)
            yield _fill(layout, material, others, holders[number % len(holders)] if holders else None, number)


def _fill(
    layout: dict[str, str], material: Material, others: Sequence[Material], frame: Frame | None, number: int
) -> BenchPage:
    def piece(name: str, **values: str) -> str:
        escaped = {key: html.escape(value) for key, value in values.items()}
        return Template(layout.get(name, "")).substitute(escaped, date=DATE)

    def listed(name: str, chosen: Sequence[Material]) -> str:
        return "".join(piece(name, text=other.title, lead=other.paragraphs[0]) for other in chosen)

    lead, *paragraphs = material.paragraphs
    captions, body, kept = list(material.captions), "", [lead]
    for place, text in enumerate(paragraphs):
        body += piece("paragraph", text=text)
        kept.append(text)
        if captions:
            caption = captions.pop(0)
            body += piece("caption", text=caption, title=material.title)
            kept.append(caption)
        if place == 1 and layout.get("box"):
            links = listed("link", others[5:8])
            body += Template(layout["box"]).substitute(links=links, other=html.escape(others[8].title))
        if place == 1 and frame is not None:
            body += frame.within(number)
    source = Template(layout["page"]).safe_substitute(
        title=html.escape(material.title), lead=html.escape(lead), date=DATE, author=AUTHOR, body=body,
        links=listed("link", others[:5]), teasers=listed("teaser", others[9:13]), other=html.escape(others[8].title),
        begin=BEGIN, end=END,
    )  # fmt: skip
    listing = "$body" not in layout["page"]
    bare, content, after = re.split(f"{BEGIN}|{END}", source)
    if frame is None:
        source = bare + content + after
    else:
        title = frame.file["texts"]["section"][number] if listing else material.title
        standing = Standing(layout["name"], title, "" if listing else lead, content, number, material.paragraphs)
        source = frame.around(standing, others[13:])
    if listing:
        return BenchPage(layout["name"], source, material.title, (), frame=frame.name if frame else "")
    shown = tuple(caption for caption in material.captions if caption in kept)
    return BenchPage(layout["name"], source, material.title, tuple(kept), lead, shown, frame.name if frame else "")


def real_pages(folder: Path) -> Iterator[BenchPage]:
    """Real pages with their kept text: what a ``_gold.json`` beside them says, and where lines are named by
    ``real_pages.toml``, those lines."""
    gold = json.loads((folder / "vnexpress_fundus_gold.json").read_text(encoding="utf-8"))["V1"]
    kept = [*gold["body"]["summary"], *(text for part in gold["body"]["sections"] for text in part["paragraphs"])]
    captions = tuple(text for text in kept if gold["images"][0]["caption"] in text)
    source = (folder / "vnexpress_fundus_2025-10-22.html").read_text(encoding="utf-8")
    yield BenchPage("real: newspaper article", source, gold["title"], tuple(kept), kept[0], captions)
    with (HERE / "real_pages.toml").open("rb") as file:
        pages: list[dict[str, Any]] = tomllib.load(file)["page"]
    for page in pages:
        source = (folder / page["file"]).read_text(encoding="utf-8", errors="replace")
        if not page.get("first"):
            yield BenchPage(page["class"], source, "", ())
            continue
        read = read_html(source).lines
        title = next((line.text for line in read if line.markup is not None and line.markup.heading == 1), "")
        lines = [line.text for line in read]
        first, last = _line(lines, page["first"]), _line(lines, page["last"])
        chosen = [text for text in lines[first : last + 1] if not text.startswith(tuple(page.get("without", ["\0"])))]
        captions = tuple(text for text in chosen if text.startswith(tuple(page.get("captions", ["\0"]))))
        yield BenchPage(page["class"], source, title, tuple(chosen), chosen[0], captions)


def _line(lines: Sequence[str], beginning: str) -> int:
    return next(place for place, text in enumerate(lines) if text.startswith(beginning))


# ---- tools ----------------------------------------------------------------------------------------------------------


def ours(source: str, *, rules_only: bool = False) -> str:
    """The text that this library keeps."""
    try:
        return clean(read_html(source), rules_only=rules_only).text
    except InputError:
        return ""


def by_trafilatura(source: str) -> str:
    """What trafilatura keeps as it comes, without comments."""
    return trafilatura.extract(source, include_comments=False) or ""


STOPLIST = justext.get_stoplist("Vietnamese")


def by_justext(source: str) -> str:
    """What jusText keeps with its Vietnamese stop words."""
    return "\n".join(part.text for part in justext.justext(source.encode(), STOPLIST) if not part.is_boilerplate)


TOOLS: dict[str, Callable[[str], str]] = {
    "learned": ours, "rules": partial(ours, rules_only=True), "trafilatura": by_trafilatura, "jusText": by_justext,
}  # fmt: skip


# ---- scores ---------------------------------------------------------------------------------------------------------


def words_of(text: str) -> list[str]:
    """The words of a text as a reader sees them, however it is broken into lines: soft hyphens break no word."""
    return NOT_LETTERS.sub(" ", clean_characters(text)).lower().split()


def f1(page: BenchPage, text: str) -> float:
    """F1 of the kept words; for a listing, whether nothing was kept."""
    title = " ".join(words_of(page.title))
    lines = [line for line in text.splitlines() if not title or " ".join(words_of(line)) != title]
    kept, wanted = Counter(words_of("\n".join(lines))), Counter(words_of("\n".join(page.kept)))
    if not wanted:
        return float(not kept)
    right = sum((kept & wanted).values())
    return 2 * right / (sum(kept.values()) + sum(wanted.values()))


def holds(text: str, piece: str) -> bool:
    """Whether a piece stands in the text."""
    return " ".join(words_of(piece)) in " ".join(words_of(text))


def seconds(sources: Sequence[str], tools: Sequence[Callable[[str], str]]) -> list[float]:
    """The best processor time of each tool for all pages."""
    return [min(taken) for taken in taking_turns(tools, sources, ROUNDS)]


def main() -> None:
    """Print the scores by page class, and the speed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--real", type=Path, help="a folder with real pages")
    parser.add_argument("--diff", action="store_true", help="print what is wrongly kept or lost")
    given = parser.parse_args()
    framed, bare = list(invented_pages(frames())), list(invented_pages())
    real = list(real_pages(given.real)) if given.real is not None and given.real.is_dir() else []
    _print_scores("pages in frames and real pages", framed + real, differences=given.diff)
    _print_scores("bare pages", bare, differences=given.diff)
    _print_speed("pages in frames", framed)
    _print_speed("real pages", real)
    _print_speed("bare pages, of an article and little else", bare)
    ratio = _print_speed("pages in frames and real pages together", framed + real)
    print("bound held" if ratio >= BOUND else "BOUND NOT HELD", f"({BOUND} x trafilatura's speed)")
    _print_growth(max((page.source for page in bare if page.kept), key=len))


def _print_scores(name: str, pages: Sequence[BenchPage], *, differences: bool) -> None:
    texts = {tool: [take(page.source) for page in pages] for tool, take in TOOLS.items()}
    print(f"\nkept words, F1: {name}\n{'':32s}", *(f"{tool:>12s}" for tool in TOOLS), "   leads  captions (learned)")
    for layout in dict.fromkeys(page.layout for page in pages):
        places = [place for place, page in enumerate(pages) if page.layout == layout]
        _print_class(layout, places, pages, texts)
        if differences:
            _print_differences(pages, texts["learned"], places)
    for frame in sorted({page.frame for page in pages} - {""}):
        places = [place for place, page in enumerate(pages) if page.frame == frame and page.kept]
        _print_class(f"articles in {frame}", places, pages, texts)


def _print_class(name: str, places: Sequence[int], pages: Sequence[BenchPage], texts: dict[str, list[str]]) -> None:
    scores = [statistics.mean(f1(pages[place], texts[tool][place]) for place in places) for tool in TOOLS]
    leads = [holds(texts["learned"][place], pages[place].lead) for place in places if pages[place].lead]
    captions = [holds(texts["learned"][place], text) for place in places for text in pages[place].captions]
    print(
        f"{name:32s}", *(f"{each:12.3f}" for each in scores),
        f"{sum(leads):4d}/{len(leads)} {sum(captions):6d}/{len(captions)}",
        "" if scores[0] + 5e-4 >= max(scores[2:]) else "  BEHIND",
    )  # fmt: skip


def _print_differences(pages: Sequence[BenchPage], texts: Sequence[str], places: Sequence[int]) -> None:
    for place in places:
        wanted, kept = set(pages[place].kept), set(texts[place].splitlines()) - {pages[place].title}
        for sign, lines in (("+", kept - wanted), ("-", wanted - kept)):
            for line in sorted(lines):
                print(f"    {place} {sign} {line[:100]}")


def _print_speed(name: str, pages: Sequence[BenchPage]) -> float:
    """Print the times of all tools; returns how many times trafilatura's speed the library has."""
    if not pages:
        return 0.0
    sources = [page.source for page in pages]
    size = sum(len(source.encode()) for source in sources) / 1e6
    print(f"\n{len(sources)} {name}, {size:.1f} MB, best of {ROUNDS} rounds")
    times = dict(zip(TOOLS, seconds(sources, list(TOOLS.values())), strict=True))
    for tool, taken in times.items():
        ratio = times["trafilatura"] / taken
        print(f"{tool:12s} {1e3 * taken / len(sources):8.2f} ms a page   {ratio:5.1f} x trafilatura's speed")
    return times["trafilatura"] / times["learned"]


def _print_growth(source: str) -> None:
    """How the time grows with the length of a page: one that holds the same page again and again."""
    print("\none page, longer and longer")
    for length in LENGTHS:
        page = (source * (length // len(source) + 1))[:length]
        (taken,) = seconds([page], [ours])
        print(f"{length:10d} characters {1e3 * taken:9.1f} ms")


if __name__ == "__main__":
    main()
