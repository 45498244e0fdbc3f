"""`briefgen verify`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli.output import count, tell

if TYPE_CHECKING:
    from briefgen.run import Verdict


EXAMPLES = """\b
Examples:
  briefgen verify output/seeds/brief.json
  briefgen verify analyst.pdf --sources archive/2024-10/
"""


@click.command(short_help="Hold a brief against its sources, byte for byte.", epilog=EXAMPLES)
@click.argument("brief", type=click.Path(path_type=Path))
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
    """
    from briefgen import run

    verdict = run.verify(brief, sources)
    _tell(verdict)
    if not verdict.holds:
        context.exit(1)


def _tell(verdict: "Verdict") -> None:
    for name, problem in verdict.sources:
        tell(f"{name}: {problem}")
    for one in verdict.mismatches:
        tell(f"{one.source}, {one.evidence.locator} ({one.evidence.id}): {one.problem}")
        for line in one.lines:
            tell(f"  {line}")
    checked = f"{count(verdict.citations, 'cited sentence')} of {count(verdict.base, 'source')} checked"
    changed = len(verdict.mismatches)
    told = "all stand unchanged" if verdict.holds else f"{changed:,} of them changed, moved or missing"
    tell(f"{verdict.name}: {checked}, {told}")
