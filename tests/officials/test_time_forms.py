"""Lines of lives that state when an office was held, in every form of dates and marks."""

from pathlib import Path

import pytest

from vnpolitext.models import read_table
from vnpolitext.officials import find_persons

FORMS = list(read_table(Path(__file__).parent / "time_forms.tsv", ("form", "since", "until")))
LIFE = "Lò Văn An sinh năm 1950, quê ở Lào Cai.\n"
LINES = [
    "{form}: {office}",
    "- {form}: giữ chức {office}",
    "+ {form}, ông được bầu làm {office}.",
    "- {office} ({bare})",
    "| {form} | {office} |",
]


@pytest.mark.parametrize("line", LINES)
def test_a_line_of_a_life_tells_when_an_office_was_held(line: str) -> None:
    for form, since, until in FORMS:
        bare = form.strip("()[]")
        text = LIFE + line.format(form=form, bare=bare, office="Bí thư Huyện ủy Bắc Hà")
        [person] = find_persons(text)
        told = [(p.status, p.since, p.until or "-") for p in person.positions]
        assert told == [("current" if until == "-" else "former", since, until)], text
