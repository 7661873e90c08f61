"""The learned line roles: what they may never do, and how they stand beside the rules."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import tomllib
from html import escape
from importlib import resources
from pathlib import Path
from string import Template

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from numpy.typing import NDArray

from baocongdoan.cleaning import clean, learned
from baocongdoan.cleaning.features import look
from baocongdoan.cleaning.layout import Layout
from baocongdoan.cleaning.learned import LineRoleModel, line_role_model, relabel
from baocongdoan.cleaning.listing import is_listing
from baocongdoan.cleaning.roles import Label, label
from baocongdoan.cleaning.signals import SIGNALS, signals, windows
from baocongdoan.errors import InputError
from baocongdoan.pages.html import read_html
from baocongdoan.pages.text import read_text
from baocongdoan.records import Markup, Page, PageLine, Role

ROOT = Path(__file__).parents[2]
CORPORA = ROOT / "corpora" / "articles"
LAYOUTS = {
    layout["name"]: layout
    for layout in tomllib.loads((ROOT / "benchmarks" / "layouts.toml").read_text(encoding="utf-8"))["layout"]
}
FILE = resources.files("baocongdoan") / "models" / "line_roles.npz"


@pytest.fixture(scope="module")
def model() -> LineRoleModel:
    found = line_role_model()
    assert found is not None, "the shipped model was trained on other signals: run `make train`"
    return found


# ---- the file -------------------------------------------------------------------------------------------------------


def test_the_model_is_small_and_loads_at_once() -> None:
    LineRoleModel.load(FILE)
    start = time.process_time()
    LineRoleModel.load(FILE)

    assert time.process_time() - start < 0.5
    assert len(FILE.read_bytes()) < 2_000_000


def test_the_model_is_written_as_it_was_read(model: LineRoleModel) -> None:
    assert model.to_bytes() == FILE.read_bytes()


def test_cleaning_needs_no_scikit_learn() -> None:
    told = "import sys, baocongdoan; baocongdoan.clean('LĐLĐ tỉnh mở lớp'); print('sklearn' in sys.modules)"

    said = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"


def test_without_a_fitting_model_the_rules_speak(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (CORPORA / "a01_bac_giang_tap_huan_can_bo.txt").read_bytes()
    by_rules = clean(read_text(text), rules_only=True)
    monkeypatch.setattr("baocongdoan.cleaning.article.line_role_model", lambda: None)

    assert clean(read_text(text)) == by_rules


# ---- what it does with lines ----------------------------------------------------------------------------------------


@given(
    st.lists(
        st.sampled_from(
            [
                "Trang chủ",
                "Mở lớp tập huấn",
                "5/3/2020",
                "LĐLĐ tỉnh mở 8 lớp cho cán bộ.",
                "Ảnh: K.T",
                "Tin khác",
                "12",
                "…",
            ]
        ),
        min_size=1,
        max_size=30,
    )
)
def test_a_page_has_one_headline_at_most(texts: list[str]) -> None:
    model = line_role_model()
    assert model is not None
    layout = Layout.of(look(tuple(PageLine(number, text) for number, text in enumerate(texts, 1))))

    roles = [given.role for given in relabel(layout, label(layout), model)]
    assert len(roles) == len(texts)
    assert roles.count(Role.TITLE) <= 1


def test_windows_are_multiplied_as_by_the_book(model: LineRoleModel) -> None:
    rows = (np.random.default_rng(5).random((97, len(SIGNALS))) < 0.2).astype(np.float32)

    assert np.allclose(model._windowed(rows), windows(rows) @ model.hidden, atol=1e-4)


def test_a_run_of_settled_lines_is_one_step_of_the_path(model: LineRoleModel) -> None:
    rng = np.random.default_rng(7)
    for settled in (rng.random(60) < 0.6, np.zeros(9, dtype=bool), np.ones(9, dtype=bool)):
        shares = rng.normal(size=(len(settled), len(learned.STATES))).astype(np.float32)
        said = shares.copy()
        said[settled] = -1e4
        for state, (role, _) in enumerate(learned.STATES):
            if role is Role.BOILERPLATE:
                said[settled, state] = 0.0
        whole = learned.likeliest_path(said, model.follows, model.starts)

        told = list(model._states(shares[~settled], settled))
        assert told == [state for state, known in zip(whole, settled, strict=True) if not known]


def test_the_likeliest_path_is_the_best_of_all_paths() -> None:
    rng = np.random.default_rng(3)
    shares, follows, starts = rng.normal(size=(5, 3)), rng.normal(size=(3, 3)), rng.normal(size=3)
    paths = np.stack(np.meshgrid(*[range(3)] * 5, indexing="ij"), axis=-1).reshape(-1, 5)
    sums = [starts[path[0]] + shares[range(5), path].sum() + follows[path[:-1], path[1:]].sum() for path in paths]

    assert learned.likeliest_path(shares, follows, starts) == tuple(paths[int(np.argmax(sums))])


def test_signals_have_a_row_a_line_and_a_column_a_name() -> None:
    layout = Layout.of(look(read_html("<nav><a href='/'>Trang chủ</a></nav><h1>Mở lớp</h1><p>Mở 8 lớp.</p>").lines))
    rows = signals(layout, label(layout))

    assert rows.shape == (3, len(SIGNALS))
    assert len(set(SIGNALS)) == len(SIGNALS)
    assert rows[:, SIGNALS.index("html")].tolist() == [1, 1, 1]
    assert rows[:, SIGNALS.index("heading_1")].tolist() == [0, 1, 0]


def test_links_in_a_row_are_not_asked_for_but_one_that_stands_alone_is(model: LineRoleModel) -> None:
    """For a headline may link to its own page."""
    title = "<div><a href='/mo-lop'>Công đoàn xã Mai Hạ mở lớp cho cán bộ</a></div>"
    prose = "<p>Sáng 12/3, Công đoàn xã Mai Hạ mở lớp tập huấn cho 120 cán bộ công đoàn cơ sở trong hai ngày.</p>"
    others = "".join(f"<p><a href='/{n}'>Công đoàn xã số {n} tặng quà cho thợ</a></p>" for n in range(4))
    layout = Layout.of(look(read_html(f"{title}<p>12/3/2024 08:15</p>{2 * prose}{others}").lines))
    asked = []

    class Asked(LineRoleModel, frozen=True):
        def log_shares(self, rows: NDArray[np.float32], wanted: NDArray[np.intp]) -> NDArray[np.float32]:
            asked.extend(wanted.tolist())
            return super().log_shares(rows, wanted)

    labels = label(layout)
    roles = Asked(**structs.asdict(model)).roles(signals(layout, labels), labels)

    assert [given.why for given in labels][4:] == ["linked"] * 4
    assert asked == [0, 1, 2, 3]
    assert roles[4:] == (Role.BOILERPLATE,) * 4


def test_a_site_profile_has_the_last_word() -> None:
    lines = (
        PageLine(1, "Mở lớp tập huấn cho cán bộ", Markup(tag="h1", heading=1)),
        PageLine(2, "LĐLĐ tỉnh mở 8 lớp tập huấn cho 340 cán bộ công đoàn cơ sở trong tháng.", Markup(tag="p")),
        PageLine(3, "Kính mời bạn đọc đón xem.", Markup(tag="p", role=Role.BODY)),
    )
    roles = [line.role for line in clean(Page(lines=lines)).lines]

    assert roles[2] is Role.BODY


# ---- beside the rules -----------------------------------------------------------------------------------------------


def test_on_the_annotated_pages_it_is_as_good_as_the_rules() -> None:
    """Not held out: `make eval-roles` trains without each page in turn."""
    lines, right = 0, {True: 0, False: 0}
    for path in sorted(CORPORA.glob("*.txt")):
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        wanted = [line["role"] for line in gold["article"]["lines"]]
        lines += len(wanted)
        for rules_only in right:
            found = [line.role.value for line in clean(read_text(path.read_bytes()), rules_only=rules_only).lines]
            right[rules_only] += sum(a == b for a, b in zip(wanted, found, strict=True))

    assert right[False] >= right[True] >= 0.98 * lines


PARTS = {
    "title": "Công đoàn cảng Cồn Vành đổi bếp ăn ca cho thợ bốc xếp",
    "lead": "Sau ba tháng thương lượng, thợ bốc xếp ở cảng Cồn Vành được ăn ca trong nhà ăn mới, mỗi suất 32.000 đồng.",
    "date": "14:05 12/03/2026",
    "author": "Lục Thị Nhàn",
    "other": "Hội thi tay nghề hàn lần thứ ba khai mạc ở xưởng đóng tàu",
}
PARAGRAPHS = (
    "Trước đó, nhiều thợ phản ánh suất ăn nguội và ít rau, nhất là ở ca đêm, khi bếp chỉ còn một người trực.",
    "Ông Lục Văn Nhân, chủ tịch công đoàn cảng, cho biết nhà thầu cũ đã thanh lý hợp đồng từ cuối tháng trước.",
    "Từ tuần này, tổ giám sát gồm năm công nhân sẽ thay phiên nếm thức ăn và ghi sổ trước mỗi bữa.",
)
CAPTION = "Thợ bốc xếp ăn trưa trong nhà ăn mới của cảng"
OTHERS = (
    (
        "Hơn 300 thợ may học lớp đêm về an toàn điện",
        "Lớp học do công đoàn khu mở đã bước sang tuần thứ hai với hơn 300 học viên.",
    ),
    (
        "Xưởng gỗ Bãi Dài tăng tiền chuyên cần từ tháng tư",
        "Mức mới là 400.000 đồng một tháng, được ghi vào thỏa ước vừa ký.",
    ),
    ("Ba gia đình công nhân nhận nhà trước mùa mưa", "Mỗi căn được hỗ trợ 60 triệu đồng từ quỹ của công đoàn tỉnh."),
    ("Tổ máy số bảy giành giải nhất hội thi nấu ăn", "Mười hai đội đã tranh tài trong một buổi sáng rộn tiếng cười."),
    (
        "Khám mắt miễn phí cho thợ lái cẩu ở cảng",
        "Đợt khám kéo dài đến hết tuần, dành cho thợ có tuổi nghề trên mười năm.",
    ),
)


def fill(layout: dict[str, str]) -> str:
    def piece(name: str, **values: str) -> str:
        escaped = {key: escape(value) for key, value in (PARTS | values).items()}
        return Template(layout.get(name, "")).safe_substitute(escaped)

    links = "".join(piece("link", text=title) for title, _ in OTHERS)
    teasers = "".join(piece("teaser", text=title, lead=lead) for title, lead in OTHERS)
    first, *rest = (piece("paragraph", text=text) for text in PARAGRAPHS)
    body = first + piece("caption", text=CAPTION) + "".join(rest)
    own = {key: escape(value) for key, value in PARTS.items()}
    return Template(layout["page"]).safe_substitute(own, begin="", end="", body=body, links=links, teasers=teasers)


@pytest.mark.parametrize("name", [name for name, layout in LAYOUTS.items() if "$body" in layout["page"]])
def test_an_article_is_kept_whole_in_every_layout(name: str) -> None:
    kept = clean(read_html(fill(LAYOUTS[name]))).text.splitlines()

    assert kept == [PARTS["title"], PARTS["lead"], PARAGRAPHS[0], CAPTION, *PARAGRAPHS[1:]]


@pytest.mark.parametrize("name", [name for name, layout in LAYOUTS.items() if "$body" not in layout["page"]])
def test_a_listing_is_refused_with_advice(name: str) -> None:
    with pytest.raises(InputError, match="pass an article's page"):
        clean(read_html(fill(LAYOUTS[name])))


TITLES = (
    "Quận mở ba lớp cho thợ",
    "Bệnh viện thêm hai mươi giường cho công nhân",
    "Thu nợ bảo hiểm của chín đơn vị",
    "Bảy xe đưa thợ về quê",
)


@pytest.mark.parametrize(
    "entry",
    ['<li><a href="/b">{}</a> <span>14:05 12/03/2026</span></li>', '<li>(12/3/2026) <a href="/b">{}</a></li>'],
)
def test_links_with_a_day_beside_them_are_a_listing(entry: str) -> None:
    page = (
        f"<html><body><h2>Danh sách bài</h2><ul>{''.join(map(entry.format, TITLES))}</ul><p>Trang 1/9</p></body></html>"
    )
    with pytest.raises(InputError, match="pass an article's page"):
        clean(read_html(page))


MENU = "".join(f'<li class="menu-item"><a href="/{number}">Chuyên mục {number}</a></li>' for number in range(60))
STAFF = "".join(f"<li>Lục Văn Nhân 0200.3.711.{number}</li>" for number in range(20, 26))
STORY = (
    '<article class="pt-story"><a href="/b"><img alt=""/></a><h3 class="pt-title"><a href="/b">{}</a></h3>{}</article>'
)
TEASERS = "".join(STORY.format(title, f'<p class="pt-sapo">{lead}</p>') for title, lead in OTHERS)
RELATED = "".join(
    f'<div class="jp-relatedposts-post"><h4><a href="/b">{title}</a></h4>'
    f'<p class="jp-relatedposts-post-excerpt">{lead}</p><p class="jp-relatedposts-post-date">14:05 12/03/2026</p></div>'
    for title, lead in OTHERS
)
SHARE = '<div class="sharedaddy"><h3 class="sd-title">Chia sẻ điều này:</h3><ul><li><a>Tweet</a></li></ul></div>'
WIDE_PAGE = """<html><head><title>{title}</title></head><body class="page"><ul class="main-menu">{menu}</ul>
<div class="left-part"><div class="hits"><table><tr><td>Hôm nay:</td><td>5.210</td></tr></table></div></div>
<div class="pt-middle"><article class="post"><h1 class="entry-title">{title}</h1><div class="entry-content">
<p><em>{lead}</em></p>{body}{inside}</div></article></div>
<div class="pt-part"><ol><li>1</li></ol><h2>Mới nhận</h2>{beside}</div></body></html>"""


@pytest.mark.parametrize(
    ("inside", "beside"),
    [("", TEASERS * 3), ("", f"<ul class='staff'>{STAFF}</ul>"), (SHARE + RELATED, ""), (SHARE + RELATED, TEASERS * 3)],
    ids=["teasers beside", "phone list beside", "related inside", "both"],
)
def test_what_stands_in_other_elements_than_the_article_is_left_out(inside: str, beside: str) -> None:
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    page = WIDE_PAGE.format(**PARTS | {"menu": MENU, "body": body, "inside": inside, "beside": beside})

    assert clean(read_html(page)).text.splitlines() == [PARTS["title"], PARTS["lead"], *PARAGRAPHS]


def test_teasers_with_a_headline_below_them_are_a_listing() -> None:
    """As the model once took the heading of a box at the end of a portal's list for the headline."""
    teaser = (
        "<div><a href='/{0}'>Xã {0}</a></div><div>Sáng qua, Công đoàn xã số {0} mở lớp cho {0}40 tổ trưởng, "
        "kéo dài hai ngày, ngay tại nhà văn hóa.</div><div><a href='/{0}'>Xem tiếp bài về xã số {0} hôm nay</a></div>"
    )
    page = read_html("".join(map(teaser.format, range(1, 7))) + "<h1>Cán bộ trực đường dây</h1>")
    layout = structs.replace(Layout.of(look(page.lines)), headline=len(page.lines) - 1)
    labels = [Label(Role.BODY if line.statement else Role.BOILERPLATE, "told") for line in layout.lines]

    assert sum(given.role is Role.BODY for given in labels) == 6
    assert is_listing(layout, labels)
