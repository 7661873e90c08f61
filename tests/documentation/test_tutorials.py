"""What the tutorials show is what their cells give."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import nbformat
import pytest
from example_folder import ROOT
from notebook_examples import executed, said
from notebook_pages import as_markdown

TUTORIALS = ["docs/tutorial.ipynb", "docs/vi/tutorial.ipynb"]
STALE = "run: python scripts/refresh_examples.py"


@pytest.mark.parametrize("name", TUTORIALS)
def test_every_cell_gives_what_the_notebook_holds(name: str) -> None:
    stored = nbformat.read(ROOT / name, as_version=4)

    assert said(executed(ROOT / name)) == said(stored), STALE


@pytest.mark.parametrize("name", TUTORIALS)
def test_a_notebook_tells_nothing_of_the_machine_that_ran_it(name: str) -> None:
    notebook = (ROOT / name).read_text(encoding="utf-8")

    assert not [path for path in (ROOT, Path.home(), tempfile.gettempdir()) if f"{path}/" in notebook]
    assert nbformat.reads(notebook, as_version=4).metadata.language_info == {"name": "python"}
    assert "iopub" not in notebook, "the times at which cells ran"


def test_both_tutorials_go_the_same_way() -> None:
    english, vietnamese = (
        [re.sub(r"\.\./|\".*?\"|#.*", "", source) for source, _ in said(nbformat.read(ROOT / name, 4))]
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

    page = as_markdown({"cells": [text, cell]})

    assert page == f'# Title\n\n```python\na = 1\na\n```\n\n<div class="notebook-output">\n{shown}\n</div>\n'
