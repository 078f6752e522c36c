"""Parts of a debrief in words that every face tells alike: what mattered, the months, what to play next."""

from attrs import frozen

from lmcs_sim.guidance.dates import add_months
from lmcs_sim.play.course import Course, Courses
from lmcs_sim.play.mattered import MOST, DutyEnd, Mattered, Weighed
from lmcs_sim.play.play import Play
from lmcs_sim.play.suggestion import Left, Suggestion
from lmcs_sim.scenario.scenario import Choice
from lmcs_sim.words.catalogue import counted, said
from lmcs_sim.words.dates import month_in_words
from lmcs_sim.words.debrief import theme_name
from lmcs_sim.words.interface import duty_in_words, whole


@frozen
class Told:
    """One decision in words: the scene it was made in, and the lines to tell under it."""

    title: str
    lines: tuple[str, ...]


def mattered_lines(weighed: Weighed) -> tuple[str, ...]:
    """What is said before the decisions that mattered: how they are weighed, or that there is none; and of luck."""
    opening = said("mattered.weighed") if weighed.decisions else said("mattered.none")
    cost = _lost(weighed.luck)
    return (opening, *((said("mattered.luck", lost=cost),) if cost else ()))


def mattered_told(play: Play, weighed: Weighed) -> tuple[Told, ...]:
    """The few decisions of a play that mattered most, the one that mattered most first."""
    return tuple(told(play, item) for item in weighed.decisions[:MOST])


def told(play: Play, item: Mattered) -> Told:
    """A decision that mattered, in words."""
    scene = play.game.scenario.scenes[item.scene]
    taken = scene.step(item.step)
    decided = "mattered.decided" if isinstance(taken, Choice) else "mattered.asked"
    ending = next(each.title for each in play.game.scenario.ending if each.id == item.ending)
    return Told(
        scene.title or scene.id,
        (
            said(decided, text=taken.text),
            said("mattered.after", end=_end(item.after)),
            _better(play, item),
            said("mattered.could", end=_end(item.could), ending=ending),
            said("mattered.own-luck" if item.own_luck else "mattered.other-luck"),
        ),
    )


def _better(play: Play, item: Mattered) -> str:
    """The better way, as far as its first choice."""
    scene = play.game.scenario.scenes[item.scene]
    choices = {choice.id for choice in scene.choice}
    first = next(n for n, name in enumerate(item.better) if name in choices)
    asked = " / ".join(scene.step(name).text for name in item.better[:first])
    choice = item.better[first]
    if asked and choice == item.step:
        return said("mattered.better-asked", asked=asked)
    if asked:
        return said("mattered.better-both", asked=asked, decided=scene.step(choice).text)
    return said("mattered.better", decided=scene.step(choice).text)


def _end(end: DutyEnd) -> str:
    return duty_in_words(end.points, end.breached)


def _lost(lost: tuple[int, int]) -> str:
    """What was put out of reach; points that came with a breach are no consolation, and are not told."""
    breached, points = lost
    parts = [counted(breached, "mattered.breaches")] if breached else []
    parts += [counted(points, "mattered.points")] if points > 0 else []
    return said("common.and", one=parts[0], other=parts[1]) if len(parts) == 2 else "".join(parts)


def month_names(play: Play, courses: Courses) -> tuple[str, ...]:
    """The months of a course, as people say them; the last of a play that has ended is the end."""
    names = [month_in_words(add_months(play.game.scenario.date, month)) for month in courses.months]
    if play.ended:
        names[-1] = said("course.end", month=names[-1])
    return tuple(names)


def course_line(course: Course, title: str, months: tuple[str, ...]) -> str:
    """How a measure went: where it began, each month in which it changed, and where it stands at the last."""
    parts, before = [said("course.start", value=whole(course.start))], course.start
    for name, value in zip(months, course.values, strict=True):
        if value != before or name == months[-1]:
            parts.append(said("course.month", month=name, value=whole(value)))
        before = value
    return said("course.measure", title=title, course="; ".join(parts))


def suggestion_line(item: Suggestion) -> str:
    """What to play next, and why, in a sentence."""
    scenario = item.scenario
    if item.again:
        name = "suggestion.again" if item.left else "suggestion.long-ago"
        return said(name, title=scenario.title, left=_left(item.left))
    if item.theme:
        return said("suggestion.theme", title=scenario.title, theme=theme_name(item.theme), left=_left(item.left))
    themes = ", ".join(theme_name(theme) for theme in scenario.themes)
    return said("suggestion.fresh", title=scenario.title, themes=themes)


def _left(left: Left) -> str:
    parts = [counted(left.against, "suggestion.against")] if left.against else []
    parts += [counted(left.open, "suggestion.open")] if left.open else []
    return said("common.and", one=parts[0], other=parts[1]) if len(parts) == 2 else "".join(parts)
