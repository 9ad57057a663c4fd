"""Text: folded views with offset maps, tones, sentences, syllables, words."""

from typing import TYPE_CHECKING, Final

from vnpolitext.late import late_names, offered
from vnpolitext.text.sentences import sentences
from vnpolitext.text.span import Span
from vnpolitext.text.view import View, fold, tidy

if TYPE_CHECKING:
    from vnpolitext.text.token import Token as Token
    from vnpolitext.text.token import Tokens as Tokens
    from vnpolitext.text.tokens import tokenize as tokenize
    from vnpolitext.text.tokens import tokenize_many as tokenize_many

__all__ = [
    "Span",
    "Token",
    "Tokens",
    "View",
    "fold",
    "sentences",
    "tidy",
    "tokenize",
    "tokenize_many",
]

_LATE: Final = {
    "token": "Token Tokens",
    "tokens": "tokenize tokenize_many",
}
__getattr__ = late_names(__name__, _LATE)
__dir__ = offered(__name__)
