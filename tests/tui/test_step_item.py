"""A thing on offer."""

from textual.app import App

from lmcs_sim.tui.widgets.step_item import StepItem


class Offering(App):
    taken = ()

    def on_step_item_taken(self, event):
        self.taken = (*self.taken, event.step)


async def test_enter_before_the_screen_is_laid_out_takes_nothing():
    async with Offering().run_test() as pilot:
        item = StepItem("ask-how", "Ask how.", 1)
        mounting = pilot.app.screen.mount(item)
        item.action_take()
        await mounting
        await pilot.pause()
        assert pilot.app.taken == ()
        item.action_take()
        await pilot.pause()
        assert pilot.app.taken == ("ask-how",)
