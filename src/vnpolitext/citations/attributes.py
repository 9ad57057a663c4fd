"""What is read around one citation."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Attributes:
    """The attributes of one citation while they are gathered; see ``Citation`` for the fields.

    Attributes:
        end: Where the reading after the core span stopped, in folded offsets.
        latest: Day or year after which the document cannot have been issued.
        leads: Whether the issuer stands before the number, and so for the numbers that follow.
        filled: What was taken from elsewhere, such as ``"issuer:shared"``.
    """

    end: int
    issuer: str | None = None
    issued: str | None = None
    term: str | None = None
    title: str | None = None
    provision: str | None = None
    short: str | None = None
    year: int | None = None
    latest: str | None = None
    leads: bool = False
    filled: list[str] = field(default_factory=list)
