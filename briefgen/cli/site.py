"""`briefgen site`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli import project
from briefgen.cli.output import PROBLEMS, count, tell, tell_problems

if TYPE_CHECKING:
    from briefgen.cli.archive import Outcome

EXAMPLES = """\b
Examples:
  briefgen site                the only job of briefgen.toml
  briefgen site daily weekly --output /srv/briefs
  briefgen site --all --audience public --ceiling TLP:CLEAR --address https://example.org/briefs
"""


def _address(context: click.Context, option: click.Parameter, words: str | None) -> str | None:
    if words is not None and not words.startswith(("https://", "http://", "file://")):
        raise click.BadParameter("write where the folder is served, such as https://example.org/briefs")
    return words


@click.command(short_help="Write an archive of all editions, with a search, as plain files.", epilog=EXAMPLES)
@click.argument("jobs", nargs=-1, metavar="[JOB]...", shell_complete=project.job_names)
@click.option("--all", "all_of_them", is_flag=True, help="Every job.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Where it is written. [default: site, beside briefgen.toml]",
)
@click.option("--audience", metavar="NAME", help="Whose briefs are shown. [default: the first of each job]")
@click.option("--ceiling", metavar="MARKING", help="Leave out what is marked above this.")
@click.option(
    "--address", callback=_address, metavar="URL", help="Where DIR is served, for the links of the feeds."
)
@click.option(
    "--labels",
    type=click.Choice(["en", "de"]),
    default="en",
    show_default=True,
    help="The language of its own words.",
)
@project.config_option
@click.pass_context
def site(
    context: click.Context,
    jobs: tuple[str, ...],
    all_of_them: bool,
    output: Path | None,
    audience: str | None,
    ceiling: str | None,
    address: str | None,
    labels: str,
    config: Path | None,
) -> None:
    """Write the editions of each JOB as an archive that any browser can read, from a file share too.

    An index, a page and an Atom feed for each job, the files of the editions, and a search over all claims.
    No server is needed and nothing is loaded from elsewhere. What did not change is not written again; what
    an earlier archive wrote there and no longer belongs is removed; other files are left alone.
    """
    from briefgen.cli.archive import Wish, make_site

    found = project.load(config)
    chosen = project.jobs_named(found, jobs, all_of_them)
    _check_ceiling(ceiling)
    folder = output or found.path.parent / "site"
    wish = Wish(chosen, folder.absolute(), audience, ceiling, address, labels)
    with project.opened(found) as store:
        outcome = make_site(store, wish)
    _tell(outcome, folder, ceiling)
    context.exit(PROBLEMS if outcome.problems else 0)


def _check_ceiling(ceiling: str | None) -> None:
    from briefgen.model.marking import mistaken_label

    if ceiling is not None and (mistake := mistaken_label(ceiling)):
        raise click.BadParameter(mistake, param_hint="--ceiling")


def _tell(outcome: "Outcome", folder: Path, ceiling: str | None) -> None:
    held = f"{count(outcome.editions, 'edition')}, {count(outcome.records, 'passage')} to search"
    files = (
        f"{outcome.written:,} files written, {outcome.unchanged:,} as they were, {outcome.removed:,} removed"
    )
    tell(f"{folder / 'index.html'}: {held}; {files}")
    if outcome.withheld:
        above = f"above {ceiling}" if ceiling else "above what their audience may see now"
        tell(f"{count(len(outcome.withheld), 'edition')} left out, marked {above}:")
        for one in outcome.withheld:
            tell(f"  {one}")
    tell_problems(outcome.problems)
