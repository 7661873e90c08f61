"""What citations mean: numbers closed up, issuers named, days dated, one fact an act. Every line is invented."""

from __future__ import annotations

from typing import Any

import pytest

from baocongdoan.facts.act_numbers import ActNumber
from baocongdoan.facts.documents import resolve_documents
from baocongdoan.facts.entities.organisations import resolve_organisations
from baocongdoan.facts.temporal.dates import resolve_dates
from baocongdoan.language.text import Text
from baocongdoan.mentions.dates import find_dates
from baocongdoan.mentions.documents import find_documents
from baocongdoan.mentions.organisations import find_organisations
from baocongdoan.records import Article, Document

UNION = "Tổng Liên đoàn Lao động Việt Nam"
PARTY = "Đảng Cộng sản Việt Nam"


def documents(line: str, published: str | None = None) -> tuple[Document, ...]:
    text = Text.plain(line)
    article = Article(id="a", origin="-", text=text.raw, published=published)
    directory = resolve_organisations(find_organisations(text), text, article)
    dates = resolve_dates(find_dates(text), text, published)
    return resolve_documents(find_documents(text), text, directory, dates)


@pytest.mark.parametrize(
    ("words", "printed", "issuers", "year"),
    [
        ("412/QĐ - CHK", "412/QĐ-CHK", ("CHK",), None),
        ("61 – QĐ/TW", "61-QĐ/TW", ("TW",), None),
        ("35/2016/TT-BGTVT", "35/2016/TT-BGTVT", ("BGTVT",), "2016"),
        ("1417/TCĐBVN - TC", "1417/TCĐBVN-TC", ("TCĐBVN",), None),
        ("88/2016/QH13", "88/2016/QH13", ("QH13",), "2016"),
        ("27/2012", "27/2012", (), "2012"),
        ("30 a/2009/NQ-CP", "30a/2009/NQ-CP", ("CP",), "2009"),
        ("16", "16", (), None),
    ],
)
def test_numbers_are_closed_up_and_taken_apart(words: str, printed: str, issuers: tuple[str, ...], year: str) -> None:
    number = ActNumber.of(words)
    assert (number.printed, number.issuers, number.year) == (printed, issuers, year)


@pytest.mark.parametrize(
    ("first", "second", "may_be"),
    [
        ("40", "40/2018/NĐ-CP", True),
        ("02", "2-NQ/TW", True),
        ("46/NĐ-CP", "46/2016/NĐ-CP", True),
        ("40/2012/NĐ-CP", "40/2018/NĐ-CP", False),
        ("5/QĐ-UBND", "5/QĐ-TTg", False),
        ("4a/NQ-TLĐ", "4b/NQ-TLĐ", False),
        # type or issuer may be left out
        ("5-UBND", "5/QĐ-UBND", True),
        ("5-TLĐ", "5/NQ-BCH-TLĐ", True),
        ("5/QĐ", "5/QĐ-UBND", True),
    ],
)
def test_numbers_of_one_act(first: str, second: str, may_be: bool) -> None:
    assert ActNumber.of(first).may_be(ActNumber.of(second)) is may_be
    assert ActNumber.of(second).may_be(ActNumber.of(first)) is may_be


@pytest.mark.parametrize(
    ("first", "last", "printed"),
    [("12", "13/2024/NĐ-CP", "12/2024/NĐ-CP"), ("12/NQ-CP", "13/2024/NĐ-CP", "12/NQ-CP")],
)
def test_a_number_in_a_list_takes_the_letters_of_its_last(first: str, last: str, printed: str) -> None:
    assert ActNumber.of(first).like(ActNumber.of(last)).printed == printed


@pytest.mark.parametrize(
    ("line", "issuer", "organ"),
    [
        ("Theo Nghị định 51/2014/NĐ-CP.", "Chính phủ", None),
        ("Theo Nghị định 51.", "Chính phủ", None),
        ("Theo Quyết định 12/QĐ-TTg.", "Thủ tướng Chính phủ", None),
        ("Theo Thông tư 8/2020/TT-BTC.", "Bộ Tài chính", None),
        ("Theo Thông tư 8/2020/TT-BLĐTBXH.", "Bộ Lao động - Thương binh và Xã hội", None),
        ("Theo Nghị quyết số 7b/NQ-TLĐ.", UNION, None),
        ("Theo Luật số 88/2016/QH13.", "Quốc hội", None),
        ("Theo Nghị quyết số 3-NQ/TW.", PARTY, None),
        ("Theo Chỉ thị 9-CT/TW của Ban Bí thư Trung ương Đảng.", PARTY, "Ban Bí thư"),
        ("Theo Quy định 61-QĐ/TW của ban Chấp hành Trung ương Đảng.", PARTY, "Ban Chấp hành Trung ương"),
        ("Theo Thông tư 8 của Thống đốc Ngân hàng Nhà nước.", "Ngân hàng Nhà nước Việt Nam", "Thống đốc"),
        ("Theo Nghị quyết Đại hội XII của Đảng.", PARTY, None),
        ("Theo Thông tư 16.", None, None),
        ("LĐLĐ tỉnh Yên Bái họp. Theo Kế hoạch 12/KH-LĐLĐ.", "Liên đoàn Lao động tỉnh Yên Bái", None),
        ("LĐLĐ tỉnh Yên Bái họp. Theo Quyết định 12/QĐ-UBND.", "Ủy ban nhân dân tỉnh Yên Bái", None),
        ("LĐLĐ tỉnh Yên Bái họp. Theo Chương trình 12-CTr/TU.", "Tỉnh ủy Yên Bái", None),
        ("LĐLĐ tỉnh Yên Bái họp. Theo Nghị quyết 6/NQ-LĐLĐ của Ban Chấp hành về nữ công.",
         "Liên đoàn Lao động tỉnh Yên Bái", "Ban Chấp hành"),
        ("Tổng cục Đường bộ Việt Nam gửi đi Công văn 1417/TCĐBVN-TC.", "Tổng cục Đường bộ Việt Nam", None),
        ("Thủ tướng vừa ký Quyết định 655 về nhà ở.", "Thủ tướng Chính phủ", None),
        ("Nghị quyết 2 và Chỉ thị 5 của Bộ Chính trị.", PARTY, "Bộ Chính trị"),
    ],
)  # fmt: skip
def test_issuers(line: str, issuer: str | None, organ: str | None) -> None:
    document = documents(line)[0]
    assert (document.issuer, document.organ) == (issuer, organ)


def test_who_approves_a_scheme_of_others_is_not_its_issuer() -> None:
    decision, scheme = documents("Quyết định 338/QĐ-TTg của Thủ tướng Chính phủ phê duyệt Đề án “Một vạn căn hộ”.")
    assert (decision.issuer, scheme.issuer) == ("Thủ tướng Chính phủ", None)


@pytest.mark.parametrize(
    ("line", "published", "issued"),
    [
        ("Theo Thông tư 8/2020/TT-BTC ngày 5/3/2020.", None, "2020-03-05"),
        ("Theo Thông tư 8/2020/TT-BTC ban hành ngày 5 tháng 3 năm 2020.", None, "2020-03-05"),
        ("Theo Thông tư 8/2020/TT-BTC.", None, None),
        ("Theo Kế hoạch 8/KH-TLĐ năm 2020.", None, None),
        ("Ngày 5/3/2020, Bộ Tài chính đã ban hành Thông tư 8/2020/TT-BTC.", None, "2020-03-05"),
        ("Ngày 5/3, Bộ Tài chính đã ban hành Thông tư 8/2020/TT-BTC.", "2020-03-07", "2020-03-05"),
        ("Ngày 5/3/2020, Bộ Tài chính họp, đến ngày 7/3/2020 ban hành Thông tư 8/2020/TT-BTC.", None, None),
        ("Thông tư 8/2020/TT-BTC được Bộ Tài chính ban hành ngày 5/3/2020.", None, "2020-03-05"),
        ("Thông tư 8/2020/TT-BTC, ngày 5-3-2020, của Bộ Tài chính.", None, "2020-03-05"),
        ("Ngày 5/3/2020, ông Minh cho biết Bộ Tài chính đã ban hành Thông tư 8/2020/TT-BTC.", None, None),
        ("Thông tư 8/2020/TT-BTC có hiệu lực từ ngày 5/3/2020.", None, None),
        ("Tháng 5/2020, Thủ tướng ban hành Quyết định 655 về nhà ở.", None, None),
        ("Theo Thông tư 8/2020/TT-BTC ngày 31/2/2020.", None, None),
    ],
)
def test_days_of_issue(line: str, published: str | None, issued: str | None) -> None:
    assert documents(line, published)[0].issued == issued


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Theo Nghị định 40. Nghị định 40/2018/NĐ-CP ngày 12/3/2018 về bán hàng. Nghị định 40/2018/NĐ - CP có lợi.",
            [{"number": "40/2018/NĐ-CP", "issued": "2018-03-12", "subject": "bán hàng",
              "quote": "Nghị định 40/2018/NĐ-CP ngày 12/3/2018 về bán hàng"}],
        ),
        ("Luật Công đoàn 2012. Luật Công đoàn. Luật Công đoàn năm 2012.", [{"subject": "Luật Công đoàn 2012"}]),
        ("Luật Công đoàn 2012 và Luật Công đoàn 2024.",
         [{"subject": "Luật Công đoàn 2012"}, {"subject": "Luật Công đoàn 2024"}]),
        ("Triển khai Đề án “Một triệu căn hộ”. Đề án “Một triệu căn hộ” có lợi.", [{"subject": "Một triệu căn hộ"}]),
        ("Triển khai Đề án “Một triệu căn hộ” và Đề án “Nhà ở xã hội”.",
         [{"subject": "Một triệu căn hộ"}, {"subject": "Nhà ở xã hội"}]),
        ("Nghị quyết số 5 và Kế hoạch số 5 của LĐLĐ tỉnh Hà Nam.", [{"type": "resolution"}, {"type": "plan"}]),
        # what names no year may be either, which does not make one of them
        ("Luật Công đoàn 2012. Luật Công đoàn. Luật Công đoàn 2024.",
         [{"subject": "Luật Công đoàn 2012"}, {"subject": "Luật Công đoàn 2024"}]),
        ("Nghị định 40/2012/NĐ-CP. Nghị định 40. Nghị định 40/2018/NĐ-CP.",
         [{"number": "40/2012/NĐ-CP"}, {"number": "40/2018/NĐ-CP"}]),
        ("Nghị quyết Đại hội XIII Công đoàn Việt Nam. Nghị quyết Đại hội XII Công đoàn Việt Nam.",
         [{"term": "XIII"}, {"term": "XII"}]),
        ("Nghị định 40/2018/NĐ-CP. Văn bản 40/2018/NĐ-CP.", [{"type": "decree"}]),
        ("Dự thảo Luật Công đoàn (sửa đổi) được bàn. Luật Công đoàn (sửa đổi) được thông qua.", [{"draft": False}]),
        ("Dự thảo Luật Công đoàn (sửa đổi) được bàn.", [{"draft": True}]),
        ("Điều lệ Công đoàn khóa XI. Điều lệ Công đoàn Việt Nam (khóa XI).", [{"type": "charter", "term": "XI"}]),
        ("Công văn 14/TLĐ-TC. Văn bản số 14/TLĐ-TC.", [{"type": "dispatch", "number": "14/TLĐ-TC"}]),
        ("Văn bản số 14/QĐ-TLĐ.", [{"type": "decision", "number": "14/QĐ-TLĐ"}]),
        ("Nghị quyết số 14/KH-TLĐ.", [{"type": "resolution"}]),  # its own name wins over its letters
        ("Luật số 50/2024/QH15 và Nghị quyết 9 của LĐLĐ tỉnh Hà Nam.",
         [{"issuer": "Quốc hội"}, {"issuer": "Liên đoàn Lao động tỉnh Hà Nam"}]),
        ("Nghị định 2 và Nghị quyết 5 của Quốc hội.", [{"issuer": "Chính phủ"}, {"issuer": "Quốc hội"}]),
        ("Thông tư 2 và Nghị quyết 5 của Chính phủ.", [{"issuer": None}, {"issuer": "Chính phủ"}]),
        ("Theo Nghị định 12 và 13/2024/NĐ-CP.", [{"number": "12/2024/NĐ-CP"}, {"number": "13/2024/NĐ-CP"}]),
        ("Quy định 5-QĐ/TW của Ban Bí thư và Quy định 9-QĐ/TU của Thành ủy Hải Phòng về nêu gương.",
         [{"subject": "nêu gương"}, {"subject": "nêu gương", "issuer": "Thành ủy Hải Phòng"}]),
    ],
)  # fmt: skip
def test_one_fact_an_act(line: str, expected: list[dict[str, Any]]) -> None:
    found = documents(line)
    assert [{key: getattr(fact, key) for key in want} for fact, want in zip(found, expected, strict=True)] == expected


def test_quotes_stand_in_the_text() -> None:
    line = "Thực hiện Nghị quyết số 7b/NQ-TLĐ ngày 3/4/2015 về nữ công và Đề án “Nhà ở công nhân”, LĐLĐ tỉnh họp."
    assert [line[fact.start : fact.end] == fact.quote for fact in documents(line)] == [True, True]
