"""The items of lists: what a browser shows before each."""

from typing import Any, Final

from vnpolitext.articles.formats.attributes import whole
from vnpolitext.articles.formats.counting import FORMATS, in_format

_STYLES: Final = (
    ("lower-alpha", "lowerLetter"), ("lower-latin", "lowerLetter"), ("upper-alpha", "upperLetter"),
    ("upper-latin", "upperLetter"), ("lower-roman", "lowerRoman"), ("upper-roman", "upperRoman"),
    ("decimal-leading-zero", "decimalZero"),
)  # fmt: skip


def first_number(element: Any) -> int:
    """Return the number of the first item of a list."""
    start = (element.get("start") or "").strip()
    number = whole(start.removeprefix("-"), 1)
    return -number if start.startswith("-") and start[1:].isdecimal() else number


def number_of(item: Any, number: int) -> int:
    """Return the number of an item: its own, or ``number`` where it has none."""
    return whole(item.get("value"), number) if item.getparent().tag == "ol" else number


def mark_of(parent: Any, number: int) -> str:
    """Return what a browser shows before an item of a list."""
    style = (parent.get("style") or "").replace(" ", "").lower()
    if parent.tag != "ol":
        return "- "
    if "list-style:none" in style or "list-style-type:none" in style:
        return ""
    form = FORMATS.get(parent.get("type") or "", "decimal")
    if "list-style" in style:
        form = next((name for word, name in _STYLES if word in style), form)
    return f"{in_format(number, form)}. "
