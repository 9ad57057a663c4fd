"""How documents are analysed."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from vnpolitext.analysis import Choice
from vnpolitext.analysis.analyze import day_asked
from vnpolitext.places.find import is_province

SECONDS: Final = 600.0
"""Time that one document may take if nothing else is said."""

MEMORY: Final = 4 * 2**30
"""Bytes that one document may take if nothing else is said."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Options of one run, the same for every document.

    Attributes:
        as_of: Date (ISO 8601) at which units are looked up; the date of publication by default.
        province: Province of the publisher, for places that several provinces have.
        timeout: Seconds after which a document is cut off; ``None`` for no limit.
        memory: Bytes a document may take beyond what the process has; ``None`` for no limit.
        choice: The models to use; their names travel to workers, not the models.
    """

    as_of: date | str | None = None
    province: str | None = None
    timeout: float | None = SECONDS
    memory: int | None = MEMORY
    choice: Choice = field(default_factory=Choice)

    def __post_init__(self) -> None:
        """Bring the date to one form, and see whether the others can be.

        Raises:
            ValueError: ``as_of`` is no date, there is no such province, or a limit leaves nothing.
        """
        object.__setattr__(self, "as_of", day_asked(self.as_of))
        if self.province is not None and not is_province(self.province):
            raise ValueError(f"no province is called {self.province!r}")
        for name in ("timeout", "memory"):
            limit = getattr(self, name)
            if limit is not None and not limit > 0:
                raise ValueError(f"{name} is {limit!r}; give more than 0, or None for no limit")

    @property
    def limits(self) -> list[float | None]:
        """What a document may take: seconds and bytes."""
        return [self.timeout, self.memory]
