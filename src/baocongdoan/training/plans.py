"""Invented pages before they have a shape: what stands on them, block by block, with the role of each."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from ..records import Role
from .material import Material, sentences_of

__all__ = ["Block", "Plan", "phrases", "plan_article", "plan_listing"]

_GLUED = 0.6
_FOLDED_TITLE_WORDS = 8


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a page: ``kind`` says what it is ("menu", "lead", "related", …), ``zone`` where it stands
    ("head", "article", "box", "below", "aside", "foot")."""

    kind: str
    role: Role
    text: str
    zone: str = "article"


@dataclass(frozen=True, slots=True)
class Plan:
    """The blocks of a page from top to bottom."""

    title: str
    blocks: tuple[Block, ...]


@cache
def phrases() -> Mapping[str, tuple[str, ...]]:
    """The stock phrases of invented pages."""
    text = resources.files(__package__).joinpath("phrases.toml").read_text(encoding="utf-8")
    return {name: tuple(listed) for name, listed in tomllib.loads(text).items()}


def plan_article(rng: random.Random, material: Material, others: Sequence[Material]) -> Plan:
    """A page with this article; ``others`` lend their headlines and leads to its links."""
    planner = _Planner(rng, others)
    title = material.title
    blocks = [*planner.head(), *planner.opening(title), *planner.article(material)]
    blocks += [*planner.closing(), *planner.below(), *planner.aside(), *planner.foot()]
    return Plan(title, tuple(blocks))


def plan_listing(rng: random.Random, others: Sequence[Material]) -> Plan:
    """A home, section or tag page: headlines with their teasers, and no article."""
    planner = _Planner(rng, others)
    heading = rng.choice(phrases()["menu"])
    blocks = [*planner.head(), Block("section", Role.BOILERPLATE, heading, "head")]
    for _ in range(rng.randint(2, 5)):
        blocks.append(Block("further_heading", Role.BOILERPLATE, rng.choice(phrases()["aside_heading"]), "below"))
        blocks += planner.links(rng.randint(4, 9), "below", teasers=rng.random() < 0.7, dates=rng.random() < 0.5)
    if rng.random() < 0.3:
        blocks += planner.table("below")
    return Plan(heading, (*blocks, *planner.aside(), *planner.foot()))


class _Planner:
    """Throws the dice for one page."""

    def __init__(self, rng: random.Random, others: Sequence[Material]) -> None:
        self._rng = rng
        self._others = others
        self._date_form = rng.choice(phrases()["date"])
        self._author = self._name()

    def _pick(self, name: str) -> str:
        return self._rng.choice(phrases()[name])

    def _some(self, name: str, least: int, most: int) -> list[str]:
        return self._rng.sample(phrases()[name], min(len(phrases()[name]), self._rng.randint(least, most)))

    def _chance(self, share: float) -> bool:
        return self._rng.random() < share

    def _name(self) -> str:
        name = f"{self._pick('surname')} {self._pick('given')}"
        return self._rng.choice(
            (name, name, name.upper(), self._pick("given"), ".".join(part[0] for part in name.split()))
        )

    def _date(self, form: str | None = None) -> str:
        rng = self._rng
        return (form or self._date_form).format(
            d=rng.randint(1, 28),
            m=rng.randint(1, 12),
            y=rng.randint(2012, 2026),
            h=rng.randint(0, 23),
            n=rng.randint(0, 59),
            w=self._pick("weekday"),
        )

    # ---- above the article -----------------------------------------------------------------------------------------

    def head(self) -> list[Block]:
        """Site name, menu and the path of sections."""
        blocks = []
        if self._chance(0.5):
            blocks.append(Block("site", Role.BOILERPLATE, self._pick("site"), "head"))
        if self._chance(0.15):
            blocks.append(Block("site_date", Role.BOILERPLATE, self._date(), "head"))
        if self._chance(0.6):
            blocks += [Block("menu", Role.BOILERPLATE, text, "head") for text in self._some("menu", 3, 22)]
        if self._chance(0.15):
            blocks += self.links(self._rng.randint(1, 4), "head", dates=self._chance(0.3))
        if self._chance(0.4):
            crumbs = self._some("menu", 1, 3)
            mark = self._rng.choice((" » ", " > ", " / ", " | "))
            blocks.append(Block("crumb", Role.BOILERPLATE, mark.join(crumbs), "head"))
        return blocks

    def opening(self, title: str) -> list[Block]:
        """The headline with what stands close round it."""
        block = Block("title", Role.TITLE, title)
        date = Block("date", Role.META, self._date())
        if self._chance(0.15):
            date = Block("date", Role.META, self._together(date.text))
        share = (
            [Block("share", Role.BOILERPLATE, text) for text in self._some("share", 1, 5)] if self._chance(0.3) else []
        )
        section = [Block("section", Role.BOILERPLATE, self._pick("menu"))] if self._chance(0.25) else []
        author = [Block("author", Role.META, self._byline())] if self._chance(0.15) else []
        order = self._rng.choice(("below", "below", "above", "none", "both", "above_author"))
        if order == "below":
            return [*section, block, *self._shuffled([[date], author, share])]
        if order in ("above", "above_author"):
            return [*section, date, *(author if order == "above_author" else []), block, *share]
        if order == "both":
            return [*section, date, block, replace(date), *share]
        return [*section, block, *author, *share]

    def _together(self, date: str) -> str:
        """The date on one line with the author or the section."""
        beside = self._author if self._chance(0.7) else self._pick("menu")
        parts = [date, beside] if self._chance(0.6) else [beside, date]
        if self._chance(0.2):
            parts.insert(1, self._pick("reading_time"))
        return self._rng.choice((" | ", " - ", " · ", ", ")).join(parts)

    def _shuffled(self, groups: list[list[Block]]) -> list[Block]:
        self._rng.shuffle(groups)
        return [block for group in groups for block in group]

    # ---- the article -----------------------------------------------------------------------------------------------

    def article(self, material: Material) -> list[Block]:
        """Lead and paragraphs, with pictures, subheadings and boxes of related links between them."""
        paragraphs = list(material.paragraphs)
        captions = self._captions(material)
        lead, rest = paragraphs[0], [part for text in paragraphs[1:] for part in self._broken(text)]
        if self._chance(0.08):  # a lead and nothing else, often a short one
            lead, rest = min((part for text in paragraphs for part in sentences_of(text)), key=_nearly_short), []
        if self._chance(0.2):
            lead = self._pick("site_tag") + lead
        blocks = [Block("lead", Role.BODY, lead)]
        if self._chance(0.25):
            blocks += self._box()
        picture_style = self._rng.choice(("bare", "bare", "again", "glued", "markdown", "between"))
        headed = self._chance(0.25)
        for place, text in enumerate(rest):
            if captions and self._chance(0.35 if place else 0.55):
                blocks += self._picture(captions.pop(), material.title, picture_style)
            if headed and place and self._chance(0.3):
                blocks.append(Block("subhead", Role.BODY, self._pick("subhead")))
            blocks.append(Block("paragraph", Role.BODY, text))
            if self._chance(0.06):
                blocks += self._listed(text if self._chance(0.7) else ", ".join(rest))
            if self._chance(0.05):
                blocks += self._box()
        if captions and self._chance(0.5):
            blocks += self._picture(captions.pop(), material.title, picture_style)
        return blocks

    def _broken(self, text: str) -> list[str]:
        """The paragraph, now and then as several, so that short ones are seen, too."""
        sentences = sentences_of(text)
        if len(sentences) == 1 or self._chance(0.7):
            return [text]
        if self._chance(0.4):
            return sentences
        shortest = min(range(len(sentences)), key=lambda place: len(sentences[place]))
        parts = (" ".join(sentences[:shortest]), sentences[shortest], " ".join(sentences[shortest + 1 :]))
        return [part for part in parts if part]

    def _listed(self, text: str) -> list[Block]:
        """A list behind a paragraph that announces it, or a table."""
        if self._chance(0.4):
            cells = [cell for _ in range(self._rng.randint(2, 9)) for cell in self._row()]
            heading = [Block("subhead", Role.BODY, self._pick("subhead").upper())] if self._chance(0.4) else []
            header = phrases()["cell"] if self._chance(0.5) else ()
            return [*heading, *(Block("cell", Role.BODY, cell) for cell in (*header, *cells))]
        items = [" ".join(part.split()[:14]) for part in text.split(", ")[1:] if len(part.split()) > 1]
        end = self._rng.choice((".", ";", ""))
        return [Block("item", Role.BODY, item.strip(".;") + end) for item in items[:24]]

    def _row(self) -> list[str]:
        year = self._rng.randint(1995, 2024)
        number = [str(self._rng.randint(1, 30))] if self._chance(0.3) else []
        figure = self._rng.choice((str(year), f"{year}-{year + 2}", f"{year % 97}%"))
        return [*number, self._name(), self._pick("menu"), figure]

    def _captions(self, material: Material) -> list[str]:
        captions = list(material.captions[: self._rng.randint(0, 3)])
        if material.scenes and self._chance(0.5):
            captions += self._rng.sample(material.scenes, min(len(material.scenes), 2))
        while self._chance(0.3):
            text = self._pick("caption")
            if self._chance(0.4):
                text = text.rstrip(".") + self._pick("credit").format(self._name())
            captions.append(text)
        self._rng.shuffle(captions)
        return captions

    def _picture(self, caption: str, title: str, style: str) -> list[Block]:
        block = Block("caption", Role.CAPTION, caption)
        again = Block("title_again", Role.BOILERPLATE, title)
        if style == "again":
            return [again, block]
        if style == "between":
            return [again, block, again]
        if style == "glued" and len(title.split()) >= _FOLDED_TITLE_WORDS // 2:
            return [replace(block, text=title + caption)] if self._chance(_GLUED) else [block]
        if style == "markdown":
            return [Block("picture", Role.BOILERPLATE, "![]()" if self._chance(0.6) else "![](/anh/1.jpg) |"), block]
        return [block]

    def _box(self) -> list[Block]:
        if self._chance(0.25):
            [link] = self.links(1, "box")[:1]
            return [replace(link, text=f"{self._pick('related_heading').strip(':')}: {link.text}")]
        headed = self._chance(0.5)
        heading = [Block("related_heading", Role.BOILERPLATE, self._pick("related_heading"), "box")] if headed else []
        count = self._rng.randint(1 if headed else 2, 4)
        return [
            *heading,
            *self.links(count, "box", teasers=headed and self._chance(0.15), dates=headed and self._chance(0.1)),
        ]

    def _byline(self) -> str:
        return self._pick("byline").format(self._author)

    # ---- below the article -----------------------------------------------------------------------------------------

    def closing(self) -> list[Block]:
        """Author, source and key words."""
        blocks = []
        if self._chance(0.65):
            blocks.append(Block("author", Role.META, self._byline()))
        if self._chance(0.25):
            blocks.append(Block("source", Role.META, self._pick("source").format(self._pick("agency"))))
        if self._chance(0.3):
            tags = self._some("tag", 2, 5)
            blocks.append(Block("tags", Role.BOILERPLATE, f"{self._pick('tags')} {', '.join(tags)}", "below"))
        if self._chance(0.35):
            heading = [self._pick("share_heading")] if self._chance(0.4) else []
            blocks += [
                Block("share", Role.BOILERPLATE, text, "below") for text in (*heading, *self._some("share", 1, 5))
            ]
        return blocks

    def below(self) -> list[Block]:
        """Comments and further links, in either order, or neither."""
        groups = []
        if self._chance(0.45):
            groups.append([Block("comment", Role.BOILERPLATE, text, "below") for text in self._some("comment", 2, 9)])
        for _ in range(self._rng.choice((0, 1, 1, 2))):
            name = "further_heading" if self._chance(0.6) else "related_heading"
            heading = [Block(name, Role.BOILERPLATE, self._pick(name), "below")] if self._chance(0.8) else []
            groups.append(
                heading
                + self.links(self._rng.randint(3, 9), "below", teasers=self._chance(0.35), dates=self._chance(0.45))
            )
        return self._shuffled(groups)

    def aside(self) -> list[Block]:
        """What stands beside the article and comes behind it in the text."""
        blocks = []
        for _ in range(self._rng.choice((0, 0, 1, 2))):
            blocks.append(Block("aside_heading", Role.BOILERPLATE, self._pick("aside_heading"), "aside"))
            listed = self.links(self._rng.randint(3, 7), "aside", teasers=self._chance(0.2), dates=self._chance(0.3))
            blocks += self.table("aside") if self._chance(0.1) else listed
        return blocks

    def foot(self) -> list[Block]:
        """The imprint."""
        lines = self._some("footer", 1, 7) if self._chance(0.6) else []
        return [Block("footer", Role.BOILERPLATE, text, "foot") for text in lines]

    def table(self, zone: str) -> list[Block]:
        """Documents of the site in a table."""
        (form,) = phrases()["document_number"]
        cells = [
            cell
            for other in self._rng.sample(self._others, 4)
            for cell in (form.format(self._rng.randint(1, 99)), self._date(), other.title)
        ]
        return [Block("cell", Role.BOILERPLATE, cell, zone) for cell in (*phrases()["document_cell"], *cells)]

    def links(self, count: int, zone: str, *, teasers: bool = False, dates: bool = False) -> list[Block]:
        """Other articles' headlines, with their leads or dates where asked for."""
        blocks, twice = [], self._chance(0.15)
        cut = self._chance(0.5)
        for other in self._rng.sample(self._others, min(count, len(self._others))):
            blocks += [Block("link", Role.BOILERPLATE, other.title, zone)] * (2 if twice else 1)
            if dates:
                blocks.append(Block("link_date", Role.BOILERPLATE, self._date(), zone))
            if teasers:
                blocks.append(
                    Block("teaser", Role.BOILERPLATE, _cut(other.paragraphs[0]) if cut else other.paragraphs[0], zone)
                )
        return blocks


def _nearly_short(sentence: str) -> int:
    """How far a sentence is from having six words, the fewest that a paragraph of its own may have."""
    return abs(len(sentence.split()) - 6)


def _cut(text: str) -> str:
    words = text.split()
    return text if len(words) < 24 else " ".join(words[:24]) + "..."
