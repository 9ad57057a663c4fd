"""Other models, chosen by name."""

import re
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

import vnpolitext as vp
from vnpolitext import models

TEXT = "Ông Lê Văn An, Chủ tịch xã Tân Lập, gặp Mây và Mây theo Nghị quyết 18-NQ/TW."


class Finder:
    """Finds capitalised three-letter words, as names, as citations and as places."""

    def _spans(self, text: str) -> list[tuple[int, int]]:
        return [match.span() for match in re.finditer(r"\b[A-ZĐ]\w\w\b", text)]

    def tag(self, text: str) -> list[tuple[int, int]]:
        return self._spans(text)

    def find_citations(self, text: str) -> list[SimpleNamespace]:
        return [SimpleNamespace(start=a, end=b, text=text[a:b]) for a, b in self._spans(text)]

    def find_places(self, text: str, **_: str | None) -> list[SimpleNamespace]:
        return self.find_citations(text)


@pytest.fixture(autouse=True)
def registered() -> Iterator[None]:
    for kind in ("persons", "citations", "places"):
        models.register(Finder(), kind=kind, name=f"lab/{kind}", version="2.1.0")
    yield
    for kind in ("persons", "citations", "places"):
        models.unregister(f"{kind}/lab/{kind}")


def test_a_tagger_decides_who_is_named() -> None:
    analysis = vp.analyze(TEXT, persons="lab/persons")
    names = {person.name: len(person.mentions) for person in analysis.persons}
    assert names == {"Văn": 1, "Chủ": 1, "Tân": 1, "Lập": 1, "Mây": 2}


def test_a_name_that_both_find_keeps_its_office() -> None:
    class Both(Finder):
        def tag(self, text: str) -> list[tuple[int, int]]:
            start = text.index("Lê Văn An")
            return [(start, start + len("Lê Văn An"))]

    models.register(Both(), kind="persons", name="lab/both")
    try:
        [person] = vp.analyze(TEXT, persons="lab/both").persons
    finally:
        models.unregister("persons/lab/both")
    assert person.name == "Lê Văn An"
    assert [position.text for position in person.positions] == ["Chủ tịch xã Tân Lập"]


def test_citations_and_places_come_from_the_chosen_models() -> None:
    analysis = vp.analyze(TEXT, citations="lab/citations", places="lab/places")
    assert {place.text for place in analysis.places} == {"Văn", "Chủ", "Tân", "Lập", "Mây"}
    assert all(citation.rule == "lab/citations" for citation in analysis.citations)
    assert isinstance(analysis.citations[0], type(vp.find_citations(TEXT)[0]))


def test_what_was_chosen_is_written_into_the_analysis() -> None:
    analysis = vp.analyze(TEXT, persons="lab/persons", words="syllables")
    assert analysis.versions["models"]["persons/lab/persons"] == "2.1.0"
    assert analysis.versions["chosen"] == {
        "words": "syllables",
        "persons": "lab/persons",
        "citations": "default",
        "places": "default",
    }
    assert "Nghị quyết" not in [word.text for word in analysis.words()]
    assert "Nghị quyết" in [word.text for word in analysis.words(words="default")]


def test_a_model_of_another_kind_is_refused() -> None:
    with pytest.raises(models.ModelError, match="kind"):
        vp.analyze(TEXT, persons="places/vietnam-units")
    with pytest.raises(models.ModelError, match="nobody"):
        vp.analyze(TEXT, citations="nobody/nothing")


def test_the_pipeline_uses_the_chosen_models() -> None:
    nlp = vp.load(persons="lab/persons")
    doc = nlp(TEXT)
    assert "Mây" in [span.text for span in doc.spans["persons"]]
