"""One document in, one analysis out."""

from vnpolitext.analysis.analyze import analyze
from vnpolitext.analysis.frames import to_frame
from vnpolitext.analysis.json_schema import json_schema
from vnpolitext.analysis.models import DEFAULT, Choice
from vnpolitext.analysis.records import Analysis
from vnpolitext.analysis.tables import TABLES, columns, rows

__all__ = [
    "DEFAULT",
    "TABLES",
    "Analysis",
    "Choice",
    "analyze",
    "columns",
    "json_schema",
    "rows",
    "to_frame",
]
