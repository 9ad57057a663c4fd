"""The kit finds what is wrong with a model, each wrong in one way."""

import random
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import pytest

from vnpolitext import testing
from vnpolitext.testing import CheckError, checks, samples


def spaces(text):
    at, spans = 0, []
    for word in text.split():
        at = text.index(word, at)
        spans.append((at, at + len(word)))
        at += len(word)
    return spans


class Good:
    def segment(self, text):
        return spaces(text)


class LeavesOutTheLast(Good):
    def segment(self, text):
        return spaces(text)[:-1]


class TakesBlanks(Good):
    def segment(self, text):
        return [(0, len(text))] if text.strip() else []


class Overlaps(Good):
    def segment(self, text):
        return [span for span in spaces(text) for _ in range(2)]


class RunsOver(Good):
    def segment(self, text):
        return [(start, end + 1) for start, end in spaces(text)]


class GivesFloats(Good):
    def segment(self, text):
        return [(float(start), end) for start, end in spaces(text)]


class FindsNothingness(Good):
    def segment(self, text):
        return spaces(text) or [(0, 0)]


class FailsOnEmoji(Good):
    def segment(self, text):
        text.encode("utf-8")
        return spaces(text)


class Remembers(Good):
    def __init__(self):
        self.last = ""

    def segment(self, text):
        longer, self.last = len(self.last) > len(text), text
        return [(0, 1)] if longer and text.strip() else spaces(text)


class Gambles(Good):
    def segment(self, text):
        return spaces(text)[: random.randrange(9)]  # noqa: S311


class CannotTravel(Good):
    def __init__(self):
        self.function = lambda text: spaces(text)  # noqa: PLW0108 - no lambda can be pickled

    def segment(self, text):
        return self.function(text)


class GrowsSquared(Good):
    def segment(self, text):
        if len(text) >= 5_000:
            sum(text.count("không có đâu") for _ in range(len(text) ** 2 // 50_000))
        return spaces(text)


WRONG = [
    (LeavesOutTheLast, "only blanks stand between words"),
    (TakesBlanks, "only blanks stand between words"),
    (Overlaps, "spans lie in the text"),
    (RunsOver, "spans lie in the text"),
    (GivesFloats, "spans lie in the text"),
    (FindsNothingness, "finds nothing in nothing"),
    (FailsOnEmoji, "survives any text"),
    (Remembers, "gives the same again"),
    (Gambles, "gives the same again"),
    (CannotTravel, "travels to workers"),
    (GrowsSquared, "grows with the text"),
]


def test_a_good_segmenter_passes_all():
    report = testing.check_segmenter(Good(), workers=0)
    assert len(report.checks) == 8
    assert report.characters_per_second > 0
    assert report.peak_bytes > 0
    assert "characters a second" in str(report)


@pytest.mark.parametrize(
    ("wrong", "check"), WRONG, ids=lambda value: getattr(value, "__name__", "")
)
def test_what_is_wrong_is_named(wrong, check):
    with pytest.raises(CheckError) as error:
        testing.check_segmenter(wrong(), workers=0)
    assert f"{wrong.__name__} fails" in str(error.value)
    assert f"\n{check}: " in str(error.value)


def test_what_is_no_segmenter():
    with pytest.raises(CheckError, match="str is no Segmenter, which a model of the kind words"):
        testing.check_segmenter("text")


def test_texts_of_ones_own_are_tried_too():
    class FailsOnOne(Good):
        def segment(self, text):
            if text == "một văn bản khó":
                raise KeyError(text)
            return spaces(text)

    with pytest.raises(CheckError, match="KeyError"):
        testing.check_segmenter(FailsOnOne(), texts=("một văn bản khó",), workers=0)


@dataclass
class Found:
    start: int
    end: int
    text: str


class Rules:
    shift = 0

    def find_citations(self, text):
        start = text.find("Nghị quyết")
        if start < 0:
            return []
        return [Found(start, start + 10, text[start + self.shift :][:10])]

    def find_places(self, text, **_):
        return self.find_citations(text)


class WrongRules(Rules):
    shift = 1


def test_records_must_show_the_text():
    assert testing.check_citation_rules(Rules(), workers=0)
    assert testing.check_gazetteer(Rules(), workers=0)
    for check in (testing.check_citation_rules, testing.check_gazetteer):
        with pytest.raises(CheckError, match="records show the text"):
            check(WrongRules(), workers=0)


class Lexicon:
    themes: ClassVar = {"đất đai": ("đất", "thu hồi đất"), "y tế": ("bệnh viện",)}


@pytest.mark.parametrize(
    ("themes", "message"),
    [
        ({}, "there is no theme"),
        ({"": ("đất",)}, "no name of a theme"),
        ({"đất đai": ()}, "has no list of terms"),
        ({"đất đai": "đất"}, "has no list of terms"),
        ({"đất đai": ("đất", " ")}, "says nothing"),
        ({"đất đai": ("đất", 3)}, "says nothing"),
        ({"hòa bình": ("hoà bình", "Hòa bình")}, "'hòa bình' twice"),
    ],
)
def test_lexicons(themes, message):
    assert "2 themes with 3 terms" in testing.check_theme_lexicon(Lexicon()).checks
    wrong = Lexicon()
    wrong.themes = themes
    with pytest.raises(CheckError, match=message):
        testing.check_theme_lexicon(wrong)


class Vectors:
    dimension = 8

    def embed(self, texts):
        rows = [[hash_of(text, column) for column in range(8)] for text in texts]
        return np.array(rows, dtype=np.float32).reshape(len(texts), 8)


def hash_of(text, column):
    return sum((ord(letter) * (column + 3)) % 97 for letter in text) / (len(text) + 1)


class Doubles(Vectors):
    def embed(self, texts):
        return super().embed(texts).astype(np.float64)


class NotANumber(Vectors):
    def embed(self, texts):
        return super().embed(texts) / np.float32(min(map(len, texts), default=1))


class ByBatch(Vectors):
    def embed(self, texts):
        return super().embed(texts) / np.float32(len(texts) or 1)


class AllTheSame(Vectors):
    def embed(self, texts):
        return np.ones((len(texts), 8), dtype=np.float32)


class Flat(Vectors):
    def embed(self, texts):
        return super().embed(texts).ravel()


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (Doubles, "float32"),
        (NotANumber, "not finite"),
        (ByBatch, "one text at a time"),
        (AllTheSame, "same vector"),
        (Flat, "the shape"),
    ],
)
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_embedders(wrong, message):
    assert testing.check_embedder(Vectors(), workers=0)
    with pytest.raises(CheckError, match=message):
        testing.check_embedder(wrong(), workers=0)


def test_kinds_without_a_protocol_have_no_check():
    with pytest.raises(ValueError, match="offices"):
        testing.check_object("offices", object())


def test_the_samples_are_what_they_say():
    assert all(not text.strip() for text in samples.BLANK)
    assert len(set(samples.ALL)) == len(samples.ALL)
    assert len(samples.long_text(5_000)) >= 5_000


def test_memory_and_speed_are_measured():
    class Keeps(Good):
        def segment(self, text):
            waste = bytearray(8 * 2**20)
            return spaces(text) if waste else []

    _, peak = checks.measure(checks.Trial(Keeps(), "segment"))
    assert peak >= 8 * 2**20
