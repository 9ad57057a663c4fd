"""Numbered directive sections."""

from vnpolitext.directives.find import find_directives
from vnpolitext.directives.records import Directive

__all__ = ["Directive", "find_directives"]
