"""Tie the names of one person: full names, surnames, first names, initials and everyday short forms."""

from bisect import bisect_right
from collections import defaultdict

from briefgen.language.english.names import titles
from briefgen.language.english.names.nicknames import NICKNAMES

Key = tuple[str, str]
"""Kind and a normal form of the name: mentions with equal keys are one person."""


def people_keys(names: dict[int, str]) -> dict[int, Key]:
    """The key of each person's name, by its number among the mentions: the full name that it is part of."""
    ends: dict[str, list[tuple[int, Key]]] = defaultdict(list)
    keys: dict[int, Key] = {}
    for number, text in names.items():
        parts = name_parts(text)
        if len(parts) > 1:
            keys[number] = ("person", f"{parts[0]} {parts[-1]}".casefold())
            for part in tails(parts):
                ends[part.casefold()].append((number, keys[number]))
    for number, text in names.items():
        if number not in keys or text.casefold() in ends:
            keys[number] = nearest(ends, number, text) or keys.get(number) or single(text)
    fuller = fuller_names(set(keys.values()))
    return {number: fuller.get(key, key) for number, key in keys.items()}


def fuller_names(keys: set[Key]) -> dict[Key, Key]:
    """From a name with an initial or a short first name to the one name with the same surname in full."""
    fuller: dict[tuple[str, str], list[str]] = defaultdict(list)
    for _, name in sorted(keys):
        first, _, last = name.partition(" ")
        if last and len(first.rstrip(".")) > 1:
            for short in (first[0], *NICKNAMES.get(first, ())):
                fuller[short, last].append(name)
    found: dict[Key, Key] = {}
    for key in keys:
        first, _, last = key[1].partition(" ")
        full = [name for name in fuller.get((first.rstrip("."), last), ()) if name != key[1]]
        if len(full) == 1:
            found[key] = ("person", full[0])
    return found


def single(text: str) -> Key:
    """The key of a person of whom one name is known."""
    return ("person", " ".join(name_parts(text)).casefold())


def name_parts(text: str) -> list[str]:
    """The words of a person's name without honorifics and suffixes."""
    parts = [
        part for part in text.split() if part not in titles.HONORIFICS and part not in titles.NAME_SUFFIXES
    ]
    return parts or text.split()


def tails(parts: list[str]) -> list[str]:
    """The short forms that a full name may be called by: its ends, its first word, both alone."""
    ends = [" ".join(parts[start:]) for start in range(1, len(parts))]
    return [*ends, parts[0]]


def nearest(ends: dict[str, list[tuple[int, Key]]], number: int, text: str) -> Key | None:
    """The full name with this short form that stands last before `number`, else the first after it."""
    found = ends.get(" ".join(name_parts(text)).casefold(), [])
    before = bisect_right(found, number, key=lambda item: item[0])
    return found[max(0, before - 1)][1] if found else None
