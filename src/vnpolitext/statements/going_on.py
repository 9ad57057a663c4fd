"""Whether the same speaker goes on in the next sentence."""

from __future__ import annotations

import re
from typing import Final

from vnpolitext.statements.chains import heads_part
from vnpolitext.statements.drafts import FEW, Draft, is_remark
from vnpolitext.statements.lexicon import speech_rules
from vnpolitext.statements.parties import Parties, Party
from vnpolitext.statements.quotes import Quotes
from vnpolitext.statements.units import Unit
from vnpolitext.vocabulary import bodies

_OPENING: Final = '“„"«'
_CAPTION: Final = 250
_BYLINE: Final = 6
_OPENING_SIZE: Final = 90
_ACTING: Final = frozenset({"name", "office", "person", "pronoun"})
# Those whose words may run on; a crowd says one thing.
_LASTING: Final = _ACTING | {"body", "document"}
_ARTICLES: Final = frozenset({"điều", "khoản", "điểm"})
# Words of what is to be done, how far on in a sentence they are looked for, and words before them
# that make them others.
_DUTY: Final = frozenset({"cần", "phải"})
_NO_DUTY: Final = frozenset({"không", "chưa", "chẳng", "nhu", "rất", "người", "những", "bị"})
_SUBJECT: Final = 16
# Words that tell what somebody did.
_DONE: Final = frozenset({"đã", "vừa", "đang", "được", "bị"})
_OTHERS: Final = frozenset({"họ"})
_LONGEST_CAPTION: Final = 160
# Words that tell of what happened beside what is said, and stand under no picture.
_TOLD: Final = _DONE | {"cũng", "đó", "này", "sẽ", "không", "khi"}
# The marker of an item in a list.
_ITEM: Final = re.compile(r"[-–+*•] ?|\(?\d{1,2}[.)/] |\(?[a-zđ]\) ")
_CREDIT: Final = re.compile(r"(?<!\w)ảnh:")
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
        self._listed = False
        self._beside = False

    def holds(self, unit: Unit) -> bool:
        """Whether a unit stands in the provision of a document that is quoted as a whole."""
        draft = self._open
        return draft is not None and draft.rule == "provision" and self._goes_on(unit)

    def takes_in(self, unit: Unit, found: list[Draft]) -> bool:
        """Whether a sentence of what a body thinks or feels goes on with what somebody says.

        *Ông A tin vào đất nước này. Công ty coi Việt Nam là bạn.*; *... Việt Nam mong muốn ...*
        """
        draft = self._open
        thought = bool(found) and all(map(self._is_thought, found))
        if draft is None or not thought or not _is_human(draft):
            return False
        return self._goes_on(unit)

    def _is_thought(self, draft: Draft) -> bool:
        """Whether a body or country feels or holds something, and says nothing."""
        if draft.speaker is None or draft.speaker.kind != "body" or draft.cue is None:
            return False
        felt = self.text[slice(*draft.cue)].lower() in speech_rules().felt
        heads = draft.speaker.first <= FEW and draft.kind == "indirect"
        return draft.rule == "equates" or (felt and heads and self._is_country(draft.speaker))

    def _is_country(self, party: Party) -> bool:
        """Whether somebody is a country, for which whoever spoke before speaks."""
        words = self.text[party.start : party.end].lower().split()
        found = bodies().match(words, 0)
        return found is not None and found[1].role == "country" and found[0] == len(words)

    @property
    def is_open(self) -> bool:
        """Whether a statement may go on."""
        return self._open is not None

    def speaker(self, unit: Unit) -> Party | None:
        """Return who may say the next thing in a unit without a subject (*Đồng thời yêu cầu*)."""
        draft = self._open
        if draft is None or draft.announces or unit.kind in _APART or draft.kind == "direct":
            return None
        return draft.speaker

    def see(self, unit: Unit, found: list[Draft]) -> None:
        """Take in a sentence: it opens a statement, goes on with one, or ends it."""
        if found:
            inner = {id(draft) for draft in found}
            top = [draft for draft in found if id(draft.parent) not in inner]
            self._open = max(top, key=lambda draft: draft.end)
            self._listed = self._beside = False
            if unit.kind in _APART or not _may_go_on(self._open):
                self._open = None
        elif self._open is not None:
            if (self._open.rule == "provision" and _is_left_out(unit)) or _is_caption(unit):
                return
            if self._goes_on(unit):
                self._extend(unit)
                self._beside = False
            elif self._may_be_caption(unit):
                self._beside = True
                return
            else:
                self._open = None
        self._unit = unit

    def _may_be_caption(self, unit: Unit) -> bool:
        """Whether a short line of its own tells what somebody does, as under a picture.

        What is said goes on behind it where the next paragraph is bound to what was said.
        """
        draft, before = self._open, self._unit
        if draft is None or before is None or self._beside or draft.kind == "direct" or unit.cues:
            return False
        short = unit.end - unit.start <= _LONGEST_CAPTION and unit.line != before.line
        if not short or unit.start != unit.line:
            return False
        alone = self.text.find("\n", unit.start, unit.end + 1) == unit.end
        if not alone or not _TOLD.isdisjoint(unit.words):
            return False
        return self._actor(unit.opening(_OPENING_SIZE)) is not None

    def _extend(self, unit: Unit) -> None:
        draft = self._open
        if draft is None:
            return
        if draft.announces:
            self._listed = _ITEM.match(self.text, unit.start) is not None
        draft.announces = False
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
        if draft is None or before is None or not opening.words:
            return False
        if unit.kind in _APART and not (draft.announces or _is_article(draft, opening)):
            return False
        if draft.rule == "provision":
            return speech_rules().beyond.match(opening.words, 0) is None
        if draft.announces or self._is_next_item(unit, before):
            return True
        unfinished = self.text[before.start : before.end].rstrip().endswith(";")
        if unfinished and draft.kind == "indirect" and _is_human(draft):
            return True
        return self._speaks_on(draft, unit, opening, is_parted=unit.line != before.line)

    def _is_next_item(self, unit: Unit, before: Unit) -> bool:
        """Whether a list that somebody was announced to say goes on with its next item."""
        starts = (before.start, unit.start)
        return self._listed and all(_ITEM.match(self.text, at) for at in starts)

    def _speaks_on(self, draft: Draft, unit: Unit, opening: Unit, *, is_parted: bool) -> bool:
        """Whether the same voice goes on, in the same paragraph or parted from it."""
        quoted = self.text[unit.start] in _OPENING
        if quoted and draft.kind != "indirect":
            return not self._remarks(draft)
        told = draft.rule == "behind" or draft.kind == "direct"
        if told or (quoted and (is_parted or self._is_told_of(unit))) or self._is_byline(unit):
            return False
        if (is_parted or not _is_human(draft)) and not _is_bound(unit):
            return False
        acts = self._actor(opening)
        told = acts is not None and not _is_bidden(draft, unit, acts)
        return not (_leaves(opening) or told or self._names_speaker(unit, draft))

    def _remarks(self, draft: Draft) -> bool:
        """Whether a remark of the reporter stands behind a quotation and who says it."""
        unit = self._unit
        if draft.rule != "behind" or draft.cue is None or unit is None:
            return False
        return is_remark(self.text[draft.cue[1] : unit.end])

    def _is_told_of(self, unit: Unit) -> bool:
        """Whether more than a quotation stands in a sentence that begins with one."""
        quote = self.quotes.at(unit.start)
        return quote is not None and any(map(str.isalnum, self.text[quote.end : unit.end]))

    def _actor(self, opening: Unit) -> Party | None:
        """Return the one with whom a sentence begins, who does something."""
        first = next(iter(self._parties.read(opening)), None)
        if first is None or opening.words[first.first] in _OTHERS:
            return None
        return first if first.kind in _ACTING and first.first <= 2 else None

    def _is_byline(self, unit: Unit) -> bool:
        """Whether a few words in capitals end a report: its author, its agency."""
        words = self.text[unit.start : unit.end].replace("(", "").split()
        return len(words) <= _BYLINE and all(word[0].isupper() or word == "-" for word in words)

    def _names_speaker(self, unit: Unit, draft: Draft) -> bool:
        """Whether a part of a sentence begins with the name of the speaker, of whom it tells."""
        person = None if draft.speaker is None else draft.speaker.person
        if person is None or not self._parties.names(person, unit.start, unit.end):
            return False
        parties = self._parties.read(unit)
        return any(party.person == person and heads_part(party, unit) for party in parties)


def _is_article(draft: Draft, opening: Unit) -> bool:
    """Whether a heading belongs to a provision that is quoted as a whole (*Điều 5. ...*)."""
    return draft.rule == "provision" and opening.words[0] in _ARTICLES


def _leaves(opening: Unit) -> bool:
    """Whether a sentence opens as reports do that turn to something else."""
    rules = speech_rules()
    leaving = rules.leaving.match(opening.words, 0)
    going_on = rules.going_on.match(opening.words, 0)
    return leaving is not None and (going_on is None or going_on[0] <= leaving[0])


def _is_human(draft: Draft) -> bool:
    return draft.speaker is not None and draft.speaker.kind in _ACTING


def _is_bidden(draft: Draft, unit: Unit, actor: Party) -> bool:
    """Whether a sentence goes on to tell somebody what they must do (*Lãnh đạo xã phải ...*)."""
    if unit.words[actor.last : actor.last + 1] and unit.words[actor.last] in _DUTY:
        return True
    return draft.polarity == "orders" and _is_task(unit, actor.last)


def _is_task(unit: Unit, at: int) -> bool:
    """Whether a sentence tells those before word ``at`` what to do: nothing done or said."""
    rules, words = speech_rules(), unit.words[: at + _SUBJECT]
    tasks = any(rules.tasks.match(words, number) for number in range(at, len(words)))
    opening = unit.lower[unit.start : unit.starts[len(words) - 1]]
    return tasks and not unit.cues and _DONE.isdisjoint(words) and ":" not in opening


def _is_bound(unit: Unit) -> bool:
    """Whether a paragraph shows that whoever spoke before still speaks.

    It opens with a word that ties it to what was said, or speaks of *chúng ta*, or of a duty.
    """
    rules = speech_rules()
    words = unit.words
    if rules.going_on.match(words, 0) is not None:
        return True
    inner = any(rules.own.match(words, at) for at in range(len(words)))
    return inner or any(
        word in _DUTY and words[at - 1] not in _NO_DUTY
        for at, word in enumerate(words[:_SUBJECT])
        if at
    )


def _is_left_out(unit: Unit) -> bool:
    """Whether a unit has no word: marks of what is left out of a provision (*[...]*)."""
    return not any(map(str.isalnum, unit.lower[unit.start : unit.end]))


def _is_caption(unit: Unit) -> bool:
    """Whether a unit stands under a picture, between two paragraphs of what is said."""
    line = unit.lower.find("\n", unit.start, unit.start + _CAPTION)
    end = max(unit.end, line)
    return unit.kind == "caption" or _CREDIT.search(unit.lower, unit.start, end) is not None


def _may_go_on(draft: Draft) -> bool:
    """Whether what is said may run on: words of somebody, wholly quoted or wholly reported."""
    if draft.announces:
        return True
    if draft.rule in ("participle", "equates") or draft.kind == "mixed":
        return False
    return draft.speaker is not None and draft.speaker.kind in _LASTING
