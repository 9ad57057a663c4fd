"""Numbered directive sections: found, read as tasks, laid out, compared."""

from vnpolitext.directives.find import find_directives
from vnpolitext.directives.lists import find_lists, group_lists
from vnpolitext.directives.read import inside, read_directive
from vnpolitext.directives.records import (
    Deadline,
    Directive,
    DirectiveList,
    Problem,
    Strength,
    Target,
)

__all__ = [
    "Deadline",
    "Directive",
    "DirectiveList",
    "Problem",
    "Strength",
    "Target",
    "find_directives",
    "find_lists",
    "group_lists",
    "inside",
    "read_directive",
]
