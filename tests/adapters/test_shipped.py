"""The library's own finders pass the kit that they ask others to pass."""

import pytest

import vnpolitext as vp
from vnpolitext import testing
from vnpolitext.adapters import shipped
from vnpolitext.models import Model, shelf

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


def test_the_shipped_themes_pass_the_kit():
    lexicon = shipped.themes(Model.at(shelf() / "themes" / "political"))
    assert testing.check_theme_lexicon(lexicon)
    assert len(lexicon.themes) >= 24


def test_they_find_what_the_functions_find(written):
    text = written[0]["text"]
    assert shipped.Citations().find_citations(text) == vp.find_citations(text)
    assert shipped.Places().find_places(text) == vp.find_places(text)
    mentions = {span for person in vp.find_persons(text) for span in person.mentions}
    assert shipped.Persons().tag(text) == sorted(mentions)
