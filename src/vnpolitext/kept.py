"""What takes long to work out, kept beside the bytecode.

Python keeps the bytecode of a module in ``__pycache__``, so that it is compiled once and not by
each process. Here the same is done for what else costs time at the start: patterns and the indexes
of tables. The sources stay what they are; what is kept is made again when a source, a module of the
package or Python itself has changed, and nothing is lost when it is deleted. ``VNPOLITEXT_KEPT``
names another folder for it; where the variable is empty, or the folder is read only, nothing is
kept.
"""

from __future__ import annotations

import atexit
import marshal
import os
import sys
from collections.abc import Callable, Hashable, Iterable
from contextlib import suppress
from functools import lru_cache
from hashlib import blake2b
from importlib.util import cache_from_source
from pathlib import Path
from threading import Lock, get_ident
from typing import Any, Final, TypeVar, cast
from zlib import crc32

T = TypeVar("T")
_PACKAGE: Final = Path(__file__).parent
_PYTHON: Final = f"{sys.version} {sys.byteorder}"
_VARIABLE: Final = "VNPOLITEXT_KEPT"
_SEAL: Final = 20
_FEW: Final = 64
_MOST: Final = 2_000


class Kept:
    """A mapping from keys to plain data that outlives the process.

    Keys and values are what `marshal` writes: strings, numbers, bytes, tuples, lists, dictionaries
    and sets of these.

    Attributes:
        path: The file it is kept in.
        stamp: What the values depend on; those of another stamp are forgotten.
    """

    def __init__(self, name: str, stamp: Hashable = None) -> None:
        """Keep values in the file ``name``, which is read when the first of them is asked for."""
        self.path = _folder() / f"{name}.{sys.implementation.cache_tag}.kept"
        self.stamp = (_PYTHON, stamp)
        self._values: dict[Any, Any] | None = None
        self._asked: set[Hashable] = set()
        self._unwritten: dict[Any, Any] = {}
        self._lock = Lock()

    def get(self, key: Hashable) -> Any:
        """Return the value of ``key``, ``None`` where there is none."""
        if self._values is None:
            self._values = self._read()
        self._asked.add(key)
        return self._values.get(key)

    def put(self, key: Hashable, value: object) -> None:
        """Keep ``value`` for other processes.

        It is written with others: when there are many, or when the process ends.
        """
        with self._lock:
            if not self._unwritten:
                atexit.register(self.write)
            self._unwritten[key] = value
            count = len(self._unwritten)
        if count >= max(_FEW, len(self._values or ())):
            self.write()

    def _read(self) -> dict[Any, Any]:
        try:
            written = self.path.read_bytes()
        except OSError:
            return {}
        data = memoryview(written)[_SEAL:]
        # A file of another stamp, or one that is damaged, is never unpacked.
        values: dict[Any, Any] = plain(data) if written[:_SEAL] == self._seal(data) else {}
        return values

    def _seal(self, data: bytes | memoryview) -> bytes:
        """Return what stands before the data of this stamp, as long as they are whole."""
        stamp = blake2b(repr(self.stamp).encode(), digest_size=16).digest()
        return stamp + crc32(data).to_bytes(4, "big")

    def write(self) -> None:
        """Write what was put, beside what others have put; nothing where that cannot be."""
        with self._lock:
            new, self._unwritten = self._unwritten, {}
        if not new or os.environ.get(_VARIABLE) == "":
            return
        self._values = self._read() | (self._values or {}) | new
        if len(self._values) > _MOST:  # most are those of older versions
            asked = {*self._asked, *new}
            self._values = {key: self._values[key] for key in asked if key in self._values}
        data = packed(self._values)
        write_whole(self.path, self._seal(data) + data)


def _folder() -> Path:
    chosen = os.environ.get(_VARIABLE)
    return Path(chosen) if chosen else Path(cache_from_source(__file__)).parent


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that nobody ever reads half of it; do nothing where it cannot be written."""
    part = path.with_suffix(f".{os.getpid()}-{get_ident()}")
    try:
        path.parent.mkdir(exist_ok=True)
        part.write_bytes(data)
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def packed(value: object) -> bytes:
    """Return plain data as bytes.

    Raises:
        ValueError: It is no plain data, as `Kept` has it.
    """
    return marshal.dumps(cast("Any", value))


def plain(data: bytes | memoryview) -> Any:
    """Return the data that was `packed`.

    Raises:
        ValueError, TypeError, EOFError: The bytes are none that were packed.
    """
    return marshal.loads(data)  # noqa: S302 - as safe as bytecode, beside which it is kept


def kept(name: str, sources: Iterable[Path], make: Callable[[], T]) -> T:
    """Return what ``make`` gives, kept until a source or a module of the package changes.

    Args:
        name: Name of the file it is kept in.
        sources: The files that it is made from.
        make: Makes plain data, as `Kept` has it, from the sources alone.

    Returns:
        The data, worked out or read.
    """
    digest = blake2b(modules_stamp(), digest_size=16)
    for path in sources:
        digest.update(path.read_bytes())
    store = Kept(name, digest.digest())
    found: T | None = store.get("")
    if found is None:
        found = make()
        store.put("", found)
        store.write()
    return found


@lru_cache(maxsize=1)
def modules_stamp() -> bytes:
    """Return a digest of the names, sizes and times of the modules of the package."""
    digest = blake2b(digest_size=16)
    folders = [str(_PACKAGE)]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in sorted(entries, key=lambda each: each.name):
                if entry.name.endswith(".py"):
                    seen = entry.stat()
                    digest.update(f"{entry.path} {seen.st_size} {seen.st_mtime_ns}\n".encode())
                elif "." not in entry.name and "_" not in entry.name and entry.is_dir():
                    folders.append(entry.path)
    return digest.digest()
