import pytest

from vnpolitext.text.phrases import Phrases

PHRASES = Phrases(
    [("bí thư", 1), ("bí thư huyện ủy", 2), ("phó", 3), ("phó bí thư", 4)], glued=True
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bí thư huyện ủy tủa chùa", (4, 2)),
        ("bí thư huyện mường ảng", (2, 1)),
        ("phó trưởng ban", (1, 3)),
        ("phó bíthư", (2, 4)),
        ("huyện ủy", None),
    ],
)
def test_the_longest_phrase_counts(text, found):
    assert PHRASES.match(text.split(), 0) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bí thư huyện ủy tủa chùa", (15, 2)),
        ("bí thư huyện\nủy", (15, 2)),
        ("bí thư, huyện ủy", (6, 1)),
        ("bí thư huyện", (6, 1)),
        ("phób", None),
        ("", None),
    ],
)
def test_it_counts_in_a_text_as_well(text, found):
    assert PHRASES.longest(text, 0, len(text)) == found


def test_what_a_phrase_may_begin_with():
    assert PHRASES.openings == {"bí", "bíthư", "phó", "phóbí"}
    assert PHRASES.seconds("phó") == {"", "bí", "bíthư"}
    assert PHRASES.seconds("bí") == {"thư", "thưhuyện"}
    assert PHRASES.seconds("sở") == set()


def test_the_first_value_counts():
    assert Phrases([("sở", 1), ("sở", 2)]).match(["sở"], 0) == (1, 1)


def test_behind_the_last_word_there_is_no_phrase() -> None:
    assert PHRASES.match(["sở"], 1) is None
    assert PHRASES.match([], 0) is None


@pytest.mark.parametrize(
    ("text", "longest", "size"),
    [
        ("ông an phó bí thư", 4, 3),
        ("ông an phó bí thư", 2, 2),
        ("ông an phó", 4, 1),
        ("bí thư huyện", 4, 0),
        ("thư", 4, 0),
        ("", 4, 0),
    ],
)
def test_the_longest_phrase_before_a_word_counts(text: str, longest: int, size: int) -> None:
    words = text.split()
    assert PHRASES.before(words, len(words), longest) == size
