"""How documents are analysed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Options of one run, the same for every document.

    Attributes:
        as_of: Date (ISO 8601) at which units are looked up; the date of publication by default.
        province: Province of the publisher, for places that several provinces have.
        timeout: Seconds after which a document is cut off; ``None`` for no limit.
        memory: Bytes a document may take beyond what the process has; ``None`` for no limit.
    """

    as_of: str | None = None
    province: str | None = None
    timeout: float | None = None
    memory: int | None = None
