"""Page to article: the whole of the cleaning on one screen."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from msgspec import structs

from ..errors import InputError
from ..language.fold import clean_characters
from ..records import Article, Line, Page, PageMetadata, Role
from . import metadata
from .features import LineFeatures
from .layout import Layout
from .learned import line_role_model, relabel
from .listing import is_listing
from .roles import Label, label
from .vietnamese import is_vietnamese

__all__ = ["clean"]


def clean(page: Page, *, strip: bool = True, rules_only: bool = False) -> Article:
    """The article of a page: a role for every line, and the text of those that are kept.

    With ``strip=False`` nothing is taken for boilerplate: every line is body; with ``rules_only`` the learned model
    stays out of it. ``page.published`` goes before what the page declares, and that before what it prints. Raises
    ``InputError`` where there is no article or it is not Vietnamese.

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
    known = page.metadata or PageMetadata()
    layout, labels = _roles(page, rules_only)
    if is_listing(layout, labels):
        raise InputError(
            f"{page.origin}: no article: no paragraph of running text, but links or teasers (a home, section or tag "
            "page?): pass an article's page, or have every line read (clean=False, --no-clean)"
        )
    title = None if layout.headline is None else layout.lines[layout.headline].text
    return _article(
        page,
        [line.text for line in layout.lines],
        [line.line for line in layout.lines],
        labels,
        title=title or known.title,
        published=known.published or metadata.published(layout, labels),
        authors=metadata.authors(layout, labels) or known.authors,
        source=metadata.source(layout, labels),
        site=metadata.site_name(layout, labels),
    )


def _roles(page: Page, rules_only: bool) -> tuple[Layout, Sequence[Label]]:
    """The page's layout and a label for each line: the rules', what the model makes of them, and over both what a
    site's profile says."""
    layout = Layout.of_page(page)
    labels = label(layout)
    model = None if rules_only else line_role_model()
    if model is not None:
        labels = relabel(layout, labels, model)
    labels = tuple(_profiled(line, given) for line, given in zip(layout.lines, labels, strict=True))
    headline = next((index for index, given in enumerate(labels) if given.role is Role.TITLE), None)
    return structs.replace(layout, headline=headline), labels


def _profiled(line: LineFeatures, given: Label) -> Label:
    role = line.markup.role if line.markup is not None else None
    return given if role is None or role is given.role else Label(role, "site_profile")


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
    site: str | None = None,
) -> Article:
    lines, kept, start = [], [], 0
    for text, number, given in zip(texts, numbers, labels, strict=True):
        if given.role is Role.BOILERPLATE or not given.role.kept:  # as most are: asked without a call
            lines.append(Line(number, given.role, None, given.why))
            continue
        lines.append(Line(number, given.role, start, given.why))
        kept.append(text)
        start += len(text) + 1
    body = "\n".join(kept)
    if not any(char.isalpha() for char in body):
        raise InputError(f"{page.origin}: only boilerplate, no article: have every line read (clean=False, --no-clean)")
    if not is_vietnamese(body):
        raise InputError(
            f"{page.origin}: not Vietnamese, or typed without its marks: pass Vietnamese text with diacritics"
        )
    known = page.metadata or PageMetadata()
    url = page.url or known.canonical_url
    return Article(
        id=hashlib.sha256((url or body).encode()).hexdigest()[:16],
        origin=page.origin,
        url=url,
        site=metadata.site(url) or known.site or site,
        title=title,
        published=page.published or published,
        authors=authors,
        source=source,
        text=body,
        lines=tuple(lines),
    )
