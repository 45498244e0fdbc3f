"""The environment that templates run in: sandboxed, strict, and with every value escaped for Markdown."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
    nodes,
)
from jinja2 import TemplateError as JinjaError
from jinja2.environment import TemplateModule
from jinja2.exceptions import TemplateRuntimeError
from jinja2.utils import missing
from markupsafe import Markup

from briefgen.model.brief import (
    Brief,
    Claim,
    Coverage,
    Entity,
    Event,
    Figure,
    Gap,
    Line,
    Outlook,
    Passage,
    Source,
    Status,
)
from briefgen.model.problem import TemplateError, nearest
from briefgen.render import phrases
from briefgen.render.compiled import Compiled, compiled
from briefgen.render.cost import TooCostlyError
from briefgen.render.dates import (
    PERCENT,
    amount_words,
    clock_words,
    date_words,
    due_words,
    event_when,
    number_words,
    when_words,
)
from briefgen.render.escaping import as_markdown, escape_markdown, shown, typographic
from briefgen.render.labels import TABLES, Labels, fill
from briefgen.render.sandbox import Sandbox, Shape, own_filter
from briefgen.render.templates import SHIPPED, Templates, audiences, shipped, stands_for
from briefgen.render.view import Exhibit, View, has_day, is_past

NAMES = ("view", "brief", "audience", "labels", "charts")
"""What a template is given."""

PARAGRAPH = re.compile(r"paragraph (\d+)")
"""The place of a sentence in a plain text, which the labels tell in their language."""
MOST_CITED = 6
"""Citations behind a gap that rests on many."""

LARGEST = 1_000_000
"""Signs of a template's file."""
TEMPLATE = "brief.md.jinja"
"""The template of an audience, in its folder."""

STOPS = ".!?…"
CLOSING = "”’\"')]»"


def environment(templates: Templates, labels: Labels, keep: bool = False) -> Sandbox:
    """An environment over the folders of `templates` with the filters that `docs/templates.md` lists.

    Whatever a template puts out passes the Markdown escaper, unless a filter here made it. With `keep`,
    templates that ship are compiled once for many runs.
    """
    only_shipped = keep and all(folder == shipped() for folder in templates.folders)
    found = Sandbox(
        loader=Folders(templates),
        bytecode_cache=compiled() if only_shipped else None,
        undefined=Unknown,
        autoescape=True,
        optimized=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.undefined = partial(unknown, labels=labels, templates=templates)  # type: ignore[assignment]
    found.hold = partial(hold, last=templates.folders[-1])
    found.filters.update({name: own_filter(work, found.meter) for name, work in filters(labels).items()})
    return found


def hold(template: nodes.Template, file: str, last: Path) -> None:
    """Refuse what a template of the user's own compares with no word that there is.

    What ships, in the folder `last`, is held to the same by tests. Raises `TemplateError`.
    """
    if Path(file).is_relative_to(last):
        return
    from briefgen.render.choices import misspelt

    for line, wrong in misspelt(template):
        raise TemplateError(f"{file}, line {line}: {wrong}")


class Folders(FileSystemLoader):
    """Templates from the first folder that has them; with `shipped/` before the name from the last.

    The template of an audience that has none of its own is the one that all share.
    """

    def __init__(self, templates: Templates) -> None:
        super().__init__(templates.folders, encoding="utf-8")
        self.templates = templates
        self.last = FileSystemLoader(templates.folders[-1], encoding="utf-8")

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template and the file that it stands in."""
        name = stands_for(template, TEMPLATE, self.templates.folders)
        bare = name.removeprefix(f"{SHIPPED}/")
        below = bare != name
        try:
            look = self.last.get_source if below else super().get_source
            found = look(environment, bare)
        except (OSError, UnicodeDecodeError) as error:
            if isinstance(error, TemplateNotFound):
                raise
            raise TemplateError(f"{template}: cannot be read: {error}") from error
        if len(found[0]) > LARGEST:
            raise TemplateError(f"{found[1]}: has {len(found[0]):,} signs; the most is {LARGEST:,}")
        return found


def told(claim: Claim, view: View, labels: Labels) -> str:
    """What is claimed, with whom it is told according to, where it stands inside another claim.

    Where nobody is named the words that report it belong to it: "the cause is not known".
    """
    words = as_markdown(line_words(claim.content if claim.speaker.words else claim.statement, labels))
    teller = phrases.teller(claim, view, labels)
    return Markup(f"{words} {as_markdown(teller)}") if teller else words


def filters(labels: Labels) -> Mapping[str, Callable[..., Any]]:
    """What a template may put behind a `|`."""
    return {
        "line": lambda line: as_markdown(line_words(line, labels)),
        "sentence": lambda line: as_markdown(stopped(line_words(line, labels))),
        "cite": cite,
        "sourced": sourced,
        "date": lambda value: date_words(value, labels) or value,
        "when": lambda one: event_when(one, labels) if isinstance(one, Event) else when_words(one, labels),
        "due": lambda one, view: due(one, view, labels),
        "clock": lambda when: clock_words(when) or labels.text["none"],
        "number": lambda value: labels.numeral(number_words(value)),
        "amount": lambda figure: amount(figure, labels),
        "count": lambda number, name: counted(number, name, labels),
        "plural": lambda number, forms, **words: plural(number, forms, labels, words),
        "standing": lambda status: f"{labels.marks[status]} {labels.statuses[status]}",
        "led": lambda status, news="": led(status, news, labels),
        "address": phrases.address,
        "anchor": anchor,
        "marked": marked,
        "facts": lambda view: phrases.facts(view, labels),
        "more": lambda view, name: remark(name, view, labels),
        "legend": lambda view: phrases.legend(view, labels),
        "base": lambda brief: phrases.base(brief, labels),
        "descriptor": lambda source, *keys: described(source, keys, labels),
        "statements": phrases.statements,
        "who": lambda told, view: phrases.who(told, view, labels),
        "speakers": lambda claims, view: phrases.speakers(claims, view, labels),
        "replies": lambda check, view: phrases.replies(check, view, labels),
        "stance": lambda claim, view=None: phrases.stance(claim, labels),
        "told": lambda claim, view: told(claim, view, labels),
        "wording": lambda claim: phrases.wording(claim, labels),
        "aliases": lambda entity: phrases.aliases(entity, labels),
        "roles": lambda entity: roles(entity, labels),
        "figure_date": lambda figure: phrases.figure_date(figure, labels),
        "bearing": lambda gap: bearing(gap, labels),
        "became": lambda row: became(row, labels),
        "coverage": lambda row: phrases.coverage(row, labels),
        "whence": lambda exhibit: whence(exhibit, labels),
        "noted": lambda passages: noted(passages, labels),
        "since": lambda view, short=False: phrases.since(view, labels, short=short),
        "differs": lambda change: phrases.differs(change, labels),
        "answers": lambda change, view: phrases.answers(change, view, labels),
        "dated": lambda figure, view: dated(figure, view, labels),
        "how": lambda move: labels.changes[move.kind],
    }


def counted(number: int, name: str, labels: Labels) -> str:
    """`number` with the noun that the labels have under `name`: "2 sources"."""
    if name not in labels.counts:
        near = nearest(name, labels.counts)
        hint = f"; did you mean `{near}`?" if near else ""
        raise LookupError(f"the labels' [counts] have no `{name}`{hint}")
    return labels.count(name, number)


def remark(name: str, view: View, labels: Labels) -> str:
    """What is to be said of a section or of the brief itself under `name`; empty where there is nothing."""
    _known(name, phrases.REMARKS, "remark")
    return phrases.remarks(view, labels).get(name, "")


def due(one: Outlook, view: View, labels: Labels) -> str:
    """The day of what is expected, and whether it is past; nothing where it is not known."""
    if one.when is None or not has_day(one.when):
        return ""
    return due_words(one.when, is_past(one.when, view.brief), labels)


def led(status: Status, news: str, labels: Labels) -> Markup:
    """A status with its sign, to lead an item; before it that the item is "new" or "changed", if it is."""
    words = [labels.changes[news]] if news else []
    told = " · ".join([*words, labels.statuses[status]])
    return Markup(f"{labels.marks[status]} **{as_markdown(told)}**")


def described(source: Source, keys: Sequence[str], labels: Labels) -> list[tuple[str, str | Markup]]:
    """Pairs of what to know of a source: those called `keys`, or all."""
    for key in keys:
        _known(key, phrases.DESCRIBED, "part of a descriptor")
    return phrases.descriptor(source, labels, *keys)


def _known(name: str, known: Sequence[str], noun: str) -> None:
    """Raise `LookupError` with the nearest right name where `name` is none of those that are known."""
    if name not in known:
        near = nearest(name, known)
        hint = f"did you mean `{near}`? " if near else ""
        raise LookupError(f"there is no {noun} `{name}`; {hint}known are {', '.join(known)}")


def plural(number: int, forms: Sequence[str], labels: Labels, words: Mapping[str, object]) -> str:
    """The form for one or for any other number, filled with the number as `count` and with `words`."""
    return fill(forms[number != 1], count=labels.numeral(f"{number:,}"), **words)


def line_words(line: Line, labels: Labels) -> str:
    """A line as it is shown: dates that were resolved in it written as people write them."""
    parts = []
    for piece in line.pieces:
        value = piece.text.strip(" []") if piece.kind == "date" else ""
        words = date_words(value, labels)
        parts.append(f" [{words}]" if words else piece.text)
    return shown("".join(parts))


def stopped(words: str) -> str:
    """`words` with a full stop, unless they end a sentence already."""
    bare = words.rstrip(CLOSING)
    return words if bare[-1:] in STOPS or words[-1:] in STOPS else f"{words}."


def amount(figure: Figure, labels: Labels) -> str:
    """The number of a figure with its bound, its unit and, for a rate, what it is counted over."""
    words = amount_words(figure, labels)
    if figure.worded and not figure.worded[0].isdecimal():
        return words
    unit = f" {figure.unit}" if figure.unit and figure.unit not in PERCENT and not figure.money else ""
    return f"{words}{unit}" + (f" {labels.text['per']} {figure.per}" if figure.per else "")


def dated(figure: Figure, view: View, labels: Labels) -> str:
    """The number of a figure with the day for which it holds, or else was said or published."""
    when = phrases.figure_day(figure, view, labels)
    return f"{amount(figure, labels)} ({when})" if when else amount(figure, labels)


def cite(names: tuple[str, ...], most: int | None = None) -> Markup:
    """Citations of evidence and sources, `[3](#e3) [S1](#s1)`; beyond `most` of them a count."""
    names = tuple(sorted(names, key=_place_of))
    links = [f"[{name.removeprefix('E')}](#{name.lower()})" for name in names[:most]]
    more = f" (+{len(names) - len(links)})" if len(names) > len(links) else ""
    return Markup(" ".join(links) + more)


def _place_of(name: str) -> tuple[int, int, int]:
    """Evidence first, then sources, then what is of an earlier edition."""
    number, _, sentence = name[1:].partition("-")
    return "ESP".index(name[0]), int(number), int(sentence or 0)


def sourced(names: tuple[str, ...], view: View) -> Markup:
    """Citations of evidence and, in a brief of several sources, of the sources it is from."""
    alone = len(view.brief.sources) == 1
    sources = (
        () if alone else dict.fromkeys(f"S{view.numbers[name]}" for name in names if name in view.numbers)
    )
    return cite((*names, *sources))


def anchor(title: str) -> Markup:
    """The anchor that viewers of Markdown give the heading `title`."""
    kept = "".join(sign for sign in title.strip().lower() if sign.isalnum() or sign in "_- ")
    return Markup(kept.replace(" ", "-"))


def section_link(name: str, labels: Labels) -> Markup:
    """A link to a section, by its title."""
    title = labels.sections[name]
    return Markup(f"[{as_markdown(title)}](#{anchor(title)})")


def bearing(gap: Gap, labels: Labels) -> Markup:
    """What a gap rests on: evidence, sources, or the coverage."""
    return cite(gap.evidence, MOST_CITED) if gap.evidence else section_link("coverage", labels) + "."


def became(row: Coverage, labels: Labels) -> Markup:
    """What became of an input, and the source that it is or repeats."""
    words = as_markdown(labels.coverage[row.state])
    return words + " " + cite((f"S{row.source}",)) if row.source else words


def whence(exhibit: Exhibit, labels: Labels) -> Markup:
    """Where a cited sentence stands, and which sections cite it."""
    links = ", ".join(section_link(name, labels) for name in exhibit.cited_in)
    numbered = PARAGRAPH.fullmatch(exhibit.evidence.locator)
    told = labels.text["paragraph"].format(number=numbered[1]) if numbered else exhibit.evidence.locator
    place: str = as_markdown(told)
    if exhibit.whole_at:
        place = f"{place}, {labels.text['whole_at']} {cite((exhibit.whole_at,))}"
    if exhibit.evidence.id.startswith("P"):
        source = f"P{exhibit.evidence.source}"
        kept = as_markdown(labels.changes["kept"])
        return Markup(f"{cite((source,))}, {place} · {labels.text['cited_in']} {links} · {kept}")
    return Markup(f"{cite((f'S{exhibit.evidence.source}',))}, {place} · {labels.text['cited_in']} {links}")


def noted(passages: tuple[Passage, ...], labels: Labels) -> Markup:
    """A person's notes as Markdown, each word of them as it was written."""
    from briefgen.render.notes import notes_markdown

    taken = {str(anchor(title)) for title in labels.sections.values()}
    return Markup(notes_markdown(passages, lambda title: str(anchor(title)) in taken))


def roles(entity: Entity, labels: Labels) -> str:
    """What sources call a person."""
    return "; ".join(line_words(role, labels) for role in entity.roles) or labels.text["none"]


def marked(exhibit: Exhibit) -> Markup:
    """A paragraph with the cited sentence in bold."""
    parts = [shown(part) for part in (exhibit.before, exhibit.evidence.quote, exhibit.after)]
    apart = all(not part or part[side].isspace() for part, side in ((exhibit.before, -1), (exhibit.after, 0)))
    words = typographic(" ".join(part for part in parts if part))
    if not apart or not parts[1]:
        return Markup(escape_markdown(words))
    start = len(parts[0]) + bool(parts[0])
    end = start + len(parts[1])
    before, quote, after = (escape_markdown(part) for part in (words[:start], words[start:end], words[end:]))
    return Markup(f"{before}**{quote}**{after}")


def render(environment: Sandbox, name: str, brief: Brief, **values: object) -> str:
    """The template `name` filled with `brief`, whose size tells how much it may cost, and `values`.

    Raises `TemplateError` with file, line, cause and, for an unknown name, the nearest right one.
    """
    environment.meter.allow(brief)
    try:
        template = environment.get_template(name)
        check_shape(name, environment)
        text = str(template.render(brief=brief, **values))
        if isinstance(environment.bytecode_cache, Compiled):
            environment.bytecode_cache.keep()
        return text
    except TemplateSyntaxError as error:
        told = _in_words(environment, error)
        raise TemplateError(f"{error.filename or name}, line {error.lineno}: {told}") from error
    except TemplateNotFound as error:
        raise TemplateError(f"{_place(error, name)}: {_not_found(error, environment)}") from error
    except UndefinedError as error:
        raise TemplateError(f"{_place(error, name)}: {error.message}") from error
    except RecursionError as error:
        raise TemplateError(f"{_place(error, name)}: it calls or includes itself without end") from error
    except KeyError as error:
        raise TemplateError(f"{_place(error, name)}: there is no {error}") from error
    except JinjaError as error:
        raise TemplateError(f"{_place(error, name)}: {_in_words(environment, error)}") from error
    except (
        ArithmeticError,
        AttributeError,
        LookupError,
        SyntaxError,
        TooCostlyError,
        TypeError,
        ValueError,
    ) as error:
        raise TemplateError(f"{_place(error, name)}: {str(error) or type(error).__name__}") from error


def source_of(name: str, environment: Sandbox) -> tuple[str, str]:
    """The text of the template `name` and the file that it stands in; raises `TemplateError` without one."""
    assert environment.loader is not None
    try:
        text, file, _ = environment.loader.get_source(environment, name)
    except TemplateNotFound as error:
        raise TemplateError(_not_found(error, environment)) from error
    return text, file or name


def shape_of(name: str, environment: Sandbox) -> Shape:
    """What the compiler sees of a template, which is compiled again where its code was kept."""
    if name not in environment.shapes:
        source, file, _ = environment.loader.get_source(environment, name)  # type: ignore[union-attr]
        environment.compile(source, name, file)
    return environment.shapes[name]


def check_shape(name: str, environment: Sandbox) -> None:
    """Refuse a block that no template above has a place for, and text that would never be shown.

    Jinja passes over both, so that a mistyped name would cost a section without a word.
    """
    shape = environment.shapes.get(name)
    if shape is None or shape.extends is None:  # none for what was compiled, and held, before
        return
    if shape.stray is not None:
        raise TemplateError(
            f"{shape.file}, line {shape.stray}: what stands outside of blocks is not shown where a template "
            f"extends another; put it into a block"
        )
    try:
        known = blocks_above(name, environment)
    except TemplateNotFound:
        return  # told, with its line, when it is rendered
    for block in sorted(shape.outer - known, key=lambda one: shape.blocks[one]):
        near = nearest(block, known)
        hint = f"; did you mean `{near}`?" if near else f"; its blocks are {', '.join(sorted(known))}"
        raise TemplateError(
            f"{shape.file}, line {shape.blocks[block]}: {shape.extends} has no block `{block}`{hint}"
        )
    check_shape(shape.extends, environment)


def blocks_above(name: str, environment: Sandbox) -> frozenset[str]:
    """The blocks of all templates that the template `name` extends.

    Raises `TemplateError` where they extend each other in a circle.
    """
    found: set[str] = set()
    seen = [name]
    shape = shape_of(name, environment)
    while shape.extends is not None:
        if shape.extends in seen:
            raise TemplateError(f"{shape.file}: {_circle(shape.extends, seen[-1], environment)}")
        seen.append(shape.extends)
        environment.get_template(shape.extends)
        shape = shape_of(shape.extends, environment)
        found |= shape.blocks.keys()
    return frozenset(found)


def _circle(above: str, name: str, environment: Sandbox) -> str:
    """What to say of a template `name` that extends `above`, and so itself, by way of others or not."""
    below = f"{SHIPPED}/{above.removeprefix(f'{SHIPPED}/')}"
    way = "itself" if above == name else f"{above}, which builds on it in turn"
    assert environment.loader is not None
    try:
        environment.loader.get_source(environment, below)
    except TemplateNotFound:
        return f"it extends {way}; name another template there"
    return f'it extends {way}; to build on the one that ships, write {{% extends "{below}" %}}'


def _not_found(error: TemplateNotFound, environment: Sandbox) -> str:
    """What to say of a template that there is not."""
    assert environment.loader is not None
    there = {name for name in environment.loader.list_templates() if name.endswith(".jinja")}
    if isinstance(environment.loader, Folders):
        there |= {f"{audience}/{TEMPLATE}" for audience in audiences(environment.loader.templates)}
    near = nearest(str(error.name), sorted(there))
    hint = f"; did you mean “{near}”?" if near else ""
    return f"there is no template “{error.name}”{hint}"


def _in_words(environment: Sandbox, error: JinjaError) -> str:
    """What `error` means, with the known filter or test nearest to an unknown one that it names."""
    from briefgen.render.syntax import in_words

    message = error.message or str(error)
    unknown = re.match(r"No (filter|test) named '(.+?)'", message)
    if not unknown:
        return in_words(message)
    known = environment.filters if unknown[1] == "filter" else environment.tests
    near = nearest(unknown[2], [name for name in known if name.isidentifier()])
    return in_words(message) + (f"; did you mean `{near}`?" if near else "")


def _place(error: Exception, name: str) -> str:
    """File and line of the template in which `error` arose."""
    import traceback

    frames = [step for step in traceback.extract_tb(error.__traceback__) if ".jinja" in step.filename]
    return f"{frames[-1].filename}, line {frames[-1].lineno}" if frames else name


class Unknown(StrictUndefined):
    """What stands for an unknown name: an error that names it and the nearest known one."""

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        name, owner = str(self._undefined_name), self._undefined_obj
        near = nearest(name, known_names(owner))
        label = f"{type(owner).__name__.lower()}." if isinstance(owner, msgspec.Struct) else ""
        hint = f"; did you mean `{label}{near}`?" if near else ""
        return f"there is no `{label}{name}`{hint}"


def unknown(
    hint: str | None = None,
    obj: Any = missing,  # noqa: ANN401 - as Jinja calls it
    name: str | None = None,
    exc: type[TemplateRuntimeError] = UndefinedError,
    *,
    labels: Labels,
    templates: Templates,
) -> Unknown:
    """What stands for an unknown name; of a word that the labels lack it tells in which file to add it."""
    table = next((table for table in TABLES if getattr(labels, table) is obj), None)
    if hint is None and table is not None and name is not None:
        from briefgen.render.lending import no_such_word

        hint = no_such_word(table, name, labels, templates)
    return Unknown(hint, obj, name, exc)


def known_names(owner: object) -> list[str]:
    """What a template may write behind a point after `owner`, or, where there is none, by itself."""
    if isinstance(owner, msgspec.Struct):
        return [name for name in dir(owner) if not name.startswith("_")]
    if isinstance(owner, dict):
        return [str(key) for key in owner]
    if isinstance(owner, TemplateModule):
        return [name for name in vars(owner) if not name.startswith("_")]
    return list(NAMES)
