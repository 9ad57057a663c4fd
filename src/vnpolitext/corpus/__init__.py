"""Many documents: run, store, tables."""

import logging

from vnpolitext.analysis.codebook import codebook
from vnpolitext.analysis.schema import STORE_TABLES, store_schema
from vnpolitext.corpus.batch import analyze_batch
from vnpolitext.corpus.corpus import Corpus
from vnpolitext.corpus.duplicates import near_duplicates
from vnpolitext.corpus.errors import StoreError, TableError, UnknownDocumentError
from vnpolitext.corpus.outcome import Failure
from vnpolitext.corpus.readback import read_table
from vnpolitext.corpus.sample import sample_corpus
from vnpolitext.corpus.sources import PassedOver
from vnpolitext.corpus.write import write_jsonl, write_tables
from vnpolitext.late import offered

__all__ = [
    "STORE_TABLES",
    "Corpus",
    "Failure",
    "PassedOver",
    "StoreError",
    "TableError",
    "UnknownDocumentError",
    "analyze_batch",
    "codebook",
    "near_duplicates",
    "read_table",
    "sample_corpus",
    "store_schema",
    "write_jsonl",
    "write_tables",
]

logging.getLogger("vnpolitext").addHandler(logging.NullHandler())

__dir__ = offered(__name__)
