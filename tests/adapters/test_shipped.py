"""The library's own finders pass the kit that they ask others to pass."""

import pytest

import vnpolitext as vp
from vnpolitext import models, testing
from vnpolitext.adapters import shipped

OWN = [
    ("words", shipped.Words()),
    ("words", shipped.Words("syllables")),
    ("persons", shipped.Persons()),
    ("citations", shipped.Citations()),
    ("places", shipped.Places()),
]


@pytest.mark.parametrize(("kind", "model"), OWN, ids=str)
def test_a_finder_passes_the_kit(kind, model):
    assert testing.check_object(kind, model, workers=0)


@pytest.mark.parametrize(
    "name", ["places/vietnam-units", "citations/vietnam-documents", "themes/political"]
)
def test_a_model_of_the_shelf_passes_the_check(name):
    assert testing.check_model(models.card(name).folder, workers=0)


def test_they_find_what_the_functions_find(written):
    text = written[0]["text"]
    assert shipped.Citations().find_citations(text) == vp.find_citations(text)
    assert shipped.Places().find_places(text) == vp.find_places(text)
    mentions = {span for person in vp.find_persons(text) for span in person.mentions}
    assert shipped.Persons().tag(text) == sorted(mentions)
