"""The documentation says what the program does: commands, options, keys, files and links are all real."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import msgspec
import pytest

from briefgen.cli import main
from briefgen.model.brief import Brief

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
USAGE = DOCS / "usage.md"

EVERY_PAGE = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
GROUP = click.Context(main)
BY_NAME = {name: command for name in main.list_commands(GROUP) if (command := main.get_command(GROUP, name))}
COMMANDS = sorted(BY_NAME)
EVERY_COMMAND = pytest.mark.parametrize("name", COMMANDS)

LINK = re.compile(r"(?<!\\)\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#{1,6} +(.+?)\s*$", re.MULTILINE)
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
EXAMPLE = re.compile(r"^ *(?:\$ )?(?:\.venv/bin/)?briefgen (\w+)(.*)$", re.MULTILINE)
SUBCOMMANDS = sorted(
    (name, one) for name, group in BY_NAME.items() if isinstance(group, click.Group) for one in group.commands
)


def prose(page: Path) -> str:
    """The text of a page without its examples."""
    return FENCE.sub("", page.read_text("utf-8"))


def anchors(page: Path) -> set[str]:
    """The names that a link can jump to, made of headings as the common viewers make them."""
    titles = HEADING.findall(prose(page))
    return {re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-") for title in titles}


def section(name: str) -> str:
    """What docs/usage.md says under the heading of the command `name`."""
    parts = re.split(r"^## ", USAGE.read_text("utf-8"), flags=re.MULTILINE)
    return next((part for part in parts if part.startswith(f"`briefgen {name}`")), "")


def options(command: click.Command) -> Iterator[str]:
    for parameter in command.params:
        if isinstance(parameter, click.Option) and not parameter.hidden:
            yield from (name for name in parameter.opts if name.startswith("--"))


def named(name: str, rest: str) -> click.Command:
    """The command that a line of an example means, which may be one of a group."""
    command = BY_NAME[name]
    if isinstance(command, click.Group) and rest.split():
        assert rest.split()[0] in command.commands, f"briefgen {name}{rest}"
        return command.commands[rest.split()[0]]
    return command


@pytest.mark.parametrize(("name", "one"), SUBCOMMANDS)
def test_every_command_of_a_group_is_explained_with_its_options(name: str, one: str) -> None:
    command = named(name, one)
    assert f"`{one}`" in section(name)
    assert not [option for option in options(command) if f"`{option}" not in section(name)]
    with click.Context(command, info_name=f"briefgen {name} {one}") as context:
        assert f"briefgen {name} {one}" in command.get_help(context).partition("Usage:")[2].partition("\n")[2]


@EVERY_COMMAND
def test_every_command_has_a_section_with_an_example(name: str) -> None:
    assert re.search(rf"^briefgen {name}\b", section(name), re.MULTILINE)


@EVERY_COMMAND
def test_every_option_is_explained(name: str) -> None:
    missing = [option for option in options(BY_NAME[name]) if f"`{option}" not in section(name)]
    assert not missing


@EVERY_COMMAND
def test_every_command_says_in_its_help_what_it_does_with_an_example(name: str) -> None:
    command = BY_NAME[name]
    with click.Context(command, info_name=f"briefgen {name}") as context:
        shown = command.get_help(context)
    assert len(shown.splitlines()) > 5
    assert f"briefgen {name}" in shown.partition("Usage:")[2].partition("\n")[2]
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name


@EVERY_PAGE
def test_examples_use_commands_and_options_that_exist(page: Path) -> None:
    for name, rest in EXAMPLE.findall("\n".join(FENCE.findall(page.read_text("utf-8")))):
        assert name in COMMANDS, f"briefgen {name}"
        known = {*options(named(name, rest)), "--help"}
        assert set(re.findall(r"--[a-z][a-z-]*", rest)) <= known, f"briefgen {name}{rest}"


@EVERY_PAGE
def test_links_lead_somewhere(page: Path) -> None:
    for link in LINK.findall(prose(page)):
        if re.match(r"[a-z]+:", link):
            continue
        target, _, anchor = link.partition("#")
        file = (page.parent / target).resolve() if target else page
        assert file.exists(), link
        if anchor:
            assert anchor in anchors(file), link


@EVERY_PAGE
def test_files_that_are_named_exist(page: Path) -> None:
    named = re.findall(r"`((?:briefgen|tests|templates|docs|benchmarks|seeds|\.ci)/[\w./-]*)`", prose(page))
    own = ("NAME", "/director/", "seeds/valley", "seeds/capital")  # what the reader makes
    missing = [name for name in named if not any(one in name for one in own) and not (ROOT / name).exists()]
    assert not missing


def test_the_two_commands_of_the_readme_are_targets_of_the_makefile() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    commands = set(re.findall(r"^make ([a-z-]+)", readme, re.MULTILINE))
    assert {"brief", "test"} <= commands <= targets


def test_the_readme_shows_the_first_page() -> None:
    assert "](docs/first-page.png)" in (ROOT / "README.md").read_text("utf-8")


def test_the_index_leads_to_every_page() -> None:
    index = (DOCS / "README.md").read_text("utf-8")
    for page in DOCS.glob("*.md"):
        assert page.name == "README.md" or f"]({page.name})" in index


def test_the_model_page_explains_every_key_of_a_brief() -> None:
    page = (DOCS / "model.md").read_text("utf-8")
    missing = [field.name for field in msgspec.structs.fields(Brief) if f"`{field.name}`" not in page]
    assert not missing
