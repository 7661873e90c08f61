"""Who issued an act, as the words behind it, the letters of its number or the sentence's subject tell."""

from __future__ import annotations

import pytest

from baocongdoan.pipeline import extract
from baocongdoan.records import Document

PARTY = "Đảng Cộng sản Việt Nam"
YEN_BAI = "LĐLĐ tỉnh Yên Bái họp. "


def documents(text: str) -> tuple[Document, ...]:
    return extract(f"{text} Người lao động được hỗ trợ.", clean=False).documents


@pytest.mark.parametrize(
    ("text", "issuer", "organ"),
    [
        # the words behind name it
        ("Theo Thông tư 8/2020/TT-BTC của Bộ trưởng Bộ Tài chính.", "Bộ Tài chính", "Bộ trưởng"),
        ("Theo Quyết định số 8 của Thủ tướng Phạm Văn Dân.", "Thủ tướng Chính phủ", None),
        ("Theo Nghị quyết số 5 của Chính phủ về việc làm.", "Chính phủ", None),
        ("Theo Nghị quyết số 5 của Chính phủ Việt Nam về việc làm.", "Chính phủ", None),
        ("Theo Nghị quyết số 5 của Chính phủ Nhật Bản về việc làm.", "Chính phủ Nhật Bản", None),
        ("Theo Quyết định số 8 của Hội đồng trường mầm non Hoa Sen.", "Trường mầm non Hoa Sen", None),
        ("Theo Quyết định số 8 của hội đồng thi đua.", None, None),
        # bodies of building, which is a verb elsewhere
        ("Thông tư số 5 của Bộ Xây dựng về nhà ở.", "Bộ Xây dựng", None),
        ("Theo Công văn số 5 của Sở Xây dựng tỉnh Hà Nam.", "Sở Xây dựng tỉnh Hà Nam", None),
        ("Kế hoạch số 7 của Công đoàn Xây dựng Việt Nam.", "Công đoàn Xây dựng Việt Nam", None),
        ("Kế hoạch số 7 do LĐLĐ tỉnh Hà Nam xây dựng.", "Liên đoàn Lao động tỉnh Hà Nam", None),
        ("Nghị quyết của Bộ Chính trị số 20-NQ/TW về nông nghiệp.", PARTY, "Bộ Chính trị"),
        ("Theo Chỉ thị 3 của Chủ tịch UBND tỉnh Hà Nam về bão.", "Ủy ban nhân dân tỉnh Hà Nam", None),
        ("Theo Nghị quyết số 5 của Ban Thường vụ Tỉnh ủy Hà Nam.", "Tỉnh ủy Hà Nam", "Ban Thường vụ"),
        ("Nghị quyết số 7 được HĐND tỉnh Hà Nam thông qua.", "Hội đồng nhân dân tỉnh Hà Nam", None),
        ("Nghị quyết 12a/NQ-BCH của BCH Công đoàn Viên chức Việt Nam.", "Công đoàn Viên chức Việt Nam",
         "Ban Chấp hành"),
        # the letters tell it
        ("Công văn 1028/BNV-CTL.", "Bộ Nội vụ", None),
        # by the initials of a body of the article, its country left out or not
        ("Tổng cục Đường bộ Việt Nam họp. Theo Công văn 1417/TCĐBVN-TC.", "Tổng cục Đường bộ Việt Nam", None),
        ("Cục Hồ Đập họp. Theo Công văn 412/CHĐ-TC.", "Cục Hồ Đập", None),
        ("Cục Hồ Đập họp. Theo Công văn 412/XYZ-TC.", None, None),
        ("Thông tư liên tịch số 7/2013/TTLT-BTC-BNV.", "Bộ Tài chính", None),
        ("LĐLĐ thành phố Hải Phòng họp. Theo Quyết định 12/QĐ-UBND.", "Ủy ban nhân dân thành phố Hải Phòng", None),
        (f"{YEN_BAI}Theo Quyết định 12/QĐ-UBND.", "Ủy ban nhân dân tỉnh Yên Bái", None),
        (
            "UBND tỉnh Yên Bái và UBND huyện Lục Yên họp. Theo Quyết định 12/QĐ-UBND.",
            "Ủy ban nhân dân huyện Lục Yên",
            None,
        ),
        (
            "Theo Quyết định 12/QĐ-UBND thì nghỉ. Sau đó UBND huyện Lục Yên họp.",
            "Ủy ban nhân dân huyện Lục Yên",
            None,
        ),
        ("Theo Kế hoạch số 12/KH-AB.", None, None),
        # the subject of the sentence does
        ("Ngày 5/4, Công ty TNHH Hoa Mai đã ban hành Quyết định số 12 về thưởng Tết.", "Công ty TNHH Hoa Mai", None),
        (
            f"{YEN_BAI}Công ty TNHH Hoa Mai nợ lương. Đơn vị này đã ban hành Kế hoạch số 5/KH.",
            "Công ty TNHH Hoa Mai",
            None,
        ),
        (f"{YEN_BAI}Ban hành Kế hoạch số 5/KH về nữ công.", "Liên đoàn Lao động tỉnh Yên Bái", None),
        ("Công ty TNHH Hoa Mai họp. Hội đồng vừa ban hành Kế hoạch số 5/KH mà đơn vị này xin.", None, None),
        ("Bộ Xây dựng ban hành Luật Nhà ở năm 2023.", None, None),
        (
            "Tại kỳ họp, HĐND tỉnh Hà Nam thông qua Nghị quyết số 7 về nhà ở.",
            "Hội đồng nhân dân tỉnh Hà Nam",
            None,
        ),
        ("Đại hội thông qua Nghị quyết số 7 về nữ công. LĐLĐ tỉnh Hà Nam họp.", "Liên đoàn Lao động tỉnh Hà Nam", None),
    ],
)  # fmt: skip
def test_issuers(text: str, issuer: str | None, organ: str | None) -> None:
    document = documents(text)[0]

    assert (document.issuer, document.organ) == (issuer, organ)


@pytest.mark.parametrize(
    ("text", "issued"),
    [
        ("Theo Nghị quyết số 8-NQ/TW ngày 29/2/2020 của Bộ Chính trị.", "2020-02-29"),
        ("Theo Nghị quyết số 8-NQ/TW ngày 31/2/2020 của Bộ Chính trị.", None),
        ("Kế hoạch ngày 5/3/2024 số 8/KH-LĐLĐ của LĐLĐ tỉnh Yên Bái.", "2024-03-05"),
    ],
)
def test_days_between_number_and_issuer(text: str, issued: str | None) -> None:
    [document] = documents(text)

    assert (document.issued, document.number is not None, document.issuer is not None) == (issued, True, True)
