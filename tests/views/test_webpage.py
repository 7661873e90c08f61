from __future__ import annotations

from html.parser import HTMLParser

import pytest

from baocongdoan.records import (
    Article,
    Count,
    Extraction,
    Line,
    Organisation,
    OrganisationType,
    OtherRole,
    Person,
    Role,
)
from baocongdoan.views.webpage import fragment, webpage

TEXT = "LĐLĐ tỉnh Huế mở 8 lớp.\nÔng Lê A dự."
UNION = Organisation(
    id="f1",
    quote="LĐLĐ tỉnh Huế",
    start=0,
    end=13,
    name="Liên đoàn Lao động thành phố Huế",
    type=OrganisationType.UNION,
    mentions=("LĐLĐ tỉnh Huế", "LĐLĐ tỉnh"),
)
COUNT = Count(id="f2", quote=TEXT[:22], start=0, end=22, measure="training_classes", value=8, unit="lớp")
PERSON = Person(id="f3", quote="Lê A", start=28, end=32, name="Lê A")


class _Read(HTMLParser):
    """What a browser would make of a page: its elements, texts and addresses."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.marked: list[tuple[str, str]] = []
        self.body = ""
        self.links: list[str | None] = []
        self._inside: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag != "meta":
            self._inside.append((tag, dict(attrs)))
        self.links += [value for name, value in attrs if name in ("href", "src")]

    def handle_endtag(self, tag: str) -> None:
        assert self._inside.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if any("pre-wrap" in (attributes.get("style") or "") for _, attributes in self._inside):
            self.body += data
            tag, attributes = self._inside[-1]
            if tag == "mark":
                self.marked.append((data, attributes["title"] or ""))


def _extraction(text: str = TEXT, facts: tuple[Person | Count | Organisation, ...] = (), **about: str) -> Extraction:
    return Extraction(article=Article(id="a", origin="a.txt", text=text, **about), facts=facts)  # type: ignore[arg-type]


def test_every_fact_is_marked_and_told_with_all_its_fields() -> None:
    read = _Read(webpage(_extraction(facts=(UNION, COUNT, PERSON))))

    assert read.body == TEXT
    [both, rest, person] = read.marked
    assert [words for words, _ in read.marked] == ["LĐLĐ tỉnh Huế", " mở 8 lớp", "Lê A"]
    assert both[1].index("f1 organisation") < both[1].index("f2 count"), "the shorter first"
    assert "mentions: LĐLĐ tỉnh Huế; LĐLĐ tỉnh" in both[1]
    assert "f1 organisation" not in rest[1]
    assert "measure: training_classes" in rest[1]
    assert "name: Lê A" in person[1]
    assert "role" not in person[1]


def test_a_further_office_is_told_in_words() -> None:
    person = Person(quote="Lê A", start=28, end=32, name="Lê A", other_roles=(OtherRole("Bí thư", "Đảng ủy xã"),))

    [(_, told)] = _Read(webpage(_extraction(facts=(person,)))).marked

    assert "other_roles: Bí thư, Đảng ủy xã" in told


def test_facts_without_their_text_are_listed() -> None:
    read = fragment(_extraction("", facts=(COUNT, PERSON)))

    assert f">{COUNT.quote}</th>" in read
    assert ">Lê A</td>" in read


HOSTILE = "<script>alert(1)</script> & \"'\n</title></div></mark><img src=x onerror=alert(1)>"


def test_a_hostile_article_stays_text() -> None:
    person = Person(id='"><script>', quote=HOSTILE, start=0, end=len(HOSTILE), name=HOSTILE, role='" onmouseover="x')
    html = webpage(_extraction(HOSTILE, (person,), title=HOSTILE, source=HOSTILE, published=HOSTILE))

    read = _Read(html)

    assert read.body == HOSTILE
    assert not {"script", "img"} & set(read.tags)
    assert 'onmouseover="' not in html


@pytest.mark.parametrize(
    ("url", "links"),
    [
        ("https://congdoan.example/a?b=1&c=2", ["https://congdoan.example/a?b=1&c=2"]),
        ("javascript:alert(1)", []),
        ("JaVaScRiPt:alert(1)", []),
        ("data:text/html,x", []),
        ("http://[", []),  # no address at all
    ],
)
def test_only_web_addresses_are_links(url: str, links: list[str]) -> None:
    read = _Read(fragment(_extraction(url=url)))

    assert read.links == links


def test_a_notebook_shows_the_fragment() -> None:
    extraction = _extraction(facts=(PERSON,))

    assert extraction._repr_html_() == fragment(extraction)


@pytest.mark.parametrize("text", [TEXT, TEXT.split("\n", maxsplit=1)[0]])
def test_the_headline_is_bold(text: str) -> None:
    lines = (Line(1, Role.TITLE, 0),)
    html = fragment(Extraction(article=Article(id="a", origin="a.txt", text=text, lines=lines), facts=(UNION,)))

    assert _Read(html).body == text
    assert "LĐLĐ tỉnh Huế</mark></b><b> mở 8 lớp.</b>" in html


def test_an_article_without_facts_or_text() -> None:
    assert _Read(webpage(_extraction())).body == TEXT
    assert _Read(webpage(_extraction(""))).body == ""
