"""The points of abbreviations, which end no sentence: *UBND TP. Hà Nội*, *Ban Tổ chức T.Ư*."""

from dataclasses import replace
from typing import Final

from vnpolitext.text import View
from vnpolitext.text.alphabet import UPPER
from vnpolitext.text.patterns import lazy_pattern

_POINT: Final = lazy_pattern(
    rf"\.(?:(?<=(?<!\w)TP\.)|(?<=(?<!\w)T[XT]\.)|(?<=(?<!\w)T[pxt]\.)|(?<=(?<!\w)[QHPX]\.)"
    rf"|(?<=(?<!\w)PGS\.)|(?<=(?<!\w)[GTB]S\.)|(?<=(?<!\w)ThS\.))(?=[ \n]?[{UPPER}\d])"
    r"|\.(?<=(?<!\w)T\.)(?=Ư(?!\w))"
)


def without_points(view: View) -> View:
    """Return the view with a blank for each point of an abbreviation, of the same offsets.

    >>> without_points(View.of("giao UBND TP. Hà Nội họp. Xã ghi.")).text
    'giao UBND TP  Hà Nội họp. Xã ghi.'
    """
    text = _POINT.sub(" ", view.text)
    return view if text == view.text else replace(view, text=text)
