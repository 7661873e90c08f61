"""What the project's own scripts work out."""

from __future__ import annotations

import doctest
import importlib
import tomllib
from pathlib import Path
from typing import Any

import pytest
from lowest import PROJECT, lowest


@pytest.mark.parametrize(("name", "examples"), [("lowest", 1), ("coverage_floors", 2)])
def test_examples(name: str, examples: int) -> None:
    assert doctest.testmod(importlib.import_module(name)) == doctest.TestResults(failed=0, attempted=examples)


@pytest.mark.parametrize(
    ("project", "expected"),
    [
        ({"dependencies": ["a>=1.2,<2"]}, ["a==1.2"]),
        ({"dependencies": ["a", "b<3"]}, []),
        ({"dependencies": ["a[x,y]>=1.10", "a>=1.9"]}, ["a==1.10"]),
        ({"dependencies": [], "optional-dependencies": {"x": ["b>=2"], "all": ["it[x]"]}}, ["b==2"]),
    ],
)
def test_lowest_versions(project: dict[str, Any], expected: list[str]) -> None:
    assert list(lowest({"project": project})) == expected


def test_the_groups_of_the_tests_have_lowest_versions_too() -> None:
    groups = {"test": ["c>=4", {"include-group": "dataset"}], "dataset": ["d>=5"], "docs": ["e>=6"]}

    assert list(lowest({"project": {"dependencies": []}, "dependency-groups": groups})) == ["c==4", "d==5"]


def test_every_requirement_of_the_library_has_a_lower_bound() -> None:
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))
    bound = {line.partition("==")[0] for line in lowest(project)}

    assert {line.partition(">=")[0] for line in project["project"]["dependencies"]} <= bound
    assert Path(__file__).parents[1] / "pyproject.toml" == PROJECT
