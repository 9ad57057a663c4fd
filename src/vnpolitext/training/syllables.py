"""Syllables as spaCy tokens, and nothing else found: what recognisers are trained on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from vnpolitext.pipeline.tokenizer import words_and_spaces
from vnpolitext.text import tokenize


@registry.tokenizers("vnpolitext.Syllables.v1")  # type: ignore[untyped-decorator]
def create_syllables() -> Callable[[Language], SyllableTokenizer]:
    """Return a factory of the tokenizer, as spaCy's configuration wants it."""
    return lambda nlp: SyllableTokenizer(nlp.vocab)


class SyllableTokenizer:
    """One token a syllable, number, code or mark; ``doc.text`` equals the text."""

    def __init__(self, vocab: Vocab) -> None:
        """Make a tokenizer for the vocabulary of a pipeline."""
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return ``text`` as a ``Doc`` of syllables."""
        tokens = tokenize(text, words="syllables", lexicon=None)
        words, spaces = words_and_spaces(text, ((token.start, token.end) for token in tokens))
        return Doc(self.vocab, words=words, spaces=spaces)

    def to_bytes(self, **_: Any) -> bytes:
        """Return nothing: the configuration says it all."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> SyllableTokenizer:
        """Return the tokenizer as it is."""
        return self

    def to_disk(self, _path: str | Path, **_: Any) -> None:
        """Write nothing: the configuration says it all."""

    def from_disk(self, _path: str | Path, **_: Any) -> SyllableTokenizer:
        """Return the tokenizer as it is."""
        return self
