"""A result in parts: the story, the judgement, the question. A small window shows one after the other."""

from lmcs_sim.tui.screens.played import PlayedPage
from lmcs_sim.tui.widgets.forward import Forward
from lmcs_sim.tui.widgets.prose import Line
from lmcs_sim.words.catalogue import said

HIGH = 30
"""Rows from which all parts stand one under the other, where the window is wide too."""

STORY, JUDGEMENT, QUESTION = PARTS = ("told", "judged", "asked")
"""The parts, by the class of their blocks."""

_TITLES = {STORY: "result.title", JUDGEMENT: "result.judgement", QUESTION: "asking.title"}
_LABELS = {JUDGEMENT: "result.to-judgement", QUESTION: "asking.to"}


class PartsPage(PlayedPage):
    """A page with parts, and a button at its end that leads to the next of them, or on with the play."""

    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall"), (HIGH, "-high")]  # noqa: RUF012

    telling: object = None
    """Something, while not everything has been painted that Enter would go on from."""
    whole = False
    """Whether the judgement is told in full."""
    part = STORY
    parts: tuple[str, ...] = (STORY,)
    """The parts there are."""
    _painting: object = None
    """What `telling` is, once the next painting shows everything."""

    def on_mount(self) -> None:
        """Hears when everything has been painted."""
        self.screen_layout_refresh_signal.subscribe(self, self._painted, immediate=True)

    def once_all_is_painted(self, telling: object) -> None:
        """Paints; once that is done, nothing is being told any more, unless something else is by then."""
        self._painting = telling
        self.refresh(layout=True)

    def _painted(self, _: object) -> None:
        if self._painting is self.telling:
            self.telling = self._painting = None

    @property
    def together(self) -> bool:
        """Whether the window shows all parts."""
        return self.has_class("-wide") and self.has_class("-high")

    @property
    def next_part(self) -> str | None:
        """The part that has not been shown yet; none where the window shows all of them, and none after the last."""
        later = [part for part in self.parts if PARTS.index(part) > PARTS.index(self.part)]
        return later[0] if later and not self.together else None

    def shows(self, part: str) -> bool:
        """Whether a part is there and is shown."""
        return part in self.parts and (self.together or self.part == part)

    def show_part(self, part: str) -> None:
        """Shows a part; the story, where there is no such part."""
        self.part = part if part in self.parts else STORY
        self.set_class(self.part == JUDGEMENT, "-judging")
        self.set_class(self.part == QUESTION, "-asking")
        self.say_title()

    def say_title(self) -> None:
        """Says which part is shown."""
        part = STORY if self.together else self.part
        name = "result.in-full" if self.whole and part != QUESTION else _TITLES[part]
        self.query_one("#title", Line).say((said(name), "bold"))

    def say_label(self) -> None:
        """Says on the button where it leads."""
        self.query_one(Forward).label = said(_LABELS.get(self.next_part or "", "result.go-on"))

    def turn_to(self, part: str) -> None:
        """Shows a part from its top."""
        page = self.query_one("#page")
        self.show_part(part)
        self.say_label()
        self.set_focus(page)
        page.set_scroll(0, 0)
        self.refresh_bindings()
        self.telling = object()
        self.once_all_is_painted(self.telling)

    def on_resize(self) -> None:
        """A large window shows all parts together, a small one one of them."""
        if self.is_mounted and self.session.play.last_step is not None:
            self.call_after_refresh(self.say_label)

    def action_go_on(self) -> None:
        """Reads on; at the end, shows the next part, or goes on with the play."""
        if self.telling is None and not self.read_on():
            self._onward()

    def on_button_pressed(self) -> None:
        """The button goes on at once: it stands at the end."""
        if self.telling is None:
            self._onward()

    def _onward(self) -> None:
        part = self.next_part
        if part is not None:
            self.turn_to(part)
        else:
            self.dismiss(None)

    def action_again(self) -> None:
        """Shows the story again, from its beginning."""
        if self.telling is None:
            self.turn_to(STORY)
