"""The drive a folder is on: whether it is shared or kept in step over a network, as far as one can tell."""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from lmcs_sim.doctor.look import Look, Part

MOUNTS = Path("/proc/self/mountinfo")
"""Where Linux lists what is mounted."""

_NETWORK = re.compile(r"nfs\d?|cifs|smb\w*|afs|9p|ceph|davfs|fuse\.(sshfs|rclone|davfs\w*|glusterfs|s3fs)")
_KEPT_IN_STEP = re.compile(r"(onedrive|dropbox|google ?drive|icloud|mobile documents)\b", re.I)
_REMOTE = 4
"""What Windows calls the kind of a drive that is elsewhere."""

_CURE = "Set LMCS_SIM_STORE to a folder on this computer's own drive."


def drive_looks(part: Part, folder: Path) -> Iterator[Look]:
    """How the drive of a folder that is there stands."""
    real = Path(os.path.realpath(folder))
    keeper = next((name for name in real.parts if _KEPT_IN_STEP.match(name)), None)
    kind = network_kind(real)
    if keeper is not None:
        means = "A copy made in the middle of a play can spoil it, or bring an old one back."
        yield part.warning("drive", f"inside {keeper}, which copies files over the network", means, _CURE)
    elif kind:
        means = "Two windows at once may spoil the saves: a network drive does not always keep them apart."
        yield part.warning("drive", f"on a network drive ({kind})", means, _CURE)
    elif kind is None:
        yield part.ok("drive", "whether it is on a network cannot be told here")
    else:
        yield part.ok("drive", "on this computer's own drive, as far as one can tell")


def network_kind(folder: Path) -> str | None:
    """The kind of network drive a folder is on; empty for none, None where it cannot be told."""
    if sys.platform == "win32":
        return _windows_kind(folder)
    try:
        mounts = MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return None
    kind = mounted_as(folder, mounts)
    return kind if _NETWORK.fullmatch(kind) else ""


def mounted_as(folder: Path, mounts: str) -> str:
    """The kind of what a folder lies in, in Linux's own list: the deepest mount, and of two at one place the last."""
    deepest, kind = -1, ""
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        if not after:
            continue
        place = Path(_unescaped(before.split()[4]))
        if folder.is_relative_to(place) and len(place.parts) >= deepest:
            deepest, kind = len(place.parts), after.split()[0]
    return kind


def _unescaped(text: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found.group(1), 8)), text)


def _windows_kind(folder: Path) -> str:  # pragma: no cover
    if folder.drive.startswith("\\\\"):
        return folder.drive
    import ctypes

    kind: int = ctypes.windll.kernel32.GetDriveTypeW(folder.anchor)  # type: ignore[attr-defined, unused-ignore]
    return folder.drive if kind == _REMOTE else ""
