"""Shards: runs of documents that are made, kept and made again together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b

from vnpolitext.corpus.sources import Pending


@dataclass(frozen=True, slots=True)
class Shard:
    """A run of consecutive documents.

    Attributes:
        name: Name of the shard, from the id of its first document.
        sources: The documents.
    """

    name: str
    sources: tuple[Pending, ...]


def shards(sources: Iterable[Pending], size: int) -> Iterator[Shard]:
    """Yield the documents in shards of about ``size``.

    A document whose hashed id is a multiple of ``size`` begins a new shard. So the bounds depend
    on the documents near them and on nothing else: a document more or less changes one shard, or
    splits or joins two, and all others stay as they are. A shard may have up to ``4 * size``.
    """
    run: list[Pending] = []
    for source in sources:
        if run and (_number(source.id) % size == 0 or len(run) >= 4 * size):
            yield _shard(run)
            run = []
        run.append(source)
    if run:
        yield _shard(run)


def _shard(run: list[Pending]) -> Shard:
    return Shard(f"{_number(run[0].id):016x}", tuple(run))


def _number(name: str) -> int:
    return int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest())
