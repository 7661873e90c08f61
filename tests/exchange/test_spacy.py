from __future__ import annotations

import sys

import pytest

import baocongdoan
from baocongdoan.errors import MissingExtraError
from baocongdoan.exchange import to_spacy
from baocongdoan.records import Article, Extraction, Person
from baocongdoan.serialise import FACT_TYPES

TEXT = (
    "LĐLĐ tỉnh Lào Cai: 🎉 tập huấn\nNăm 2024, LĐLĐ tỉnh Lào Cai  mở 8 lớp tập huấn;hơn 1.200 cán bộ dự. Ông Lê A nói."
)


@pytest.fixture(scope="module")
def doc() -> Extraction:
    return baocongdoan.extract(TEXT, clean=False)


@pytest.mark.engines
def test_every_fact_is_a_span_with_its_fields(doc: Extraction) -> None:
    spacy_doc = doc.to_spacy()

    assert spacy_doc.text == doc.article.text
    assert set(spacy_doc.spans) == set(FACT_TYPES)
    spans = {span.id_: span for kind in FACT_TYPES for span in spacy_doc.spans[kind]}
    assert len(spans) == len(doc.facts) >= 5
    for fact in doc.facts:
        span = spans[fact.id]
        assert (span.text, span.start_char, span.label_) == (fact.quote, fact.start, fact.kind)
        assert span._.fact["quote"] == fact.quote
        assert span._.fact.get("measure") == getattr(fact, "measure", None)
    assert spacy_doc[0:1]._.fact is None


@pytest.mark.engines
def test_span_begins_and_ends_within_words() -> None:
    facts = (
        Person(id="f1", quote="ê", start=1, end=2, name="ê"),
        Person(id="f2", quote="Lê A\n", start=0, end=5, name="Lê A"),
    )
    extraction = Extraction(article=Article(id="a", origin="-", text="Lê A\n\n B  C "), facts=facts)

    spacy_doc = to_spacy(extraction)

    assert spacy_doc.text == "Lê A\n\n B  C "
    assert [spacy_doc.text[span.start_char : span.end_char] for span in spacy_doc.spans["person"]] == ["ê", "Lê A\n"]


@pytest.mark.engines
def test_pipeline_keeps_its_tokens_and_facts_take_whole_ones(doc: Extraction) -> None:
    import spacy

    nlp = spacy.blank("xx")
    nlp.add_pipe("sentencizer")

    spacy_doc = doc.to_spacy(nlp)

    assert [token.text for token in spacy_doc] == [token.text for token in nlp.make_doc(doc.article.text)]
    assert len(list(spacy_doc.sents)) > 1
    spans = [span for kind in FACT_TYPES for span in spacy_doc.spans[kind]]
    assert len(spans) == len(doc.facts)
    assert all(span._.fact["quote"] in span.text for span in spans)


@pytest.mark.engines
def test_facts_are_kept_on_disk_and_can_be_drawn(doc: Extraction) -> None:
    from spacy import displacy
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    packed = DocBin(docs=[doc.to_spacy()], store_user_data=True).to_bytes()
    [read] = DocBin().from_bytes(packed).get_docs(Vocab())

    assert [span._.fact["value"] for span in read.spans["count"]] == [count.value for count in doc.counts]
    drawn = displacy.render(read, style="span", options={"spans_key": "count"}, jupyter=False)
    assert "count" in drawn


def test_missing_package_is_named(doc: Extraction, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy.tokens", None)
    monkeypatch.setitem(sys.modules, "spacy", None)

    with pytest.raises(MissingExtraError, match=r"pip install 'baocongdoan\[spacy\]'"):
        doc.to_spacy()
