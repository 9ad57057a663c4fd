"""Blocks that are arranged alike line for line, row for row: every name is served as the others."""

import pytest

from vnpolitext.officials import find_persons

PEOPLE = (
    ("Lò Văn An", "Chủ tịch UBND tỉnh", "Trưởng ban"),
    ("Vũ Thị Bình", "Phó Chủ tịch UBND tỉnh", "Phó Trưởng ban"),
    ("Lê Văn Cường", "Giám đốc Sở Y tế", "Ủy viên"),
    ("Đỗ Thị Dung", "Chánh Văn phòng UBND tỉnh", "Ủy viên"),
)

# One office over many names: what stands before the names, and how they follow one another.
SHARED = (
    ("Các đồng chí nguyên {office}: ", ", "),
    ("Các {office} gồm: ", "; "),
    ("Dự họp có các {office}: ", ", "),
    ("Dự họp có các {office} ", ", "),
    ("{office} (4): ", ", "),
    ("{office}:\n- ", "\n- "),
    ("{office}:\n1. ", "\n2. "),
    ("## {office}\n- ", " (2004 - 2009)\n- "),
    ("{office} qua các thời kỳ\n", ": 1975 - 1982\n"),
    ("{office}\n\n", " (đến tháng 3 năm 2016)\n"),
    ("{office}\n", ": nguyên Chánh Thanh tra tỉnh\n"),
    ("Danh sách các {office}\n+ ", ";\n+ "),
)
# One item of a list, a row or a paragraph, and what parts two of them.
DASHES = (
    ("- {name} - {office}", "\n"),
    ("- {office} - {name}", "\n"),
    ("- {office} {name}", "\n"),
    ("- {name}, {office}, {role}", ";\n"),
    ("- Ông {name} ({office})", "\n"),
    ("– {office}: {name}", ";\n"),
    ("- {name}: {office}", "\n"),
    ("- {name} – {office} – {role}", "\n"),
    ("- Đ/c {name} - HUV, {office} - {role}", "\n"),
    ("- {name}: 1975 - 1982, {office}", "\n"),
    ("- {name} (1950 - 2010), {office}", "\n"),
)
TABLES = (
    ("| 1 | {name} | {office} | {role} |", "\n"),
    ("1\t{name}\t{office}", "\n"),
    ("| {office} | {name} |", "\n"),
    ("1\n{name}\n{office}", "\n"),
    ("| {name} | 1960 - 1965 | {role} {office} |", "\n"),
    ("| {role} | {name} | {office} |", "\n"),
    ("| {name} | {role} |", "\n"),
    ("{name}      {office}", "\n"),
    ("| 1. | Ông {name} | | {office} |", "\n"),
    ("| Tên | {name} |\n| Chức vụ | {office} |\n| Năm sinh | 1944 |", "\n"),
    ("|{name}|{office}|{role}|", "\n"),
)
COMMITTEES = (
    ("Đồng chí {name}\n{office}\n{role}", "\n"),
    ("1. {name}\n{office} - {role}", "\n"),
    ("{office}\n{name}", "\n\n"),
    ("{name}\n{office}", "\n\n"),
    ("{name}\n{office}\n{role}\nĐiện thoại: 0123456789", "\n"),
    ("1. Đồng chí {name}\n- {office}\n- {role}", "\n"),
    ("Họ và tên: {name}\nChức vụ: {office}", "\n"),
    ("{role}\n{name}, {office}", "\n"),
    ("{name} (1960)\n{role}", "\n"),
    ("Ông {NAME}\n{office}", "\n\n"),
    ("{ROLE}\n{name}", "\n"),
)
PAIRS = (
    ("{office} - {name}", "; "),
    ("{role}, {office} - {name}", "; "),
    ("{office}: {name}", "; "),
    ("{name} - {office}", "; "),
    ("{name} - {role}, {office}", "; "),
    ("{name}, {office}", "; "),
    ("{office} {name}", "; "),
    ("{name} - nguyên {office}", "; "),
    ("{name} ({office})", ", "),
    ("{office} ({name})", ", "),
    ("ông {name}, {office}", ", "),
)
BLOCKS = [each for kind in (DASHES, TABLES, COMMITTEES, PAIRS) for each in kind]


def held(text: str) -> dict[str, list[str]]:
    return {
        person.name.title(): sorted({position.text.lower() for position in person.positions})
        for person in find_persons(text)
    }


@pytest.mark.parametrize(("head", "between"), SHARED)
@pytest.mark.parametrize("office", ["Phó Chủ tịch UBND tỉnh", "Phó Giám đốc Sở Y tế"])
def test_one_office_is_of_every_name_below_or_behind_it(
    head: str, between: str, office: str
) -> None:
    end = between.rstrip("\n- +;,0123456789.") if "\n" in between and "(" in between else ""
    text = head.format(office=office) + between.join(name for name, _, _ in PEOPLE) + end + "\n"
    found = held(text)
    assert [office.lower() in found[name] for name, _, _ in PEOPLE] == [True] * len(PEOPLE), text


@pytest.mark.parametrize(("item", "between"), BLOCKS)
@pytest.mark.parametrize("people", [PEOPLE, PEOPLE[:3], PEOPLE[1:], PEOPLE[::-1]])
def test_every_name_of_a_block_holds_what_stands_beside_it(
    item: str, between: str, people: tuple[tuple[str, str, str], ...]
) -> None:
    parts = [
        item.format(name=name, office=office, role=role, NAME=name.upper(), ROLE=role.upper())
        for name, office, role in people
    ]
    shown = item.lower()
    wanted = {
        name: sorted(
            {
                *([office.lower()] if "{office}" in shown else []),
                *([role.lower()] if "{role}" in shown else []),
                *(["huv"] if "huv" in shown else []),
            }
        )
        for name, office, role in people
    }
    assert held(between.join(parts) + "\n") == wanted
