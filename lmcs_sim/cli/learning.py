"""Commands on learning: how plays went, and the cards of today."""

import click

from lmcs_sim.cli.output import desk_of, keep_to_ascii, named, plain_wanted, print_data, print_lines


@click.command()
@click.option("--as", "learner", metavar="NAME", callback=named, help="Whose.")
@click.option("--json", "as_json", is_flag=True, help="As data.")
@click.pass_context
def progress(context: click.Context, learner: str | None, as_json: bool) -> None:
    """How plays went, by theme and over the weeks."""
    desk = desk_of(context, learner)
    if as_json:
        from lmcs_sim.learn.progress_told import progress_record
        from lmcs_sim.learning import progress_in

        store = desk.store
        print_data(progress_record(progress_in(desk, store.plays(desk.learner))))
        return
    from lmcs_sim.plain.progress import account_lines

    keep_to_ascii(desk)
    print_lines(account_lines(desk))


@click.command()
@click.option("--plain", is_flag=True, help="Appended lines only: for screen readers and pipes.")
@click.option("--ascii", "ascii_only", is_flag=True, help="Draw with ASCII signs only.")
@click.option("--as", "learner", metavar="NAME", callback=named, help="Who is playing.")
@click.option("--json", "as_json", is_flag=True, help="What is due today, as data; nothing is asked.")
@click.pass_context
def review(context: click.Context, plain: bool, ascii_only: bool, learner: str | None, as_json: bool) -> None:
    """Five minutes of cards on what the guidance says."""
    desk = desk_of(context, learner, ascii_only=ascii_only)
    if as_json:
        import datetime as dt

        from lmcs_sim.learn.card_told import sitting_record
        from lmcs_sim.learning import begin_review

        begun = begin_review(desk, dt.date.today())
        print_data(sitting_record(begun.sitting, begun.today, begun.spaced))
    elif plain_wanted(plain or desk.settings.plain):
        from lmcs_sim.plain.conversation import Conversation
        from lmcs_sim.plain.review import open_review

        keep_to_ascii(desk)
        talk = Conversation(desk)
        open_review(talk)
        talk.run()
    else:
        from lmcs_sim.tui.app import run_app

        run_app(desk, review=True)
