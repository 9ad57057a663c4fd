"""What a check of a model says: the checks, speed, memory."""

from __future__ import annotations

from dataclasses import dataclass

from vnpolitext.errors import VnpolitextError


class CheckError(VnpolitextError, AssertionError):
    """A model does not do what its kind asks for; the message has one line a failed check."""


@dataclass(frozen=True, slots=True)
class Report:
    """A model that passed, and what it costs.

    Attributes:
        model: Name of the model, or of its class.
        checks: Names of the checks it passed.
        characters_per_second: Speed on a text of the field; 0 where it was not measured.
        peak_bytes: Python memory that one run over that text took at most, beyond the model.
    """

    model: str
    checks: tuple[str, ...]
    characters_per_second: float = 0.0
    peak_bytes: int = 0

    def __str__(self) -> str:
        """Return the report in lines to read."""
        lines = [f"{self.model}: {len(self.checks)} checks passed", *self.checks]
        if self.characters_per_second:
            lines.append(f"speed: {self.characters_per_second:,.0f} characters a second")
            lines.append(f"memory: {self.peak_bytes / 2**20:.1f} MB at most for one run")
        return "\n  ".join(lines)
