"""The graph with situations of the same future merged: what is on offer, what it adds and where it leads, to the end.

It is to the graph what the smallest automaton is to a larger one: every number about what may follow, and every chance,
is the same on it, and it is a small part of the size.
"""

from attrs import define, field

from lmcs_sim.prove.effect import Effect
from lmcs_sim.prove.graph import Graph, Label, Menu


@define
class Futures:
    """Futures by number: the endings first, then each after all those it leads to; the last is the play's beginning.

    `menu` gives each one's menu by number and `to` the futures that its labels lead to.
    """

    endings: tuple[str, ...]
    effects: list[Effect]
    labels: list[Label]
    menus: list[Menu]
    begins: int
    menu: list[int] = field(factory=list)
    to: list[tuple[int, ...]] = field(factory=list)
    root: int = 0

    @property
    def first(self) -> int:
        """The number of the first future that is no ending."""
        return len(self.endings)


def futures_of(graph: Graph) -> Futures:
    """The futures of a graph that was looked into whole."""
    found = Futures(graph.endings, graph.effects, graph.labels, graph.menus, graph.begins)
    ends = len(graph.endings)
    found.menu, found.to = [-1] * ends, [()] * ends
    future = list(range(ends)) + [0] * len(graph.order)
    known: dict[tuple[int, tuple[int, ...]], int] = {}
    sizes = [len(menu.labels) for menu in graph.menus]
    of, last = future.__getitem__, len(graph.to)
    for position in range(len(graph.order) - 1, -1, -1):
        menu = graph.menu[position]
        first = last - sizes[menu]
        key = (menu, tuple(map(of, graph.to[first:last])))
        last = first
        number = known.get(key)
        if number is None:
            number = known[key] = ends + len(known)
            found.menu.append(menu)
            found.to.append(key[1])
        future[graph.order[position]] = number
    found.root = future[graph.root]
    return found
