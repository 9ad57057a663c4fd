"""Offices that one person is given more than once, in full and in short."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from vnpolitext.models import per_choice
from vnpolitext.officials.completion.neighbours import Draft, offices_beside
from vnpolitext.officials.records import Position
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.lexicon import foreign_lands, implied_bodies
from vnpolitext.text import View
from vnpolitext.text.syllables import is_vietnamese
from vnpolitext.text.tones import without_marks
from vnpolitext.vocabulary.surnames import surnames

_LEADING: Final = (
    "bí thư thứ nhất", "bộ trưởng", "chủ tịch hạ viện", "chủ tịch nước", "chủ tịch quốc hội",
    "chủ tịch thượng viện", "tổng bí thư",
)  # fmt: skip
_SHORT_NAME: Final = 3


def tell_foreign(
    view: View, drafts: Sequence[Draft], name: str, is_abroad: Callable[[], bool]
) -> list[Draft]:
    """Return the offices of one person, those of another country without its name marked so.

    That is an office which the text elsewhere gives the person with the name of the country, one
    held along with such an office, the head of a state whose name is no Vietnamese one, and any
    office of a state of somebody who leads another country and holds none of this.

    Args:
        view: The text.
        drafts: The offices.
        name: Name of the person.
        is_abroad: Tells whether the text is about another country; asked only of central offices.
    """
    foreign = {each.position.title.lower(): each for each in drafts if each.meaning.is_foreign}
    is_stranger = _is_stranger(name) or (any(map(_is_of_some_state, drafts)) and is_abroad())
    if not foreign and not is_stranger:
        return list(drafts)
    is_stranger = is_stranger or (
        any(map(_leads_abroad, foreign.values())) and not any(map(_is_of_home, drafts))
    )
    found = []
    for at, draft in enumerate(drafts):
        title = draft.position.title.lower()
        if draft.meaning.is_foreign:
            found.append(draft)
            continue
        is_bare = _is_bare(draft)
        twin = foreign.get(title) if is_bare else None
        beside = is_bare and any(
            other.meaning.is_foreign for other in offices_beside(view, drafts, at)
        )
        strange = is_stranger and _is_of_some_state(draft)
        if twin is None and not beside and not strange:
            found.append(draft)
            continue
        own = None if is_bare else draft.position.organization
        body = twin.position.organization if twin is not None else own
        found.append(
            replace(
                draft,
                position=replace(
                    draft.position,
                    organization=body,
                    branch="other",
                    level=None,
                    is_completed=twin is not None and body is not None,
                    completed_from="document" if twin is not None and body is not None else None,
                ),
                meaning=replace(draft.meaning, branch="other", level=None, is_foreign=True),
            )
        )
    return found


def _is_stranger(name: str) -> bool:
    """Return whether a name opens with no syllable of Vietnamese and no name of its peoples."""
    words, names = name.lower().split(), surnames()
    if not words or is_vietnamese(words[0]) or set(name) & set("'’đĐ"):
        return False
    opens = words[0] in names.strong or words[0] in names.weak or (*words[:2],) in names.double
    return not opens and without_marks(words[0]) not in _plain_surnames()


@per_choice
def _plain_surnames() -> frozenset[str]:
    """Return the longer family names without marks, so that a slip (*Nguyẽn*) tells no stranger."""
    return frozenset(without_marks(each) for each in surnames().strong if len(each) > _SHORT_NAME)


def _leads_abroad(draft: Draft) -> bool:
    """Return whether an office is a leading one of a state, with the name of the country."""
    title = draft.position.title.lower()
    words = draft.meaning.normalized.lower()
    leads = title in grammar().sovereign or title.startswith(_LEADING)
    return leads and any(land in words for land in foreign_lands())


def _is_of_home(draft: Draft) -> bool:
    """Return whether an office is surely of this country: it names it, or is of a unit below."""
    local = draft.meaning.level not in {None, "central"}
    return not draft.meaning.is_foreign and (
        local or "việt nam" in draft.meaning.normalized.lower()
    )


def _is_of_some_state(draft: Draft) -> bool:
    """Return whether an office is of the centre of a state that its words do not name."""
    if "việt nam" in draft.meaning.normalized.lower():
        return False
    central = draft.meaning.level == "central"
    return central or draft.position.title.lower() in grammar().sovereign


def _is_bare(draft: Draft) -> bool:
    """Return whether the words of an office name no body, or one that only the office implies."""
    organization, title = draft.position.organization, draft.position.title.lower()
    return organization is None or (
        draft.meaning.normalized.lower() == title and organization == implied_bodies().get(title)
    )


def repeat_bodies(positions: Sequence[Position]) -> list[Position]:
    """Return the positions of one person, a bare one with the body that it is given elsewhere.

    A body is taken over where the text gives the person the same office of one body only.
    """
    if len(positions) < 2:
        return list(positions)
    bodies: dict[str, dict[str, Position]] = {}
    for each in positions:
        if each.organization is not None:
            bodies.setdefault(each.title.lower(), {})[each.organization.lower()] = each
    return [_repeat(each, bodies.get(each.title.lower(), {})) for each in positions]


def _repeat(position: Position, same: dict[str, Position]) -> Position:
    if position.organization is not None or len(same) != 1 or not position.title:
        return position
    if position.normalized.lower() != position.title.lower():
        return position
    [twin] = same.values()
    return replace(
        position,
        organization=twin.organization,
        branch=twin.branch,
        level=twin.level,
        place=position.place or twin.place,
        is_completed=True,
        completed_from="document",
    )
