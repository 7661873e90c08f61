"""Run the examples of the READMEs again and write down what they print now.

``python scripts/refresh_examples.py`` rewrites README.md and README.vi.md; a test fails while one of them says
something that the code does not. Examples are ``pycon`` blocks, and ``console`` blocks of ``$ baocongdoan …``.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import shlex
from pathlib import Path

from baocongdoan.cli import main

ROOT = Path(__file__).resolve().parents[1]
READMES = (ROOT / "README.md", ROOT / "README.vi.md")

_BLOCK = re.compile(r"^```(?P<language>pycon|console)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_WIDTH = "100"  # columns of a table on a README page


def refreshed(markdown: str) -> str:
    """The page with the outputs that its examples have now; commands run in the project's folder."""
    names: dict[str, object] = {}

    def rerun(block: re.Match[str]) -> str:
        body = _python(block["body"], names) if block["language"] == "pycon" else _commands(block["body"])
        return f"```{block['language']}\n{body}```"

    with contextlib.chdir(ROOT):
        return _BLOCK.sub(rerun, markdown)


def _python(body: str, names: dict[str, object]) -> str:
    parts = []
    for example in doctest.DocTestParser().get_examples(body):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(example.source, "<example>", "single"), names)  # noqa: S102  (our own page)
        first, *more = example.source.splitlines()
        parts += [f">>> {first}\n", *(f"... {line}\n" for line in more), printed.getvalue()]
    return "".join(parts)


def _commands(body: str) -> str:
    commands = [line for line in body.splitlines() if line.startswith("$ ")]
    if not all(command.startswith("$ baocongdoan ") for command in commands):
        return body  # make, pip and the like: nothing of ours to run
    parts = []
    os.environ["COLUMNS"] = _WIDTH
    for command in commands:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            main(shlex.split(command)[2:])
        parts += [f"{command}\n", "".join(f"{line.rstrip()}\n" for line in printed.getvalue().splitlines())]
    return "".join(parts)


if __name__ == "__main__":
    for readme in READMES:
        readme.write_text(refreshed(readme.read_text(encoding="utf-8")), encoding="utf-8")
