"""What metadata and identifiers of strangers say stops no table."""

import pytest

import vnpolitext as vp
from vnpolitext.people import (
    careers,
    careers_frame,
    events_frame,
    intervals,
    intervals_frame,
    personnel_events,
)
from vnpolitext.places import place_counts
from vnpolitext.text.dates import day_published

TEXT = "Ông Nguyễn Văn An, Bí thư Huyện ủy Mường Chà, được bầu làm Chủ tịch HĐND tỉnh Điện Biên."
ODD = ["hôm qua", "</script>", "2021-13-45", "0000-00-00", "٢٠٢١-٠٥-٠١", "", "-", 5, "9" * 400]


@pytest.mark.parametrize("published", [*ODD, "15/03/2020", None])
def test_any_date_of_publication_is_a_day_or_none(published) -> None:
    documents = [
        vp.Article(f"a\ud800{number}", TEXT, {"published": published}) for number in range(2)
    ]
    found = [vp.analyze(each) for each in documents]
    for table in (
        careers_frame(careers(found)),
        intervals_frame(intervals(found)),
        events_frame(personnel_events(found)),
        place_counts(found, period="year"),
    ):
        assert len(table) >= 0
    if published == "15/03/2020":
        assert day_published({"published": published}) == "2020-03-15"
