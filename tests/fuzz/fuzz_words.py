"""Changing a page word by word, so that it stays Vietnamese and gets past the first door."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

from baocongdoan.lexicon import loader

__all__ = ["change_words"]

_BETWEEN = [" ", ", ", ". ", "\n", "/", "-", " - ", "(", ")", '"', ":", ";", "%", ".", "\u00a0", "\u200b", "\u0300"]
_FIGURES = ["0", "1", "12", "3.450", "1.250.000", "4,5", "2023", "30/4/2024", "1/2", "9" * 30, "20-25", "XII", "08"]
_OFTEN = 20  # times as often as a word of the lexicons


@cache
def _vocabulary() -> tuple[str, ...]:
    """The words and examples of all lexicons, with figures and what stands between words."""
    names = sorted(path.stem for path in Path(loader.__file__).parent.glob("*.toml"))
    lexicons = [loader.load(name) for name in names]
    known = {word for lexicon in lexicons for words in lexicon.lists.values() for word in words}
    shown = {line for lexicon in lexicons for entry in lexicon.entries for line in entry.examples}
    return (*sorted(known | shown), *(_BETWEEN + _FIGURES) * _OFTEN)


def change_words(data: bytes, seed: int) -> bytes:
    """The bytes after one to four changes of words, always the same for a seed."""
    chance = random.Random(seed)
    words = data.decode("utf-8", "surrogateescape").split(" ")
    for _ in range(chance.randint(1, 4)):
        _change(words, chance)
    return " ".join(words).encode("utf-8", "surrogateescape")


def _change(words: list[str], chance: random.Random) -> None:
    place = chance.randrange(len(words) + 1)
    new = chance.choice(_vocabulary())
    kind = chance.randrange(5)
    if kind == 0 or place == len(words):
        words.insert(place, new)
    elif kind == 1:
        del words[place]
    elif kind == 2:
        words[place] = new
    elif kind == 3:
        words[place] += new
    else:
        other = chance.randrange(len(words))
        words[place], words[other] = words[other], words[place]
