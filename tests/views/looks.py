"""What an eye would see of a figure, measured with the renderer's own boxes and pixels."""

import matplotlib as mpl
import numpy as np
from matplotlib.text import Text


def texts(figure):
    """Yield the texts that are seen: labels, ticks inside the axes, titles and keys."""
    figure.draw_without_rendering()
    for axes in [each for top in figure.axes for each in (top, *top.child_axes)]:
        if not axes.get_visible():
            continue
        yield from (text for text in axes.texts if text.get_visible())
        yield axes.title
        if legend := axes.get_legend():
            yield from (*legend.get_texts(), legend.get_title())
        if not axes.axison:
            continue
        for axis in (axes.xaxis, axes.yaxis):
            low, high = sorted(axis.get_view_interval())
            yield axis.label
            for tick in axis.get_major_ticks():
                if low <= tick.get_loc() <= high:
                    yield from (each for each in (tick.label1, tick.label2) if each.get_visible())


def corners(text):
    """Return the corners of a text, turned as it is."""
    turned = text.get_rotation()
    if turned % 90 == 0:
        box = Text.get_window_extent(text)
        return np.array([(box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1)])
    text.set_rotation(0)
    box = Text.get_window_extent(text)
    text.set_rotation(turned)
    anchor = text.get_transform().transform(text.get_position())
    angle = np.radians(turned)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    flat = np.array([(box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1)])
    return (flat - anchor) @ turn + anchor


def covers(one, other, spare=1.0):
    """Whether two rectangles share more than ``spare`` pixels in every way one looks at them."""
    for box in (one, other):
        for side in (box[1] - box[0], box[3] - box[0]):
            way = side / np.hypot(*side)
            first, second = one @ way, other @ way
            if min(first.max(), second.max()) - max(first.min(), second.min()) <= spare:
                return False
    return True


def overlaps(figure):
    """Return the pairs of texts that cover one another."""
    seen = [(text.get_text(), corners(text)) for text in texts(figure) if text.get_text().strip()]
    return [
        (one, two)
        for at, (one, first) in enumerate(seen)
        for two, second in seen[at + 1 :]
        if covers(first, second)
    ]


def cut_off(figure):
    """Return the texts that run over an edge of the figure."""
    width, height = figure.bbox.width, figure.bbox.height
    low, high = np.array([-1, -1]), np.array([width + 1, height + 1])
    seen = ((text.get_text(), corners(text)) for text in texts(figure) if text.get_text().strip())
    return [word for word, box in seen if (box < low).any() or (box > high).any()]


FINER = 3  # times as many pixels are drawn as a picture has: letters become shades
UNHINTED = {"text.hinting": "no_hinting"}  # letters of true widths


def pixels(figure, dpi=36):
    """Return the picture as numbers from 0 to 1: rows, columns, colours."""
    figure.set_dpi(FINER * dpi)
    figure.canvas.draw()
    fine = np.asarray(figure.canvas.buffer_rgba())[:, :, :3] / 255.0
    rows, columns = (side - side % FINER for side in fine.shape[:2])
    blocks = fine[:rows, :columns].reshape(rows // FINER, FINER, columns // FINER, FINER, 3)
    return blocks.mean(axis=(1, 3))


def hues(figure):
    """Return the saturated colours of lines, patches and marks, without colour maps."""
    found = set()
    for artist in figure.findobj():
        if getattr(artist, "get_array", lambda: None)() is not None:
            continue
        for name in ("get_facecolor", "get_edgecolor", "get_color"):
            value = getattr(artist, name, lambda: None)()
            if value is None or (isinstance(value, str) and value in ("none", "auto")):
                continue
            for colour in np.atleast_2d(mpl.colors.to_rgba_array(value)):
                if colour[3] > 0 and np.ptp(colour[:3]) > 0.15:
                    found.add(mpl.colors.to_hex(colour[:3]))
    return found


def shaded(picture, cells=32):
    """Return the mean colours of cells, in which letters are shades and no more."""
    rows = np.array_split(picture, cells, axis=0)
    return np.array([[cell.mean(axis=(0, 1)) for cell in np.array_split(row, cells, axis=1)]
                     for row in rows])  # fmt: skip


def difference(picture, other):
    """Return how far two pictures are apart: which part of their ink is not in both, 0 to 1.

    Another release of matplotlib moves letters by parts of a pixel, which the shades of cells
    hardly show; what is lost, moved or of another colour they do.
    """
    if picture.shape != other.shape:
        return 1.0
    one, two = 1 - shaded(picture), 1 - shaded(other)
    return float(np.abs(one - two).sum() / np.maximum(one, two).sum())


def under_the_key(figure):
    """Return how many points of lines and marks a key stands on."""
    figure.draw_without_rendering()
    hidden = 0
    for axes in figure.axes:
        if legend := axes.get_legend():
            box = legend.get_window_extent()
            points = [line.get_transform().transform(line.get_xydata()) for line in axes.lines]
            points += [part.get_offset_transform().transform(part.get_offsets())
                       for part in axes.collections if len(part.get_offsets())]  # fmt: skip
            every = np.concatenate([np.asarray(each).reshape(-1, 2) for each in points])
            inside = (every > (box.x0, box.y0)).all(axis=1) & (every < (box.x1, box.y1)).all(axis=1)
            hidden += int(inside.sum())
    return hidden
