"""When the sentences of lives say that an office was held, and whether it still is."""

from pathlib import Path

import pytest

from vnpolitext.models import read_table
from vnpolitext.officials import find_persons

CASES = list(read_table(Path(__file__).parent / "told_times.tsv", ("kind", "text", "offices")))


@pytest.mark.parametrize(("kind", "text", "offices"), CASES)
def test_what_a_sentence_tells_of_a_time(kind: str, text: str, offices: str) -> None:
    persons = find_persons(text.replace("\\n", "\n"))
    found = sorted((p for each in persons for p in each.positions), key=lambda p: p.start)
    wanted = [each.rsplit(" ", 3) for each in offices.split("|")]
    told = [[p.status, p.since or "-", p.until or "-"] for p in found]
    assert told == [times for _, *times in wanted], kind
    for position, (begins, *_) in zip(found, wanted, strict=True):
        assert position.text.startswith(begins)
