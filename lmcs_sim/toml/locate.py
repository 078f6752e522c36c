"""Where in a TOML text a key path stands. Loaded only when there is a fault to place."""

from collections.abc import Iterator

import tree_sitter_toml
from tree_sitter import Language, Node, Parser

from lmcs_sim.faults import KeyPath

Position = tuple[int, int]


class Locator:
    """The places of every key path of one text; lines and columns from 1, in characters.

    Tables are looked into only when a path in them is asked for: most faults are few, and files may be long.
    """

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        tree = Parser(Language(tree_sitter_toml.language())).parse(text.encode())
        self._places: dict[KeyPath, tuple[int, int]] = {}
        """Rows and bytes, from 0, as the tree has them."""
        self._counts: dict[KeyPath, int] = {}
        self._closed: dict[KeyPath, list[Node]] = {(): [tree.root_node]}
        """Tables not yet looked into."""
        for child in tree.root_node.named_children:
            if child.type in ("table", "table_array_element"):
                self._head(child)

    def place(self, path: KeyPath) -> Position:
        """Where a path stands, or else the longest beginning of it that does; the first line for none."""
        found: KeyPath = ()
        self._look_into(found)
        for step in path:
            if (*found, step) in self._places:
                found = (*found, step)
                self._look_into(found)
            elif step != 0:  # one table may stand where a list of tables belongs: it is its first
                break
        return self._position(*self._places[found]) if found else (1, 1)

    def paths(self) -> frozenset[KeyPath]:
        """Every path that has a place."""
        for path in list(self._closed):
            self._look_into(path)
        return frozenset(self._places)

    def _position(self, row: int, byte: int) -> Position:
        line = self._lines[row].encode()[:byte] if row < len(self._lines) else b""
        return row + 1, len(line.decode("utf-8", "ignore")) + 1

    def _note(self, path: KeyPath, node: Node) -> None:
        """A path stands where it is first written."""
        start = (node.start_point[0], node.start_point[1])
        self._places[path] = min(self._places.get(path, start), start)

    def _head(self, node: Node) -> None:
        key = node.named_child(0)
        if key is None:
            return
        path = self._resolve(_keys(key))
        for length in range(1, len(path) + 1):
            if path[:length] not in self._places:
                self._note(path[:length], key)
        if node.type == "table_array_element":
            count = self._counts.get(path, 0)
            self._counts[path] = count + 1
            path = (*path, count)
            self._note(path, key)
        self._closed.setdefault(path, []).append(node)

    def _look_into(self, path: KeyPath) -> None:
        for table in self._closed.pop(path, ()):
            for child in table.named_children:
                if child.type == "pair":
                    for inner, node in self._pair(child, path):
                        self._note(inner, node)

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


def key_before(text: str, line: int, column: int) -> Position:
    """Where the key stands whose value, or whose table's heading, ends just before a place; that place for none."""
    lines = text.split("\n")
    point = line - 1, max(0, len(lines[line - 1][: column - 1].encode()) - 1)
    root = Parser(Language(tree_sitter_toml.language())).parse(text.encode()).root_node
    node = root.descendant_for_point_range(point, point)
    while node is not None and node.type not in ("pair", "table", "table_array_element"):
        node = node.parent
    key = None if node is None else node.named_child(0)
    if key is None:
        return line, column
    row, byte = key.start_point[0], key.start_point[1]
    return row + 1, len(lines[row].encode()[:byte].decode("utf-8", "ignore")) + 1


def _keys(node: Node) -> tuple[str, ...]:
    text = (node.text or b"").decode()
    if '"' not in text and "'" not in text:
        return tuple([part.strip() for part in text.split(".")])
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
