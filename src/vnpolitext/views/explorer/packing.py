"""Data and scripts inside a page: what an article says is never markup, and nothing is loaded."""

from __future__ import annotations

import gzip
import json
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from typing import Any


def packed(data: Any) -> str:
    """Return plain data as compressed JSON in letters, digits, ``+``, ``/`` and ``=`` alone.

    What stands within some 30,000 bytes of its like costs next to nothing.
    """
    try:
        written = _json(data, ascii_only=False).encode("utf-8")
    except UnicodeEncodeError:  # a half of a surrogate pair, which only an escape can tell
        written = _json(data, ascii_only=True).encode("ascii")
    return b64encode(gzip.compress(written, compresslevel=9, mtime=0)).decode("ascii")


def policy(scripts: Iterable[str]) -> str:
    """Return a policy that lets the page run these scripts, as they are, and load nothing."""
    digests = (b64encode(sha256(each.encode("utf-8")).digest()).decode("ascii") for each in scripts)
    allowed = " ".join(f"'sha256-{digest}'" for digest in digests)
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; "
        "base-uri 'none'; form-action 'none'"
    )


def code_units(text: str, offsets: Iterable[int]) -> dict[int, int]:
    """Return where the offsets of characters lie in the code units that scripts count in.

    Example:
        >>> code_units("a𠀋b", [1, 2])
        {1: 1, 2: 3}
    """
    wanted = sorted(set(offsets))
    if text.isascii() or max(text) <= "\uffff":
        return {offset: offset for offset in wanted}
    found, extra, at = {}, 0, 0
    for offset in wanted:
        extra += sum(letter > "\uffff" for letter in text[at:offset])
        at = offset
        found[offset] = offset + extra
    return found


def _json(data: Any, *, ascii_only: bool) -> str:
    return json.dumps(data, ensure_ascii=ascii_only, allow_nan=False, separators=(",", ":"))
