"""Models made in the test: a folder with a card, and packages of third parties."""

from pathlib import Path

import pytest

from vnpolitext.models.seal import seal

CARD = """
kind = "{kind}"
name = "{name}"
version = "{version}"
licence = "MIT"
authors = ["A lab"]
summary = "A model made in a test."
intended_use = "Tests."
limits = "All."
rebuild = "By hand."
{more}

[files]
"""


@pytest.fixture
def make_model(tmp_path):
    """Write a model folder; keyword arguments change its card, ``files`` its contents."""

    def make(
        folder: str = "model", *, files=None, sealed=True, kind="themes", name="lab/themes", **card
    ) -> Path:
        place = tmp_path / folder
        place.mkdir(parents=True)
        more = card.pop("more", "")
        text = CARD.format(kind=kind, name=name, version=card.pop("version", "1.0.0"), more=more)
        (place / "model.toml").write_text(text, encoding="utf-8")
        for file, content in (files or {}).items():
            (place / file).parent.mkdir(parents=True, exist_ok=True)
            (place / file).write_text(content, encoding="utf-8")
        if sealed:
            seal(place)
        return place

    return make
