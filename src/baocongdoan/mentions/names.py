"""Where a name of capitalised words ends: "Công ty TNHH may mặc Hoa Mai | cho biết"."""

from __future__ import annotations

from functools import cache

import regex

from ..language.text import Text
from ..lexicon.kept import compiled
from ..lexicon.loader import any_of, one_of, pattern_of, word_set, words
from ..records import OrganisationType

__all__ = ["country_end", "is_no_name", "name_end", "office_before", "person_at", "without_officer"]

_LEXICON = "organisations"
_LONGEST_NAME = 16  # pieces; no name in the news is longer in one breath
_NATION_REACH = 9  # characters of " việt nam"
_OFFICE_REACH = 40  # characters in which an office stands before its body

_CAPITAL = compiled(r"(?:\p{Lu}|\d{1,3}(?![\d.,/%]))[\p{L}\d]*+(?:[.'&-](?=[\p{L}\d])[\p{L}\d]++)*+")
_SPACE = compiled(r" {1,2}(?=[\p{Lu}\d])")
_JOINT = compiled(r"(?P<spaced> - | & )(?=\p{Lu})|(?:-|/|&|- )(?=\p{Lu})")
_QUOTED = compiled(r' {0,2}"(?=\p{Lu})[^"\n]{2,40}"')


def country_end(text: Text, position: int) -> int | None:
    """Where the foreign country that follows ends ("Quốc hội Pháp"); ``None`` where none follows.

    >>> country_end(Text.plain("Quốc hội Pháp họp"), 8)
    13
    """
    found = any_of(_LEXICON, "countries", " ").match(text.folded, position)
    return found.end() if found is not None else None


def name_end(text: Text, position: int, *, trades: bool = False) -> int | None:
    """Where the run of capitalised words that follows the position ends; ``None`` where none follows.

    ``trades`` allows lower-case words of trade in front of the first capital, as companies have them.

    >>> text = Text.plain("Công ty cổ phần may Hoa Mai Việt Nam cho biết")
    >>> text.raw[: name_end(text, 7, trades=True)]
    'Công ty cổ phần may Hoa Mai Việt Nam'
    """
    end = _first_piece(text, position, trades=trades)
    if end is None:
        return None
    for _ in range(_LONGEST_NAME):
        step = _next_piece(text, end) or _second_syllable(text, position, end)
        if step is None:
            break
        end = step
    return end


_LONE_SYLLABLE = compiled(r"(?<!(?<!\p{Lu})\p{Lu}\p{Ll}{0,6}(?: -)?) \p{Lu}\p{Ll}{1,6}$")
_LOWER_WORD = compiled(r" (?P<word>\p{Ll}+)(?!\p{L})(?: (?P<word>\p{Ll}+)(?= \p{Lu}\p{Ll}))?+")


def _second_syllable(text: Text, position: int, end: int) -> int | None:
    """The rest of a word of which one capitalised syllable stands alone: "Cục Xúc | tiến thương mại".

    One further word may lead to the next capital: "Công ty Lọc | hóa dầu Sông Trà".

    No Vietnamese name is one syllable long, so what follows it belongs to it, unless it is a word of grammar or the
    syllable ends a word that began in lower case ("miền Bắc").
    """
    syllable = _LONE_SYLLABLE.search(text.folded[position:end])
    rest = _LOWER_WORD.match(text.folded, end)
    if syllable is None or rest is None:
        return None
    if syllable[0].isascii() and not _is_of_vietnamese_word(text, syllable[0].strip(), rest):
        return None
    inner = any_of(_LEXICON, "inner_words", " ", "$")
    grammar = word_set(_LEXICON, "function_words")
    first, *further = rest.captures("word")
    if first in grammar or inner.search(text.lower[position:end]):
        return None
    return rest.end() if grammar.isdisjoint(further) else end + 1 + len(first)


_SYLLABLE = compiled("(?:[bdhklmnprstvx]|c|ch|gh?|gi|kh|ngh?|nh|ph|qu|th|tr)?[aeiouy]{1,3}(?:[cmnpt]|ch|ng|nh)?")


def _is_of_vietnamese_word(text: Text, syllable: str, rest: regex.Match[str]) -> bool:
    """Whether a syllable without accents begins a Vietnamese word within a name: "Hoa | tiêu Hàng hải"."""
    return (
        _SYLLABLE.fullmatch(syllable.lower()) is not None
        and not rest["word"].isascii()
        and _SPACE.match(text.folded, rest.end()) is not None
    )


def _first_piece(text: Text, position: int, *, trades: bool) -> int | None:
    quoted = _QUOTED.match(text.folded, position)
    if quoted is not None:
        return quoted.end()
    row = _trades().match(text.lower, position) if trades else None
    if row is not None and not _ends_in_joint(row[0].strip(), whole=True):
        quoted = _QUOTED.match(text.folded, row.end())
        end = quoted.end() if quoted is not None else _behind_trades(text, row)
        if end is not None:
            return end
    end = _capital(text, position) or _numbered(text, position)
    if end is not None:
        return end
    inner = any_of(_LEXICON, "inner_words", " ").match(text.lower, position)
    if inner is not None:
        return None if _governs_number(text, inner) else _capital(text, inner.end())
    joint = _JOINT.match(text.folded, position)
    return _behind_joint(text, joint) if joint is not None else None


def _ends_in_joint(row: str, *, whole: bool = False) -> bool:
    joint = pattern_of(_LEXICON, "and")
    return (joint.fullmatch(row) if whole else joint.search(row)) is not None


@cache
def _trades() -> regex.Pattern[str]:
    return any_of(_LEXICON, "trades", "(?:[ ,-]{1,3}", r"(?!\p{L}))++")


def _behind_trades(text: Text, row: regex.Match[str]) -> int | None:
    if _ends_in_joint(row[0]) and any_of(_LEXICON, "next_heads", " ").match(text.folded, row.end()):
        return _capital(text, row.start())  # "Tổng công ty Khí và | Công đoàn Viện Dầu khí": another body
    if _governs_number(text, row):
        return None
    return _capital(text, row.end()) or _behind_odd_words(text, row) or _ends_in_capital(text, row)


def _governs_number(text: Text, row: regex.Match[str]) -> bool:
    """Whether words in lower case and without a legal form are what somebody does with what is counted behind them:
    "công ty xây dựng | 3 căn nhà"; "công ty cổ phần xây dựng 3" is a name."""
    if not text.folded[row.end() : row.end() + 2].strip().isdecimal():
        return False
    is_lower = text.folded[row.start() : row.end()].islower()
    return is_lower and word_set(_LEXICON, "legal_ends").isdisjoint(row[0].split())


def _ends_in_capital(text: Text, row: regex.Match[str]) -> int | None:
    """A row of trades may be printed with capitals and be the whole name: "Công ty Xây dựng Thương mại"."""
    last = any_of(_LEXICON, "trades", "", "$").search(text.lower, row.start() + 1, row.end())
    capital = last is not None and " " in last[0] and text.folded[last.start()].isupper()
    return row.end() if capital else None


_ODD_WORDS = compiled(r"(?:(?:,? | [&-] )(?P<word>\p{Ll}+)){1,5}?(?= \p{Lu}\p{L})")


def _behind_odd_words(text: Text, row: regex.Match[str]) -> int | None:
    """A company's trade may be any word, and several behind its legal form: "công ty cổ phần hạt giống vàng Tây Đô"."""
    odd = _ODD_WORDS.match(text.folded, row.end())
    if odd is None or not word_set(_LEXICON, "function_words").isdisjoint(odd.captures("word")):
        return None
    if len(odd.captures("word")) > 1 and word_set(_LEXICON, "legal_ends").isdisjoint(row[0].split()):
        return None
    return _capital(text, odd.end())


def _numbered(text: Text, end: int) -> int | None:
    found = pattern_of(_LEXICON, "numbered").match(text.folded, end)
    return found.end() if found is not None else None


def _next_piece(text: Text, end: int) -> int | None:
    """The end of the name's next word, if the name goes on."""
    word = _capital(text, end) or _numbered(text, end)
    if word is not None:
        return word
    joint = _JOINT.match(text.folded, end)
    if joint is not None:
        return _behind_joint(text, joint)
    if pattern_of(_LEXICON, "ends_in_nation").search(text.lower, max(0, end - _NATION_REACH), end):
        return None  # "Tập đoàn Dầu khí Việt Nam | phát triển bền vững"
    for listed, before in (("inner_words", " "), ("joined_words", f" {one_of(words(_LEXICON, 'joints'))} ")):
        inner = any_of(_LEXICON, listed, before).match(text.lower, end)
        if inner is not None and not _begins_another(text, end, inner):
            return inner.end()
    row = _trades().match(text.lower, end)
    if row is None or _ends_in_joint(row[0].strip()):
        return None
    return _capital(text, row.end()) or _numbered(text, row.end())


def _begins_another(text: Text, end: int, joined: regex.Match[str]) -> bool:
    """Whether "và" leads to another body: "Công ty Hoa Mai và | Công đoàn Dầu khí"."""
    head = any_of(_LEXICON, "next_heads", " ").search(text.folded, joined.start(), joined.end())
    beside = any_of(_LEXICON, "beside_unions", "", "$")
    return head is not None and beside.search(text.lower, max(0, end - _OFFICE_REACH), end) is None


@cache
def _compounds() -> regex.Pattern[str]:
    """Words of several syllables of which a name prints only the first letter as a capital ("Trung tâm")."""
    lists = ("compounds", "trades", "inner_words", "joined_words")
    listed = dict.fromkeys(word for name in lists for word in words(_LEXICON, name) if " " in word)
    return compiled(one_of(listed) + r"(?!\p{L})")


def _capital(text: Text, position: int) -> int | None:
    """The end of the capitalised word behind the space at the position."""
    space = _SPACE.match(text.folded, position)
    return _word(text, space.end()) if space is not None else None


def _word(text: Text, position: int) -> int | None:
    word = _CAPITAL.match(text.folded, position)
    if word is None:
        return None
    if any_of(_LEXICON, "stop_words").match(text.lower, position):
        return None
    if _is_address(text, position, word.end()):
        return None
    if word[0].isdigit() and any_of(_LEXICON, "counted", " ").match(text.lower, word.end()):
        return None
    compound = _compounds().match(text.lower, position)
    return compound.end() if compound is not None else word.end()


def _is_address(text: Text, start: int, end: int) -> bool:
    """Whether a word addresses the person who is named behind it: "Bà Lan", but not "Bà Rịa"."""
    if text.lower[start:end] not in words(_LEXICON, "address_words") or not _SPACE.match(text.folded, end):
        return False
    return any_of(_LEXICON, "like_address", "", r"(?!\p{L})").match(text.lower, start) is None


def _behind_joint(text: Text, joint: regex.Match[str]) -> int | None:
    word = _CAPITAL.match(text.folded, joint.end())
    if word is None:
        return None
    stops = any_of(_LEXICON, "dash_stops")
    if joint["spaced"] and (word[0] in word_set(_LEXICON, "surnames") or stops.match(text.folded, word.start())):
        return None
    return _word(text, joint.end())


def without_officer(text: Text, start: int, end: int, keep: int) -> int:
    """The end of a name less the officer's own behind it: "giám đốc Công ty Hoa Sen Trần Văn An".

    ``keep`` is a position before which nothing is cut.

    >>> text = Text.plain("giám đốc Công ty Hoa Sen Trần Văn An")
    >>> text.raw[9 : without_officer(text, 9, 36, 17)]
    'Công ty Hoa Sen'
    """
    if not office_before(text, start):
        return end
    run = list(_CAPITAL.finditer(text.folded, keep, end))
    for length in (3, 4):  # of the officer's name: three syllables are the commonest
        index = len(run) - length
        if index < 1 or run[index - 1][0].lower() in word_set(_LEXICON, "legal_forms"):
            continue  # a name must be left: "công nhân Công ty TNHH Kim Long Hải"
        if run[index][0] in word_set(_LEXICON, "surnames") and not _is_one_word(text, run[index - 1]):
            return run[index - 1].end()
    return end


def _is_one_word(text: Text, syllable: regex.Match[str]) -> bool:
    """Whether the syllable's word goes on in the next: "Công | Đoàn", where no family name begins."""
    word = _compounds().match(text.lower, syllable.start())
    return word is not None and word.end() > syllable.end()


_PERSON = compiled(r" {1,2}(?P<surname>\p{Lu}\p{Ll}*+)(?P<given>(?: \p{Lu}\p{Ll}*+){1,3})(?! \p{Lu})")


def person_at(text: Text, position: int, *, sure: bool = False) -> bool:
    """Whether a person's name follows: a family name and one to three capitalised words.

    It is ``sure`` with a middle name that only people have, for firms bear family names, too.

    >>> person_at(Text.plain("Chủ tịch CĐCS Đỗ Thế Vinh"), 13)
    True
    """
    found = _PERSON.match(text.folded, position)
    if found is None or found["surname"] not in word_set(_LEXICON, "surnames"):
        return False
    return not sure or found["given"].split()[0] in word_set(_LEXICON, "middle_names")


def office_before(text: Text, start: int) -> bool:
    """Whether an office stands in front of the body that begins at ``start``, with no stop between them."""
    return _office().search(text.lower, max(0, start - _OFFICE_REACH), start) is not None


@cache
def _office() -> regex.Pattern[str]:
    return any_of(_LEXICON, "offices", r"(?<!\p{L})", r"(?!\p{L})[^,.;:()]{0,24}$")


def is_no_name(name: str, kind: OrganisationType) -> bool:
    """Whether the words behind a head name nothing: "Công ty TNHH", "báo Mỹ"."""
    if kind in (OrganisationType.PRESS, OrganisationType.ENTERPRISE) and _is_country(name):
        return True
    if kind == OrganisationType.ENTERPRISE:
        name = any_of(_LEXICON, "legal_forms", r"(?<!\p{L})").sub("", name)
    return not name.strip()


def _is_country(name: str) -> bool:
    return pattern_of(_LEXICON, "nation").fullmatch(f" {name}") is not None or name in _countries()


@cache
def _countries() -> frozenset[str]:
    return frozenset(country.lower() for country in words(_LEXICON, "countries"))
