"""What is read around one citation."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Said:
    """What is said to be done with a document.

    Attributes:
        relation: What is done with it.
        cue: Where the words stand that say so, in folded offsets.
        actor: The body that does it, as written.
        source: Place of the citation whose document does it; -1 for the text's own.
    """

    relation: str
    cue: tuple[int, int]
    actor: str | None = None
    source: int | None = None


@dataclass(slots=True)
class Attributes:
    """The attributes of one citation while they are gathered; see ``Citation`` for the fields.

    Attributes:
        end: Where the reading after the core span stopped, in folded offsets.
        latest: Day or year after which the document cannot have been issued.
        leads: Whether the issuer stands before the number, and so for the numbers that follow.
        ahead: Whether the sentence names the issuer before the citation.
        reach: Where the title after the core span ends, if there is one.
        begin: Where the provision that stands before the core span begins, else the span itself.
        said: What is done with the document, in the order of the text.
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
    ahead: bool = False
    reach: int = 0
    begin: int = 0
    said: list[Said] = field(default_factory=list)
    filled: list[str] = field(default_factory=list)
