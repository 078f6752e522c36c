"""A starting point for an author: a scenario, a rule with its source, or a whole pack, each sound as it stands."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from attrs import frozen

from lmcs_sim.author.schemas.parts import file_of
from lmcs_sim.faults import WrongUse, wrong_use
from lmcs_sim.scenario.checks import ID
from lmcs_sim.toml.packs import built_in

_TEMPLATES = Path(__file__).with_name("templates")


@frozen
class Draft:
    """A file that is to be written. A `shared` one is left as it is where it is there already."""

    path: Path
    text: str
    shared: bool = False


@frozen
class Begun:
    """What is to be written, and the commands to try next."""

    drafts: tuple[Draft, ...]
    next: tuple[str, ...]


def scenario_at(path: Path) -> Begun:
    """A small scenario that plays. Raises WrongUse for a path whose name cannot be an id."""
    path, name = _file(path, "scenario")
    return Begun(_scenario(path, name, _title(name), []), (_command("check", path), _command("play", path)))


def rules_at(path: Path) -> Begun:
    """A rule, and beside it the local source that it rests on.

    Raises WrongUse for a path that is not in a folder `rules`, or whose name cannot be an id.
    """
    path, name = _file(path, "rules")
    if path.absolute().parent.name != "rules":
        cure = f"Name a file in a pack's folder rules, such as {Path(path.parent, 'our-pack', 'rules', path.name)}"
        raise wrong_use("E052", "rules stand in the folder `rules` of a pack", f"{cure}.", str(path))
    pack = path.parent.parent if path.parent.name else path.absolute().parent.parent
    explained = f"{_command('--pack', pack)} rules explain {name}.tell-them-back"
    return Begun(_rules(path, name, pack), (_command("check", pack), explained))


def pack_at(path: Path) -> Begun:
    """A pack: a source, a rule, and a scenario in which they count. Raises WrongUse for a name that cannot be an id."""
    name = _typable(path, path.absolute().name, "pack")
    if path.is_file() or (path.is_dir() and any(path.iterdir())):
        raise _in_the_way(path, "there is something here already")
    story = f"{name}-first"
    drafts = (
        *_rules(path / "rules" / f"{name}.toml", name, path),
        *_scenario(path / "scenarios" / f"{story}.toml", story, "The last bus", [name]),
    )
    return Begun(drafts, (_command("check", path), f"{_command('--pack', path)} play {story}"))


KINDS: Mapping[str, Callable[[Path], Begun]] = {"scenario": scenario_at, "rules": rules_at, "pack": pack_at}
"""What can be begun, and how."""


def write(drafts: Sequence[Draft]) -> list[Path]:
    """Writes the drafts and says where. Raises WrongUse, having written nothing, where one would overwrite a file."""
    wanted = [draft for draft in drafts if not (draft.shared and draft.path.exists())]
    taken = [_in_the_way(draft.path, "there is a file here already").faults[0] for draft in wanted if _is_there(draft)]
    if taken:
        raise WrongUse(*taken)
    for draft in wanted:
        try:
            draft.path.parent.mkdir(parents=True, exist_ok=True)
            with draft.path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(draft.text)
        except OSError as error:
            cause = f"this cannot be written: {(error.strerror or 'unknown reason').lower()}"
            raise wrong_use("E052", cause, "Look at the folder and its permissions.", str(draft.path)) from error
    return [draft.path for draft in wanted]


def _is_there(draft: Draft) -> bool:
    return draft.path.exists() or draft.path.is_symlink()


def _in_the_way(path: Path, cause: str) -> WrongUse:
    return wrong_use("E052", cause, "Nothing is overwritten. Choose another name or folder.", str(path))


def _scenario(path: Path, name: str, title: str, sources: Sequence[str]) -> tuple[Draft, ...]:
    listed = ", ".join(f'"{source}"' for source in sources)
    text = _filled("scenario.toml", ID=name, TITLE=title, FILE=path.name, SOURCES=f"[{listed}]")
    return Draft(path, text), _schema("scenarios", "scenario", path.parent)


def _rules(path: Path, name: str, pack: Path) -> tuple[Draft, ...]:
    given = {"ID": name, "TITLE": _title(name), "FOLDER": pack.absolute().name}
    guidance = path.parent / "guidance"
    return (
        Draft(path, _filled("rules.toml", **given)),
        Draft(guidance / path.name, _filled("guidance.toml", **given)),
        _schema("rules", "rules", path.parent),
        _schema("rules/guidance", "guidance", guidance),
    )


def _schema(shipped: str, name: str, folder: Path) -> Draft:
    file = file_of(name)
    text = (built_in() / shipped / file).read_text(encoding="utf-8")
    return Draft(folder / file, text, shared=True)


def _filled(template: str, **words: str) -> str:
    text = (_TEMPLATES / template).read_text(encoding="utf-8")
    return re.sub(r"@([A-Z]+)@", lambda found: words[found[1]], text)


def _file(path: Path, kind: str) -> tuple[Path, str]:
    """The file that a path means, `.toml` added where it is left out, and the id that its name gives."""
    if path.is_dir():
        cure = f"Name a file in it, such as {path / 'first.toml'}."
        raise wrong_use("E052", "this is a folder, not a file", cure, str(path))
    name = _typable(path, path.name.removesuffix(".toml"), kind)
    return path.with_name(f"{name}.toml"), name


def _typable(path: Path, name: str, kind: str) -> str:
    if ID.fullmatch(name):
        return name
    near = re.sub(r"[^a-z0-9]+", "-", name.removesuffix(Path(name).suffix).lower()).strip("-")
    near = re.sub(r"^[^a-z]+", "", near) or f"first-{kind}"
    made = path.with_name(near if kind == "pack" else f"{near}.toml") if path.name else Path(near)
    cure = f"Use small letters, digits and hyphens, a letter first: lmcs-sim new {kind} {_typed(made)}"
    raise wrong_use("E038", f"{name!r} cannot be typed as an id", cure, str(path))


def _title(name: str) -> str:
    return name.replace("-", " ").capitalize()


def _command(name: str, path: Path) -> str:
    return f"lmcs-sim {name} {_typed(path)}"


def _typed(path: Path) -> str:
    """A path as it is typed in any shell."""
    return f'"{path}"' if " " in str(path) else str(path)
