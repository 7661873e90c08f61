"""Pay and prices, and what they leave nobody the owner of."""

from __future__ import annotations

import pytest

from baocongdoan.facts.ownership.nobody import is_pay, is_price
from baocongdoan.language.text import Text
from baocongdoan.mentions.numbers import find_numbers
from baocongdoan.mentions.quantities import Quantity, find_quantities
from baocongdoan.pipeline import extract


def last(sentence: str) -> tuple[Text, Quantity]:
    """The last quantity of a sentence."""
    text = Text.plain(sentence)
    return text, find_quantities(text, find_numbers(text))[-1]


@pytest.mark.parametrize(
    ("sentence", "measure", "pay", "price"),
    [
        # what is paid to workers
        ("Lương bình quân 7 triệu đồng", "amount", True, False),
        ("Thu nhập của công nhân là 7 triệu đồng", "amount", True, False),
        ("Lương tối thiểu tăng 6%", "other", True, False),
        ("Lương tối thiểu tăng 6%", "share", True, False),
        ("Lương tối thiểu tăng 6%", "target_rate", False, False),
        ("Lương của 7 công nhân", "other", False, False),
        # what something costs
        ("Căn hộ có giá 300 triệu đồng", "amount", False, True),
        ("Căn hộ có giá 300 triệu đồng", "other", False, False),
        # what is given is neither, though pay or a price was spoken of
        ("Lương thấp, công đoàn tặng mỗi người 2 triệu đồng", "amount", False, False),
        ("Giá nhà cao, công đoàn hỗ trợ 50 triệu đồng", "amount", False, False),
        ("Lương thấp. Mỗi công nhân nhận 2 triệu đồng", "amount", False, False),
        ("Công đoàn hỗ trợ 50 triệu đồng", "amount", False, False),
        ("Còn 50 triệu đồng chưa tính vào lương", "amount", False, False),
    ],
)
def test_pay_and_prices(sentence: str, measure: str, pay: bool, price: bool) -> None:
    text, quantity = last(sentence)

    assert (is_pay(text, quantity, measure), is_price(text, quantity, measure)) == (pay, price)


UNION = "Liên đoàn Lao động tỉnh Tây Ninh"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is said of nobody goes on with the sentences behind, until somebody acts
        ("LĐLĐ tỉnh Tây Ninh khảo sát. Có 88% doanh nghiệp đã tăng lương.", [None]),
        ("LĐLĐ tỉnh Tây Ninh khảo sát. Có 88% đoàn viên được tập huấn.", [UNION]),
        # what befell people, and what firms do by themselves
        ("LĐLĐ tỉnh Tây Ninh họp. Mưa lũ làm 40 công nhân mất việc, 30 người bị thương.", [None, None]),
        ("LĐLĐ tỉnh Tây Ninh họp. Hơn 100 doanh nghiệp đã tăng lương.", [None]),
        ("LĐLĐ tỉnh Tây Ninh họp. Đến nay: 30 doanh nghiệp tăng lương; 20 doanh nghiệp xây nhà trọ.", [None, None]),
        ("LĐLĐ tỉnh Tây Ninh họp. Có 85% doanh nghiệp ký thỏa ước, 40% doanh nghiệp trồng cây.", [UNION, None]),
        ("LĐLĐ tỉnh Tây Ninh họp. Cả nước có 800.000 doanh nghiệp.", [None]),
        # rents and wages are nobody's but a firm's
        ("LĐLĐ tỉnh Tây Ninh họp. Giá thuê trọ 2 triệu đồng/tháng. Lương 5 triệu đồng.", [None, None]),
        ("Công ty TNHH Sao Mai trả lương. Lương bình quân 9 triệu đồng.", ["Công ty TNHH Sao Mai"]),
        ("LĐLĐ tỉnh Tây Ninh họp.\nCông ty TNHH Sao Mai vui. Thu nhập đạt 9 triệu đồng.", ["Công ty TNHH Sao Mai"]),
        ("Công ty TNHH Sao Mai vui. LĐLĐ tỉnh Tây Ninh họp. Thu nhập đạt 9 triệu đồng.", [None]),
        # what people spend or save is their own
        ("LĐLĐ tỉnh Tây Ninh mở hội chợ. Chị Lê Thị Na, công nhân may, chỉ mất 90.000 đồng.", [None]),
        ("LĐLĐ tỉnh Tây Ninh họp. Nhờ có nhà trẻ, mỗi tháng chị tiết kiệm được gần 700.000 đồng.", [None]),
        ("LĐLĐ tỉnh Tây Ninh họp. Nhờ có quỹ, năm qua tiết kiệm được gần 700.000 đồng.", [UNION]),
        # a lender to workers tells its own figures, an office the place's
        (
            "Tổ chức tài chính vi mô ABM họp. Theo Tổ chức tài chính vi mô ABM, có 90 khách hàng.\nABM chi 9 tỷ đồng.",
            ["Tổ chức tài chính vi mô ABM"] * 2,
        ),
        ("Quỹ trợ vốn ABM thuộc LĐLĐ tỉnh Tây Ninh có dư nợ 90 tỷ đồng.", ["Quỹ trợ vốn ABM"]),
        ("LĐLĐ tỉnh Tây Ninh họp. Theo Sở Xây dựng, có 40% căn hộ đã bán.", [None]),
        # an officer of another body speaks for it
        (
            "LĐLĐ tỉnh Tây Ninh họp. Ông Lê Văn Sáu, Giám đốc Sở Xây dựng Tây Ninh, cho biết có 40% căn hộ đã bán.",
            [None],
        ),
        (
            "LĐLĐ tỉnh Tây Ninh họp. Ông Lê Văn Sáu, Giám đốc Sở Xây dựng Tây Ninh, cho biết nhà đã xong. "
            "Có 40% căn hộ đã bán.",
            [None],
        ),
        (
            "LĐLĐ tỉnh Tây Ninh họp. Ông Lê Văn Sáu, Chủ tịch LĐLĐ tỉnh, cho biết có 40% căn hộ đã bán.",
            [UNION],
        ),
    ],
)
def test_owners_of_what_is_at_large(text: str, expected: list[str | None]) -> None:
    assert [count.organisation for count in extract(text, clean=False).counts] == expected
