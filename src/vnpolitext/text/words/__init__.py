"""Segmenters: which pieces of a text belong to one word."""

from vnpolitext.text.words.segmenter import Segmenter, Syllables, get_segmenter, segmenter_names

__all__ = ["Segmenter", "Syllables", "get_segmenter", "segmenter_names"]
