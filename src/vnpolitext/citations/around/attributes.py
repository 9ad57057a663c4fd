"""What is read around one citation."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Attributes:
    """The attributes of one citation while they are gathered; see ``Citation`` for the fields.

    Attributes:
        end: Where the reading after the core span stopped, in folded offsets.
        latest: Day or year after which the document cannot have been issued.
        leads: Whether the issuer stands before the number, and so for the numbers that follow.
        reach: Where the title after the core span ends, if there is one.
        relation: What is done with the document.
        cue: Where the words stand that say so, in folded offsets.
        actor: The body that does it, as written.
        source: Place of the citation whose document does it; -1 for the text's own.
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
    reach: int = 0
    relation: str = "mentions"
    cue: tuple[int, int] | None = None
    actor: str | None = None
    source: int | None = None
    filled: list[str] = field(default_factory=list)
