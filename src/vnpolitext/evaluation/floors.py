"""Floors: the figures below which a file of annotated texts must not fall.

A JSON file holds, for every file of annotated texts, its SHA-256 and the floor of every figure of
`Evaluation.to_dict`. Floors rise when figures do; lowering one takes a reason, which stays in the
file.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from vnpolitext.evaluation.gold import GoldError

SLACK: Final = 0.3
"""How far a figure may fall below its floor, in points: less than one fact in most files."""


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A figure below its floor.

    Attributes:
        figure: Name of the figure.
        floor: The floor, in per cent.
        value: The figure now, in per cent; ``None`` where nothing could be compared.
    """

    figure: str
    floor: float
    value: float | None

    def __str__(self) -> str:
        """Return one line that says what fell."""
        return f"{self.figure}: {self.value} is below its floor {self.floor}"


@dataclass(slots=True)
class Floors:
    """The floors of every file of annotated texts.

    Attributes:
        files: By the name of a file: ``sha256``, ``floors`` by figure, and ``lowered``, the floors
            that were lowered, each with its reason.
        slack: How far a figure may fall below its floor, in points.
    """

    files: dict[str, dict[str, Any]] = field(default_factory=dict)
    slack: float = SLACK

    @classmethod
    def read(cls, path: str | Path) -> Floors:
        """Return the floors of a file; none if there is no file yet.

        Raises:
            GoldError: The file is not one of floors.
        """
        path = Path(path)
        if not path.exists():
            return cls()
        try:
            stored = json.loads(path.read_text(encoding="utf-8"))
            return cls(dict(stored["files"]), float(stored["slack"]))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise GoldError(f"{path}: not a file of floors ({error})") from None

    def write(self, path: str | Path) -> None:
        """Write the floors, sorted, so that a change is a short difference."""
        stored = {"slack": self.slack, "files": self.files}
        text = json.dumps(stored, ensure_ascii=False, indent=2, sort_keys=True)
        Path(path).write_text(text + "\n", encoding="utf-8")

    def check(self, gold: Path, figures: Mapping[str, float | None]) -> list[Shortfall]:
        """Return the figures that are below their floors by more than the slack.

        Args:
            gold: The file of annotated texts.
            figures: What `Evaluation.to_dict` gave for it.

        Raises:
            GoldError: The file has no floors, or is not the one they were taken from.
        """
        known = self.files.get(gold.name)
        if known is None:
            raise GoldError(f"{gold.name}: has no floors; write them with --raise")
        if known["sha256"] != sha256(gold):
            raise GoldError(f"{gold.name}: the annotation has changed since its floors were taken")
        short = []
        for name, floor in known["floors"].items():
            value = figures.get(name)
            if value is None or value < floor - self.slack:
                short.append(Shortfall(name, floor, value))
        return short

    def renew(
        self, gold: Path, figures: Mapping[str, float | None], *, reason: str | None = None
    ) -> list[str]:
        """Take the figures for new floors where they are higher; return what changed.

        Args:
            gold: The file of annotated texts.
            figures: What `Evaluation.to_dict` gave for it.
            reason: Why floors may be lowered, too; kept in the file.

        Raises:
            GoldError: The annotation has changed, or a floor would sink, and no reason is given.
        """
        digest = sha256(gold)
        known = self.files.setdefault(gold.name, {"sha256": digest, "floors": {}})
        if known["sha256"] != digest and not reason:
            raise GoldError(f"{gold.name}: the annotation has changed; say why with --lower")
        known["sha256"] = digest
        floors: dict[str, float] = known["floors"]
        changes = []
        for name, value in figures.items():
            floor = floors.get(name)
            if value is None or value == floor:
                continue
            if floor is not None and value < floor:
                if not reason:
                    continue
                lowered = {"figure": name, "from": floor, "to": value, "reason": reason}
                known.setdefault("lowered", []).append(lowered)
            floors[name] = value
            changes.append(f"{name}: {'-' if floor is None else floor} → {value}")
        return changes


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file of text, whichever line ends the checkout gave it."""
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
