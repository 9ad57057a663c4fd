"""Values of tables: which say something, and which are missing."""

from typing import Final

_NOTHING: Final = frozenset(
    {
        "", "-", "--", "?", "…", "...", "n/a", "na", "nan", "nil", "none", "null", "tbd", "unknown",
        "undated", "undefined", "anonymous", "không", "không có", "không rõ", "chưa rõ", "chưa có",
        "khuyết danh", "đang cập nhật",
    }
)  # fmt: skip


def is_known(value: object) -> bool:
    """Whether a field says anything: none, an empty string and a missing number do not.

    Example:
        >>> [is_known(value) for value in ("Báo Mây", 0, "", None, float("nan"))]
        [True, True, False, False, False]
    """
    if value is None or isinstance(value, str):
        return bool(value)
    try:
        return bool(value == value)  # noqa: PLR0124 - what is missing in a table
    except TypeError:  # the NA of pandas is neither equal to itself nor not
        return False
    except ValueError:  # an array has no truth of its own
        return True


def says_nothing(value: str) -> bool:
    """Whether a value is a word for none (*N/A*, *Unknown*, *không rõ*).

    Example:
        >>> [says_nothing(value) for value in ("N/A", "Không rõ", "Nông", " ")]
        [True, True, False, True]
    """
    return value.strip().lower() in _NOTHING


def name_of(identifier: object) -> str:
    """Return the name of a document as its identifier in a table has it.

    A whole number stays one where a gap in its column has made it a fraction.

    Example:
        >>> name_of(7.0), name_of("07"), name_of(7)
        ('7', '07', '7')
    """
    if isinstance(identifier, float) and identifier.is_integer():
        return str(int(identifier))
    return str(identifier)
