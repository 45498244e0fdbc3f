"""Editions as channels of delivery get them, made up for tests."""

from pathlib import PurePosixPath

import msgspec

from briefgen.model.artefact import Artefact
from briefgen.model.edition import Counts, Edition, Filed
from briefgen.model.parcel import Parcel

MARKDOWN = (
    "# Harbour watch\n\n- **Reported** — The port of Neustadt “is closed”, says Ola Nordmann. [1](#e1)\n"
)
HTML = "<!doctype html><title>Harbour watch</title><p>The port of Neustadt “is closed”.</p>\n"
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"\n%%EOF\n"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def filed(name: str, media_type: str, data: bytes, marking: str | None = None) -> Filed:
    """A file of the audience that its name says; `brief.json` is nobody's."""
    stem = PurePosixPath(name).stem
    return Filed(Artefact(name, media_type, data), None if stem == "brief" else stem, marking)


FILES = (
    filed("analyst.md", "text/markdown", MARKDOWN.encode()),
    filed("analyst.html", "text/html", HTML.encode()),
    filed("analyst.pdf", "application/pdf", PDF),
    filed("brief.json", "application/json", b'{"schema": 1}\n'),
)


def edition(number: int = 12, folder: str = "", **values: object) -> Edition:
    known = Edition(
        job="daily",
        number=number,
        made=f"2026-11-{10 + number:02}T05:00:00Z",
        as_of=f"2026-11-{10 + number:02}",
        title="Harbour watch",
        fingerprint=f"{number:064x}",
        folder=folder or f"/srv/briefs/daily/2026-11-{10 + number:02}-{number}",
        counts=Counts(sources=9, claims=40, problems=0, new=3, changed=1, withdrawn=0),
        run=number,
    )
    return msgspec.structs.replace(known, **values)


def parcel(recipient: str = "anna@example.org", **values: object) -> Parcel:
    known = Parcel(
        edition=edition(),
        files=FILES[:3],
        summary="3 new, 1 changed since edition 11",
        changes=("new: the port of Neustadt is closed", "changed: 40 ships wait, not 30"),
        recipient=recipient,
        key=f"daily/12/mail/{recipient}",
        recent=(edition(12), edition(11)),
    )
    return msgspec.structs.replace(known, **values)


def quiet(recipient: str = "anna@example.org") -> Parcel:
    return parcel(
        recipient,
        files=(),
        changes=(),
        summary="nothing new since edition 12",
        quiet=True,
        moment="2026-11-23T05:00:00Z",
        key=f"daily/12/quiet/2026-11-23/{recipient}",
    )
