"""One document in, one analysis out."""

from vnpolitext.analysis.analyze import analyze
from vnpolitext.analysis.models import DEFAULT, Choice
from vnpolitext.analysis.records import Analysis
from vnpolitext.analysis.tables import TABLES, columns, rows, to_frame

__all__ = ["DEFAULT", "TABLES", "Analysis", "Choice", "analyze", "columns", "rows", "to_frame"]
