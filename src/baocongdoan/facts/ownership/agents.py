"""Doers told behind a number, or in front of the brackets that it stands in."""

from __future__ import annotations

from ...language.text import Span, Text
from ...lexicon.loader import pattern_of
from ...mentions.quantities import Quantity
from ...records import OrganisationType
from ..entities.organisations import Directory, ResolvedMention

__all__ = ["SELDOM", "agent_behind", "lower_agent_behind", "named_with_brackets"]

SELDOM = frozenset({OrganisationType.PRESS, OrganisationType.PARTY})
"""Bodies that are named more often than they act."""

_PEOPLE = frozenset({"member", "worker", "person", "officer", "delegate", "team", "attendance"})
_REACH = 180  # code points behind a number in which the doer follows
_MOVED = frozenset({"member", "union", "worker", "enterprise", "officer"})
"""Classes of what one body takes over from another: "74 CĐCS với 8.215 đoàn viên từ LĐLĐ huyện"."""


def agent_behind(text: Text, directory: Directory, quantity: Quantity, sentence: Span) -> ResolvedMention | None:
    """The body behind "do" or "từ": "1.200 vé xe do LĐLĐ tỉnh trao"."""
    pattern, start = pattern_of("owners", "agent_behind"), quantity.span.end
    is_moved = quantity.unit_class in _MOVED
    patterns = [pattern, pattern_of("owners", "agent_of_both")]  # of both only where no other name is in between
    host = pattern_of("owners", "comes_to") if quantity.unit_class in _PEOPLE else None
    for mention in directory.within(Span(start, max(sentence.end, start))):
        if mention.span.start - start > _REACH:
            break
        is_agent = any(told.fullmatch(text.lower, start, mention.span.start) for told in patterns)
        is_agent = is_agent or (host is not None and host.fullmatch(text.lower, start, mention.span.start) is not None)
        patterns = [pattern]
        if is_agent and mention.type not in SELDOM:
            return None if is_moved and _gives_away(text, mention, start) else mention
    return None


def _gives_away(text: Text, mention: ResolvedMention, start: int) -> bool:
    """Whether what is counted comes from the body: "2 CĐCS từ LĐLĐ huyện", "2 CĐCS do LĐLĐ huyện bàn giao"."""
    if pattern_of("owners", "moved_from").fullmatch(text.lower, start, mention.span.start):
        return True
    return pattern_of("owners", "hands_over").match(text.lower, mention.span.end) is not None


def lower_agent_behind(text: Text, quantity: Quantity, sentence: Span) -> Span | None:
    """The lower level behind "do": "32 lớp do công đoàn cấp trên trực tiếp cơ sở mở"."""
    behind = quantity.span.end
    found = pattern_of("owners", "lower_level").search(text.lower, behind, sentence.end)
    is_agent = found is not None and pattern_of("owners", "done_by").fullmatch(text.lower, behind, found.start())
    return Span(*found.span()) if found is not None and is_agent else None


def named_with_brackets(text: Text, directory: Directory, sentence: Span, position: int) -> ResolvedMention | None:
    """The body behind whose name the brackets around a number open: "LĐLĐ huyện (5 CĐCS, 870 đoàn viên)"."""
    opens = text.lower.rfind("(", sentence.start, position)
    if opens < 0 or ")" in text.lower[opens:position]:
        return None
    named = directory.before(opens)
    if named is None or named.type in SELDOM or text.lower[named.span.end : opens].strip():
        return None
    return named
