"""Words that tell how a page is laid out."""

from functools import lru_cache

from vnpolitext.models import model_file, read_toml


@lru_cache(maxsize=1)
def open_words() -> frozenset[str]:
    """Return folded words at the end of a line that no sentence ends with."""
    rules = read_toml(model_file("articles", "vietnamese-pages", "layout.toml"))
    return frozenset(rules["wrapping"]["open_words"])
