"""Crawled files through the command line: every format, profiles of sites, and what is said of bad input."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from baocongdoan.records import Extraction, Role
from baocongdoan.serialise import from_json

SENTENCES = (
    "Sáng 12/5/2023, Liên đoàn Lao động huyện Mộc Châu khai mạc lớp tập huấn nghiệp vụ cho cán bộ công đoàn cơ sở.",
    "Trong hai ngày, 140 cán bộ công đoàn được truyền đạt ba chuyên đề về thương lượng tập thể và đối thoại.",
    "Phát biểu tại lớp học, đại diện ban tổ chức đề nghị các học viên trao đổi những khó khăn ở đơn vị mình.",
)
HTML = f"""<!doctype html><html lang=vi><head><title>Mộc Châu mở lớp tập huấn công đoàn</title>
<meta property="og:type" content="article"><meta property="og:site_name" content="Tin Mộc Châu">
<meta property="article:published_time" content="2023-05-12T15:04:05+07:00"><meta name=author content="Hà Vi">
<link rel="canonical" href="https://tin.example/moc-chau-1.html"></head>
<body><nav><ul><li><a href=/>Trang chủ</a><li><a href=/a>Thời sự</a></ul></nav>
<h1 class="detail-title">Mộc Châu mở lớp tập huấn công đoàn</h1>
<div class="detail-content">{"".join(f"<p>{sentence}</p>" for sentence in SENTENCES)}
<div class=related><a href=b>Huyện bên trao 900 suất quà</a></div></div>
<p>Đừng bỏ lỡ cơ hội nhận ưu đãi lớn trong tháng này tại cửa hàng của chúng tôi.</p></body></html>"""


pytestmark = pytest.mark.usefixtures("folder")


@pytest.fixture
def extractions(run: Any) -> Callable[..., tuple[list[Extraction], str]]:
    """What ``extract`` finds, and what it says of it."""

    def extract(*arguments: str, status: int = 0) -> tuple[list[Extraction], str]:
        printed = run("extract", *arguments)
        assert printed.status == status
        return [from_json(line) for line in printed.out.splitlines()], printed.err

    return extract


def test_html_page_says_what_it_declares(extractions: Any) -> None:
    Path("a.html").write_text(HTML, encoding="utf-8")

    [extraction], _ = extractions("a.html")

    article = extraction.article
    assert article.title == "Mộc Châu mở lớp tập huấn công đoàn"
    assert article.text.splitlines()[:4] == [article.title, *SENTENCES]
    assert (article.published, article.authors) == ("2023-05-12T15:04:05+07:00", ("Hà Vi",))
    assert (article.site, article.url) == ("tin.example", "https://tin.example/moc-chau-1.html")
    assert 900 not in {count.value for count in extraction.counts}


def test_caller_goes_before_the_page(extractions: Any) -> None:
    Path("a.html").write_text(HTML, encoding="utf-8")

    [extraction], _ = extractions("a.html", "--published", "2023-05-13", "--url", "https://b.example/1")

    assert (extraction.article.published, extraction.article.site) == ("2023-05-13", "b.example")


def test_fields_and_bad_records_of_a_dump(extractions: Any) -> None:
    records = [json.dumps({"nd": HTML, "dc": f"https://tin.example/{number}"}) for number in range(2)]
    Path("dump.jsonl.gz").write_bytes(gzip.compress("\n".join([*records, "{no json", "{}"]).encode()))

    found, said = extractions("dump.jsonl.gz", "--html-field", "nd", "--url-field", "dc")

    assert [(one.article.origin, one.article.url) for one in found] == [
        ("dump.jsonl.gz#1", "https://tin.example/0"),
        ("dump.jsonl.gz#2", "https://tin.example/1"),
    ]
    offset = sum(len(record) + 1 for record in records)
    *skipped, summary = said.splitlines()
    assert skipped[0].startswith(f"skipped dump.jsonl.gz#3 (byte {offset}): not JSON")
    assert summary.startswith("pages read: 2, ")
    assert f"pages skipped: 2 (1 × not JSON: dump.jsonl.gz#3 (byte {offset}); " in summary


def test_text_field(extractions: Any) -> None:
    Path("dump").write_text(json.dumps({"html": HTML, "tx": " ".join(SENTENCES)}), encoding="utf-8")

    [extraction], _ = extractions("dump", "--text-field", "tx", "--no-clean")

    assert extraction.article.text == " ".join(SENTENCES)


def test_one_address_is_not_for_many_pages(extractions: Any) -> None:
    Path("dump.jsonl").write_text(f"{json.dumps({'html': HTML})}\n" * 2, encoding="utf-8")

    assert extractions("dump.jsonl", "--url", "https://a.example", status=2)[1].count("single page") == 1


def test_profile_of_the_guide(extractions: Any, toml_of_guide: Any) -> None:
    Path("sites.toml").write_text(toml_of_guide("inputs.md"), encoding="utf-8")
    Path("a.html").write_text(HTML, encoding="utf-8")

    [extraction], _ = extractions("a.html", "--sites", "sites.toml")

    roles = [line.role for line in extraction.article.lines]
    assert roles == [*[Role.BOILERPLATE] * 2, Role.TITLE, *[Role.BODY] * 3, *[Role.BOILERPLATE] * 2]


def test_faulty_profiles_stop_the_run(extractions: Any) -> None:
    Path("sites.toml").write_text("[[site]]", encoding="utf-8")
    Path("a.html").write_text(HTML, encoding="utf-8")

    _, said = extractions("a.html", "--sites", "sites.toml", status=2)

    assert said == 'baocongdoan: sites.toml: site 1 has no host: add host = "tin.example"\n'


@pytest.mark.parametrize("command", ["clean", "show"])
def test_other_commands_read_the_same_files(command: str, run: Any) -> None:
    Path("a.html.gz").write_bytes(gzip.compress(HTML.encode()))

    status, out, _ = run(command, "a.html.gz")

    assert status == 0
    assert "Mộc Châu" in out


def test_readers_are_loaded_when_they_are_needed() -> None:
    heavy = ("pyarrow", "fastwarc", "baocongdoan.pages.html", "baocongdoan.pipeline")
    code = f"import sys, baocongdoan.cli; print([name for name in {heavy!r} if name in sys.modules])"

    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
