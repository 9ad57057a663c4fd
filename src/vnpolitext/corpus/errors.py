"""What can be wrong with a store, or with a table."""

from vnpolitext.errors import VnpolitextError


class StoreError(VnpolitextError, RuntimeError):
    """A store cannot be written or read; the message names the folder and the reason."""


class UnknownDocumentError(VnpolitextError, KeyError):
    """A corpus has no document of this name, or none that could be analysed."""

    def __str__(self) -> str:
        """Return the message as it is; a ``KeyError`` would quote it."""
        return str(self.args[0])


class TableError(VnpolitextError, ValueError):
    """A table cannot be written or read; the message names it and the reason."""
