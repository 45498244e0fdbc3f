"""`briefgen preview`."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import click

from briefgen.cli.build import check_audiences, name_of, reading_options, usual_sources
from briefgen.cli.folders import audience_names, template_folders
from briefgen.cli.output import explained, safe, tell
from briefgen.model.request import Request
from briefgen.model.source import Metadata

EXAMPLES = """\b
Examples:
  briefgen preview
  briefgen preview --audience analyst --templates house/ reports/
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
@reading_options
def preview(
    paths: tuple[Path, ...],
    audiences: tuple[str, ...],
    port: int,
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
    from briefgen.run import Order

    check_audiences(audiences, template_folders(templates))
    sources = paths or usual_sources()
    request = Request(
        name=name_of(sources),
        today=datetime.now(UTC).date().isoformat(),
        title=title,
        as_of=as_of,
        marking=marking,
    )

    def order() -> Order:
        return Order(
            paths=sources,
            output=Path("output"),
            request=request,
            audiences=audiences,
            formats=("html", "pdf"),
            defaults=Metadata(published=published),
            templates=template_folders(templates),
            page=page,
            labels=labels,
            engine=engine,
            notes=notes,
            topics=topics,
        )

    studio = Studio(order, audiences, lambda error: safe(explained(error)))
    status = server.run(
        studio, port, ending, lambda address: tell(f"The preview is at {address}\nCtrl-C ends it.")
    )
    ending.leave(status)
