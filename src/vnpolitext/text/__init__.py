"""Text: folded views with offset maps, tones, sentences, syllables, words."""

from vnpolitext.text.sentences import sentences
from vnpolitext.text.span import Span
from vnpolitext.text.token import Token, Tokens
from vnpolitext.text.tokens import tokenize, tokenize_many
from vnpolitext.text.view import View, fold, tidy

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
