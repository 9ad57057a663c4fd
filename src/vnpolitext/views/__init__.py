"""Pictures: highlighted text, plots, maps, the page to explore."""

from typing import TYPE_CHECKING, Final

from vnpolitext.late import late_names, offered
from vnpolitext.views.language import LANGUAGES, LanguageError
from vnpolitext.views.summary import Summary, summarise

if TYPE_CHECKING:
    from vnpolitext.views import plots as plots
    from vnpolitext.views.explorer import report_html
    from vnpolitext.views.plots import plot_map

__all__ = ["LANGUAGES", "LanguageError", "Summary", "plot_map", "report_html", "summarise"]

_LATE: Final = {"plots": "plot_map", "": "plots", "explorer": "report_html"}
__getattr__ = late_names(__name__, _LATE)
__dir__ = offered(__name__, "plots")
