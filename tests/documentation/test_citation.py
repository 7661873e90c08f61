"""What the citation file says of the project is what the project says of itself."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_version_and_licence_are_those_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    cited = dict(re.findall(r"^([a-z-]+): (.+)$", (ROOT / "CITATION.cff").read_text(encoding="utf-8"), re.MULTILINE))

    assert (cited["version"], cited["license"]) == (project["version"], project["license"])
    assert cited["title"].strip('"').startswith(project["name"])


def test_the_guide_cites_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]

    for guide in ("how-to/cite.md", "vi/how-to/cite.md"):
        assert f"version {version}, Apache-2.0" in (ROOT / "docs" / guide).read_text(encoding="utf-8")
