"""When the article was published, who wrote it, where the page has it from: what the meta lines say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from ..language.fold import fold
from ..lexicon.loader import pattern_of, quick, word_set, words
from ..records import Role
from .features import LineFeatures, is_name_only
from .layout import Layout
from .marks import SOURCES
from .roles import Label
from .stamps import Stamp

__all__ = ["authors", "published", "site", "site_name", "source"]

_BYLINES = ("byline", "bare_byline")
_ASIDE = re.compile(r"\s*\([^()]*\)")
_FURTHER_LABEL = re.compile(r"^[^:]{1,20}:\s*")
_OUTER = " \t()[]*•-–|.,;"
_FEWEST_SYLLABLES, _MOST_SYLLABLES = 2, 4  # of a name


def published(layout: Layout, labels: Sequence[Label]) -> str | None:
    """The day, with the time where it is printed, in ISO 8601: the date line that says it is the publication's,
    else the first below the headline, else the one above it."""
    stamps = [(line.index, stamp) for line, stamp in _stamps(layout, labels)]
    if not stamps:
        return None
    below = layout.first
    chosen = min(stamps, key=lambda item: (item[1].label != "published", item[0] < below, item[0]))[1]
    same_day = [stamp.value for _, stamp in stamps if stamp.value.startswith(chosen.value) and "T" in stamp.value]
    return same_day[0] if same_day else chosen.value


def authors(layout: Layout, labels: Sequence[Label]) -> tuple[str, ...]:
    """The authors' names as printed, without labels and remarks."""
    names: list[str] = []
    for line, given in zip(layout.lines, labels, strict=True):
        if given.role is not Role.META:
            continue
        if given.why in _BYLINES:
            names += _names(_unlabelled(line, given))
        elif _is_initials(line.folded) or (given.why == "learned" and _is_pen_name(line.text)):
            names += _names(line.text)  # which the rules take for a stray rest, and the model for a name
    for _, stamp in _stamps(layout, labels):
        if not names and _is_name(stamp.beside):
            names += _names(stamp.beside)
    return tuple(dict.fromkeys(names))


def source(layout: Layout, labels: Sequence[Label]) -> str | None:
    """Where the page says it has the article from; none where it says nothing behind the label."""
    for line, given in zip(layout.lines, labels, strict=True):
        if given.why in SOURCES and given.role is Role.META:
            name = _unlabelled(line, given).strip(_OUTER)
            if name:
                return name
    return None


_AT_THE_TOP = 8  # lines at the top of a page among which its name stands


def site_name(layout: Layout, labels: Sequence[Label]) -> str | None:
    """The name of the newspaper, the portal or the body whose page it is, as printed above the article; none where no
    line there is one."""
    pattern = pattern_of("cleaning", "site_name")
    for line, given in zip(layout.lines[:_AT_THE_TOP], labels, strict=False):
        if given.role is Role.TITLE:
            return None
        if given.role is Role.BOILERPLATE and pattern.search(line.lower):
            name = line.text.strip(_OUTER)
            return name.lower() if "." in name and " " not in name else name  # an address: "YENBAITV.VN"
    return None


def site(url: str | None) -> str | None:
    """The host of the page's address.

    >>> site("https://www.congdoan.example/tin/1.html")
    'congdoan.example'
    """
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:  # "http://[" and the like
        return None
    return host.removeprefix("www.") if host else None


def _stamps(layout: Layout, labels: Sequence[Label]) -> Iterator[tuple[LineFeatures, Stamp]]:
    for line, found, given in zip(layout.lines, layout.marks, labels, strict=True):
        if found is not None and found.stamp is not None and given.role is Role.META:
            yield line, found.stamp


def _unlabelled(line: LineFeatures, given: Label) -> str:
    """The line without the words that the rule's label is made of."""
    if given.why == "bare_byline":
        return line.text
    if given.why == "source_after":
        return line.text.lstrip(_OUTER).split(maxsplit=1)[1]
    return line.text.split(":", 1)[1]


def _names(text: str) -> list[str]:
    parts: list[str] = []
    for part in quick("cleaning", "between_names").split(_without_deed(_ASIDE.sub("", text))):
        named = _FURTHER_LABEL.match(part)
        if named and parts:  # "Bài: A - Ảnh: B": the photographer is no author
            break
        name = part[named.end() :] if named else part
        name = name.strip(_OUTER)
        if name and not any(map(str.isalpha, name)):  # "Tác giả: A - 30/07/2020": the day follows
            break
        if name:
            parts.append(name)
    return parts


def _without_deed(text: str) -> str:
    """A byline without what its author did: "Hà Vân | thực hiện"."""
    deed = next((deed for deed in words("cleaning", "by") if text.rstrip().endswith(f" {deed}")), "")
    return text.rstrip().removesuffix(f" {deed}")


def _is_name(text: str) -> bool:
    folded = fold(text).strip(_OUTER)
    if _is_initials(folded):
        return True
    printed = folded.title() if folded.isupper() else folded
    return not word_set("cleaning", "surname").isdisjoint(folded.lower().split()[:1]) and is_name_only(printed)


def _is_pen_name(text: str) -> bool:
    """Whether the line is a few words in capitals: "HOÀI AN |"."""
    name = text.strip(_OUTER)
    return (
        name.isupper()
        and _FEWEST_SYLLABLES <= len(name.split()) <= _MOST_SYLLABLES
        and is_name_only(fold(name).title())
    )


def _is_initials(folded: str) -> bool:
    return pattern_of("cleaning", "initials").search(folded) is not None
