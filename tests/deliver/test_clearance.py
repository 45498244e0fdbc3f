"""What is marked above a channel's ceiling never leaves by it, and the refusal says what would."""

from pathlib import Path

import pytest
from parcels import filed

from briefgen.deliver import deliverable
from briefgen.model.edition import Filed
from briefgen.model.job import Atom, Channel, Folder, Mail
from briefgen.model.marking import TLP_2

FILES = (
    filed("analyst.md", "text/markdown", b"", "TLP:AMBER"),
    filed("analyst.pdf", "application/pdf", b"", "TLP:AMBER"),
    filed("public.md", "text/markdown", b"", None),
    filed("brief.json", "application/json", b"", "TLP:RED"),
)


def mail(audience: str | None, ceiling: str | None) -> Mail:
    return Mail(
        name="desk",
        to=("a@example.org",),
        sender="b@example.org",
        host="h",
        audience=audience,
        marking_ceiling=ceiling,
    )


def names(files: tuple[Filed, ...]) -> list[str]:
    return [file.artefact.name for file in files]


@pytest.mark.parametrize(
    ("channel", "wanted"),
    [
        (mail(None, None), ["analyst.md", "analyst.pdf"]),
        (mail("public", "TLP:CLEAR"), ["public.md"]),
        (mail("analyst", "tlp:amber"), ["analyst.md", "analyst.pdf"]),
        (mail("analyst", "TLP:GREEN"), []),
        (mail("analyst", "SECRET"), []),
        (Folder(name="desk", path=Path("/x")), ["analyst.md", "analyst.pdf", "public.md", "brief.json"]),
        (Folder(name="desk", path=Path("/x"), marking_ceiling="TLP:AMBER"), []),
        (Folder(name="desk", path=Path("/x"), audience="public", marking_ceiling="TLP:CLEAR"), ["public.md"]),
        (Atom(name="desk", path=Path("/x"), marking_ceiling="TLP:GREEN"), []),
    ],
)
def test_all_of_it_goes_or_nothing(channel: Channel, wanted: list[str]) -> None:
    cleared = deliverable(channel, FILES, TLP_2)
    assert names(cleared.files) == wanted
    assert (cleared.refusal is None) == bool(wanted)


def test_the_refusal_names_the_marking_the_ceiling_and_the_channel() -> None:
    refusal = deliverable(mail("analyst", "TLP:GREEN"), FILES, TLP_2).refusal
    assert refusal is not None
    held = "analyst.md and 1 more file are of a brief marked TLP:AMBER"
    for words in (held, "TLP:AMBER", "TLP:GREEN", "“desk”"):
        assert words in refusal


def test_words_that_the_scheme_does_not_know_stay_here() -> None:
    strange = (filed("analyst.md", "text/markdown", b"", "Eyes only"),)
    assert deliverable(mail(None, "TLP:RED"), strange, TLP_2).refusal
