"""The teachers: how likely underthesea and pyvi find it that a word goes on at each piece.

Both are conditional random fields behind public packages; the marginal probabilities of their tags
say more than the tags. The packages' inner interfaces are used, so their versions matter: written
for underthesea 9.5 (Apache-2.0) and pyvi 0.1.1 (MIT).
"""

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from importlib.resources import files
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vnpolitext.text.pieces import BROKEN, Pieces

COLUMNS = ("keys", "kinds", "shapes", "before", "underthesea", "pyvi")
_LINES = 1000  # worked on at once
_UNDERTHESEA = "models/ws_crf_vlsp2013_20230727"


def opinions(pieces: Pieces) -> NDArray[np.float32]:
    """Return the two teachers' probabilities, of shape ``(2, pieces)``."""
    heads = np.flatnonzero(pieces.before >= BROKEN).tolist()
    surfaces = [pieces.surface(index) for index in range(len(pieces))]
    result = np.zeros((2, len(pieces)), dtype=np.float32)
    for start, end in zip(heads, [*heads[1:], len(pieces)], strict=True):
        for row, teacher in enumerate((_ask_underthesea, _ask_pyvi)):
            result[row, start:end] = teacher(surfaces[start:end])
    return result


def label(lines: Iterable[str], pieces: int, processes: int) -> dict[str, NDArray[Any]]:
    """Label ``lines`` until there are about ``pieces`` pieces; return the pieces' columns."""
    batches = list(_batches(lines, pieces))
    with ProcessPoolExecutor(processes) as pool:
        parts = list(pool.map(_label, batches))
    return {
        column: np.concatenate(arrays)
        for column, arrays in zip(COLUMNS, zip(*parts, strict=True), strict=True)
    }


def _batches(lines: Iterable[str], pieces: int) -> Iterator[list[str]]:
    stream, count = iter(lines), 0
    while count < pieces and (batch := list(islice(stream, _LINES))):
        yield batch
        count += sum(line.count(" ") + 1 for line in batch)


def _label(lines: list[str]) -> tuple[NDArray[Any], ...]:
    pieces = Pieces.of("\n\n".join(lines))
    return pieces.keys, pieces.kinds, pieces.shapes, pieces.before, *opinions(pieces)


@lru_cache(maxsize=1)
def _underthesea() -> tuple[Any, int]:
    from underthesea.models.fast_crf_sequence_tagger import FastCRFSequenceTagger

    tagger = FastCRFSequenceTagger()
    tagger.load(str(files("underthesea.pipeline.word_tokenize") / _UNDERTHESEA))
    labels = tagger.estimator.labels
    return tagger, list(labels() if callable(labels) else labels).index("I-W")


def _ask_underthesea(surfaces: list[str]) -> list[float]:
    tagger, inside = _underthesea()
    features = tagger.featurizer.process([[[surface] for surface in surfaces]])[0]
    return [marginals[inside] for marginals in tagger.estimator.marginals(features)]


def _ask_pyvi(surfaces: list[str]) -> list[float]:
    from pyvi.ViTokenizer import ViTokenizer

    features = ViTokenizer.sent2features(surfaces, False)
    return [tag["I_W"] for tag in ViTokenizer.model.predict_marginals_single(features)]
