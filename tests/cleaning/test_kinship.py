"""What a line has in common with the article."""

from __future__ import annotations

import pytest

from baocongdoan.cleaning.features import LineFeatures, look
from baocongdoan.cleaning.kinship import Kinship
from baocongdoan.records import PageLine


def features(*texts: str) -> tuple[LineFeatures, ...]:
    return look([PageLine(number, text) for number, text in enumerate(texts, 1)])


def test_kinship_tells_the_articles_own_lines_from_links() -> None:
    article = features("Công đoàn nhà máy gạch Cẩm Thủy mở lớp cho tổ trưởng sản xuất.")
    own, other = features("Tổ trưởng sản xuất nhà máy gạch Cẩm Thủy", "Ngư dân Cửa Đại được mùa cá")
    kinship = Kinship(article)
    assert kinship.shared(own) > 0.6 > kinship.shared(other)
    assert (kinship.foreign_names(own), kinship.foreign_names(other)) == (0, 2)


def test_a_line_of_the_article_is_akin_by_what_other_lines_have() -> None:
    article = features("Thợ lò Cẩm Thủy mở lớp.", "Lớp của thợ lò mở ở Sao Mai.", "Ngày hội")
    kinship = Kinship(article)
    assert [kinship.shared(line, own=True) for line in article] == [pytest.approx(1 / 5), pytest.approx(1 / 7), 0.0]
    assert [kinship.shared(line) for line in article] == [1.0, 1.0, 1.0]
    assert [kinship.foreign_names(line, own=True) for line in article] == [2, 2, 0]
