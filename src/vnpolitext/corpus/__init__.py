"""Many documents: run, store, tables."""

from vnpolitext.corpus.corpus import Corpus
from vnpolitext.corpus.errors import StoreError
from vnpolitext.corpus.outcome import Failure
from vnpolitext.corpus.write import write_jsonl, write_tables

__all__ = ["Corpus", "Failure", "StoreError", "write_jsonl", "write_tables"]
