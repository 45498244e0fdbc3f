"""The Markdown of a brief in a page frame: one file that needs no other."""

import re
from collections.abc import Collection, Mapping, Sequence
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.model.audience import Audience
from briefgen.model.brief import Brief
from briefgen.model.marking import Level
from briefgen.render import faces

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from briefgen.render import structure

POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"
"""Content Security Policy: a page that loads nothing and runs nothing, whatever its sources say."""
KEYWORDS = 8
"""Entities that the page's metadata name, of those that it shows: its marking covers no others."""
HEADING = re.compile(r"^#{1,6}(?:[ \t].*)?$", re.MULTILINE)
OTHER_HEADINGS = re.compile(
    r"^(?:[ \t>*+.)\d-]+#|[ \t]*(?:-+|=+)[ \t]*$|[ \t>*+.)\d-]*(?:```|~~~))", re.MULTILINE
)
"""Where this stands, not all headings are lines that begin with a hash sign, or not all such are headings."""
FOOT = 28.0
"""The widest line, in em, left of the number of a page: 75 mm on A4."""
RUNNING = 90
"""The longest line, in characters, at the head or foot of a page."""
BROWSER = (
    ".chart.small{display:none}\n"
    "@media screen and (max-width:700px)"
    "{.chart.wide{display:none}.chart.small{display:block;max-width:32rem}}\n"
    "html{print-color-adjust:exact}\n"
    "@page{@top-right{width:max-content}@bottom-right{width:max-content}}\n"
)
"""What only a browser needs: which of two drawings it shows, and that it prints a marking on its ground, no
wider than its words. Not left to a style sheet, since one of the user's own may be older than this."""


def render_html(
    markdown: str,
    brief: Brief,
    audience: Audience,
    *,
    marking: Level | None,
    titles: Mapping[str, str],
    style: str,
    fonts: Path,
    charts: Mapping[str, str] | None = None,
    small_charts: Mapping[str, str] | None = None,
    portions: Sequence[str] = (),
    remarks: Collection[str] = (),
    logo: str = "",
    language: str | None = None,
    air: int = 0,
) -> str:
    """`markdown` as a page of HTML with its style, faces and charts inside.

    `marking` stands at the head and foot of every page, `titles` holds the title of each section by its
    name, `style` the style sheet of the audience, `fonts` is the folder of the vendored faces, and `charts`
    holds drawings (SVG) by the file names under which the Markdown shows them. A page for browsers has
    `small_charts`, which a screen as narrow as a phone's shows in place of those of the same names.
    `portions` are the portion marks that may stand, in brackets, before a paragraph, caption or cell.
    `remarks` are paragraphs that speak of the brief itself, `logo` is an image of HTML to stand before the
    title, and `language` that of the words which templates add, where it is not the brief's.
    `air` says how loosely the page is set on paper; the style sheet knows it as a class.
    """
    foreign = language if language != brief.language else None
    body, facts = _body(
        markdown,
        titles,
        (charts or {}, small_charts or {}),
        portions,
        remarks,
        audience.citations == "numbers",
        foreign,
    )
    body = body.replace('<header class="front">\n', f'<header class="front">\n{logo}', 1)
    head = _head(brief, markdown, facts, marking)
    kind = f"for-{escape(audience.name)}" + (f" air-{air}" if air else "")
    sheet = "".join(
        [
            faces.face_css(body + head, fonts),
            style.strip(),
            "\n",
            BROWSER if small_charts is not None else "",
            _furniture(brief, audience, facts, marking),
        ]
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(brief.language)}">\n<head>\n{head}'
        f"<style>\n{sheet}</style>\n</head>\n"
        f'<body class="{kind}">\n<main>\n{body}</main>\n</body>\n</html>\n'
    )


def _body(
    markdown: str,
    titles: Mapping[str, str],
    charts: tuple[Mapping[str, str], Mapping[str, str]],
    portions: Sequence[str],
    remarks: Collection[str],
    numbers: bool,
    language: str | None,
) -> tuple[str, str]:
    """The body of the page, and the line of facts below the title.

    One section after another is parsed and set, so that a long page never stands in memory as tokens.
    """
    from markdown_it import MarkdownIt

    from briefgen.commonmark import read_quickly
    from briefgen.render import structure

    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    read_quickly(parser)
    names = {title.casefold(): name for name, title in titles.items()}
    texts = structure.cut(markdown)
    outlines = [_outline(parser, text, names, portions) for text in texts]
    structure.give_anchors([section for outline in outlines for section in outline])
    evidence = [any(section.name == "evidence" for section in outline) for outline in outlines]
    cited: set[tuple[str, str]] = set()
    facts = ""
    done = [""] * len(texts)
    for place in sorted(range(len(texts)), key=evidence.__getitem__):  # what cites comes before what is cited
        parsed = parser.parse(texts[place])
        structure.take_portions(parsed, portions)
        found = structure.sections(parsed, names)
        structure.copy_anchors(outlines[place], found)
        structure.give_citations(found, cited)
        structure.quieten(parsed, remarks)
        if numbers:
            structure.unlink_citations(found)
        tokens = [token for section in found for token in _set(section, charts, language)]
        facts = facts or _facts(tokens)
        done[place] = parser.renderer.render(tokens, parser.options, {})
    return "".join(done), facts


def _outline(
    parser: "MarkdownIt", text: str, names: Mapping[str, str], portions: Sequence[str]
) -> "list[structure.Section]":
    """The sections of `text` with nothing in them but their headings."""
    from briefgen.render import structure

    parser.disable(["inline", "text_join"])
    parsed = parser.parse(text if OTHER_HEADINGS.search(text) else "\n\n".join(HEADING.findall(text)))
    parser.enable(["inline", "text_join"])
    places = [place for place, token in enumerate(parsed) if token.type == "heading_open"]
    headings = [token for place in places for token in parsed[place : place + 3]]
    for inline in headings[1::3]:
        inline.children = (parser.parseInline(inline.content)[0]).children
    structure.take_portions(headings, portions)
    return structure.sections(headings, names)


def _set(
    section: "structure.Section", charts: tuple[Mapping[str, str], Mapping[str, str]], language: str | None
) -> "list[Token]":
    """The tokens of a section as the style sheet knows them."""
    from briefgen.render import structure

    shaped = section._replace(tokens=structure.shape_tables(section))
    if section.name != "notes":  # where what looks like a status is a person's emphasis
        structure.lift_statuses(shaped.tokens)
    structure.place_charts(shaped.tokens, *charts)
    structure.give_portions(shaped.tokens)
    if language:
        structure.tell_language(shaped, language)
    return structure.wrap(shaped) if shaped.tokens else []


def _facts(front: Sequence["Token"]) -> str:
    """The words of the paragraph of facts in the title block."""
    from briefgen.render import structure

    pairs = ((opening, inline) for opening, inline in pairwise(front) if inline.type == "inline")
    words = (structure.plain(inline) for opening, inline in pairs if opening.attrs.get("class") == "facts")
    return next(words, "")


def _head(brief: Brief, markdown: str, facts: str, marking: Level | None) -> str:
    moment = as_moment(brief.as_of)
    names = [entity.name for entity in brief.entities if entity.name in markdown][:KEYWORDS]
    keywords = ", ".join([*([marking.name] if marking else []), *names])
    metas = {
        "viewport": "width=device-width, initial-scale=1",
        "author": brief.generator.split()[0],
        "description": facts,
        "keywords": keywords,
        "generator": brief.generator,
        "dcterms.created": moment,
        "dcterms.modified": moment,
    }
    lines = [f'<meta name="{name}" content="{escape(text)}">' for name, text in metas.items() if text]
    return "\n".join(
        [
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            f"<title>{escape(brief.title)}</title>",
            *lines,
            "",
        ]
    )


def as_moment(as_of: str) -> str:
    """`as_of`, a day or a moment, as a moment with a time zone: a day begins at midnight, UTC."""
    if "T" not in as_of:
        return f"{as_of}T00:00:00Z"
    return as_of if re.search(r"(Z|[+-]\d\d:\d\d)$", as_of) else f"{as_of}Z"


def _furniture(brief: Brief, audience: Audience, facts: str, marking: Level | None) -> str:
    """Page size, and what stands at the head and foot of every page."""
    line = _fitting(facts.split(" · ")[:4])
    rules = [
        f"size:{audience.page}",
        f"@top-left{{content:{css_string(shortened(brief.title))}}}",
        f"@bottom-left{{content:{css_string(shortened(line))}}}",
        '@bottom-center{content:counter(page) " / " counter(pages)}',
    ]
    look = f"color:{marking.colour};background:{marking.background}" if marking else ""
    if marking:
        content = css_string(shortened(marking.name))
        rules += [f"@{side}-right{{content:{content};{look}}}" for side in ("top", "bottom")]
    screen = f"@media screen{{.front .marking strong{{{look}}}}}\n" if marking else ""
    return f"@page{{{';'.join(rules)}}}\n@page:first{{@top-left{{content:none}}}}\n{screen}"


def _fitting(facts: Sequence[str]) -> str:
    """As many of `facts` as there is room for beside the number of the page, and at least one."""
    while len(facts) > 1 and faces.width(" · ".join(facts)) > FOOT:
        facts = facts[:-1]
    return " · ".join(facts)


def shortened(words: str) -> str:
    """`words` in at most `RUNNING` characters."""
    if len(words) <= RUNNING:
        return words
    return words[:RUNNING].rsplit(" ", 1)[0] + " …"


def css_string(words: str) -> str:
    """`words` as a string of CSS in which nothing can end the string or the style element."""
    return '"' + re.sub(r"[^\w .,:·–—…-]", lambda sign: f"\\{ord(sign[0]):x} ", words) + '"'
