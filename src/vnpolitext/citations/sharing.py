"""Dates, issuers and terms that coordinated citations share."""

import re
from collections.abc import Sequence
from typing import Final

from vnpolitext.citations.attributes import Attributes
from vnpolitext.citations.core import Core
from vnpolitext.citations.issuers import agrees
from vnpolitext.citations.rules import MAYBE_SPACE

_JOINED: Final = re.compile(
    rf"(?:\[\w{{1,4}}\])?{MAYBE_SPACE}[,;]?{MAYBE_SPACE}(?:và|hoặc|cùng|với|&|-|đến)?{MAYBE_SPACE}(?:các{MAYBE_SPACE})?(?:số{MAYBE_SPACE})?",
    re.IGNORECASE,
)


def share(text: str, cores: Sequence[Core], found: Sequence[Attributes]) -> None:
    """Give each citation the issuer, term and date that it shares with its neighbour."""
    joined = [
        _JOINED.fullmatch(text, min(more.end, nxt.start), nxt.start) is not None
        for more, nxt in zip(found, cores[1:], strict=False)
    ]
    for i in range(len(cores) - 2, -1, -1):
        if joined[i]:
            _give(cores[i + 1], found[i + 1], cores[i], found[i], backwards=True)
    for i in range(len(cores) - 1):
        if joined[i]:
            _give(cores[i], found[i], cores[i + 1], found[i + 1], backwards=False)


def _give(giver: Core, have: Attributes, taker: Core, lack: Attributes, *, backwards: bool) -> None:
    a, b = giver.number, taker.number
    if a is None or b is None or a.body != b.body:
        return
    if backwards and lack.title and not b.codes and giver.kind != taker.kind:
        return
    if not lack.issuer and have.issuer and agrees(b, have.issuer) and _may(taker, have.issuer):
        lack.issuer = have.issuer
        lack.filled.append("issuer:shared")
        if not lack.term and have.term:
            lack.term = have.term
            lack.filled.append("term:shared")
    elif not lack.term and have.term and not lack.issuer and not have.issuer:
        lack.term = have.term
        lack.filled.append("term:shared")
    if (
        backwards
        and not lack.issued
        and have.issued
        and b.year in {None, have.issued[:4]}
        and a.codes
    ):
        lack.issued = have.issued
        lack.filled.append("issued:shared")


def _may(core: Core, issuer: str) -> bool:
    """A directive of the Party comes from the Politburo or the Secretariat, never the Committee."""
    return core.kind != "chỉ thị" or "ban chấp hành" not in issuer.lower()
