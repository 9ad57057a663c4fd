"""Numbered directive sections: found, read as tasks, laid out, compared."""

from vnpolitext.directives.align import AlignedPair, Alignment, align_directives
from vnpolitext.directives.find import find_directives
from vnpolitext.directives.following import (
    Assignment,
    FallingDue,
    assignments,
    assignments_frame,
    deadlines,
    deadlines_frame,
)
from vnpolitext.directives.lists import find_lists, group_lists
from vnpolitext.directives.read import inside, read_directive
from vnpolitext.directives.records import (
    Actor,
    Deadline,
    Directive,
    DirectiveList,
    Problem,
    Strength,
    Target,
)
from vnpolitext.directives.tracing import TakenUp, trace, trace_frame
from vnpolitext.directives.tree import Node, Outline, outline

__all__ = [
    "Actor",
    "AlignedPair",
    "Alignment",
    "Assignment",
    "Deadline",
    "Directive",
    "DirectiveList",
    "FallingDue",
    "Node",
    "Outline",
    "Problem",
    "Strength",
    "TakenUp",
    "Target",
    "align_directives",
    "assignments",
    "assignments_frame",
    "deadlines",
    "deadlines_frame",
    "find_directives",
    "find_lists",
    "group_lists",
    "inside",
    "outline",
    "read_directive",
    "trace",
    "trace_frame",
]
