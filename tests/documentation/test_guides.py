"""What the guides show can be done, and comes out as they say."""

from __future__ import annotations

import doctest
import re
from importlib.util import find_spec
from pathlib import Path

import example_folder
import pytest
import record_examples
import refresh_examples

# Commands of other programs; what they do is tested elsewhere or follows from the Makefile.
OTHERS = ("make", "pip", "pytest", ".venv/bin/pip", ".venv/bin/python")


@pytest.fixture(autouse=True)
def _width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "")  # the script sets it; this puts it back


@pytest.mark.parametrize("path", refresh_examples.GUIDES, ids=lambda path: path.stem)
def test_examples_of_guides(path: Path) -> None:
    page = path.read_text(encoding="utf-8")

    assert refresh_examples.refreshed(page) == page, "run: python scripts/refresh_examples.py"


@pytest.mark.parametrize("path", refresh_examples.GUIDES, ids=lambda path: path.stem)
def test_no_command_is_left_out(path: Path) -> None:
    """A command is run by the test above, or its program is known not to be ours."""
    blocks = re.findall(r"^```console\n(.*?)^```$", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)

    programs = {command.arguments[0] for block in blocks for command in refresh_examples.commands(block)}

    assert programs <= {"baocongdoan", *OTHERS}


@pytest.mark.engines
@pytest.mark.parametrize("package", ["spacy", "datasets"])
def test_examples_with_packages_that_others_do_without(
    package: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (refresh_examples.DOCS / "how-to" / "annotate.md").read_text(encoding="utf-8")
    [example] = re.findall(rf'^```python title="{package}"\n(.*?)^```$', page, re.MULTILINE | re.DOTALL)
    if find_spec(package) is None:
        pytest.skip(f"{package} is not installed: make test-engines")
    example_folder.lay_out(tmp_path)
    monkeypatch.chdir(tmp_path)

    exec(compile(example, "<example>", "exec"), {})  # our own page


def test_a_command_that_fails_is_told() -> None:
    with pytest.raises(RuntimeError, match=r"baocongdoan clean none\.txt: exit status 2"):
        refresh_examples.refreshed("```console\n$ baocongdoan clean none.txt\n```\n")


def test_output_that_has_changed_is_seen() -> None:
    file = '```text title="a.txt"\nHội nghị bàn việc.\n```\n'
    page = f"{file}```console\n$ baocongdoan show a.txt --no-clean\nHội thảo\n```\n"

    assert refresh_examples.refreshed(page) == page.replace("Hội thảo", "Hội nghị bàn việc.")


@pytest.mark.parametrize("module", [example_folder, record_examples, refresh_examples])
def test_examples_of_the_scripts(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]
