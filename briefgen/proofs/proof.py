"""Proof an audience: render it with every sample, and say what a reader would stumble over."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from briefgen.model.brief import Brief
from briefgen.model.problem import BriefgenError, UnfaithfulError, nearest
from briefgen.proofs.contrast import LEAST, LEAST_OF_MARKS, contrast, hexadecimal, over
from briefgen.proofs.samples import sample

if TYPE_CHECKING:
    from briefgen.proofs.layout import Laid
    from briefgen.proofs.pictures import Drawn
    from briefgen.proofs.whence import Look
    from briefgen.render import Folder, Page
    from briefgen.render.bounded import Call

SCHEME = r"@media screen and \(prefers-color-scheme:\s*{}\)"
"""What holds for a light or a dark screen alone; WeasyPrint knows neither, and is shown one at a time."""
SCREENS = ("light", "dark")
SHOWN = 40
"""Signs of a text that a message quotes."""
MOST = 5
"""Faults of one kind that are told of one sample."""


class Fault(msgspec.Struct, frozen=True):
    """Something that is wrong with an audience."""

    sample: str
    """The sample that shows it; empty where it shows without one."""
    message: str
    """What is wrong, in which file, and what would mend it."""


class Proof(msgspec.Struct, frozen=True):
    """What came of an audience."""

    audience: str
    pages: tuple[tuple[str, int], ...]
    """Of each sample how many pages it makes."""
    faults: tuple[Fault, ...]


def proof(name: str, own: Sequence[Path], samples: Iterable[str]) -> Proof:
    """The audience `name`, whose templates may stand in the folders `own`, with each of `samples`.

    Nothing is written. An audience that cannot be used at all is a fault as well, and not an error.
    """
    from briefgen.render import open_folder
    from briefgen.render.bounded import bounded
    from briefgen.render.style import own_looks

    try:
        folder = open_folder(name, own)
    except BriefgenError as error:
        return Proof(name, (), (Fault("", str(error)),))
    with bounded(own_looks(folder.audience, folder.templates)) as call:
        return _tried(folder, samples, call)


def _tried(folder: "Folder", samples: Iterable[str], call: "Call") -> Proof:
    """What comes of an audience, of which `call` lays out the pages."""
    from briefgen.render.properties import mistakes_in_sheets

    try:
        in_sheets = mistakes_in_sheets(folder.audience.name, folder.templates, call)
        faults = [Fault("", message) for message in (*_in_templates(folder), *in_sheets)]
    except BriefgenError as error:
        return Proof(folder.audience.name, (), (Fault("", str(error)),))
    pages = []
    for one in samples:
        try:
            brief = sample(one, folder.scheme, folder.audience.marking_ceiling)
            laid, messages = _proofed(brief, folder, call, aside=one == "small")
        except BriefgenError as error:
            faults.append(Fault(one, str(error)))
        else:
            pages.append((one, len(laid)))
            faults += [Fault(one, message) for message in messages]
    return Proof(folder.audience.name, tuple(pages), tuple(dict.fromkeys(faults)))


def _proofed(
    brief: Brief, folder: "Folder", call: "Call", *, aside: bool
) -> tuple[tuple["Laid", ...], list[str]]:
    """The pages of a sample, and what is wrong with them; `aside` looks at screens, light and dark, too."""
    from briefgen.checks import check_brief, check_markdown, plain
    from briefgen.pipeline import placed
    from briefgen.proofs.layout import lay_out
    from briefgen.proofs.pictures import drawn
    from briefgen.render import compose, page_html

    check_brief(brief)
    page = compose(brief, folder)
    fixed = frozenset(plain(line) for line in page.fixed)
    try:
        check_markdown(page.markdown, brief, page.ledgers, fixed, page.vocabulary, page.noted)
    except UnfaithfulError as error:
        raise placed(error, page) from error
    html = page_html(page)
    laid = call(lay_out, html)
    pictured = [name for name in re.findall(r"\]\(([^()\s]+)\)", page.shown) if name in page.charts]
    found = [*_unshown(page, folder), *_unnamed(html, page), *_overfull(laid, folder), *_unmarked(laid, page)]
    found += _faint(html, partial(call, lay_out), laid, folder, "in print")
    found += _faint_pictures(call(drawn, html, "print"), laid, pictured, folder, "in print")

    def on_screen(page: str) -> tuple["Laid", ...]:
        return _unpaged(call(lay_out, page, "screen"))

    for kind in SCREENS if aside else ():
        screen = re.sub(SCHEME.format(kind), "@media screen", html)
        seen, where = on_screen(screen), f"on a {kind} screen"
        found += _faint(screen, on_screen, seen, folder, where)
        found += _faint_pictures(call(drawn, screen, "screen"), seen, pictured, folder, where)
    return laid, found


def _unpaged(laid: Sequence["Laid"]) -> tuple["Laid", ...]:
    """Pages without what stands in their margins, which a screen does not show."""
    return tuple(page._replace(words=tuple(one for one in page.words if not one.margin)) for page in laid)


def _in_templates(folder: "Folder") -> Iterator[str]:
    """Names that a template uses and nothing gives, in whatever branch they stand."""
    from briefgen.render.jinja import NAMES, environment
    from briefgen.render.markdown import template_of

    metered = environment(folder.templates, folder.labels)
    chain = [template_of(folder.audience.name, folder.templates)]
    while chain[-1] and len(chain) == len(set(chain)):
        try:
            metered.get_template(chain[-1])
        except Exception:
            return
        chain.append(metered.shapes[chain[-1]].extends or "")
    shapes = list(metered.shapes.values())
    known = {*NAMES, *(name for shape in shapes for name in shape.names)}
    for shape in shapes:
        for name, line in shape.used.items():
            if name not in known:
                near = nearest(name, known)
                hint = f"; did you mean `{near}`?" if near else ""
                yield f"{shape.file}, line {line}: there is no `{name}`{hint}"


def _unshown(page: "Page", folder: "Folder") -> Iterator[str]:
    """Sections that have something to say and no heading."""
    from briefgen.render.markdown import template_of
    from briefgen.render.view import view_of

    view = view_of(page.brief, page.audience, folder.scheme)
    titles = set(re.findall(r"^## (.*)$", page.markdown, re.MULTILINE))
    template = template_of(page.audience.name, folder.templates)
    file = folder.templates.find(*template.split("/"))
    for name in view.sections:
        if page.labels.sections[name] not in titles:
            yield (
                f"{file}: the section `{name}` is not shown; give it the heading "
                f"## {{{{ labels.sections.{name} }}}}, or take it out of `sections` in audience.toml"
            )


class _Pictures(HTMLParser):
    """Pictures of a page without words in their place."""

    def __init__(self) -> None:
        super().__init__()
        self.bare: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an `img` or `svg` that says nothing to who cannot see it."""
        told = dict(attrs)
        if told.get("aria-hidden") == "true" or told.get("role") == "presentation":
            return
        if (tag == "img" and not told.get("alt")) or (tag == "svg" and not told.get("aria-label")):
            self.bare.append(tag)


def _unnamed(html: str, page: "Page") -> Iterator[str]:
    """Pictures without an alternative text."""
    found = _Pictures()
    found.feed(html)
    drawn = len(re.findall(r"!\[\]\(", page.shown))
    if found.bare or drawn:
        number = max(len(found.bare), drawn)
        yield f"pictures without words in their place: {number}; write ![words](file), as `picture` does"


def _overfull(laid: Sequence["Laid"], folder: "Folder") -> Iterator[str]:
    from briefgen.proofs.layout import outside

    most = getattr(folder.audience, "pages", None)
    if most is not None and len(laid) > most:
        file = folder.templates.find(folder.audience.name, "audience.toml")
        yield f"{file}: takes {len(laid)} pages, and may take {most}; lower the limits of its sections"
    off = [(page.number, words) for page in laid for words in outside(page)]
    for number, words in off[:MOST]:
        yield f"page {number}: “{_cut(words.text)}” runs out of {'its cell' if words.cell else 'the page'}"
    if len(off) > MOST:
        yield f"{len(off) - MOST} more words run out of their place"


def _unmarked(laid: Sequence["Laid"], page: "Page") -> Iterator[str]:
    """Pages whose head or foot does not bear the marking."""
    from briefgen.proofs.layout import in_margin

    if page.marking is None:
        return
    for edge, words in (("top", "head"), ("bottom", "foot")):
        bare = [one.number for one in laid if page.marking.name not in in_margin(one, edge)]
        if bare:
            yield (
                f"{len(bare)} of {len(laid)} pages do not bear {page.marking.name} at the {words}; leave "
                f"@{edge}-right of @page to the program"
            )


def _faint(html: str, look: "Look", laid: Sequence["Laid"], folder: "Folder", where: str) -> Iterator[str]:
    """Words that do not stand out from their ground; `look` laid out `html` as the pages `laid`."""
    from briefgen.proofs.whence import dyed, place_of

    runs = [(page, run, one) for page, laid_one in enumerate(laid) for run, one in enumerate(laid_one.words)]
    faint = [one for one in runs if one[2].text.strip() and contrast(one[2].colour, one[2].ground) < LEAST]
    colours = tuple(dict.fromkeys(words.colour for _, _, words in faint))
    looks = {colour: dyed(html, hexadecimal(colour)) for colour in colours[:MOST]}
    seen = {colour: look(one.html) for colour, one in looks.items() if one.places}
    told: dict[str, str] = {}
    for page, run, words in faint:
        place = ""
        if words.colour in seen:
            place = place_of(page, run, looks[words.colour], seen[words.colour], folder)
        pair = hexadecimal(words.colour), hexadecimal(words.ground)
        weak = _weak(*pair, contrast(words.colour, words.ground), folder, place)
        told.setdefault(weak, f"{weak} {where} (“{_cut(words.text)}”); {LEAST} is the least")
    yield from told.values()


def _faint_pictures(
    colours: Sequence["Drawn"], laid: Sequence["Laid"], pictured: Sequence[str], folder: "Folder", where: str
) -> Iterator[str]:
    """Words and marks of pictures that do not stand out from what may lie behind them."""
    from briefgen.proofs.pictures import WORDS, grounds

    pages = [ground for page in laid for ground in page.pictures]
    told: dict[tuple[str, str, str], str] = {}
    for one in (
        one for one in colours if one.kind != "ground" and one.picture < min(len(pages), len(pictured))
    ):
        least = LEAST if one.kind == WORDS else LEAST_OF_MARKS
        what = f"“{_cut(one.words)}”" if one.kind == WORDS else f"a mark, `{one.words}`"
        for ground in grounds(colours, one.picture, pages[one.picture]):
            seen = over(one.colour, one.alpha, ground)
            found = contrast(seen, ground)
            if found < least:
                place = f"{where} in {pictured[one.picture]} ({what})"
                pair = (one.kind, hexadecimal(seen), hexadecimal(ground))
                told.setdefault(pair, f"{_weak(*pair[1:], found, folder)} {place}; {least:g} is the least")
    yield from told.values()


def _weak(colour: str, ground: str, found: float, folder: "Folder", place: str = "") -> str:
    return f"{place or _set_in(colour, folder)}: {colour} on {ground} has a contrast of {found:.1f}"


def _set_in(colour: str, folder: "Folder") -> str:
    """The first place in the settings or the style that names `colour`, or all of the style."""
    from briefgen.render.style import sheets_of

    short = f"#{colour[1]}{colour[3]}{colour[5]}"
    settings = folder.templates.find(folder.audience.name, "audience.toml")
    for file in (settings, *sheets_of(folder.audience.name, folder.templates.folders).values()):
        for number, line in enumerate(file.read_text("utf-8").casefold().split("\n"), 1):
            if re.search(rf"{colour}\b|{short}\b", line) and f"#{colour[1:]}" == _long(colour, short, line):
                return f"{file}, line {number}"
    return f"style of {folder.audience.name}"


def _long(colour: str, short: str, line: str) -> str:
    """`colour`, if `line` names it in full or in its short form."""
    doubled = f"#{short[1] * 2}{short[2] * 2}{short[3] * 2}"
    return colour if colour in line or (doubled == colour and short in line) else ""


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
