"""How documents are analysed."""

from dataclasses import dataclass

from vnpolitext.analysis import DEFAULT, Choice


@dataclass(frozen=True, slots=True)
class Settings:
    """Options of one run, the same for every document.

    Attributes:
        as_of: Date (ISO 8601) at which units are looked up; the date of publication by default.
        province: Province of the publisher, for places that several provinces have.
        timeout: Seconds after which a document is cut off; ``None`` for no limit.
        memory: Bytes a document may take beyond what the process has; ``None`` for no limit.
        words: Name of the word segmenter.
        persons: Name of the tagger of personal names.
        citations: Name of the rules that find cited documents.
        places: Name of the gazetteer.
    """

    as_of: str | None = None
    province: str | None = None
    timeout: float | None = None
    memory: int | None = None
    words: str = DEFAULT
    persons: str = DEFAULT
    citations: str = DEFAULT
    places: str = DEFAULT

    @property
    def choice(self) -> Choice:
        """The models to use; their names travel to workers, not the models."""
        return Choice(self.words, self.persons, self.citations, self.places)
