"""What the READMEs and the tutorials show is what the code prints."""

from __future__ import annotations

import importlib.util
import re
import tempfile
from functools import cache
from pathlib import Path
from types import ModuleType

import nbformat
import pytest

ROOT = Path(__file__).parents[1]
TUTORIALS = ["docs/tutorial.ipynb", "docs/vi/tutorial.ipynb"]
STALE = "run: python scripts/refresh_examples.py"


@cache
def _script(name: str = "refresh_examples") -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["README.md", "README.vi.md"])
def test_examples_print_what_the_page_says(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "")  # the script sets it; this puts it back
    page = (ROOT / name).read_text(encoding="utf-8")

    assert _script().refreshed(page) == page, STALE


# ---- the tutorials --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", TUTORIALS)
def test_every_cell_gives_what_the_notebook_holds(name: str) -> None:
    stored = nbformat.read(ROOT / name, as_version=4)

    assert _script().said(_script().executed(ROOT / name)) == _script().said(stored), STALE


@pytest.mark.parametrize("name", TUTORIALS)
def test_a_notebook_tells_nothing_of_the_machine_that_ran_it(name: str) -> None:
    notebook = (ROOT / name).read_text(encoding="utf-8")

    assert not [path for path in (ROOT, Path.home(), tempfile.gettempdir()) if f"{path}/" in notebook]
    assert nbformat.reads(notebook, as_version=4).metadata.language_info == {"name": "python"}
    assert "iopub" not in notebook, "the times at which cells ran"


def test_both_tutorials_go_the_same_way() -> None:
    english, vietnamese = (
        [re.sub(r"\.\./|\".*?\"|#.*", "", source) for source, _ in _script().said(nbformat.read(ROOT / name, 4))]
        for name in TUTORIALS
    )

    assert english == vietnamese


@pytest.mark.parametrize(
    ("output", "shown"),
    [
        ({"output_type": "stream", "text": ["a < b\n", "c\n"]}, "<pre>a &lt; b\nc</pre>"),
        ({"data": {"text/plain": ["'x'"]}}, "<pre>'x'</pre>"),
        ({"data": {"text/plain": "[]", "text/html": ["<b>", "x</b>"]}}, "<b>x</b>"),
        (
            {
                "data": {
                    "text/html": '<style scoped>\n.a {}\n</style>\n<table border="1" class="dataframe"><tr/></table>'
                }
            },
            '<table class="frame"><tr/></table>',
        ),
        (
            {"data": {"text/plain": "<Figure>", "image/png": "iVBO\n"}},
            '<img alt="bars, &quot;up&quot;" src="data:image/png;base64,iVBO">',
        ),
    ],
)
def test_the_site_shows_the_richest_form_of_an_output(output: dict[str, object], shown: str) -> None:
    cell = {"cell_type": "code", "metadata": {"alt": 'bars, "up"'}, "source": ["a = 1\n", "a"], "outputs": [output]}
    text = {"cell_type": "markdown", "metadata": {}, "source": "# Title"}

    page = _script("notebook_pages").as_markdown({"cells": [text, cell]})

    assert page == f'# Title\n\n```python\na = 1\na\n```\n\n<div class="notebook-output">\n{shown}\n</div>\n'
