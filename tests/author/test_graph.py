from attrs import evolve
from author.stories import CUT_SHORT, PROOF, STORY, with_choice
from hypothesis import given, settings
from small import choice, ending, event, scenario, scene
from strategies import scenarios

from lmcs_sim.author.graph import graph_lines
from lmcs_sim.author.phrases import condition_phrase
from lmcs_sim.scenario.scenario import Lead

LINES = list(graph_lines(STORY, PROOF))
WHOLE = " ".join(" ".join(LINES).split())


def test_each_scene_is_told_once_and_referred_to_by_its_number():
    told = [line.split(":")[0] for line in LINES if line.strip().startswith("Scene ")]
    assert told == ["Scene 1, start", "  Scene 2, aside", "Scene 3, after", "  Scene 4, late", "Scene 5, lost"]
    assert "Choice vote: Text of vote. Leads to scene 2." in WHOLE
    assert "Choice ask: Text of ask. Leads to scene 3." in WHOLE


def test_a_choice_tells_every_way_it_may_lead_and_on_what_that_depends():
    assert "Choice go: Text of go. Leads to scene 4 if letter is known, to the end otherwise." in WHOLE


def test_status_and_chances_are_told_in_words():
    assert "Scene 5, lost: Lost. Month 2, July 2012. Nothing leads here. Never reached." in WHOLE
    assert "Choice never-on-offer: Text of never-on-offer. If heard is done. Leads to scene 2. Never reached." in WHOLE
    assert "Leads to scene 3. On the best path. Chance: random 50%, cautious 100%, best 100%." in WHOLE
    assert "Enquiry too-dear: Text of too-dear? Costs 2. Never reached." in WHOLE


def test_events_are_told_by_month_with_their_luck():
    assert "Event by-luck: Text of by-luck. 50 in 100, about the press. Month 2, July 2012." in WHOLE
    assert "Event never-due: Text of never-due. If heard is done. Certain. Month 2, July 2012. Never reached." in WHOLE


def test_events_are_told_in_the_order_of_their_months():
    story = scenario(scene("only", choice("close")), event=(event("late", 3), event("soon", 1), event("late-too", 3)))
    told = [line.split(":")[0].strip() for line in graph_lines(story, None) if line.strip().startswith("Event ")]
    assert told == ["Event soon", "Event late", "Event late-too"]


def test_endings_are_told_in_the_order_they_are_looked_at():
    told = [line.split(":")[0].strip() for line in LINES if line.strip().startswith("Ending ")]
    assert told == ["Ending unmet", "Ending voted-once", "Ending other"]
    assert "Ending other: Title of other. In any other case." in WHOLE


def test_without_a_whole_proof_the_shape_alone_is_told():
    for proof in (None, CUT_SHORT):
        lines = "\n".join(graph_lines(STORY, proof))
        assert "The shape alone" in lines
        assert "Chance:" not in lines
        assert "Never reached" not in lines
        assert "Leads to scene 2." in lines


def test_a_lead_to_no_scene_is_told_as_such():
    broken = with_choice("after/stay", leads=(Lead("no-such-scene"),))
    assert any("Leads to 'no-such-scene', which is no scene." in line for line in graph_lines(broken, None))


def test_a_story_without_events_or_branches_says_nothing_of_them():
    lines = list(graph_lines(scenario(scene("only", choice("close")), ending=(ending("end-of-it"),)), None))
    assert not any("by month" in line or "further in" in line for line in lines)


def test_a_long_text_is_wrapped_and_an_events_is_cut():
    text = "word " * 60
    story = scenario(scene("only", choice("close")), event=(evolve(event("long", 1), text="much " * 60),))
    story = with_choice("only/close", story, text=text)
    lines = list(graph_lines(story, None))
    assert max(map(len, lines)) <= 100
    assert " ".join(lines).count("word") == 60
    assert 10 < " ".join(lines).count("much") < 30
    first = next(number for number, line in enumerate(lines) if "Choice close" in line)
    assert lines[first].startswith("  Choice")
    assert lines[first + 1].startswith("      word")


def test_conditions_are_told_by_what_they_read():
    assert condition_phrase({"done": ["a", "b"], "known": {"not": ["c"]}}) == "a and b are done and c is not known"
    assert (
        condition_phrase({"done": {"any": ["a", "b"], "not": ["c", "d"]}})
        == "a or b is done and neither c nor d is done"
    )
    assert condition_phrase({"measure": {"trust": {"to": 2}}}) == "trust is up to 2"
    assert condition_phrase({"measure.trust": {"from": 3}}) == "trust is at least 3"
    assert condition_phrase({"measure": {"trust": {"from": 1, "to": 2}, "money": 4}}) == (
        "trust is from 1 to 2 and money is 4"
    )
    assert condition_phrase(None) == ""


@settings(max_examples=25)
@given(scenarios())
def test_every_part_of_a_story_is_told_once(story):
    text = " ".join(" ".join(graph_lines(story, None)).split())
    for kind, items in (("Scene", story.scene), ("Event", story.event), ("Ending", story.ending)):
        for item in items:
            told = f", {item.id}: " if kind == "Scene" else f"{kind} {item.id}: "
            assert text.count(told) == 1
    assert text.count("Choice ") == sum(len(item.choice) for item in story.scene)
    assert text.count("Enquiry ") == sum(len(item.enquiry) for item in story.scene)
