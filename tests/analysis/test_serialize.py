"""Records to plain data and back."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnpolitext.analysis import Analysis, analyze
from vnpolitext.citations.records import Citation
from vnpolitext.directives.records import Directive
from vnpolitext.layout.records import Block
from vnpolitext.officials.records import Person, Position
from vnpolitext.places.records import Place

WORDS = st.text(st.sampled_from("aạăâđêôơưi -/1\n"), min_size=1, max_size=12)
SPAN = {"start": st.integers(0, 90), "end": st.integers(0, 90), "text": WORDS}
MAYBE = st.none() | WORDS
ANALYSES = st.builds(
    Analysis,
    id=WORDS,
    text=WORDS,
    metadata=st.dictionaries(WORDS, MAYBE | st.integers(), max_size=3),
    blocks=st.lists(st.builds(Block, **SPAN, kind=WORDS), max_size=2).map(tuple),
    persons=st.lists(
        st.builds(
            Person,
            name=WORDS,
            mentions=st.lists(st.tuples(st.integers(0, 9), st.integers(9, 99))).map(tuple),
            positions=st.lists(st.builds(Position, **SPAN, organization=MAYBE)).map(tuple),
        ),
        max_size=2,
    ).map(tuple),
    citations=st.lists(st.builds(Citation, **SPAN, number=MAYBE, term=MAYBE)).map(tuple),
    places=st.lists(
        st.builds(Place, **SPAN, code=MAYBE, candidates=st.lists(WORDS).map(tuple))
    ).map(tuple),
    directives=st.lists(
        st.builds(Directive, **SPAN, parent=st.none() | st.integers(0, 5), level=st.integers(0, 3))
    ).map(tuple),
    versions=st.just({"vnpolitext": "1", "models": {"words": "2"}}),
)


@given(ANALYSES)
def test_there_and_back(analysis: Analysis) -> None:
    plain = json.loads(json.dumps(analysis.to_dict()))
    assert Analysis.from_dict(plain) == analysis


@given(ANALYSES)
def test_the_record_has_the_public_fields(analysis: Analysis) -> None:
    plain = analysis.to_dict()
    assert list(plain) == [
        *("id", "text", "metadata", "blocks"),
        *("persons", "citations", "places", "directives", "statements", "versions"),
    ]
    for person, record in zip(analysis.persons, plain["persons"], strict=True):
        assert record["is_official"] is bool(person.positions)


def test_unknown_fields_are_passed_over() -> None:
    assert Analysis.from_dict({"id": "a", "text": "b", "later": 1}) == Analysis("a", "b")


@pytest.mark.parametrize(
    ("plain", "message"),
    [
        ({"id": "a"}, "Analysis lacks text"),
        ({"id": "a", "text": "b", "places": [{"start": 1}]}, "Place lacks end, text"),
        ({"id": "a", "text": "b", "places": "no"}, "a list was expected"),
        ({"id": "a", "text": "b", "places": [3]}, "Place wants a mapping"),
        ([], "Analysis wants a mapping"),
        (
            {"id": "a", "text": "b", "persons": [{"name": "c", "mentions": [[1]]}]},
            "2 values were expected",
        ),
    ],
)
def test_the_wrong_shape_is_named(plain: object, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Analysis.from_dict(plain)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "\ud83d\ude00",
        "Bí thư \ud83d\ude00 xã Tân\udc00 Lập \ud800\ud83d\ude00\udc00, Nghị quyết số 18-NQ/TW",
        "1. Giao Bộ Y tế \ud800\u200b\udc00 lập kế hoạch\n2. 😀 Giao xã \ud83d\ude00 Mây",
        "\ud800 và \udc00, \udc00\ud800",
    ],
)
def test_halves_of_pairs_keep_their_offsets_in_json(text: str) -> None:
    analysis = analyze(text, metadata={"title": text, "tags": ["a", text]})
    plain = json.loads(json.dumps(analysis.to_dict()))
    assert Analysis.from_dict(plain) == analysis
    assert Analysis.from_dict(analysis.to_dict()) == analysis
    assert len(plain["text"]) == len(text)
    for name in ("blocks", "citations", "places", "directives"):
        for record in plain[name]:
            assert plain["text"][record["start"] : record["end"]] == record["text"]


@pytest.mark.parametrize(
    "wrong", [None, [1], [[["text"], 0, "x"]], [[["lacks", 0], 0, "d83dde00"]]]
)
def test_places_of_halves_that_do_not_fit_are_told(wrong: object) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        Analysis.from_dict({"id": "a", "text": "b", "surrogates": wrong})
