"""Each key and entry of a TOML file is found on its own line, however the file is written."""

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.config.positions import Place, positions


def places(value: object, at: Place = ()) -> set[Place]:
    """The ways to all that `value` holds."""
    inner: list[tuple[str | int, Any]] = []
    if isinstance(value, dict):
        inner = list(value.items())
    elif isinstance(value, list):
        inner = list(enumerate(value))
    return {(*at, key) for key, _ in inner}.union(*(places(one, (*at, key)) for key, one in inner))


BASIC = """\
# name = "not this"
store = "a"      # name = "nor this"
[jobs.daily]     # 3
title = '''
name = "not this
'''
sources = [
  "a", "b",  # ]
  "c",
]
retention = { editions = 1, days = 2 }
window.kind = "all"
[[jobs.daily.feeds]]  # 13
name = "one"
[[jobs.daily.feeds]]
name = "two"
"odd key".'x'."\\u0041" = 1979-05-27 07:32:00.5
[jobs.daily.feeds.more]
deep = [[1, 2], [{ a = [3] }]]
[jobs]
"""


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("store",), 2),
        (("jobs",), 20),
        (("jobs", "daily"), 3),
        (("jobs", "daily", "title"), 4),
        (("jobs", "daily", "sources"), 7),
        (("jobs", "daily", "sources", 1), 8),
        (("jobs", "daily", "sources", 2), 9),
        (("jobs", "daily", "retention", "days"), 11),
        (("jobs", "daily", "window", "kind"), 12),
        (("jobs", "daily", "feeds"), 13),
        (("jobs", "daily", "feeds", 0, "name"), 14),
        (("jobs", "daily", "feeds", 1), 15),
        (("jobs", "daily", "feeds", 1, "name"), 16),
        (("jobs", "daily", "feeds", 1, "odd key", "x", "A"), 17),
        (("jobs", "daily", "feeds", 1, "more", "deep", 1, 0, "a", 0), 19),
    ],
)
def test_a_key_stands_on_the_line_where_it_is_written(place: Place, line: int) -> None:
    assert positions(BASIC)[place] == line


def test_nothing_is_missed_and_nothing_made_up() -> None:
    assert set(positions(BASIC)) == places(tomllib.loads(BASIC))


@pytest.mark.parametrize(
    "text",
    [
        'a = """"quoted"""""\nb = 1\n',
        "a = '''it''''\nb = 1",
        'a = """\\"""\n"""\nb = 1',
        "a = 'C:\\'\nb = 1",
        "a.b.c = 1\na.b.d = 2",
        "a = []\nb = {}\nc = [\n]\n",
        "a = -inf\nb = 1_000.5e-3\nc = 07:32:00.999\nd = 2020-01-01T00:00:00.5+02:00",
        "[a]\r\nb = 1\r\n",
        "1.2 = 3",
        "",
        "# only a remark",
    ],
)
def test_every_way_of_writing_is_read_as_the_parser_reads_it(text: str) -> None:
    assert set(positions(text)) == places(tomllib.loads(text))


NAMES = st.sampled_from(["name", "kind", "a", "b-1", "2", "odd key", "é", 'q"t', "a.b", "#", "[x]"])
SCALARS = st.sampled_from(
    [
        "1", "-0.5", "true", "1979-05-27T07:32:00Z", "1979-05-27 07:32:00.25", "'literal'", '""', "''",
        '"name = 1"', '"# [a]"', "'\"'", '"\\""', '"""\nname = "x"\n[jobs]\n"""', "'''\na = 1\n'''",
        '"""x\\\n  y"""', '""""q"""""', "inf",
    ]
)  # fmt: skip
BREAKS = st.sampled_from(["", " ", "\n", "\n# name = ]\n", " # } \n\t"])


def quoted(name: str) -> str:
    if name in ("name", "kind", "a", "b-1", "2"):
        return name
    return '"' + name.replace('"', '\\"') + '"'


@st.composite
def arrays(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    entries = draw(st.lists(st.tuples(BREAKS, inner, BREAKS), max_size=3))
    return "[" + ",".join("".join(one) for one in entries) + draw(BREAKS) + "]"


@st.composite
def inline(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    keys = draw(st.lists(NAMES, max_size=3, unique=True))
    return "{" + ", ".join(f"{quoted(key)} = {draw(inner)}" for key in keys) + "}"


VALUES = st.recursive(SCALARS, lambda inner: arrays(inner) | inline(inner), max_leaves=6)


@st.composite
def files(draw: st.DrawFn) -> tuple[str, dict[Place, int]]:
    """A file, and the lines of its tables and of the keys directly in them."""
    text = ""
    expected: dict[Place, int] = {}
    for table in draw(st.lists(NAMES, max_size=4, unique=True)):
        many = draw(st.integers(0, 3))
        for number in range(max(many, 1)):
            place: Place = (table, number) if many else (table,)
            text += draw(st.sampled_from(["", "\n", "# [x]\n", "\t"]))
            expected[place] = text.count("\n") + 1
            text += f"[[ {quoted(table)} ]]\n" if many else f"[{quoted(table)}] # name = 1\n"
            for key in draw(st.lists(NAMES, max_size=4, unique=True)):
                text += draw(st.sampled_from(["", "\n\n", "  ", "# name = 'x'\r\n"]))
                expected[*place, key] = text.count("\n") + 1
                text += f"{quoted(key)} = {draw(VALUES)}{draw(st.sampled_from(['', ' # = [']))}\n"
    return text, expected


@given(files())
def test_generated_files_are_read_as_the_parser_reads_them(made: tuple[str, dict[Place, int]]) -> None:
    text, expected = made
    found = positions(text)
    assert set(found) == places(tomllib.loads(text))
    assert {place: found[place] for place in expected} == expected
