"""Pictures: highlighted text, plots, maps, the page to explore."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from vnpolitext.views.language import LANGUAGES, LanguageError
from vnpolitext.views.summary import Summary, summarise

if TYPE_CHECKING:
    from vnpolitext.views.explorer import report_html
    from vnpolitext.views.plots import plot_map

__all__ = ["LANGUAGES", "LanguageError", "Summary", "plot_map", "report_html", "summarise"]


_LATE = {"plot_map": "plots", "report_html": "explorer"}


def __getattr__(name: str) -> Any:
    """Return what needs pandas or the themes, when it is first asked for."""
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LATE[name]}"), name)
