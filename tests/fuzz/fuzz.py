"""Fuzz one target, guided by coverage: ``python tests/fuzz/fuzz.py TARGET [option of libFuzzer ...] [folder ...]``.

``-runs=N`` says how many inputs, ``-seed=N`` makes a run repeatable. What is found goes into the first folder.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["baocongdoan"]):
    from fuzz_targets import TARGETS

    import baocongdoan.pages.warc  # what is imported where it is wanted is instrumented here or never
    import baocongdoan.pipeline  # noqa: F401

from baocongdoan.lexicon import loader

_LEXICONS = sorted(path.stem for path in Path(loader.__file__).parent.glob("*.toml"))
_SEPARATORS = [" ", ", ", ". ", "\n", "/", "-", " - ", "(", ")", '"', ":", ";", "%", ".", "\u00a0"]
_FIGURES = ["0", "1", "12", "3.450", "1.250.000", "4,5", "2023", "30/4/2024", "1/2", "9" * 30, "20-25", "XII", "08"]
_SHARE_OF_WORDS = 0.5  # of the mutations: the others are libFuzzer's, of bytes


def vocabulary() -> list[str]:
    """The words and examples of all lexicons, with figures and what stands between words."""
    lexicons = [loader.load(name) for name in _LEXICONS]
    known = {word for lexicon in lexicons for words in lexicon.lists.values() for word in words}
    shown = {line for lexicon in lexicons for entry in lexicon.entries for line in entry.examples}
    return sorted(known | shown) + (_SEPARATORS + _FIGURES) * 20


class WordMutator:
    """Changes a text word by word, so that it stays Vietnamese and gets past the first door."""

    def __init__(self) -> None:
        self._words = vocabulary()

    def __call__(self, data: bytes, max_size: int, seed: int) -> bytes:
        """The bytes after one to four changes, ``max_size`` of them at most."""
        chance = random.Random(seed)
        if chance.random() > _SHARE_OF_WORDS:
            return bytes(atheris.Mutate(data, max_size))
        parts = data.decode("utf-8", "surrogateescape").split(" ")
        for _ in range(chance.randint(1, 4)):
            self._change(parts, chance)
        return " ".join(parts).encode("utf-8", "surrogateescape")[:max_size]

    def _change(self, parts: list[str], chance: random.Random) -> None:
        place = chance.randrange(len(parts)) if parts else 0
        kind = chance.randrange(5)
        if kind == 0 and len(parts) > 1:
            del parts[place]
        elif kind == 1 and parts:
            parts[place] = chance.choice(self._words)
        elif kind == 2 and parts:
            parts[place] += chance.choice(self._words)
        elif kind == 3 and parts:
            other = chance.randrange(len(parts))
            parts[place], parts[other] = parts[other], parts[place]
        else:
            parts.insert(place, chance.choice(self._words))


def write_dictionary(words: list[str], path: Path) -> None:
    """The shorter words in the form that libFuzzer reads, every byte escaped."""
    encoded = sorted({word.encode() for word in words})
    lines = ('"' + "".join(f"\\x{byte:02x}" for byte in word) + '"\n' for word in encoded if 1 < len(word) <= 32)
    path.write_text("".join(lines), encoding="ascii")


def main(arguments: list[str]) -> None:
    """Fuzz the target that the first argument names."""
    if not arguments or arguments[0] not in TARGETS:
        raise SystemExit(f"which target? {', '.join(TARGETS)}")
    name, *options = arguments
    with tempfile.NamedTemporaryFile(suffix=".dict", delete=False) as dictionary:
        pass
    write_dictionary(vocabulary(), Path(dictionary.name))
    atheris.Setup([name, f"-dict={dictionary.name}", *options], TARGETS[name], custom_mutator=WordMutator())
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
