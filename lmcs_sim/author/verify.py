"""Whether a source's quotes stand in its text, and the record of it in the source's own file."""

import datetime as dt
import hashlib
import os
import re
from collections.abc import Sequence
from pathlib import Path

import tomli
from attrs import frozen

from lmcs_sim.faults import Fault, LmcsError, Place, did_you_mean, fault, wrong_use
from lmcs_sim.guidance.provision import Provision
from lmcs_sim.guidance.quotes import Checked, check_all
from lmcs_sim.guidance.source import Source, Verified
from lmcs_sim.play.record import Data
from lmcs_sim.toml.files import load, placed
from lmcs_sim.toml.locate import Locator
from lmcs_sim.toml.packs import built_in
from lmcs_sim.toml.reader import Document
from lmcs_sim.toml.rule_files import GuidanceFile

_LINE = re.compile(r"(\s*verified\s*=\s*)\{[^{}]*\}")


@frozen
class Held:
    """A source, the file it stands in, and its provisions, each with its file and its position there."""

    source: Source
    document: Document
    provisions: tuple[tuple[Provision, Document, int], ...]


@frozen
class Verification:
    """What a check of a source against a text found."""

    held: Held
    sha256: str
    """Of the text's bytes."""
    found: tuple[Checked, ...]

    @property
    def failed(self) -> tuple[Checked, ...]:
        """The provisions whose words do not stand where they say."""
        return tuple(item for item in self.found if not item.ok)


def find_source(name: str, packs: Sequence[Path]) -> Held:
    """A source of the packs, by its id. Raises WrongUse for an id that no pack has."""
    paths = [path for pack in packs for path in sorted((pack / "rules" / "guidance").glob("*.toml"))]
    files = [load(path, GuidanceFile) for path in paths]
    sources = {file.source.id: (file.source, document) for file, document in files if file.source is not None}
    if name not in sources:
        raise wrong_use("E051", f"there is no source {name!r}", did_you_mean(name, sources))
    provisions = [
        (item, document, position)
        for file, document in files
        for position, item in enumerate(file.provision)
        if item.source == name
    ]
    return Held(*sources[name], tuple(provisions))


def verify(held: Held, text: Path) -> Verification:
    """A check of every provision of a source. Raises LmcsError for a text that cannot be read."""
    raw = _bytes_of(text)
    try:
        words = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _unreadable(text, "the text is not UTF-8", "Save it as UTF-8 plain text.") from None
    found = check_all([item for item, _, _ in held.provisions], words, held.source.id)
    return Verification(held, hashlib.sha256(raw).hexdigest(), found)


def _bytes_of(text: Path) -> bytes:
    try:
        return text.read_bytes()
    except OSError as error:
        cause = f"the text cannot be read: {(error.strerror or 'unknown reason').lower()}"
        raise _unreadable(text, cause, "Name the source's own text, as a plain text file.") from None


def _unreadable(text: Path, cause: str, cure: str) -> LmcsError:
    return LmcsError(Fault("E001", cause, cure, Place(str(text), 1, 1)))


def faults_of(verification: Verification) -> list[Fault]:
    """A fault for each word or place that failed, where it stands in the source's file."""
    rows = {item.id: (item, document, position) for item, document, position in verification.held.provisions}
    found: list[Fault] = []
    for item in verification.failed:
        provision, document, position = rows[item.id]
        bad = [_fault_of(key, item, provision).within("provision", position) for key in item.failed]
        found += placed(bad, document)
    return found


def _fault_of(key: str, item: Checked, provision: Provision) -> Fault:
    place = provision.stem_pinpoint or item.place if key.startswith("stem") else item.place
    cause = {
        "pinpoint": f"{item.id}: the text has no {place!r}",
        "stem-pinpoint": f"{item.id}: the text has no {place!r}",
        "quote": f"{item.id}: the quote is not at {place}: {provision.quote!r}",
        "stem": f"{item.id}: the stem is not at {place}: {provision.stem!r}",
        "operative": f"{item.id}: neither {place} nor its stem has these operative words: {provision.operative!r}",
    }[key]
    if not item.nearest:
        return fault("E070", cause, "Nothing in the text is like it. Is this the text of that source?", key)
    return fault("E070", cause, f"The nearest passage, at {item.nearest_place}: {item.nearest}", key)


def verification_record(verification: Verification, recorded: Verified | None) -> Data:
    """What a check found, as plain data."""
    held = verification.held
    return {
        "source": held.source.id,
        "sha256": verification.sha256,
        "provisions": len(verification.found),
        "passed": len(verification.found) - len(verification.failed),
        "failed": [
            {
                "provision": item.id,
                "pinpoint": item.place,
                "failed": list(item.failed),
                "nearest_pinpoint": item.nearest_place,
                "nearest": item.nearest,
            }
            for item in verification.failed
        ],
        "recorded": None if recorded is None else {"sha256": recorded.sha256, "on": recorded.on.isoformat()},
    }


def record(verification: Verification, day: dt.date) -> str | None:
    """Writes the check into the source's file, by one line of it. What kept it from that; None where nothing did."""
    held = verification.held
    path = Path(held.document.file).resolve()
    line = verified_line(Verified(verification.sha256, day))
    if path.is_relative_to(built_in().resolve()) and built_in().name == "data":
        return f"{path.name} ships with the program, which is installed: nothing was recorded in it."
    by_hand = f"Nothing was recorded. Write this line under [source] in {held.document.file}: {line}"
    try:
        raw = path.read_bytes()
        if not os.access(path, os.W_OK):
            return f"{held.document.file} may not be written to. {by_hand}"
        changed = with_line(raw.decode("utf-8"), line)
        if changed is None:
            return by_hand
        _replace(path, changed.encode("utf-8"))
    except OSError as error:
        return f"{held.document.file} cannot be written ({(error.strerror or 'unknown reason').lower()}). {by_hand}"
    return None


def verified_line(verified: Verified) -> str:
    """The line of a source's file that records a check."""
    return f'verified = {{ sha256 = "{verified.sha256}", on = {verified.on.isoformat()} }}'


def with_line(text: str, line: str) -> str | None:
    """A source file's text with the line in its [source], and nothing else changed; None where that cannot be."""
    locator = Locator(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    lines = text.split("\n")
    if ("source", "verified") in locator.paths():
        row = locator.place(("source", "verified"))[0] - 1
        match = _LINE.match(lines[row])
        if match is None:
            return None
        lines[row] = match[1] + line.partition("= ")[2] + lines[row][match.end() :]
    else:
        row = locator.place(("source", "checked"))[0]
        indent = re.match(r"\s*", lines[row - 1])
        ending = "\r" if lines[row - 1].endswith("\r") else ""
        lines.insert(row, (indent[0] if indent and not lines[row - 1].startswith("\r") else "") + line + ending)
    changed = "\n".join(lines)
    return changed if _only_verified(text, changed, line) else None


def _only_verified(before: str, after: str, line: str) -> bool:
    """Whether two texts of a file say the same but for the line. TOML has more shapes than a line edit knows."""
    try:
        old, new = (tomli.loads(text.removeprefix("\ufeff")) for text in (before, after))
    except tomli.TOMLDecodeError:
        return False
    old["source"] = {**old["source"], **tomli.loads(line)}
    return old == new


def _replace(path: Path, raw: bytes) -> None:
    """Puts a file in another's place whole, so that no fault leaves half of it."""
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(raw)
        os.chmod(beside, path.stat().st_mode)
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)
