"""The account: everything the debrief knows, in words, beside what can be attained."""

from attrs import evolve

from lmcs_sim.pages.account import account_of
from lmcs_sim.play.debrief import debrief_of
from lmcs_sim.play.debrief_told import mattered_lines, mattered_told
from lmcs_sim.play.play import Log, replay
from lmcs_sim.words.catalogue import said


def test_duty_is_told_beside_what_is_attainable_theme_by_theme(account, proved):
    assert account.duty[-2:] == proved.lines()
    assert {item.name: item.best for item in account.themes} == {
        item.name: proved.by_theme.get(item.name.replace(" ", "-"), 0) for item in account.themes
    }
    assert all(item.said.endswith(("of 0", f"of +{item.best}")) for item in account.themes)


def test_without_a_proof_it_says_so_and_sets_no_path_beside(ended):
    account = account_of(ended)
    assert account.duty[-1] == said("page.not-worked-out")
    assert (account.columns, account.beside, account.unknown) == ((), (), ())
    assert {item.best for item in account.themes} == {None}
    assert (account.mattered, account.decisions) == ((), ())


def test_three_paths_stand_side_by_side(account):
    assert account.columns == ("Your path", "The best", "The worst")
    rows = {row.title: [cell and cell.decided for cell in row.cells] for row in account.beside}
    assert list(rows) == ["The telephone", "The board", "Afterwards"]
    assert rows["The telephone"][:2] == ["Tell her it is for the officers.", "Pass it on to the Director today."]


def test_a_path_whose_luck_is_not_known_is_left_out_and_named(ended, proved):
    account = account_of(ended, evolve(proved, worst=evolve(proved.worst, seed=None)))
    assert account.columns == ("Your path", "The best")
    assert {len(row.cells) for row in account.beside} == {2}
    assert account.unknown == (f"The worst: {said('page.unknown-luck')}",)


def test_a_finding_that_is_made_again_is_told_once_with_its_scenes(shipped_game):
    steps = "ring-the-head,a-straight-answer,sign-the-notice,tell-tolley,mondays-at-the-school,names-and-all"
    play, _ = replay(shipped_game, Log("slipping-school", "", "", 1, (), tuple(steps.split(","))))
    account = account_of(play)
    (daily,) = [item for item in account.against if item.title == "Leave the daily running to those who run it"]
    assert daily.counts == "−2 duty, 3 times"
    assert daily.scenes == "In: One sheet of paper; By the tea urn; A tidy folder."
    assert len(account.against) < len(debrief_of(play).adverse)


def test_no_name_is_told_but_one_that_is_given(ended):
    assert account_of(ended).about == ("The story: May 2012 to September 2012.",)
    assert account_of(ended, learner="Ann").about[1:] == ("Played by Ann.",)


def test_the_note_says_that_it_is_no_advice_and_unsigned(account):
    assert account.note == (
        "Training, not legal advice: ask your monitoring officer.",
        "Not yet reviewed by a solicitor or a former director: unsigned.",
    )


def test_the_decisions_that_mattered_are_told_as_everywhere(account, ended, proved):
    weighed = debrief_of(ended, proved).weighed
    assert account.mattered == mattered_lines(weighed)
    assert account.decisions == mattered_told(ended, weighed)
    assert [item.title for item in account.decisions] == ["The telephone", "The board", "Afterwards"]


def test_measures_stand_month_by_month(account):
    assert account.months == ("May 2012", "June 2012", "August 2012", "at the end, September 2012")
    (standing,) = account.outcomes
    assert (standing.start, standing.values[-1]) == (5, 3)
    assert len(standing.values) == len(account.months) == len(account.month_numbers)


def test_what_to_play_next_is_told_only_where_it_is_given(account, ended, proved):
    assert [line.split(":")[0] for line in account.next] == [
        "The school that is slipping",
        "The small visit, once more",
    ]
    assert account_of(ended, proved).next == ()
