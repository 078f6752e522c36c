"""What a playtest met, in words and as data: how often everything was taken, and what never was."""

from small import choice, ending, enquiry, event, game_of, play_of, scenario, scene

from lmcs_sim.author.playtest import PLAYERS, STUCK, playtest, spread
from lmcs_sim.author.playtest_told import command, playtest_lines, playtest_record
from lmcs_sim.play.game import make_game

NEVER = {"done": ["agreed"]}


def told(game, *players, runs=40, never=()):
    tallies = [playtest(game, runs, 9, player, never) for player in players]
    return list(playtest_lines(game.scenario, "some folder/small.toml", 9, tallies)), tallies


def test_the_heat_map_shows_shares_and_what_is_never_taken():
    events = (event("row", 1, when=NEVER), event("surely", 1))
    story = scenario(
        scene("first", choice("go", "second"), choice("hidden", "second", when=NEVER)),
        scene("second", choice("stay"), choice("leave"), attention=1, enquiry=(enquiry("look", costs=2),)),
        event=events,
        ending=(ending("never-here", when=NEVER), ending("the-end")),
    )
    lines, (tally,) = told(game_of(story), "random")
    share = tally.steps["second", "stay"] / 40
    assert 0 < share < 1
    scenes = lines[lines.index("Endings") :]
    assert scenes == [
        "Endings",
        "                        never never-here",
        "  #################### 100.0% the-end",
        "Scene first: come to in 40 of 40",
        "  #################### 100.0% go (choice)",
        "                        never hidden (choice)",
        "Scene second: come to in 40 of 40",
        "                        never look (enquiry)",
        f"  {'#' * round(share * 20):<20} {share * 100:5.1f}% stay (choice)",
        f"  {'#' * round((1 - share) * 20):<20} {(1 - share) * 100:5.1f}% leave (choice)",
        "Events",
        "                        never row",
        "  #################### 100.0% surely",
    ]


def test_scores_are_told_for_each_player_with_their_spread():
    lines, (random, cautious) = told(game_of(), *PLAYERS)
    assert lines[0] == "small, runs: 40 by a random player and 40 by a cautious player, seed 9."
    assert [line for line in lines if line.startswith("The ")] == ["The random player", "The cautious player"]
    for tally in (random, cautious):
        one = spread(tally.points)
        quarters = f"{one.least}, {one.low}, {one.middle}, {one.high}, {one.most}; {one.mean:.2f}"
        assert f"  duty points: {quarters}" in lines
    assert [line for line in lines if line.startswith("  standing: ")] != []


def test_a_failing_run_is_told_with_the_command_that_plays_it():
    lines, (tally,) = told(game_of(), "random", never=["departed"])
    run = tally.first_failing
    assert lines[-2:] == [
        f"Failed: {tally.failed} of 40. The first met 'departed':",
        f"  {command('some folder/small.toml', run)}",
    ]
    steps = ",".join(run.steps)
    assert lines[-1].strip() == f"lmcs-sim play 'some folder/small.toml' --seed {run.seed} --choose {steps}"
    assert play_of(*run.steps, seed=run.seed).ending.id == run.ending


def test_being_stuck_is_told_among_the_endings():
    hidden = choice("stay", when={"known": {"not": ["letter"]}})
    story = scenario(scene("first", hidden, enquiry=(enquiry("peer", costs=0, finds=("letter",)),)))
    lines, (tally,) = told(make_game(story, game_of().book), "random")
    assert 0 < tally.failed < 40
    assert any(line.endswith(f"% {STUCK}") for line in lines)
    assert f"Failed: {tally.failed} of 40. The first met {STUCK!r}:" in lines


def test_the_data_has_every_count():
    game = game_of()
    tallies = [playtest(game, 60, 4, player, ["breached"]) for player in PLAYERS]
    record = playtest_record(game.scenario, 4, tallies)
    assert (record["scenario"], record["seed"], tuple(record["players"])) == ("small", 4, PLAYERS)
    for tally in tallies:
        data = record["players"][tally.player]
        assert data["runs"] == sum(data["endings"].values()) == 60
        assert data["steps"]["first/vote"] == tally.steps["first", "vote"]
        assert sum(data["duty"]["points"]["runs_by_value"].values()) == 60
        assert set(data["outcomes"]["standing"]) == {
            *("least", "low", "middle", "high", "most", "mean"),
            "runs_by_value",
        }
        assert data["failed"] == tally.failed
        assert (data["first_failing"] is None) is (tally.failed == 0)
    assert set(record["players"]["random"]["first_failing"]) == {"seed", "steps", "ending", "failing"}
