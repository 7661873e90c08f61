"""What tells that two pages are the same, that two articles are, and that one is nearly the other.

An article is met again where its address or its text is; it is a near copy where most of its phrases are another's,
which MinHash estimates (``datasketch``).
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from string import punctuation
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit
from zlib import crc32

import numpy as np

from ..errors import extra
from ..pages.raw import RawPage

if TYPE_CHECKING:
    from datasketch import MinHash

__all__ = ["BANDS", "LIKENESS", "bands", "digest", "likeness", "page_id", "signature", "text_key", "url_key"]

LIKENESS = 0.7
"""The share of two texts' phrases that they have in common, from which the later one is a near copy."""

_PHRASE = 5  # syllables
_FEWEST_PHRASES = 20  # of a shorter text (a caption, a headline) too little is known
_VALUES = 128  # of a signature; the standard error of an estimate is then about 0.04 near LIKENESS
_BAND = 4  # values: two texts of that likeness have one of the 32 bands in common in all but 2 of 10,000 cases

BANDS = _VALUES // _BAND
"""How many bands a signature has."""

_STEP = np.uint32(0x9E3779B1)  # odd numbers with bits all over, as hashes multiply by
_MIXER = np.uint64(0xBF58476D1CE4E5B9)

_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|zarsrc|zalo_\w+|mc_[ce]id|igshid|ref_src)", re.I)
_BLANKED = bytes.maketrans(punctuation.encode(), b" " * len(punctuation))


def digest(*parts: str | bytes) -> str:
    """A hash of the parts, as 32 hexadecimal digits.

    >>> digest("a", "bc") == digest("ab", "c")
    False
    """
    hashed = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        hashed.update(len(data).to_bytes(8, "big") + data)
    return hashed.hexdigest()[:32]


def page_id(raw: RawPage) -> str:
    """The same for two pages of the same content, wherever they lie.

    >>> page_id(RawPage(content="Họp", is_html=False)) == page_id(RawPage(content="Họp", is_html=False, origin="b"))
    True
    """
    about = (raw.url, raw.published, raw.title, raw.charset, raw.is_html, isinstance(raw.content, str))
    return digest(raw.content, repr(about))


def url_key(url: str | None) -> str | None:
    """The same for addresses that lead to the same article; none for a site's front door, which many pages declare.

    >>> url_key("https://www.Tin.example/a-1.html?utm_source=zalo#top") == url_key("http://tin.example/a-1.html")
    True
    >>> url_key("https://tin.example/") is None
    True
    """
    try:
        parts = urlsplit(url or "")
        host = (parts.hostname or "").removeprefix("www.")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return None
    query = sorted((name, value) for name, value in parse_qsl(parts.query, True) if not _TRACKING.fullmatch(name))
    path = parts.path.rstrip("/")
    if not host or not (path or query):
        return None
    return digest("url", f"{host}{port}{path}?{urlencode(query, errors='surrogatepass')}")


def text_key(text: str) -> str:
    """The same for texts that differ in nothing but white space and capitals.

    >>> text_key("Họp  tổ\\n") == text_key("họp tổ")
    True
    """
    return digest("text", " ".join(text.lower().split()))


def signature(text: str) -> bytes | None:
    """What MinHash keeps of a text's phrases; none for a text that is too short to say.

    >>> signature("Họp tổ công đoàn.") is None
    True
    """
    words = np.fromiter(map(crc32, text.lower().encode().translate(_BLANKED).split()), dtype=np.uint32)
    places = len(words) - _PHRASE + 1
    if places < _FEWEST_PHRASES:
        return None
    phrases = np.zeros(places, dtype=np.uint32)
    for place in range(_PHRASE):
        phrases = phrases * _STEP + words[place : place + places]
    sketch = _empty().copy()
    sketch.update_batch(np.unique(phrases).tolist())
    return bytes(sketch.hashvalues.astype("<u4").tobytes())


def likeness(one: bytes, other: bytes) -> float:
    """The estimated share of phrases that two texts have in common, of all phrases of both.

    >>> text = " ".join(map(str, range(200)))
    >>> likeness(signature(text), signature(text)), likeness(signature(text), signature(text[50:])) > 0.8
    (1.0, True)
    """
    return float(np.mean(_values(one) == _values(other)))


def bands(signature: bytes) -> list[int]:
    """Numbers of which two signatures that are much alike have one in common."""
    pairs = np.frombuffer(signature, dtype="<u8").reshape(BANDS, -1)
    mixed = np.arange(BANDS, dtype=np.uint64)
    for place in range(pairs.shape[1]):
        mixed = (mixed ^ pairs[:, place]) * _MIXER
        mixed ^= mixed >> np.uint64(29)
    codes: list[int] = mixed.view(np.int64).tolist()
    return codes


@cache
def _empty() -> MinHash:
    with extra("datasets", "dataset"):
        from datasketch import MinHash
    return MinHash(num_perm=_VALUES, seed=1, scheme="affine32", hashfunc=int)


def _values(signature: bytes) -> np.ndarray[tuple[int], np.dtype[np.uint32]]:
    return np.frombuffer(signature, dtype="<u4")
