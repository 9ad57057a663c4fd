"""Names and offices as phrases: where in a list of tokens each begins and ends.

`scan` reads the tokens from left to right. An office is found by `offices`, its body by `body`. A
name is found by the first of the forms in `forms` that fits: the tables there are the plan.
"""

from vnpolitext.officials.phrases.elements import Element, Name, Office
from vnpolitext.officials.phrases.scan import scan

__all__ = ["Element", "Name", "Office", "scan"]
