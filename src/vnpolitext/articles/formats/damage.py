"""What other people's parsers raise for a damaged file, as one error of one line."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from vnpolitext.errors import VnpolitextError

UNPACKED: Final = 256 * 2**20
"""Bytes that the members of an archive may have together when they are unpacked."""


@contextmanager
def read_by_others(kind: str) -> Iterator[None]:
    """Let a parser fail in one way only: whatever it raises, the file is not ``kind``.

    Damaged files make parsers raise nearly every exception there is; a list of them is never whole.
    What the system says of time, memory and missing packages is not the file's fault and passes, as
    does what a reader of ours says in a ``ValueError`` or an error of our own.

    Raises:
        ValueError: The parser failed.
    """
    try:
        yield
    except (MemoryError, TimeoutError, ImportError, VnpolitextError):
        raise
    except Exception as error:
        if type(error) is ValueError:
            raise
        raise ValueError(f"not a readable {kind} ({type(error).__name__})") from None


def check_archive(data: bytes, kind: str) -> None:
    """Refuse an archive that unpacks to far more than a document holds.

    Raises:
        ValueError: It does, or it is no archive, and so not ``kind``.
    """
    with read_by_others(kind), zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = sum(info.file_size for info in archive.infolist())
    if size > UNPACKED:
        raise ValueError(f"{size / 2**20:,.0f} MB when it is unpacked, more than a document has")
