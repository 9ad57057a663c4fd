"""Theme lexicons: the shipped one keeps its promises, others are read in three formats."""

import re

import pytest

from vnpolitext.models import ModelError
from vnpolitext.text import fold
from vnpolitext.themes import Theme, ThemeLexicon, find_themes
from vnpolitext.themes.lexicon import as_lexicon

SHIPPED = ThemeLexicon.load()
MANIFESTO = {
    *range(101, 111), *range(201, 205), *range(301, 306), *range(401, 417), *range(501, 508),
    *range(601, 609), *range(701, 707),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Bà con gieo cấy lúa mùa và chăn nuôi gia súc.", "economy/agriculture"),
        ("Xã đạt chuẩn nông thôn mới nâng cao.", "economy/agriculture"),
        ("Kiên quyết đấu tranh phòng, chống tham nhũng.", "party/integrity"),
        (
            "Luân chuyển, bổ nhiệm cán bộ đúng quy trình, làm tốt công tác cán bộ.",
            "party/organisation",
        ),
        ("Sáp nhập xã, sắp xếp đơn vị hành chính cấp huyện.", "state/local-reform"),
        ("Trạm y tế xã khám bệnh, chữa bệnh bằng bảo hiểm y tế.", "society/health"),
        ("Học sinh, giáo viên bước vào năm học mới.", "society/education"),
        ("Hỗ trợ hộ nghèo xóa nhà tạm.", "society/welfare"),
        ("Bộ đội biên phòng giữ vững chủ quyền biên giới.", "security/defence"),
        ("Ứng phó bão lũ, sạt lở đất.", "environment/disaster"),
        ("Chuyển đổi số, phát triển công nghệ thông tin.", "economy/science-digital"),
        ("Phát huy tinh thần đại đoàn kết toàn dân tộc.", "people/front"),
    ],
)
def test_a_sentence_is_about_its_theme(text, theme):
    assert theme in set(find_themes([text])["theme"])


def test_a_sentence_about_nothing_of_the_field_has_no_theme():
    assert find_themes(["Con mèo ngủ trên ghế, ngoài sân nắng vàng."]).empty


@pytest.mark.parametrize("theme", SHIPPED.themes, ids=lambda theme: theme.name)
def test_every_theme_is_described(theme):
    assert re.fullmatch(r"[a-z]+/[a-z-]+", theme.name)
    assert theme.label
    assert theme.label_vi
    assert len(theme.definition) > 40
    assert theme.definition.endswith(".")
    assert {int(code) for code in theme.manifesto} <= MANIFESTO
    assert len(theme.terms) >= 20


def test_most_themes_have_manifesto_categories():
    assert sum(bool(theme.manifesto) for theme in SHIPPED.themes) >= 28


def test_no_term_stands_in_two_themes():
    seen = {}
    for theme in SHIPPED.themes:
        for term in (*theme.terms, *theme.weak):
            key = " ".join(re.findall(r"\w+", fold(term)))
            assert seen.setdefault(key, theme.name) == theme.name, term


def test_merged_themes_are_known_by_their_former_names():
    assert SHIPPED.former["party/anti-corruption"] == "party/integrity"
    assert not set(SHIPPED.former) & set(SHIPPED.names)
    assert len(SHIPPED.former) + len(SHIPPED.names) - 3 == 44  # three merged ones have new names


WEAK = ThemeLexicon(
    "own",
    (
        Theme("law", ("tòa án", "xét xử"), weak=("pháp luật", "luật sư")),
        Theme("trade", ("xuất khẩu",), weak=("thị trường",)),
    ),
)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Theo pháp luật, xã được giao việc này.", []),
        ("Tòa án xét xử đúng pháp luật.", ["Tòa án", "xét xử", "pháp luật"]),
        ("Luật sư nói về pháp luật.", ["Luật sư", "pháp luật"]),
        ("Pháp luật này, pháp luật kia.", []),
        ("Pháp luật này, pháp luật kia, pháp luật nọ.", ["Pháp luật", "pháp luật", "pháp luật"]),
        ("Đúng pháp luật." + " Ai cũng biết." * 100 + " Tòa án họp.", ["Tòa án"]),
        ("Đúng pháp\nluật.\nTòa án họp.", ["pháp\nluật", "Tòa án"]),
        ("Tòa án nói về thị trường.", ["Tòa án"]),
        ("Xuất khẩu sang thị trường mới theo pháp luật.", ["Xuất khẩu", "thị trường"]),
    ],
)
def test_a_weak_term_counts_beside_another_of_its_theme(text, terms):
    assert find_themes([text], WEAK)["text"].tolist() == terms


def test_weak_terms_in_toml_and_in_the_table(tmp_path):
    path = tmp_path / "own.toml"
    path.write_text(
        '[[theme]]\nname = "law"\nterms = ["tòa án"]\nweak = ["pháp luật"]\nformer = ["court"]\n',
        encoding="utf-8",
    )
    lexicon = ThemeLexicon.from_file(path)
    assert lexicon.themes[0].weak == ("pháp luật",)
    assert lexicon.former == {"court": "law"}
    assert lexicon.to_frame()[["term", "weak"]].values.tolist() == [
        ["tòa án", False], ["pháp luật", True]
    ]  # fmt: skip
    with pytest.raises(ModelError, match="'tòa án' is both"):
        ThemeLexicon("own", (Theme("law", ("tòa án",), weak=("Tòa án",)),))


NESTED = {"economy": {"farming": ["nông nghiệp", "thủy lợi"], "trade": ["xuất khẩu"]}, "war": ["x"]}


def test_nested_mappings():
    lexicon = ThemeLexicon.from_dict(NESTED)
    assert lexicon.names == ("economy/farming", "economy/trade", "war")
    assert lexicon.at_level(1) == {
        "economy/farming": "economy", "economy/trade": "economy", "war": "war"
    }  # fmt: skip


FILES = {
    "nested.toml": '[economy]\nfarming = ["nông nghiệp", "thủy lợi"]\ntrade = ["xuất khẩu"]\n'
    '[war]\nwar = ["x"]\n',
    "rows.csv": "theme,term\neconomy/farming,nông nghiệp\neconomy/farming,thủy lợi\n"
    "economy/trade,xuất khẩu\nwar/war,x\n",
    "quanteda.yaml": "economy:\n  farming:\n  - nông nghiệp\n  - thủy lợi\n  trade: [xuất khẩu]\n"
    "war:\n  war: x\n",
    "mixed.yml": "economy:\n  - farming: [nông nghiệp, thủy lợi]\n  - trade: [xuất khẩu]\n"
    "war: {war: [x]}\n",
}


@pytest.mark.parametrize("name", FILES)
def test_files(tmp_path, name):
    path = tmp_path / name
    path.write_text(FILES[name], encoding="utf-8")
    for lexicon in (ThemeLexicon.from_file(path), as_lexicon(path), as_lexicon(str(path))):
        assert lexicon.names == ("economy/farming", "economy/trade", "war/war")
        assert lexicon.themes[0].terms == ("nông nghiệp", "thủy lợi")


def test_a_described_theme_in_toml(tmp_path):
    path = tmp_path / "own.toml"
    path.write_text(
        '[[theme]]\nname = "a/b"\nlabel = "B"\ndefinition = """Two\nlines."""\n'
        'manifesto = ["411"]\nterms = ["một", "Một"]\n',
        encoding="utf-8",
    )
    theme = ThemeLexicon.from_file(path).themes[0]
    assert (theme.label, theme.definition, theme.manifesto) == ("B", "Two lines.", ("411",))
    assert theme.terms == ("Một",)


def test_csv_with_a_byte_order_mark_and_labels(tmp_path):
    path = tmp_path / "own.csv"
    path.write_bytes("\ufefftheme,term,label,manifesto\na,một,A,411 501\n".encode())
    theme = ThemeLexicon.from_file(path).themes[0]
    assert (theme.label, theme.manifesto) == ("A", ("411", "501"))


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("x.json", "{}", "toml, .csv or .yaml"),
        ("x.csv", "subject,term\na,b\n", "'theme' and 'term'"),
        ("x.csv", "", "'theme' and 'term'"),
        ("x.toml", '[[theme]]\nname = "a"\n', "needs a name and a list"),
        ("x.toml", '[[theme]]\nname = "a"\nterms = ["b"]\nweight = 1\n', "weight"),
        ("x.toml", "[a]\nb = 3\n", "'a/b'"),
        ("x.toml", '[a]\nb = ["..."]\n', r"'\.\.\.'"),
        ("x.toml", "[a]\nb = []\n", None),
        ("x.yaml", "a: [b\n", "not YAML"),
        ("x.yaml", "- a\n", "mapping"),
    ],
)
def test_bad_files_say_what_is_wrong(tmp_path, name, content, message):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    if message is None:
        assert ThemeLexicon.from_file(path).themes == ()
        return
    with pytest.raises(ModelError, match=message):
        ThemeLexicon.from_file(path)


def test_an_unknown_lexicon():
    with pytest.raises(ModelError, match="nowhere"):
        ThemeLexicon.load("nowhere")


def test_two_themes_of_one_name_are_refused():
    with pytest.raises(ModelError, match="'a'"):
        ThemeLexicon("own", ThemeLexicon.from_dict({"a": ["x"]}).themes * 2)


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Người lái xe máy không đội mũ bảo hiểm, lại chạy quá tốc độ.", "security/public-order"),
        ("Nhóm thanh niên mang hung khí hành hung chủ quán rồi bỏ trốn.", "security/public-order"),
        (
            "Khi hồ sơ hợp lệ thì trả kết quả, thời hạn giải quyết là năm ngày.",
            "state/administration",
        ),
        ("Ban vận động cứu trợ trao quà cho trẻ mồ côi.", "society/welfare"),
        ("Khi quân Tống rút về, nghĩa quân giữ thành.", "culture/history"),
        (
            "Ông kinh qua các chức vụ ở huyện rồi được điều động, phân công về tỉnh.",
            "party/organisation",
        ),
        ("Kiểm lâm bắt xe chở gỗ lậu từ rừng phòng hộ.", "environment/environment"),
    ],
)
def test_the_vocabulary_of_a_theme_is_found(text, theme):
    assert theme in set(find_themes([text])["theme"])


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Theo Điều 3, Điều 4, Điều 5 và Điều 6, xã báo cáo huyện.", "economy/agriculture"),
        ("Xem kênh này, kênh kia hay kênh nọ đều được.", "economy/infrastructure"),
        ("Ông bị cáo buộc nói sai.", "state/law"),
    ],
)
def test_a_word_of_several_meanings_makes_no_theme(text, theme):
    assert theme not in set(find_themes([text])["theme"])
