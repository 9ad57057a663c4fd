"""Comparing what documents talk about."""

from vnpolitext.late import offered
from vnpolitext.themes.changepoints import change_points
from vnpolitext.themes.coding import code_themes
from vnpolitext.themes.coherence import topic_agreement, topic_coherence
from vnpolitext.themes.comparison import Comparison, compare
from vnpolitext.themes.context import collocates, kwic, term_themes
from vnpolitext.themes.documents import Document, as_documents, group_labels
from vnpolitext.themes.keyness import keyness, keyness_of_counts
from vnpolitext.themes.lexicon import Theme, ThemeLexicon
from vnpolitext.themes.phrases import find_phrases
from vnpolitext.themes.prevalence import find_themes, theme_prevalence
from vnpolitext.themes.reuse import SharedPassages, shared_passages
from vnpolitext.themes.sections import Section, split_sections
from vnpolitext.themes.similarity import clusters, document_vectors, linkage, nearest, similarity
from vnpolitext.themes.stopwords import stop_words
from vnpolitext.themes.topic_model import TopicModel
from vnpolitext.themes.topics import Topics, choose_topics, find_topics
from vnpolitext.themes.trends import rising_terms, trends
from vnpolitext.themes.vectorizer import WordVectorizer
from vnpolitext.themes.voices import statements_corpus
from vnpolitext.themes.wordfish import Wordfish, WordfishResult, wordfish
from vnpolitext.themes.wordscores import Wordscores, wordscores

__all__ = [
    "Comparison",
    "Document",
    "Section",
    "SharedPassages",
    "Theme",
    "ThemeLexicon",
    "TopicModel",
    "Topics",
    "WordVectorizer",
    "Wordfish",
    "WordfishResult",
    "Wordscores",
    "as_documents",
    "change_points",
    "choose_topics",
    "clusters",
    "code_themes",
    "collocates",
    "compare",
    "document_vectors",
    "find_phrases",
    "find_themes",
    "find_topics",
    "group_labels",
    "keyness",
    "keyness_of_counts",
    "kwic",
    "linkage",
    "nearest",
    "rising_terms",
    "shared_passages",
    "similarity",
    "split_sections",
    "statements_corpus",
    "stop_words",
    "term_themes",
    "theme_prevalence",
    "topic_agreement",
    "topic_coherence",
    "trends",
    "wordfish",
    "wordscores",
]

__dir__ = offered(__name__)
