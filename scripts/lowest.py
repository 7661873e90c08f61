"""The lowest versions that pyproject.toml allows, as constraints for pip: ``python scripts/lowest.py``.

They are those of the requirements that are written there, of the library, its extras and the tests; what these in turn
require comes in the newest version that fits, as it would for a user whose own project holds the named packages back.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

PROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"


def lowest(project: dict[str, Any]) -> Iterator[str]:
    """A line ``NAME==VERSION`` for each package that has a lower bound; the highest where it has several.

    >>> list(lowest({"project": {"dependencies": ["b>=2,<3", "a"], "optional-dependencies": {"x": ["b>=1.5"]}}}))
    ['b==2']
    """
    bounds: dict[str, list[str]] = {}
    for line in _requirements(project):
        requirement = Requirement(line)
        bounds.setdefault(requirement.name, []).extend(
            part.version for part in requirement.specifier if part.operator == ">="
        )
    yield from (f"{name}=={max(versions, key=_number)}" for name, versions in sorted(bounds.items()) if versions)


def _requirements(project: dict[str, Any]) -> Iterator[str]:
    yield from project["project"]["dependencies"]
    for extra in project["project"].get("optional-dependencies", {}).values():
        yield from extra
    for group in ("dataset", "test"):
        yield from (line for line in project.get("dependency-groups", {}).get(group, ()) if isinstance(line, str))


def _number(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


if __name__ == "__main__":
    print(*lowest(tomllib.loads(PROJECT.read_text(encoding="utf-8"))), sep="\n")
