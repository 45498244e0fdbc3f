"""A person's notes among the sources that they name, whose numbers change from edition to edition."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from msgspec.structs import replace

from briefgen.model.brief import Brief, Notes, Passage, Stretch
from briefgen.model.problem import InputError, Problem, nearest

NUMBERED = re.compile(r"\[S(\d{1,6})\]")
"""A source by its number, as briefs cite it."""


def with_full_names(notes: Notes, names: Iterable[str]) -> Notes:
    """`notes` with every source that they name under its whole name, one of `names`.

    A name may be given without its folders and without its ending. Raises `InputError` for each that is
    none, with the nearest that is one, and for each that several have.
    """
    known = tuple(sorted(set(names)))
    problems: list[str] = []
    passages = tuple(_named(passage, known, notes.name, problems) for passage in notes.passages)
    if problems:
        raise InputError("\n".join(problems))
    return replace(notes, passages=passages)


Moved = Callable[[], Mapping[str, str]]
"""Gives the present name of sources that had another before, by that one."""


def followed(
    notes: Notes, names: Iterable[str], moved: Moved
) -> tuple[Notes, tuple[Problem, ...], frozenset[str]]:
    """`notes` for a brief that is made again and again, whose sources come, go and are renamed.

    A source that was renamed is followed. Every other name that is none of `names`, or may be several, is a
    problem and stands as it is; the last of what is returned are these.
    """
    known = tuple(sorted(set(names)))
    problems: list[Problem] = []
    lost: set[str] = set()

    def follow(one: Stretch, line: int) -> Stretch:
        found = _matching(one.text, known) if one.kind == "source" else [""]
        if len(found) == 1:
            return one
        now = set() if found else _present(one.text, moved())
        if len(now) == 1:
            return replace(one, text=now.pop())
        problems.append(Problem(_unknown(one.text, found, known), f"line {line}"))
        lost.add(one.text)
        return one

    passages = tuple(
        replace(passage, stretches=tuple(follow(one, passage.line) for one in passage.stretches))
        for passage in notes.passages
    )
    return replace(notes, passages=passages), tuple(problems), frozenset(lost)


def _present(wanted: str, moved: Mapping[str, str]) -> set[str]:
    return {moved[name] for name in _matching(wanted, tuple(moved))}


def _named(passage: Passage, known: tuple[str, ...], file: str, problems: list[str]) -> Passage:
    stretches = []
    for one in passage.stretches:
        if one.kind == "source":
            found = _matching(one.text, known)
            if len(found) != 1:
                problems.append(f"{file}, line {passage.line}: {_unknown(one.text, found, known)}")
            one = replace(one, text=found[0] if found else one.text)
        stretches.append(one)
    return replace(passage, stretches=tuple(stretches))


def _matching(wanted: str, known: tuple[str, ...]) -> list[str]:
    """Those of `known` that `wanted` names: in whole, without folders, or without folders and ending."""
    wanted = wanted.strip("/").casefold()
    whole = [name for name in known if name.casefold() == wanted]
    bare = {name: name.removesuffix(PurePosixPath(name).suffix) for name in known}
    return whole or _ending(wanted, {name: name for name in known}) or _ending(wanted, bare)


def _ending(wanted: str, known: Mapping[str, str]) -> list[str]:
    return [name for name, path in known.items() if f"/{path}".casefold().endswith(f"/{wanted}")]


def _unknown(wanted: str, found: list[str], known: tuple[str, ...]) -> str:
    if found:
        return f"[[{wanted}]] may be {' or '.join(found)}: write more of its name"
    short = {PurePosixPath(name).name: name for name in known}
    near = nearest(wanted, (*short, *known))
    hint = f"did you mean [[{near}]]?" if near else "name it as the brief's coverage does"
    return f"there is no source [[{wanted}]]; {hint}"


def sources_named(notes: Notes) -> frozenset[str]:
    """Names of the sources that `notes` name."""
    return frozenset(
        one.text for passage in notes.passages for one in passage.stretches if one.kind == "source"
    )


def with_numbers(notes: Notes, brief: Brief) -> Notes:
    """`notes` with the number that each source has in `brief`; an exact copy has that of what it repeats."""
    numbers = {row.name: row.source for row in brief.coverage}
    passages = (
        replace(passage, stretches=tuple(_numbered(one, numbers) for one in passage.stretches))
        for passage in notes.passages
    )
    return replace(notes, passages=tuple(passages))


def _numbered(one: Stretch, numbers: Mapping[str, int | None]) -> Stretch:
    return replace(one, source=numbers.get(one.text)) if one.kind == "source" else one


def remarks_on_numbers(notes: Notes, names: tuple[str, ...]) -> Iterator[Problem]:
    """What is to be said of sources that are cited by a number, which another edition gives to another.

    `names` are those of the sources in the order of their numbers.
    """
    for passage in notes.passages:
        for found in NUMBERED.finditer(passage.text):
            number = int(found[1])
            now = f"; now it is [[{names[number - 1]}]]" if 0 < number <= len(names) else ""
            yield Problem(
                f"{found[0]} leads nowhere, as numbers change from edition to edition: name the file{now}",
                f"{notes.name}, line {passage.line}",
            )


def remarks_on_absence(notes: Notes, used: Iterable[str]) -> Iterator[Problem]:
    """What is to be said of inputs that are named and became no source, such as one that cannot be read."""
    for name in sorted(sources_named(notes).difference(used)):
        lines = [one.line for one in notes.passages if any(_is(name, stretch) for stretch in one.stretches)]
        yield Problem(
            f"{name} is not among the sources that this brief tells of, so its name is no link",
            f"{notes.name}, line {lines[0]}",
        )


def _is(name: str, one: Stretch) -> bool:
    return one.kind == "source" and one.text == name
