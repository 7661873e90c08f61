"""Newspapers and sites of one province: hosts and printed names."""

import pytest

from baocongdoan.lexicon.loader import load
from baocongdoan.lexicon.newspapers import is_union_site, province_of_paper
from baocongdoan.lexicon.places import gazetteer


@pytest.mark.parametrize(
    ("paper", "province"),
    [
        ("baoyenbai.com.vn", "Yên Bái"),
        ("www.BaoYenBai.com.vn", "Yên Bái"),
        ("congdoanbacgiang.org.vn", "Bắc Giang"),
        ("congdoan.hanam.gov.vn", "Hà Nam"),
        ("ldldquangtri.vn", "Quảng Trị"),
        ("bao-quang-ninh.vn", "Quảng Ninh"),
        ("baobariavungtau.com.vn", "Bà Rịa - Vũng Tàu"),
        ("congdoantphcm.org.vn", "Hồ Chí Minh"),
        ("www.hochiminhcity.gov.vn", "Hồ Chí Minh"),
        ("daklak.gov.vn", "Đắk Lắk"),
        ("thainguyentv.vn", "Thái Nguyên"),
        ("hue.gov.vn", "Huế"),
        ("laodongthudo.vn", "Hà Nội"),
        ("Báo Ấp Bắc", "Tiền Giang"),
        # read in the whole country, or no host at all
        ("laodong.vn", None),
        ("nld.com.vn", None),
        ("congdoan.vn", None),
        ("baochinhphu.vn", None),
        ("baohanamninh.vn", None),
        ("yenbai", None),
        ("", None),
    ],
)
def test_province_of_paper(paper: str, province: str | None) -> None:
    assert province_of_paper(paper) == province


def test_the_lists_name_provinces_that_there_were() -> None:
    names = {province.name for province in gazetteer().provinces}
    tables = load("newspapers").tables
    assert {*tables["papers"].values(), *tables["host_names"].values()} <= names
    hosts = {province_of_paper(f"congdoan{host}.vn") for host in tables["host_names"]}
    assert hosts == set(tables["host_names"].values())


@pytest.mark.parametrize(
    ("site", "is_union"),
    [
        ("congdoan.vn", True),
        ("congdoanbacgiang.org.vn", True),
        ("congdoan.hanam.gov.vn", True),
        ("ldldquangtri.vn", True),
        ("lien-doan-lao-dong.example", True),
        # newspapers, a union's own among them
        ("laodong.vn", False),
        ("nld.com.vn", False),
        ("baoyenbai.com.vn", False),
        ("tin.example", False),
        ("Công đoàn Việt Nam", False),
        ("", False),
    ],
)
def test_sites_of_unions(site: str, is_union: bool) -> None:
    assert is_union_site(site) is is_union
