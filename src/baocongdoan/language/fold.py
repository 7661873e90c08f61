"""Two shadows of a text, equal to it in length, for patterns to run on.

``fold`` irons out what Vietnamese typists and crawlers vary without meaning it (tone placement, look-alike
letters, dashes, quotation marks, kinds of space); ``lower`` is the folded text in lower case. Neither moves a
code point, so a match on a shadow is a span of the text itself.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["clean_characters", "fold", "lower", "without_marks"]

_SAME = {
    **dict.fromkeys(
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t", " "
    ),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4`", "'"),
    "\u00d0": "Đ",
    "\u0189": "Đ",
    "\u00f0": "đ",
    "\u2044": "/",
    "\uff05": "%",
}
# Here as below, `re` looks for the letters of a set in a table: `regex` and `str.translate` take ten times as long.
_LOOK_ALIKE = re.compile(f"[{''.join(map(re.escape, _SAME))}]")

_NEW_TONES = ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"]
_OLD_TONES = ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"]
_TONES = dict(zip(_NEW_TONES, _OLD_TONES, strict=True))
_TONES |= {new[0].upper() + new[1]: old[0].upper() + old[1] for new, old in _TONES.items()} | {
    new.upper(): old.upper() for new, old in _TONES.items()
}
# "quý" is qu + ý, and "hoàn" has a final consonant: neither has a choice of tone placement.
_MOVABLE = re.compile(r"[oOuU][àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ](?![^\W\d_¹²³¼½¾])(?<![qQ][uU].)")

# Invisible characters that split words for a reader of bytes but not for a reader.
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\x00-\x08\x0b\x0c\x0e-\x1f\x7f]+")

_SPACES = r"\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD_SPACES = re.compile(f"[ {_SPACES}]{{2,}}|[{_SPACES}]")


def clean_characters(text: str) -> str:
    """NFC without invisible characters, every space a single plain one: the form in which text is kept and quoted.

    >>> clean_characters("Hòa\\u200b  Bi\\u0300nh"), clean_characters("8\\u00a0lớp")
    ('Hòa Bình', '8 lớp')
    """
    text = unicodedata.normalize("NFC", text)
    if text.isprintable():  # so nothing is invisible, and the one kind of space is " "
        return _ODD_SPACES.sub(" ", text) if "  " in text else text
    visible = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))  # again: a mark may have lost what kept it apart
    return _ODD_SPACES.sub(" ", visible)


def fold(text: str) -> str:
    """The text with unmeant variation ironed out, code point for code point.

    Tone marks stand where older usage puts them ("hòa", "ủy"), dashes are "-", quotation marks are straight,
    every kind of space is " ", and Ð (eth) is Đ.

    >>> fold("Uỷ ban – “hoà giải” quý III")
    'Ủy ban - "hòa giải" quý III'
    """
    plain = _LOOK_ALIKE.sub(lambda found: _SAME[found[0]], text)
    return _MOVABLE.sub(lambda found: _TONES.get(found[0], found[0]), plain)


def without_marks(text: str) -> str:
    """The text in bare letters: without tones and the other marks of vowels, đ as d.

    >>> without_marks("Nguyễn Đức Hoà")
    'Nguyen Duc Hoa'
    """
    bare = unicodedata.normalize("NFD", text).replace("đ", "d").replace("Đ", "D")
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def lower(folded: str) -> str:
    """The folded text in lower case, code point for code point.

    >>> lower("LĐLĐ TỈNH"), len(lower("\u0130"))
    ('lđlđ tỉnh', 1)
    """
    lowered = folded.lower()
    if len(lowered) == len(folded):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else low[0] for char in folded)
