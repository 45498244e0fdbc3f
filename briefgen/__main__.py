"""Run the command line as `python -m briefgen`."""

import gc

gc.set_threshold(
    200_000
)  # as `briefgen.cli` does, but before its imports: they make no cycles worth a search

from briefgen.cli import main  # noqa: E402 - the line above has to come first

main(prog_name="briefgen")
