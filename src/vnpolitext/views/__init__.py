"""Pictures: highlighted text, plots, maps, the page to explore."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from vnpolitext.views.explorer import report_html
from vnpolitext.views.language import LANGUAGES, LanguageError
from vnpolitext.views.summary import Summary, summarise

if TYPE_CHECKING:
    from vnpolitext.views.plots import plot_map

__all__ = ["LANGUAGES", "LanguageError", "Summary", "plot_map", "report_html", "summarise"]


def __getattr__(name: str) -> Any:
    """Return `plot_map`, whose module needs pandas, when it is first asked for."""
    if name != "plot_map":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return import_module("vnpolitext.views.plots").plot_map
