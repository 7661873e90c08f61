"""A pytest plugin that makes annotated articles tests: ``pytest --baocongdoan-gold DIR``.

pytest loads this module in every run where the library is installed. So it imports nothing more of the library and
hooks into nothing before gold is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from .errors import BaocongdoanError, unknown

if TYPE_CHECKING:
    from .evaluation.annotations import AnnotatedArticle
    from .evaluation.predictions import Predictions
    from .records import Extraction

__all__ = ["GoldArticle", "GoldFolder", "pytest_addoption", "pytest_configure"]

_GOLD, _THRESHOLD, _MEASURES, _SITES, _PREDICTIONS = (
    f"--baocongdoan-{name}" for name in ("gold", "threshold", "measures", "sites", "predictions")
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options; all but the first say how the gold is tested, and do nothing without it."""
    group = parser.getgroup("baocongdoan", "annotated articles of Vietnamese trade-union news")
    many: dict[str, Any] = {"action": "append", "default": []}  # of text: pytest-xdist sends them to other processes
    gold = "Test the annotated articles of a folder (NAME.json with NAME.txt or NAME.html beside it); may be repeated."
    group.addoption(_GOLD, **many, metavar="DIR", help=gold)
    least = "The least F1 of a level (count.full=0.8), a group (count=0.8) or all (all=0.8), else 1; may be repeated."
    group.addoption(_THRESHOLD, **many, metavar="LEVEL=F1", help=least)
    group.addoption(_MEASURES, metavar="FILE.toml", help="Measures of your own.")
    group.addoption(_SITES, metavar="FILE.toml", help="Profiles of sites.")
    given = "Test what was extracted before (a folder of NAME.json files or a JSONL file) instead of extracting."
    group.addoption(_PREDICTIONS, metavar="PATH", help=given)


def pytest_configure(config: pytest.Config) -> None:
    """Read the options where gold is asked for; raises ``UsageError`` for what can't be meant."""
    if config.getoption(_GOLD):
        config.pluginmanager.register(_Asked.of(config), "baocongdoan-gold")


@dataclass(frozen=True, eq=False)
class _Asked:
    """What the options ask for, as a plugin of its own."""

    folders: tuple[Path, ...]
    thresholds: Mapping[str, float]
    extract: Callable[[Path], Extraction]
    predictions: Path | None

    @classmethod
    def of(cls, config: pytest.Config) -> _Asked:
        folders = [_existing(config, _GOLD, folder) for folder in config.getoption(_GOLD)]
        for folder in folders:
            if not folder.is_dir():
                raise pytest.UsageError(f"{_GOLD}: {folder} is no folder")
        measures, sites, predictions = (
            _existing(config, option, value) if (value := config.getoption(option)) else None
            for option in (_MEASURES, _SITES, _PREDICTIONS)
        )
        if predictions and (measures or sites):
            raise pytest.UsageError(f"{_PREDICTIONS} extracts nothing: leave {_MEASURES} and {_SITES} out")
        thresholds = _thresholds(config.getoption(_THRESHOLD))
        return cls(tuple(dict.fromkeys(folders)), thresholds, _extractor(measures, sites), predictions)

    @cached_property
    def predicted(self) -> Predictions | None:
        """What was extracted before, read once for all folders."""
        from .evaluation.predictions import read_predictions

        return read_predictions(self.predictions) if self.predictions else None

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(
        self, collector: pytest.Collector
    ) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
        """The folders come behind what the session collects: so they may lie anywhere and need not be arguments."""
        report = yield
        if isinstance(collector, pytest.Session):
            folders = (GoldFolder.within(collector, folder, self) for folder in self.folders)
            report.result = [*(report.result or ()), *folders]
        return report


class GoldFolder(pytest.Collector):
    """A folder of annotated articles, sorted by name."""

    def __init__(self, *, asked: _Asked, **node: Any) -> None:
        super().__init__(**node)
        self._asked = asked

    @classmethod
    def within(cls, session: pytest.Session, folder: Path, asked: _Asked) -> GoldFolder:
        """The folder under the session; its id is the path from the root folder, or the whole one outside of it."""
        root = session.config.rootpath.resolve()
        shown = folder.relative_to(root) if folder.is_relative_to(root) else folder
        return cls.from_parent(session, name=folder.name, path=folder, nodeid=shown.as_posix(), asked=asked)

    def collect(self) -> Iterator[GoldArticle]:
        """One test an article; a faulty file is an error of the collection."""
        from .evaluation.annotations import load_annotations

        try:
            articles = load_annotations(self.path)
            predicted = self._asked.predicted
        except BaocongdoanError as error:
            raise self.CollectError(str(error)) from error
        shared = {"predicted": predicted, "asked": self._asked}
        for name, gold in articles.items():
            yield GoldArticle.from_parent(self, name=name, path=self.path / f"{name}.json", gold=gold, **shared)


class GoldArticle(pytest.Item):
    """The test of one article: it fails where a level is under its threshold, and says all that differs there."""

    def __init__(self, *, gold: AnnotatedArticle, predicted: Predictions | None, asked: _Asked, **node: Any) -> None:
        super().__init__(**node)
        self._gold, self._predicted, self._asked = {self.name: gold}, predicted, asked

    def runtest(self) -> None:
        """Extract, unless that was done before, score and judge."""
        from .evaluation.predictions import predict
        from .evaluation.report import mistake_lines
        from .evaluation.scoring import score

        predicted = self._predicted or predict(self._gold, self._asked.extract)
        if self.name not in predicted.articles:
            why = predicted.failed.get(self.name, f"{self._asked.predictions} holds no article of this name")
            pytest.fail(f"{self.name} gave nothing: {why}", pytrace=False)
        scores = score(self._gold, predicted.articles)
        least = self._asked.thresholds
        under = {level: tally for level, tally in scores.levels.items() if round(tally.f1, 9) < least[level]}
        if under:
            levels = (
                f"{level}: F1 {tally.f1:.3f}, and {least[level]:g} is wanted "
                f"({tally.right} right, {tally.reported} reported, {tally.wanted} in the gold)"
                for level, tally in under.items()
            )
            mistakes = score(self._gold, predicted.articles, told=under).mistakes
            pytest.fail("\n".join((*levels, *mistake_lines(mistakes))), pytrace=False)

    def reportinfo(self) -> tuple[Path, None, str]:
        """The file, no line, and the id as the heading of a failure."""
        return self.path, None, self.nodeid


def _existing(config: pytest.Config, option: str, value: str) -> Path:
    path = (config.invocation_params.dir / value).resolve()
    if not path.exists():
        raise pytest.UsageError(f"{option}: there is no {path}")
    return path


def _thresholds(given: Iterable[str]) -> Mapping[str, float]:
    """The least F1 of every level: its own, else its group's, else that of all; said twice, the last holds."""
    from .evaluation.scoring import level_names

    levels = {level: level.partition(".")[0] for level in level_names()}
    known = ["all", *dict.fromkeys(levels.values()), *levels]
    said = {}
    for threshold in given:
        name, _, figure = threshold.partition("=")
        if name not in known:
            raise pytest.UsageError(f"{_THRESHOLD}: {unknown('level', name, known)}")
        try:
            said[name] = float(figure)
        except ValueError:
            said[name] = -1.0
        if not 0 <= said[name] <= 1:
            raise pytest.UsageError(f"{_THRESHOLD}: {threshold!r}: give an F1 from 0 to 1, as in {name}=0.8")
    return {level: said.get(level, said.get(group, said.get("all", 1.0))) for level, group in levels.items()}


def _extractor(measures: Path | None, sites: Path | None) -> Callable[[Path], Extraction]:
    """The extractor with the user's files, which are read here once so that a faulty one is told before all tests."""
    try:
        if measures:
            from .lexicon.loader import text_of
            from .pipeline import own_rules

            own_rules(text_of(measures, "the lexicon "), measures.name)
        if sites:
            from .pages.sites import Sites

            Sites.load(sites)
    except BaocongdoanError as error:
        raise pytest.UsageError(str(error)) from error  # which names the file

    def extracted(page: Path) -> Extraction:
        from .pipeline import extract

        return extract(page, measures=measures, sites=sites)

    return extracted
