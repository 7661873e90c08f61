"""Page to article: the whole of the cleaning on one screen."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from ..errors import InputError
from ..language.fold import clean_characters
from ..records import Article, Line, Page, Role
from . import metadata
from .features import LineFeatures, look
from .layout import Layout
from .roles import Label, label
from .vietnamese import is_vietnamese

__all__ = ["clean"]

_LIST_LINES = 8  # from so many lines without a single paragraph a page is a list of links


def clean(page: Page, *, strip: bool = True) -> Article:
    """The article of a page: a role for every line, and the text of those that are kept.

    With ``strip=False`` nothing is taken for boilerplate: every line is body. ``page.published`` goes before
    what the page prints. Raises ``InputError`` where there is no article or it is not Vietnamese.

    >>> from baocongdoan.pages.text import read_text
    >>> article = clean(read_text("Trang chủ\\nMở lớp tập huấn\\n5/3/2020\\nLĐLĐ tỉnh mở 8 lớp.\\nTin khác\\n"))
    >>> article.text, article.published, [line.role.value for line in article.lines]
    ('Mở lớp tập huấn\\nLĐLĐ tỉnh mở 8 lớp.', '2020-03-05', ['boilerplate', 'title', 'meta', 'body', 'boilerplate'])
    """
    if not page.lines:
        raise InputError(f"{page.origin}: the page has no lines")
    if not strip:
        texts = [clean_characters(line.text).strip() for line in page.lines]
        numbers = [line.line for line in page.lines]
        return _article(page, texts, numbers, [Label(Role.BODY, "unstripped")] * len(texts))
    lines = look(page.lines)
    layout = Layout.of(lines)
    labels = label(layout)
    _refuse_lists(page, layout, labels)
    title = next((line.text for line, given in zip(lines, labels, strict=True) if given.role is Role.TITLE), None)
    return _article(
        page,
        [line.text for line in lines],
        [line.line for line in lines],
        labels,
        title=title,
        published=metadata.published(layout, labels),
        authors=metadata.authors(layout, labels),
        source=metadata.source(layout, labels),
    )


def _article(
    page: Page,
    texts: Sequence[str],
    numbers: Sequence[int],
    labels: Sequence[Label],
    *,
    title: str | None = None,
    published: str | None = None,
    authors: tuple[str, ...] = (),
    source: str | None = None,
) -> Article:
    lines, kept, start = [], [], 0
    for text, number, given in zip(texts, numbers, labels, strict=True):
        lines.append(Line(number, given.role, start if given.role.kept else None, given.why))
        if given.role.kept:
            kept.append(text)
            start += len(text) + 1
    body = "\n".join(kept)
    if not any(char.isalpha() for char in body):
        raise InputError(f"{page.origin}: only boilerplate, no article: use strip=False to keep every line")
    if not is_vietnamese(body):
        raise InputError(
            f"{page.origin}: not Vietnamese, or typed without its marks: pass Vietnamese text with diacritics"
        )
    return Article(
        id=hashlib.sha256((page.url or body).encode()).hexdigest()[:16],
        origin=page.origin,
        url=page.url,
        site=metadata.site(page.url),
        title=title,
        published=page.published or published,
        authors=authors,
        source=source,
        text=body,
        lines=tuple(lines),
    )


def _refuse_lists(page: Page, layout: Layout, labels: Sequence[Label]) -> None:
    """A home page or a list of links has no paragraph; its headlines are nobody's article."""
    body = any(given.role is Role.BODY for given in labels)
    if layout.core is None and (not body or len(layout.lines) > _LIST_LINES) and len(layout.lines) > 1:
        unmarked: list[LineFeatures] = [line for line in layout.lines if layout.marks[line.index] is None]
        if len(unmarked) != 1:
            raise InputError(
                f"{page.origin}: no paragraph of running text, perhaps a list of links: pass an article's page, "
                "or use strip=False to keep every line"
            )
