"""Who says what (*ai nói gì*): speakers, words of saying, and what is said."""

from vnpolitext.late import offered
from vnpolitext.statements.find import find_statements
from vnpolitext.statements.records import Statement
from vnpolitext.statements.voices import Speaker, Voice, speaker_of, voices, voices_frame

__all__ = [
    "Speaker",
    "Statement",
    "Voice",
    "find_statements",
    "speaker_of",
    "voices",
    "voices_frame",
]

__dir__ = offered(__name__)
