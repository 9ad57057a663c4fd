"""Validating automatic measures against people: sheets to fill, and what comes of them."""

from vnpolitext.late import offered
from vnpolitext.validation.agreement import alpha_interval, krippendorff_alpha
from vnpolitext.validation.errors import SheetError
from vnpolitext.validation.intrusion import IntrusionTest, topic_intrusion, word_intrusion
from vnpolitext.validation.passages import draw_passages
from vnpolitext.validation.scores import score_codes
from vnpolitext.validation.themes import ThemeAgreement, ThemeValidation, validate_themes

__all__ = [
    "IntrusionTest",
    "SheetError",
    "ThemeAgreement",
    "ThemeValidation",
    "alpha_interval",
    "draw_passages",
    "krippendorff_alpha",
    "score_codes",
    "topic_intrusion",
    "validate_themes",
    "word_intrusion",
]

__dir__ = offered(__name__)
