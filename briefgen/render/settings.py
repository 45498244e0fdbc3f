"""What `audience.toml` may say beyond its types: counts, colours, and a logo of the audience's own folder."""

import base64
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from types import MappingProxyType

import msgspec

from briefgen.model.audience import Audience
from briefgen.model.problem import TemplateError, nearest
from briefgen.render.templates import COLOUR, Templates

PICTURES: Mapping[str, str] = MappingProxyType(
    {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
)
"""Media types of a logo, by the ending of its file."""
LARGEST = 4_000_000
"""Bytes of a logo; it stands inside every page that is made."""


def check_settings(audience: Audience, file: Path, folder: Path) -> None:
    """Raise `TemplateError`, with file, line and repair, where a value of `audience.toml` cannot be used.

    `folder` is the folder of templates that `file` stands in.
    """
    for key, wrong in _mistakes(audience, folder):
        from briefgen.render.mistakes import line_of

        raise TemplateError(f"{file}: line {line_of(key, file.read_text('utf-8'))}: {wrong}")


def _mistakes(audience: Audience, folder: Path) -> Iterator[tuple[str, str]]:
    if audience.pages is not None and audience.pages < 1:
        yield "pages", f"`pages` is {audience.pages}; a brief has at least one page: write 1 or more"
    for key, count in msgspec.structs.asdict(audience.limits).items():
        if count is not None and count < 0:
            yield key, f"`{key}` is {count}; a section shows no less than nothing: write 0 or more"
    for key, colour in msgspec.structs.asdict(audience.colours).items():
        if colour is not None and not COLOUR.fullmatch(colour):
            yield key, f"`{key}` is “{colour}”; write a colour such as #1c4a6e"
    if audience.logo is not None:
        yield from _mistakes_of_logo(audience, folder / audience.name)


def _mistakes_of_logo(audience: Audience, folder: Path) -> Iterator[tuple[str, str]]:
    assert audience.logo is not None
    name, words = audience.logo.file, audience.logo.text
    ending = PurePosixPath(name).suffix.lower()
    place = (folder / name).resolve()
    if not words.strip():
        yield "text", "`text` of the logo is empty; say in words what it shows"
    if ending not in PICTURES:
        yield "file", f"`file` of the logo is “{name}”; a logo ends in {', '.join(PICTURES)}"
    if not place.is_relative_to(folder.resolve()):
        yield "file", f"the logo {name} lies outside of {folder}; put it there"
    if not place.is_file():
        there = [one.name for one in folder.iterdir() if one.suffix.lower() in PICTURES]
        near = nearest(name, there)
        hint = f"; did you mean “{near}”?" if near else f"; put it into {folder}"
        yield "file", f"there is no {name}{hint}"
    elif place.stat().st_size > LARGEST:
        yield "file", f"the logo {name} has more than {LARGEST:,} bytes; make it smaller"
    elif ending in PICTURES:
        from briefgen.render.logo import broken_picture

        wrong = broken_picture(place.read_bytes(), ending)
        if wrong:
            yield "file", f"the logo {folder / name} cannot be shown: {wrong}"


def logo_html(audience: Audience, templates: Templates) -> str:
    """The logo as an image of HTML with its file inside; empty where the audience has none.

    As an image it can run no script and load nothing.
    """
    from html import escape

    if audience.logo is None:
        return ""
    place = templates.find(audience.name, audience.logo.file)
    media_type = PICTURES[place.suffix.lower()]
    try:
        data = base64.b64encode(place.read_bytes()).decode()
    except OSError as error:
        raise TemplateError(f"{place}: cannot be read: {error}") from error
    return f'<img class="logo" src="data:{media_type};base64,{data}" alt="{escape(audience.logo.text)}">\n'
