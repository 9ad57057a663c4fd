"""Many documents: run, store, tables."""

from vnpolitext.corpus.batch import analyze_batch
from vnpolitext.corpus.corpus import Corpus
from vnpolitext.corpus.duplicates import near_duplicates
from vnpolitext.corpus.errors import StoreError
from vnpolitext.corpus.outcome import Failure
from vnpolitext.corpus.schema import store_schema
from vnpolitext.corpus.sources import PassedOver
from vnpolitext.corpus.tables import STORE_TABLES
from vnpolitext.corpus.write import write_jsonl, write_tables

__all__ = [
    "STORE_TABLES",
    "Corpus",
    "Failure",
    "PassedOver",
    "StoreError",
    "analyze_batch",
    "near_duplicates",
    "store_schema",
    "write_jsonl",
    "write_tables",
]
