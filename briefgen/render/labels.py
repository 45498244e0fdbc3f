"""The words that templates add: one file a language, read into an immutable value."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import get_args

import msgspec

from briefgen.model.annotation import Bound, EntityKind, Relation, Stance
from briefgen.model.audience import ChangeShown, SectionName
from briefgen.model.brief import (
    CoverageState,
    Difference,
    GapKind,
    MoveKind,
    PointKind,
    SourceFate,
    Status,
)
from briefgen.model.problem import TemplateError, nearest
from briefgen.render.escaping import typographic
from briefgen.render.templates import PLAIN
from briefgen.render.wording import FIELD, labels_table, with_english, with_plain

Words = dict[str, str]
Plural = tuple[str, str]
"""For one, and for any other number."""


PICTURED = tuple(
    """
    below alone
    alt alt_one day stretch open hollow cut more grouped figures_alt figures_upward figures_downward
    figures_soft figures_range asserts alleges supposes denies unconfirmed declines standing_told
    standing_alt matrix_corner matrix_alt matrix_about map_city map_country map_size map_more map_note
    map_alt
    """.split()
)
"""What pictures say: in words that stand for them, in legends, and beside marks."""

LIMITED = tuple(name for name in get_args(SectionName) if name not in {"coverage", "evidence"})
"""Sections that an audience may have cut."""

REQUIRED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "numbers": ("thousands", "decimal", "million", "billion", "trillion"),
        "sections": get_args(SectionName),
        "statuses": get_args(Status),
        "marks": get_args(Status),
        "legend": (*get_args(Status), "origin", "apart"),
        "stances": get_args(Stance),
        "bounds": get_args(Bound),
        "relations": tuple(name for name in get_args(Relation) if name != "in"),
        "kinds": get_args(EntityKind),
        "gaps": get_args(GapKind),
        "more": tuple(LIMITED),
        "coverage": get_args(CoverageState),
        "changes": (
            *get_args(ChangeShown),
            *get_args(MoveKind),
            *(f"differs_{name}" for name in get_args(Difference)),
            *(f"source_{name}" for name in (*get_args(SourceFate), "came")),
            "kept",
            "edition",
            "remarked",
            "unmarked",
        ),
        "chart": PICTURED,
        "counts": (
            *(f"more_{name}" for name in LIMITED),
            "origins",
            "replied",
            "more_speakers",
            "more_names",
        ),
        "points": tuple(name for name in get_args(PointKind) if name != "finding"),
    }
)
"""Tables whose keys are those of the model or of the pictures, so that each has to have a word."""

MONTHS = 12


class Labels(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Every word that a template adds to a brief, in one language; the keys are those of the model."""

    language: str
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    numbers: Words
    sections: Words
    statuses: Words
    marks: Words
    legend: Words
    stances: Words
    wording: Words
    relations: Words
    bounds: Words
    dates: Words
    seasons: Words
    counts: dict[str, Plural]
    points: Words
    kinds: Words
    heads: Words
    gaps: Words
    gap_lines: dict[str, Plural]
    more: dict[str, Plural]
    coverage: Words
    descriptor: Words
    text: Words
    chart: Words
    changes: Words = {}
    """Of an earlier edition: kinds of change, differences, how figures moved, what became of sources."""
    titles: Words = {}
    """Of audiences, by their names, in place of what `audience.toml` says."""
    problems: Words = {}
    """Of inputs: what a brief holds in English, by the keys of `briefgen.render.problems.FORMS`."""
    lent: tuple[tuple[str, str], ...] = ()
    """Tables and keys of words of one's own that this language lacks, and that stand here in English."""

    def count(self, name: str, number: int) -> str:
        """`number` with its noun: "1 source", "2 sources"."""
        return fill(self.counts[name][number != 1], count=self.numeral(f"{number:,}"))

    def numeral(self, words: str) -> str:
        """`words`, a number as English writes it ("1,234.5", "2 million"), as the language writes it."""
        swapped: dict[str, str | int | None] = {",": self.numbers["thousands"], ".": self.numbers["decimal"]}
        digits, space, size = words.partition(" ")
        return digits.translate(str.maketrans(swapped)) + space + self.numbers.get(size, size)


def fill(form: str, **words: object) -> str:
    """`form` with each `{name}` replaced by the word of that name; other braces mean nothing.

    Not `str.format`, which would let whoever writes a form reach into what it is filled with.
    """
    return FIELD.sub(lambda field: str(words.get(field[1], field[0])), form)


TABLES = tuple(name for name in Labels.__struct_fields__ if name != "lent")
"""What a labels file may say."""


def load_labels(
    folder: Path, language: str, plain: Path | None = None, english: Path | None = None
) -> Labels:
    """The labels of `language` in the folder `folder`; those of the file `plain` go before them.

    Words of the user's own that it lacks are taken from the file `english`, if there is one.

    Raises `TemplateError` where there are none, or where the file is not what a label file has to be.
    """
    if not PLAIN.fullmatch(language):
        raise TemplateError(
            f"“{language}” names no language; write one such as en, the name of a labels file"
        )
    file = folder / f"{language}.toml"
    try:
        table = with_plain(labels_table(file, TABLES), plain, TABLES)
        table = with_english(table, None if english == file else english)
        found = msgspec.convert(table, Labels)
    except FileNotFoundError as error:
        there = sorted(path.stem for path in folder.glob("*.toml"))
        near = nearest(language, there)
        hint = f"; did you mean “{near}”?" if near else ""
        raise TemplateError(
            f"there are no labels for the language “{language}” (no {file}){hint}. "
            f"There are: {', '.join(there) or 'none'}"
        ) from error
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        from briefgen.render.mistakes import broken, mistyped

        told = broken if isinstance(error, tomllib.TOMLDecodeError) else mistyped
        raise TemplateError(f"{file}: {told(str(error), file.read_text('utf-8'))}") from error
    except (UnicodeDecodeError, OSError, RecursionError) as error:
        from briefgen.render.mistakes import unreadable

        raise TemplateError(f"{file}: {unreadable(error)}") from error
    missing = _missing(found)
    if missing:
        raise TemplateError(f"{file}: {missing}")
    # A section is known by its title, which stands in the brief with curly apostrophes.
    sections = {name: typographic(title) for name, title in found.sections.items()}
    return msgspec.structs.replace(found, sections=sections)


def _missing(labels: Labels) -> str:
    """The first thing that labels have to say and these do not; empty where nothing is missing."""
    for table, keys in REQUIRED.items():
        absent = [key for key in keys if key not in getattr(labels, table)]
        if absent:
            return f"the table [{table}] lacks {', '.join(f'`{key}`' for key in absent)}"
    if len(labels.months) != MONTHS or len(labels.short_months) != MONTHS:
        return "`months` and `short_months` need twelve names each"
    return ""


def all_labels(labels: Labels) -> tuple[str, ...]:
    """Every text of the labels file."""
    return tuple(_texts(msgspec.to_builtins(msgspec.structs.replace(labels, lent=()))))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for one in value.values() for text in _texts(one))
    elif isinstance(value, list | tuple):
        yield from (text for one in value for text in _texts(one))


def fixed_lines(labels: Labels) -> tuple[str, ...]:
    """The lines of text that stand in a brief as they are in the labels file."""
    return tuple(text for text in labels.text.values() if "{" not in text)
