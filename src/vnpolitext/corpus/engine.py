"""What decides the outcome of a document, as one hash: library, models and settings."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from hashlib import blake2b
from importlib.metadata import version
from typing import Final

from vnpolitext.corpus.settings import Settings
from vnpolitext.models import all_instead, card, shelf
from vnpolitext.text.words import segmenter_names

_ASIDE: Final = frozenset({"themes", "stopwords"})
_PACKAGES: Final = frozenset({"underthesea", "pyvi"})
_CODE: Final = frozenset({".py", ".pyc", ".md"})


def engine_of(settings: Settings, tables: Iterable[str]) -> str:
    """Return a hash of all that decides what comes out for a document.

    The limits of time and memory are no part of it: they decide only whether something comes out.
    Nor are the models that no analysis uses, such as the lexicons of themes.
    """
    digest = blake2b(digest_size=12)
    decisive = {
        name: value for name, value in asdict(settings).items() if name not in ("timeout", "memory")
    }
    versions = settings.choice.versions()
    used = {
        name: number
        for name, number in versions["models"].items()
        if name.partition("/")[0] not in _ASIDE
    }
    about = [versions["vnpolitext"], used, decisive, sorted(tables)]
    digest.update(json.dumps(about, sort_keys=True).encode())
    for kind, name in settings.choice.others.items():
        if name in _PACKAGES:
            digest.update(version(name).encode())
        elif name not in segmenter_names():
            digest.update(json.dumps(dict(card(name, kind=kind).files)).encode())
    for found in all_instead():
        digest.update(json.dumps([found.full_name, dict(found.files)]).encode())
    root = shelf()
    for path in sorted(root.rglob("*")):
        inside = path.relative_to(root)
        if path.is_file() and path.suffix not in _CODE and inside.parts[0] not in _ASIDE:
            digest.update(str(inside).encode() + blake2b(path.read_bytes()).digest())
    return digest.hexdigest()
