"""Problems of inputs, which a brief holds in English, in the language of its labels."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from briefgen.model.problem import Problem
from briefgen.render.labels import Labels, fill
from briefgen.render.wording import FIELD

FORMS: Mapping[str, str] = MappingProxyType(
    {
        "line": "line {number}",
        "of_line": "{file}, line {number}",
        "of_end": "{file}, end",
        "of_folder": "this folder {problem}",
        "empty": "is empty; put its text in, or remove it",
        "white": "holds only white space; put its text in, or remove it",
        "signs": "holds only signs, and no letter or digit; put its text in, or remove it",
        "no_reader": "there is no reader for {type} yet; briefgen reads {formats}. Save it as plain text",
        "nul": "is not text: it holds the character NUL. Save it as text in UTF-8, or remove it",
        "nul_at": "is not text: byte {place} is NUL. Save it as text in UTF-8, or remove it",
        "controls": "is not text: it is full of control characters. Save it as text in UTF-8, or remove it",
        "begins": "begins like {encoding} but is not valid from byte {place} on. Save it as text "
        "in UTF-8, or remove it",
        "no_encoding": "is not text in any encoding that briefgen knows. Save it as text in UTF-8, or "
        "remove it",
        "encoding": "is not UTF-8; read as {encoding}. Check letters with accents, or save it as UTF-8",
        "control": "1 control character (the first is {code}): the text may come from a program; check it",
        "control_more": "{count} control characters (the first is {code}): the text may come from a "
        "program; check it",
        "direction": "1 sign that turns the direction of reading ({code}): compare with the "
        "original, its words can look as if in another order",
        "direction_more": "{count} signs that turn the direction of reading ({code}): compare with the "
        "original, its words can look as if in another order",
        "lost": "1 place where characters are lost, shown as � ({code}): get a sound copy",
        "lost_more": "{count} places where characters are lost, shown as � ({code}): get a sound copy",
        "long_more": "{count} characters without a line break (and {more} more lines as long): break"
        " it into paragraphs to cite them",
        "long_two": "{count} characters without a line break (and 1 more line as long): break it "
        "into paragraphs to cite them",
        "long": "{count} characters without a line break: break it into paragraphs to cite them",
        "above": "is a link to a folder above the one that was named; it was not followed",
        "orphan": "describes {document}, which is not beside it: add that file, or rename or remove this one",
        "written": "was written to while it was read; run again when it is complete",
        "folder": "is a folder, not a file, and was not read; save its content in a file",
        "pipe": "is a named pipe, not a file, and was not read; save its content in a file",
        "socket": "is a socket, not a file, and was not read; save its content in a file",
        "device": "is a device, not a file, and was not read; save its content in a file",
        "no_file": "is something else, not a file, and was not read; save its content in a file",
        "large": "has {size} bytes; files of more than {most} are not read. Split it into parts",
        "denied": "may not be read by you; change its permissions (chmod u+r), or run as its owner",
        "gone": "is gone, or is a link to a file that is not there; restore it or remove the link",
        "circle": "is a link that leads back to itself; remove it",
        "disk": "cannot be read from the disk (input/output error); restore it from a copy",
        "long_path": "has too long a path; move it nearer to the root",
        "refused": "cannot be read: {cause}",
        "fault": "was not read because of a fault of briefgen ({error} in {place}): please report it",
        "later": "was published {published}, later than the {day} that the brief stands for; it "
        "was used. Leave it out, or give a later --as-of",
        "sidecar_large": "is larger than {most} bytes; it was not used",
        "sidecar_encoding": "is not UTF-8 (byte {place}); it was not used. Save it as UTF-8",
        "sidecar_column": "is not TOML at column {place}: {cause}; nothing in it was used. Write lines "
        "such as {line}",
        "sidecar_broken": "is not TOML: {cause}; nothing in it was used. Write lines such as {line}",
        "key": "the key `{key}` is not known, and was not used; did you mean `{near}`?",
        "key_none": "the key `{key}` is not known, and was not used; known are {known}",
        "no_text": "`{key}` must be text in quotation marks, such as {such}; it was not used",
        "no_date": "`published` {words} is no date, and was not used, so relative dates stay open;"
        " write one such as 2024-10-18",
        "date_type": "`published` must be a date such as 2024-10-18, not {words}; it was not used",
        "date_empty": "`published` is empty; leave the line out where the date is not known",
        "date_zone": "`published` {words} has no zone, so only the day is used; {cause}",
        "date_wrong": "`published` was not used, so relative dates stay open: {cause}",
        "address": "`url` “{words}” does not begin with https:// or http://; it was not used",
        "marking": "“{words}” is no label of TLP 2.0: those are {known}. It is shown as it stands",
        "tag": "`language` “{words}” is not a language tag such as en or en-GB; it was not used",
        "iso": "“{words}” is not an ISO 8601 date: {shape}",
        "iso_zone": "“{words}” has a time but no zone: {shape}",
        "calendar": "“{words}” is on no calendar ({cause}): {shape}",
    }
)
"""What problems say, by the keys under which labels have it in another language; {names} stand for what
differs."""
NUMBER = re.compile(r"\d{1,3}(?:,\d{3})*")
WITHIN = frozenset({"problem", "cause"})
"""Names of what is itself the text of a problem."""


def in_language(problem: Problem, labels: Labels) -> str:
    """`problem` with its place, in the words of `labels`; in English where they have none for it."""
    message = _said(problem.message, labels)
    return f"{_said(problem.where, labels)}: {message}" if problem.where else message


def _said(words: str, labels: Labels) -> str:
    for key, form in FORMS.items():
        own = labels.problems.get(key)
        found = _pattern(form).fullmatch(words) if own else None
        if own and found:
            parts = {name: _part(name, part, labels) for name, part in found.groupdict().items()}
            return fill(own, **parts)
    return words


def _part(name: str, words: str, labels: Labels) -> str:
    if NUMBER.fullmatch(words):
        return labels.numeral(words)
    return _said(words, labels) if name in WITHIN else words


def _pattern(form: str) -> re.Pattern[str]:
    """What a form matches; Python keeps the patterns that it compiled last."""
    parts = FIELD.split(form)
    said = (f"(?P<{part}>.+?)" if place % 2 else re.escape(part) for place, part in enumerate(parts))
    return re.compile("".join(said), re.DOTALL)
