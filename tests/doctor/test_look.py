from lmcs_sim.doctor.look import SIGNS, Look, Part, why

PART = Part("place")


def test_a_look_that_fails_is_an_error_and_the_others_are_still_taken():
    def fails():
        yield PART.ok("first", "seen before it failed")
        raise PermissionError(13, "Permission denied", "/secret")

    def fine():
        yield PART.ok("second", "fine")

    found = list(PART.guarded({"first": fails, "second": fine}))
    assert [(look.name, look.state) for look in found] == [("first", "error"), ("second", "ok")]
    assert found[0].found == "this could not be looked at: permission denied"
    assert found[0].means
    assert found[0].cure


def test_an_error_says_itself_in_one_line_and_by_its_kind_where_it_says_nothing():
    assert why(ValueError("two\nlines")) == "two lines"
    assert why(KeyError()) == "KeyError"
    assert why(OSError("no number")) == "no number"
    assert len(why(ValueError("x" * 1000))) == 200


def test_every_state_has_a_sign_of_its_own():
    made = [PART.ok("a", "b"), PART.warning("a", "b", "c", "d"), PART.error("a", "b", "c", "d")]
    assert made[1] == Look("place", "a", "warning", "b", "c", "d")
    assert [look.state for look in made] == list(SIGNS)
    assert len(set(SIGNS.values())) == 3
