"""The time an office was held, and how two readings of it are put together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from vnpolitext.officials.tenure.moments import Stretch
from vnpolitext.officials.tenure.status import Clause


@dataclass(slots=True)
class Tenure:
    """The time of an office.

    Attributes:
        since: First day, month or year, ISO 8601, or ``None``.
        until: Last one.
        since_at: Where the text states the first one, in the folded text.
        until_at: Where it states the last one.
        has_ended: Whether the text says by it that the office has ended.
        is_told: Whether a sentence tells it, so that a later one may follow upon it.
    """

    since: str | None = None
    until: str | None = None
    since_at: tuple[int, int] | None = None
    until_at: tuple[int, int] | None = None
    has_ended: bool = False
    is_told: bool = False


_DAY: Final = len("2015-06-05")

NONE: Final = Tenure()
ENDED: Final = Tenure(has_ended=True)


def sharpened(found: Tenure | None, told: Tenure | None) -> Tenure | None:
    """Return a time with the day or month that the sentence gives of the same year.

    Of a term of office the sentence may tell the day on which somebody took it.
    """
    if found is None or told is None:
        return found or told
    if _is_within_term(found, told):
        return replace(found, since=told.since, since_at=told.since_at)
    if found.since and told.since and told.since.startswith(found.since):
        return replace(found, since=told.since, since_at=told.since_at)
    if found.since is None and told.since and (found.until or "9") >= told.since:
        return replace(found, since=told.since, since_at=told.since_at)
    return found


def _is_within_term(found: Tenure, told: Tenure) -> bool:
    """Return whether a day lies in a term of office, whose end says nothing of that of a tenure."""
    since, until = found.since, found.until
    if since is None or until is None or found.has_ended:
        return False
    day = told.since
    return day is not None and len(day) == _DAY and since < day and day[: len(until)] <= until


def merged(beside: Tenure, record: Tenure) -> Tenure:
    """Return what stands beside an office, filled up from the line it stands on."""
    since = beside.since is not None
    return Tenure(
        beside.since if since else record.since,
        beside.until or record.until,
        beside.since_at if since else record.since_at,
        beside.until_at or record.until_at,
        beside.has_ended or record.has_ended,
    )


def time_of(stretch: Stretch, word: str, clause: Clause) -> Tenure:
    """Return a stretch as the time of an office.

    A term of office says nothing of its end; a period of the past does.
    """
    if stretch.is_end:
        return Tenure(None, stretch.until, None, stretch.until_at, True)
    if stretch.is_period:
        ended = stretch.until is not None and word != "nhiệm kỳ"
        return Tenure(stretch.since, stretch.until, stretch.since_at, stretch.until_at, ended)
    if clause.has_ended or word in {"đến", "tới", "hết"}:
        return Tenure(None, stretch.since, None, stretch.since_at, True)
    return Tenure(stretch.since, None, stretch.since_at)
