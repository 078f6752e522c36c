"""A preview reads each save of a file, and keeps what can be played where the save cannot."""

import pytest
from running import SMALL_VISIT

from lmcs_sim.author.preview import Preview, faults_phrase, open_preview
from lmcs_sim.author.trial import Opening
from lmcs_sim.faults import Fault, LmcsError, WrongUse
from lmcs_sim.prove.prove import prove
from lmcs_sim.toml.packs import built_in

GOOD = SMALL_VISIT.read_text(encoding="utf-8")
BAD = GOOD.replace('act = "vote"', 'act = "voot"')


@pytest.fixture
def preview(tmp_path, shipped) -> Preview:
    """The small visit in a file of the test's own, after one step."""
    path = tmp_path / "visit.toml"
    path.write_text(GOOD, encoding="utf-8")
    preview = open_preview(path, shipped, Opening())
    preview.trial.take("turn-her-away")
    return preview


def save(preview: Preview, text: str) -> None:
    """Saves as most editors do: another file is put in its place."""
    beside = preview.path.with_suffix(".new")
    beside.write_text(text, encoding="utf-8")
    beside.replace(preview.path)


def look(preview: Preview) -> bool:
    """Looks twice, as a screen does while nothing else is saved; whether anything changed."""
    return [preview.look(), preview.look()][1]


def codes(preview: Preview) -> list[str]:
    return [fault.code for fault in preview.faults if fault.severity == "error"]


def test_nothing_saved_is_nothing_to_show(preview):
    edition = preview.edition
    assert not look(preview)
    assert preview.edition == edition
    assert not preview.troubled
    assert preview.notice() == "You play the text as saved: 2 notes."


def test_a_save_is_read_at_the_second_look_and_the_place_is_kept(preview):
    edition = preview.edition
    save(preview, GOOD.replace("The board is split.", "The board is whole."))
    assert [preview.look(), preview.look(), preview.look()] == [False, True, False]
    assert preview.edition == edition + 1
    play = preview.trial.play
    assert play.log.steps == ("turn-her-away",)
    assert play.game.scene(play.situation).text.startswith("The board is whole.")


def test_a_save_is_unsettled_from_the_look_that_finds_it_to_the_one_that_reads_it(preview):
    assert not preview.unsettled
    save(preview, BAD)
    found = []
    for _ in range(3):
        preview.look()
        found.append(preview.unsettled)
    assert found == [True, False, False]


def test_a_file_written_in_pieces_is_read_once_it_is_whole(preview):
    for length in (10, 400, 3000):
        preview.path.write_text(GOOD[:length], encoding="utf-8")
        assert not preview.look()
    preview.path.write_text(GOOD, encoding="utf-8")
    assert look(preview)
    assert codes(preview) == []


def test_while_a_save_cannot_be_played_the_text_before_it_is(preview):
    save(preview, BAD)
    assert look(preview)
    assert codes(preview) == ["E013"]
    assert preview.behind
    assert preview.notice() == "1 fault in the text as saved. You play the one before."
    preview.trial.take("cast-the-vote")
    save(preview, GOOD)
    assert look(preview)
    assert not preview.behind
    assert codes(preview) == []
    assert preview.trial.play.log.steps == ("turn-her-away", "cast-the-vote")


def test_a_file_that_is_not_even_toml_is_a_fault_like_others(preview):
    save(preview, GOOD[:400])
    assert look(preview)
    assert codes(preview) == ["E002"]
    assert preview.behind


def test_a_file_that_goes_missing_is_waited_for(preview):
    preview.path.unlink()
    assert look(preview)
    assert preview.notice() == "The file is not there. You play the text it had."
    assert (codes(preview), preview.behind) == ([], False)
    assert preview.trial.play.log.steps == ("turn-her-away",)
    assert not look(preview)
    save(preview, GOOD)
    assert look(preview)
    assert not preview.missing
    assert preview.trial.play.log.steps == ("turn-her-away",)


def test_where_the_play_parts_from_the_text_the_notice_says_at_which_step_and_why(preview):
    save(preview, GOOD.replace('id = "turn-her-away"', 'id = "turn-away"'))
    assert look(preview)
    assert preview.troubled
    said = "Your play parts from the text as saved at step 1: 'turn-her-away' is not on offer in scene 'telephone'."
    assert preview.notice() == said


def test_what_only_an_author_need_mend_is_told_and_the_text_is_played(preview):
    orphan = '[[scene]]\nid = "attic"\nmonth = 1\ntext = "Dust."\n'
    orphan += '  [[scene.choice]]\n  id = "leave"\n  text = "Leave."\n  says = "Down."\n  leads = "end"\n\n[[event]]'
    save(preview, GOOD.replace("[[event]]", orphan, 1))
    assert look(preview)
    assert codes(preview) != []
    assert not preview.behind
    assert "attic" in preview.game.scenario.scenes


def test_what_matters_most_stands_first(preview):
    preview.text_faults = tuple(Fault(code, "", "") for code in ("N080", "W080", "E013", "N081"))
    assert [fault.code for fault in preview.faults] == ["E013", "W080", "N080", "N081"]
    assert faults_phrase(preview.faults) == "1 fault, 1 warning, 2 notes"


def test_a_file_with_faults_can_be_opened_and_is_played_once_it_is_mended(tmp_path, shipped):
    path = tmp_path / "visit.toml"
    path.write_text(BAD, encoding="utf-8")
    preview = open_preview(path, shipped, Opening("board"))
    assert preview.trial is None
    assert preview.notice() == "Nothing can be played yet: 1 fault. Mend the file and save it."
    save(preview, GOOD)
    assert look(preview)
    assert preview.trial.play.situation.scene == "board"


def test_a_file_that_is_not_there_or_a_folder_is_a_fault_and_an_unknown_scene_wrong_use(tmp_path, shipped):
    for path in (tmp_path / "nothing.toml", tmp_path):
        with pytest.raises(LmcsError) as raised:
            open_preview(path, shipped, Opening())
        assert raised.value.faults[0].code == "E001"
    with pytest.raises(WrongUse):
        open_preview(SMALL_VISIT, shipped, Opening("nowhere"))


def test_the_rules_are_read_again_when_asked_and_faulty_ones_leave_those_before(preview, tmp_path):
    pack = tmp_path / "pack"
    (pack / "rules").mkdir(parents=True)
    before = preview.book
    (pack / "rules" / "ours.toml").write_text("[[rule]]\n", encoding="utf-8")
    preview.reload([built_in(), pack])
    assert preview.book is before
    assert codes(preview)
    assert "in the rules. The rules from before still judge." in preview.notice()
    (pack / "rules" / "ours.toml").write_text("# none yet\n", encoding="utf-8")
    preview.reload([built_in(), pack])
    assert preview.book.hash != before.hash
    assert preview.trial.play.game.book is preview.book
    assert preview.trial.play.log.steps == ("turn-her-away",)
    assert codes(preview) == []


def test_a_proof_and_its_faults_are_kept_until_the_text_changes(preview, small_game):
    never = '[[ending]]\nid = "never"\nwhen = { measure = { standing = { from = 50 } } }\n'
    save(preview, GOOD.replace("[[ending]]", f'{never}title = "Never"\ntext = "Not."\n\n[[ending]]', 1))
    assert look(preview)
    proof = prove(preview.game)
    preview.keep_proof(small_game, proof)
    assert preview.proof is None
    edition = preview.edition
    preview.keep_proof(preview.game, proof)
    assert preview.edition > edition
    assert (codes(preview), preview.faults[0].place.file) == (["E102"], str(preview.path))
    preview.read()
    assert preview.proof is proof
    save(preview, BAD)
    preview.read()
    assert (preview.proof, codes(preview)) == (proof, ["E013"])
    save(preview, GOOD)
    preview.read()
    assert (preview.proof, codes(preview)) == (None, [])
