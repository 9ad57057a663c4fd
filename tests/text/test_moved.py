"""Views whose pieces stand in another order."""

from hypothesis import given
from hypothesis import strategies as st

from vnpolitext.text import View
from vnpolitext.text.moved import moved

PARTS = st.lists(st.text("ab hoà*–\u0301\r\n", min_size=1, max_size=5), min_size=1, max_size=6)


@given(PARTS, st.randoms(use_true_random=False))
def test_each_character_leads_to_its_own(parts, random):
    view = View.of("|".join(parts))
    ends = [at for at, letter in enumerate(view.text) if letter == "|"] + [len(view.text)]
    stretches = list(zip([0, *(end + 1 for end in ends)], ends, strict=False))
    random.shuffle(stretches)
    pieces = [piece for stretch in stretches for piece in (stretch, "\n")]
    other = moved(view, pieces)
    at = 0
    for start, end in stretches:
        assert other.text[at : at + end - start] == view.text[start:end]
        for offset in range(end - start):
            own = view.span(start + offset, start + offset + 1)
            assert other.span(at + offset, at + offset + 1) == own
            assert other.locate(own[0]) == at + offset
        if start < end:
            assert other.span(at, at + end - start) == view.span(start, end)
        at += end - start + 1
    assert len(other.text) == at


def test_what_is_parted_spans_all_between():
    view = View.of("Trưởng **ban**   1970\n xã   1971")
    other = moved(view, [(0, 10), " ", (19, 21), "   ", (13, 17)])
    assert other.text == "Trưởng ban xã   1970"
    assert other.surface(0, 13) == "Trưởng **ban**   1970\n xã"
    assert other.surface(11, 20) == "1970\n xã"
    assert other.surface(10, 11) == ""


def test_what_is_left_out_leads_to_what_follows():
    other = moved(View.of("một hai ba bốn"), [(8, 10), " ", (0, 3)])
    assert other.text == "ba một"
    assert [other.locate(at) for at in (0, 2, 4, 8, 9)] == [3, 5, 0, 0, 1]
