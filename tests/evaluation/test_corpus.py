"""An annotated corpus in a notebook: what it holds, how it shows itself, and that it is what `evaluate` reads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import baocongdoan
from baocongdoan.errors import InputError
from baocongdoan.evaluation.annotations import AnnotatedArticle, load_annotations
from baocongdoan.evaluation.corpus import Corpus
from baocongdoan.evaluation.predictions import predict
from baocongdoan.evaluation.scoring import Scores, Tally, score

ARTICLES = Path(__file__).parents[2] / "corpora" / "articles"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return baocongdoan.open_corpus(ARTICLES)


def test_it_is_what_evaluate_reads(corpus: Corpus) -> None:
    assert dict(corpus) == load_annotations(ARTICLES)
    assert baocongdoan.open_corpus(str(ARTICLES)) == corpus
    assert repr(corpus) == f"<Corpus {ARTICLES}: 84 annotated articles, 4095 facts>"


def test_every_fact_stands_in_its_text(corpus: Corpus) -> None:
    docs = [article.extraction for article in corpus.values()]

    wrong = [fact.quote for doc in docs for fact in doc.facts if doc.article.text[fact.start : fact.end] != fact.quote]

    assert wrong == []


def test_its_texts_are_those_that_are_extracted(corpus: Corpus) -> None:
    name = "a06_dien_bien_ket_nap_dang"
    doc = baocongdoan.extract(ARTICLES / f"{name}.txt")

    assert corpus[name].article.text == doc.article.text
    assert [line.start for line in corpus[name].article.lines] == [line.start for line in doc.article.lines]


def test_it_shows_its_articles_with_their_facts_by_kind(corpus: Corpus) -> None:
    shown = corpus._repr_html_()

    first = next(iter(corpus.values()))
    assert f">{first.article.title}</td>" in shown
    assert first._repr_html_() in shown
    assert "… and 72 more" in shown
    assert shown.count("</tr>") == 1 + 12 + 2
    assert f">{corpus['a06_dien_bien_ket_nap_dang'].article.title}</td>" in shown


def test_an_article_shows_its_facts(corpus: Corpus) -> None:
    article = corpus["a06_dien_bien_ket_nap_dang"]

    assert article._repr_html_().count("<mark") >= len(article.facts) - 2
    assert len(article.extraction.pandas()) == len(article.facts)


def test_scores_show_every_level(corpus: Corpus) -> None:
    some = {name: corpus[name] for name in list(corpus)[:2]}
    scores = score(some, predict(some, baocongdoan.extract).articles)

    shown = scores._repr_html_()

    assert all(f">{level}</td>" in shown for level in scores.levels)
    assert ">0.750</td>" in Scores({"date.value": Tally(3, 4, 5)}, ())._repr_html_()


def test_an_annotation_without_text_is_shown_by_its_facts(tmp_path: Path) -> None:
    fact = {"kind": "person", "quote": "Lê A", "start": 4, "end": 8, "name": "Lê A", "role": "Chủ tịch"}
    (tmp_path / "a.json").write_text(json.dumps({"article": {"title": "Họp"}, "facts": [fact]}))

    article: AnnotatedArticle = baocongdoan.open_corpus(tmp_path)["a"]

    assert "Lê A, Chủ tịch" in article._repr_html_()


def test_a_folder_without_annotations_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no annotated article"):
        baocongdoan.open_corpus(tmp_path)
