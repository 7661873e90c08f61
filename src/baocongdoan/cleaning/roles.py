"""From marks to roles: the page is read from top to bottom, and each line's place decides with its words."""

from __future__ import annotations

from msgspec import Struct

from ..lexicon.loader import word_set
from ..records import Role
from .features import LineFeatures
from .layout import CAPTION_WORDS, SHORT, Layout
from .marks import SOURCES, Mark
from .markup import is_article_text

__all__ = ["Label", "label"]

_LEAD_WORDS = 18  # from which a line above the prose is a lead even without a full stop
_HEADING_WORDS = 9  # up to which a line between paragraphs is a subheading
_AKIN = 0.45  # share of the article's word pairs from which a line is the article's own
_STRANGE = 0.3  # and below which it is not, if it brings names of its own
_LINKS = frozenset({"related", "links", "strange_link", "below_prose", "see_also", "date_of_link"})  # rules
_SIGNING = SOURCES | {"byline"}
_SOON = 6  # lines below the article in which its author and source still may stand


class Label(Struct, frozen=True):
    """The role of a line and the rule that gave it."""

    role: Role
    why: str


def label(layout: Layout) -> tuple[Label, ...]:
    """A label for every line of the page."""
    above = [_above(layout, line) for line in layout.lines[: layout.first]]
    within = _Reading(layout).labels()
    below = [_below(layout, line) for line in layout.lines[layout.end :]]
    return (*above, *within, *below)


def _above(layout: Layout, line: LineFeatures) -> Label:
    """Lines above the article: its headline, the date next to it, and else the site's."""
    found = layout.marks[line.index]
    if line.index == layout.headline:
        return Label(Role.TITLE, "headline")
    if found is not None and found.stamp is not None:
        start, stop = line.index + 1, layout.first - (layout.headline is not None)
        if stop - start <= 2 and None not in layout.marks[start:stop]:
            return Label(Role.META, found.name)
        return Label(Role.BOILERPLATE, "date_of_site")
    return Label(Role.BOILERPLATE, found.name if found else "above_headline")


def _below(layout: Layout, line: LineFeatures) -> Label:
    """Lines below the article: the site's, but for a labelled author or source that follows at once."""
    found = layout.marks[line.index]
    soon = line.index - layout.end <= _SOON
    if soon and found is not None and found.name in _SIGNING:
        between = layout.marks[layout.end : line.index]
        if not any(near is None or near.name == "elsewhere_heading" for near in between):
            return Label(Role.META, found.name)
    return Label(Role.BOILERPLATE, found.name if found and found.role is Role.BOILERPLATE else "below_article")


class _Reading:
    """The article's own stretch, read line by line; ``box`` is on inside a box of related links."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._headline = None if layout.headline is None else layout.lines[layout.headline]
        self._texts_below = {layout.lines[index].text for index in layout.captions_below}
        self._labels: dict[int, Label] = {}
        self._bodies = 0  # labels of body among them
        self._box = False
        self._signed = False
        self._run_end = 0
        self._run_found = (False, False)  # whether the article was signed and had a body when the run was walked

    def labels(self) -> list[Label]:
        """The labels of the lines from behind the headline to the article's end."""
        layout = self._layout
        stretch = range(layout.first, layout.end)
        for index in stretch:
            if index not in self._labels:
                self._give(index, self._read(layout.lines[index]))
        return [self._labels[index] for index in stretch]

    def _give(self, index: int, given: Label) -> Label:
        before = self._labels.get(index)
        self._bodies += (given.role is Role.BODY) - (before is not None and before.role is Role.BODY)
        self._labels[index] = given
        return given

    def _read(self, line: LineFeatures) -> Label:
        found = self._mark(line)
        if self._is_headline_again(line):
            return Label(Role.BOILERPLATE, "headline_again")
        if found is not None:
            return self._read_marked(line, found)
        if self._is_signature(line):
            self._signed, self._box = True, False
            return Label(Role.META, "bare_byline")
        if line.index in self._layout.captions_below:
            return Label(Role.CAPTION, "caption_below")
        if self._box and self._in_box(line):
            return Label(Role.BOILERPLATE, "related")
        self._box = False
        return self._caption(line) or (
            Label(Role.BODY, "paragraph") if line.statement or line.bullet else self._headline_like(line)
        )

    def _mark(self, line: LineFeatures) -> Mark | None:
        """The line's mark, unless the line stands among paragraphs, where its words can be the article's own."""
        found = self._layout.marks[line.index]
        if found is None or self._box or not self._layout.in_core(line.index):
            return found
        beside = found.stamp is not None and found.stamp.beside and self._has_body()
        return None if found.weak or beside else found

    def _has_body(self) -> bool:
        return self._bodies > 0

    def _read_marked(self, line: LineFeatures, found: Mark) -> Label:
        if found.opens == "links":
            self._box = True
        before = self._labels.get(line.index - 1)
        if found.stamp is not None and (self._box or (before is not None and before.why in _LINKS)):
            return Label(Role.BOILERPLATE, "date_of_link")
        if found.stamp is not None and before is not None and self._is_dated_link(line):
            self._give(line.index - 1, Label(Role.BOILERPLATE, "dated_link"))
            return Label(Role.BOILERPLATE, "date_of_link")
        if found.role is Role.CAPTION:
            self._box = False
            return self._read_credit(line, found)
        if found.name in _SIGNING and line.index > self._layout.last_paragraph:
            self._signed = True
        return Label(found.role, found.name)

    def _is_dated_link(self, line: LineFeatures) -> bool:
        """Whether a day among paragraphs dates the line above it, which is another article's headline then."""
        above = self._layout.lines[line.index - 1]
        return self._layout.in_core(line.index) and self._has_body() and not above.statement and not above.bullet

    def _read_credit(self, line: LineFeatures, found: Mark) -> Label:
        before = self._labels.get(line.index - 1)
        if found.name == "lone_credit" and before is not None and line.gap == 0:
            previous = self._layout.lines[line.index - 1]
            if before.why == "bare_byline":
                return Label(Role.META, found.name)
            if before.role is Role.BODY and previous.sentences == 1 and previous.words <= CAPTION_WORDS // 2:
                self._give(line.index - 1, Label(Role.CAPTION, "credited_below"))
        return Label(found.role, found.name)

    # ---- the headline again, the author's name --------------------------------------------------------------------

    def _is_headline_again(self, line: LineFeatures) -> bool:
        return self._headline is not None and line.tokens == self._headline.tokens

    def _is_signature(self, line: LineFeatures) -> bool:
        if line.words > 12 or (line.capitals and line.words > 2 and not _begins_as_name(line)):
            return False
        if self._signed or not line.name_only:
            return False
        if line.index > self._layout.last_paragraph:
            return self._layout.in_core(line.index) or line.index > self._layout.first or bool(self._labels)
        if self._has_body():
            return False
        return 2 <= line.words <= SHORT and (_begins_as_name(line) or self._follows_date(line))

    def _follows_date(self, line: LineFeatures) -> bool:
        near = self._layout.marks[line.index - 1] if line.index else None
        return near is not None and near.stamp is not None

    # ---- boxes of related links -----------------------------------------------------------------------------------

    def _in_box(self, line: LineFeatures) -> bool:
        """Whether the line still belongs to the box: a link, or a teaser below one."""
        if not line.prose:
            return True
        kinship = self._layout.kinship
        follows_link = not self._layout.lines[line.index - 1].statement
        if follows_link and (line.cut_off or self._is_link(line.index + 1)):
            return True
        return (
            follows_link and kinship.shared(line, own=True) < _STRANGE / 2 and kinship.foreign_names(line, own=True) > 1
        )

    def _is_link(self, index: int) -> bool:
        if not self._layout.first <= index < self._layout.end or self._layout.marks[index] is not None:
            return False
        line = self._layout.lines[index]
        return not line.statement and not line.bullet and line.words > SHORT

    # ---- captions --------------------------------------------------------------------------------------------------

    def _caption(self, line: LineFeatures) -> Label | None:
        if line.words > CAPTION_WORDS or line.bullet or line.announces or line.heading_mark or line.emphasised:
            return None
        headline = self._headline
        if headline is not None and headline.words >= 4 and line.continues(headline.text):
            return Label(Role.CAPTION, "glued_to_headline")
        if line.copies > 1 and line.text in self._texts_below:
            return Label(Role.CAPTION, "caption_above")
        if self._follows_picture(line):
            return Label(Role.CAPTION, "follows_picture")
        if line.copies > 1 and self._is_beside_its_copy(line):
            return Label(Role.CAPTION, "printed_twice")
        if line.sentences > 1 or not self._has_body() or not self._layout.in_core(line.index + 1):
            return None
        if headline is not None and _HEADING_WORDS <= line.words <= 35 and _is_like(line, headline):
            return Label(Role.CAPTION, "like_headline")
        if line.words <= 30 and self._stands_alone(line) and self._shows(line):
            return Label(Role.CAPTION, "scene")
        return None

    def _follows_picture(self, line: LineFeatures) -> bool:
        before = self._labels.get(line.index - 1)
        if before is None or line.sentences > 2 or line.words > 45:
            return False
        if self._layout.lines[line.index - 1].picture:
            return True
        if line.markup is not None and line.markup.after_picture:
            shows = not (line.linked or line.telling) and (not line.statement or self._shows(line))
            return shows and self._has_body()  # in front of the lead stands the article's own picture
        if before.why != "headline_again" or line.linked:
            return False
        # Slides print the headline before and after; behind the second stands the next paragraph.
        opening = self._labels.get(line.index - 2)
        return opening is None or opening.role is not Role.CAPTION

    def _is_beside_its_copy(self, line: LineFeatures) -> bool:
        """Whether the line is printed twice in a row, as a picture's alternative text and its caption are; a lead that
        is printed twice has no paragraph in front."""
        lines = self._layout.lines
        before, behind = lines[line.index - 1 : line.index], lines[line.index + 1 : line.index + 2]
        if any(near.text == line.text for near in before):
            return self._labels.get(line.index - 1, _NO_LABEL).role is Role.CAPTION
        return self._has_body() and any(near.text == line.text for near in behind)

    def _stands_alone(self, line: LineFeatures) -> bool:
        after = self._layout.lines[line.index + 1] if line.index + 1 < len(self._layout.lines) else None
        apart = line.gap > 0 and (after is None or after.gap > 0)
        return apart and (line.stopped or not any(self._is_link(near) for near in (line.index - 1, line.index + 1)))

    def _shows(self, line: LineFeatures) -> bool:
        """Whether the line describes a picture: no tense, nobody quoted, nothing linked to what was said."""
        if line.scene:
            return True
        if line.linked or line.telling:
            return False
        if line.people_first:
            return line.words > SHORT
        return line.words > _HEADING_WORDS and bool(line.names) and not line.asks

    # ---- lines without a full stop ---------------------------------------------------------------------------------

    def _headline_like(self, line: LineFeatures) -> Label:
        """Subheadings, captions, list items, tags, and links that stand in the article without a heading."""
        layout = self._layout
        run = self._run(line)
        before = layout.lines[line.index - 1] if line.index else None
        if before is not None and before.announces and self._labels.get(before.index, _NO_LABEL).role is Role.BODY:
            return self._all(run, Label(Role.BODY, "list"))
        if not layout.in_core(line.index) and not (layout.core and line.index < layout.core.first):
            return self._after_prose(run)
        above_prose = layout.core is not None and line.index < layout.core.first
        if len(run) > 1:
            return self._all(run, self._of_run(run, above_prose))
        if above_prose:
            return self._before_prose(line)
        if line.heading_mark or line.emphasised or line.asks:
            return Label(Role.BODY, "subheading")
        if self._is_strange(line):
            return Label(Role.BOILERPLATE, "strange_link")
        if line.words > _HEADING_WORDS and (self._stands_alone(line) or not layout.tight):
            return Label(Role.CAPTION, "between_paragraphs")
        return Label(Role.BODY, "subheading")

    def _is_strange(self, line: LineFeatures) -> bool:
        """Whether a lone line speaks of something else, as a link between paragraphs does."""
        if line.words <= _HEADING_WORDS or line.linked:
            return False
        kinship = self._layout.kinship
        return kinship.shared(line) < _STRANGE and kinship.foreign_names(line) > 1 and line.sentences == 1

    def _run(self, line: LineFeatures) -> range:
        """The line and those below it that are like it; walked once, though each of its lines may ask for it."""
        known = (self._signed, self._has_body())
        if line.index >= self._run_end or known != self._run_found:
            index = line.index + 1
            while index < self._layout.end and self._is_like_headline(self._layout.lines[index]):
                index += 1
            self._run_end, self._run_found = index, known
        return range(line.index, self._run_end)

    def _is_like_headline(self, line: LineFeatures) -> bool:
        if self._layout.marks[line.index] is not None or line.index in self._layout.captions_below:
            return False
        if line.statement or line.asks or line.bullet or line.heading_mark or line.emphasised:
            return False
        return not self._is_headline_again(line) and not self._is_signature(line)

    def _all(self, run: range, given: Label) -> Label:
        for index in run:
            self._give(index, given)
        return given

    def _akin(self, run: range) -> bool:
        shares = [self._layout.kinship.shared(self._layout.lines[index]) for index in run]
        return sum(shares) >= _AKIN * len(shares)

    def _of_run(self, run: range, above_prose: bool) -> Label:
        if not above_prose and sum(self._layout.lines[index].words for index in run) <= 6 * len(run) and len(run) > 2:
            return Label(Role.BODY, "table_or_verse")
        lines = [self._layout.lines[index] for index in run]
        if lines[0].gap == 0 and sum(line.linked or line.telling for line in lines) * 2 >= len(lines):
            return Label(Role.BODY, "paragraphs_unended")
        return Label(Role.CAPTION, "captions") if self._akin(run) else Label(Role.BOILERPLATE, "links")

    def _before_prose(self, line: LineFeatures) -> Label:
        if line.words >= _LEAD_WORDS:
            return Label(Role.BODY, "lead")
        if line.index == self._layout.first and line.words > _HEADING_WORDS:
            return Label(Role.BODY, "subtitle")
        if line.words <= SHORT or not self._akin(range(line.index, line.index + 1)):
            return Label(Role.BOILERPLATE, "tag")
        return Label(Role.BODY, "subtitle")

    def _after_prose(self, run: range) -> Label:
        line = self._layout.lines[run[0]]
        if self._layout.core is None and line.markup is not None and is_article_text(line.markup):
            return self._give(line.index, Label(Role.BODY, "in_article"))
        if self._layout.core is None and line.words >= _LEAD_WORDS // 2 and len(run) < 3:
            return self._all(run, Label(Role.BODY, "lead"))
        if not self._signed and line.gap == 0 and (line.asks or line.linked or line.cut_off):
            return Label(Role.BODY, "paragraph_unended")
        if not self._signed and len(run) == 1 and line.words > SHORT and self._akin(run):
            return Label(Role.CAPTION, "below_prose")
        if line.markup is not None:  # the next one may stand in another part of the page
            return Label(Role.BOILERPLATE, "below_prose")
        return self._all(run, Label(Role.BOILERPLATE, "below_prose"))


_NO_LABEL = Label(Role.BOILERPLATE, "")


def _is_like(line: LineFeatures, headline: LineFeatures) -> bool:
    return line.folded[0] not in "\"'" and not line.cut_off and line.resembles(headline)


def _begins_as_name(line: LineFeatures) -> bool:
    return line.lower.split()[0].strip(".") in word_set("cleaning", "surname")
