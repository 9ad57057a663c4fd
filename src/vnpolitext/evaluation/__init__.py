"""Measuring: predictions against annotated texts."""

from vnpolitext.evaluation.gold import GoldError, read_gold
from vnpolitext.evaluation.score import Evaluation, Figure, evaluate

__all__ = ["Evaluation", "Figure", "GoldError", "evaluate", "read_gold"]
