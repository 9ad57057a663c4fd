"""Text: folded views with offset maps, tones, sentences, syllables, words."""

from vnpolitext.text.sentences import sentences
from vnpolitext.text.span import Span
from vnpolitext.text.tokens import Token, tokenize, tokenize_many
from vnpolitext.text.view import View, fold, tidy

__all__ = ["Span", "Token", "View", "fold", "sentences", "tidy", "tokenize", "tokenize_many"]
