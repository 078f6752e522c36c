"""Kill -9 at any moment: nothing that was shown as decided is lost, nothing is unreadable, and play goes on."""

import contextlib
import gc
import os
import random
import select
import shutil
import signal
import sqlite3
import subprocess
import sys
import time

import pytest
from running import ROOT, SMALL_VISIT, run

from lmcs_sim.cli.main import main
from lmcs_sim.play.play import replay
from lmcs_sim.store.opening import open_session
from lmcs_sim.store.place import NAME, url_of
from lmcs_sim.store.plays import Store

KILLS = 200
PATHS = (
    ("ask-how", "turn-her-away", "say-what-you-know", "file-them"),
    ("ask-how", "pass-it-on", "put-a-question", "tell-the-chief-executive"),
    ("ask-officer", "pass-it-on", "cast-the-vote", "tell-the-chief-executive"),
    ("turn-her-away", "cast-the-vote", "file-them"),
)
PLAY = ["play", str(SMALL_VISIT), "--plain", "--as", "k", "--seed", "1"]


class Player:
    """The plain face in a forked child, its input and output on pipes."""

    def __init__(self, folder):
        self.shown = b""
        input_read, self._input = os.pipe()
        self._output, output_write = os.pipe()
        self.id = os.fork()
        if self.id == 0:
            self._play(input_read, output_write, folder)
        os.close(input_read)
        os.close(output_write)

    def _play(self, given, told, folder):
        code = 99
        gc.disable()
        try:
            os.dup2(given, 0)
            os.dup2(told, 1)
            os.dup2(os.open(folder / "errors.txt", os.O_WRONLY | os.O_CREAT | os.O_APPEND), 2)
            for end in (given, told, self._input, self._output):
                os.close(end)
            os.environ["LMCS_SIM_STORE"] = str(folder)
            sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w"), open(2, "w")  # noqa: SIM115
            code = main(PLAY)
            sys.stdout.flush()
            sys.stderr.flush()
        finally:
            os._exit(code)

    def say(self, line):
        with contextlib.suppress(BrokenPipeError):
            os.write(self._input, f"{line}\n".encode())

    def listen(self, until):
        """Reads what is shown until a moment, or until a prompt is the last thing shown; whether it is over."""
        while (left := until - time.monotonic()) > 0:
            if not select.select([self._output], [], [], left)[0]:
                return True
            if not self._read():
                return True
            if self.shown.endswith(b"> "):
                return False
        return True

    def _read(self):
        more = os.read(self._output, 65536)
        self.shown += more
        return more

    def kill(self):
        """Kills it, and gives whether it was still alive."""
        os.kill(self.id, signal.SIGKILL)
        _, status = os.waitpid(self.id, 0)
        while self._read():
            pass
        os.close(self._input)
        os.close(self._output)
        return os.WIFSIGNALED(status)

    @property
    def steps_shown(self):
        """How many steps were shown as made."""
        lines = self.shown.decode().split("\n")
        return sum(line.startswith(("Answer: ", "Result: ")) for line in lines)


@pytest.fixture
def quick(shipped, monkeypatch):
    """Children share the rulebook that is already read; everything else they do as always."""
    monkeypatch.setattr("lmcs_sim.toml.packs.load_rulebook", lambda packs: shipped)


def kept_in(folder):
    """The steps of the play that is kept last and its ending; none where nothing is kept yet."""
    store = Store(url_of(folder))
    plays = store.plays("k")
    store.close()
    return (plays[0].log.steps, plays[0].ending) if plays else ((), None)


def play_until(folder, given, moment, at_once):
    """Plays steps until a moment from now and then kills; gives the player and whether it was alive."""
    until = time.monotonic() + moment
    player = Player(folder)
    waiting = list(given)
    if at_once:
        while waiting:
            player.say(waiting.pop(0))
    over = False
    while not over:
        over = player.listen(until)
        if not over and waiting:
            player.say(waiting.pop(0))
        elif not over:
            # Everything is said: what is left is shown without our help.
            over = player.listen(until)
    return player, player.kill()


def readable(folder, game):
    """Checks the database itself and every play in it; gives how many plays there are."""
    if (folder / NAME).exists():
        with contextlib.closing(sqlite3.connect(folder / NAME)) as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    store = Store(url_of(folder))
    plays = store.plays()
    for saved in plays:
        play, parted = replay(game, saved.log)
        assert parted is None
        assert saved.ending == (play.ending.id if play.ended else None)
    store.close()
    return len(plays)


def goes_on(folder, book, file, path):
    """Plays on from what is kept to the end."""
    store = Store(url_of(folder))
    session, _ = open_session(store, book, file, "k", 1, anew=False)
    for name in path[len(session.play.log.steps) :]:
        session.take(name)
    assert session.play.ended
    assert store.get(session.id).ending == session.play.ending.id
    store.close()


def whole_life(tmp_path):
    """How long an undisturbed play takes, from its first moment to its last."""
    # Once in this process first, so that each child finds everything imported and lives the play itself.
    assert run(*PLAY, given="\n".join(PATHS[0])).code == 0
    lives = []
    for number in range(5):
        folder = tmp_path / f"life-{number}"
        folder.mkdir()
        before = time.monotonic()
        player = Player(folder)
        for name in (*PATHS[0], "quit"):
            player.say(name)
        while player._read():
            pass
        lives.append(time.monotonic() - before)
        player.kill()
        assert player.steps_shown == len(PATHS[0])
        assert kept_in(folder) == (PATHS[0], "observer")
    return sorted(lives)[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_killing_it_again_and_again_loses_nothing_that_was_shown(quick, shipped, small_file, small_game, tmp_path):
    chance = random.Random(20120514)
    life = whole_life(tmp_path)
    kills = shown = unshown = resumed = 0
    moments = set()
    folder = None
    for turn in range(KILLS * 5):
        if kills == KILLS:
            break
        if folder is None or chance.random() < 0.2:
            if folder is not None:
                shutil.rmtree(folder)
            folder = tmp_path / f"store-{turn}"
            folder.mkdir()
        before, ended = kept_in(folder) if (folder / NAME).exists() else ((), None)
        base = () if ended else before
        path = chance.choice([path for path in PATHS if path[: len(base)] == base])
        given = path[len(base) :]
        player, alive = play_until(folder, given, chance.random() * life, at_once=chance.random() < 0.5)
        after, _ = kept_in(folder)
        new = after[len(base) :]
        if player.steps_shown == 0 and after == before:
            new = ()
        else:
            assert after[: len(base)] == base, (base, after)
        assert new == given[: len(new)], "a step was kept that nobody took"
        assert player.steps_shown <= len(new), f"{player.steps_shown} steps were shown as made and {len(new)} kept"
        assert len(new) <= player.steps_shown + 1
        readable(folder, small_game)
        assert (folder / "errors.txt").read_text() == "" if (folder / "errors.txt").exists() else True
        kills += alive
        # The machine's speed changes under us: the moments follow it, so that they fall over the whole life.
        life *= 0.85 if not alive else 1.06 if not player.steps_shown else 1.0
        shown += player.steps_shown
        unshown += len(new) - player.steps_shown
        resumed += bool(base and new)
        moments.add((len(after), len(new) - player.steps_shown, bool(player.shown)))
        if chance.random() < 0.15:
            goes_on(folder, shipped, small_file, path)
    assert kills == KILLS
    # The kills fell before, between and after the steps, and on plays that were gone on with.
    assert shown > KILLS / 8
    assert resumed >= 3
    assert len({count for count, _, _ in moments}) >= 4
    print(f"{kills} kills, {shown} steps shown, {unshown} kept before they could be shown, {resumed} gone on with")


@pytest.mark.parametrize("steps", [1, 2, 3])
def test_a_real_process_killed_as_soon_as_it_has_shown_a_step_has_kept_it(tmp_path, steps, small_game):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LMCS_SIM_STORE": str(tmp_path), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "lmcs_sim", *PLAY]
    process = subprocess.Popen(command, stdin=-1, stdout=-1, cwd=tmp_path, env=environment, bufsize=0)
    process.stdin.write("".join(f"{name}\n" for name in PATHS[0][:steps]).encode())
    shown = b""
    while shown.count(b"\nAnswer: ") + shown.count(b"\nResult: ") < steps:
        more = process.stdout.read(65536)
        assert more, shown
        shown += more
    process.kill()
    process.communicate()
    assert kept_in(tmp_path) == (PATHS[0][:steps], None)
    assert readable(tmp_path, small_game) == 1
