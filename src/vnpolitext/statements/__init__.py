"""Who says what (*ai nói gì*): speakers, words of saying, and what is said."""

from vnpolitext.statements.find import find_statements
from vnpolitext.statements.records import Statement

__all__ = ["Statement", "find_statements"]
