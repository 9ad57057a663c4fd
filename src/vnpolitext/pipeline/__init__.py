"""The finders as spaCy components, and a ready pipeline of them."""

from vnpolitext.late import offered
from vnpolitext.pipeline.components import RecordComponent, SentenceComponent
from vnpolitext.pipeline.displacy import displacy_data, displacy_options, render
from vnpolitext.pipeline.extensions import register_extensions
from vnpolitext.pipeline.kinds import KINDS
from vnpolitext.pipeline.load import load
from vnpolitext.pipeline.tokenizer import WordTokenizer, create_tokenizer

__all__ = [
    "KINDS",
    "RecordComponent",
    "SentenceComponent",
    "WordTokenizer",
    "create_tokenizer",
    "displacy_data",
    "displacy_options",
    "load",
    "register_extensions",
    "render",
]

__dir__ = offered(__name__)
