"""Whom *ông* and *bà* call: the person named last, by sex."""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.bonds.scene import Scene
from vnpolitext.officials.phrases import Name
from vnpolitext.text.syllables import is_vietnamese
from vnpolitext.vocabulary import addresses

_FEMALE_MIDDLE: Final = "thị"
_FULL: Final = 2


class Spoken:
    """The people that a text names, as it goes on."""

    def __init__(self, scene: Scene) -> None:
        """Learn the sex of the people of a scene from forms of address and from *Thị*."""
        self._scene = scene
        self._sexes: dict[str, str] = {}
        self._named: dict[str | None, int] = {}
        for element in scene.elements:
            if isinstance(element, Name):
                sex = self._told(element)
                if sex is not None:
                    self._sexes.setdefault(self._given(element), sex)

    def note(self, name: Name) -> None:
        """Take note that ``name`` stands here."""
        sex = self._told(name) or self._sexes.get(self._given(name))
        self._named[sex] = self._scene.tokens.starts[name.first]

    def called(self, pronoun: str, last: int) -> int | None:
        """Return where the person is named whom a pronoun calls, ``None`` if nobody fits it.

        Args:
            pronoun: The pronoun, or another word.
            last: Where the person named last stands.
        """
        form = addresses().match([pronoun], 0)
        sex = form[1].sex if form is not None else None
        if sex is None:
            return last
        other = "male" if sex == "female" else "female"
        if self._named.get(other) != last:
            return last
        return self._named.get(sex, self._named.get(None))

    def _told(self, name: Name) -> str | None:
        words = self._scene.tokens.words[name.first : name.last]
        if len(words) > _FULL and words[1] == _FEMALE_MIDDLE:
            return "female"
        return next((each.sex for each in name.addresses if each.sex), None)

    def _given(self, name: Name) -> str:
        """Return the word that is a person's own, which stands first in foreign names."""
        words = self._scene.tokens.words[name.first : name.last]
        return words[-1] if all(map(is_vietnamese, words)) else words[0]
