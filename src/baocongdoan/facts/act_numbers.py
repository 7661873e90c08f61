"""The number of an act: closed up, taken apart, compared.

"399/QĐ - CHK" is 399/QĐ-CHK: a serial, perhaps a year, and letters that tell the type and the issuer.
"""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from ..language.fold import fold
from ..lexicon.kept import compiled
from ..mentions.documents import type_of_letters
from ..records import DocumentType

__all__ = ["ActNumber"]

_PARTS = compiled(r"(?P<serial>\d+\p{L}?)(?P<tail>(?:[/-].*)?)")
_YEAR = compiled(r"/(?P<year>(?:19|20)\d\d)(?![\d\p{L}])")
_LETTERS = compiled(r"\p{L}[\p{L}&]*\d{0,2}")


class ActNumber(Struct, frozen=True, dict=True):
    """A number as it is reported (``printed``: spaces closed up) with its parts.

    >>> number = ActNumber.of("35/2016/TT - BGTVT")
    >>> number.printed, number.serial, number.year, number.letters
    ('35/2016/TT-BGTVT', '35', '2016', ('TT', 'BGTVT'))
    >>> ActNumber.of("12").like(ActNumber.of("13/2024/NĐ-CP")).printed
    '12/2024/NĐ-CP'
    """

    printed: str

    @classmethod
    def of(cls, words: str) -> ActNumber:
        """The number that the words print, spaces closed up and dashes made one."""
        return cls("".join(fold(words).split()))

    @cached_property
    def serial(self) -> str:
        """The running number with its letter ("4a"), without leading noughts."""
        found = _PARTS.match(self.printed)
        return (found["serial"] if found else self.printed).lstrip("0").lower()

    @cached_property
    def tail(self) -> str:
        """What follows the serial."""
        found = _PARTS.match(self.printed)
        return found["tail"] if found else ""

    @cached_property
    def year(self) -> str | None:
        """The year in the number, which is no issue date."""
        found = _YEAR.search(self.tail)
        return found["year"] if found else None

    @cached_property
    def letters(self) -> tuple[str, ...]:
        """The groups of letters, in order."""
        return tuple(_LETTERS.findall(self.tail))

    @property
    def type(self) -> DocumentType | None:
        """The type of act that the first letters stand for."""
        return type_of_letters(self.letters[0]) if self.letters else None

    @property
    def issuers(self) -> tuple[str, ...]:
        """The letters that stand for the issuer: behind the type, or the first ones of a letter from office to office.

        >>> ActNumber.of("17/2009/TTLT-BTC-BNV").issuers, ActNumber.of("10287/BNV-CTL&BHXH").issuers
        (('BTC', 'BNV'), ('BNV',))
        """
        if not self.letters:
            return ()
        if self.type is None:
            return self.letters[:1]
        return self.letters[1:] or self.letters[:1]

    def like(self, other: ActNumber) -> ActNumber:
        """The number with the letters of a later one in its list, where it has none of its own."""
        return self if self.tail else ActNumber(self.printed + other.tail)

    def may_be(self, other: ActNumber) -> bool:
        """Whether the two can be one act's number, the one shorter than the other.

        >>> ActNumber.of("40").may_be(ActNumber.of("40/2018/NĐ-CP"))
        True
        >>> ActNumber.of("40/2012/NĐ-CP").may_be(ActNumber.of("40/2018/NĐ-CP"))
        False
        """
        if self.serial != other.serial or (self.year and other.year and self.year != other.year):
            return False
        mine, theirs = self.letters, other.letters
        shorter, longer = sorted((mine, theirs), key=len)
        return longer[: len(shorter)] == shorter or longer[-len(shorter) :] == shorter
