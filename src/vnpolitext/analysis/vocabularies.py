"""What the columns of tables hold that know a closed list of values."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from vnpolitext.citations.grammar.rules import RELATIONS
from vnpolitext.statements.records import KINDS as STATEMENT_KINDS
from vnpolitext.statements.records import POLARITIES, SPEAKERS
from vnpolitext.text.units import KINDS
from vnpolitext.vocabulary import kinds

OPEN: Final = frozenset({("citations", "kind")})
"""Columns of categories to which a list of data gives the values, and rules may add others."""

PRECISIONS: Final = ("year", "month", "day", "second")
"""How exactly a text states a time."""

_LEVELS: Final = ("central", "province", "district", "commune")
_CLOSED: Final[dict[tuple[str, str], tuple[str, ...]]] = {
    ("blocks", "kind"): (
        *("title", "byline", "lead", "heading", "paragraph", "caption", "image", "quote"),
        *("footnote", "table", "signature", "boilerplate", "row", "cell"),
    ),
    ("blocks", "part"): (
        *("letterhead", "title", "preamble", "body", "signature", "recipients", "annex"),
        *("caption", "credit", "boilerplate"),
    ),
    ("blocks", "content"): ("number", "name", "office", "unit", "year", "place", "head"),
    ("persons", "sex"): ("female", "male"),
    ("positions", "status"): ("current", "former", "late", "acting"),
    ("positions", "branch"): (
        *("party", "government", "assembly", "front", "mass organisation", "army", "police"),
        *("court", "procuracy", "enterprise", "other"),
    ),
    ("positions", "level"): _LEVELS,
    ("positions", "completed_from"): (
        *("neighbour", "section", "letterhead", "document", "argument"),
    ),
    ("places", "level"): _LEVELS[1:],
    ("places", "unit"): (
        *("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn"),
        *("đặc khu", "khu"),
    ),
    ("directives", "style"): (
        *("spelled", "ordinal", "arabic", "roman", "letter", "row"),
        *("part", "chapter", "section", "article", "clause", "point"),
    ),
    ("directives", "role"): (
        *("task", "goal", "finding", "result", "lesson", "definition", "topic"),
    ),
    ("citations", "relation"): RELATIONS,
    ("statements", "speaker_kind"): SPEAKERS,
    ("statements", "kind"): STATEMENT_KINDS,
    ("statements", "polarity"): POLARITIES,
    ("tokens", "kind"): KINDS,
}


@lru_cache(maxsize=256)
def vocabulary(table: str, column: str) -> tuple[str, ...]:
    """Return the values that a column of categories holds, in a fixed order; ``()`` for others.

    A model of somebody else may give further ones, which then stand behind these.

    Example:
        >>> vocabulary("positions", "status")
        ('current', 'former', 'late', 'acting')
        >>> vocabulary("positions", "title")
        ()
    """
    if column.endswith("_precision"):
        return PRECISIONS
    if (table, column) == ("citations", "kind"):
        return tuple(kinds())
    return _CLOSED.get((table, column), ())
