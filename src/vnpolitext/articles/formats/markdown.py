"""Markdown files with front matter."""

import re
from typing import Any, Final

_FRONT: Final = re.compile(r"---[ \t]*\r?\n((?:(?!---)[^\n]{0,2000}\n){0,60}?)---[ \t]*(?:\r?\n|$)")
_PAIR: Final = re.compile(r"([\w-]{1,40})[ \t]*:[ \t]*(.*?)[ \t\r]*$")


def read_front_matter(text: str) -> dict[str, Any]:
    r"""Return the ``key: value`` lines between two ``---`` lines at the head of a text.

    Example:
        >>> read_front_matter("---\ntitle: Xã Mây họp\nviews: 12\n---\nSáng nay …")
        {'title': 'Xã Mây họp', 'views': 12}
    """
    front = _FRONT.match(text)
    if not front:
        return {}
    pairs = (_PAIR.match(line) for line in front[1].splitlines())
    values = {pair[1].lower(): pair[2].strip("\"'") for pair in pairs if pair and pair[2]}
    return {key: int(value) if value.isdigit() else value for key, value in values.items()}
