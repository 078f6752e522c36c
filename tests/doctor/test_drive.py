from pathlib import Path

import pytest

from lmcs_sim.doctor import drive as room
from lmcs_sim.doctor.drive import drive_looks, mounted_as
from lmcs_sim.doctor.look import Part

MOUNTS = """\
22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
23 22 0:40 / /home rw,relatime shared:1 - nfs4 server:/home rw
24 23 0:41 / /home/ann/my\\040share rw - cifs //server/share rw
25 22 0:42 / /mnt/twice rw - cifs //server/one rw
26 22 0:43 / /mnt/twice rw - ext4 /dev/sdb1 rw
27 22 0:44 / /mnt/ssh rw - fuse.sshfs ann@server: rw
a line that is not understood
"""


@pytest.fixture
def mounts(tmp_path, monkeypatch):
    """The list of what is mounted, made up."""
    file = tmp_path / "mountinfo"
    file.write_text(MOUNTS)
    monkeypatch.setattr(room, "MOUNTS", file)
    return file


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/var/lib", "ext4"),
        ("/home/ann", "nfs4"),
        ("/homely", "ext4"),
        ("/home/ann/my share/plays", "cifs"),
        ("/mnt/twice/plays", "ext4"),
    ],
)
def test_a_folder_lies_in_the_deepest_mount_that_holds_it(folder, kind):
    assert mounted_as(Path(folder), MOUNTS) == kind


@pytest.mark.parametrize(
    ("folder", "found"),
    [
        ("/home/ann", "on a network drive (nfs4)"),
        ("/home/ann/my share", "on a network drive (cifs)"),
        ("/mnt/ssh", "on a network drive (fuse.sshfs)"),
        ("/home/ann/OneDrive - Thornmere Council/plays", "inside OneDrive - Thornmere Council, which"),
        ("/var/Dropbox/plays", "inside Dropbox, which copies files over the network"),
    ],
)
@pytest.mark.usefixtures("mounts")
def test_a_drive_over_the_network_is_a_warning(folder, found):
    (look,) = drive_looks(Part("place"), Path(folder))
    assert look.state == "warning"
    assert look.found.startswith(found)


@pytest.mark.usefixtures("mounts")
def test_a_drive_of_ones_own_is_all_right():
    (look,) = drive_looks(Part("place"), Path("/var/Dropboxes"))
    assert (look.state, look.found) == ("ok", "on this computer's own drive, as far as one can tell")


def test_where_it_cannot_be_told_that_is_said(mounts):
    mounts.unlink()
    (look,) = drive_looks(Part("place"), Path("/var"))
    assert (look.state, look.found) == ("ok", "whether it is on a network cannot be told here")
