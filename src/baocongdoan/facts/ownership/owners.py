"""Whose number it is: the body that did it, or whose people it is about.

The doer is the name in front of the number that no preposition makes an object, in its own clause first; a sentence
without a doer goes on with the one of the sentences before it in the paragraph, and then it is the union the article
speaks of. A lower level that is set against a named union ("công đoàn cấp trên trực tiếp cơ sở tổ chức 13 lớp") has no
name, and what is nobody's doing (``nobody``) has no owner.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from msgspec import Struct, structs

from ...language.text import Span, Text
from ...lexicon.loader import pattern_of, words
from ...mentions.quantities import Quantity
from ...records import Level, OrganisationType, Role, Status
from ..entities.bodies import EMPLOYERS
from ..entities.canonical import federation_of, same_name
from ..entities.organisations import Directory, ResolvedMention
from ..entities.references import find_references
from ..grounds import Ground, OwnerBy
from .acting_provinces import find_acting_provinces
from .agents import agent_behind, lower_agent_behind, named_with_brackets
from .areas import Areas, is_on_province, opens_with_province
from .doers import Doers
from .in_turn import one_in_turn
from .levels import LEADING, LOWER
from .nobody import LOOSE, Nobody, is_pay
from .parts import stands_before
from .subjects import bracket_around, first_of_joint, named_behind, stands_first, told_beside
from .units_in_turn import find_units_in_turn

__all__ = ["Owner", "Owners"]

_OFTEN = 2  # mentions of the firm that an article is on
_NAME_BEHIND = 80  # code points within which the name of an employer ends
_NAMES_BEFORE = 12  # the names among which a firm is looked for
_WORKERS = frozenset({"worker", "person", "member"})
_BEFELL = frozenset({"strike", "harm"})
_STAFF = frozenset({"strikers", "workers_total", "other", "event_participants"})
_PEOPLE_OF = frozenset({"training_participants"})  # people trained elsewhere belong to their own union
_AT_EVENT = frozenset({"event_participants", "workers_total", "members_total"})
_CAME = frozenset({"event_participants", "members_total"})
_BY_LEVEL = frozenset({"inspections", "training_classes", "training_participants", "dialogues", "events"})
"""What each level of unions holds for itself; "cấp cơ sở 90 sáng kiến" tells the grade of ideas instead."""
_OF_MEMBERS = frozenset({"members_total", "members_admitted", "party_nominees"})
_OF_UNIONS = frozenset({"unions_founded", "unions_received", "unions_reorganised"})


class Owner(Struct, frozen=True):
    """The canonical name of the body that a number belongs to, and what told it; null for nobody."""

    name: str | None
    why: Ground

    @classmethod
    def of(cls, mention: ResolvedMention, by: OwnerBy) -> Owner:
        """The body that a mention means."""
        return cls(mention.name, Ground(by, mention.span, mention.through))


class Owners:
    """The doers of an article, asked count by count in the order of the text."""

    def __init__(self, text: Text, directory: Directory) -> None:
        self._text, self._lead = text, text.lead  # which goes through all lines: not to be asked for each count
        self._directory = directory
        references = (*find_references(text, directory.mentions), *find_units_in_turn(text, directory))
        self._doers = Doers(text, directory, references)
        self._nobody = Nobody(text, directory)
        self._in_bracket: tuple[int, Owner, int] | None = None  # where it opens, whose its last number is, and where
        self._first_firm = next((m for m in directory.mentions if m.type in EMPLOYERS), None)
        self._unions_of_units = dict(_unions_of_units(directory))
        self._of_article = self._doers.of_lead() or directory.main
        self._is_on_union = self._is_named_early(self._of_article)
        if (
            self._last("unions_of_province", text.lead) is not None
            or opens_with_province(text, directory)
            or (self._of_article and self._leads_no_province() and is_on_province(text, directory))
        ):
            # "Các cấp công đoàn tỉnh …": it leads them
            if self._leads_no_province():
                self._of_article = federation_of(directory.place) or self._of_article
            self._is_on_union = self._of_article is not None
        elif (
            pattern_of("owners", "whole_country").search(text.lower, 0, text.lines[0].span.end if text.lines else 0)
            or self._last("unions_of_country", text.lead) is not None
        ):
            # "Cả nước thêm 90.000 đoàn viên", "Các cấp công đoàn cả nước …": it speaks of the Confederation's people
            leading = (m.name for m in directory.within(text.lead) if m.level is Level.NATIONAL)
            self._of_article = next(leading, self._of_article)
            self._is_on_union = self._is_named_early(self._of_article)
        self._level_of_article = self._level_of(self._of_article)
        if self._level_of_article in LEADING and self._last("all_unions", text.lead) is not None:
            self._is_on_union = True
        self._areas = Areas(text, directory, self._of_article, self._level_of_article)
        self._is_of_confederation = self._level_of_article is Level.NATIONAL
        if self._is_of_confederation and self._is_on_union:
            acting = find_acting_provinces(text, directory.day)
            self._doers = Doers(text, directory, (*references, *acting))
        self._protagonist = None if self._is_on_union else self._firm_of_article()

    def _last(self, name: str, stretch: Span) -> Span | None:
        """Where the last match of a pattern of the lexicon stands."""
        found = [*pattern_of("owners", name).finditer(self._text.lower, stretch.start, stretch.end)]
        return Span(*found[-1].span()) if found else None

    def _level_of(self, name: str | None) -> Level | None:
        return next((mention.level for mention in self._directory.mentions if mention.name == name), None)

    def _leads_no_province(self) -> bool:
        return self._level_of(self._of_article) not in (Level.NATIONAL, Level.PROVINCIAL)

    def of(self, quantity: Quantity, measure: str, status: Status | None, cue: str = "") -> Owner:
        """The body that a quantity belongs to, or that nobody is told.

        ``cue`` is the class of the word that told the measure.
        """
        if status is Status.CRITERION:
            return Owner(None, Ground(OwnerBy.CRITERION))
        if self._nobody.is_index(quantity, measure):
            return Owner(None, Ground(OwnerBy.NOBODY))
        index = self._text.sentence_at(quantity.number.span.start)
        sentence, position = self._text.sentences[index], quantity.number.span.start
        bracket = bracket_around(self._text, sentence, position)
        if bracket >= 0 and self._in_bracket is not None and self._in_bracket[0] == bracket:
            told, at = self._in_bracket[1:]
            if not self._directory.within(Span(at, position)):
                return told
        owner = self._owner(quantity, measure, status, cue, index)
        if measure in _OF_MEMBERS and owner.name in self._unions_of_units:  # "Công ty có 900 đoàn viên": its union has
            owner = structs.replace(owner, name=self._unions_of_units[owner.name])
        self._in_bracket = (bracket, owner, position) if bracket >= 0 else None
        return owner

    def _owner(self, quantity: Quantity, measure: str, status: Status | None, cue: str, index: int) -> Owner:
        """The owner by the words around the number alone."""
        sentence, position = self._text.sentences[index], quantity.number.span.start
        beside = (
            named_with_brackets(self._text, self._directory, sentence, position)
            or one_in_turn(self._text, self._directory, sentence, position)
            or told_beside(self._text, self._directory, quantity, measure, sentence)
        )
        if beside is not None:
            return Owner.of(beside, OwnerBy.CLAUSE)
        attended = self._doers.tells_who_attends(sentence)
        with_officers = measure not in _AT_EVENT and not attended
        only_came = attended and measure in _CAME
        doers = [] if only_came else self._doers.before(sentence, position, with_officers=with_officers)
        clause = Span(self._text.lower.rfind(";", sentence.start, position) + 1 or sentence.start, position)
        in_clause = [mention for mention in doers if mention.span.start >= clause.start]
        lower_level = self._last("lower_level", clause)
        if lower_level is not None and doers and (not in_clause or self._is_among(lower_level, in_clause[-1])):
            return Owner(None, Ground(OwnerBy.LOWER_LEVEL, lower_level))
        if measure in _BY_LEVEL and (level := self._level_in_turn(quantity, sentence)) is not None:
            return Owner(None, Ground(OwnerBy.LOWER_LEVEL, level))
        if (
            measure not in _PEOPLE_OF
            and (lower_agent := lower_agent_behind(self._text, quantity, sentence)) is not None
        ):
            return Owner(None, Ground(OwnerBy.LOWER_LEVEL, lower_agent))
        country = self._last("country_has", Span(sentence.start, position))
        if country is not None and not in_clause and measure not in LOOSE:
            national = (mention.name for mention in self._directory.mentions if mention.level is Level.NATIONAL)
            return Owner(next(national, None), Ground(OwnerBy.WHOLE_AREA, country))
        whole_area = self._areas.last_in(Span(sentence.start, position), doers)
        if whole_area is not None and not (doers and doers[-1].span.end > whole_area.start):
            return Owner(
                self._areas.leader(whole_area, sentence, measure, doers), Ground(OwnerBy.WHOLE_AREA, whole_area)
            )
        employer = self._employer(quantity, measure, befell=cue in _BEFELL)
        if employer is not None:
            return Owner.of(employer, OwnerBy.EMPLOYER)
        if in_clause:
            return Owner.of(first_of_joint(self._text, in_clause), OwnerBy.CLAUSE)
        agent = agent_behind(self._text, self._directory, quantity, sentence) if measure not in _PEOPLE_OF else None
        if doers and (agent is None or not stands_first(self._text, quantity, clause.start)):
            return Owner.of(doers[0], OwnerBy.SENTENCE)
        agent = agent or named_behind(self._text, self._directory, sentence, position)
        if agent is not None:
            return Owner.of(agent, OwnerBy.AGENT)
        return self._unnamed(quantity, measure, index, is_target=status is Status.TARGET)

    def _level_in_turn(self, quantity: Quantity, sentence: Span) -> Span | None:
        """The lower level to which a number is given in a list of levels: "…; cấp tỉnh 9 cuộc, cơ sở 90 cuộc"."""
        start = quantity.number.qualified.start
        found = pattern_of("owners", "level_in_turn").match(self._text.lower, sentence.start, start)
        return Span(*found.span()) if found is not None else None

    def _is_among(self, lower: Span, last: ResolvedMention) -> bool:
        """Whether the doer named last stands in front of the lower levels, or is but one of those that they list: "các
        LĐLĐ huyện, thành phố, công đoàn ngành mở 37 lớp"."""
        if lower.start > last.span.end:
            return True
        between = pattern_of("owners", "listed_levels").fullmatch(self._text.lower, lower.end, last.span.start)
        return last.short and between is not None

    def _unnamed(self, quantity: Quantity, measure: str, index: int, *, is_target: bool) -> Owner:
        """The owner of a number in whose sentence no body acts."""
        sentence = self._text.sentences[index]
        if self._is_of_first_committee(quantity, sentence):
            founded = self._founded_before(quantity.number.span.start)
            if founded is not None:
                return Owner.of(founded, OwnerBy.ASSEMBLY)
        if pattern_of("owners", "assembly").match(self._text.lower, sentence.start):
            return Owner(self._of_article or self._protagonist, Ground(OwnerBy.ASSEMBLY))  # "Hội nghị" may be a firm's
        if (at_place := self._areas.of_place(sentence, measure)) is not None:
            return Owner.of(at_place, OwnerBy.WHOLE_AREA)
        if not (is_target and measure == "share") and self._nobody.owns(
            quantity, measure, index, on_union=self._is_on_union
        ):
            is_loose = measure in LOOSE and quantity.unit_class != "enterprise"
            return self._of_protagonist() if is_loose else Owner(None, Ground(OwnerBy.NOBODY))
        lower = pattern_of("owners", "lower_unions").match(self._text.lower, sentence.start)
        if lower is not None and measure not in LOOSE:
            return Owner(None, Ground(OwnerBy.LOWER_LEVEL, Span(*lower.span())))
        carried = self._doers.carried_to(index, self._of_article)
        if not is_target and is_pay(self._text, quantity, measure):  # wages and rents have no doer but a firm
            firm = self._firm_before(quantity.number.span.start)
            return Owner.of(firm, OwnerBy.FIRM) if firm is not None else self._of_protagonist()
        line = self._text.line_around(quantity.number.span.start)
        if carried is not None and (
            self._is_of_lower_levels(quantity, carried)
            or _founds_none(carried, measure)
            or self._tells_of_many(carried, sentence)
        ):
            carried = None  # "LĐLĐ huyện A kết nạp 1.286 người. Sáu huyện chưa đạt": the province speaks
        if carried is not None and line.role is not Role.TITLE and not self._only_receives(carried, quantity, sentence):
            return Owner.of(carried, OwnerBy.CARRIED)
        if self._speaks_of_unions(measure, index):
            return Owner(self._of_article, Ground(OwnerBy.ARTICLE))
        return self._of_protagonist()

    def _is_of_first_committee(self, quantity: Quantity, sentence: Span) -> bool:
        """Whether the first officers of a union that was just founded are counted."""
        elected = Span(sentence.start, quantity.number.span.start)
        return (
            pattern_of("owners", "provisional").match(self._text.lower, sentence.start) is not None
            or self._last("elects_committee", elected) is not None
            or pattern_of("owners", "into_committee").match(self._text.lower, quantity.number.span.end) is not None
        )

    def _founded_before(self, position: int) -> ResolvedMention | None:
        """The last union named that was founded."""
        named = islice(self._directory.backwards(position), _NAMES_BEFORE)
        return next((mention for mention in named if stands_before(self._text, "founded", mention)), None)

    def _of_protagonist(self) -> Owner:
        """The firm that the article is on, else nobody."""
        return Owner(self._protagonist, Ground(OwnerBy.PROTAGONIST if self._protagonist else OwnerBy.NOBODY))

    def _is_of_lower_levels(self, quantity: Quantity, carried: ResolvedMention) -> bool:
        """Whether districts, firms or other units are counted, as only a body above them does."""
        if quantity.unit_class == "enterprise" and carried.type is OrganisationType.ENTERPRISE:
            return True
        if carried.name == self._of_article or carried.level not in LOWER or not self._is_on_union:
            return False
        return quantity.unit_text.lower().startswith(words("owners", "units_below"))

    def _tells_of_many(self, carried: ResolvedMention, sentence: Span) -> bool:
        """Whether the sentence is on grassroots unions, of which one that was told of before leads none."""
        many = pattern_of("owners", "many_unions").match(self._text.lower, sentence.start)
        return many is not None and carried.level is Level.GRASSROOTS

    def _only_receives(self, body: ResolvedMention, quantity: Quantity, sentence: Span) -> bool:
        """Whether the body, of which the sentences before speak, is given the number and gave nothing."""
        if body.level is not Level.GRASSROOTS:
            return False
        position = quantity.number.span.start
        return pattern_of("owners", "receives").search(self._text.lower, sentence.start, position) is not None

    def _speaks_of_unions(self, measure: str, index: int) -> bool:
        """Whether an unnamed doer is the union of the article.

        Everything is, if the article is on the union from its headline or lead on. Else what only unions count is its,
        and the rest if the sentence itself speaks of unions; but not the Confederation's, which most articles name.
        """
        if self._is_on_union or self._is_of_confederation:
            return self._is_on_union
        if measure not in LOOSE:
            return True
        sentence = self._text.sentences[index]
        return pattern_of("domain", "union_work").search(self._text.lower, sentence.start, sentence.end) is not None

    # --- firms ---------------------------------------------------------------------------------------------------

    def _employer(self, quantity: Quantity, measure: str, *, befell: bool) -> ResolvedMention | None:
        """The firm or school whose people are counted: "1.000 công nhân Công ty …".

        Strikers, and people whom something befell, are of the firm that was named last, or that the article names.
        """
        if measure not in _STAFF or quantity.unit is None:
            return None
        counts_firms = quantity.unit_class == "enterprise"  # "17 công ty" names none
        start = quantity.unit.end if counts_firms else quantity.unit.start
        behind = self._directory.within(Span(start, quantity.unit.end + _NAME_BEHIND))[:1]
        for mention in behind:
            gap = self._text.lower[quantity.unit.end : mention.span.start]
            if mention.type in EMPLOYERS and gap.strip() in ("", "của"):
                return mention
        is_staff = befell or (self._protagonist and quantity.unit_class == "worker")
        if quantity.unit_class not in _WORKERS or not is_staff:
            return None
        position = quantity.number.span.start
        sentence = self._text.sentence_around(position)
        if self._doers.before(sentence, position, with_officers=False):
            return None
        anywhere = not (self._is_on_union and quantity.unit_class == "member")  # who may be of any firm
        return self._firm_before(position, whole_article=anywhere) or (self._first_firm if anywhere else None)

    def _firm_before(self, position: int, *, whole_article: bool = False) -> ResolvedMention | None:
        """The last firm or school named in the paragraph (or in the article) in front of an offset."""
        start = 0 if whole_article else self._text.paragraph_start(position)
        named = islice(self._directory.backwards(position), _NAMES_BEFORE)
        return next((m for m in named if m.span.start >= start and m.type in EMPLOYERS), None)

    def _is_named_early(self, name: str | None) -> bool:
        """Whether the headline or the lead names the body."""
        lead = self._lead.end
        named = (mention for mention in self._directory.mentions if mention.name == name)
        return any(m.span.end <= lead or stands_before(self._text, "tells_this", m) for m in named)

    def _firm_of_article(self) -> str | None:
        """The firm or school that an article is on: named at its beginning, and more often than any other body."""
        named = Counter(mention.name for mention in self._directory.mentions)
        first = self._first_firm
        if first is not None and named[first.name] < max(*named.values(), _OFTEN):
            return None
        if first is None and all(mention.type is not OrganisationType.UNION for mention in self._directory.mentions):
            # "Theo BHXH TP. Hà Nội, …", and no union anywhere: a local body speaks of its own
            first = next((mention for mention in self._directory.mentions[:1] if mention.province is not None), None)
        return first.name if first is not None and self._is_named_early(first.name) else None


def _unions_of_units(directory: Directory) -> Iterator[tuple[str | None, str]]:
    """The firms, schools and offices whose unions are named, too, with their unions."""
    others = (mention.name for mention in directory.mentions if mention.type is not OrganisationType.UNION)
    units = {same_name(name): name for name in others}
    for mention in directory.mentions:
        words = pattern_of("organisations", "union_of").match(mention.name.lower()) if units else None
        unit = units.get(same_name(mention.name[words.end() :])) if words is not None else None
        if unit is not None:
            yield unit, mention.name


def _founds_none(body: ResolvedMention, measure: str) -> bool:
    """Whether the count is of grassroots unions, which no firm founds or takes over."""
    return body.type in EMPLOYERS and measure in _OF_UNIONS
