"""The recipes of the guide, as they stand there, give the dataset that a build gives."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from baocongdoan.dataset import build

GUIDE = Path(__file__).parents[2] / "docs" / "how-to" / "clusters.md"
RECIPES = dict(re.findall(r'```python title="(\w+)"\n(.*?)```', GUIDE.read_text(encoding="utf-8"), re.DOTALL))


pytestmark = pytest.mark.usefixtures("folder")


@pytest.mark.engines
@pytest.mark.parametrize("engine", ["spark", "ray"])
def test_recipe(engine: str, make_dump: Any, inline: Any, tables: Any) -> None:
    if find_spec({"spark": "pyspark", "ray": "ray"}[engine]) is None:
        pytest.skip(f"{engine} is not installed: make test-engines")
    if engine == "spark" and shutil.which("java") is None:
        pytest.skip("Spark needs Java: apt-get install default-jre-headless")
    Path("crawl").mkdir()
    with make_dump(Path("crawl/a.jsonl"), [*range(60), 7, 8]).open("a") as file:
        file.write("{no json\n")
    Path("crawl/empty.txt").write_bytes(b"")

    for step in ("pages", engine, "gather"):
        environment = os.environ | {"PYSPARK_PYTHON": sys.executable}  # else Spark's workers take the first python3
        subprocess.run([sys.executable, "-c", RECIPES[step]], check=True, timeout=300, env=environment)

    build(["crawl"], Path("wanted"), engine=inline)
    own, wanted = tables(Path("facts")), tables(Path("wanted"))
    assert len(wanted["articles"]) == 60
    assert all(own[name] == wanted[name] for name in ("articles", "facts", "skipped"))
