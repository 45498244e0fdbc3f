"""`briefgen preview`."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from briefgen.cli import project
from briefgen.cli.build import check_audiences, name_of, reading_options, slug, usual_sources
from briefgen.cli.folders import audience_names, template_folders
from briefgen.cli.output import explained, safe, tell
from briefgen.model.request import Request
from briefgen.model.source import Metadata

if TYPE_CHECKING:
    from briefgen.preview.studio import Shelf

EXAMPLES = """\b
Examples:
  briefgen preview
  briefgen preview --audience analyst --templates house/ reports/
  briefgen preview --since output/reports/brief.json reports/
  briefgen preview --job daily               the editions of a job, in its templates as they are now
"""


@click.command(short_help="Show a brief while its templates and sources change.", epilog=EXAMPLES)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, readable=False))
@click.option(
    "--audience",
    "audiences",
    multiple=True,
    metavar="NAME",
    shell_complete=audience_names,
    help="Whom to choose from on the page; may be given more than once. [default: all there are]",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    metavar="N",
    help="Where on this machine the page is. [default: a free port]",
)
@click.option(
    "--since",
    type=click.Path(path_type=Path, readable=False),
    metavar="EDITION",
    help="An earlier brief.json of the same name, or a PDF that carries it, to tell what changed since then.",
)
@click.option("--name", callback=slug, metavar="SLUG", help="The brief's. [default: as the sources' folder]")
@click.option(
    "--job",
    metavar="JOB",
    shell_complete=project.job_names,
    help="Offer the editions of JOB of briefgen.toml too; without PATHS those alone.",
)
@project.config_option
@reading_options
def preview(
    paths: tuple[Path, ...],
    audiences: tuple[str, ...],
    port: int,
    since: Path | None,
    name: str | None,
    job: str | None,
    config: Path | None,
    as_of: str | None,
    published: str | None,
    marking: str | None,
    title: str | None,
    page: Literal["A4", "Letter"] | None,
    labels: str | None,
    notes: Path | None,
    topics: tuple[str, ...],
    templates: Path | None,
    engine: str,
) -> None:
    """Show the brief of PATHS (seeds/ if none is named) as HTML and as PDF on a page in the browser.

    The page is on this machine only, at the address that is printed. It is renewed within a second when
    a template, a style sheet, a source or its sidecar changes; where one of them is broken, the page says
    what is wrong, above what it showed last. Nothing is written. Ctrl-C or SIGTERM ends it, a second one
    at once.
    """
    from briefgen.preview.ending import Ending

    ending = Ending()
    from briefgen.preview import server
    from briefgen.preview.studio import Studio
    from briefgen.run import Order, earlier_edition

    shelf, folders = shelf_of(job, config, templates, page, labels) if job else (None, ())
    check_audiences(audiences, folders or template_folders(templates))
    sources = paths or (() if shelf else usual_sources())
    name = name or (name_of(sources) if sources else job or "")
    earlier = earlier_edition(since, name) if since else None
    request = Request(
        name=name,
        today=datetime.now(UTC).date().isoformat(),
        title=title,
        as_of=as_of,
        marking=marking,
        edition=earlier.whole.edition + 1 if earlier else 1,
    )

    def order() -> Order:
        return Order(
            paths=sources,
            output=Path("output"),
            request=request,
            audiences=audiences,
            formats=("html", "pdf"),
            defaults=Metadata(published=published),
            templates=folders or template_folders(templates),
            page=page,
            labels=labels,
            engine=engine,
            notes=notes,
            topics=topics,
            since=earlier,
        )

    studio = Studio(order, audiences, lambda error: safe(explained(error)), shelf)
    status = server.run(
        studio, port, ending, lambda address: tell(f"The preview is at {address}\nCtrl-C ends it.")
    )
    ending.leave(status)


def shelf_of(
    name: str,
    config: Path | None,
    templates: Path | None,
    page: Literal["A4", "Letter"] | None,
    labels: str | None,
) -> "tuple[Shelf, tuple[Path, ...]]":
    """The editions of the job `name`, and the folders of its templates, unless others are given.

    Raises `InputError` where the job has no edition yet.
    """
    import msgspec

    from briefgen.cli.past import editions_kept
    from briefgen.nightly.showing import page_kept
    from briefgen.preview.studio import Shelf
    from briefgen.store.database import file_of, open_store

    found = project.load(config)
    job = project.job_named(found, name)
    look = msgspec.structs.replace(
        job,
        templates=template_folders(templates) if templates else job.templates,
        page=page or job.page,
        labels=labels or job.labels,
    )
    store, place = open_store(found.store), file_of(found.store)
    kept = {edition.number: edition for edition in editions_kept(store, name)}

    def editions() -> tuple[tuple[int, str], ...]:
        kept.update((edition.number, edition) for edition in editions_kept(store, name))
        return tuple(
            (number, f"{number}, {kept[number].as_of[:10]}") for number in sorted(kept, reverse=True)
        )

    files = (place, place.with_name(f"{place.name}-wal")) if place else ()
    shelf = Shelf(editions, lambda number, audience: page_kept(store, look, kept[number], audience), files)
    return shelf, look.templates
