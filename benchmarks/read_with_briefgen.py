"""Read a folder of texts as `briefgen extract` does and print how many seconds of the processor it took."""

import sys
import time
from pathlib import Path

from briefgen.cli.listing import as_jsonl
from briefgen.model.source import Unread
from briefgen.run import extract


def main(folder: str) -> None:
    """Read what is in `folder`, the first text twice, as the first time fills caches."""
    paths = sorted(Path(folder).iterdir())
    read(paths[:1])
    started = time.process_time()
    read(paths)
    print(time.process_time() - started)


def read(paths: list[Path]) -> None:
    """Read all, keep nothing; raises `ValueError` where one is not read."""
    for found in extract(paths):
        if isinstance(found, Unread):
            raise ValueError(f"{found.name} {found.problem}")
        as_jsonl(found)


if __name__ == "__main__":
    main(sys.argv[1])
