"""Reading HTML: what becomes a line, what the markup says of it, and every encoding."""

from __future__ import annotations

import time

import pytest

from baocongdoan.errors import InputError
from baocongdoan.pages.html import read_html
from baocongdoan.pages.text import MAX_PAGE_BYTES
from baocongdoan.records import Markup, Page

SENTENCE = "Công đoàn ngành Dệt may mở 12 lớp nghề cho những người thợ trẻ, thưởng tết sớm và giữ gìn sức khỏe."


def texts(page: Page) -> list[str]:
    return [line.text for line in page.lines]


def markup(page: Page, text: str) -> Markup:
    found = next(line.markup for line in page.lines if line.text == text)
    assert found is not None
    return found


LINES = {
    "blocks": ("<h1>Một</h1><p>Hai</p><div>Ba<section>Bốn</section>Năm</div>", ["Một", "Hai", "Ba", "Bốn", "Năm"]),
    "line breaks": ("<p>Một<br>Hai<br/>Ba</br>Bốn</p>", ["Một", "Hai", "Ba", "Bốn"]),
    "inline tags within a word": ("<p>T<b>ập</b> h<i>u</i><span>ấn</span></p>", ["Tập huấn"]),
    "spaces": ("<p>\n  Một\n\t<b> hai </b>\n ba </p>", ["Một hai ba"]),
    "text between blocks": ("Đầu<p>Giữa</p>Cuối", ["Đầu", "Giữa", "Cuối"]),
    "paragraphs left open": ("<p>Một<p>Hai<ul><li>Ba<li>Bốn</ul>Năm", ["Một", "Hai", "Ba", "Bốn", "Năm"]),
    "table": ("<table><tr><td>Một<td>Hai<tr><th>Ba</table>", ["Một", "Hai", "Ba"]),
    "preformatted": ("<pre>Một\nHai\n\n  Ba</pre>", ["Một", "Hai", "Ba"]),
    "half of a surrogate pair": ("<p>8 l\ud800ớp</p>", ["8 l\ufffdớp"]),
    "references": ("<p>c&ocirc;ng &#273;o&#xE0;n &amp; x &lt; y &khong;</p>", ["công đoàn & x < y &khong;"]),
    "what a reader does not see": (
        "<script>a()</script><style>p{}</style><noscript>b</noscript><template>c</template>"
        "<select><option>d</select><p hidden>e</p><div style='color:red; DISPLAY : none'><p>f</p></div><!-- g -->Thấy",
        ["Thấy"],
    ),
    "a body that a script would show": ("<body style='visibility:hidden'><p>Thấy</p>", ["Thấy"]),
    "script with markup": ("<script>var a = '<p>x</p>'; if (a<b) {}</script><p>Thấy</p>", ["Thấy"]),
    "behind the end": ("<html><body><p>Một</p></body></html><p>Hai</p>", ["Một", "Hai"]),
    "stray ends": ("</div></td><p>Một</i></p></section>Hai", ["Một", "Hai"]),
    "less than": ("<p>lãi < 3% và a<5 <3</p>", ["lãi < 3% và a<5 <3"]),
    "quotation marks missing": ('<p class="a b>Nuốt</p><p id="c">Hai</p>', ["Hai"]),
    "greater than in an attribute": ('<p title="a > b">Một</p>', ["Một"]),
    "lazy headline": ('<h1 data-title="Mở lớp"></h1><p>Hai</p>', ["Mở lớp", "Hai"]),
    "emphasis across blocks": ("<b>Một<p>Hai</b></p>Ba", ["Một", "Hai", "Ba"]),
    "hidden cell": ("<table><tr><td hidden>x<td>Hai</table>", ["Hai"]),
}


@pytest.mark.parametrize(("source", "wanted"), LINES.values(), ids=LINES.keys())
def test_lines_of_a_page(source: str, wanted: list[str]) -> None:
    page = read_html(source)

    assert texts(page) == wanted
    assert [line.line for line in page.lines] == list(range(1, len(wanted) + 1))


ARTICLE = """
<body class="Trang"><nav><ul><li><a href=/>Trang chủ</a></ul></nav>
<div id="main" class="Chi-Tiet"><h1>Đầu đề</h1>
<p class=sapo><strong>Phần mở đầu</strong>.</p><p>Thân bài với <a href=x>liên kết</a></p>
<figure><img src=1><p>Chú thích một</p></figure>
<table><tr><td><img src=2></tr><tr><td>Chú thích hai</table>
<div class=pic-caption>Chú thích ba</div>
<p><img src=3></p><p><em>Dưới ảnh</em></p>
<table><tr><td>Số liệu</td><td>12</td></tr></table>
<div role=complementary><h3><a href=y>Tin khác</a></h3></div>
<div role=heading aria-level=4>Mục</div>
"""
MARKUP = [
    ("Trang chủ", {"tag": "li", "landmark": "nav", "in_list": True, "link_density": 1.0}),
    ("Đầu đề", {"tag": "h1", "heading": 1, "landmark": None, "in_list": False, "hint": "chi-tiet main trang"}),
    ("Phần mở đầu.", {"tag": "p", "hint": "sapo chi-tiet main trang", "emphasis": "strong", "depth": 3}),
    ("Thân bài với liên kết", {"emphasis": None, "link_density": 0.4, "is_caption": False}),
    ("Chú thích một", {"landmark": "figure", "is_caption": True, "after_picture": True}),
    ("Chú thích hai", {"tag": "td", "landmark": "table", "is_caption": True}),
    ("Chú thích ba", {"tag": "div", "is_caption": True, "after_picture": False}),
    ("Dưới ảnh", {"is_caption": False, "after_picture": True, "emphasis": "em"}),
    ("Số liệu", {"landmark": "table", "is_caption": False, "after_picture": False}),
    ("Tin khác", {"landmark": "aside", "heading": 3, "link_density": 1.0}),
    ("Mục", {"heading": 4, "tag": "div"}),
]


@pytest.mark.parametrize(("text", "wanted"), MARKUP, ids=[text for text, _ in MARKUP])
def test_what_the_markup_says_of_a_line(text: str, wanted: dict[str, object]) -> None:
    found = markup(read_html(ARTICLE), text)

    assert {name: getattr(found, name) for name in wanted} == wanted


@pytest.mark.parametrize("head", ["<h1>Tên trang</h1>", ""])
def test_headline_that_only_the_metadata_have_opens_the_page(head: str) -> None:
    declared = '<meta property=og:type content=article><meta property=og:title content="Mở lớp tập huấn cán bộ">'

    assert texts(read_html(f"{declared}{head}<p>{SENTENCE}"))[0] == "Mở lớp tập huấn cán bộ"
    assert texts(read_html(f"{declared}<h2>Mở lớp tập huấn cán bộ</h2><p>{SENTENCE}"))[0] == "Mở lớp tập huấn cán bộ"
    assert texts(read_html(f"<title>Trang chủ</title><p>{SENTENCE}")) == [SENTENCE]


# ---- encodings -----------------------------------------------------------------------------------------------------


def paragraph(text: str, charset: str = "") -> str:
    declared = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">' if charset else ""
    return f"<html><head>{declared}</head><body class='container'><p>{text}</p></body></html>"


@pytest.mark.parametrize(
    ("source", "charset"),
    [
        (paragraph(SENTENCE).encode(), None),
        (paragraph(SENTENCE).encode("utf-8-sig"), "iso-8859-1"),
        (paragraph(SENTENCE, "iso-8859-1").encode(), "windows-1252"),
        (paragraph(SENTENCE).encode("utf-16"), None),
        (paragraph(SENTENCE).encode("utf-16-le"), "utf-16"),
        (paragraph(SENTENCE).encode("utf-16-be"), None),
        (paragraph(SENTENCE, "utf-8").encode() + b"<!-- \xff -->", "utf-8"),
        (paragraph(SENTENCE).encode().replace(b"<p>", b"<p>\0"), "utf-8"),
        (paragraph(SENTENCE, "no-such-charset").encode(), "punycode"),
        (paragraph(SENTENCE).encode("ascii", "xmlcharrefreplace"), None),
    ],
)
def test_encoding_is_found_whatever_is_declared(source: bytes, charset: str | None) -> None:
    assert texts(read_html(source, charset=charset)) == [SENTENCE]


def test_wrong_declaration_is_noted() -> None:
    page = read_html(paragraph(SENTENCE).encode(), charset="iso-8859-1")

    assert page.warnings == ("declared as iso-8859-1, read as utf-8",)


@pytest.mark.parametrize("charset", [None, "utf-8", "windows-1258", "iso-8859-1"])
def test_old_encodings(charset: str | None) -> None:
    in_tcvn3 = "C«ng ®oµn më líp tËp huÊn cho c¸n bé ®oµn thÓ c¬ së vµ ng-êi thî trÎ ë x-ëng méc"
    as_1258 = paragraph("Công đoàn mơ lớp".replace("ớ", "ơ\u0301")).encode("cp1258")

    assert "Công đoàn mở lớp tập huấn" in texts(read_html(paragraph(in_tcvn3).encode("latin-1"), charset=charset))[0]
    assert texts(read_html(as_1258, charset=charset)) == ["Công đoàn mơ lớp"]


def test_old_font_within_utf_8() -> None:
    page = read_html(paragraph("C«ng ®oµn ViÖt Nam më líp tËp huÊn", "utf-8").encode())

    assert texts(page) == ["Công đoàn Việt Nam mở lớp tập huấn"]
    assert "TCVN3" in page.warnings[-1]


# ---- what is broken or meant to break ------------------------------------------------------------------------------

HOSTILE = {
    "100,000 attributes": "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">Thấy</p>",
    "100,000 nested blocks": "<div>" * 100_000 + "Thấy" + "</div>" * 100_000,
    "100,000 nested lists": "<ul><li>" * 50_000 + "Thấy",
    "100,000 nested tables": "<table><tr><td>" * 33_000 + "Thấy",
    "100,000 blocks with names": "".join(f"<div class=c{n}>" for n in range(100_000)) + "Thấy",
    "formatting never closed": "".join(f"<font a={n}>" for n in range(50_000)) + "<p>" * 50_000 + "Thấy",
    "ends without a start": "<div>" * 50_000 + "</p></b></x>" * 50_000 + "Thấy",
    "misnested": "<b><p>" * 50_000 + "</b></p>" * 50_000 + "Thấy",
    "tags without an end": "Thấy" + "<a " * 300_000,
    "nothing but <": "Thấy" + "<" * 1_000_000,
    "nothing but &": "Thấy" + "&" * 500_000,
    "quotation marks": "Thấy" + "<a b='<a b=\"" * 200_000,
    "comments never closed": "Thấy" + "<!--" * 200_000,
    "scripts never closed": "Thấy" + "<script>" * 100_000,
    "a number without end": "Thấy<p>&#" + "9" * 100_000 + ";",
    "one bad byte": b"Thay" + b"<p>" + b"a b " * 1_000_000 + b"\xff",
    "deep JSON-LD": "Thấy<script type=application/ld+json>" + "[" * 100_000 + "</script>",
}


@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_page_is_read_in_time(source: str | bytes) -> None:
    # Processor time, and far more than it takes: a busy machine must not fail it, only a page
    # whose time grows with its square, which takes minutes.
    started = time.process_time()

    page = read_html(source)

    assert any(line.text.startswith(("Thấy", "Thay")) for line in page.lines)
    assert time.process_time() - started < 30  # seconds; a fraction of one on an idle machine


@pytest.mark.parametrize(
    ("source", "warning"),
    [
        ("<p>Một</p><script>var a = 1;", "breaks off inside <script>"),
        ("<p>Một</p><!-- hai <p>ba", "breaks off inside <!--"),
        ("<p>Một</p><p class='x", "breaks off inside <p"),
        ("<p>Một</p><div hidden><p>Hai</p>", "a hidden element is never closed"),
    ],
)
def test_page_cut_off_says_what_is_lost(source: str, warning: str) -> None:
    page = read_html(source)

    assert texts(page) == ["Một"]
    assert page.warnings[0].startswith(warning)


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        (b"<p>" + b"x" * 50_000_000, "50.0 MB is more than the 5 MB"),
        ("<p>" + "x" * MAX_PAGE_BYTES, "5.0 MB is more than"),
        ("<html><script>draw()</script><div id=root></div>", "the page has no text"),
        ("<p>Một" * 60_000, "60,000 lines are more than the 50,000"),
        ("", "the page has no text"),
        (b"%PDF-1.7 ...", "a PDF document"),
    ],
)
def test_page_that_is_none(source: bytes | str, problem: str) -> None:
    with pytest.raises(InputError, match=problem) as refused:
        read_html(source, origin="a.html")

    assert str(refused.value).startswith("a.html: ")
