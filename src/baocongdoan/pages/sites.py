"""Site profiles: for one site, which elements hold what, versioned by date. Good results need none.

.. code-block:: toml

    [[site]]
    host = "tin.example"            # and its subdomains
    from = 2021-06-01               # published from that day on (may be left out)
    until = 2023-12-31              # and up to that one (may be left out)
    body = "div.detail-content"     # where the article stands; what is outside is boilerplate
    title = "h1.detail-title"       # these may stand within the body or outside
    lead = ".detail-sapo"
    caption = "figcaption, .image-note"
    meta = ".author, .publish-date"
    drop = ".related, .ads"         # boilerplate within the body

A profile whose ``body`` finds nothing on a page is left aside with a note, for sites change.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from msgspec import Struct

from ..errors import LexiconError
from ..lexicon.loader import text_of
from ..records import Role
from .markup.selectors import Selector
from .markup.stack import Element

__all__ = ["Profile", "Sites"]

# In this order: what is dropped stays dropped, and a headline within the body is the headline.
_ROLES = {
    "drop": Role.BOILERPLATE,
    "title": Role.TITLE,
    "caption": Role.CAPTION,
    "meta": Role.META,
    "lead": Role.BODY,
    "body": Role.BODY,
}
_KEYS = {"host", "from", "until", *_ROLES}


class Profile(Struct, frozen=True):
    """What one site's elements hold, between two days."""

    host: str
    selectors: Mapping[str, Selector]
    first_day: str = ""
    last_day: str = "9999"

    def role(self, element: Element) -> Role | None:
        """The role of an element's lines; none where the profile says nothing of it."""
        return next((_ROLES[name] for name, selector in self.selectors.items() if selector.matches(element)), None)

    def covers(self, host: str, day: str | None) -> bool:
        """Whether it is that host's or one above it, and in force on the day; a page without a day is of today."""
        own = host == self.host or host.endswith(f".{self.host}")
        return own and (self.last_day == "9999" if day is None else self.first_day <= day <= self.last_day)


class Sites(Struct, frozen=True):
    """The profiles of a file."""

    profiles: Sequence[Profile]

    @classmethod
    def load(cls, path: Path) -> Sites:
        """The profiles of a TOML file; raises ``LexiconError`` naming the profile that is malformed."""
        return cls.parse(text_of(path, "the site profiles "), path.name)

    @classmethod
    def parse(cls, text: str, name: str = "sites") -> Sites:
        """The profiles of TOML text.

        >>> sites = Sites.parse('[[site]]\\nhost = "tin.example"\\nbody = "div.detail"\\nuntil = 2023-12-31')
        >>> sites.find("https://www.tin.example/1", "2023-05-01").host, sites.find("https://tin.example", None)
        ('tin.example', None)
        """
        try:
            tables = tomllib.loads(text).get("site", [])
        except tomllib.TOMLDecodeError as error:
            raise LexiconError(f"{name}: not valid TOML: {error}") from error
        if not isinstance(tables, list) or not tables:
            raise LexiconError(f"{name}: no [[site]] in it: describe at least one")
        return cls(tuple(_profile(table, f"{name}: site {number}") for number, table in enumerate(tables, 1)))

    def find(self, url: str | None, day: str | None) -> Profile | None:
        """The profile for a page's address and its day of publication (ISO 8601)."""
        try:
            host = (urlsplit(url).hostname or "") if url else ""
        except ValueError:
            return None
        day = day[:10] if day else None
        return next((profile for profile in self.profiles if profile.covers(host, day)), None) if host else None


def _profile(table: Mapping[str, Any], where: str) -> Profile:
    host = table.get("host")
    if not isinstance(host, str) or not host:
        raise LexiconError(f'{where} has no host: add host = "tin.example"')
    where = f"{where} ({host})"
    if unknown := sorted(set(table) - _KEYS):
        raise LexiconError(f"{where}: {unknown[0]!r} is not known: use {', '.join(sorted(_KEYS))}")
    if "body" not in table:
        raise LexiconError(f"{where}: no body: say which element holds the article")
    selectors = {}
    for key in _ROLES:
        if key in table:
            if not isinstance(table[key], str):
                raise LexiconError(f"{where}: {key} must be a selector in quotation marks")
            try:
                selectors[key] = Selector.parse(table[key])
            except LexiconError as error:
                raise LexiconError(f"{where}: {key}: {error}") from error
    days = [_day(table.get(key), f"{where}: {key}") for key in ("from", "until")]
    return Profile(host.lower().removeprefix("www."), selectors, days[0] or "", days[1] or "9999")


def _day(value: Any, where: str) -> str | None:
    if value is None or isinstance(value, date):
        return value.isoformat()[:10] if value else None
    raise LexiconError(f"{where} must be a day, as in 2023-12-31 (without quotation marks)")
