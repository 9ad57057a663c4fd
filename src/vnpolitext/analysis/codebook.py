"""The codebook: what every column of every table holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from vnpolitext.analysis.descriptions import descriptions
from vnpolitext.analysis.schema import RECORDS, store_schema
from vnpolitext.analysis.tables import TABLES
from vnpolitext.analysis.vocabularies import vocabulary
from vnpolitext.errors import expect

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

_MOST: Final = 40
_ANYWHERE: Final = {
    "id": "Identifier of the document, the same in every table.",
    "index": "Number of the record in its document, from 0.",
    "person": "Number of the person in its document, from 0.",
    "start": "Index of the first character in the text of the document, from 0.",
    "end": "Index after the last character.",
    "text": "The surface, as it stands in the text of the document.",
}
_OF_TABLES: Final = {
    ("documents", "title"): "Title of the document.",
    ("documents", "published"): "Day or time of publication.",
    ("documents", "author"): "Author, as the document names one.",
    ("documents", "source"): "Who published it.",
    ("documents", "url"): "Address of the page.",
    ("documents", "views"): "How often the page says it was read.",
    ("documents", "characters"): "Number of characters of the text.",
    ("documents", "persons"): "Number of persons named.",
    ("documents", "officials"): "Number of persons with an office.",
    ("documents", "citations"): "Number of cited documents, each time it is cited.",
    ("documents", "places"): "Number of mentions of administrative units.",
    ("documents", "directives"): "Number of items of numbered lists.",
    ("documents", "statements"): "Number of statements: who says what.",
    ("documents", "path"): "File that the document was read from.",
    ("documents", "metadata"): "All that is known of the document, as JSON.",
    ("documents", "versions"): "What made the analysis, as JSON.",
    ("documents", "text"): "The text as it was read.",
    ("persons", "is_official"): "Whether the text gives the person at least one office.",
    ("persons", "mentions"): "Number of mentions.",
    ("persons", "positions"): "Offices of the person, with abbreviations written out.",
    ("mentions", "name"): "The fullest form of the person's name.",
    ("positions", "name"): "The fullest form of the person's name.",
    ("positions", "place_name"): "Name of the unit the body belongs to.",
    ("positions", "place_code"): "Code of that unit, in the vintage it belongs to.",
    ("positions", "unit_id"): "Identity of that unit, code and list; group by it.",
    ("positions", "province"): "Province of that unit.",
    ("statements", "speaker_name"): "Fullest form of the speaker's name, or the body that speaks.",
    ("statements", "speaker_text"): "The words that name the speaker.",
    ("statements", "cue_text"): "The words of saying.",
    ("failures", "path"): "File that could not be analysed.",
    ("failures", "reason"): "Why not.",
}


def codebook(tables: Iterable[str] = TABLES) -> pd.DataFrame:
    """Return a table of all columns: what each holds, and which values a category can have.

    Args:
        tables: Names of the tables to describe.

    Returns:
        One row a column: ``table``, ``column``, ``type`` (text, whole number, number, yes or no,
        date, category, list, record), ``values`` and ``description``.

    Raises:
        ValueError: There is no such table.

    Example:
        >>> book = codebook(["positions"]).set_index("column")
        >>> book.loc["status", "type"], book.loc["status", "values"]
        ('category', 'current; former; late; acting')
    """
    import pandas as pd

    expect(tables, Iterable, "names of tables are wanted")
    tables = [tables] if isinstance(tables, str) else tables
    names = ["table", "column", "type", "values", "description"]
    return pd.DataFrame([row for table in tables for row in _rows(table)], columns=names)


def describe(table: str, column: str) -> str:
    """Return what a column holds."""
    if column.endswith("_precision"):
        return f"How exactly {column.removesuffix('_precision')} is stated."
    told = _OF_TABLES.get((table, column))
    record = RECORDS.get(table)
    known = descriptions(record) if record is not None else {}
    return told or known.get(column) or _ANYWHERE.get(column, "")


def _rows(table: str) -> Iterator[tuple[str, str, str, str, str]]:
    for field in store_schema(table):
        values = vocabulary(table, field.name)
        listed = "; ".join(values) if len(values) <= _MOST else f"{len(values)} kinds"
        yield table, field.name, _kind(field.type), listed, describe(table, field.name)


def _kind(kind: pa.DataType) -> str:
    import pyarrow as pa

    tests = (
        (pa.types.is_dictionary, "category"),
        (pa.types.is_timestamp, "date"),
        (pa.types.is_boolean, "yes or no"),
        (pa.types.is_integer, "whole number"),
        (pa.types.is_floating, "number"),
        (pa.types.is_list, "list"),
        (pa.types.is_struct, "record"),
    )
    return next((name for test, name in tests if test(kind)), "text")
