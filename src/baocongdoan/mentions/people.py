"""People: the names that a text gives, each with the offices printed beside it.

Names are looked for first (``person_names``); what makes one a person's is a word of address, a family name with a
middle name, or an office in front or behind (``offices``). What is only said elsewhere (which "công ty"? is this the
same person?) is worked out by ``facts.entities.people``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct, structs

from ..language.text import Span, Text
from ..lexicon.kept import compiled
from .offices import Office, Sphere, offices_before, offices_behind
from .organisations import OrganisationMention
from .person_names import NameCandidate, Signal, name_candidates, people_pattern

__all__ = ["PersonMention", "find_people"]


class PersonMention(Struct, frozen=True):
    """A person named in the text: ``span`` reaches from the name to the first office's body or the other way round.

    ``elected`` says that the office was come by here ("được bầu làm"), ``why`` what made the name a person's.
    """

    span: Span
    name: Span
    offices: tuple[Office, ...] = ()
    elected: bool = False
    why: str = ""


def find_people(text: Text, organisations: tuple[OrganisationMention, ...]) -> tuple[PersonMention, ...]:
    """The people that the text names, in its order, every time they are named in full.

    >>> text = Text.plain("Ông Lê Văn Sáu, Giám đốc, và chị Hà Thị Mây dự.")
    >>> [text.quote(mention.span) for mention in find_people(text, ())]
    ['Lê Văn Sáu, Giám đốc', 'Hà Thị Mây']
    """
    found: list[PersonMention] = []
    bodies = [organisation.name_span for organisation in organisations if not _is_one_word(text, organisation)]
    for candidate in name_candidates(text, bodies):
        mention = _mention(text, candidate, organisations, _end(found[-1]) if found else 0)
        mention = mention or _in_list(text, candidate, found)
        if mention is not None:
            found.append(mention)
    return tuple(_sharing_elections(text, _sharing_lists(text, found, organisations)))


def _is_one_word(text: Text, organisation: OrganisationMention) -> bool:
    """Whether only a common noun stands there, which may as well end a name: "ông Trần Văn Hội"."""
    return organisation.short and " " not in text.quote(organisation.name_span)


def _end(mention: PersonMention) -> int:
    """Where a person's name and offices end."""
    return max([mention.span.end, *(office.end for office in mention.offices)])


def _mention(
    text: Text, candidate: NameCandidate, organisations: Sequence[OrganisationMention], floor: int
) -> PersonMention | None:
    """The person of a candidate that has an office beside it or is one by its own signal.

    What stands before ``floor`` is another's office.
    """
    name = candidate.span
    before = _offices_before(text, candidate, organisations, floor)
    behind = _offices_behind(text, candidate, organisations)
    if before and (before[-1].body is not None or before[-1].sphere == Sphere.HIGH or not behind):
        more = () if behind is None or behind.elected else behind.offices
        return PersonMention(Span(before[0].role.start, name.end), name, before + more, why="office before")
    if behind is not None:
        return behind
    is_signature = text.quote(text.line_around(name.start).span).strip() == text.quote(name)
    if candidate.signal in (Signal.HONORIFIC, Signal.MIDDLE) and not is_signature:
        return PersonMention(name, name, why=candidate.signal.value)
    return None


def _offices_before(
    text: Text, candidate: NameCandidate, organisations: Sequence[OrganisationMention], floor: int
) -> tuple[Office, ...]:
    offices = offices_before(text, candidate.outer, organisations, floor)
    if not offices or not _fits_office(candidate, offices[-1]) or _is_loose(text, offices[-1]):
        return ()
    is_addressed = candidate.signal == Signal.HONORIFIC
    if is_addressed or "," not in text.lower[offices[-1].end : candidate.outer] or _speaks(text, candidate):
        return offices
    return ()


def _speaks(text: Text, candidate: NameCandidate) -> bool:
    """Whether a verb of saying stands right behind: "Chủ tịch LĐLĐ huyện A, Trần Văn B cho hay"."""
    return people_pattern("speaks_behind").match(text.lower, candidate.span.end) is not None


def _is_loose(text: Text, office: Office) -> bool:
    """Whether too many words of no known body stand between an office and a name ("người lao động nhân dịp Tết …")."""
    return office.cut and (office.sphere not in _OFFICERS or text.quote(office.role).count(" ") > _LONGEST_LOOSE)


_LONGEST_LOOSE = 7
"""The blanks in the longest office that may stand before a name without a body that is known."""


def _offices_behind(
    text: Text, candidate: NameCandidate, organisations: Sequence[OrganisationMention]
) -> PersonMention | None:
    name = candidate.span
    if candidate.signal == Signal.BARE:
        return None
    for pattern in ("office_behind", "elected_behind"):
        joint = people_pattern(pattern).match(text.lower[name.end : name.end + _REACH])
        if joint is None:
            continue
        bodies = _from(organisations, name.end)
        offices = offices_behind(text, name.end + joint.end(), bodies)
        if offices and not _is_followed_by_name(text, offices[-1].end, bodies):
            elected = pattern == "elected_behind"
            return PersonMention(Span(name.start, offices[0].end), name, offices, elected, "office behind")
    return None


_REACH = 120
"""How far behind a name its office may begin, in characters."""
_NAME_NEXT = compiled(r" {1,2}\p{Lu}\p{Ll}+ \p{Lu}")


def _is_followed_by_name(text: Text, position: int, bodies: Sequence[OrganisationMention]) -> bool:
    """In "Phó Thủ tướng A, Bộ trưởng Bộ Y tế B" the second office is not A's but B's; another body may follow, too."""
    found = _NAME_NEXT.match(text.folded, position)
    return found is not None and not any(found.start() < body.span.start < found.end() for body in bodies)


def _fits_office(candidate: NameCandidate, office: Office) -> bool:
    """Whether a name may follow an office: a worker's must look like one, for companies have workers too."""
    match candidate.signal:
        case Signal.BARE:
            return office.sphere in (Sphere.HIGH, Sphere.STATE) and office.body is None
        case Signal.SURNAME:
            return office.sphere in _OFFICERS or candidate.syllables > 2
        case _:
            return True


_OFFICERS = frozenset({Sphere.HIGH, Sphere.STATE, Sphere.UNION, Sphere.PARTY})


def _from(organisations: Sequence[OrganisationMention], position: int) -> Sequence[OrganisationMention]:
    first = bisect_left(organisations, position, key=lambda organisation: organisation.name_span.start)
    return organisations[first : first + 6]


def _in_list(text: Text, candidate: NameCandidate, found: Sequence[PersonMention]) -> PersonMention | None:
    """A family name with no word of its own that goes on a list of people."""
    if candidate.signal != Signal.SURNAME or not found:
        return None
    gap = text.lower[found[-1].span.end : candidate.span.start]
    if len(gap) > 12 or not people_pattern("list_joint").fullmatch(gap):
        return None
    return PersonMention(candidate.span, candidate.span, why="list")


def _sharing_lists(
    text: Text, found: Sequence[PersonMention], organisations: Sequence[OrganisationMention]
) -> list[PersonMention]:
    """In "4 Phó Chủ tịch gồm: ông A, bà B và ông C" the office is everybody's; who has one behind keeps that first."""
    shared: list[PersonMention] = []
    offices: tuple[Office, ...] = ()
    all_have_more = False
    for mention in found:
        has_more = _has_office_behind(mention)
        opening = _offices_of_many(text, mention, organisations, _end(shared[-1]) if shared else 0)
        if opening:
            offices, all_have_more = opening, has_more
        elif has_more > all_have_more or not (offices and shared and _goes_on(text, shared[-1], mention)):
            offices = ()  # "các Phó Chủ tịch: A, B; | ông C, Giám đốc Sở Y tế"
        shared.append(_with_list_offices(mention, offices) if offices else mention)
    return shared


def _has_office_behind(mention: PersonMention) -> bool:
    return any(office.end > mention.name.start for office in mention.offices)


def _offices_of_many(
    text: Text, mention: PersonMention, organisations: Sequence[OrganisationMention], floor: int
) -> tuple[Office, ...]:
    """The offices in front of the first person of a list, where a plural or a number says that many hold them."""
    start = mention.name.start
    offices = tuple(office for office in mention.offices if office.end <= start)
    if not offices and not mention.elected:
        left = text.before(start, _REACH)
        opens = people_pattern("list_opening").search(left)
        if opens is None:
            return ()
        offices = offices_before(text, start - len(left) + opens.start() + 1, organisations, floor)
    if not offices:
        return ()
    before = text.before(offices[0].role.start, _REACH)
    return offices if people_pattern("plural_before").search(before) is not None else ()


def _goes_on(text: Text, last: PersonMention, mention: PersonMention) -> bool:
    """Whether only a joint stands between two people of a list."""
    gap = text.lower[_end(last) : mention.span.start]
    return len(gap) < _LONGEST_GAP and people_pattern("list_goes_on").fullmatch(gap) is not None


_LONGEST_GAP = 60
"""In characters: what brackets may hold between two people of a list."""


def _with_list_offices(mention: PersonMention, offices: tuple[Office, ...]) -> PersonMention:
    own = tuple(office for office in mention.offices if office.end > mention.name.start)
    if not own:
        return structs.replace(mention, offices=offices, why="list")
    span = Span(mention.name.start, own[0].end)
    return structs.replace(mention, span=span, offices=own + offices, why="office behind")


def _sharing_elections(text: Text, found: Sequence[PersonMention]) -> list[PersonMention]:
    """In "bà A và ông B được bầu làm Phó Chủ tịch" the office is both's."""
    shared: list[PersonMention] = []
    behind: PersonMention | None = None
    for mention in reversed(found):
        joined = behind is not None and behind.elected and not mention.offices and _are_pair(text, mention, behind)
        behind = (
            structs.replace(mention, offices=behind.offices, elected=True) if behind is not None and joined else mention
        )
        shared.append(behind)
    return shared[::-1]


def _are_pair(text: Text, first: PersonMention, second: PersonMention) -> bool:
    """Whether only "và ông" stands between two people."""
    gap = text.lower[first.name.end : second.name.start]
    return len(gap) < _LONGEST_JOINT and people_pattern("pair_joint").fullmatch(gap) is not None


_LONGEST_JOINT = 24
"""In characters: " và các đồng chí "."""
