"""Say in a line, or in a few, what an edition brings against the one before it."""

from collections.abc import Iterator, Sequence

from briefgen.deliver.telling import changes_in
from briefgen.model.brief import Brief, Change, Changes, Figure, Line
from briefgen.model.edition import Delivery, Edition


def summary(found: Edition, quiet: bool = False, had: int | None = None) -> str:
    """What `found` brings: "first edition", "3 new, 1 changed since edition 11".

    Of a `quiet` note "nothing new since edition 11". `had` is the edition that its counts are told against,
    where it is not the one before.
    """
    if quiet:
        return f"nothing new since edition {found.number}"
    told = changes_in(found)
    return told if found.counts.new is None else f"{told} since edition {had or found.number - 1}"


def whither(first: Delivery, *others: Delivery) -> str:
    """What is on its way to whom: "edition 12 by desk to anna@example.org".

    The `others` are the same, by the same channel, to other recipients.
    """
    recipient = (
        ""
        if first.recipient == first.channel
        else f" to {named([one.recipient for one in (first, *others)])}"
    )
    if first.quiet is None:
        return f"edition {first.edition} by {first.channel}{recipient}"
    return f"the note that nothing is new since edition {first.edition}, by {first.channel}{recipient}"


NAMED = 3
"""Recipients that a line names."""


def named(names: Sequence[str], most: int = NAMED) -> str:
    """Recipients in words, at most so many: "a and b"; "a, b and 4 more"."""
    if len(names) > most:
        names = [*names[: most - 1], f"{len(names) - most + 1:,} more"]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def lead_lines(brief: Brief) -> tuple[str, ...]:
    """The bottom line of `brief`, a line for each sentence, behind its status."""
    return tuple(f"{point.status}: {_words(point.line)}" for point in brief.bottom_line)


def change_lines(brief: Brief) -> tuple[str, ...]:
    """What `brief` tells otherwise than the edition before, a line for each change, in the sources' words."""
    if brief.changes is None:
        return ()
    told = (*map(_change, brief.changes.changes), *_moves(brief, brief.changes), *_notes(brief.changes))
    return (*told, *_remarked(brief, brief.changes))


def _change(one: Change) -> str:
    now, before = _words(one.line), _words(one.before)
    if one.kind == "withdrawn":
        return f"withdrawn: {before}"
    if one.kind == "status":
        return f"now {one.status}, was {one.was}: {now}"
    earlier = f" (before: {before})" if one.kind == "changed" and before else ""
    head = f"{KINDS[one.kind]}, {one.status}" if one.status else KINDS[one.kind]
    return f"{head}: {now}{earlier}"


KINDS = {"new": "new", "changed": "changed", "repeated": "said again"}


def _moves(brief: Brief, changes: Changes) -> Iterator[str]:
    figures = {figure.id: figure for figure in brief.figures}
    for move in changes.moves:
        now = figures.get(move.figure)
        if now is not None:
            moved = f"figure moved from {_amount(move.before)} to {_amount(now)}"
            yield f"{moved}: {_words(now.what)} (before: {_words(move.before.what)})"


def _amount(one: Figure) -> str:
    """The number of a figure with what it counts: "at least 5 dead", "USD 42,000,000"."""
    ends = (one.value, one.high)
    number = one.worded or " to ".join(f"{end:,.12g}" for end in ends if end is not None)
    bound = "" if one.bound in ("exact", "range") else one.bound.replace("_", " ")
    per = f"per {one.per}" if one.per else ""
    return " ".join(word for word in (bound, one.money, number, one.unit, per) if word)


def _remarked(brief: Brief, changes: Changes) -> Iterator[str]:
    if changes.declared:
        was, now = changes.declared
        yield f"now {now or 'not marked'}, was {was or 'not marked'}: the whole brief"
    for number, was in changes.remarked:
        source = brief.sources[number - 1]
        yield f"now {source.marking or 'not marked'}, was {was or 'not marked'}: {source.name}"


def _notes(changes: Changes) -> Iterator[str]:
    """What is otherwise in a person's own notes, which are no source's words."""
    for was, now in changes.notes:
        before, after = (one.whole if one else "" for one in (was, now))
        if now is None:
            yield f"note withdrawn: {before}"
        else:
            yield f"note changed: {after} (before: {before})" if was else f"note new: {after}"


def _words(line: Line | None) -> str:
    return " ".join(line.text.split()) if line else ""
