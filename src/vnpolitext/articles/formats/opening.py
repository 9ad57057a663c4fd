"""How the lines begin that letterheads and signatures set in columns."""

from vnpolitext.layout.phrases import phrases


def page_opening() -> tuple[str, ...]:
    """Return the beginnings, in lower case."""
    return (*phrases().mottos, *phrases().signature_prefixes)
