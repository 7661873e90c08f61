"""Reading plain text: every encoding gives the same page, everything else an error that says what to do."""

from __future__ import annotations

import unicodedata

import pytest

from baocongdoan.errors import InputError
from baocongdoan.pages import legacy
from baocongdoan.pages.text import MAX_PAGE_BYTES, read_text

SENTENCE = (
    "Công đoàn huyện Phú Lương mở 6 lớp bồi dưỡng cho 340 lượt cán bộ; những người thợ ở xưởng mộc được thưởng, "
    "khuyến khích học nghề và giữ gìn sức khỏe."
)


def in_tcvn3(text: str) -> str:
    table = {"ă": "¨", "â": "©", "ê": "ª", "ô": "«", "ơ": "¬", "ư": "\u00ad", "đ": "®"}
    back = {legacy.from_tcvn3(chr(code)): chr(code) for code in range(0xA1, 0x100)}
    return "".join(table.get(char, back.get(char, char)) for char in text)


def in_vni(text: str) -> str:
    back = {}
    for vowel in "aeiouyôöAEOU":
        for mark in "ùøûõïâáàåãäêéèúüë":
            back.setdefault(legacy.from_vni(vowel + mark), vowel + mark)
    back |= {legacy.from_vni(char): char for char in "ñôöæóòî"}
    return "".join(back.get(char, char) for char in text)


def in_windows_1258(text: str) -> bytes:
    """The code page has marked vowels, but the five tones as characters of their own."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    out = b""
    for char in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", char)
        base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
        out += (base + "".join(part for part in parts if part in tones)).encode("cp1258")
    return out


SOURCES = {
    "text": SENTENCE,
    "UTF-8": SENTENCE.encode(),
    "UTF-8 with its mark": SENTENCE.encode("utf-8-sig"),
    "UTF-16": SENTENCE.encode("utf-16"),
    "UTF-32": SENTENCE.encode("utf-32"),
    "decomposed": unicodedata.normalize("NFD", SENTENCE).encode(),
    "windows-1258": in_windows_1258(SENTENCE),
    "TCVN3": in_tcvn3(SENTENCE).encode("latin-1"),
    "VNI": in_vni(SENTENCE).encode("latin-1"),
    "TCVN3 saved as UTF-8": in_tcvn3(SENTENCE).encode(),
    "VNI given as text": in_vni(SENTENCE),
}


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES.keys())
def test_every_encoding_gives_the_same_words(source: bytes | str) -> None:
    (line,) = read_text(source).lines
    assert unicodedata.normalize("NFC", line.text) == SENTENCE


@pytest.mark.parametrize(
    ("name", "warned"),
    [("UTF-8", False), ("windows-1258", True), ("TCVN3", True), ("VNI given as text", True)],
)
def test_a_guessed_encoding_is_told(name: str, warned: bool) -> None:
    assert bool(read_text(SOURCES[name]).warnings) == warned


def test_a_few_broken_bytes_are_replaced_and_counted() -> None:
    page = read_text(SENTENCE.encode()[:-1] + b"\xff")
    assert page.lines[0].text.endswith("\ufffd")
    assert page.warnings == ("1 damaged characters replaced by U+FFFD",)


REFUSED = [
    (b"", "empty"),
    (" \n\u00a0\n", "empty"),
    (b"12 345\n---", "no letters"),
    (b"%PDF-1.7 text", "PDF"),
    (b"PK\x03\x04rest", "ZIP"),
    (b"\x1f\x8b\x08rest", "gzip"),
    (b"\x89PNG\r\n", "PNG"),
    (b"L\x00\x110\x00", "binary"),
    (b"ab\x01\x02\x03\x04", "binary"),
    (b"\xff\xfeL", "UTF-16"),
    ("Le café près de l'église était fermé".encode("latin-1"), "not UTF-8"),
    (b"a" * (MAX_PAGE_BYTES + 1), "5 MB"),
    (b"a\n" * 60_000, "60,000 lines"),
]


@pytest.mark.parametrize(("source", "says"), REFUSED, ids=[says for _, says in REFUSED])
def test_what_is_no_text_is_refused_by_name(source: bytes | str, says: str) -> None:
    with pytest.raises(InputError, match=says) as refused:
        read_text(source, origin="tin/07.txt")
    assert "tin/07.txt" in str(refused.value)


def test_another_language_is_still_text() -> None:
    assert read_text("Le café est fermé").lines[0].text == "Le café est fermé"


def test_half_a_surrogate_pair_is_replaced_and_a_whole_one_joined() -> None:
    """Neither can be written as UTF-8."""
    (line,) = read_text("8 l\ud800ớp \ud83d\ude00").lines

    assert line.text == "8 l\ufffdớp \U0001f600"


def test_lines_are_counted_with_the_blank_ones_and_kept_raw() -> None:
    page = read_text("một\r\n\u00a0 \u200b\nhai\r\rba \u2028bốn\x0bnăm\x0csáu\n")
    assert [(line.line, line.text) for line in page.lines] == [
        (1, "một"),
        (3, "hai"),
        (5, "ba "),
        (6, "bốn"),
        (7, "năm"),
        (8, "sáu"),
    ]


def test_what_the_caller_knows_stays_with_the_page() -> None:
    page = read_text("Lớp mới", origin="a.txt", url="https://cd.example/1", published="2024-05-01")
    assert (page.origin, page.url, page.published) == ("a.txt", "https://cd.example/1", "2024-05-01")


@pytest.mark.parametrize(
    ("text", "font"),
    [
        (in_vni("Liên đoàn Lao động tỉnh mở 8 lớp bồi dưỡng cho 640 cán bộ, kết nạp 131 đoàn viên mới"), "VNI"),
        (in_tcvn3("Liên đoàn Lao động tỉnh mở 8 lớp bồi dưỡng cho 640 cán bộ"), "TCVN3 (ABC)"),
        ("Liên đoàn Lao động tỉnh mở 8 lớp bồi dưỡng", None),
        ("La délégation a été reçue à la mairie, où l'année passée s'était achevée", None),
    ],
)
def test_a_font_is_told_by_its_letters(text: str, font: str | None) -> None:
    found = legacy.find_font(text)
    assert (found and found.name) == font
