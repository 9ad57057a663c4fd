"""Random outlines, printed the ways official texts print them."""

from dataclasses import dataclass, field

from hypothesis import strategies as st

CARDINALS = ["Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười"]
ORDINALS = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"]
ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
LETTERS = "abcdđeghik"
WORDS = (
    "Rà soát quy hoạch đất rừng",
    "Nâng cấp trạm bơm đầu nguồn",
    "Mở lớp xóa mù chữ ở bản xa",
    "Củng cố tổ hòa giải các xóm",
    "Sửa kênh mương trước mùa mưa",
    "Công khai thu chi mỗi quý",
)
STYLES = {
    "arabic.": ("arabic", str, lambda m: f"{m}. "),
    "arabic)": ("arabic", str, lambda m: f"{m}) "),
    "arabic-": ("arabic", str, lambda m: f"{m}- "),
    "arabic/": ("arabic", str, lambda m: f"{m}/ "),
    "arabic()": ("arabic", str, lambda m: f"({m}) "),
    "roman.": ("roman", lambda n: ROMAN[n - 1], lambda m: f"{m}. "),
    "roman-": ("roman", lambda n: ROMAN[n - 1], lambda m: f"{m}- "),
    "letter)": ("letter", lambda n: LETTERS[n - 1], lambda m: f"{m}) "),
    "letter.": ("letter", lambda n: LETTERS[n - 1], lambda m: f"{m}. "),
    "capital.": ("letter", lambda n: LETTERS[n - 1].upper(), lambda m: f"{m}. "),
    "spelled": ("spelled", lambda n: f"{CARDINALS[n - 1]} là", lambda m: f"{m}, "),
    "ordinal": ("ordinal", lambda n: f"Thứ {ORDINALS[n - 1]}", lambda m: f"{m}, "),
}


@dataclass
class Tree:
    """A list: its style and, for each item, its words and the list inside it."""

    style: str
    items: list[tuple[str, "Tree | None"]] = field(default_factory=list)


@st.composite
def trees(draw, above=(), depth=3):
    """A tree of lists; no list has the style of one around it."""
    family = {name[:-1] if name[-1] in ".-" else name for name in above}
    free = [s for s in STYLES if s not in above and (s[:-1] if s[-1] in ".-" else s) not in family]
    style = draw(st.sampled_from(free))
    items = []
    for _ in range(draw(st.integers(2, 4))):
        inner = None
        if depth > 1 and draw(st.integers(0, 2)) == 0:
            inner = draw(trees(above=(*above, style), depth=depth - 1))
        items.append((draw(st.sampled_from(WORDS)), inner))
    return Tree(style, items)


def render(tree, *, gap="\n\n", indent="", bold=False):
    """The text of ``tree`` and its items as (start, end, marker, number, style, parent)."""
    pieces, items = [], []
    length = 0

    def write(text):
        nonlocal length
        pieces.append(text)
        length += len(text)

    def walk(tree, parent, depth):
        style, number, form = STYLES[tree.style]
        for n, (words, inner) in enumerate(tree.items, 1):
            if pieces:
                write(gap)
            marker = number(n)
            printed = form(marker)
            write(indent * depth + ("**" if bold else ""))
            index = len(items)
            start = length + printed.index(marker)
            items.append([start, 0, marker, n, style, parent])
            write(printed.rstrip() + ("**" if bold else "") + " ")
            write(words + (":" if inner else "."))
            if inner:
                walk(inner, index, depth + 1)
            items[index][1] = length

    walk(tree, None, 0)
    return "".join(pieces), [tuple(item) for item in items]
