"""Bodies that an office without one takes over from an office beside it or a line over it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from vnpolitext.officials.completion.companions import firm_of
from vnpolitext.officials.completion.named_bodies import fits
from vnpolitext.officials.completion.neighbours import Draft, committee_of, joined, wants_committee
from vnpolitext.officials.completion.overhead import Over
from vnpolitext.officials.completion.sections import Body
from vnpolitext.officials.meaning.standing import is_regional
from vnpolitext.officials.meaning.understand import Meaning
from vnpolitext.officials.records import Position

# Such members only the Central Committee and its Politburo have, unless their body is named.
_OF_CENTRE: Final = frozenset({"ủy viên chính thức", "ủy viên dự khuyết"})


def accompany(body: Body, position: Position, companion: Meaning) -> None:
    """Give a bare office the body that an office named before it tells."""
    if companion.organization is None:
        return
    body.take_of(companion, "document")
    if position.branch in {"other", "government"}:
        body.branch = companion.branch
    if companion.branch == "enterprise":
        body.organization = firm_of(companion.organization)


def is_of_committee(draft: Draft) -> bool:
    """Return whether an office of the Party may be one of the committee beside it."""
    is_full = draft.position.title.lower() in _OF_CENTRE and draft.position.organization is None
    is_open = not is_full and not is_regional(draft.position.organization)
    return draft.meaning.branch == "party" and wants_committee(draft) and is_open


def head(body: Body, over: Over) -> None:
    """Give a bare office the body that stands over its list, if that has such an office."""
    if over.meaning is None:
        return
    body.take_of(over.meaning, "section")
    if body.branch in {"other", "government"}:
        body.branch = over.meaning.branch


def share(body: Body, draft: Draft, beside: Sequence[Draft]) -> None:
    """Give a bare office the body of the one behind it that it fits (*A, B Công ty X*)."""
    for other in beside:
        named = other.position.organization
        both = (draft.position.title, other.position.title)
        if named is None or other.at < draft.at or not all(fits(title, named) for title in both):
            continue
        meaning = other.meaning
        body.take_of(meaning, "neighbour", named)
        if body.branch in {"other", "government"}:
            body.branch = meaning.branch
        return


def name_department(body: Body, beside: Sequence[Draft]) -> None:
    """Give a department that only its kind tells (*Sở*) the name beside it, else none at all."""
    opening = f"{body.organization} ".lower()
    near = next(
        (o for o in beside if (o.position.organization or "").lower().startswith(opening)), None
    )
    if near is None:
        body.organization = None
        return
    body.take_of(near.meaning, "neighbour", near.position.organization)


def join_committee(body: Body, sibling: Draft) -> None:
    """Complete a Party body by the committee that the office beside it is of."""
    committee = committee_of(body.organization or "", sibling)
    if not committee:
        return
    body.level, body.place, body.source = sibling.meaning.level, sibling.meaning.place, "neighbour"
    body.unit = "" if body.place else committee.lower()
    body.organization = joined(body.organization, committee)
