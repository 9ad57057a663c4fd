"""Numbered directive sections: found, read as tasks, laid out, compared."""

from typing import TYPE_CHECKING, Final

from vnpolitext.directives.find import find_directives
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
from vnpolitext.late import late_names, offered

if TYPE_CHECKING:
    from vnpolitext.directives.align import AlignedPair as AlignedPair
    from vnpolitext.directives.align import Alignment as Alignment
    from vnpolitext.directives.align import align_directives as align_directives
    from vnpolitext.directives.following import Assignment as Assignment
    from vnpolitext.directives.following import FallingDue as FallingDue
    from vnpolitext.directives.following import assignments as assignments
    from vnpolitext.directives.following import assignments_frame as assignments_frame
    from vnpolitext.directives.following import deadlines as deadlines
    from vnpolitext.directives.following import deadlines_frame as deadlines_frame
    from vnpolitext.directives.lists import find_lists as find_lists
    from vnpolitext.directives.lists import group_lists as group_lists
    from vnpolitext.directives.tracing import TakenUp as TakenUp
    from vnpolitext.directives.tracing import trace as trace
    from vnpolitext.directives.tracing import trace_frame as trace_frame
    from vnpolitext.directives.tree import Node as Node
    from vnpolitext.directives.tree import Outline as Outline
    from vnpolitext.directives.tree import outline as outline

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

_LATE: Final = {
    "align": "AlignedPair Alignment align_directives",
    "following": "Assignment FallingDue assignments assignments_frame deadlines deadlines_frame",
    "tree": "Node Outline outline",
    "tracing": "TakenUp trace trace_frame",
    "lists": "find_lists group_lists",
}
__getattr__ = late_names(__name__, _LATE)
__dir__ = offered(__name__)
