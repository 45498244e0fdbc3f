"""A finished file, not yet written."""

import msgspec


class Artefact(msgspec.Struct, frozen=True):
    """Bytes with the name they are to have below the folder of the brief."""

    name: str
    media_type: str
    data: bytes
    notes: tuple[str, ...] = ()
    """What whoever gets it should know of how it turned out."""
