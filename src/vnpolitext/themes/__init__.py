"""Comparing what documents talk about."""

from vnpolitext.themes.comparison import Comparison, compare
from vnpolitext.themes.documents import Document, as_documents, group_labels
from vnpolitext.themes.keyness import keyness, keyness_of_counts
from vnpolitext.themes.lexicon import Theme, ThemeLexicon
from vnpolitext.themes.phrases import find_phrases
from vnpolitext.themes.prevalence import find_themes, theme_prevalence
from vnpolitext.themes.reuse import SharedPassages, shared_passages
from vnpolitext.themes.sections import Section, split_sections
from vnpolitext.themes.similarity import clusters, document_vectors, linkage, nearest, similarity
from vnpolitext.themes.stopwords import stop_words
from vnpolitext.themes.vectorizer import WordVectorizer

__all__ = [
    "Comparison",
    "Document",
    "Section",
    "SharedPassages",
    "Theme",
    "ThemeLexicon",
    "WordVectorizer",
    "as_documents",
    "clusters",
    "compare",
    "document_vectors",
    "find_phrases",
    "find_themes",
    "group_labels",
    "keyness",
    "keyness_of_counts",
    "linkage",
    "nearest",
    "shared_passages",
    "similarity",
    "split_sections",
    "stop_words",
    "theme_prevalence",
]
