"""Items in the form of the resolutions of June 2025 that merged the communes, for all provinces.

The names are facts of the gazetteer's table of successors, the sentences are built here: every old
and every new unit of every item must be found as it stands and linked to its own vintage.
"""

from collections import Counter, defaultdict

import pytest

from vnpolitext.places import find_places, gazetteer
from vnpolitext.places.units import COMMUNE, PROVINCE, REFORM

KINDS = ("thị trấn", "phường", "xã")
Wanted = tuple[int, int, int]


class Draft:
    """A text in the making, and where its units stand."""

    def __init__(self) -> None:
        self.text = ""
        self.wanted: list[Wanted] = []

    def add(self, text: str, row: int | None = None) -> None:
        if row is not None:
            self.wanted.append((len(self.text), len(self.text) + len(text), row))
        self.text += text


def resolution(province: str) -> Draft:
    known = gazetteer()
    home = known.rows[known.row(PROVINCE, province, REFORM) or 0]
    communes = [i for i, row in enumerate(known.rows) if row[5] == REFORM and row[4] == province]
    merged = {i: [o for o in known.origins(i) if known.rows[o][3] == COMMUNE] for i in communes}
    shared = Counter(known.rows[o][1:3] for olds in merged.values() for o in set(olds))
    draft = Draft()
    draft.add(f"NGHỊ QUYẾT\nHà Nội, ngày 16 tháng 6 năm 2025\n\nVề {home[2]} {home[1]}\n\n")
    for number, (new, olds) in enumerate(merged.items(), 1):
        if not olds:
            continue
        draft.add(f"{number}. Sắp xếp toàn bộ diện tích tự nhiên, quy mô dân số của ")
        add_olds(draft, olds, shared)
        code, name, kind = known.rows[new][:3]
        assert code
        draft.add(f" thành {kind} mới có tên gọi là ")
        draft.add(f"{kind} {name}", new)
        draft.add(".\n\n")
    return draft


def add_olds(draft: Draft, olds: list[int], shared: Counter[tuple[str, ...]]) -> None:
    known = gazetteer()
    groups: dict[str, list[int]] = defaultdict(list)
    for old in olds:
        groups[known.rows[old][2]].append(old)
    kinds = [kind for kind in KINDS if kind in groups]
    for place, kind in enumerate(kinds):
        draft.add(joint(place, len(kinds)))
        members = groups[kind]
        draft.add(f"các {kind} " if len(members) > 1 else "")
        for index, old in enumerate(members):
            draft.add(joint(index, len(members)))
            name = known.rows[old][1]
            draft.add(name if len(members) > 1 else f"{kind} {name}", old)
            if shared[known.rows[old][1:3]] > 1:
                district = known.rows[known.parent(old) or 0]
                draft.add(f" ({district[2]} {district[1]})")


def joint(index: int, size: int) -> str:
    return "" if not index else " và " if index == size - 1 else ", "


def provinces() -> list[str]:
    known = gazetteer()
    return sorted(
        row[0]
        for i, row in enumerate(known.rows)
        if row[3] == PROVINCE and known.is_valid(i, REFORM)
    )


@pytest.mark.parametrize("province", provinces())
def test_every_item_is_found_and_linked(province: str) -> None:
    known = gazetteer()
    draft = resolution(province)
    found = {(place.start, place.end): place for place in find_places(draft.text)}
    right = 0
    for start, end, row in draft.wanted:
        place = found.get((start, end))
        code, last = known.rows[row][0], known.rows[row][6] or None
        right += place is not None and (place.code, place.valid_to) == (code, last)
    assert draft.wanted
    assert right / len(draft.wanted) >= 0.97


def test_every_commune_of_before_and_after_is_asked_for() -> None:
    known = gazetteer()
    asked = {row for province in provinces() for _, _, row in resolution(province).wanted}
    left = [
        row[1]
        for index, row in enumerate(known.rows)
        if row[3] == COMMUNE and index not in asked
        if known.is_valid(index, "2025-06-30") or known.is_valid(index, REFORM)
    ]
    # Islands that were districts without communes: no item of a resolution merged any.
    assert sorted(left) == ["Bạch Long Vĩ", "Côn Đảo", "Cồn Cỏ", "Hoàng Sa", "Lý Sơn"]
