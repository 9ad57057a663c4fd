"""Find who says what in a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from vnpolitext.citations import find_citations
from vnpolitext.citations.records import Citation
from vnpolitext.layout import Page, read_page
from vnpolitext.officials import find_persons
from vnpolitext.officials.records import Person
from vnpolitext.officials.words.lexicon import expand
from vnpolitext.progress import under_way
from vnpolitext.statements.clauses import Clauses
from vnpolitext.statements.dialogue import Dialogue
from vnpolitext.statements.drafts import Draft
from vnpolitext.statements.going_on import GoingOn
from vnpolitext.statements.known import Known
from vnpolitext.statements.lone import Lone
from vnpolitext.statements.parties import Parties, Party
from vnpolitext.statements.pointed import read_pointed
from vnpolitext.statements.quotes import Quotes
from vnpolitext.statements.records import Statement
from vnpolitext.statements.reported import Reported
from vnpolitext.statements.speeches import find_speech
from vnpolitext.statements.titles import read_title
from vnpolitext.statements.units import Lines, Unit
from vnpolitext.text import View
from vnpolitext.text.surface import addressed
from vnpolitext.text.view import tidy

# The marks of a quotation inside another, and the words with which one asks.
_INNER: Final = {'"': '"', "“": "”", "‘": "’", "'": "'"}
_WHY: Final = ("tại sao", "vì sao", "bao giờ", "ai ")


@under_way("find statements")
def find_statements(
    text: str | View | Page,
    *,
    persons: Sequence[Person] | None = None,
    citations: Sequence[Citation] | None = None,
) -> list[Statement]:
    """Find what a text gives to somebody as said, written or asked (*lời dẫn*), in text order.

    Args:
        text: The text as it was read, or a view or page of it.
        persons: The persons of the same text, from
            [`find_persons`][vnpolitext.officials.find_persons]; they are looked for without them.
        citations: The citations of the same text, from
            [`find_citations`][vnpolitext.citations.find_citations]; likewise.

    Returns:
        The statements. ``person`` and ``document`` are indexes into ``persons`` and ``citations``;
        where nobody is named, ``speaker`` is ``None`` and the kind ``"unknown"``.

    Example:
        >>> [said] = find_statements("Ông Lò Văn An nhấn mạnh: “Xã phải làm đường trước.”")
        >>> said.text, said.kind, said.speaker_kind, said.polarity
        ('Xã phải làm đường trước.', 'direct', 'person', 'asserts')
    """
    page = read_page(text)
    persons = find_persons(page) if persons is None else persons
    citations = find_citations(page) if citations is None else citations
    flat = addressed(page.text)
    parties = Parties(page.view, flat, persons, citations)
    known = Known(parties, flat)
    drafts = _read(page, flat, Quotes(flat), parties, known)
    return _records(page.view, drafts, known)


def _read(page: Page, text: str, quotes: Quotes, parties: Parties, known: Known) -> list[Draft]:
    lines = Lines(page, text, quotes)
    reported = Reported(text, quotes)
    going_on = GoingOn(text, quotes, parties)
    dialogue = Dialogue(page, lines.lower, parties)
    speech = find_speech(text, lines.lower, quotes, parties)
    pointed = [] if dialogue else read_pointed(lines, parties)
    if not (lines.has_cues or quotes.outer or ":" in text or dialogue or speech or pointed):
        return []
    drafts = [] if dialogue else _titles(lines, parties, known)
    pointed = _not_told(pointed, drafts)
    for draft in pointed:
        known.resolve(draft)
    drafts += pointed
    voice: Draft | None = None
    lone = Lone(text, quotes)
    line = lines.first(every=bool(dialogue))
    while line is not None:
        for unit in lines.units(line):
            voice = _voice(unit, voice, dialogue, speech, drafts)
            if not lines.may_tell(unit) or going_on.holds(unit):
                drafts += lone.see(unit, []) if voice is None else []
                going_on.see(unit, [])
                if not (line.may_tell or going_on.is_open or dialogue or speech):
                    break
                continue
            clauses = Clauses(unit, text, quotes, parties)
            if voice is not None:
                clauses.skip(voice.start)
            found = _told(reported.read(clauses, going_on.speaker(unit)), lines)
            found = [] if going_on.takes_in(unit, found) else found
            drafts += lone.see(unit, found) if voice is None else []
            inside = [each for one in found for each in _quoted_in(one, lines, reported, parties)]
            for draft in (*found, *inside):
                draft.parent = draft.parent or voice
                known.resolve(draft)
            drafts += found + inside
            going_on.see(unit, found)
        line = lines.after(line, every=going_on.is_open or bool(dialogue))
    drafts += lone.close()
    _put_inside(drafts, pointed)
    return _once(draft for draft in drafts if draft.end > draft.start)


def _titles(lines: Lines, parties: Parties, known: Known) -> list[Draft]:
    """Return what titles and headings have somebody say."""
    units = lines.titles()
    found = [each for unit in units for each in read_title(unit, lines.text, lines.quotes, parties)]
    for draft in found:
        known.resolve(draft)
    return found


def _told(found: list[Draft], lines: Lines) -> list[Draft]:
    """Return the statements of a sentence without what a norm has offices and bodies do."""
    if all(map(_speaks_itself, found)) or not lines.is_norm:
        return found
    return [draft for draft in found if _speaks_itself(draft)]


def _not_told(pointed: list[Draft], titles: list[Draft]) -> list[Draft]:
    """Return what is pointed at without titles that have somebody say something themselves."""
    return [
        each for each in pointed if not any(each.start <= one.start < each.end for one in titles)
    ]


def _put_inside(drafts: Iterable[Draft], pointed: list[Draft]) -> None:
    """Give what is said in the words before *Đó là ý kiến của ...* to whoever says these."""
    for outer in pointed:
        for draft in drafts:
            inside = outer.start <= draft.start and draft.end <= outer.end
            if inside and draft.parent is None and draft not in pointed:
                draft.parent = outer


def _once(drafts: Iterable[Draft]) -> list[Draft]:
    """Leave what is said to whom it was given first (*A nói: “...”. B cho biết.*)."""
    found: dict[tuple[int, int], Draft] = {}
    for draft in drafts:
        found.setdefault((draft.start, draft.end), draft)
    return list(found.values())


def _quoted_in(draft: Draft, lines: Lines, reported: Reported, parties: Parties) -> list[Draft]:
    """Return what others are quoted as saying inside the words of a speaker."""
    if draft.kind != "direct":
        return []
    found = []
    for inner in lines.inside(draft.start, draft.end):
        clauses = Clauses(inner, lines.text, lines.quotes, parties)
        found += [each for each in reported.read(clauses) if _is_other(each, draft)]
    for each in found:
        each.parent = each.parent or draft
        _unquote(each, lines.text)
    return found


def _unquote(draft: Draft, text: str) -> None:
    """Leave the marks around words that are quoted inside a quotation."""
    mark = _INNER.get(text[draft.start])
    end = text.rfind(mark, draft.start + 1, draft.end) if mark else -1
    if end > draft.start and not any(map(str.isalnum, text[end : draft.end])):
        draft.start, draft.end, draft.kind = draft.start + 1, end, "direct"
        if draft.polarity == "asserts" and text[draft.start : end].lower().startswith(_WHY):
            draft.polarity = "asks"


def _is_other(draft: Draft, outer: Draft) -> bool:
    """Whether somebody is named who is not the one that speaks of them."""
    speaker, by = draft.speaker, outer.speaker
    if speaker is None or draft.end - draft.start >= outer.end - outer.start:
        return False
    return by is None or speaker.person is None or speaker.person != by.person


def _speaks_itself(draft: Draft) -> bool:
    """Whether somebody is told to speak, and no norm says what an office or a body does."""
    named = draft.speaker is not None and draft.speaker.kind in ("name", "pronoun", "document")
    return draft.kind == "direct" or draft.rule == "provision" or named


def _voice(
    unit: Unit, voice: Draft | None, dialogue: Dialogue, speech: Draft | None, drafts: list[Draft]
) -> Draft | None:
    """Return the voice that speaks in a unit of a dialogue or a speech, and note a new one."""
    opened = dialogue.open(unit, voice) if dialogue else None
    if opened is None and speech is not None and voice is None and unit.end > speech.start:
        opened = speech
    if opened is not None:
        drafts.append(opened)
        return opened
    if voice is not None and voice.rule != "speech":
        voice.end = unit.end
    return voice


def _records(view: View, drafts: list[Draft], known: Known) -> list[Statement]:
    drafts = sorted(drafts, key=lambda draft: (draft.start, -draft.end))
    order = {id(draft): number for number, draft in enumerate(drafts)}
    return [_record(view, draft, order, known) for draft in drafts]


def _record(view: View, draft: Draft, order: dict[int, int], known: Known) -> Statement:
    start, end = view.span(draft.start, draft.end)
    speaker = draft.speaker
    kind = known.kind(speaker)
    return Statement(
        start,
        end,
        view.source[start:end],
        speaker=None if speaker is None else view.span(speaker.start, speaker.end),
        speaker_kind=kind,
        person=None if speaker is None else known.person(speaker),
        body=_body(view, speaker) if kind == "body" else None,
        document=None if speaker is None else speaker.citation,
        cue=None if draft.cue is None else view.span(*draft.cue),
        kind=draft.kind,
        polarity=draft.polarity,
        parent=None if draft.parent is None else order.get(id(draft.parent)),
        rule=draft.rule,
    )


def _body(view: View, speaker: Party | None) -> str | None:
    return None if speaker is None else expand(tidy(view.surface(speaker.start, speaker.end)))
