"""The word segmenter as a spaCy tokenizer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from vnpolitext.analysis import DEFAULT, Choice, analyze
from vnpolitext.pipeline.extensions import register_extensions, remember


@registry.tokenizers("vnpolitext.Tokenizer.v1")  # type: ignore[untyped-decorator]
def create_tokenizer(
    words: str = DEFAULT,
    persons: str = DEFAULT,
    citations: str = DEFAULT,
    places: str = DEFAULT,
    models: dict[str, str] | None = None,
) -> Callable[[Language], WordTokenizer]:
    """Return a factory of the tokenizer, as spaCy's configuration wants it.

    Args:
        words: Name of the word segmenter.
        persons: Name of the tagger of personal names.
        citations: Name of the rules that find cited documents.
        places: Name of the gazetteer.
        models: Names of the models of data that the finders read, by kind.
    """
    choice = Choice.of(models, words=words, persons=persons, citations=citations, places=places)

    def factory(nlp: Language) -> WordTokenizer:
        return WordTokenizer(nlp.vocab, choice)

    return factory


class WordTokenizer:
    """Vietnamese words as spaCy tokens; a word of several syllables is one token.

    The records are found first, so that none is cut through by a word, and kept with the document.
    ``doc.text`` equals the text for every text that spaCy can hold: a lone surrogate, which has no
    UTF-8 form, raises a ``ValueError``.
    """

    def __init__(self, vocab: Vocab, choice: Choice | None = None) -> None:
        """Make a tokenizer for the vocabulary of a pipeline."""
        register_extensions()
        self.vocab = vocab
        self.choice = choice or Choice()

    def __call__(self, text: str) -> Doc:
        """Return ``text`` as a ``Doc`` of words."""
        try:
            text.encode()
        except UnicodeEncodeError as error:
            raise ValueError(
                f"spaCy cannot hold a text with a lone surrogate (character {error.start})"
            ) from None
        analysis = analyze(text, models=self.choice)
        tokens = analysis.words()
        bounds = zip(tokens.starts.tolist(), tokens.ends.tolist(), strict=True)
        words, spaces = words_and_spaces(text, bounds)
        doc = Doc(self.vocab, words=words, spaces=spaces)
        remember(doc, analysis)
        return doc

    def to_bytes(self, **_: Any) -> bytes:
        """Return nothing: the configuration says it all."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> WordTokenizer:
        """Return the tokenizer as it is."""
        return self

    def to_disk(self, _path: str | Path, **_: Any) -> None:
        """Write nothing: the configuration says it all."""

    def from_disk(self, _path: str | Path, **_: Any) -> WordTokenizer:
        """Return the tokenizer as it is."""
        return self


def words_and_spaces(text: str, bounds: Iterable[tuple[int, int]]) -> tuple[list[str], list[bool]]:
    """Return words and spaces that together give ``text`` back.

    spaCy knows one kind of gap, a single space after a token; all other blanks become tokens.
    """
    words: list[str] = []
    spaces: list[bool] = []
    done = 0
    for start, end in (*bounds, (len(text), len(text))):
        gap = text[done:start]
        if gap and words and gap[0] == " ":
            spaces[-1] = True
            gap = gap[1:]
        if gap:
            words.append(gap)
            spaces.append(False)
        if end > start:
            words.append(text[start:end])
            spaces.append(False)
        done = end
    return words, spaces
