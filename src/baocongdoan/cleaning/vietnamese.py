"""Whether a text is Vietnamese: its letters tell."""

from __future__ import annotations

import regex

__all__ = ["is_vietnamese"]

_WORD = regex.compile(r"\p{L}++")
# Letters that no other language of the Latin script writes (French and Portuguese share â, ê, ô, à, é, ã, õ).
_OWN = regex.compile(r"[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉĩịọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]")
_SHARE = 0.12  # of the words; running Vietnamese has 0.4 to 0.6
_FEW = 25  # words; in a sentence or two, chance rules the share: any such letter will do
_SAMPLE = 3_000  # letters


def is_vietnamese(text: str) -> bool:
    """Whether enough of the words have letters of Vietnamese alone.

    >>> is_vietnamese("Công đoàn cơ sở"), is_vietnamese("Le café est fermé"), is_vietnamese("Cong doan co so")
    (True, False, False)
    >>> is_vietnamese("Công ty TNHH Sao Mai hiện có 1.200 công nhân, lao động")
    True
    """
    words = _WORD.findall(text[:_SAMPLE].lower())
    own = sum(_OWN.search(word) is not None for word in words)
    return own > 0 and (len(words) < _FEW or own >= _SHARE * len(words))
