"""Looking into every situation that a game can reach."""

from attrs import frozen

from lmcs_sim.prove.graph import Graph, Label, Limit, Menu, Progress
from lmcs_sim.prove.machine import CutShort, Machine, Option, Outcome
from lmcs_sim.scenario.graph import leads_of
from lmcs_sim.scenario.scenario import END, Choice

NODE_BYTES, EDGE_BYTES, OUTCOME_BYTES = 260, 12, 1_200
"""Measured on the shipped scenarios and the benchmark story."""

Lead = tuple[int, int, int, dict[int, int]]
"""What a step sets, adds and keeps, and the nodes of the layer it leads to, by situation."""


@frozen
class _Offer:
    """What is on offer wherever a scene reads the same."""

    options: tuple[Option, ...]
    labels: tuple[int, ...]
    menu: int
    """Its menu, where nothing can happen on arriving anywhere it leads."""
    leads: tuple[Lead, ...] = ()


class Explorer:
    """Looks into every situation, layer by layer: scene after scene, within a scene by the enquiries taken."""

    def __init__(self, machine: Machine, limit: Limit, progress: Progress | None = None) -> None:
        self.machine = machine
        self.limit = limit
        self.progress = progress
        endings = tuple(ending.id for ending in machine.game.scenario.ending)
        self.graph = Graph(machine.order, endings)
        self._ending = {name: number for number, name in enumerate(endings)}
        self._label: dict[Label, int] = {}
        self._menu: dict[Menu, int] = {}
        self._followed: dict[tuple[int, int], int] = {}
        self._count = len(endings)
        self._met: set[tuple[str, str]] = set()
        self._layers = {name: [dict[int, int]() for _ in range(self._depth(name) + 1)] for name in machine.order}
        self._chance = {name: dict[int, int]() for name in machine.order}
        self._closings: dict[tuple[Outcome, ...], int] = {}
        self._falls = {name: dict[int, tuple[Outcome, ...]]() for name in machine.order}
        self._outcomes = 0

    def _depth(self, scene: str) -> int:
        return 0 if scene == END else len(self.machine.game.scenario.scenes[scene].enquiry)

    def explore(self) -> Graph:
        """The whole graph. Raises CutShort at the limit; `seen` then tells what was met."""
        order, graph = self.machine.order, self.graph
        graph.root, graph.begins = self._arrive(order[0], self.machine.start())
        for scene in order:
            self._look_into_chance(scene)
            if scene != END:
                for layer in self._layers[scene]:
                    self._look_into(scene, layer)
                    layer.clear()
        return self.seen()

    def seen(self) -> Graph:
        """The graph as far as it was looked into."""
        graph = self.graph
        graph.effects = self.machine.effects.all
        graph.labels, graph.menus = list(self._label), list(self._menu)
        graph.situations = (
            self._count - graph.chance_nodes - sum((END, name) not in self._met for name in graph.endings)
        )
        graph.reached = frozenset(self._met)
        return graph

    # --- Arriving ---

    def _arrive(self, scene: str, state: int) -> tuple[int, int]:
        """The node on arriving in a scene in a situation, and the number of what has certainly happened by then."""
        falls = self._falls[scene]
        key = state & self.machine.arrival_reads(scene)
        found = falls.get(key)
        if found is None:
            found = falls[key] = self.machine.outcomes(scene, key)
            self._outcomes += len(found)
            self._within_limit(scene)
        if len(found) == 1:
            return self._land(scene, state, found[0]), found[0].effect
        nodes = self._chance[scene]
        if scene == END:
            # Nothing is kept past the end: whatever falls alike there is the same.
            state = self._closings.setdefault(found, key)
        node = nodes.get(state)
        if node is None:
            node = nodes[state] = self._count
            self._count += 1
            self.graph.chance_nodes += 1
        return node, 0

    def _land(self, scene: str, state: int, outcome: Outcome) -> int:
        self._met.add((scene, outcome.ending))
        if scene == END:
            return self._ending[outcome.ending]
        return self._node(self._layers[scene][0], self.machine.arrived(scene, state, outcome))

    def _node(self, layer: dict[int, int], state: int) -> int:
        node = layer.get(state)
        if node is None:
            node = layer[state] = self._count
            self._count += 1
        return node

    def _look_into_chance(self, scene: str) -> None:
        graph, reads = self.graph, self.machine.arrival_reads(scene)
        for state, node in self._chance[scene].items():
            outcomes = self._falls[scene][state & reads]
            labels = [self._of_label(Label(scene, "", each.effect, each.drawn, each.weight)) for each in outcomes]
            graph.order.append(node)
            graph.menu.append(self._of_menu(Menu(scene, tuple(labels), chance=True)))
            graph.to.extend([self._land(scene, state, each) for each in outcomes])
        self._chance[scene].clear()

    # --- Looking into a layer of a scene ---

    def _look_into(self, scene: str, layer: dict[int, int]) -> None:
        graph, reads = self.graph, self.machine.reads(scene)
        order, menu, to = graph.order.append, graph.menu.append, graph.to.append
        offers: dict[int, _Offer] = {}
        arriving = any(self.machine.arrives(lead) for lead, _ in leads_of(self.machine.game.scenario.scenes[scene]))
        for seen, (state, node) in enumerate(layer.items()):
            if not seen % 4096:
                self._tell(scene)
                self._within_limit(scene)
            key = state & reads
            offer = offers.get(key)
            if offer is None:
                offer = offers[key] = self._offer(scene, key)
            order(node)
            if arriving:
                self._follow(scene, state, offer)
                continue
            menu(offer.menu)
            # Written out: this runs for every edge there is.
            for sets, adds, keep, nodes in offer.leads:
                after = ((state | sets) + adds) & keep
                found = nodes.get(after)
                if found is None:
                    found = nodes[after] = self._count
                    self._count += 1
                to(found)

    def _offer(self, scene: str, key: int) -> _Offer:
        options = self.machine.options(scene, key)
        steps = self.machine.game.scenario.scenes[scene].steps
        labels = tuple(self._of_label(Label(scene, steps[each.step].id, each.effect)) for each in options)
        leads = tuple((each.sets, each.adds, each.keep, self._layer(scene, key, each)) for each in options)
        self._met.update((each.to, "") for each in options if each.to != END)
        return _Offer(options, labels, self._of_menu(self._menu_of(scene, options, labels)), leads)

    def _layer(self, scene: str, key: int, option: Option) -> dict[int, int]:
        if option.to != scene:
            return self._layers[option.to][0]
        taken = (key | option.sets) & self.machine.bits.taken
        return self._layers[scene][taken.bit_count()]

    def _follow(self, scene: str, state: int, offer: _Offer) -> None:
        """The edges of a situation where something may happen on arriving somewhere it leads."""
        labels, to = [], self.graph.to.append
        for each, label, (sets, adds, keep, nodes) in zip(offer.options, offer.labels, offer.leads, strict=True):
            after = ((state | sets) + adds) & keep
            if each.to == scene:
                to(self._node(nodes, after))
            else:
                node, effect = self._arrive(each.to, after)
                to(node)
                if effect:
                    label = self._followed_by(label, effect)
            labels.append(label)
        same = tuple(labels) == offer.labels
        menu = offer.menu if same else self._of_menu(self._menu_of(scene, offer.options, tuple(labels)))
        self.graph.menu.append(menu)

    def _followed_by(self, label: int, effect: int) -> int:
        """The label of a step on which something certain follows."""
        found = self._followed.get((label, effect))
        if found is None:
            step = list(self._label)[label]
            whole = Label(step.scene, step.step, self.machine.effects.plus(step.effect, effect))
            found = self._followed[label, effect] = self._of_label(whole)
        return found

    def _menu_of(self, scene: str, options: tuple[Option, ...], labels: tuple[int, ...]) -> Menu:
        least = min((each.adverse for each in options), default=0)
        cautious = tuple(place for place, each in enumerate(options) if each.adverse == least)
        steps = self.machine.game.scenario.scenes[scene].steps
        return Menu(scene, labels, sum(not isinstance(steps[each.step], Choice) for each in options), cautious)

    def _of_label(self, label: Label) -> int:
        return self._label.setdefault(label, len(self._label))

    def _of_menu(self, menu: Menu) -> int:
        return self._menu.setdefault(menu, len(self._menu))

    def _tell(self, scene: str) -> None:
        if self.progress is not None:
            self.progress(self._count, self.machine.order.index(scene), len(self.machine.order) - 1)

    def _within_limit(self, scene: str) -> None:
        if self._count > self.limit.situations:
            raise CutShort(f"{self.limit.situations:,} situations were seen, and there are more (in scene {scene!r})")
        graph = self._count * NODE_BYTES + len(self.graph.to) * EDGE_BYTES
        taken = (graph + self._outcomes * OUTCOME_BYTES) >> 20
        if taken > self.limit.megabytes:
            raise CutShort(f"about {self.limit.megabytes:,} MB of memory were taken (in scene {scene!r})")
