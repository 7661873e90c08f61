"""The closed sets of values that fields of records take."""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "DocumentType",
    "Granularity",
    "Level",
    "OrganisationType",
    "PlaceSource",
    "Qualifier",
    "Role",
    "Status",
]


class Role(StrEnum):
    """What a line of the page is to the article."""

    TITLE = "title"
    META = "meta"
    BODY = "body"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"

    @property
    def kept(self) -> bool:
        """Whether lines of this role are part of the article's text.

        >>> Role.CAPTION.kept, Role.META.kept
        (True, False)
        """
        return self in (Role.TITLE, Role.BODY, Role.CAPTION)


class Granularity(StrEnum):
    """How wide a time expression is."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    SCHOOL_YEAR = "school_year"
    RANGE = "range"
    TERM = "term"


class OrganisationType(StrEnum):
    """What sort of body an organisation is."""

    UNION = "union"
    PARTY = "party"
    STATE = "state"
    ENTERPRISE = "enterprise"
    SCHOOL = "school"
    PRESS = "press"
    ASSOCIATION = "association"
    OTHER = "other"


class Level(StrEnum):
    """Where a union stands in the trade-union structure."""

    NATIONAL = "national"
    PROVINCIAL = "provincial"
    DISTRICT = "district"
    COMMUNE = "commune"
    SECTOR = "sector"
    ZONE = "zone"
    GRASSROOTS = "grassroots"


class PlaceSource(StrEnum):
    """What told an organisation's province, the surest first.

    ``NAME`` is the organisation's own name in the article ("LĐLĐ tỉnh Yên Bái"). Where the name leaves the place out
    ("LĐLĐ tỉnh"), the headline or the dateline told it ("Yên Bái: …"), else any other words of the article, and last
    the newspaper: the site or the press that is one province's own.
    """

    NAME = "name"
    HEADLINE = "headline"
    DATELINE = "dateline"
    TEXT = "text"
    NEWSPAPER = "newspaper"


class DocumentType(StrEnum):
    """The kind of a cited act (nghị quyết, quyết định, …)."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    DIRECTIVE = "directive"
    PLAN = "plan"
    GUIDANCE = "guidance"
    CONCLUSION = "conclusion"
    PROGRAMME = "programme"
    SCHEME = "scheme"
    CHARTER = "charter"
    LAW = "law"
    DECREE = "decree"
    CIRCULAR = "circular"
    DISPATCH = "dispatch"
    REGULATION = "regulation"
    NOTICE = "notice"
    OTHER = "other"


class Qualifier(StrEnum):
    """How exactly a number is meant."""

    EXACT = "exact"
    OVER = "over"
    NEARLY = "nearly"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Status(StrEnum):
    """Whether a number was reached, is wanted, is asked for, or only marks a threshold."""

    REPORTED = "reported"
    TARGET = "target"
    PROPOSED = "proposed"
    CRITERION = "criterion"
