"""Measuring: predictions against annotated texts."""

from vnpolitext.evaluation.floors import Floors, Shortfall
from vnpolitext.evaluation.gold import GoldError, read_gold
from vnpolitext.evaluation.identities import identity_figure
from vnpolitext.evaluation.orders import evaluate_orders
from vnpolitext.evaluation.relations import evaluate_relations
from vnpolitext.evaluation.runs import Difference, Run, compare_runs, run
from vnpolitext.evaluation.sayings import evaluate_statements
from vnpolitext.evaluation.score import Evaluation, Figure, evaluate
from vnpolitext.evaluation.tables import (
    differences_table,
    errors_page,
    errors_table,
    figures_table,
)
from vnpolitext.evaluation.told import event_figure
from vnpolitext.evaluation.windows import read_windows
from vnpolitext.late import offered

__all__ = [
    "Difference",
    "Evaluation",
    "Figure",
    "Floors",
    "GoldError",
    "Run",
    "Shortfall",
    "compare_runs",
    "differences_table",
    "errors_page",
    "errors_table",
    "evaluate",
    "evaluate_orders",
    "evaluate_relations",
    "evaluate_statements",
    "event_figure",
    "figures_table",
    "identity_figure",
    "read_gold",
    "read_windows",
    "run",
]

__dir__ = offered(__name__)
