"""Whom *ông* and *bà* call: the person named last of whom it may be told, by sex."""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.bonds.aside import with_titles
from vnpolitext.officials.bonds.scene import Scene
from vnpolitext.officials.persons.naming import says_name
from vnpolitext.officials.persons.told import is_subordinate
from vnpolitext.officials.phrases import Name, Office
from vnpolitext.officials.words.giving import sentence_start
from vnpolitext.text.syllables import is_vietnamese
from vnpolitext.vocabulary import addresses

_FEMALE_MIDDLE: Final = "thị"
_FULL: Final = 2
_REACH: Final = 80
_NEAR: Final = 8
_CALLS: Final = frozenset({"ông", "bà"})
_HANDING: Final = frozenset({"giao", "nhường", "trao"})
_OBLIQUE: Final = frozenset({"với", "của", "cùng", "theo", "thời"})
_DATE: Final = frozenset({"năm", "tháng", "ngày", "-", ",", "/", "•", "+", "[", "]", '"', "theo"})


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

    def is_beside(self, index: int) -> bool:
        """Return whether a name stands beside that of whom the pronouns around it call.

        So is who stands behind the pronoun in its sentence (*Ông ủng hộ Thủ tướng A*), and whom a
        clause behind the main one names with an office (*sau khi Chủ tịch A qua đời*).

        Args:
            index: The name, by its number among the elements.
        """
        words, name = self._scene.tokens.words, self._scene.elements[index]
        if not isinstance(name, Name):
            return False
        first = with_titles(self._scene, index, name)
        if first < name.lead and is_subordinate(words, first):
            return True
        if follows_pronoun(self._scene, index) or self._is_aside(index, first):
            return True
        start = sentence_start(words, first, _REACH)
        return words[first - 1] == "cho" and not _HANDING.isdisjoint(words[start:first])

    def _is_aside(self, index: int, first: int) -> bool:
        """Return whether a sentence tells of the one named before (*Ông A, cùng quê với ông B*)."""
        elements, tallies = self._scene.elements, self._scene.tallies
        before = elements[index - 1] if index else None
        while isinstance(before, Office) and before.first >= first:
            index -= 1
            before = elements[index - 1] if index else None
        if not isinstance(before, Name) or tallies.ends_sentence(before.last, first):
            return False
        oblique = self._scene.tokens.words[first - 1] in _OBLIQUE
        return oblique and self._opens(with_titles(self._scene, index - 1, before))

    def is_plain(self, mention: int, office: Office) -> bool:
        """Return whether a pronoun beside an office can only call the one who is mentioned.

        Of several whom another paragraph names, it calls the one who opens a sentence of it.

        Args:
            mention: Where the person is mentioned.
            office: The office.
        """
        scene = self._scene
        index, tokens = scene.numbers[mention], scene.tokens
        name = scene.elements[index]
        while index and isinstance(name, Name) and name.other:
            index -= 1
            name = scene.elements[index]
        end = tokens.line_end(name.first)
        if end == tokens.line_end(office.first) or not isinstance(name, Name):
            return True
        near = scene.elements[max(0, index - _NEAR) : index + _NEAR]
        beside = {
            tokens.words[each.last - 1]
            for each in near
            if isinstance(each, Name) and not each.other and tokens.line_end(each.first) == end
        }
        return len(beside) == 1 or self._opens(with_titles(scene, index, name))

    def _opens(self, at: int) -> bool:
        """Return whether nothing but a date stands before a token in its sentence."""
        words = self._scene.tokens.words
        before = words[sentence_start(words, at, _REACH) : at]
        return all(word[0].isdigit() or word in _DATE for word in before)

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


def follows_pronoun(scene: Scene, index: int) -> bool:
    """Return whether *he* or *she* stands before a name in its sentence, and is another.

    Args:
        scene: The scene.
        index: The name, by its number among the elements.
    """
    words, elements = scene.tokens.words, scene.elements
    name = elements[index]
    lead = name.lead if isinstance(name, Name) else name.first
    at = sentence_start(words, lead, _REACH)
    near = elements[max(0, index - _NEAR) : index]
    leads = {each.lead for each in near if isinstance(each, Name) and each.lead < each.first}
    calls = [n for n in range(at, lead) if words[n] in _CALLS and n not in leads]
    return bool(calls) and not says_name(words[calls[-1] + 1 : lead])


def calls_again(scene: Scene, index: int, mention: int) -> bool:
    """Return whether a name behind a pronoun is that of the one named last: the pronoun is not."""
    words, name = scene.tokens.words, scene.elements[index]
    last = scene.elements[scene.numbers[mention]]
    own, theirs = words[name.first : name.last], words[last.first : last.last]
    same = own[-len(theirs) :] == theirs[-len(own) :]
    return same and follows_pronoun(scene, index)
