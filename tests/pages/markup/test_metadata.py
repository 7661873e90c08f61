"""What pages declare of themselves, well or badly."""

from __future__ import annotations

import json
from typing import Any

import pytest

from baocongdoan.pages.html import read_html
from baocongdoan.pages.markup.metadata import MAX_JSON_LD, read_moment
from baocongdoan.records import PageMetadata

URL = "https://tin.example/bai-1.html"


def declared(head: str, url: str | None = None) -> PageMetadata:
    return read_html(f"<html><head>{head}</head><p>Họp công đoàn", url=url).metadata or PageMetadata()


def json_ld(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f'<script type="application/ld+json">{text}</script>'


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Mở lớp &quot;mới&quot;",
    "datePublished": "2023-04-05T06:07:08Z",
    "author": [{"@type": "Person", "name": "Lê Na"}, {"@type": "Organization", "name": "Tin"}, "Hà  Vi"],
    "publisher": {"name": "Báo Tin"},
    "mainEntityOfPage": {"@id": URL},
}
FULL = PageMetadata(
    title='Mở lớp "mới"',
    published="2023-04-05T13:07:08+07:00",
    authors=("Lê Na", "Hà Vi"),
    site="Báo Tin",
    canonical_url=URL,
    is_article=True,
)


@pytest.mark.parametrize(
    "value",
    [ARTICLE, [ARTICLE], {"@graph": [{"@type": "WebSite", "name": "x"}, ARTICLE]}, {"mainEntity": ARTICLE}],
    ids=["alone", "in a list", "in a graph", "within a page"],
)
def test_json_ld_of_an_article(value: Any) -> None:
    assert declared(json_ld(value)) == FULL


HEADS: list[tuple[str, dict[str, object]]] = [
    (json_ld('{"@type": "NewsArticle", "headline": "8 l\\ud800ớp"}'), {"title": "8 l\ufffdớp"}),
    ('<title>  Mở\nlớp </title><svg><title>Dấu</title></svg>', {"title": "Mở lớp", "is_article": None}),
    ('<meta name=title content=A><meta property="og:title" content="B"><title>C</title>', {"title": "B"}),
    ('<meta property="article:published_time" content="2023-04-05">', {"published": "2023-04-05", "is_article": True}),
    ('<meta itemprop=datePublished content="05/04/2023 7:30 PM">', {"published": "2023-04-05T19:30:00+07:00"}),
    ('<meta name=pubdate content="hôm qua"><meta name=date content=2023-04-05>', {"published": "2023-04-05"}),
    ('<meta property="article:modified_time" content="2023-04-05">', {"published": None}),
    ('<meta name=author content="Lê Na"><meta name=author content="Hà Vi">', {"authors": ("Lê Na", "Hà Vi")}),
    ('<meta property="article:author" content="https://mxh.example/tin">', {"authors": ()}),
    ('<meta name=author content=TIN><meta property=og:site_name content="tin.example">', {"authors": ()}),
    ("<link rel=canonical href=/bai-1.html>", {"canonical_url": URL}),
    ('<link rel=canonical href="http://["><meta property=og:url content=https://b.example/1>',
     {"canonical_url": "https://b.example/1"}),
    ("<link rel=canonical href=https://tin.example/><meta property=og:type content=article>", {"is_article": False}),
    ("<meta property=og:type content=article>", {"is_article": True}),
    ("<meta property=og:type content=website>", {"is_article": None}),
    (json_ld({"@type": "CollectionPage", "name": "Thời sự"}), {"is_article": False, "title": None}),
    (json_ld([ARTICLE, {**ARTICLE, "headline": "Bài khác"}]), {"title": None, "published": None}),
    (json_ld('{"@type": "NewsArticle", "headline": "Dòng\nmới",'), {"title": None}),
    (json_ld({**ARTICLE, "articleBody": "x" * MAX_JSON_LD}), {"title": None}),
    (json_ld({"@type": "NewsArticle", "headline": 7, "author": 8, "datePublished": {}}), {"title": None}),
]  # fmt: skip


@pytest.mark.parametrize(("head", "wanted"), HEADS)
def test_declarations(head: str, wanted: dict[str, object]) -> None:
    found = declared(head, url=URL)

    assert {name: getattr(found, name) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2023-04-05T06:07:08.123+07:00", "2023-04-05T06:07:08+07:00"),
        ("2023-04-05T06:07:08.1234567", "2023-04-05T06:07:08+07:00"),
        ("2023-04-05T06:07+0000", "2023-04-05T13:07:00+07:00"),
        ("20230405", "2023-04-05"),
        ("5/4/2023", "2023-04-05"),
        ("5-4-2023 lúc 06h07", "2023-04-05T06:07:00+07:00"),
        ("Wed, 05 Apr 2023 06:07:08 +0700", "2023-04-05T06:07:08+07:00"),
        ("35/4/2023", None),
        ("1970-01-01T00:00:00Z", None),
        ("9" * 10_000, None),
        ("", None),
    ],
)
def test_moments(text: str, moment: str | None) -> None:
    assert read_moment(text) == moment
