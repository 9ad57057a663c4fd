"""What a corpus is made of: sources still to be read, or analyses that are there."""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cached_property
from typing import Protocol, runtime_checkable

from vnpolitext.analysis import Analysis
from vnpolitext.corpus.outcome import Failure
from vnpolitext.corpus.run import outcomes
from vnpolitext.corpus.settings import Settings
from vnpolitext.corpus.sources import Names, PassedOver, Pending
from vnpolitext.progress import is_visible, track, under_way


@runtime_checkable
class Documents(Protocol):
    """The documents of a corpus, in a stable order."""

    def ids(self) -> list[str]:
        """Return the identifiers of all documents, of the failed ones too."""

    def count(self) -> int:
        """Return the number of all documents, of the failed ones too."""

    def analyses(self) -> Iterator[Analysis]:
        """Yield the analyses; documents that fail are passed over."""

    def failures(self) -> list[Failure]:
        """Return the documents that failed."""

    def select(self, ids: Collection[str]) -> "Documents":
        """Return the documents with these identifiers, in the order they have here."""


def read(documents: Documents) -> Iterator[Analysis]:
    """Yield the analyses of documents one by one, with a bar where somebody looks on."""
    total = documents.count() if is_visible() else None
    return track(documents.analyses(), "documents", total=total)


class Unread:
    """Documents that are read and analysed when they are asked for."""

    def __init__(
        self,
        listed: Callable[[Names], Iterator[Pending]],
        settings: Settings,
    ) -> None:
        """Keep the function that lists the sources anew, and how to analyse them."""
        self.listed = listed
        self.settings = settings

    def sources(self) -> Iterator[Pending]:
        """List the sources anew."""
        return self.listed(Names())

    @cached_property
    @under_way("listing")
    def _listing(self) -> tuple[list[str], tuple[PassedOver, ...]]:
        names = Names()
        return [source.id for source in self.listed(names)], tuple(names.passed)

    @property
    def passed(self) -> tuple[PassedOver, ...]:
        """What was passed over."""
        return self._listing[1]

    def ids(self) -> list[str]:
        """Return the identifiers of all documents."""
        return self._listing[0]

    def count(self) -> int:
        """Return the number of all documents."""
        return len(self.ids())

    def analyses(self) -> Iterator[Analysis]:
        """Yield the analyses."""
        for outcome in outcomes(self.sources(), self.settings, progress=False):
            if isinstance(outcome, Analysis):
                yield outcome

    def failures(self) -> list[Failure]:
        """Return the documents that failed."""
        found = outcomes(self.sources(), self.settings, progress=False)
        return [outcome for outcome in found if isinstance(outcome, Failure)]

    def select(self, ids: Collection[str]) -> "Unread":
        """Return the documents with these identifiers."""
        chosen, listed = frozenset(ids), self.listed
        return Unread(lambda names: (s for s in listed(names) if s.id in chosen), self.settings)


class Held:
    """Documents that have been analysed and are in memory."""

    def __init__(self, held: Sequence[Analysis | Failure]) -> None:
        """Keep what came out for every document."""
        self.held = tuple(held)

    def ids(self) -> list[str]:
        """Return the identifiers of all documents."""
        return [outcome.id for outcome in self.held]

    def count(self) -> int:
        """Return the number of all documents."""
        return len(self.held)

    def analyses(self) -> Iterator[Analysis]:
        """Yield the analyses."""
        return (outcome for outcome in self.held if isinstance(outcome, Analysis))

    def failures(self) -> list[Failure]:
        """Return the documents that failed."""
        return [outcome for outcome in self.held if isinstance(outcome, Failure)]

    def select(self, ids: Collection[str]) -> "Held":
        """Return the documents with these identifiers."""
        chosen = frozenset(ids)
        return Held([outcome for outcome in self.held if outcome.id in chosen])
