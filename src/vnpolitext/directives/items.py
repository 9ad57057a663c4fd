"""The items of one document, where a document may stand for them."""

from collections.abc import Sequence
from typing import Any, Final, Protocol

from vnpolitext.directives.records import Directive
from vnpolitext.errors import expect

_WANTED: Final = "the items of one document are wanted, as of find_directives() or analyze()"


class HasDirectives(Protocol):
    """A document whose items are known, such as an analysis."""

    @property
    def text(self) -> str:
        """The text as read."""

    @property
    def directives(self) -> Sequence[Directive]:
        """The flat list of its items."""


def items_of(given: HasDirectives | Sequence[Directive]) -> Sequence[Directive]:
    """Return the flat list of a document's items, also where the document stands for it.

    Raises:
        TypeError: It is neither.
    """
    held: Any = getattr(given, "directives", given)
    if isinstance(held, str) or not isinstance(held, Sequence):
        expect(given, (), _WANTED)
    for item in held:
        expect(item, Directive, _WANTED)
    return held  # type: ignore[no-any-return]
