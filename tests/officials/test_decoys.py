"""Names inside the names of other things, and capitals that only look like a name."""

from pathlib import Path

import pytest

from vnpolitext.officials import find_persons

DECOYS = (Path(__file__).parent / "decoys.txt").read_text(encoding="utf-8").splitlines()


def test_there_are_enough():
    assert len(DECOYS) >= 200
    assert len(set(DECOYS)) == len(DECOYS)


@pytest.mark.parametrize("text", DECOYS)
def test_nobody_is_named(text):
    text = text.replace("\\n", "\n")
    assert [person.name for person in find_persons(text)] == []
