"""What must not change what is found: the same records before and after a change of the text."""

import sys
from pathlib import Path

import pytest

import vnpolitext as vp

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))
from invariance import CHANGES, KINDS, Moved, facts  # noqa: E402

TEXTS = sorted((ROOT / "examples" / "articles").glob("*.txt"))[::5]
# A line that is filled where it breaks a signature in columns is another page.
FILLED = [name for name in CHANGES if name.startswith("lines filled")]


def around(name):
    """Yield what each text holds before and after a change, and whether it changes the text."""
    for path in TEXTS:
        text = path.read_text(encoding="utf-8")
        moved = Moved(text, CHANGES[name](text))
        before = facts(vp.analyze(text), moved)
        yield before, facts(vp.analyze(moved.text), Moved(moved.text, ())), moved.text != text


@pytest.mark.parametrize("name", [name for name in CHANGES if name not in FILLED])
def test_the_same_is_found(name: str) -> None:
    changed = False
    for before, after, is_changed in around(name):
        changed = changed or is_changed
        assert not {
            kind: before[kind] ^ after[kind] for kind in KINDS if before[kind] != after[kind]
        }
    assert changed


@pytest.mark.parametrize("name", FILLED)
def test_nearly_the_same_is_found_in_filled_lines(name: str) -> None:
    same = of = 0
    for before, after, _ in around(name):
        same += sum(2 * len(before[kind] & after[kind]) for kind in KINDS)
        of += sum(len(before[kind]) + len(after[kind]) for kind in KINDS)
    assert of > 1000
    assert same > 0.98 * of


def test_places_are_moved_with_their_text() -> None:
    moved = Moved("Đồng chí An ở Bản Lầu", [(0, 8, "Đ/c"), (12, 13, "tại")])
    assert moved.text == "Đ/c An tại Bản Lầu"
    assert moved.text[slice(*moved.span(9, 11))] == "An"
    assert moved.text[slice(*moved.span(14, 21))] == "Bản Lầu"
    assert moved.text[slice(*moved.span(0, 11))] == "Đ/c An"
