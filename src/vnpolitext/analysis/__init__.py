"""One document in, one analysis out."""

from vnpolitext.analysis.analyze import analyze
from vnpolitext.analysis.records import Analysis
from vnpolitext.analysis.tables import TABLES, columns, rows, to_frame

__all__ = ["TABLES", "Analysis", "analyze", "columns", "rows", "to_frame"]
