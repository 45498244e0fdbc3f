"""Where the user's own templates are looked for, and the option that names a folder of them."""

import os
from pathlib import Path

import click

from briefgen.model.problem import BriefgenError

PROJECT = Path("templates")
"""In the working folder: the templates of a project."""


def own_templates() -> Path:
    """The folder of templates in the user's configuration, whether it is there or not.

    By the rules of the system: `~/.config/briefgen/templates`, or below `XDG_CONFIG_HOME`; on macOS
    `~/Library/Application Support/briefgen/templates`.
    """
    return Path(click.get_app_dir("briefgen")) / "templates"


def template_folders(named: Path | None) -> tuple[Path, ...]:
    """Folders of own templates in the order in which they are looked through; only those that are there."""
    usual = tuple(folder for folder in (PROJECT, own_templates()) if os.access(folder, os.R_OK | os.X_OK))
    return (*((named,) if named else ()), *(folder for folder in usual if folder.is_dir()))


def audience_names(context: click.Context, option: click.Parameter, start: str) -> list[str]:
    """Names of audiences that begin with `start`, for the shell to offer."""
    from briefgen.render.templates import audiences, find_templates

    try:
        names = audiences(find_templates(*template_folders(context.params.get("templates"))))
    except BriefgenError:
        return []
    return [name for name in names if name.startswith(start)]


templates_option = click.option(
    "--templates",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DIR",
    help="A folder of your own templates, looked through before templates/ in the working folder, the one in "
    "your configuration folder, and what ships.",
)
