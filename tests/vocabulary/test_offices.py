"""What a line begins with: an office, a body, a rank, a kind of document."""

import pytest

from vnpolitext.vocabulary import genres, kinds, office_at_start, title_at_start


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("phó chủ tịch xã", "phó chủ tịch"),
        ("tổng biên tập", "tổng biên tập"),
        ("ủy ban nhân dân xã mây", "ủy ban nhân dân"),
        ("huyện ủy bắc mây", "huyện ủy"),
        ("văn phòng, phòng một", "văn phòng"),
        ("lò văn an", None),
        ("quang cảnh hội nghị", None),
        ("", None),
    ],
)
def test_offices_and_bodies(line, found):
    entry = office_at_start(line)
    assert (entry.text if entry else None) == found


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("pgs, ts lò văn an", "academic"),
        ("ths. lò văn an", "academic"),
        ("đại tá lò văn an", "military"),
        ("nhà báo lò văn an", "role"),
        ("ông lò văn an", None),
        ("lò văn an", None),
    ],
)
def test_titles(line, kind):
    title = title_at_start(line)
    assert (title.kind if title else None) == kind


def test_genres_are_more_than_what_is_cited():
    assert kinds().keys() < genres()
    assert {"nghị quyết", "diễn văn", "tin buồn"} <= genres()
    assert "diễn văn" not in kinds()
