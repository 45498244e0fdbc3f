"""The brief as Markdown: the one text that HTML and PDF are made from."""

import re
from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING

import msgspec

from briefgen.render.dates import event_when
from briefgen.render.escaping import typographic
from briefgen.render.jinja import TEMPLATE, environment, line_words, render
from briefgen.render.labels import Labels, fill
from briefgen.render.templates import SHARED, Templates
from briefgen.render.view import View

if TYPE_CHECKING:
    from briefgen.render.charts.drawing import Drawing

BLANKS = re.compile(r"\n{3,}")


class Picture(msgspec.Struct, frozen=True):
    """A drawing under the name by which the Markdown shows it, and the words that stand for it."""

    file: str
    words: str
    svg: str


def pictures_of(view: View, labels: Labels, *, small: bool = False) -> dict[str, Picture | None]:
    """Every picture by its name; none where there is nothing to draw or the audience is not shown it.

    Those that are `small` are drawn for a phone.
    """
    from briefgen.render.charts import CHARTS
    from briefgen.render.charts.drawing import SMALL_WIDTH, WIDTH

    audience, across = view.audience, SMALL_WIDTH if small else WIDTH
    drawings = {
        name: draw(view, labels, across) if name in audience.charts else None for name, draw in CHARTS.items()
    }
    if not audience.tables:
        drawings = {
            name: _alone(name, drawn, view, labels) if drawn else None for name, drawn in drawings.items()
        }
    return {
        name: Picture(f"{audience.name}-{name}.svg", drawn.words, drawn.svg) if drawn else None
        for name, drawn in drawings.items()
    }


def _alone(name: str, drawn: "Drawing", view: View, labels: Labels) -> "Drawing":
    """`drawn` with words that stand for it where no table says the same."""
    words = drawn.words.removesuffix(labels.chart["below"])
    if name == "timeline":
        words += fill(labels.chart["alone"], events="; ".join(events_told(view, labels)))
    return drawn._replace(words=words, svg=drawn.svg.replace(escape(drawn.words), escape(words), 1))


def events_told(view: View, labels: Labels) -> tuple[str, ...]:
    """The dated events that `view` shows, each in words."""
    return tuple(
        typographic(f"{event_when(one, labels)}: {line_words(one.line, labels).rstrip('.')}")
        for one in view.timeline
    )


def render_markdown(
    view: View,
    templates: Templates,
    labels: Labels,
    pictures: Mapping[str, Picture | None] | None = None,
) -> str:
    """`view` through the template `brief.md.jinja` of its audience.

    `pictures` are those of `pictures_of`, which are made here unless given.

    Lines end without spaces and, on every system, with a line feed; no two blank lines follow each
    other. Raises `TemplateError` where the template is wrong.
    """
    text = render(
        environment(templates, labels, keep=True),
        template_of(view.audience.name, templates),
        view=view,
        brief=view.brief,
        audience=view.audience,
        labels=labels,
        charts=pictures_of(view, labels) if pictures is None else pictures,
    )
    return BLANKS.sub("\n\n", "\n".join(line.rstrip(" \t") for line in text.split("\n"))).strip("\n") + "\n"


def template_of(audience: str, templates: Templates) -> str:
    """The name of the audience's template; one without its own has that of all."""
    own = f"{audience}/{TEMPLATE}"
    return own if templates.find(audience, TEMPLATE).exists() else f"{SHARED}/{TEMPLATE}"
