"""The contest: every article is read by a model that has not seen it, and told apart by the gate's scorer."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from baocongdoan import extract
from baocongdoan.evaluation.annotations import AnnotatedArticle
from baocongdoan.records import Count, Fact
from baocongdoan.training import __main__ as command
from baocongdoan.training.learned import contest as module
from baocongdoan.training.learned.contest import contest
from baocongdoan.training.learned.reading import ReadArticle, read_articles

CORPORA = Path(__file__).parents[3] / "corpora" / "articles"


def _read(number: int) -> ReadArticle:
    extraction = extract(f"Năm 2021, LĐLĐ tỉnh Yên Bái tặng {number} suất quà.", clean=False)
    return ReadArticle.of(AnnotatedArticle.of(str(number), extraction), extraction)


@dataclass
class _Spy:
    """Learns nothing, and leaves out the counts of some articles; remembers which articles it had seen when asked."""

    name: str = "spy"
    levels: tuple[str, ...] = ("count.value",)
    spoils: frozenset[str] = frozenset()
    asked: dict[str, set[str]] = field(default_factory=dict)

    def fit(self, articles: Sequence[ReadArticle]) -> Callable[[ReadArticle], tuple[Fact, ...]]:
        seen = {article.gold.name for article in articles}

        def read(article: ReadArticle) -> tuple[Fact, ...]:
            self.asked[article.gold.name] = seen
            spoilt = article.gold.name in self.spoils
            return tuple(fact for fact in article.extraction.facts if not (spoilt and isinstance(fact, Count)))

        return read


@pytest.mark.parametrize("count", [2, 5, 19])
def test_no_article_is_read_by_a_model_that_has_seen_it(count: int) -> None:
    spy, names = _Spy(), {str(number) for number in range(count)}
    [*contest([spy], [_read(number) for number in range(count)], [_read(100)])]

    assert set(spy.asked) == names | {"100"}
    assert all(name not in seen and seen <= names for name, seen in spy.asked.items())
    assert spy.asked["100"] == names


def test_what_is_won_and_lost_is_told_article_by_article() -> None:
    articles = [_read(number) for number in range(6)]
    [result] = contest([_Spy(spoils=frozenset({"1", "4"}))], articles)

    assert (result.articles, result.rules.right, result.learned.right) == ("held out", 6, 4)
    assert (result.better, result.worse) == (0, 2)
    assert "rules 1.000 (6)  learned 0.800 (4)  +0 -2" in str(result)


def test_annotated_folders_are_read_by_the_rules() -> None:
    articles = read_articles([CORPORA])

    assert len(articles) == len(list(CORPORA.glob("*.json")))
    assert articles[0].gold.name.startswith("articles/")
    assert any(article.answers for article in articles)


def test_the_command_says_what_it_lacked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for path in sorted(CORPORA.iterdir())[:2]:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(module, "LEARNERS", (_Spy(),))
    monkeypatch.setattr(sys, "argv", ["training", "facts", "--corpora", str(tmp_path), "--unseen", str(tmp_path)])
    command.main()

    said = capsys.readouterr().out.splitlines()
    assert said[:2] == [
        "not there to learn from: annotated real pages (corpus)",
        "1 articles to learn from, 1 further ones",
    ]
    assert len(said) == 4
