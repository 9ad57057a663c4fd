"""Models: plain data files with a card, on the library's own shelf or on a third party's."""

from vnpolitext.models.errors import ModelError
from vnpolitext.models.shelf import model_file, read_table, read_toml, shelf

__all__ = ["ModelError", "model_file", "read_table", "read_toml", "shelf"]
