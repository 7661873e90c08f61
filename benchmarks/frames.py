"""Frames in which the layouts of the benchmark stand: pages as heavy as those that sites send.

A frame is one invented site: head, header, side columns and footer, in ``frames.toml``. What repeats there (menus,
teasers, tags) and what no reader sees (style sheets, scripts, data) is generated from short templates, so that a page
of a hundred kilobytes needs some dozens of lines. The same page comes out each time.
"""

from __future__ import annotations

import base64
import html
import itertools
import json
import random
import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Any

from baocongdoan.training.material import Material

FILE = Path(__file__).parent / "frames.toml"
DAYS, MONTHS = 28, 9
ONLY_ARTICLES = re.compile(r"<\?article (.*?) article\?>", re.DOTALL)  # what a listing lacks: comments, ratings


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in a frame: an article, or a listing, which has no lead."""

    layout: str
    title: str
    lead: str
    content: str
    number: int
    paragraphs: tuple[str, ...] = ()


class Frame:
    """One site."""

    def __init__(self, entry: dict[str, Any], file: dict[str, Any]) -> None:
        self.entry, self.file = entry, file
        self.name: str = entry["name"]
        self.layouts: list[str] = entry["layouts"]
        self.white: str = entry["white"]

    def spaced(self, template: str) -> str:
        """A template with the white space that the site's own templates leave between tags."""
        return template.replace("><", f">{self.white}<")

    def within(self, number: int) -> str:
        """What the site puts between the paragraphs of an article: mostly the place of an advertisement."""
        return Template(self.entry.get("within", "")).substitute(_Page(self, random.Random(number), {}, ()))  # noqa: S311

    def around(self, standing: Standing, others: Sequence[Material]) -> str:
        """The whole page."""
        chance = random.Random(f"{self.name} {standing.layout} {standing.number}")  # noqa: S311 (no secret)
        page = ONLY_ARTICLES.sub(r"\1" if standing.lead else "", self.entry["page"])
        return Template(self.spaced(page)).substitute(_Page(self, chance, _facts(standing, self.entry), others))


def frames() -> list[Frame]:
    """All frames of ``frames.toml``."""
    with FILE.open("rb") as file:
        read = tomllib.load(file)
    return [Frame(entry, read) for entry in read["frame"]]


class _Page(dict[str, str]):
    """The names of a frame's templates. What is no fact of the page is made where it stands: one of the frame's lists,
    a piece that several frames share, or something generated."""

    def __init__(self, frame: Frame, chance: random.Random, facts: dict[str, str], others: Sequence[Material]) -> None:
        super().__init__(facts, site=frame.entry["site"], host=frame.entry["host"])
        self.frame, self.chance, self.others = frame, chance, others
        # A site has the same menus, numbers in them and style sheets on all its pages: they don't hang on the page.
        self.site_chance = random.Random(frame.name)  # noqa: S311 (no secret)
        self.pools: dict[str, Iterator[Any]] = {}

    def __missing__(self, name: str) -> str:
        if name in self.frame.entry["lists"]:
            return self._list(**self.frame.entry["lists"][name])
        if name in self.frame.file["pieces"]:
            return Template(self.frame.file["pieces"][name]).substitute(self)
        if name in self.frame.entry["made"]:
            kind, size = self.frame.entry["made"][name]
            return MAKERS[kind](self, size)
        return MAKERS[name](self, 1)

    def _list(self, of: str, count: int, item: str) -> str:
        template, made = Template(self.frame.spaced(item)), []
        for place in range(1, count + 1):
            text, lead = self._next(of)
            facts = _link_facts(self.chance if of == "titles" else self.site_chance, self["host"], text, place)
            self.update({key: html.escape(value) for key, value in (facts | {"text": text, "about": lead}).items()})
            made.append(template.substitute(self))
        return self.frame.white.join(made)

    def _next(self, of: str) -> tuple[str, str]:
        """The next text of a pool with what is told about it; a pool that is used up begins again."""
        if of not in self.pools:
            pool: list[Any] = [(other.title, other.paragraphs[0]) for other in self.others]
            if of != "titles":
                pool = [text if isinstance(text, list) else (text, "") for text in self.frame.file["texts"][of]]
            order = (self.chance if of == "titles" else self.site_chance).sample(pool, len(pool))
            self.pools[of] = itertools.cycle(order)
        text, lead = next(self.pools[of])
        return text, lead


def _facts(standing: Standing, entry: dict[str, Any]) -> dict[str, str]:
    """What a page says of itself."""
    url = f"https://{entry['host']}/{_slug(standing.title)}-{400_000 + standing.number}.html"
    image = f"https://media.{entry['host']}/uploads/2026/03/12/{_slug(standing.title)[:40]}.jpg"
    kind = "article" if standing.lead else "website"
    about = standing.lead or f"{standing.title} - {entry['site']}"
    plain = {"title": standing.title, "about_page": about, "url_page": url, "image_page": image, "kind": kind}
    thing: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "CollectionPage",
        "name": standing.title,
        "url": url,
    }
    if standing.lead:
        publisher = {"@type": "Organization", "name": entry["site"], "logo": {"@type": "ImageObject", "url": image}}
        thing = {
            "@context": "https://schema.org", "@type": "NewsArticle", "headline": standing.title, "description": about,
            "mainEntityOfPage": {"@type": "WebPage", "@id": url}, "datePublished": "2026-03-12T14:05:00+07:00",
            "dateModified": "2026-03-12T14:31:00+07:00", "publisher": publisher,
            "image": {"@type": "ImageObject", "url": image, "width": 1200, "height": 675},
        }  # fmt: skip
    said = {key: html.escape(value) for key, value in plain.items()}
    state = {"id": standing.number, "title": standing.title, "sapo": about, "paragraphs": standing.paragraphs}
    return said | {
        "content": standing.content, "linked_data": json.dumps(thing, ensure_ascii=False),
        "state_page": json.dumps(state, ensure_ascii=False).replace("<", "\\u003c"),
    }  # fmt: skip


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "-".join(
        "".join(letter if letter.isascii() and letter.isalnum() else " " * letter.isspace() for letter in plain).split()
    )


def _link_facts(chance: random.Random, host: str, text: str, place: int) -> dict[str, str]:
    """What a list's item needs beside its text."""
    number, day, month = chance.randrange(10_000, 999_999), chance.randint(1, DAYS), chance.randint(1, MONTHS)
    hour, minute = chance.randint(6, 22), chance.randrange(60)
    return {
        "slug": _slug(text)[:70], "number": str(number), "place": str(place), "few": str(chance.randint(0, 60)),
        "url": f"/{_slug(text)[:70]}-{number}.html", "hash": f"{chance.getrandbits(64):016x}",
        "image": f"https://media.{host}/thumb/{_slug(text)[:30]}-{chance.getrandbits(32):08x}",
        "day": f"{day:02}/{month:02}/2026", "hour": f"{hour:02}:{minute:02}",
        "iso": f"2026-{month:02}-{day:02}T{hour:02}:{minute:02}",
    }  # fmt: skip


# ---- what no reader sees ---------------------------------------------------------------------------------------------


def _css(page: _Page, size: int) -> str:
    """A style sheet as build tools leave it."""
    words, said = page.frame.file["code"], page.site_chance

    def rule() -> str:
        name = f".{said.choice(words['names'])}-{said.choice(words['names'])}{said.choice(words['states'])}"
        return f"{name}{{{';'.join(_numbered(said, each) for each in said.sample(words['rules'], 4))}}}"

    return _until(size, rule)


def _js(page: _Page, size: int) -> str:
    """Scripts as build tools leave them: what counts visits, fills advertisements and opens menus."""
    words, said = page.frame.file["code"], page.site_chance
    return _until(size, lambda: Template(_numbered(said, said.choice(words["statements"]))).substitute(
        a=said.choice("abcdefghijk"), b=said.choice("mnopqrst"), name=said.choice(words["names"]), host=page["host"],
    ))  # fmt: skip


def _until(size: int, piece: Callable[[], str]) -> str:
    made, length = [], 0
    while length < size:
        made.append(piece())
        length += len(made[-1])
    return "".join(made)


def _numbered(chance: random.Random, text: str) -> str:
    """A template of code with a number at each ``#``."""
    first, *rest = text.split("#")
    return first + "".join(f"{chance.randint(1, 480)}{part}" for part in rest)


def _base64(page: _Page, size: int) -> str:
    return base64.b64encode(page.chance.randbytes(size * 3 // 4)).decode()


def _drawing(page: _Page, size: int) -> str:
    """The path of an icon."""
    said = page.site_chance
    steps = (f"{said.choice('clhvsaq')}{said.uniform(-9, 9):.3f} {said.uniform(-9, 9):.3f}" for _ in range(8 * size))
    return f"M{said.uniform(0, 24):.2f} {said.uniform(0, 24):.2f}{''.join(steps)}z"


def _items(page: _Page, size: int) -> str:
    """The data of a page that is built in the browser: the lists that it shows, as JSON."""
    found = []
    for place in range(size):
        title, lead = page._next("titles")
        facts = _link_facts(page.chance, page["host"], title, place)
        found.append({
            "id": int(facts["number"]), "title": title, "sapo": lead, "url": facts["url"], "publishedAt": facts["iso"],
            "thumb": {"src": facts["image"] + ".webp", "w": 640, "h": 400}, "flags": {"hot": place < 3, "video": False},
        })  # fmt: skip
    return json.dumps(found, ensure_ascii=False).replace("<", "\\u003c")


def _mark(page: _Page, size: int) -> str:
    """What build tools put into the names of files and classes: the same all over a site."""
    return f"{random.Random(page.frame.name).getrandbits(20 * size):05x}"  # noqa: S311 (no secret)


MAKERS: dict[str, Callable[[_Page, int], str]] = {
    "css": _css, "js": _js, "base64": _base64, "drawing": _drawing, "items": _items, "mark": _mark,
}  # fmt: skip
