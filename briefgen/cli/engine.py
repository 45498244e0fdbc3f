"""The option that names an engine."""

import click

from briefgen.model.request import BUILT_IN


def _engine(context: click.Context, option: click.Parameter, words: str) -> str:
    """`words` as they are; what they name is looked up only where it is not the built-in engine."""
    if words == BUILT_IN:
        return words
    from briefgen.extract.engines import parse_engine

    try:
        parse_engine(words)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error
    return words


engine_option = click.option(
    "--engine",
    callback=_engine,
    default=BUILT_IN,
    metavar="ENGINE",
    show_default=True,
    help="What tells kinds of words and names apart: built-in, or spacy:PIPELINE, an installed spaCy "
    "pipeline or the folder of one (.venv/bin/pip install '.[spacy]' in the checkout of briefgen).",
)
