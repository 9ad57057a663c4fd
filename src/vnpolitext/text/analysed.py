"""What functions over many documents need of each."""

from collections.abc import Mapping
from typing import Any, Protocol


class AnalysedDocument(Protocol):
    """A document with its identifier, metadata and text, as an analysis has them."""

    @property
    def id(self) -> str:
        """Identifier of the document."""

    @property
    def metadata(self) -> Mapping[str, Any]:
        """What is known of the document; ``published`` is an ISO date."""

    @property
    def text(self) -> str:
        """The text as it was read."""
