"""The pages of an archive, each readable without a script."""

from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.render.dates import date_words
from briefgen.render.site.values import Archive
from briefgen.render.site.words import SCRIPTED, change_words, words_in

if TYPE_CHECKING:
    from jinja2 import Environment

POLICY = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; font-src data:; "
    "form-action 'self' file:; base-uri 'none'"
)
"""Content Security Policy: what stands beside the page and nothing else; `file:` is what browsers call
that where no server is, and a page that comes from a server can load nothing by it."""


def pages_of(archive: Archive, data: str) -> dict[str, str]:
    """All pages by their names; the search loads what it needs from the folder `data`."""
    environment = _environment(archive)
    found = {
        "index.html": environment.get_template("index.html.jinja").render(
            root="", here="index", marking=archive.marking
        ),
        "search.html": environment.get_template("search.html.jinja").render(
            root="", here="search", marking=archive.marking, data=data
        ),
    }
    job = environment.get_template("job.html.jinja")
    for shelf in archive.shelves:
        found[f"{shelf.job}/index.html"] = job.render(shelf=shelf, root="../", here="", marking=shelf.marking)
    return found


def _environment(archive: Archive) -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    words, labels = words_in(archive.labels.language), archive.labels
    places = {level.name: place for place, level in enumerate(archive.levels)}
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals.update(
        archive=archive,
        words=words,
        labels=labels,
        policy=POLICY,
        day=lambda value: date_words(value, labels),
        changes=lambda one: change_words(one.edition.counts, one.edition.number, words),
        place=places.get,
        said={name: words[name] for name in SCRIPTED},
    )
    return made
