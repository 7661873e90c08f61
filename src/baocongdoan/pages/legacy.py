"""The encodings that Vietnamese was typed in before Unicode, and telling them apart.

TCVN3 (ABC) and VNI are fonts rather than encodings: their bytes are read as Latin-1 letters first and then
mapped to what the font showed. Both survive a careless conversion to UTF-8, so the maps work on letters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping

import regex
from msgspec import Struct

from ..lexicon.kept import compiled

__all__ = [
    "DECODERS",
    "FONTS",
    "SAMPLE",
    "SURE",
    "Decoded",
    "Font",
    "decode_legacy",
    "find_font",
    "from_tcvn3",
    "from_vni",
    "vietnamese_share",
]

_TCVN3_BYTES = "¸µ¶·¹©ÊÇÈÉË¨¾»¼½Æ®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ¡¢§£¤¥¦"
_TCVN3_LETTERS = "áàảãạâấầẩẫậăắằẳẵặđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵĂÂĐÊÔƠƯ"
_TCVN3 = str.maketrans(_TCVN3_BYTES, _TCVN3_LETTERS)

# VNI writes a mark as a letter of its own behind the vowel; ơ and ư are single letters that take one too.
_VNI_MARKS = {
    **dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True)),
    "â": "\u0302",
    **{mark: "\u0302" + tone for mark, tone in zip("áàåãä", "\u0301\u0300\u0309\u0303\u0323", strict=True)},
    "ê": "\u0306",
    **{mark: "\u0306" + tone for mark, tone in zip("éèúüë", "\u0301\u0300\u0309\u0303\u0323", strict=True)},
}
_VNI_LETTERS = {"ñ": "đ", "ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_MARKS |= {mark.upper(): signs for mark, signs in _VNI_MARKS.items()}
_VNI_LETTERS |= {letter.upper(): meant.upper() for letter, meant in _VNI_LETTERS.items()}
_VNI = compiled(f"(?P<vowel>[aAeEoOuUyYôÔöÖ])(?P<mark>[{''.join(_VNI_MARKS)}])|(?P<letter>[{''.join(_VNI_LETTERS)}])")

# A word with a letter beyond ASCII that has the build of a Vietnamese syllable: onset, vowels, coda.
_ODD_WORD = compiled(r"(?=\p{ASCII}*+[^\p{ASCII}])[\p{L}\p{M}\u00a1-\u00bf\u00d7\u00f7]{1,12}+")
_SYLLABLE = compiled(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
    r"[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]{1,3}"
    r"(?:ch|ng|nh|[cmnpt])?"
)
SAMPLE = 20_000
"""How many characters are looked at to tell encodings apart."""

SURE = 0.8
"""The share of Vietnamese words from which a guessed encoding is believed."""

# What the letters begin with in UTF-8, where they are counted ten times as fast as by a pattern. In Vietnamese of
# Unicode both kinds are about as frequent; the fonts have the latter only.
_ONLY_UNICODE = ("ạ".encode()[:2], "ỹ".encode()[:2])
_LATIN_1 = ("«".encode()[:1], "à".encode()[:1])
_MISREAD = 0.8  # below this share of Vietnamese words a text may have been typed in an old font


class Decoded(Struct, frozen=True):
    """A text with the name of the encoding it was read as."""

    text: str
    encoding: str


def from_tcvn3(text: str) -> str:
    """Text typed in a TCVN3 (ABC) font, its bytes read as Latin-1, in Unicode.

    >>> from_tcvn3("C«ng ®oµn ViÖt Nam")
    'Công đoàn Việt Nam'
    """
    return text.translate(_TCVN3)


def from_vni(text: str) -> str:
    """Text typed in a VNI font, its bytes read as Latin-1, in Unicode.

    >>> from_vni("Coâng ñoaøn Vieät Nam")
    'Công đoàn Việt Nam'
    """

    def letter(found: regex.Match[str]) -> str:
        if found["letter"]:
            return _VNI_LETTERS[found["letter"]]
        vowel = _VNI_LETTERS.get(found["vowel"], found["vowel"])
        return vowel + _VNI_MARKS[found["mark"]]

    return unicodedata.normalize("NFC", _VNI.sub(letter, text))


def vietnamese_share(text: str) -> float:
    """The share, from 0 to 1, of the words with letters beyond ASCII that are built like Vietnamese syllables.

    >>> vietnamese_share("Công đoàn cơ sở"), vietnamese_share("C«ng ®oµn cơ sở")
    (1.0, 0.5)
    """
    words = _ODD_WORD.findall(unicodedata.normalize("NFC", text[:SAMPLE]).lower())
    return sum(_SYLLABLE.fullmatch(word) is not None for word in words) / len(words) if words else 0.0


FONTS: Mapping[str, Callable[[str], str]] = {"TCVN3 (ABC)": from_tcvn3, "VNI": from_vni}
"""The fonts by name, with what turns their letters into Unicode."""


class Font(Struct, frozen=True):
    """A font by name, with what turns its letters into Unicode."""

    name: str
    convert: Callable[[str], str]


def find_font(text: str) -> Font | None:
    """The font of a text that was saved as Unicode without being converted; none where it needs no converting.

    >>> find_font("C«ng ®oµn ViÖt Nam").name, find_font("Công đoàn Việt Nam")
    ('TCVN3 (ABC)', None)
    """
    sample = text[:SAMPLE]
    encoded = sample.encode(errors="replace")
    only_unicode, latin_1 = (sum(map(encoded.count, kind)) for kind in (_ONLY_UNICODE, _LATIN_1))
    if only_unicode * 4 >= latin_1 - sample.count("\u00a0") or vietnamese_share(sample) >= _MISREAD:
        return None
    share, name = max((vietnamese_share(convert(sample)), name) for name, convert in FONTS.items())
    return Font(name, FONTS[name]) if share >= SURE else None


DECODERS: Mapping[str, Callable[[bytes], str]] = {
    "windows-1258": lambda source: unicodedata.normalize("NFC", source.decode("cp1258", "replace")),
    "TCVN3 (ABC)": lambda source: from_tcvn3(source.decode("latin-1")),
    "VNI": lambda source: from_vni(source.decode("latin-1")),
}
"""The encodings by name, with what reads bytes as them."""


def decode_legacy(source: bytes) -> Decoded | None:
    """Bytes that are not UTF-8, read as the old Vietnamese encoding that makes Vietnamese of them, or none.

    >>> decode_legacy("Liên ®oµn lao ®éng tØnh".replace("ê", "ª").encode("latin-1"))
    Decoded(text='Liên đoàn lao động tỉnh', encoding='TCVN3 (ABC)')
    """
    share, name = max((vietnamese_share(decode(source[:SAMPLE])), name) for name, decode in DECODERS.items())
    if share < SURE:
        return None
    return Decoded(DECODERS[name](source), name)
