"""Show the examples of docstrings, which run as doctests, as code in the reference."""

import re
from typing import Any

from griffe import Extension, Object

_FLAGS = re.compile(r" *# doctest: *[+-]\w+.*$", re.MULTILINE)
_SESSION = re.compile(r"^([ ]*)>>> .*(?:\n\1(?! *\n).*\S.*)*", re.MULTILINE)


class FencedExamples(Extension):
    """Put every doctest of a docstring between fences."""

    def on_object(self, *, obj: Object, **_: Any) -> None:
        """Rewrite the docstring of ``obj``, if it has one."""
        if obj.docstring is not None and ">>>" in obj.docstring.value:
            text = _FLAGS.sub("", obj.docstring.value)
            obj.docstring.value = _SESSION.sub(_fenced, text)


def _fenced(session: re.Match[str]) -> str:
    margin = session[1]
    return f"{margin}```pycon\n{session[0]}\n{margin}```"
