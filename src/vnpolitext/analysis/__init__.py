"""One document in, one analysis out."""

from typing import TYPE_CHECKING, Final

from vnpolitext.analysis.analyze import analyze
from vnpolitext.analysis.models import Choice
from vnpolitext.analysis.records import Analysis
from vnpolitext.late import late_names, offered
from vnpolitext.models.instead import DEFAULT

if TYPE_CHECKING:
    from vnpolitext.analysis.frames import to_frame as to_frame
    from vnpolitext.analysis.record_schema import json_schema as json_schema
    from vnpolitext.analysis.tables import TABLES as TABLES
    from vnpolitext.analysis.tables import columns as columns
    from vnpolitext.analysis.tables import rows as rows

__all__ = [
    "DEFAULT",
    "TABLES",
    "Analysis",
    "Choice",
    "analyze",
    "columns",
    "json_schema",
    "rows",
    "to_frame",
]

_LATE: Final = {
    "tables": "TABLES columns rows",
    "record_schema": "json_schema",
    "frames": "to_frame",
}
__getattr__ = late_names(__name__, _LATE)
__dir__ = offered(__name__)
