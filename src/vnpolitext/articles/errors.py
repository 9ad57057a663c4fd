"""What can be wrong with a file that should hold an article."""

import os
from typing import Final

from vnpolitext.errors import VnpolitextError, plain_line

_LONGEST: Final = 500


class ArticleError(VnpolitextError, ValueError):
    """A file cannot be read as an article; the message names the file and the reason.

    Attributes:
        path: The file, as it was given.
        reason: What is wrong with it, in one line.
    """

    def __init__(self, path: str | os.PathLike[str], reason: str) -> None:
        """Keep the file and the reason."""
        reason = plain_line(" ".join(reason.split()))[:_LONGEST]
        super().__init__(os.fspath(path), reason)
        self.path = os.fspath(path)
        self.reason = reason

    def __str__(self) -> str:
        """Return one line: the file, a colon and the reason."""
        return f"{plain_line(self.path)}: {self.reason}"
