"""Models: plain data files with a card, on the library's own shelf or on a third party's.

```python
from vnpolitext import models

models.list()                        # the cards of all models that can be found
models.card("places/vietnam-units")  # one card
models.load("mylab/names-2")         # a model, ready to use
```
"""

from vnpolitext.late import offered
from vnpolitext.models.card import Card, Figure, Source, read_card
from vnpolitext.models.embedding import unit_vectors
from vnpolitext.models.errors import ModelError
from vnpolitext.models.instead import (
    DATA_KINDS,
    all_instead,
    model_file,
    per_choice,
    per_choice_of,
    using,
)
from vnpolitext.models.kinds import (
    KINDS,
    CitationRules,
    Embedder,
    Gazetteer,
    Kind,
    PersonTagger,
    Record,
    Segmenter,
    ThemeLexicon,
)
from vnpolitext.models.model import Model
from vnpolitext.models.registry import card, load, register, unregister, versions
from vnpolitext.models.registry import list_models as list  # noqa: A004
from vnpolitext.models.shelf import read_lists, read_table, read_toml, shelf
from vnpolitext.models.sources import survey

__all__ = [
    "DATA_KINDS",
    "KINDS",
    "Card",
    "CitationRules",
    "Embedder",
    "Figure",
    "Gazetteer",
    "Kind",
    "Model",
    "ModelError",
    "PersonTagger",
    "Record",
    "Segmenter",
    "Source",
    "ThemeLexicon",
    "all_instead",
    "card",
    "list",
    "load",
    "model_file",
    "per_choice",
    "per_choice_of",
    "read_card",
    "read_lists",
    "read_table",
    "read_toml",
    "register",
    "shelf",
    "survey",
    "unit_vectors",
    "unregister",
    "using",
    "versions",
]

__dir__ = offered(__name__)
