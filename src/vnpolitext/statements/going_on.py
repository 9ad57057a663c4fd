"""Whether the same speaker goes on in the next sentence."""

from __future__ import annotations

from typing import Final

from vnpolitext.statements.drafts import Draft
from vnpolitext.statements.lexicon import speech_rules
from vnpolitext.statements.parties import Parties
from vnpolitext.statements.quotes import Quotes
from vnpolitext.statements.units import Unit

_OPENING: Final = '“„"«'
_OPENING_SIZE: Final = 90
_ACTING: Final = frozenset({"name", "office", "person", "pronoun"})
_APART: Final = frozenset({"title", "heading", "caption", "lead"})


class GoingOn:
    """Follows one statement from sentence to sentence."""

    def __init__(self, text: str, quotes: Quotes, parties: Parties) -> None:
        """Prepare for a text."""
        self.text = text
        self.quotes = quotes
        self._parties = parties
        self._open: Draft | None = None
        self._unit: Unit | None = None

    def holds(self, unit: Unit) -> bool:
        """Whether a unit stands in the provision of a document that is quoted as a whole."""
        draft = self._open
        return draft is not None and draft.rule == "provision" and self._goes_on(unit)

    @property
    def is_open(self) -> bool:
        """Whether a statement may go on."""
        return self._open is not None

    def see(self, unit: Unit, found: list[Draft]) -> None:
        """Take in a sentence: it opens a statement, goes on with one, or ends it."""
        if found:
            inner = {id(draft) for draft in found}
            top = [draft for draft in found if id(draft.parent) not in inner]
            self._open = max(top, key=lambda draft: draft.end)
            if unit.kind in _APART or not _may_go_on(self._open):
                self._open = None
        elif self._open is not None:
            if self._goes_on(unit):
                self._extend(unit)
            else:
                self._open = None
        self._unit = unit

    def _extend(self, unit: Unit) -> None:
        draft = self._open
        if draft is None:
            return
        quote = self.quotes.at(unit.start)
        alone = quote is not None and quote.end >= unit.end - 1 and quote.start == unit.start
        if draft.end <= draft.start:
            draft.start = quote.first if alone and quote is not None else unit.start
            draft.kind = "direct" if alone else draft.kind
        draft.end = quote.last if alone and quote is not None else unit.end
        if alone and draft.rule == "provision":
            self._open = None

    def _goes_on(self, unit: Unit) -> bool:
        draft, before = self._open, self._unit
        opening = unit.opening(_OPENING_SIZE)
        if draft is None or before is None or not opening.words or unit.kind in _APART:
            return False
        rules = speech_rules()
        if draft.rule == "provision":
            return rules.beyond.match(opening.words, 0) is None
        if draft.announces:
            draft.announces = False
            return True
        if self.text[unit.start] in _OPENING and draft.kind != "indirect":
            return True
        parted = unit.line != before.line and rules.going_on.match(opening.words, 0) is None
        leaves = rules.leaving.match(opening.words, 0) is not None
        caption = "ảnh:" in unit.lower[unit.start : unit.end]
        told = draft.rule == "behind" or draft.kind == "direct"
        return not (told or parted or leaves or caption or self._acts(opening))

    def _acts(self, opening: Unit) -> bool:
        """Whether a sentence begins with somebody who does something."""
        parties = self._parties.read(opening)
        return bool(parties) and parties[0].kind in _ACTING and parties[0].first <= 2


def _may_go_on(draft: Draft) -> bool:
    """Whether what is said may run on: a person's words, wholly quoted or wholly reported."""
    if draft.announces:
        return True
    if draft.rule == "participle" or draft.kind == "mixed":
        return False
    return draft.speaker is not None and draft.speaker.kind in _ACTING
