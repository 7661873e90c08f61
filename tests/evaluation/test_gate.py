from __future__ import annotations

from pathlib import Path

import pytest

from baocongdoan.errors import RecordError
from baocongdoan.evaluation.gate import (
    Accepted,
    CorpusSpec,
    FloorError,
    Floors,
    accept,
    digest,
    judge,
    read_floors,
    write_floors,
)
from baocongdoan.evaluation.scoring import Scores, Tally


def _scores(**levels: Tally) -> Scores:
    return Scores({name.replace("_", "."): tally for name, tally in levels.items()}, ())


GOOD, BAD = Tally(9, 10, 10), Tally(8, 10, 10)
FLOORS = Floors("d", 1, {"date.full": Accepted.of(GOOD)})


@pytest.mark.parametrize(
    ("tally", "under", "won"), [(GOOD, False, 0.0), (BAD, True, -0.1), (Tally(10, 10, 10), False, 0.1)]
)
def test_verdict(tally: Tally, under: bool, won: float) -> None:
    [verdict] = judge(_scores(date_full=tally), FLOORS)

    assert (verdict.under, verdict.won) == (under, won)


def test_level_that_is_not_measured_any_more_is_under_its_floor() -> None:
    [verdict] = judge(_scores(), FLOORS)

    assert verdict.under


def test_new_level_has_no_floor() -> None:
    [verdict, _] = judge(_scores(person_name=BAD), FLOORS)

    assert (verdict.level, verdict.under, verdict.won) == ("person.name", False, None)


@pytest.mark.parametrize("reported", range(1, 40))
def test_a_run_holds_its_own_floors(reported: int) -> None:
    tally = Tally(1, reported, 7)

    [verdict] = judge(_scores(date_full=tally), Floors("d", 1, {"date.full": Accepted.of(tally)}))

    assert not verdict.under


def test_lowering_a_floor_takes_a_word_of_its_own(tmp_path: Path) -> None:
    corpus, verdicts = CorpusSpec(tmp_path), judge(_scores(date_full=BAD), FLOORS)

    with pytest.raises(FloorError, match=r"date\.full would be lowered; say --lower"):
        accept(verdicts, corpus, 1, lower=False)
    assert accept(verdicts, corpus, 1, lower=True).levels["date.full"].f1 == 0.8


def test_floors_are_written_and_read(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    assert read_floors(path) == {}

    write_floors(path, {"articles": FLOORS, "acts": Floors("e", 0, {})})

    assert read_floors(path) == {"articles": FLOORS, "acts": Floors("e", 0, {})}
    assert '   "date.full": {"f1":0.9,"right":9,"reported":10,"gold":10}' in path.read_text().splitlines()


def test_broken_floors_are_told(tmp_path: Path) -> None:
    (tmp_path / "floors.json").write_text('{"articles": {"digest": 1}}')

    with pytest.raises(RecordError, match=r"floors\.json: Expected `str`"):
        read_floors(tmp_path / "floors.json")


def test_digest_changes_with_the_corpus(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{}")
    first = digest(tmp_path)
    assert digest(tmp_path) == first

    (tmp_path / "a.json").write_text("{ }")
    assert digest(tmp_path) != first
