"""`briefgen verify`."""

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli.output import PROBLEMS, count, tell

if TYPE_CHECKING:
    from briefgen.checks import Mismatch
    from briefgen.run import Verdict


EXAMPLES = """\b
Examples:
  briefgen verify output/seeds/brief.json
  briefgen verify analyst.pdf --sources archive/2024-10/
"""


@click.command(short_help="Hold a brief against its sources, byte for byte.", epilog=EXAMPLES)
@click.argument("brief", type=click.Path(path_type=Path, readable=False))
@click.option(
    "--sources",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Where the sources are; may be given more than once. "
    "[default: by their names, below the working folder and the folders above BRIEF]",
)
@click.pass_context
def verify(context: click.Context, brief: Path, sources: tuple[Path, ...]) -> None:
    """Read every sentence that BRIEF cites again in its source, and compare them byte for byte.

    BRIEF is a brief.json, or a PDF that briefgen wrote, which carries it. Each sentence that changed,
    moved or is missing is told with the lines of the brief that rest on it, and the exit status is then 1.
    Where a source changed, but no sentence that is cited, the exit status is 3.
    """
    from briefgen import run

    verdict = run.verify(brief, sources)
    _tell(verdict)
    if not verdict.holds:
        context.exit(1 if verdict.mismatches else PROBLEMS)


def _tell(verdict: "Verdict") -> None:
    for name, path in verdict.renamed:
        tell(f"{name}: compared with {path}, which has its bytes")
    for name, problem in verdict.sources:
        tell(f"{name}: {problem}")
    for name, ones in groupby(verdict.mismatches, key=lambda one: one.source):
        _tell_source(name, tuple(ones))
    checked = f"{count(verdict.citations, 'cited sentence')} of {count(verdict.base, 'source')} checked"
    changed = len(verdict.mismatches)
    told = f"{changed:,} of them changed, moved or missing" if changed else "all stand unchanged"
    around = ", though a source changed elsewhere" if verdict.sources and not changed else ""
    tell(f"{verdict.name}: {checked}, {told}{around}")


def _tell_source(name: str, mismatches: tuple["Mismatch", ...]) -> None:
    """What is the matter with one source: that its text was shifted as a whole, or each sentence."""
    far = mismatches[0].shift
    if len(mismatches) > 1 and far is not None and all(one.shift == far for one in mismatches):
        moved = f"the words of {len(mismatches):,} cited sentences stand, but not at their places"
        tell(f"{name}: {moved}: all {count(abs(far), 'character')} {'later' if far > 0 else 'earlier'}")
        return
    for one in mismatches:
        tell(f"{one.source}, {one.evidence.locator} ({one.evidence.id}): {one.problem}")
        for line in one.lines:
            tell(f"  {line}")
