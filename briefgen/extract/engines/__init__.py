"""The engines that may tell kinds of words and names apart: the built-in rules, or one that a user has."""

from collections.abc import Callable, Mapping

from briefgen.extract.engines.values import BUILT_IN, Engine
from briefgen.model import request
from briefgen.model.problem import InputError, nearest


def spacy_engine(pipeline: str) -> Engine:
    """The spaCy pipeline of this name or path; see `briefgen.extract.engines.spacy_pipeline`."""
    from briefgen.extract.engines.spacy_pipeline import load

    return load(pipeline)


def built_in(argument: str) -> Engine:
    """The rules that come with briefgen."""
    return BUILT_IN


ENGINES: Mapping[str, Callable[[str], Engine]] = {request.BUILT_IN: built_in, "spacy": spacy_engine}
"""What makes each engine of the argument behind its name."""

WITH_ARGUMENT: Mapping[str, str] = {
    "spacy": "a pipeline: spacy:NAME of an installed one, such as spacy:en_core_web_sm, or spacy:FOLDER"
}
"""What an engine has to be given behind a colon; the others take nothing."""


def parse_engine(words: str) -> tuple[str, str]:
    """Name and argument of an engine written `NAME` or `NAME:ARGUMENT`.

    Raises `ValueError` where there is no such engine, or where its argument is missing or too much.
    """
    name, colon, argument = words.strip().partition(":")
    if name not in ENGINES:
        meant = nearest(name, ENGINES)
        hint = f"did you mean {meant}?" if meant else f"there are {', '.join(ENGINES)}"
        raise ValueError(f"“{name}” is no engine; {hint}")
    if name in WITH_ARGUMENT and not argument:
        raise ValueError(f"{name} needs {WITH_ARGUMENT[name]}")
    if colon and name not in WITH_ARGUMENT:
        raise ValueError(f"{name} takes nothing behind its name")
    return name, argument


def load_engine(words: str) -> Engine:
    """The engine that `words` name; raises `InputError` where it cannot be had."""
    try:
        name, argument = parse_engine(words)
    except ValueError as error:
        raise InputError(f"--engine: {error}") from error
    return ENGINES[name](argument)
