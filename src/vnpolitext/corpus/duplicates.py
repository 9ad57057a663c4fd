"""Near-duplicates: the same agency report in ten papers (*tin trùng lặp*)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from vnpolitext.analysis import Analysis
from vnpolitext.errors import documents_with
from vnpolitext.progress import under_way
from vnpolitext.text import View

if TYPE_CHECKING:
    import pandas as pd

_HASHES: Final = 128
_BANDS: Final = 32
_SHINGLE: Final = 4
_PRIME: Final = np.uint64((1 << 31) - 1)
_BODY: Final = frozenset({"title", "lead", "heading", "paragraph", "quote", "table"})

Numbers = NDArray[np.uint64]


@under_way("near duplicates")
def near_duplicates(analyses: Iterable[Analysis], *, threshold: float = 0.8) -> pd.DataFrame:
    """Group documents with nearly the same body.

    Compared are the sets of four-syllable shingles of title and body, folded (a text of fewer
    syllables is one shingle); site chrome,
    metadata lines, captions and signatures are left out. The likeness of two documents is the
    Jaccard similarity of their sets, estimated from 128 minwise hashes (Broder 1997); candidates
    are found by banding, so that the cost grows with the number of documents, not of pairs.

    Args:
        analyses: Documents, taken one by one; half a kilobyte is kept of each.
        threshold: Least likeness to the first document of the group.

    Returns:
        One row for each document that has a near-duplicate, in order: ``group``, ``id``,
        ``likeness`` to the first document of the group, ``published``, ``source``.
    """
    import pandas as pd

    facts: list[dict[str, Any]] = []
    signatures: list[NDArray[np.uint32]] = []
    for analysis in documents_with(analyses, "text", "blocks"):
        signature = _signature(_body(analysis))
        if signature is not None:
            known = {name: analysis.metadata.get(name) for name in ("published", "source")}
            facts.append({"id": analysis.id, **known})
            signatures.append(signature)
    leaders = _leaders(signatures, threshold)
    sizes = np.bincount([leader for leader, _ in leaders], minlength=len(facts))
    rows = [
        {"group": leader, "id": fact["id"], "likeness": likeness, **fact}
        for fact, (leader, likeness) in zip(facts, leaders, strict=True)
        if sizes[leader] > 1
    ]
    frame = pd.DataFrame(rows, columns=["group", "id", "likeness", "published", "source"])
    frame["group"] = pd.factorize(frame["group"])[0]
    return frame.sort_values("group", kind="stable", ignore_index=True)


def _body(analysis: Analysis) -> str:
    blocks = [block.text for block in analysis.blocks if block.kind in _BODY]
    return View.of("\n".join(blocks) if blocks else analysis.text).lower


def _signature(text: str) -> NDArray[np.uint32] | None:
    """Return the minwise hashes of a text, or ``None`` for one without a word."""
    words = np.array([crc32(word.encode("utf-8", "replace")) for word in _words(text)], np.uint64)
    if not len(words):
        return None
    width = min(_SHINGLE, len(words))
    shingles = np.zeros(len(words) - width + 1, np.uint64)
    for offset in range(width):
        part = words[offset : offset + len(shingles)]
        shingles = (shingles * np.uint64(1_000_003) + part) % _PRIME
    shingles = np.unique(shingles)
    first, second = _coefficients()
    hashes = (shingles[None, :] * first[:, None] + second[:, None]) % _PRIME
    smallest: NDArray[np.uint32] = hashes.min(axis=1).astype(np.uint32)
    return smallest


def _words(text: str) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in text).split()


def _coefficients() -> tuple[Numbers, Numbers]:
    random = np.random.default_rng(1997)
    first = random.integers(1, int(_PRIME), _HASHES, dtype=np.uint64)
    return first, random.integers(0, int(_PRIME), _HASHES, dtype=np.uint64)


def _leaders(signatures: list[NDArray[np.uint32]], threshold: float) -> list[tuple[int, float]]:
    """Return for each document the first of its group and the likeness to it."""
    buckets: dict[tuple[int, bytes], list[int]] = defaultdict(list)
    rows = _HASHES // _BANDS
    leaders: list[tuple[int, float]] = []
    for number, signature in enumerate(signatures):
        keys = [
            (band, signature[band * rows : (band + 1) * rows].tobytes()) for band in range(_BANDS)
        ]
        candidates = sorted({other for key in keys for other in buckets.get(key, ())})
        best = (number, 1.0)
        if candidates:
            alike = [float(np.mean(signatures[other] == signature)) for other in candidates]
            top = int(np.argmax(alike))
            if alike[top] >= threshold:
                best = (candidates[top], alike[top])
        leaders.append(best)
        if best[0] == number:
            for key in keys:
                buckets[key].append(number)
    return leaders
