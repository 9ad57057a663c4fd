"""A ready spaCy pipeline."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.lang.vi import Vietnamese
from spacy.language import Language

from vnpolitext._version import __version__
from vnpolitext.analysis import DEFAULT, Choice
from vnpolitext.models import DATA_KINDS
from vnpolitext.pipeline.kinds import KINDS


def load(
    *,
    words: str = DEFAULT,
    persons: str = DEFAULT,
    citations: str = DEFAULT,
    places: str = DEFAULT,
    models: Choice | Mapping[str, str] | None = None,
) -> Language:
    """Return a spaCy pipeline named ``vi_politics`` with our words, sentences and records.

    Args:
        words: Name of the word segmenter.
        persons: Name of the tagger of personal names.
        citations: Name of the rules that find cited documents.
        places: Name of the gazetteer.
        models: A choice of models, for use in several places: a `Choice`, or a mapping such as
            ``{"words": "underthesea", "offices": "mylab/offices-2"}``. What is named alone goes
            before it.

    Returns:
        A ``Language`` whose documents have the records in ``doc.spans`` (``citations``,
        ``persons``, ``positions``, ``places``, ``directives``,
        ``statements``), the flat ones in ``doc.ents`` too,
        and the whole analysis in ``doc._.analysis``.

    Example:
        >>> import vnpolitext as vp
        >>> doc = vp.load()("Thực hiện Nghị quyết số 35-NQ/TW tại huyện Tủa Chùa.")
        >>> [(entity.text, entity.label_) for entity in doc.ents]
        [('Nghị quyết số 35-NQ/TW', 'CITATION'), ('huyện Tủa Chùa', 'PLACE')]
    """
    choice = Choice.of(models, words=words, persons=persons, citations=citations, places=places)
    choice.versions()
    finders = {name: getattr(choice, name) for name in ("words", "persons", "citations", "places")}
    data = {kind: name for kind, name in choice.others.items() if kind in DATA_KINDS}
    tokenizer = {"@tokenizers": "vnpolitext.Tokenizer.v1", **finders, "models": data}
    nlp = Vietnamese.from_config(
        {"nlp": {"tokenizer": tokenizer}},
        meta={
            "lang": "vi",
            "name": "politics",
            "version": __version__,
            "description": "Words, sentences and records of Vietnamese political texts",
            "license": "Apache-2.0",
        },
    )
    nlp.add_pipe("vnpolitext_sentences")
    for kind in KINDS:
        nlp.add_pipe(kind.component)
    return nlp
