"""What can be wrong with a file that should hold an article."""

import os

from vnpolitext.errors import VnpolitextError


class ArticleError(VnpolitextError, ValueError):
    """A file cannot be read as an article; the message names the file and the reason.

    Attributes:
        path: The file, as it was given.
        reason: What is wrong with it, in one line.
    """

    def __init__(self, path: str | os.PathLike[str], reason: str) -> None:
        """Keep the file and the reason."""
        super().__init__(os.fspath(path), reason)
        self.path = os.fspath(path)
        self.reason = reason

    def __str__(self) -> str:
        """Return one line: the file, a colon and the reason."""
        name = (
            self.path.encode("unicode_escape").decode("ascii") if _hidden(self.path) else self.path
        )
        return f"{name}: {self.reason}"


def _hidden(name: str) -> bool:
    """Whether a terminal would not show ``name`` on one line as it is."""
    return any(ord(letter) < 32 or 0xD800 <= ord(letter) < 0xE000 for letter in name)
