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

    BRIEF is a brief.json, or a PDF that briefgen wrote, which carries it. Each sentence that changed
    or moved is told with the lines of the brief that rest on it, each source that is missing by its name,
    and the exit status is then 1.
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
        _tell_source(name, tuple(one for one in ones if not one.missing))
    tell(f"{verdict.name}: {_summary(verdict)}")


def _summary(verdict: "Verdict") -> str:
    """How many sentences were looked at, and what became of them."""
    found = verdict.mismatches
    missing = sum(one.missing for one in found)
    moved = sum(one.shift is not None for one in found)
    changed = len(found) - missing - moved
    checked = verdict.citations - missing
    told = [f"{number:,} {how}" for number, how in ((changed, "changed"), (moved, "moved")) if number]
    parts = []
    if checked:
        base = f"{count(checked, 'cited sentence')} of {count(verdict.base, 'source')} checked"
        parts.append(f"{base}, {' and '.join(told) or 'all stand unchanged'}")
    if missing:
        parts.append(f"{count(missing, 'cited sentence')} could not be checked, as the source is missing")
    around = ", though a source changed elsewhere" if verdict.sources and not found else ""
    if verdict.earlier:
        kept = count(verdict.earlier, "sentence")
        around += f"; {kept} taken from the earlier edition, whole and not read again"
    return "; ".join(parts) + around


def _tell_source(name: str, mismatches: tuple["Mismatch", ...]) -> None:
    """What is the matter with one source: that its text was shifted as a whole, or each sentence."""
    far = mismatches[0].shift if mismatches else None
    if len(mismatches) > 1 and far is not None and all(one.shift == far for one in mismatches):
        moved = f"the words of {len(mismatches):,} cited sentences stand, but not at their places"
        tell(f"{name}: {moved}: all {count(abs(far), 'character')} {'later' if far > 0 else 'earlier'}")
        return
    for one in mismatches:
        tell(f"{one.source}, {one.evidence.locator} ({one.evidence.id}): {one.problem}")
        for line in one.lines:
            tell(f"  {line}")
