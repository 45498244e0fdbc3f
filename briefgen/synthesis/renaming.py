"""Number the evidence of a brief anew, once it is known which sentences it cites."""

from collections.abc import Mapping
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from briefgen.model.brief import Alias, Brief, Line, Piece

Told = TypeVar("Told", bound=msgspec.Struct)


class Names(msgspec.Struct, frozen=True):
    """New ids of evidence by old ones, and the lines that have been renamed by their identity.

    Most lines stand in several sections, so each is made once.
    """

    ids: Mapping[str, str]
    lines: dict[int, tuple[Line, Line]]


SECTIONS = (
    "bottom_line",
    "key_points",
    "claims",
    "timeline",
    "figures",
    "entities",
    "outlook",
    "gaps",
)
"""The fields of a brief whose rows rest on evidence."""


def renamed(brief: Brief, ids: Mapping[str, str]) -> Brief:
    """`brief` with every id of evidence that `ids` has replaced; its `evidence` is left as it is."""
    names = Names(ids, {})
    sections = {name: tuple(_row(row, names) for row in getattr(brief, name)) for name in SECTIONS}
    return replace(brief, **sections)


def renamed_row(row: Told, ids: Mapping[str, str]) -> Told:
    """`row` with every id of evidence that `ids` has replaced."""
    return _row(row, Names(ids, {}))


def renamed_line(line: Line, ids: Mapping[str, str]) -> Line:
    """`line` with every id of evidence that `ids` has replaced."""
    return _line(line, Names(ids, {}))


def _row(row: Told, names: Names) -> Told:
    changes = {name: _value(name, getattr(row, name), names) for name in row.__struct_fields__}
    return replace(row, **changes)


def _value(field: str, value: object, names: Names) -> object:
    """The value of a field: lines and ids of evidence renamed, everything else as it is."""
    if isinstance(value, Line):
        return _line(value, names)
    if field == "evidence" and isinstance(value, tuple):
        return tuple(names.ids.get(name, name) for name in value)
    if isinstance(value, tuple) and value and isinstance(value[0], Line | Alias):
        return tuple(_line(one, names) if isinstance(one, Line) else _alias(one, names) for one in value)
    return value


def _alias(alias: Alias, names: Names) -> Alias:
    return replace(alias, evidence=names.ids.get(alias.evidence, alias.evidence))


def _line(line: Line, names: Names) -> Line:
    done = names.lines.get(id(line))
    if done is None:
        done = (line, Line(line.text, tuple(_piece(piece, names) for piece in line.pieces)))
        names.lines[id(line)] = done
    return done[1]


def _piece(piece: Piece, names: Names) -> Piece:
    if piece.evidence is None:
        return piece
    return Piece(piece.text, piece.kind, names.ids.get(piece.evidence, piece.evidence), piece.span)
