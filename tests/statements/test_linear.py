"""Time grows with the length of a text, whatever marks stand in it."""

import time

import pytest

from vnpolitext.statements import find_statements

PIECES = {
    "quotes": '“a ” « " » ',
    "cues": "ông An cho biết, ông Bình nhấn mạnh, ",
    "colons": "Ông A: b. PV: c? ",
    "no stop": "theo ông An cho rằng và yêu cầu các xã cũng như ",
    "brackets": "(ông An ( nói ",
}


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_time_grows_with_the_length(piece: str) -> None:
    def took(size: int) -> float:
        text = piece * size
        start = time.process_time()
        find_statements(text, persons=[], citations=[])
        return time.process_time() - start

    def best(size: int) -> float:
        # A collection of garbage in the large heap of a long run falls into one of them.
        return min(took(size) for _ in range(3))

    took(20)
    assert best(1_600) < 12 * max(best(400), 0.02)
