"""Training: annotated texts to trainers and annotation tools, and back."""

from vnpolitext.late import offered
from vnpolitext.training.conll import read_conll, write_conll
from vnpolitext.training.errors import LabelledError
from vnpolitext.training.export import FORMATS, convert, export, read_labelled
from vnpolitext.training.labelled import LABELS, Labelled, from_gold, to_gold
from vnpolitext.training.tools import TOOLS, read_lines, write_lines

__all__ = [
    "FORMATS",
    "LABELS",
    "TOOLS",
    "Labelled",
    "LabelledError",
    "convert",
    "export",
    "from_gold",
    "read_conll",
    "read_labelled",
    "read_lines",
    "to_gold",
    "write_conll",
    "write_lines",
]

__dir__ = offered(__name__)
