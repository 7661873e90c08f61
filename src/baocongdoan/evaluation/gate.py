"""The gate: no change may score under the floors, and the floors only rise unless somebody says otherwise.

``floors.json`` keeps, for each corpus by its folder's name, the figures of the last accepted run and a digest of
the gold files that they were measured on. A floor is the F1 of that run.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from ..errors import BaocongdoanError, InputError, RecordError
from .scoring import Scores, Tally

__all__ = ["Accepted", "CorpusSpec", "FloorError", "Floors", "Verdict", "accept", "digest", "judge"]

_DIGITS = 4


class FloorError(BaocongdoanError):
    """Floors that would be lowered without being asked for."""


@dataclass(frozen=True, slots=True)
class CorpusSpec:
    """A corpus to score: its folder, and the groups of levels that are annotated in it (none: all)."""

    folder: Path
    groups: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> CorpusSpec:
        """A corpus from ``FOLDER`` or ``FOLDER=group,group``.

        >>> CorpusSpec.parse("corpora/acts=document,lines").groups
        ('document', 'lines')
        """
        folder, _, groups = text.partition("=")
        return cls(Path(folder), tuple(filter(None, groups.split(","))))

    @property
    def name(self) -> str:
        """The name under which its floors are kept.

        >>> CorpusSpec.parse("corpora/acts=document").name
        'acts'
        """
        return self.folder.resolve().name


@dataclass(frozen=True, slots=True)
class Accepted:
    """The accepted figures of one level; ``f1`` is its floor."""

    f1: float
    right: int
    reported: int
    gold: int

    @classmethod
    def of(cls, tally: Tally) -> Accepted:
        """A run's tally as accepted figures; F1 is cut off, not rounded up, so that the run stands above it.

        >>> Accepted.of(Tally(right=2, reported=3, wanted=3)).f1
        0.6666
        """
        scale = 10**_DIGITS
        return cls(int(tally.f1 * scale) / scale, tally.right, tally.reported, tally.wanted)


@dataclass(frozen=True, slots=True)
class Floors:
    """The floors of one corpus, and the digest and size of the gold that they were measured on."""

    digest: str
    articles: int
    levels: Mapping[str, Accepted] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verdict:
    """One level against its floor; ``tally`` is ``None`` for a level that isn't measured any more."""

    level: str
    tally: Tally | None
    accepted: Accepted | None

    @property
    def under(self) -> bool:
        """Whether the level fell under its floor.

        >>> Verdict("date.full", Tally(1, 2, 2), Accepted(0.9, 9, 10, 10)).under
        True
        """
        if self.accepted is None:
            return False
        return self.tally is None or self.tally.f1 < self.accepted.f1

    @property
    def won(self) -> float | None:
        """What the level won in F1 since the accepted run (negative: lost); ``None`` where there is nothing to compare.

        >>> Verdict("date.full", Tally(1, 2, 2), Accepted(0.9, 9, 10, 10)).won
        -0.4
        """
        if self.tally is None or self.accepted is None:
            return None
        return round(self.tally.f1 - self.accepted.f1, _DIGITS)


def read_floors(path: Path) -> dict[str, Floors]:
    """The floors of all corpora by name; none where the file does not exist yet."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, Floors])
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}") from error
    except (msgspec.DecodeError, UnicodeError) as error:
        raise RecordError(f"{path}: {error}") from error


def write_floors(path: Path, floors: Mapping[str, Floors]) -> None:
    """Write the floors so that a change of one level is a change of one line."""
    corpora = []
    for name, kept in sorted(floors.items()):
        levels = ",\n".join(f"   {_json(level)}: {_json(accepted)}" for level, accepted in kept.levels.items())
        head = f' {_json(name)}: {{"digest": {_json(kept.digest)}, "articles": {kept.articles}, "levels": {{'
        corpora.append(f"{head}\n{levels}\n }}}}")
    path.write_text("{\n" + ",\n".join(corpora) + "\n}\n", encoding="utf-8")


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def digest(folder: Path) -> str:
    """A digest of a corpus's files, names and contents, that changes when any of them does."""
    total = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        if path.is_file():
            total.update(f"{path.name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()


def judge(scores: Scores, floors: Floors | None) -> tuple[Verdict, ...]:
    """Every level that is measured or has a floor, against its floor.

    >>> [verdict.under for verdict in judge(Scores({"date.full": Tally(1, 1, 1)}, ()), None)]
    [False]
    """
    accepted = floors.levels if floors is not None else {}
    levels = dict.fromkeys([*scores.levels, *accepted])
    return tuple(Verdict(level, scores.levels.get(level), accepted.get(level)) for level in levels)


def accept(verdicts: Sequence[Verdict], spec: CorpusSpec, articles: int, *, lower: bool) -> Floors:
    """The figures of this run as floors; ``FloorError`` where that would lower one and ``lower`` wasn't said."""
    lowered = [verdict.level for verdict in verdicts if verdict.under]
    if lowered and not lower:
        raise FloorError(f"{spec.name}: {', '.join(lowered)} would be lowered; say --lower if that is meant")
    levels = {verdict.level: Accepted.of(verdict.tally) for verdict in verdicts if verdict.tally is not None}
    return Floors(digest(spec.folder), articles, levels)
