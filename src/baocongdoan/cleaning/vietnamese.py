"""Whether a text is Vietnamese: its letters tell."""

from __future__ import annotations

import re

__all__ = ["is_vietnamese"]

_WORD = re.compile(r"[^\W\d_]++")
# From a letter that no other language of the Latin script writes (French and Portuguese share â, ê, ô, à, é, ã, õ) to
# the word's end.
_OWN = re.compile(r"[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉĩịọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ][^\W\d_]*+")
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
    sample = text[:_SAMPLE].lower()
    enough = max(_FEW, _SHARE * len(sample) / 2)  # there are not half as many words as letters
    for most in (len(sample) // 2, len(sample)):  # half of it is enough to tell most texts
        own = len(_OWN.findall(sample, 0, most))
        if own >= enough:
            return True
    words = len(_WORD.findall(sample))
    return own > 0 and (words < _FEW or own >= _SHARE * words)
