"""Text: folded views with offset maps, tones, sentences, syllables, words."""

from vnpolitext.text.span import Span
from vnpolitext.text.view import View, fold, tidy

__all__ = ["Span", "View", "fold", "tidy"]
