"""docs/play.md names every setting, and the file it shows can be read."""

import re

import tomli
from running import ROOT

from lmcs_sim.settings.keys import keys_in
from lmcs_sim.settings.settings import DEFAULTS, THEMES, settings_in

PAGE = (ROOT / "docs" / "play.md").read_text(encoding="utf-8")
SECTION = PAGE.partition("\n## Settings and keys\n")[2].partition("\n## ")[0]


def test_every_setting_is_named_with_what_it_is_without_a_file():
    rows = dict(re.findall(r"^\| `(\w+)` \| ([^|]+) \|", SECTION, re.M))
    assert rows.keys() == DEFAULTS.keys()
    for name, value in DEFAULTS.items():
        if isinstance(value, bool):
            assert rows[name] == ("`on`" if value else "`off`")
    assert rows["theme"] == f"`{DEFAULTS['theme']}`"
    assert all(f"`{theme}`" in SECTION for theme in THEMES)


def test_the_file_that_is_shown_can_be_read():
    (shown,) = re.findall(r"```toml\n(.*?)```", SECTION, re.S)
    settings, wrong = settings_in(tomli.loads(shown))
    assert wrong == []
    assert settings.keys["undo"] == ("z", "f2")


def test_the_clash_that_is_shown_is_told_so():
    (bad,) = keys_in({"undo": ["h"]})[1]
    assert f"error[E042]: {bad.cause}\n  {bad.cure}\n" in SECTION
