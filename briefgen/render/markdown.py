"""The brief as Markdown: the one text that HTML and PDF are made from."""

import re

from briefgen.model.audience import Audience
from briefgen.model.brief import Brief
from briefgen.render.dates import date_words
from briefgen.render.jinja import environment, render
from briefgen.render.labels import Labels
from briefgen.render.templates import Templates
from briefgen.render.view import View, view_of

TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
BLANKS = re.compile(r"\n{3,}")


def render_markdown(brief: Brief, audience: Audience, templates: Templates, labels: Labels) -> str:
    """`brief` through the audience's template `brief.md.jinja`.

    Lines end without spaces and, on every system, with a line feed; no two blank lines follow each
    other. Raises `TemplateError` where the template is wrong.
    """
    view = view_of(brief, audience)
    text = render(
        environment(templates, labels),
        f"{audience.name}/brief.md.jinja",
        view=view,
        brief=brief,
        audience=audience,
        labels=labels,
        chart=chart_name(audience) if charted(brief) else None,
        chart_alt=chart_words(view, labels),
    )
    return BLANKS.sub("\n\n", TRAILING.sub("", text)).strip("\n") + "\n"


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
