"""vnpolitext reads Vietnamese political texts and returns records a researcher can trust.

```python
import vnpolitext as vp

analysis = vp.analyze(vp.read_article("article.txt"))
analysis.officials, analysis.citations, analysis.places, analysis.directives
```

The names below, and the packages (``vp.themes``, ``vp.models``, ...), load their modules when first
used, so that importing the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from vnpolitext._version import __version__

if TYPE_CHECKING:
    from vnpolitext import adapters as adapters
    from vnpolitext import analysis as analysis
    from vnpolitext import articles as articles
    from vnpolitext import citations as citations
    from vnpolitext import corpus as corpus
    from vnpolitext import directives as directives
    from vnpolitext import errors as errors
    from vnpolitext import evaluation as evaluation
    from vnpolitext import layout as layout
    from vnpolitext import models as models
    from vnpolitext import officials as officials
    from vnpolitext import people as people
    from vnpolitext import pipeline as pipeline
    from vnpolitext import places as places
    from vnpolitext import statements as statements
    from vnpolitext import testing as testing
    from vnpolitext import text as text
    from vnpolitext import themes as themes
    from vnpolitext import training as training
    from vnpolitext import validation as validation
    from vnpolitext import views as views
    from vnpolitext import vocabulary as vocabulary
    from vnpolitext.analysis import Analysis
    from vnpolitext.analysis.analyze import analyze
    from vnpolitext.articles import Article, article_from_text, read_article
    from vnpolitext.citations import find_citations, resolve_citations
    from vnpolitext.corpus import Corpus, sample_corpus
    from vnpolitext.directives import find_directives
    from vnpolitext.errors import VnpolitextError
    from vnpolitext.officials import find_persons
    from vnpolitext.pipeline.load import load
    from vnpolitext.places import find_places
    from vnpolitext.statements import find_statements
    from vnpolitext.text import tokenize, tokenize_many
    from vnpolitext.text.sentences import sentences
    from vnpolitext.themes import compare

__all__ = [
    "Analysis",
    "Article",
    "Corpus",
    "VnpolitextError",
    "__version__",
    "analyze",
    "article_from_text",
    "compare",
    "find_citations",
    "find_directives",
    "find_persons",
    "find_places",
    "find_statements",
    "load",
    "read_article",
    "resolve_citations",
    "sample_corpus",
    "sentences",
    "tokenize",
    "tokenize_many",
]

_PACKAGES: Final = (
    "adapters",
    "analysis",
    "articles",
    "citations",
    "corpus",
    "directives",
    "errors",
    "evaluation",
    "layout",
    "models",
    "officials",
    "people",
    "pipeline",
    "places",
    "statements",
    "testing",
    "text",
    "themes",
    "training",
    "validation",
    "views",
    "vocabulary",
)
_ROOMS: Final = {
    "analysis": "Analysis analyze",
    "articles": "Article article_from_text read_article",
    "corpus": "Corpus sample_corpus",
    "errors": "VnpolitextError",
    "themes": "compare",
    "citations": "find_citations resolve_citations",
    "directives": "find_directives",
    "officials": "find_persons",
    "places": "find_places",
    "statements": "find_statements",
    "pipeline": "load",
    "text": "sentences tokenize tokenize_many",
}
_HOME: Final = {name: room for room, names in _ROOMS.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    if name in _PACKAGES:
        return import_module(f"{__name__}.{name}")
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted((*__all__, *_PACKAGES))
