"""Tokens to lines of text, each with what the markup says of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from ...lexicon.kept import compiled
from ...lexicon.loader import load
from ...records import Markup, PageLine, Role
from .elements import EMPHASIS, INLINE, KINDS, PICTURES
from .metadata import Declarations
from .stack import Element, Meaning, OpenElements
from .tokens import attributes as parsed
from .tokens import scan

__all__ = ["LineBuilder", "Marking"]

Marking = Callable[[Element], Role | None]
"""What a site profile makes of an element: a role for its lines, or none."""

_SPACE = re.compile(r"[ \t\n\r\f]+")
_VISIBLE = compiled(r"[^\s\p{Cc}\p{Cf}]")
_NO_CAPTION = re.compile(r"(?:no|has|with)[ _-]?caption")
_CAPTION_LINES = 2  # the most lines that a table or figure with a picture has as its caption
_CAPTION_WORDS = 60
_LINKED = 0.5  # link density from which a text beside a picture is a teaser
_EMPHASISED = 0.9  # share of a line's characters
_NOWHERE = Element.within(None, "body", "", 0)
_LAZY_TITLE = ("data-title", "data-headline", "data-text", "data-content", "title", "aria-label")


class LineBuilder:
    """Builds the lines of one page: let it ``read``, then ask for ``lines``, ``declarations`` and ``warnings``."""

    def __init__(self, marking: Marking | None = None) -> None:
        self.lines: list[PageLine] = []
        self.declarations = Declarations()
        self.warnings: list[str] = []
        self._marking = marking
        self._open = OpenElements()
        self._text: list[str] = []
        self._at: Element | None = None  # the element in which the line's text began
        self._size = self._linked = 0
        self._emphasis = dict.fromkeys(EMPHASIS.values(), 0)  # elements that are open
        self._emphases = 0  # of all kinds
        self._emphasised: dict[str, int] = {}  # letters of the line
        self._link = -1  # how many elements were open where the open link began
        self._picture = self._after_picture = False
        self._unseen = 0

    def read(self, page: str) -> LineBuilder:
        """Take in a whole page.

        >>> [line.text for line in LineBuilder().read("<h1>Mở l<b>ớp</b></h1>8 lớp<br>340 người").lines]
        ['Mở lớp', '8 lớp', '340 người']
        """
        scan(page, self)
        self._end_line()
        still_hidden = self._open.innermost is not None and self._open.innermost.meaning.hidden
        self._end(self._open.close_all())
        if still_hidden and self._unseen:
            self.warnings.append("a hidden element is never closed: the text behind it was dropped")
        return self

    # ---- one kind of token each ------------------------------------------------------------------------------------

    def text(self, text: str) -> None:
        """Take in characters."""
        if not self._text and text.isspace():  # what stands between two tags mostly is
            return
        inside = self._open.innermost
        said = _NOWHERE.meaning if inside is None else inside.meaning
        if said.hidden:
            self._unseen += not text.isspace()
        elif said.preformatted:
            for number, line in enumerate(text.splitlines()):
                if number:
                    self._end_line()
                self._add(line, inside)
        else:
            self._add(text, inside)

    def start(self, name: str, attributes: str) -> None:
        """Take in a start tag."""
        if name == "a":
            linked = "href" in attributes or "href" in attributes.lower()
            inside = self._open.innermost
            self._link = -1 if not linked else 0 if inside is None else inside.place + 1
            return
        kind = KINDS.get(name, INLINE)
        if kind.ends_line and self._text:
            self._end_line()
        if not kind.plain:
            if kind.picture:
                self._see_picture()
            if kind.void:
                if kind.declares:
                    self.declarations.add(name, parsed(attributes))
                return
            if kind.once and self._open.holds(name):
                return
            if kind.emphasis is not None:
                self._emphasis[kind.emphasis] += 1
                self._emphases += 1
        opened, ended = self._open.open(name, kind, attributes, len(self.lines))
        if ended:
            self._end(ended)
        if opened.declares:
            self.declarations.add(name, opened.attributes)
        if self._marking is not None and opened.role is not Role.BOILERPLATE:
            opened.role = self._marking(opened) or opened.role

    def end(self, name: str) -> None:
        """Take in an end tag."""
        if name == "a":
            self._link = -1
            return
        kind = KINDS.get(name, INLINE)
        if kind.ends_line and self._text:
            self._end_line()
        if not kind.once and (ended := self._open.close(name)):  # what stands behind these is still the page's
            self._end(ended)

    def raw(self, name: str, attributes: str, text: str) -> None:
        """Take in an element without markup."""
        if name in PICTURES:
            self._see_picture()
        if name in ("script", "title"):
            self.declarations.add_text(name, parsed(attributes), text)

    def cut(self, where: str, text: str) -> None:
        """Take in that the page breaks off."""
        if text.strip():
            self.warnings.append(f"breaks off inside {where}: {len(text)} characters dropped")

    # ---- lines -----------------------------------------------------------------------------------------------------

    def _add(self, text: str, inside: Element | None) -> None:
        size = len(text.strip())
        if not size:
            if self._text:
                self._text.append(" " if text else "")
            return
        if not self._text:
            self._at, self._after_picture, self._picture = inside, self._picture, False
        self._text.append(text)
        self._size += size
        if self._link >= 0:
            self._linked += size
        if self._emphases:
            for kind, depth in self._emphasis.items():
                if depth:
                    self._emphasised[kind] = self._emphasised.get(kind, 0) + size

    def _end_line(self) -> None:
        if not self._text:
            return
        text = "".join(self._text) if len(self._text) > 1 else self._text[0]
        if "  " in text or not text.isprintable():  # which leaves single spaces alone
            text = _SPACE.sub(" ", text)
        text = text.strip()
        if text[:1].isalnum() or _VISIBLE.search(text):
            self.lines.append(PageLine(len(self.lines) + 1, text, self._markup()))
        else:
            self._picture = self._picture or self._after_picture
        self._text.clear()
        self._size = self._linked = 0
        self._emphasised.clear()

    def _markup(self) -> Markup:
        at, inside = self._at or _NOWHERE, self._open.innermost
        return _markup(
            inside.block if inside is not None else "body",
            inside.depth if inside is not None else 0,
            round(self._linked / self._size, 3) if self._linked else 0.0,
            at.meaning,
            self._line_emphasis() if self._emphasised else None,
            self._after_picture,
            at.role,
        )

    def _line_emphasis(self) -> str | None:
        enough = _EMPHASISED * self._size
        return next((kind for kind in self._emphasis if self._emphasised.get(kind, 0) >= enough), None)

    # ---- elements that end -----------------------------------------------------------------------------------------

    def _see_picture(self) -> None:
        inside = self._open.innermost
        if inside is not None:
            if inside.meaning.hidden:
                return
            inside.pictures += 1
        self._picture = True

    def _end(self, ended: Sequence[Element]) -> None:
        for element in ended:
            kind = element.kind
            if kind.emphasis is not None:
                self._emphasis[kind.emphasis] -= 1
                self._emphases -= 1
            elif kind.heading and len(self.lines) == element.first_line and not element.meaning.hidden:
                self._fill_lazy_title(element)
            if element.pictures:
                if element.parent is not None:
                    element.parent.pictures += element.pictures
                if element.name in ("table", "figure"):
                    self._caption_lines(element)
        if self._link >= 0 and len(self._open) < self._link:
            self._link = -1

    def _caption_lines(self, element: Element) -> None:
        """A figure or table with a picture and few words has them as its caption."""
        inside = self.lines[element.first_line : element.first_line + _CAPTION_LINES + 1]
        if len(inside) > _CAPTION_LINES or sum(len(line.text.split()) for line in inside) > _CAPTION_WORDS:
            return
        if any(line.markup is None or line.markup.heading or line.markup.link_density > _LINKED for line in inside):
            return
        for place, line in enumerate(inside, element.first_line):
            if line.markup is not None:
                self.lines[place] = replace(line, markup=replace(line.markup, is_caption=True))

    def _fill_lazy_title(self, element: Element) -> None:
        """A heading that a script would fill may carry its text in an attribute."""
        text = next((given for name in _LAZY_TITLE if (given := element.attributes.get(name, "").strip())), "")
        if _VISIBLE.search(text):
            inside = self._open.innermost
            markup = Markup(
                tag=element.name,
                depth=1 if inside is None else inside.depth + 1,
                heading=element.kind.heading,
                landmark=element.meaning.landmark,
                hint=element.meaning.hint,
                role=element.role,
            )
            self.lines.append(PageLine(len(self.lines) + 1, _SPACE.sub(" ", text), markup))


@lru_cache(maxsize=4_096)  # frozen, it takes long to make, and the lines of a site have few different ones
def _markup(  # noqa: PLR0917  by name they would take longer to look up
    tag: str,
    depth: int,
    link_density: float,
    at: Meaning,
    emphasis: str | None,
    after_picture: bool,
    role: Role | None,
) -> Markup:
    return Markup(
        tag=tag, depth=depth, link_density=link_density, heading=at.heading, in_list=at.in_list,
        is_caption=at.in_caption or _is_caption_name(at.hint), landmark=at.landmark, hint=at.hint, emphasis=emphasis,
        after_picture=after_picture, role=role,
    )  # fmt: skip


@lru_cache(maxsize=4_096)
def _is_caption_name(hint: str) -> bool:
    """Whether the class names around a line say that it is a caption."""
    names = hint.replace("-", " ").replace("_", " ")
    return load("markup").pattern("caption").search(names) is not None and _NO_CAPTION.search(hint) is None
