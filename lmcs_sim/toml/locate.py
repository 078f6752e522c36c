"""Where in a TOML text a key path stands. Loaded only when there is a fault to place."""

from collections.abc import Iterator

import tree_sitter_toml
from tree_sitter import Language, Node, Parser

from lmcs_sim.faults import KeyPath

Position = tuple[int, int]


class Locator:
    """The places of every key path of one text; lines and columns from 1, in characters."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        tree = Parser(Language(tree_sitter_toml.language())).parse(text.encode())
        self._places: dict[KeyPath, Position] = {}
        self._counts: dict[KeyPath, int] = {}
        for path, node in self._paths(tree.root_node):
            self._places.setdefault(path, self._position(node))

    def place(self, path: KeyPath) -> Position:
        """Where a path stands, or else the longest beginning of it that does; the first line for none."""
        for length in range(len(path), 0, -1):
            found = self._places.get(path[:length])
            if found is not None:
                return found
        return (1, 1)

    def paths(self) -> frozenset[KeyPath]:
        """Every path that has a place."""
        return frozenset(self._places)

    def _position(self, node: Node) -> Position:
        row, byte = node.start_point
        line = self._lines[row].encode()[:byte] if row < len(self._lines) else b""
        return row + 1, len(line.decode("utf-8", "ignore")) + 1

    def _paths(self, root: Node) -> Iterator[tuple[KeyPath, Node]]:
        for child in root.children:
            if child.type == "pair":
                yield from self._pair(child, ())
            elif child.type in ("table", "table_array_element"):
                yield from self._table(child)

    def _table(self, node: Node) -> Iterator[tuple[KeyPath, Node]]:
        key = next(child for child in node.children if child.type in ("bare_key", "dotted_key", "quoted_key"))
        path = self._resolve(_keys(key))
        for length in range(1, len(path)):
            yield path[:length], key
        if node.type == "table_array_element":
            count = self._counts.get(path, 0)
            self._counts[path] = count + 1
            yield path, key
            path = (*path, count)
        yield path, key
        for child in node.children:
            if child.type == "pair":
                yield from self._pair(child, path)

    def _resolve(self, keys: tuple[str, ...]) -> KeyPath:
        """A header's path: an array of tables along it stands for its latest element."""
        path: KeyPath = ()
        for number, key in enumerate(keys):
            path = (*path, key)
            if number < len(keys) - 1 and path in self._counts:
                path = (*path, self._counts[path] - 1)
        return path

    def _pair(self, node: Node, above: KeyPath) -> Iterator[tuple[KeyPath, Node]]:
        key, value = node.children[0], node.children[-1]
        path = above
        for name in _keys(key):
            path = (*path, name)
            yield path, key
        yield from self._value(value, path)

    def _value(self, node: Node, path: KeyPath) -> Iterator[tuple[KeyPath, Node]]:
        waiting = [(node, path)]
        while waiting:
            node, path = waiting.pop()
            if node.type == "inline_table":
                for child in node.children:
                    if child.type == "pair":
                        inner = path
                        for name in _keys(child.children[0]):
                            inner = (*inner, name)
                            yield inner, child.children[0]
                        waiting.append((child.children[-1], inner))
            elif node.type == "array":
                items = [child for child in node.children if child.is_named and child.type != "comment"]
                for number, child in enumerate(items):
                    yield (*path, number), child
                    waiting.append((child, (*path, number)))


def _keys(node: Node) -> tuple[str, ...]:
    keys: list[str] = []
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if node.type == "dotted_key":
            waiting += reversed([child for child in node.children if child.is_named])
        else:
            keys.append(_key(node))
    return tuple(keys)


def _key(node: Node) -> str:
    text = (node.text or b"").decode()
    if node.type == "quoted_key":
        import tomli

        return next(iter(tomli.loads(f"{text} = 0")))
    return text
