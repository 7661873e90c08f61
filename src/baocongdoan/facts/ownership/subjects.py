"""Bodies that a number belongs to by the way in which its sentence is built, whoever else acts in it."""

from __future__ import annotations

from collections.abc import Sequence

from ...language.text import Span, Text
from ...lexicon.loader import pattern_of
from ...mentions.quantities import Quantity
from ..entities.bodies import EMPLOYERS
from ..entities.organisations import Directory, ResolvedMention
from .agents import SELDOM
from .parts import acts, stands_before

__all__ = ["acts_jointly", "bracket_around", "first_of_joint", "named_behind", "stands_first", "told_beside"]

_REACH = 160  # code points within which the names of a joint subject, or the giver of a part, stand
_LOOK_BACK = 90  # code points in front of a part in which the whole is told
_MOST_JOINT = 3  # bodies of a joint subject
_JOINTS = (" và ", " cùng ", " cùng với ", ", ")
_HERE = frozenset({"strikers", "workers_total"})
_GIVEN = frozenset({"gifts", "amount", "homes"})


def acts_jointly(text: Text, directory: Directory, mention: ResolvedMention) -> bool:
    """Whether bodies listed behind a name act, and so it does, too: "Tổng LĐLĐ Việt Nam và UBND tỉnh hỗ trợ"."""
    last = mention
    for other in directory.within(Span(mention.span.end, mention.span.end + _REACH))[:_MOST_JOINT]:
        if text.lower[last.span.end : other.span.start] not in _JOINTS:
            return False
        if acts(text, other):
            return True
        last = other
    return False


def first_of_joint(text: Text, doers: Sequence[ResolvedMention]) -> ResolvedMention:
    """The last doer of some or, where it is listed with those in front of it and one behind, the first of them: "LĐLĐ
    quận, Ngân hàng A và Hội Chữ thập đỏ quận trao 90 suất quà"; not so "Ở Tổng công ty A, Công đoàn Tổng công ty"."""
    first = len(doers) - 1
    joint = pattern_of("owners", "joint")
    if not pattern_of("owners", "joint_goes_on").match(text.lower, doers[first].span.end):
        return doers[first]
    while first and joint.fullmatch(text.lower, doers[first - 1].span.end, doers[first].span.start):
        first -= 1
    return doers[first]


def named_behind(text: Text, directory: Directory, sentence: Span, position: int) -> ResolvedMention | None:
    """The subject that what it is or has stands in front of: "Là đơn vị có 900 lao động, Công ty Hoa Mai …"."""
    if pattern_of("owners", "first_subject").match(text.lower, sentence.start, position) is None:
        return None
    subject = next(iter(directory.within(Span(position, max(sentence.end, position)))), None)
    if subject is None or subject.type in SELDOM or not text.lower.endswith(", ", position, subject.span.start):
        return None
    return None if ";" in text.lower[position : subject.span.start] else subject


def told_beside(
    text: Text, directory: Directory, quantity: Quantity, measure: str, sentence: Span
) -> ResolvedMention | None:
    """The body that the words right beside a number tie it to, whoever acts in the sentence."""
    if measure in _HERE:
        return _firm_in_front(text, directory, quantity.number.span.start)
    return _giver_of_part(text, directory, quantity, measure, sentence)


def _giver_of_part(
    text: Text, directory: Directory, quantity: Quantity, measure: str, sentence: Span
) -> ResolvedMention | None:
    """The body that gave a part of what another handed out: "…, gồm 7 suất của LĐLĐ tỉnh và 9 suất do Hội tặng"."""
    start, behind = quantity.number.span.start, quantity.number.span.end
    front = pattern_of("owners", "part_front")
    if measure not in _GIVEN or front.search(text.lower, max(sentence.start, start - _LOOK_BACK), start) is None:
        return None
    giver = next(iter(directory.within(Span(behind, min(sentence.end, behind + _REACH)))), None)
    if giver is None or giver.type in SELDOM:
        return None
    return giver if pattern_of("owners", "giver_of_part").fullmatch(text.lower, behind, giver.span.start) else None


def _firm_in_front(text: Text, directory: Directory, position: int) -> ResolvedMention | None:
    """The firm where something takes place, right in front of its workers: "vụ ở Công ty A với 900 công nhân"."""
    firm = directory.before(position)
    if firm is None or firm.type not in EMPLOYERS or not stands_before(text, "at_place", firm):
        return None
    return firm if pattern_of("owners", "at_firm").fullmatch(text.lower, firm.span.end, position) else None


def bracket_around(text: Text, sentence: Span, position: int) -> int:
    """Where the bracket opens that a position stands in; -1 in none."""
    opens = text.lower.rfind("(", sentence.start, position)
    return -1 if opens < 0 or ")" in text.lower[opens:position] else opens


def stands_first(text: Text, quantity: Quantity, clause: int) -> bool:
    """Whether a number stands at the front of its clause, which is not the first: "…; 9 người được … khen"."""
    front, start = pattern_of("owners", "stands_first"), quantity.number.qualified.start
    return text.lower[clause - 1 : clause] == ";" and front.fullmatch(text.lower, clause, start) is not None
