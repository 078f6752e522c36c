"""Prints the one fenced line under a heading of README.md: `readme_line.py Play`."""

import re
import sys
from pathlib import Path

text = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
section = re.search(rf"^## {sys.argv[1]}\n(.*?)(?=^## |\Z)", text, re.M | re.S)
lines = re.findall(r"^```sh\n(.*?)\n```$", section.group(1) if section else "", re.M | re.S)
if len(lines) != 1 or "\n" in lines[0]:
    sys.exit(f"README.md: the section {sys.argv[1]} needs one fenced line")
print(lines[0])
