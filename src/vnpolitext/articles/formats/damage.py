"""What other people's parsers raise for a damaged file, as one error of one line."""

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def read_by_others(kind: str) -> Iterator[None]:
    """Let a parser fail in one way only: whatever it raises, the file is not ``kind``.

    Damaged files make parsers raise nearly every exception there is; a list of them is never whole.
    What the system says of time, memory and missing packages is not the file's fault and passes, as
    does what a reader of ours says in a ``ValueError``.

    Raises:
        ValueError: The parser failed.
    """
    try:
        yield
    except (MemoryError, TimeoutError, ImportError):
        raise
    except Exception as error:
        if type(error) is ValueError:
            raise
        raise ValueError(f"not a readable {kind} ({type(error).__name__})") from None
