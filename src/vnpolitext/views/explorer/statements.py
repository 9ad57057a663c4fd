"""Statements for the explorer: who says what, where it leads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from vnpolitext.analysis import Analysis
from vnpolitext.statements import speaker_of

_LONGEST: Final = 320


def gather_statements(
    analysis: Analysis, people: Mapping[tuple[str, int], int]
) -> list[dict[str, Any]]:
    """Return the statements of a document, each with who makes it.

    Args:
        analysis: The document.
        people: Number of each person of the page by document and index.
    """
    found = []
    for said in analysis.statements:
        speaker = speaker_of(analysis, said)
        words = " ".join(said.text.split())
        found.append(
            {
                "by": None if said.person is None else people.get((analysis.id, said.person)),
                "name": speaker.name,
                "speaker": speaker.kind,
                "office": speaker.office,
                "text": words[:_LONGEST] + ("…" if len(words) > _LONGEST else ""),
                "kind": said.kind,
                "polarity": said.polarity,
                "cue": None if said.cue is None else analysis.text[slice(*said.cue)],
                "inside": said.parent is not None,
            }
        )
    return found
