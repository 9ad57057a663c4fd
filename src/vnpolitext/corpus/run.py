"""Analysing many documents in several processes, results in memory."""

import logging
from collections.abc import Iterable, Iterator
from typing import Final

from vnpolitext.analysis import Analysis
from vnpolitext.corpus.batches import batched
from vnpolitext.corpus.outcome import Failure, outcome_of
from vnpolitext.corpus.settings import Settings
from vnpolitext.corpus.sources import Pending
from vnpolitext.progress import track
from vnpolitext.workers import parallel

_CHUNK: Final = 32
_LOG: Final = logging.getLogger(__name__)


def outcomes(
    sources: Iterable[Pending],
    settings: Settings,
    *,
    n_jobs: int | None = 1,
    progress: bool | None = None,
    total: int | None = None,
) -> Iterator[Analysis | Failure]:
    """Yield the outcome of every document, in order.

    Args:
        sources: The documents; taken a few at a time.
        settings: How to analyse them.
        n_jobs: Number of processes as joblib counts them: ``-1`` is one for each core, ``None``
            what ``joblib.parallel_config`` says.
        progress: Whether to show a bar; see `vnpolitext.progress.track`.
        total: Number of documents, for the bar.
    """
    found: Iterator[Analysis | Failure] = (
        (outcome_of(source, settings) for source in sources)
        if n_jobs == 1
        else _in_parallel(sources, settings, n_jobs)
    )
    return track(_logged(found), "analysing", total=total, progress=progress)


def _logged(found: Iterable[Analysis | Failure]) -> Iterator[Analysis | Failure]:
    """Log what failed, and at the end how many documents there were."""
    count = failed = 0
    for count, outcome in enumerate(found, start=1):  # noqa: B007 - told after the loop
        if isinstance(outcome, Failure):
            failed += 1
            _LOG.warning("%s: %s", outcome.path, outcome.reason)
        yield outcome
    _LOG.info("analysed %d documents, of which %d failed", count, failed)


def _in_parallel(
    sources: Iterable[Pending], settings: Settings, n_jobs: int | None
) -> Iterator[Analysis | Failure]:
    from joblib import delayed

    chunks = (delayed(_chunk)(chunk, settings) for chunk in batched(sources, _CHUNK))
    for part in parallel(chunks, n_jobs):
        yield from part


def _chunk(sources: list[Pending], settings: Settings) -> list[Analysis | Failure]:
    return [outcome_of(source, settings) for source in sources]
