"""Run code as somebody whom permissions bind: as root, they would bind nobody."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NOBODY = 65534
"""The user without rights on Linux; elsewhere a number that owns nothing."""

DROP = f"""
import os
if os.geteuid() == 0:
    os.setgroups([])
    os.setegid({NOBODY})
    os.seteuid({NOBODY})
"""


@contextmanager
def open_folder() -> Iterator[Path]:
    """A folder that everybody may enter, which those that pytest makes are not."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def run_unprivileged(imports: str, code: str, *arguments: Path) -> str:
    """What `code` prints; `imports` are done first, for the libraries may be out of its reach."""
    ran = subprocess.run(
        [sys.executable, "-c", imports + DROP + code, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout
