"""What changed between two editions as plain lines, for a terminal or a message."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple, get_args

from briefgen.model.audience import Audience, ChangeShown, Limits
from briefgen.model.brief import Brief, Change, ChangeKind, Evidence, Line, Move, Passage
from briefgen.render import Folder
from briefgen.render.escaping import shown
from briefgen.render.jinja import PARAGRAPH, dated, line_words, stopped
from briefgen.render.labels import Labels
from briefgen.render.phrases import answers, differs, since, who
from briefgen.render.view import View, view_of

STEP = "  "


class Told(NamedTuple):
    """What a line is made from."""

    view: View
    labels: Labels
    places: Mapping[str, str]
    """Of each piece of evidence its source and where it stands there: "S1, paragraph 3"."""

    def placed(self, line: Line) -> str:
        """The words of a line, and in brackets where its first sentence stands."""
        return f"{stopped(line_words(line, self.labels))} [{self.places[line.evidence[0]]}]"

    def became(self, fate: str) -> str:
        """What became of a source."""
        return self.labels.changes[f"source_{fate}"]


def difference(brief: Brief, folder: Folder) -> tuple[str, ...]:
    """What `brief` tells otherwise than the edition that it was compared with, in the words of `folder`.

    The first line tells it in numbers; each kind of change follows below its name, all of it, whatever limits
    the audience of `folder` has. Behind the words stands where they are: `[S1, paragraph 3]`, and of the
    earlier edition `[P1, paragraph 3]`, whose sources are listed at the end. No characters that steer a
    terminal are in it. Raises `ValueError` where the brief was compared with no other.
    """
    if brief.changes is None:
        raise ValueError(f"edition {brief.edition} of {brief.name} was compared with no other")
    whole = Audience(
        folder.audience.name,
        folder.audience.title,
        folder.audience.description,
        ("changes",),
        Limits(key_points=None),
        plain=folder.audience.plain,
    )
    labels = folder.labels
    places = {one.id: f"S{one.source}, {_place(one, labels)}" for one in brief.evidence}
    places |= {one.id: f"P{one.source}, {_place(one, labels)}" for one in brief.changes.evidence}
    return tuple(_lines(Told(view_of(brief, whole, folder.scheme), labels, places)))


def _place(one: Evidence, labels: Labels) -> str:
    numbered = PARAGRAPH.fullmatch(one.locator)
    return labels.text["paragraph"].format(number=numbered[1]) if numbered else shown(one.locator)


def _lines(told: Told) -> Iterator[str]:
    yield since(told.view, told.labels)
    for kind in get_args(ChangeShown):
        rows = list(_of_kind(kind, told))
        if rows:
            yield ""
            yield told.labels.changes[kind]
            yield from (STEP + row for row in rows)


def _of_kind(kind: str, told: Told) -> Iterator[str]:
    if kind == "figures":
        for move in told.view.moves:
            yield from _moved(move, told)
    elif kind == "notes":
        yield from _notes(told)
    elif kind == "sources":
        yield from _sources(told)
    for change in (one for one in told.view.changes if one.kind == kind):
        yield from WAYS[change.kind](change, told)


def _new(change: Change, told: Told) -> Iterator[str]:
    assert change.line is not None
    yield told.placed(change.line)


def _withdrawn(change: Change, told: Told) -> Iterator[str]:
    assert change.before is not None
    assert change.fate is not None
    yield f"{told.placed(change.before)} ({told.became(change.fate)})"


def _changed(change: Change, told: Told) -> Iterator[str]:
    assert change.line is not None
    assert change.before is not None
    yield f"{told.placed(change.line)} ({differs(change, told.labels)})"
    yield f"{STEP}{told.labels.heads['was']}: {told.placed(change.before)}"


def _status(change: Change, told: Told) -> Iterator[str]:
    assert change.line is not None
    assert change.status is not None
    assert change.was is not None
    statuses = told.labels.statuses
    whose = f" ({shown(answers(change, told.view, told.labels))})" if change.replies else ""
    yield told.placed(change.line)
    yield f"{STEP}{statuses[change.was]} → {statuses[change.status]}{whose}"


WAYS: Mapping[ChangeKind, Callable[[Change, Told], Iterator[str]]] = MappingProxyType(
    {"new": _new, "repeated": _new, "withdrawn": _withdrawn, "changed": _changed, "status": _status}
)


def _moved(move: Move, told: Told) -> Iterator[str]:
    figure = told.view.moved[move.figure]
    was, now = (shown(dated(one, told.view, told.labels)) for one in (move.before, figure))
    how, whose = told.labels.changes[move.kind], shown(who(figure, told.view, told.labels))
    yield f"{was} → {now}, {how}, {whose}"
    yield STEP + told.placed(figure.what)


def _notes(told: Told) -> Iterator[str]:
    """A person's own words as they are and were: no source's, so without a place in one."""
    changes = told.view.brief.changes
    assert changes is not None
    for was, now in changes.notes:
        if now is None:
            assert was is not None
            yield f"{told.labels.changes['withdrawn']}: {_noted(was)}"
        else:
            yield f"{told.labels.changes['changed' if was else 'new']}: {_noted(now)}"
            if was:
                yield f"{STEP}{told.labels.heads['was']}: {_noted(was)}"


def _noted(one: Passage) -> str:
    return shown(one.whole)


def _remarked(told: Told) -> Iterator[str]:
    """Sources whose marking alone is another."""
    changes = told.view.brief.changes
    assert changes is not None
    words, unmarked = told.labels.changes["remarked"], told.labels.changes["unmarked"]
    if changes.declared:
        yield f"{words}: {shown(' → '.join(mark or unmarked for mark in changes.declared))}"
    for number, was in changes.remarked:
        source = told.view.brief.sources[number - 1]
        marks = shown(f"{was or unmarked} → {source.marking or unmarked}")
        yield f"{source.id}: {shown(source.name)} ({words}: {marks})"


def _sources(told: Told) -> Iterator[str]:
    changes = told.view.brief.changes
    assert changes is not None
    fates = {**dict.fromkeys(changes.came, "came"), **dict.fromkeys(changes.renewed, "changed")}
    renewed = {one.now: one for one in told.view.earlier if one.fate == "changed" and one.now}
    for source in (one for one in told.view.brief.sources if one.number in fates):
        names, ids = [shown(source.name)], [source.id]
        if (was := renewed.pop(source.number, None)) is not None:
            names, ids = list(dict.fromkeys([shown(was.source.name), *names])), [was.id, *ids]
        yield f"{' → '.join(ids)}: {' → '.join(names)} ({told.became(fates[source.number])})"
    yield from _remarked(told)
    for earlier in told.view.earlier:
        if earlier.fate != "changed" or not earlier.now or earlier.now in renewed:
            yield f"{earlier.id}: {shown(earlier.source.name)} ({told.became(earlier.fate)})"
