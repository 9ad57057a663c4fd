"""One document, analysed or failed."""

from dataclasses import dataclass

from vnpolitext.analysis import Analysis, analyze
from vnpolitext.articles import ArticleError
from vnpolitext.corpus.limits import limited
from vnpolitext.corpus.settings import Settings
from vnpolitext.corpus.sources import Pending
from vnpolitext.errors import plain_line
from vnpolitext.models import ModelError
from vnpolitext.progress import shown


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be analysed.

    Attributes:
        id: Identifier of the document.
        path: Where it comes from.
        reason: What went wrong, in one line.
    """

    id: str
    path: str
    reason: str


def outcome_of(
    source: Pending, settings: Settings, content: bytes | str | None = None
) -> Analysis | Failure:
    """Return the analysis of a document, or why there is none.

    Only what is wrong with the library itself is raised: a model that is missing or damaged.

    Args:
        source: Where the document comes from.
        settings: How to analyse it.
        content: What stands in the source, if it has been loaded.
    """
    try:
        with shown(False), limited(settings.timeout, settings.memory), settings.choice.in_use():
            article = source.article(source.load() if content is None else content)
            return analyze(
                article,
                as_of=settings.as_of,
                province=settings.province,
                models=settings.choice,
            )
    except ArticleError as error:
        return Failure(source.id, source.name, error.reason)
    except TimeoutError:
        return Failure(source.id, source.name, f"took longer than {settings.timeout:g} seconds")
    except MemoryError:
        return Failure(source.id, source.name, "took more memory than it may")
    except ModelError:
        raise
    except Exception as error:  # noqa: BLE001 - one document must not stop the others
        return failure_of(source, error)


def failure_of(source: Pending, error: Exception) -> Failure:
    """Return the failure of a document through an error that nobody has foreseen."""
    words = plain_line(" ".join(f"{type(error).__name__}: {error}".split()))
    return Failure(source.id, source.name, words[:500])
