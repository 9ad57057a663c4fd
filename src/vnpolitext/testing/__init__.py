"""The test kit: what a model of your own must do, tried on it."""

from vnpolitext.late import offered
from vnpolitext.testing.folder import advice, check_model
from vnpolitext.testing.kit import (
    CHECKS,
    check_citation_rules,
    check_embedder,
    check_gazetteer,
    check_object,
    check_person_tagger,
    check_segmenter,
    check_theme_lexicon,
)
from vnpolitext.testing.measure import measure_model
from vnpolitext.testing.report import CheckError, Report

__all__ = [
    "CHECKS",
    "CheckError",
    "Report",
    "advice",
    "check_citation_rules",
    "check_embedder",
    "check_gazetteer",
    "check_model",
    "check_object",
    "check_person_tagger",
    "check_segmenter",
    "check_theme_lexicon",
    "measure_model",
]

__dir__ = offered(__name__)
