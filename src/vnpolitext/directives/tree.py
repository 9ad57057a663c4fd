"""The tree of a document's numbered items, and its renderings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from vnpolitext.directives.items import HasDirectives, items_of
from vnpolitext.directives.records import Directive
from vnpolitext.notebook import counted, html_table

_LONGEST_LINE: Final = 100


@dataclass(frozen=True, slots=True)
class Node:
    """An item and the items inside it.

    Attributes:
        index: Index of the item in the document's flat list.
        item: The item.
        children: The items inside it, in text order.
    """

    index: int
    item: Directive
    children: tuple["Node", ...] = ()

    def walk(self) -> Iterator["Node"]:
        """Yield this node and all below it, in text order."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))


@dataclass(frozen=True, slots=True)
class Outline:
    """The tree of a document's numbered items.

    Attributes:
        roots: The outermost items, in text order.
    """

    roots: tuple[Node, ...] = ()

    def walk(self) -> Iterator[Node]:
        """Yield every node in text order."""
        for root in self.roots:
            yield from root.walk()

    def __repr__(self) -> str:
        """Count the items, the lists and the directives."""
        items = [node.item for node in self.walk()]
        lists = counted(len({item.list for item in items}), "list")
        orders = counted(sum(item.is_directive for item in items), "directive")
        return f"Outline({counted(len(items), 'item')} in {lists}, {orders})"

    def _repr_html_(self) -> str:
        items = [node.item for node in self.walk()]
        rows = (
            ("\u2003" * item.level + item.marker, _words(item), item.role, item.lead_in)
            for item in items
        )
        return html_table(repr(self), ["item", "words", "role", "lead-in"], rows)

    def to_text(self) -> str:
        """Return the tree as indented lines, the lists parted by their lead-ins."""
        return "\n".join(self._lines("{indent}{marker}  {words}", "{indent}{lead}"))

    def to_markdown(self) -> str:
        """Return the tree as a nested Markdown list."""
        return "\n".join(self._lines("{indent}- **{marker}** {words}", "\n*{lead}*\n", escape=True))

    def to_dict(self) -> dict[str, Any]:
        """Return the tree as plain values, ready for JSON."""
        return {"items": [_node_dict(root) for root in self.roots]}

    def _lines(self, line: str, lead_line: str, *, escape: bool = False) -> Iterator[str]:
        seen: int | None = None
        for node in self.walk():
            item = node.item
            if item.level == 0 and item.list != seen:
                seen = item.list
                if item.lead_in:
                    lead = _escape(item.lead_in) if escape else item.lead_in
                    yield lead_line.format(indent="", lead=lead).rstrip(" ")
            marker = " ".join(item.marker.split())
            words = _words(item)
            yield line.format(
                indent="  " * item.level,
                marker=_escape(marker) if escape else marker,
                words=_escape(words) if escape else words,
            ).rstrip()


def outline(directives: HasDirectives | Sequence[Directive]) -> Outline:
    r"""Return the tree of ``directives``, a document's flat list of items, or of an analysis.

    Example:
        >>> from vnpolitext.directives import find_directives
        >>> text = "I. NHIỆM VỤ\n\n1. Rà soát.\n\n2. Báo cáo.\n\nII. TỔ CHỨC\n\nGiao các sở."
        >>> print(outline(find_directives(text)).to_text())
        I  NHIỆM VỤ
          1  Rà soát
          2  Báo cáo
        II  TỔ CHỨC
    """
    directives = items_of(directives)
    below: dict[int | None, list[int]] = {}
    for index, item in enumerate(directives):
        below.setdefault(item.parent, []).append(index)
    nodes: dict[int, Node] = {}
    for index in range(len(directives) - 1, -1, -1):
        children = tuple(nodes[child] for child in below.get(index, ()))
        nodes[index] = Node(index, directives[index], children)
    return Outline(tuple(nodes[index] for index in below.get(None, ())))


def _words(item: Directive) -> str:
    words = item.heading or " ".join(item.text[len(item.marker) :].strip(" .:)-/*\n").split())
    return words if len(words) <= _LONGEST_LINE else words[: _LONGEST_LINE - 1].rstrip() + "…"


def _node_dict(node: Node) -> dict[str, Any]:
    item = node.item
    strength = item.strength
    return {
        "index": node.index,
        "start": item.start,
        "end": item.end,
        "marker": item.marker,
        "number": item.number,
        "style": item.style,
        "level": item.level,
        "list": item.list,
        "lead_in": item.lead_in,
        "heading": item.heading,
        "role": item.role,
        "is_directive": item.is_directive,
        "actions": [span.text for span in item.actions],
        "actors": [span.text for span in item.actors],
        "targets": [span.text for span in item.targets],
        "deadlines": [span.text for span in item.deadlines],
        "strength": strength.level if strength is not None else None,
        "children": [_node_dict(child) for child in node.children],
    }


def _escape(text: str) -> str:
    """``text`` with the characters that Markdown reads as marks escaped."""
    return "".join("\\" + letter if letter in "\\*_[]<>`#|" else letter for letter in text)
