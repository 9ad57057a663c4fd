"""What the offices of one person tell together of whether each is still held."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from vnpolitext.officials.completion.neighbours import Draft
from vnpolitext.officials.records import Position
from vnpolitext.officials.tenure.numbered import EARLIEST
from vnpolitext.officials.words.grammar import grammar, is_of_members

# Layouts that tell a life, one office after the other.
_LIFE_RULES: Final = frozenset({"record", "clause", "subject", "pronoun", "link", "implied"})
# After so many years nobody holds the office that a text tells of.
_LONG: Final = 20
# Of such bodies somebody may take an office after retiring.
_AFTER_RETIREMENT: Final = frozenset({"enterprise", "other", "mass organisation", "front"})
_OF_COMMITTEES: Final = ("đảng ủy viên", "tỉnh ủy viên", "bí thư trung ương đảng")


def settle(
    drafts: list[Draft],
    newest: Callable[[], int],
    *,
    has_died: Callable[[], bool],
    retired: Callable[[], int] = lambda: -1,
) -> list[Draft]:
    """Return the offices of one person with the status that their times together tell.

    What began long before the latest year of the text has ended; so has what a sentence tells to
    have begun before the next office of the same life.

    Args:
        drafts: The offices, with their times.
        newest: Gives the latest year that the text names; asked only where there are times.
        has_died: Tells whether the person has died; asked only where an office seems to be held.
        retired: Tells where the text says that the person has retired, -1 if it does not. The
            offices named before are then over, and all of the state.
    """
    if any(each.position.status == "current" for each in drafts) and has_died():
        return [_as_former(each) if each.position.status == "current" else each for each in drafts]
    end = retired() if any(each.position.status == "current" for each in drafts) else -1
    if end >= 0:
        drafts = [_as_former(each) if _is_over(each, end) else each for each in drafts]
    drafts = [_as_former(each) if _is_closed(each.position) else each for each in drafts]
    times = [each.position.since for each in drafts if each.position.since is not None]
    if not times:
        return _ended(drafts)
    main = [each.position.since or "" for each in drafts if not _is_side_post(each.position)]
    latest = max(main, default="")
    year = max(newest(), EARLIEST)
    return _ended(
        [_as_former(each) if _has_passed(each, latest, year) else each for each in drafts]
    )


def _ended(drafts: list[Draft]) -> list[Draft]:
    """Return offices with those as former that have ended by what is said of them elsewhere.

    That is an office of which another line gives the end, and one that a life tells between two
    others that began before and after it.
    """
    known = {(p.normalized.lower(), p.since[:4]): p.until for p in _positions(drafts) if p.since}
    ended = {key for key, until in known.items() if until is not None}
    begun = [each.position.since if each.is_told else None for each in drafts]
    before = _last(begun)
    after = _last(begun[::-1])[::-1]
    found = []
    for at, each in enumerate(drafts):
        position = each.position
        key = (position.normalized.lower(), (position.since or "")[:4])
        past = key in ended and position.until is None
        is_past = position.status == "current" and (
            past or _lies_between(position, before[at], after[at])
        )
        found.append(_as_former(each) if is_past else each)
    return found


def _positions(drafts: list[Draft]) -> Iterator[Position]:
    return (each.position for each in drafts if each.position.status == "former")


def _last(times: Sequence[str | None]) -> list[str | None]:
    """Return for each time the last one known before it."""
    found: list[str | None] = []
    last: str | None = None
    for each in times:
        found.append(last)
        last = each or last
    return found


def _lies_between(position: Position, before: str | None, after: str | None) -> bool:
    """Return whether a life tells an office without a time between two with one."""
    if position.since or position.until or position.rule not in _LIFE_RULES:
        return False
    return before is not None and after is not None and before[:4] < after[:4]


def _is_closed(position: Position) -> bool:
    """Return whether a term ended before machines read texts (*khóa I (1976 - 1980)*)."""
    until = position.until
    return position.status == "current" and until is not None and until[:4] < str(EARLIEST)


def _is_over(draft: Draft, retirement: int) -> bool:
    """Return whether an office ends with the retirement that a text tells at a place."""
    position = draft.position
    if position.status != "current":
        return False
    return draft.at < retirement or position.branch not in _AFTER_RETIREMENT


def _has_passed(draft: Draft, latest: str, newest: int) -> bool:
    position = draft.position
    if position.status != "current" or position.since is None or position.until is not None:
        return False
    if not draft.is_told:
        return False
    if newest - int(position.since[:4]) >= _LONG:
        return True
    size = min(len(position.since), len(latest))
    return latest[:size] > position.since[:size] and not _is_side_post(position)


def _is_side_post(position: Position) -> bool:
    """Return whether an office is held beside others: it neither ends them nor ends with them.

    Members of committees have such, and those who chair a council or a steering board.
    """
    title, body = position.title.lower(), (position.organization or "").lower()
    several = is_of_members(title) or title.startswith(_OF_COMMITTEES)
    return several or body.startswith(tuple(grammar().side_bodies))


def _as_former(draft: Draft) -> Draft:
    return replace(draft, position=replace(draft.position, status="former"))
