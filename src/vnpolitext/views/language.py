"""The languages that readers are spoken to in: catalogues of messages."""

from __future__ import annotations

import gettext
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from vnpolitext.errors import VnpolitextError

LANGUAGES: Final = ("en", "vi")
FOLDER: Final = Path(__file__).parent / "locale"
DOMAIN: Final = "vnpolitext"


class LanguageError(VnpolitextError, ValueError):
    """There is no catalogue for a language."""


class Catalogue:
    """Messages of one language; what it lacks stays English."""

    def __init__(self, messages: Mapping[str, str]) -> None:
        """Take the messages by their English texts."""
        self.messages = MappingProxyType(dict(messages))

    def gettext(self, text: str) -> str:
        """Return ``text`` in the language."""
        return self.messages.get(text, text)


def noted(text: str) -> str:
    """Return ``text`` unchanged; the catalogues are drawn from where this is called."""
    return text


def spoken(language: str) -> Callable[[str], str]:
    """Return what puts English texts into a language.

    Raises:
        LanguageError: There is no catalogue for it.

    Example:
        >>> spoken("vi")("implements")
        'thực hiện'
    """
    check_language(language)
    return catalogue(language).gettext


def numeral(number: int, language: str) -> str:
    """Return a whole number with its thousands parted as a language parts them.

    Example:
        >>> numeral(112156, "en"), numeral(112156, "vi")
        ('112,156', '112.156')
    """
    parted = f"{number:,}"
    return parted.replace(",", ".") if language == "vi" else parted


def check_language(language: str) -> None:
    """Raise a LanguageError unless there is a catalogue for ``language``."""
    if language not in LANGUAGES:
        raise LanguageError(f"no language {language!r}; there are {', '.join(LANGUAGES)}")


@lru_cache(maxsize=len(LANGUAGES))
def catalogue(language: str) -> Catalogue:
    """Return the messages of a language; of English none, for they are the keys."""
    if language == "en":
        return Catalogue({})
    path = FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
    with path.open("rb") as stream:
        read: dict[Any, str] = vars(gettext.GNUTranslations(stream))["_catalog"]
    return Catalogue({key: text for key, text in read.items() if isinstance(key, str) and key})
