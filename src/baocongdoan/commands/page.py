"""``baocongdoan clean``, ``show`` and ``view``: one page for people to look at."""

from __future__ import annotations

from pathlib import Path

from ..cleaning import clean
from ..language.fold import clean_characters
from ..records import Extraction, Page
from .output import opened

__all__ = ["print_cleaned", "print_highlighted", "write_webpage"]


def print_cleaned(page: Page, *, explain: bool) -> None:
    """The cleaned article; with ``explain``, every line of the page with its role and the rule that gave it."""
    article = clean(page)
    with opened() as stream:
        if not explain:
            stream.write(article.text + "\n")
            return
        texts = {line.line: clean_characters(line.text).strip() for line in page.lines}
        about = {
            "title": article.title,
            "published": article.published,
            "authors": ", ".join(article.authors),
            "source": article.source,
            "site": article.site,
        }
        stream.writelines(f"{name}: {value or '-'}\n" for name, value in about.items())
        stream.writelines(
            f"{line.line:5}  {line.role:11}  {line.why:20}  {texts.get(line.line, '')}\n" for line in article.lines
        )


def print_highlighted(extraction: Extraction) -> None:
    """The article with its facts in colours or, where the output has none, in brackets."""
    from ..views.highlight import bracketed, highlighted, legend
    from ..views.terminal import terminal

    with opened() as stream:
        console = terminal(stream)
        if console.color_system is None:
            stream.write(bracketed(extraction) + "\n")
            return
        console.print(legend(), "", highlighted(extraction), sep="\n")


def write_webpage(extraction: Extraction, output: Path | None) -> None:
    """The article with its facts marked as a page for a browser."""
    from ..views.webpage import webpage

    with opened(output) as stream:
        stream.write(webpage(extraction))
