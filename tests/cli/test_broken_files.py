"""A thousand broken files, and a few that are broken on a large scale: each is said, soon, and in bounded memory."""

import json
import re
import time

import pytest
from broken_files import broken, large
from running import run, run_python

FAULT = re.compile(r"(\S+):(\d+):(\d+): (?:error|warning|note)\[[EWN]\d{3}\]: \S.*\n((?:  \| .*\n){0,2})  \S.*\n")
LONGEST_SAID = 300_000
"""Characters: two hundred faults of six lines."""
SECONDS = 5
MEGABYTES = 700
EACH_BATCH = 50

LARGE = """
import json, resource, sys, time
from lmcs_sim.cli.main import main
from lmcs_sim.toml import packs
resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
book = packs.load_rulebook(packs.find_packs())
packs.load_rulebook = lambda _: book
for path in sys.argv[1:]:
    began = time.process_time()
    code = main(["check", path])
    print(json.dumps({"path": path, "code": code, "seconds": time.process_time() - began}), flush=True)
    print(f"END {path}", file=sys.stderr, flush=True)
print(json.dumps(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024))
"""


@pytest.fixture
def one_rulebook(monkeypatch, shipped):
    """The rulebook is read once for all the files."""
    monkeypatch.setattr("lmcs_sim.toml.packs.load_rulebook", lambda packs: shipped)


def said_wrong(ran, path):
    """What is not as it should be in what a command said of a broken file."""
    found = FAULT.findall(ran.err)
    rest = FAULT.sub("", ran.err)
    if ran.code not in (0, 1) or "E090" in ran.err:
        yield f"exit code {ran.code}: {ran.err[-300:]}"
    if not re.fullmatch(r"1 file: .*\.\n", rest):
        yield f"neither fault nor sum: {rest[:300]!r}"
    if re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", ran.err):
        yield "something that a terminal would obey"
    if any(file != str(path) or int(line) < 1 or int(column) < 1 for file, line, column, _ in found):
        yield "a place that is none"
    if any(shown and not re.fullmatch(r"  \| .*\n  \| *\^\n", shown) for *_, shown in found):
        yield "a line without its caret"
    if len(ran.err) > LONGEST_SAID:
        yield f"{len(ran.err)} characters"


@pytest.mark.parametrize("first", range(0, 1_000, EACH_BATCH))
def test_a_broken_file_ends_in_a_clear_message(first, tmp_path, one_rulebook):
    path = tmp_path / "broken.toml"
    codes, wrong = [], {}
    for number in range(first, first + EACH_BATCH):
        path.write_bytes(broken(number))
        began = time.process_time()
        ran = run("check", path)
        took = time.process_time() - began
        codes.append(ran.code)
        found = [*said_wrong(ran, path), *([f"{took:.1f} seconds"] if took > SECONDS else [])]
        if found:
            wrong[number] = found
    assert wrong == {}
    assert codes.count(1) > EACH_BATCH / 2


@pytest.mark.parametrize("number", range(0, 1_000, 97))
def test_playing_a_broken_file_ends_in_the_same_message(number, tmp_path, one_rulebook):
    path = tmp_path / "broken.toml"
    path.write_bytes(broken(number))
    checked = run("check", "--format", "json", path)
    errors = [bad for bad in json.loads(checked.out) if bad["severity"] == "error"]
    played = run("play", path, "--choose", "turn-her-away")
    assert played.code in (0, 1, 2)
    assert "E090" not in played.err
    for bad in errors if played.code == 1 else []:
        assert f"{path}:{bad['line']}:{bad['column']}: error[{bad['code']}]" in played.err


def test_a_large_file_ends_in_a_clear_message_soon_and_in_bounded_memory(tmp_path):
    paths = []
    for name, text in large():
        paths.append(tmp_path / f"{name}.toml")
        paths[-1].write_bytes(text)
    ran = run_python(LARGE, *paths)
    *told, megabytes = [json.loads(line) for line in ran.out.splitlines()]
    assert [item["path"] for item in told] == [str(path) for path in paths]
    assert [item for item in told if item["code"] != 1 or item["seconds"] > SECONDS] == []
    for path, said in zip(paths, re.split(r"^END .*\n", ran.err, flags=re.MULTILINE), strict=False):
        assert FAULT.match(said), path
        assert len(said) < LONGEST_SAID, path
    assert megabytes < MEGABYTES
