"""The offices that stand beside a person's name: "Phó Chủ tịch LĐLĐ tỉnh", "công nhân Công ty TNHH Hoa Mai"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from enum import StrEnum
from functools import cache

import regex
from msgspec import Struct, structs

from ..language.fold import fold, lower
from ..language.text import Span, Text
from ..lexicon.kept import compiled
from ..lexicon.loader import any_of, one_of, word_set, words
from .organisations import OrganisationMention
from .person_names import office_heads, people_pattern

__all__ = ["Office", "Sphere", "offices_before", "offices_behind"]

_REACH = 140
"""How far from a name its offices are looked for, in characters."""
_LONGEST_OFFICE = 72
"""From the head of an office to the name of its body, in characters."""
_MOST_OFFICES = 6
"""Of one person in one breath."""


class Sphere(StrEnum):
    """The sort of body that an office belongs to: it tells where to look for one that is not named."""

    HIGH = "high"  # the Prime Minister and his like, who need no body
    PARTY = "party"
    UNION = "union"
    SCHOOL = "school"
    CLINIC = "clinic"
    STATE = "state"
    FIRM = "firm"
    PLAIN = "plain"  # a delegate, an expert: of anything


class Office(Struct, frozen=True):
    """An office as printed: its words, its sort, and the body named behind it.

    ``generic`` is the span of a body that is only pointed at ("công ty", "CĐCS"); ``cut`` says that more words
    follow which name a body we don't know.
    """

    role: Span
    sphere: Sphere
    body: OrganisationMention | None = None
    generic: Span | None = None
    cut: bool = False

    @property
    def end(self) -> int:
        """Where the office ends, with its body."""
        if self.body is not None:
            return self.body.span.end
        return self.generic.end if self.generic is not None else self.role.end


def offices_behind(
    text: Text, position: int, bodies: Sequence[OrganisationMention], limit: int | None = None
) -> tuple[Office, ...]:
    """The offices that begin at the position, joined by commas; empty where none begins there.

    Nothing from ``limit`` on belongs to them.

    >>> text = Text.plain("Bí thư chi bộ, Giám đốc.")
    >>> [text.quote(office.role) for office in offices_behind(text, 0, [])]
    ['Bí thư chi bộ', 'Giám đốc']
    """
    offices: list[Office] = []
    joint: regex.Match[str] | None = None
    limit = len(text.raw) if limit is None else limit
    while len(offices) < _MOST_OFFICES and (office := _office_at(text, position, limit, bodies)) is not None:
        if offices and people_pattern("holder_behind").match(text.lower, office.end):
            break  # "Bà A giữ chức Chủ tịch CĐCS, | Phó Chủ tịch là ông B"
        if offices and joint is not None and joint["both"] and _are_one(offices[-1], office):
            role = Span(offices.pop().role.start, office.role.end)
            office = structs.replace(office, role=role, cut=False)
        offices.append(office)
        joint = _JOINT.match(text.lower, office.end, limit)
        if joint is None:
            break
        position = joint.end()
    return tuple(_sharing_bodies(offices))


_SHARING = (Sphere.UNION, Sphere.FIRM)
_JOINT = compiled(r" ?(?:,| -|-|(?P<both> kiêm)| và) ?(?:là |kiêm )?(?=\p{L})")


def _are_one(first: Office, second: Office) -> bool:
    """Whether two offices joined by "kiêm" are held in one body: "Phó Giám đốc kiêm Giám đốc Kỹ thuật"."""
    return first.sphere == second.sphere and first.body is None and first.generic is None


def _sharing_bodies(offices: list[Office]) -> list[Office]:
    """In "Phó Chủ tịch, Trưởng Ban Tổ chức LĐLĐ tỉnh" the body belongs to both; a committee may be another body's."""
    shared: list[Office] = []
    behind: Office | None = None
    for office in reversed(offices):
        takes = office.body is None and office.generic is None and not office.cut and office.sphere in _SHARING
        if takes and behind is not None and behind.sphere == office.sphere and behind.body is not None:
            shared.append(structs.replace(office, body=behind.body))
        else:
            shared.append(office)
        behind = shared[-1]
    return shared[::-1]


def _office_at(text: Text, position: int, limit: int, bodies: Sequence[OrganisationMention]) -> Office | None:
    head = office_heads.match(text.words, position, limit)
    if head is None:
        return None
    sphere = Sphere.FIRM if any_of("people", "boards", " ").match(text.folded, head.end()) else _sphere(head)
    body = _body_behind(text, head.end(), bodies) if sphere != Sphere.HIGH else None
    if body is not None:
        return Office(_role(text, head.start(), _organ_end(text, body)), sphere, body)
    return _without_body(text, head, sphere, limit, bodies)


def _organ_end(text: Text, body: OrganisationMention) -> int:
    """Where an organ that begins the body's name ends, for it belongs to the office ("Ủy viên Bộ Chính trị")."""
    start = body.name_span.start
    organ = body.organ.lower() if body.organ is not None else ""
    return start + len(organ) if organ and text.lower.startswith(lower(fold(organ)), start) else start


def _sphere(head: regex.Match[str]) -> Sphere:
    return next(sphere for sphere in Sphere if head[sphere.value] is not None)


def _body_behind(text: Text, position: int, bodies: Sequence[OrganisationMention]) -> OrganisationMention | None:
    """The body whose name ends the office, if nothing but the office's own words stand before it."""
    body = next((body for body in bodies if body.name_span.start >= position), None)
    if body is None or body.name_span.start - position > _LONGEST_OFFICE:
        return None
    return body if _is_office_rest(text.lower[position : body.name_span.start]) else None


_BREAK = compiled(r"[.;:!?()\n\"]|,")


def _is_office_rest(rest: str) -> bool:
    """Whether the words between an office's head and its body belong to the office."""
    if _BREAK.search(rest) or people_pattern("office_joint").search(rest):
        return False
    padded = people_pattern("within_office").sub("", f" {' '.join(rest.split())} ")
    return any_of("people", "not_in_office", " ", " ").search(padded) is None


def _role(text: Text, start: int, end: int) -> Span:
    """The office's words, without "của" and dashes at their end."""
    rest = _ROLE_END.search(text.lower, start, end)
    return Span(start, rest.start() if rest else end)


_ROLE_END = compiled(r"(?: (?:của|thuộc|tại))?[ ,-]*$")


@cache
def _plain_tail() -> regex.Pattern[str]:
    modifiers = one_of((*words("people", "modifier"), *words("people", "boards")))
    return compiled(rf"(?: {modifiers}(?!\p{{L}})){{0,3}}")


@cache
def _generic_body() -> regex.Pattern[str]:
    listed = one_of(words("people", "generic_body"))
    return compiled(rf" (?:của )?(?P<body>{listed}(?: (?:công ty|trường|bệnh viện))?)(?!\p{{L}})")


_LOWER_REST = compiled(r"(?: (?!của(?!\p{L}))\p{Ll}+){1,6}(?=[,.;:)\n]|$)")


def _without_body(
    text: Text, head: regex.Match[str], sphere: Sphere, limit: int, bodies: Sequence[OrganisationMention]
) -> Office:
    """An office that names no body: its head, what is known to follow it, and a body only pointed at."""
    tail = _plain_tail().match(text.folded, head.end(), limit)
    end = tail.end() if tail is not None else head.end()
    if sphere == Sphere.HIGH:
        return Office(Span(head.start(), end), sphere)
    rest = _LOWER_REST.match(text.folded, end, limit)
    if rest is not None and _is_office_rest(rest[0]):
        generic = _generic_body().search(text.lower, end, rest.end())
        if generic is None:
            end = rest.end()
    else:
        generic = _generic_body().match(text.lower, end, limit)
    if generic is None:
        generic = _SHORT_NAME.match(text.folded, end, limit) if sphere == Sphere.FIRM else None
    if generic is None:
        return _unit_office(text, Office(Span(head.start(), end), sphere), limit, bodies)
    return Office(_role(text, head.start(), generic.start()), sphere, None, Span(*generic.span("body")))


_NEXT_WORD = compiled(r" +(?:của |thuộc )?(?P<word>[\p{L}\d]+)")
_UNIT_REST = compiled(r"(?: - | &|[ -][\p{L}\d]+){1,10}(?= ?(?:[,.;:()\n]|$))")
_UNIT_JOINT = compiled(r" ?(?:,|\(|-| thuộc) ?")


def _unit_office(text: Text, office: Office, limit: int, bodies: Sequence[OrganisationMention]) -> Office:
    """An office whose unit's name follows ("Trưởng ban Quan hệ lao động, Tổng LĐLĐ"), or one that we can't read on."""
    word = _NEXT_WORD.match(text.lower, office.role.end, limit)
    if word is None or any(word["word"] in word_set("people", name) for name in ("not_in_office", "office_stop")):
        return office
    rest = _UNIT_REST.match(text.folded, office.role.end, limit)
    if (
        rest is None
        or not _is_office_rest(rest[0].lower())
        or any(body.span.start < rest.end() for body in bodies if body.span.end > office.role.start)
    ):
        return structs.replace(office, cut=True)
    joint = _UNIT_JOINT.match(text.lower, rest.end(), limit)
    body = next((body for body in bodies if joint is not None and body.name_span.start == joint.end()), None)
    is_unit = text.lower[office.role.start : office.role.end].endswith(words("people", "unit_ending"))
    return structs.replace(
        office, role=_role(text, office.role.start, rest.end()), body=body if is_unit else None, cut=True
    )


# "công nhân Hoa Mai": a company by its bare name
_SHORT_NAME = compiled(r" (?P<body>\p{Lu}[\p{L}\d]+(?: \p{Lu}[\p{L}\d]*)*)(?= ?[,.;:)\n-]|$)")


def offices_before(
    text: Text, position: int, bodies: Sequence[OrganisationMention], floor: int = 0
) -> tuple[Office, ...]:
    """The offices that end right before the position, the first one first; none begins before ``floor``.

    >>> text = Text.plain("Sáng nay, Phó Thủ tướng Trần Văn Sáu")
    >>> [text.quote(office.role) for office in offices_before(text, 24, [])]
    ['Phó Thủ tướng']
    """
    floor = max(text.lower.rfind("\n", 0, position) + 1, position - _REACH, floor)
    limit = floor + len(text.lower[floor:position].rstrip(" :,-"))
    first, last = (bisect_left(bodies, place, key=lambda body: body.span.start) for place in (floor, limit))
    near = [body for body in bodies[first:last] if body.span.end <= limit]
    for head in office_heads.finditer(text.words, floor, limit):
        if any(body.name_span.start <= head.start() < body.name_span.end for body in near):
            continue
        offices = offices_behind(text, head.start(), near, limit)
        if offices and _reaches(text, offices[-1].end, position):
            return offices
    return ()


def _reaches(text: Text, end: int, position: int) -> bool:
    """Whether only a blank, a colon or a dash stands between an office and the name."""
    return end <= position and people_pattern("joint_before_name").fullmatch(text.lower, end, position) is not None
