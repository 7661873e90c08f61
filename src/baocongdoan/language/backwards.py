"""What stands in front of a place, read backwards from it by the patterns of a lexicon that begin with ``(?r)``.

Most words end no match of theirs. Which of the patterns may match behind a word is asked of the patterns themselves, by
partial matches, and remembered, as ``anchors`` does for those that are read forwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

import regex
from msgspec import Struct

from ..lexicon.kept import compiled
from ..lexicon.loader import Lexicon, load
from .anchors import without_look_behind

__all__ = ["Front", "in_front"]

_BACKWARDS = "(?r)"


class Front(Struct, frozen=True):
    """What stands in front of a ``position`` of a text, as far back as ``low``.

    ``may`` tells of each pattern of the lexicon that is read backwards whether it may match there.
    """

    lexicon: Lexicon
    may: Mapping[str, bool]
    text: str
    low: int
    position: int

    def match(self, name: str) -> regex.Match[str] | None:
        """The match that ends at the position of the entry of that name; raises ``KeyError`` if it reads forwards."""
        if not self.may[name]:
            return None
        return self.lexicon.pattern(name).match(self.text, self.low, self.position)


def in_front(lexicon: str, text: str, low: int, position: int) -> Front:
    """What the lexicon's patterns make of the text in front of a position.

    >>> front = in_front("numbers", "đã có hơn 40 lớp", 0, 10)
    >>> front.match("over").group(), front.match("nearly")
    ('hơn ', None)
    """
    word = max(low, text.rfind(" ", low, position - 1))  # with the blank in front of it, which ends what may be a word
    return Front(load(lexicon), _may_end(lexicon, text[word:position]), text, low, position)


@lru_cache(maxsize=16_384)
def _may_end(lexicon: str, word: str) -> Mapping[str, bool]:
    """Whether a match of each of the patterns may end with this word, or begin in front of it."""
    return {name: probe.match(word, partial=True) is not None for name, probe in _probes(lexicon).items()}


@cache
def _probes(lexicon: str) -> Mapping[str, regex.Pattern[str]]:
    return {
        entry.name: compiled(without_look_behind(entry.expression), entry.flags)
        for entry in load(lexicon).entries
        if entry.expression is not None and entry.expression.startswith(_BACKWARDS)
    }
