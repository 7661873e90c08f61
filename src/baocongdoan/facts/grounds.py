"""How a fact came about: which rule told each of its fields, and which words of the article it went by.

Grounds are noted by the resolvers while they resolve, so that an explanation and a confidence speak of the very run
that gave the fact. They are no part of the record contract: ``baocongdoan.explain`` gives them beside the facts.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from msgspec import Struct, field

from ..language.text import Span
from ..records import Extraction, Fact

__all__ = [
    "BodyBy",
    "CountGrounds",
    "DateGrounds",
    "DocumentGrounds",
    "Explained",
    "Ground",
    "Grounded",
    "Grounds",
    "MeasureBy",
    "OrganisationGrounds",
    "OwnerBy",
    "PeriodBy",
    "PersonGrounds",
    "StatusBy",
    "YearBy",
]


class MeasureBy(Enum):
    """What told the measure of a count."""

    CUE = "cue"  # a verb or noun nearby, with the unit's class
    NEIGHBOUR = "neighbour"  # lent by a count beside it
    UNIT = "unit"  # the counted noun alone
    PERCENT = "percent"  # the words around a per cent
    RISE = "rise"  # a rise, a fall or a gap is of no measure
    RAISED = "raised"  # "tăng lên 118": all there are now
    THRESHOLD = "threshold"
    NO_UNION = "no_union"  # union work isn't counted in an article on something else
    NOTHING = "nothing"


class OwnerBy(Enum):
    """What told whose a count is; also where that is nobody."""

    CLAUSE = "clause"  # it acts in the number's clause
    SENTENCE = "sentence"
    AGENT = "agent"  # behind the number: "do … trao"
    EMPLOYER = "employer"  # whose people are counted
    FIRM = "firm"  # wages are of the firm named before
    CARRIED = "carried"  # acted in a sentence before, within the paragraph
    WHOLE_AREA = "whole_area"  # "toàn tỉnh": the union that leads it
    ASSEMBLY = "assembly"  # "Đại hội bầu": of the union that the article is on
    ARTICLE = "article"  # nobody is named: the union that the article is on
    PROTAGONIST = "protagonist"  # nobody is named: the firm that the article is on
    ACT = "act"  # the issuer of the programme in whose title the number stands
    RESTATED = "restated"  # another statement of the same thing
    LOWER_LEVEL = "lower_level"  # a nameless lower level: nobody's
    NOBODY = "nobody"  # of a place, of the economy, of what befell people
    CRITERION = "criterion"  # a threshold is nobody's


class PeriodBy(Enum):
    """What told the period of a count; also where none does."""

    SENTENCE = "sentence"  # a time expression of its own sentence
    LEAD = "lead"  # a headline's: the lead's
    CARRIED = "carried"  # a reporting period that a sentence before left behind
    EVENT = "event"  # the day of the event that the article reports
    PLAN = "plan"  # the time for which targets are set
    SUMMED_UP = "summed_up"  # the time that a meeting or a report sums up
    FEAST = "feast"  # the year of the feast for which something is given
    RESTATED = "restated"  # another statement of the same thing
    PRICE = "price"  # wages and prices are of no period
    NOW = "now"  # "hiện có": as of the day of writing
    YEARLY = "yearly"  # comes again every year
    CRITERION = "criterion"  # a threshold has none
    NOTHING = "nothing"


class StatusBy(Enum):
    """What told the status of a count."""

    WORD = "word"  # in front: strived for, planned, proposed, done
    WORD_BEHIND = "word_behind"  # "sẽ được …"
    AIMS = "aims"  # tasks and targets are counted: they exist
    THRESHOLD = "threshold"
    LISTED = "listed"  # goes on with the proposals in front of it
    CARRIED = "carried"  # goes on with the targets in front of it
    PAIR = "pair"  # "50/100 đoàn viên": the second number is a target, or all there are
    AHEAD = "ahead"  # its period is still to come
    ACT = "act"  # stands in the title of a programme
    RESTATED = "restated"  # a headline's: the statement under it
    NOTHING = "nothing"  # no word says that it is anything but done


class YearBy(Enum):
    """What told the year of a time expression."""

    PRINTED = "printed"  # in the expression itself
    CONTEXT = "context"  # the day of publication and the years spoken of
    GUESSED = "guessed"  # the years spoken of alone: the page shows no day of publication
    NOTHING = "nothing"


class BodyBy(Enum):
    """What told the body of a person's office."""

    PRINTED = "printed"  # with the office
    NOUN = "noun"  # "giám đốc công ty": a common noun for a body named before
    CONTEXT = "context"  # the body spoken of
    NOTHING = "nothing"


class Ground(Struct, frozen=True):
    """What told one field: the rule, the words that it went by, and their lexicon entry ("cues.toml: admit")."""

    by: MeasureBy | OwnerBy | PeriodBy | StatusBy
    at: Span | None = None
    entry: str = ""


class CountGrounds(Struct, frozen=True):
    """The anchor of a count (its number and unit), and what told its fields.

    ``cue`` is the class of the word that told the measure, ``unit_class`` that of the counted noun.
    """

    number: Span
    unit_class: str
    cue: str
    measure: Ground
    owner: Ground
    period: Ground
    status: Ground


class DateGrounds(Struct, frozen=True):
    """The entry of ``dates.toml`` that found a time expression, and what told its year."""

    entry: str
    year: YearBy


class OrganisationGrounds(Struct, frozen=True):
    """The entry of ``organisations.toml`` that found a body; what told its province is in the record (``why``)."""

    entry: str


class DocumentGrounds(Struct, frozen=True):
    """What the citation of an act says itself: its issuer, and whether only its number's letters tell the type."""

    names_issuer: bool
    by_letters: bool


class PersonGrounds(Struct, frozen=True):
    """What made a name a person's ("addressed", …), and what told the body of the first office."""

    signal: str
    body: BodyBy


Grounds = CountGrounds | DateGrounds | OrganisationGrounds | DocumentGrounds | PersonGrounds
"""The grounds of a fact, by its kind."""


class Grounded(Struct, frozen=True):
    """A fact and its grounds."""

    fact: Fact
    grounds: Grounds


class Explained(Struct, frozen=True):
    """What ``baocongdoan.explain`` gives: the extraction, and the grounds of its facts by their ids."""

    extraction: Extraction
    grounds: Mapping[str, Grounds] = field(default_factory=dict)
