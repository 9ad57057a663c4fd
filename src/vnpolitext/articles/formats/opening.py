"""How the lines begin that letterheads and signatures set in columns."""

from functools import lru_cache

from vnpolitext.layout.phrases import phrases

_SIGNED = ("nơi nhận", "kt.", "tm.", "t/m", "tl.", "tuq.")


@lru_cache(maxsize=1)
def page_opening() -> tuple[str, ...]:
    """Return the beginnings, in lower case."""
    return (*phrases().mottos, *_SIGNED)
