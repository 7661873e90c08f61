"""The part that a body has in its sentence, by the words around its name: it acts, or others act on it or beside it."""

from __future__ import annotations

from enum import Enum, auto

from ...language.text import Span, Text
from ...lexicon.loader import load, pattern_of
from ..entities.organisations import ResolvedMention
from .agents import SELDOM
from .nobody import speaks_for_itself
from .units_in_turn import IN_TURN

__all__ = ["Part", "acts", "part_of", "stands_before"]

_LOOK_BACK = 40
_PROGRAMME = 120  # code points of a programme's title, with what stands around it
_CLAUSE = 150  # code points back in which the verb of a clause stands
_FUNDS = frozenset({"fund", "fund_in_lower_case"})


class Part(Enum):
    """What a body is in its sentence."""

    DOER = auto()
    OFFICERS_BODY = auto()  # an officer of it is named
    OBJECT = auto()  # and so are those listed behind it
    NONE = auto()


def part_of(text: Text, mention: ResolvedMention, sentence: Span, end: int, *, is_guest: bool) -> Part:
    """The part of a body in its sentence, of which all in front of ``end`` counts.

    ``is_guest`` says that the article is on another body, and this one acts only with a verb behind.
    """
    lower, start, behind = text.lower, mention.span.start, mention.span.end
    if mention.through == IN_TURN:
        return Part.DOER
    low = max(sentence.start, start - _LOOK_BACK)
    patterns = load("owners")

    def is_behind(name: str) -> bool:
        return patterns.pattern(name).match(lower, low, start) is not None

    if patterns.pattern("topic").fullmatch(lower, sentence.start, start):
        return Part.NONE if patterns.pattern("others_act").match(lower, behind) else Part.DOER
    if is_behind("source"):
        return Part.DOER if speaks_for_itself(mention) else Part.NONE
    if is_behind("agent_in_front") and patterns.pattern("work_of").match(lower, behind):
        is_elsewhere = ";" in lower[behind:end] or patterns.pattern("takes_part").match(
            lower, max(sentence.start, start - _CLAUSE), start
        )
        return Part.OBJECT if is_elsewhere else Part.DOER
    if _is_what_counts(text, mention, end, is_founded=is_behind("founded")):
        return Part.DOER
    if is_behind("clauses_joined") and acts(text, mention):
        return Part.DOER  # "LĐLĐ tỉnh hỗ trợ 300 triệu đồng và Công đoàn Y tế tặng 90 suất quà"
    if is_behind("not_the_doer"):
        return Part.DOER if _is_host(text, mention, sentence) else Part.OBJECT
    if is_behind("relative") and patterns.pattern("sets").match(lower, behind):
        return Part.NONE
    if patterns.pattern("is_the_place").match(lower, behind):
        return Part.NONE
    if is_behind("when") and patterns.pattern("steps_in").match(lower, behind):
        return Part.NONE  # "Sau khi LĐLĐ huyện vào cuộc, công ty đồng ý trả 90 triệu đồng"
    if is_behind("whose_people") and patterns.pattern("apposition_ends").match(lower, behind):
        return Part.NONE  # "Giải Nhất thuộc về chị Lê Thị Na (Công ty TNHH Sao Mai)"
    if patterns.pattern("title_ends").match(lower, behind, end) and lower.count('"', sentence.start, start) % 2:
        return Part.NONE
    if is_behind("officer_before"):
        return Part.OFFICERS_BODY if speaks_for_itself(mention) else Part.NONE
    is_seldom = is_guest or mention.type in SELDOM or mention.why in _FUNDS
    return Part.NONE if is_seldom and not acts(text, mention) else Part.DOER


def _is_what_counts(text: Text, mention: ResolvedMention, end: int, *, is_founded: bool) -> bool:
    """Whether people or things of the body are the subject of the clause, or its members are told as it is founded."""
    lower, behind, patterns = text.lower, mention.span.end, load("owners")
    if stands_before(text, "team_of", mention) and patterns.pattern("acts").match(lower, behind):
        return True
    programme = patterns.pattern("programme_of").match(
        lower, max(0, mention.span.start - _PROGRAMME), mention.span.start
    )
    if programme is not None and patterns.pattern("acts").match(lower, behind):
        return True
    if stands_before(text, "possession_of", mention) and patterns.pattern("counts").match(lower, behind):
        return True
    return is_founded and patterns.pattern("its_members").fullmatch(lower, behind, end) is not None


def _is_host(text: Text, mention: ResolvedMention, sentence: Span) -> bool:
    """Whether the sentence tells how many came to what the body holds: "900 công nhân dự hội thi của LĐLĐ huyện"."""
    start = mention.span.start
    if not text.lower.endswith("của ", sentence.start, start):
        return False
    people = pattern_of("owners", "people_come").match(text.lower, sentence.start, start)
    return (
        people is not None and pattern_of("owners", "comes_to").fullmatch(text.lower, people.end(), start) is not None
    )


def stands_before(text: Text, name: str, mention: ResolvedMention) -> bool:
    """Whether a pattern of the lexicon stands right in front of a name, be it in the sentence before."""
    start = mention.span.start
    return pattern_of("owners", name).match(text.lower, max(0, start - _LOOK_BACK), start) is not None


def acts(text: Text, mention: ResolvedMention) -> bool:
    """Whether a verb stands right behind the name."""
    return pattern_of("owners", "verb_behind").match(text.lower, mention.span.end) is not None
