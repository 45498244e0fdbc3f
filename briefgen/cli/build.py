"""`briefgen build`."""

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

import click

from briefgen.cli.engine import engine_option
from briefgen.cli.folders import audience_names, template_folders, templates_option
from briefgen.cli.output import PROBLEMS, count, tell, tell_problems
from briefgen.model.brief import Brief, ChangeKind, Changes
from briefgen.model.marking import mistaken_label
from briefgen.model.moment import parse_moment
from briefgen.model.problem import InputError
from briefgen.model.request import Request
from briefgen.model.source import Metadata

if TYPE_CHECKING:
    from briefgen.run import Outcome

USUAL = ("md", "pdf", "json")
"""Formats that are written where none is named."""
LONGEST_SLUG = 200
"""Bytes; file systems take 255 for a name."""


def _moment(context: click.Context, option: click.Parameter, words: str | None) -> str | None:
    try:
        return None if words is None else parse_moment(words)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


def _words(context: click.Context, option: click.Parameter, words: str | None) -> str | None:
    if words is not None and not words.strip():
        raise click.BadParameter("has no words; leave it out, or give it some")
    return None if words is None else " ".join(words.split())


def _marking(context: click.Context, option: click.Parameter, words: str | None) -> str | None:
    words = _words(context, option, words)
    mistake = mistaken_label(words) if words else None
    if mistake:
        raise click.BadParameter(mistake)
    return words


def slug(context: click.Context, option: click.Parameter, name: str | None) -> str | None:
    """`name`, if it can be that of a folder; else wrong usage, with one that can."""
    if name is not None and slug_of(name) != name:
        raise click.BadParameter(
            f"“{name}” cannot name a folder everywhere; letters, digits, dots, dashes and underscores can, "
            f"such as {slug_of(name)}"
        )
    return name


def _topics(context: click.Context, option: click.Parameter, words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_words(context, option, one) or "" for one in words)


READING_OPTIONS = (
    click.option(
        "--as-of",
        callback=_moment,
        metavar="DATETIME",
        help="The day or moment the brief stands for. [default: the newest publication date, or today]",
    ),
    click.option(
        "--published",
        callback=_moment,
        metavar="DATE",
        help="When sources were published that do not say it themselves or in a sidecar.",
    ),
    click.option(
        "--marking", callback=_marking, metavar="TEXT", help="Set on every page, such as TLP:AMBER."
    ),
    click.option("--title", callback=_words, metavar="TEXT", help="The title. [default: from the sources]"),
    click.option(
        "--page",
        type=click.Choice(["A4", "Letter"], case_sensitive=False),
        help="The size of the PDF's pages. [default: as the audience has it]",
    ),
    click.option(
        "--labels",
        metavar="LANGUAGE",
        help="The language of titles, table heads and all else that templates add, such as de; the words of "
        "sources stay as they are. [default: as the audience has it]",
    ),
    click.option(
        "--notes",
        type=click.Path(path_type=Path, readable=False),
        metavar="FILE",
        help="Your own judgments, in Markdown: shown as a section of their own, as yours.",
    ),
    click.option(
        "--topic",
        "topics",
        multiple=True,
        callback=_topics,
        metavar="WORDS",
        help="Tell only of sources that name these words; may be given more than once, for sources that name "
        "any of them.",
    ),
    templates_option,
    engine_option,
)
"""What `build` and `preview` may be told of how sources are to be read and a brief is to look."""


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`command` with all of `READING_OPTIONS`."""
    for option in reversed(READING_OPTIONS):
        command = option(command)
    return command


EXAMPLES = """\b
Examples:
  briefgen build
  briefgen build --format md --format html --as-of 2024-10-19 reports/
  briefgen build --since editions/2024-10-18.json
  briefgen build --name morning --marking TLP:AMBER --page Letter a.txt b.txt
"""


@click.command(short_help="Read sources and write their brief.", epilog=EXAMPLES)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, readable=False))
@click.option(
    "--audience",
    "audiences",
    multiple=True,
    default=("analyst",),
    metavar="NAME",
    show_default=True,
    shell_complete=audience_names,
    help="Whom to cut the brief for; may be given more than once.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(["md", "pdf", "html", "docx", "txt", "json"]),
    help="What to write; may be given more than once. [default: md, pdf and json; no json where something is "
    "held back from an audience]",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    default=Path("output"),
    metavar="DIR",
    show_default=True,
    help="Where the brief gets its folder.",
)
@click.option(
    "--since",
    type=click.Path(path_type=Path, readable=False),
    metavar="EDITION",
    help="An earlier brief.json of the same name, or a PDF that carries it, to tell what changed since then.",
)
@click.option("--name", callback=slug, metavar="SLUG", help="The folder. [default: as the sources' folder]")
@reading_options
@click.pass_context
def build(
    context: click.Context,
    paths: tuple[Path, ...],
    audiences: tuple[str, ...],
    formats: tuple[str, ...],
    output: Path,
    since: Path | None,
    as_of: str | None,
    published: str | None,
    marking: str | None,
    title: str | None,
    name: str | None,
    page: Literal["A4", "Letter"] | None,
    labels: str | None,
    notes: Path | None,
    topics: tuple[str, ...],
    templates: Path | None,
    engine: str,
) -> None:
    """Read the files at or below PATHS (seeds/ if none is named) and write one brief of them.

    With --since the brief tells what is new, changed and withdrawn since that edition.

    Results are DIR/NAME/AUDIENCE.md, .pdf or .html, and DIR/NAME/brief.json. What is known of a source
    and not said in it stands in a file beside it, SOURCE.meta.toml. What cannot be read is listed in the
    brief under coverage, and the exit status is then 3.
    """
    from briefgen import run

    folders = template_folders(templates)
    check_audiences(audiences, folders)
    sources = paths or usual_sources()
    name = name or name_of(sources)
    earlier = run.earlier_edition(since, name) if since else None
    request = Request(
        name=name,
        today=datetime.now(UTC).date().isoformat(),
        title=title,
        as_of=as_of,
        marking=marking,
        edition=earlier.whole.edition + 1 if earlier else 1,
    )
    order = run.Order(
        paths=sources,
        output=output,
        request=request,
        audiences=tuple(dict.fromkeys(audiences)),
        formats=tuple(dict.fromkeys(formats)) or USUAL,
        whole=bool(formats),
        defaults=Metadata(published=published),
        templates=folders,
        page=page,
        labels=labels,
        engine=engine,
        since=earlier,
        notes=notes,
        topics=topics,
    )
    outcome = run.build(order)
    _tell(outcome)
    if any(_problems(outcome.brief)):
        context.exit(PROBLEMS)


def check_audiences(names: tuple[str, ...], own: tuple[Path, ...]) -> None:
    """Refuse a name that no audience has, as wrong usage."""
    from briefgen.render.templates import audiences, find_templates, unknown_audience

    templates = find_templates(*own)
    known = audiences(templates)
    for name in names:
        if name not in known:
            raise click.BadParameter(unknown_audience(name, templates), param_hint="--audience")


def usual_sources() -> tuple[Path, ...]:
    """What is read where nothing is named."""
    seeds = Path("seeds")
    if not seeds.is_dir():
        raise InputError("there is no folder seeds/ here: name the files or folders to read")
    return (seeds,)


def name_of(paths: tuple[Path, ...]) -> str:
    """The slug of the folder or file that was named; of several, that of the folder that holds them all."""
    from briefgen.store.inbox import printable

    if len(paths) == 1:
        path = Path(os.path.realpath(paths[0]))
        return slug_of(printable(path.name if path.is_dir() else path.stem))
    parents = [path if path.is_dir() else path.parent for path in paths]
    return slug_of(printable(Path(os.path.commonpath([os.path.realpath(parent) for parent in parents])).name))


def slug_of(name: str) -> str:
    """`name` as the name of a folder, without what a shell, a file system or an address gives a meaning."""
    slug = re.sub(r"[^\w.-]+", "-", name).strip("-.").encode()[:LONGEST_SLUG].decode(errors="ignore")
    return slug or "brief"


def _tell(outcome: "Outcome") -> None:
    brief = outcome.brief
    states = Counter(entry.state for entry in brief.coverage)
    problems = list(_problems(brief))
    parts = [count(len(brief.sources), "source") + " read"]
    if states["duplicate"]:
        parts.append(f"{count(states['duplicate'], 'copy')} set aside")
    if states["off_topic"]:
        parts.append(f"{states['off_topic']:,} off topic")
    if states["unread"]:
        parts.append(f"{states['unread']:,} not read")
    parts = [", ".join(parts), count(len(brief.claims), "claim"), count(len(problems), "problem")]
    tell(f"{brief.name}: {'; '.join(parts)}")
    tell_problems(problems)
    if brief.changes:
        tell(f"  since edition {brief.changes.edition}: {_changed(brief.changes)}")
    _tell_undated(brief)
    for audience, number in outcome.withheld:
        if number:
            tell(f"  {audience}: {count(number, 'input')} held back, marked above what this audience may see")
    for path in outcome.files:
        tell(f"wrote {path}")
    for note in outcome.notes:
        tell(f"  {note}")


def _changed(changes: Changes) -> str:
    """What changed, in numbers."""
    counts = changes.counts
    parts = [f"{counts[kind]:,} {word}" for kind, word in CHANGED.items() if counts[kind]]
    if changes.moves:
        parts.append(f"{count(len(changes.moves), 'figure')} moved")
    if changes.notes:
        parts.append(f"{count(len(changes.notes), 'note')} changed")
    return f"{', '.join(parts) or 'nothing new'}; {changes.unchanged:,} unchanged"


CHANGED: Mapping[ChangeKind, str] = MappingProxyType(
    {
        "new": "new",
        "changed": "changed",
        "status": "with another standing",
        "withdrawn": "withdrawn",
        "repeated": "told by another source too",
    }
)


def _tell_undated(brief: Brief) -> None:
    """Say how to place the relative days of sources without a known publication date; it is no problem."""
    undated = [source for source in brief.sources if source.published is None]
    if undated:
        of_all = f"the publication date of {count(len(undated), 'source')} is not known"
        beside = f"{undated[0].name}.meta.toml"
        tell(
            f"  {of_all}, so days such as “Monday” stay open: give it with --published DATETIME, "
            f"or as `published` in a sidecar such as {beside}"
        )


def _problems(brief: Brief) -> Iterator[tuple[str, str]]:
    return ((entry.name, str(problem)) for entry in brief.coverage for problem in entry.problems)
