"""A view whose pieces stand in another order than in the text as it was read."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from vnpolitext.text.view import View

Stretch = tuple[int, int]


@dataclass(frozen=True, repr=False)
class MovedView(View):
    """Stretches of another view in an order of their own; some are left out."""

    _places: tuple[tuple[int, int], ...] = field(default=(), repr=False)

    def span(self, start: int, end: int) -> Stretch:
        """Return the stretch of ``source`` that holds all of the folded characters."""
        if end <= start:
            return self.origin(start), self.origin(start)
        first, last = (bisect_right(self._starts, at) for at in (start, end - 1))
        begins = [start, *self._starts[first:last]]
        ends = [at - 1 for at in (*begins[1:], end)]
        return (
            min(map(self.origin, begins)),
            max(self.origin(at) + self._widths.get(at, 1) for at in ends),
        )

    def locate(self, index: int) -> int:
        """Return the folded index of character ``index`` of ``source``, or of what follows it."""
        number = bisect_right(self._places, (index, len(self.text))) - 1
        if number < 0:
            return self._places[0][1] if self._places else 0
        origin, start = self._places[number]
        piece = bisect_right(self._starts, start)
        following = self._starts[piece] if piece < len(self._starts) else len(self.text)
        if start + index - origin >= following and number + 1 < len(self._places):
            return self._places[number + 1][1]
        return min(start + index - origin, following)


def moved(view: View, pieces: Iterable[Stretch | str]) -> View:
    r"""Return a view with pieces of another one after the other.

    What spans two stretches of it spans all that stands between them in the source.

    Args:
        view: The view.
        pieces: Stretches of its folded text, and what stands between them as strings.

    Example:
        >>> view = View.of("Bí thư    1970\nxã Mây")
        >>> other = moved(view, [(0, 6), " ", (15, 21), "\n", (10, 14)])
        >>> other.text
        'Bí thư xã Mây\n1970'
        >>> other.surface(0, 13), other.surface(14, 18)
        ('Bí thư    1970\nxã Mây', '1970')
    """
    parts: list[str] = []
    starts, origins, widths = array("q"), array("q"), dict[int, int]()
    places: list[tuple[int, int]] = []
    length = behind = 0
    for piece in pieces:
        text = piece if isinstance(piece, str) else view.text[slice(*piece)]
        if isinstance(piece, str):
            starts.append(length)
            origins.append(behind)
            widths[length + len(text) - 1] = 1 - len(text)
        elif text:
            first, last = piece
            shift = length - first
            for begin, origin in _steps(view, first, last):
                starts.append(begin + shift)
                origins.append(origin)
                places.append((origin, begin + shift))
            if view._widths:
                known = (at for at in range(first, last) if at in view._widths)
                widths |= {at + shift: view._widths[at] for at in known}
            behind = view.span(last - 1, last)[1]
        parts.append(text)
        length += len(text)
    places.sort()
    return MovedView(view.source, "".join(parts), starts, origins, widths, (), tuple(places))


def _steps(view: View, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where a stretch begins, and each piece in it, in the folded text and the source."""
    yield start, view.origin(start)
    stop = bisect_right(view._starts, end - 1)
    for number in range(bisect_right(view._starts, start), stop):
        yield view._starts[number], view._origins[number]
