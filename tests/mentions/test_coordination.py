"""Bodies of one kind that are named together, and lists that only look like it."""

from __future__ import annotations

import pytest

import baocongdoan

TOGETHER = [
    (
        "LĐLĐ các tỉnh Bắc Ninh, Hải Dương và Hưng Yên cùng tổ chức hội thảo",
        ["tỉnh Bắc Ninh", "tỉnh Hải Dương", "tỉnh Hưng Yên"],
    ),
    ("Dự lễ có LĐLĐ Bình Dương, Tây Ninh, Cần Thơ", ["tỉnh Bình Dương", "tỉnh Tây Ninh", "thành phố Cần Thơ"]),
    (
        "LĐLĐ các huyện Văn Yên, Lục Yên và thị xã Nghĩa Lộ tặng quà",
        ["huyện Văn Yên", "huyện Lục Yên", "thị xã Nghĩa Lộ"],
    ),
    ("Các LĐLĐ huyện Phú Lương, Đại Từ và TP. Sông Công", ["huyện Phú Lương", "huyện Đại Từ", "thành phố Sông Công"]),
    ("LĐLĐ các tỉnh, thành phố: Hà Nội, Hải Phòng", ["thành phố Hà Nội", "thành phố Hải Phòng"]),
    ("LĐLĐ tỉnh Nghệ An và Hà Tĩnh ký kết", ["tỉnh Nghệ An", "tỉnh Hà Tĩnh"]),
    ("LĐLĐ thành phố Hải Phòng và Cần Thơ ký kết", ["thành phố Hải Phòng", "thành phố Cần Thơ"]),
    ("LĐLĐ huyện Văn Yên và Lục Yên ký kết", ["huyện Văn Yên", "huyện Lục Yên"]),
]
ALONE = [
    ("LĐLĐ huyện Văn Yên, Yên Bái mở 2 lớp", ["huyện Văn Yên"]),
    ("LĐLĐ tỉnh Nghệ An, Hà Tĩnh là nơi khởi công", ["tỉnh Nghệ An"]),
    ("LĐLĐ tỉnh Nghệ An và Sở Y tế tỉnh ký kết", ["tỉnh Nghệ An"]),
]


@pytest.mark.parametrize(("text", "places"), TOGETHER + ALONE)
def test_each_named_federation_is_one_organisation(text: str, places: list[str]) -> None:
    names = [o.name for o in baocongdoan.extract(text, clean=False).organisations if o.name.startswith("Liên đoàn")]
    assert names == [f"Liên đoàn Lao động {place}" for place in places]


@pytest.mark.parametrize("text", [text for text, _ in TOGETHER])
def test_a_listed_body_is_quoted_as_printed(text: str) -> None:
    article = baocongdoan.extract(text, clean=False)
    assert all(article.article.text[o.start : o.end] == o.quote for o in article.organisations)
    assert len({o.start for o in article.organisations}) == len(article.organisations)
