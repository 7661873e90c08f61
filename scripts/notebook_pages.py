"""An MkDocs hook: notebooks are pages of the documentation, written in Markdown with the outputs that they hold.

So they look like the other pages, are searched like them, and a link in them that leads nowhere is a warning.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

# What pandas writes for notebooks and the theme does better.
_PANDAS = re.compile(r'<style scoped>.*?</style>\s*| border="1" class="dataframe"', re.DOTALL)
_OUTPUT = "border-left:.15rem solid #bbb;padding-left:.8rem;margin:0 0 1.2em;overflow-x:auto"


class NotebookPage(File):
    """A notebook that is a page; other pages link to it by its own name."""

    def is_documentation_page(self) -> bool:
        """MkDocs knows Markdown by its suffix, which this file has not."""
        return True


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put a page in the place of every notebook."""
    for file in [file for file in files if file.src_uri.endswith(".ipynb")]:
        files.remove(file)
        content = as_markdown(json.loads(file.content_string))
        files.append(NotebookPage.generated(config, file.src_uri, content=content))
    return files


def as_markdown(notebook: dict[str, Any]) -> str:
    """The cells of a notebook with their outputs.

    >>> print(as_markdown({"cells": [{"cell_type": "code", "source": ["1 + 1"], "outputs": [
    ...     {"output_type": "execute_result", "data": {"text/plain": "2"}}]}]}))
    ```python
    1 + 1
    ```
    <BLANKLINE>
    <div style="border-left:.15rem solid #bbb;padding-left:.8rem;margin:0 0 1.2em;overflow-x:auto">
    <pre style="margin:0">2</pre>
    </div>
    <BLANKLINE>
    """
    return "\n".join(part for cell in notebook["cells"] for part in _parts(cell))


def _parts(cell: dict[str, Any]) -> Iterator[str]:
    source = "".join(cell["source"])
    if cell["cell_type"] == "markdown":
        yield f"{source}\n"
        return
    yield f"```python\n{source}\n```\n"
    for output in cell["outputs"]:
        yield f'<div style="{_OUTPUT}">\n{_shown(output, cell)}\n</div>\n'


def _shown(output: dict[str, Any], cell: dict[str, Any]) -> str:
    """The richest form of an output."""
    data = {form: "".join(content) for form, content in output.get("data", {}).items()}
    if "text/html" in data:
        return _PANDAS.sub("", data["text/html"])
    if "image/png" in data:
        told = escape(cell["metadata"].get("alt", ""))
        return f'<img alt="{told}" src="data:image/png;base64,{data["image/png"].strip()}">'
    text = data.get("text/plain") or "".join(output["text"])
    return f'<pre style="margin:0">{escape(text.rstrip(), quote=False)}</pre>'
