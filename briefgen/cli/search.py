"""`briefgen search`."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli import project
from briefgen.cli.output import count, emit, safe, tell
from briefgen.cli.past import day, known_job

if TYPE_CHECKING:
    from briefgen.store.searching import Found, Hit

AROUND = 140
"""Characters that are shown before the first word that was found, and twice as many after it."""
BOLD, NORMAL = "\x1b[1m", "\x1b[0m"

EXAMPLES = """\b
Examples:
  briefgen search tanks border
  briefgen search '"North Korea" artill*' --since 2024-10-01
  briefgen search troops --job daily --speaker Stoltenberg --json
"""


@click.command(short_help="Find words in all editions, with who said them.", epilog=EXAMPLES)
@click.argument("words", nargs=-1, required=True)
@click.option("--job", metavar="JOB", shell_complete=project.job_names, help="Only editions of this job.")
@click.option("--since", callback=day, metavar="DATE", help="Only sources published on this day or later.")
@click.option("--until", callback=day, metavar="DATE", help="Only sources published on this day or earlier.")
@click.option("--speaker", metavar="WHO", help="Only claims of whoever has these words in the name.")
@click.option(
    "--limit", type=click.IntRange(1, 10_000), default=20, show_default=True, help="So many at most."
)
@click.option("--json", "as_json", is_flag=True, help="For programs: one JSON document.")
@project.config_option
def search(
    words: tuple[str, ...],
    job: str | None,
    since: str | None,
    until: str | None,
    speaker: str | None,
    limit: int,
    as_json: bool,
    config: Path | None,
) -> None:
    """Find claims, cited sentences and titles that hold all of WORDS, in every edition of the store.

    Capitals and accents make no difference. Words in "quotation marks" have to follow one another; a star
    at the end of a word stands for any ending. The newest sources come first.
    """
    import msgspec

    from briefgen.store.searching import Asked
    from briefgen.store.searching import search as find

    loaded = project.load(config)
    asked = Asked(words=" ".join(words), job=job, since=since, until=until, speaker=speaker)
    with project.opened(loaded) as store, store.reading() as connection:
        if job is not None:
            known_job(loaded, connection, job)
        found = find(connection, asked, limit)
    if as_json:
        emit(msgspec.json.format(msgspec.json.encode(found), indent=2) + b"\n")
        return
    shown = "\n\n".join("\n".join(_lines(hit)) for hit in found.hits)
    emit(shown.encode() + b"\n" if shown else b"")
    tell(_summary(found))


def _summary(found: "Found") -> str:
    if not found.hits:
        return "nothing found"
    rest = f", of {found.total:,}: --limit shows more" if found.total > len(found.hits) else ""
    return f"{len(found.hits):,} found{rest}"


def _lines(hit: "Hit") -> Iterator[str]:
    yield _words(hit)
    if hit.speaker is not None:
        yield f"  said by {safe(hit.speaker)}: {hit.stance}, {hit.status}"
    if hit.source is not None:
        known = [hit.publisher, hit.published, hit.marking, hit.source]
        yield f"  {safe(', '.join(one for one in known if one))}"
    where = f"edition {hit.first}" if hit.editions == 1 else f"editions {hit.first} to {hit.last}"
    several = f" ({count(hit.editions, 'edition')})" if hit.editions > 1 else ""
    yield f"  {hit.job}, {'title of ' if hit.source is None else ''}{where}{several}, as of {hit.last_as_of}"


def _words(hit: "Hit") -> str:
    """The words in context, on one line, with marks where a terminal shows them."""
    on, off = (BOLD, NORMAL) if sys.stdout.isatty() and not os.environ.get("NO_COLOR") else ("", "")
    text = hit.text
    start, end = _window(hit)
    parts = ["… " if start else ""]
    at = start
    for first, last in hit.marks:
        if last <= end:
            parts += [_shown(text[at:first]), on, _shown(text[first:last]), off]
            at = last
    parts += [_shown(text[at:end]), " …" if end < len(text) else ""]
    return "".join(parts)


def _shown(words: str) -> str:
    return safe(words).replace("\n", " ")


def _window(hit: "Hit") -> tuple[int, int]:
    """The part of the text that is shown: all of it, or what is around the first mark, in whole words."""
    text = hit.text
    if len(text) <= 3 * AROUND or not hit.marks:
        return 0, len(text)
    first, last = hit.marks[0]
    start = text.find(" ", max(0, first - AROUND), first) + 1 if first > AROUND else 0
    end = text.rfind(" ", last, last + 2 * AROUND) if last + 2 * AROUND < len(text) else len(text)
    return start, max(end, last)
