"""The brief as Markdown: the one text that HTML and PDF are made from."""

import re

from briefgen.model.audience import Audience
from briefgen.model.brief import Brief
from briefgen.render.dates import date_words
from briefgen.render.jinja import environment, render
from briefgen.render.labels import Labels
from briefgen.render.templates import SHARED, Templates
from briefgen.render.view import View

TEMPLATE = "brief.md.jinja"
TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
BLANKS = re.compile(r"\n{3,}")


def render_markdown(view: View, templates: Templates, labels: Labels) -> str:
    """`view` through the template `brief.md.jinja` of its audience.

    Lines end without spaces and, on every system, with a line feed; no two blank lines follow each
    other. Raises `TemplateError` where the template is wrong.
    """
    brief, audience = view.brief, view.audience
    text = render(
        environment(templates, labels),
        _template_of(audience.name, templates),
        view=view,
        brief=brief,
        audience=audience,
        labels=labels,
        chart=chart_name(audience) if charted(brief) else None,
        chart_alt=chart_words(view, labels),
    )
    return BLANKS.sub("\n\n", TRAILING.sub("", text)).strip("\n") + "\n"


def _template_of(audience: str, templates: Templates) -> str:
    """The name of the audience's template; one without its own has that of all."""
    own = f"{audience}/{TEMPLATE}"
    return own if templates.find(audience, TEMPLATE).exists() else f"{SHARED}/{TEMPLATE}"


def charted(brief: Brief) -> bool:
    """Whether there is a timeline to draw: some event that can be placed on the calendar."""
    return any(event.when.earliest is not None for event in brief.timeline)


def chart_name(audience: Audience) -> str:
    """The file that the drawing of the timeline is written to, beside the Markdown."""
    return f"{audience.name}-timeline.svg"


def chart_words(view: View, labels: Labels) -> str:
    """What the drawing of the timeline shows, in words."""
    if not view.timeline:
        return ""
    first, last = view.timeline[0].when, view.timeline[-1].when
    form = labels.chart["alt_one" if len(view.timeline) == 1 else "alt"]
    return form.format(
        count=len(view.timeline), first=date_words(first.value, labels), last=date_words(last.value, labels)
    )
