"""Provinces in one row are of one time: *An Giang, Cần Thơ, Hậu Giang*; pairs were one unit."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from vnpolitext.places.judge import joined
from vnpolitext.places.mention import Mention
from vnpolitext.places.source import PlaceText
from vnpolitext.places.units import PROVINCE, REFORM, Gazetteer


def follow_rows(source: PlaceText, mentions: list[Mention]) -> None:
    """Link the provinces of a row to units of a day on which all of them existed.

    Only where some of them were no more on the day the text speaks of, which tells of an earlier
    one: a province that ended in the reform, or two that ended before. *Sài Gòn* is no sign.
    """
    known = source.known
    for row in _rows(source, mentions):
        when = source.when_at(row[0].start, row[0].end) or REFORM
        options = [known.find(mention.key, PROVINCE) for mention in row]
        ended = [
            rows
            for mention, rows in zip(row, options, strict=True)
            if mention.key not in source.words.cities
            and all("" < known.rows[i][6] <= when for i in rows)
        ]
        if not _tells(known, ended):
            continue
        end = _end_of_all(known, options, when)
        if end is not None:
            for mention, rows in zip(row, options, strict=True):
                kept = tuple(i for i in mention.rows if _stood(known, i, end))
                mention.rows = kept or tuple(i for i in rows if _stood(known, i, end))


def follow_pairs(source: PlaceText, mentions: list[Mention]) -> None:
    """Link both names of *Sài Gòn - Chợ Lớn* to the unit that had both, in its time."""
    known = source.known
    for first, second in pairwise(mentions):
        if first.level != PROVINCE or second.level != PROVINCE:
            continue
        if source.text[first.end : second.start].strip() not in _DASHES:
            continue
        when = source.when_at(first.start, second.end)
        both = tuple(
            row
            for row in known.find(f"{first.key}-{second.key}", PROVINCE)
            if when is not None and "-" in known.rows[row][1] and known.is_valid(row, when)
        )
        if both:
            first.rows = second.rows = both


_DASHES: Final = frozenset(("-", "–"))


def _rows(source: PlaceText, mentions: list[Mention]) -> Iterator[list[Mention]]:
    row: list[Mention] = []
    for mention in mentions:
        if mention.level != PROVINCE or (
            row and not joined(source.lower, row[-1].end, mention.start)
        ):
            if len(row) > 1:
                yield row
            row = []
        if mention.level == PROVINCE:
            row.append(mention)
    if len(row) > 1:
        yield row


def _tells(known: Gazetteer, ended: list[tuple[int, ...]]) -> bool:
    lately = any(known.rows[i][6] == REFORM for rows in ended for i in rows)
    return lately or len(ended) > 1


def _end_of_all(known: Gazetteer, options: list[tuple[int, ...]], when: str) -> str | None:
    """The last day on which one of them ended and before which each had a unit."""
    ends = {known.rows[i][6] for rows in options for i in rows if "" < known.rows[i][6] <= when}
    for end in sorted(ends, reverse=True):
        if all(any(_stood(known, i, end) for i in rows) for rows in options):
            return end
    return None


def _stood(known: Gazetteer, row: int, end: str) -> bool:
    """Whether a unit stood on the day before ``end``."""
    first, last = known.rows[row][5:7]
    return first < end and (not last or end <= last)
