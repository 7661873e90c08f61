"""Lines in capitals, as many a headline is set: which words are names there, only the rest of the text can tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import compress
from typing import NamedTuple

__all__ = ["in_usual_case"]

_WORD = re.compile(r"[^\W\d_]+")
_REACH = 50_000  # characters from the beginning within which the other lines are read; few articles are as long
_WITHIN = re.compile(r"[\w,;)%] ")  # what a word stands behind within a sentence, where a capital says something


def in_usual_case(folded: str, lines: Sequence[tuple[int, int]]) -> str:
    """The folded text with its lines in capitals set as the other lines set the same words, code point for code point.

    ``lines`` are the starts and ends of all. A word is set as it mostly is between the same words, or beside one of
    them, or anywhere; one that stands nowhere else keeps its capitals, and the first of a sentence its first.

    >>> text = "TỈNH MỞ ĐẠI HỘI CÔNG ĐOÀN\\nSáng nay, LĐLĐ tỉnh mở Đại hội Công đoàn, một đại hội lớn, đại hội vui"
    >>> in_usual_case(text, [(0, 25), (26, 96)]).partition("\\n")[0]
    'Tỉnh mở Đại hội Công đoàn'
    """
    shouted = [folded[start:end].isupper() and " " in folded[start:end] for start, end in lines]
    if not any(shouted):
        return folded
    wanted = [word for start, end in compress(lines, shouted) for word in _words(folded, start, end)]
    others = [line for line, is_shouted in zip(lines, shouted, strict=True) if not is_shouted and line[0] < _REACH]
    forms = _forms(folded, others, wanted)
    parts, last = [], 0
    for word in wanted:
        parts += [folded[last : word.start], _as_usual(word, forms)]
        last = word.start + len(word.form)
    return "".join([*parts, folded[last:]])


class _Word(NamedTuple):
    """A word with those beside it in lower case; they are empty behind and before a mark or the line's end."""

    start: int
    form: str
    before: str
    after: str
    is_within: bool  # a sentence, and not its first

    def contexts(self) -> Iterator[tuple[str, str, str]]:
        """What to look the word up by, the most telling first."""
        word = self.form.lower()
        if self.before and self.after:
            yield self.before, word, self.after
        if self.after:
            yield "", word, self.after
        if self.before:
            yield self.before, word, ""
        yield "", word, ""


_Forms = dict[tuple[str, str, str], Counter[str]]


def _forms(folded: str, lines: Sequence[tuple[int, int]], wanted: Sequence[_Word]) -> _Forms:
    """How often the lines set each of the wanted words in which way, by the contexts that are asked for."""
    forms: _Forms = {context: Counter() for word in wanted for context in word.contexts()}
    words = frozenset(word.form.lower() for word in wanted)
    for start, end in lines:
        for word in _words(folded, start, end, words):
            if word.is_within:
                for context in word.contexts():
                    if context in forms:
                        forms[context][word.form] += 1
    return forms


def _as_usual(word: _Word, forms: _Forms) -> str:
    known = next((forms[context] for context in word.contexts() if forms[context]), None)
    form = known.most_common(1)[0][0] if known else word.form
    if len(form) != len(word.form):  # as with a few letters that Vietnamese does not have
        return word.form
    return form if word.is_within else form[0].upper() + form[1:]


def _words(folded: str, start: int, end: int, wanted: frozenset[str] | None = None) -> Iterator[_Word]:
    found = list(_WORD.finditer(folded, start, end))
    for index, word in enumerate(found):
        if wanted is not None and word[0].lower() not in wanted:
            continue
        before = found[index - 1] if index and found[index - 1].end() + 1 == word.start() else None
        after = found[index + 1] if index + 1 < len(found) and word.end() + 1 == found[index + 1].start() else None
        yield _Word(
            word.start(),
            word[0],
            before[0].lower() if before else "",
            after[0].lower() if after else "",
            word.start() - 2 >= start and _WITHIN.match(folded, word.start() - 2) is not None,
        )
