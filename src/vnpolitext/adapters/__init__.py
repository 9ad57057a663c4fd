"""Adapters: models of other packages behind our protocols, named as loaders in a card.

- ``vnpolitext.adapters.linear:load``: a linear tagger of personal names (scikit-learn);
- ``vnpolitext.adapters.spacy_tagger:load``: a named-entity recogniser that ``spacy train`` made;
- ``vnpolitext.adapters.transformers_tagger:load``: a token-classification model;
- ``vnpolitext.adapters.transformers_embedder:load``: a sentence embedder.
"""

from typing import Final

from vnpolitext.late import late_names, offered

_LATE: Final = {
    "": "linear spacy_tagger transformers_embedder transformers_tagger",
}
__getattr__ = late_names(__name__, _LATE)
__dir__ = offered(__name__, *_LATE[""].split())
