"""What is known of an input before it is read."""

import msgspec

from briefgen.model.problem import Problem


class Metadata(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What somebody says of a document: in a sidecar, in the file itself, or for the whole run."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    """ISO 8601: a day, or a day with time and zone."""
    url: str | None = None
    language: str | None = None
    """BCP 47 tag, such as `en`."""
    marking: str | None = None
    """A TLP 2.0 label or the user's own words."""
    reliability: str | None = None
    """The user's rating of the source, in the user's own scheme; never invented."""

    def over(self, other: "Metadata") -> "Metadata":
        """This metadata, with what it leaves open taken from `other`."""
        mine, theirs = msgspec.structs.asdict(self), msgspec.structs.asdict(other)
        return Metadata(**{key: theirs[key] if mine[key] is None else mine[key] for key in mine})


class RawSource(msgspec.Struct, frozen=True):
    """The bytes of one input as found, with what its sidecar says of it."""

    path: str
    """The path as found, for messages and for `briefgen extract`."""
    name: str
    """The path from the folder that was named, with `/`; the same wherever the program is started."""
    media_type: str
    data: bytes
    sha256: str
    """SHA-256 of `data`, in hexadecimal."""
    metadata: Metadata = Metadata()
    problems: tuple[Problem, ...] = ()


class Unread(msgspec.Struct, frozen=True):
    """An input that could not be taken in, and why."""

    path: str
    name: str
    problem: Problem
    size: int | None = None
    """In bytes, where it is known."""
    sha256: str | None = None
    metadata: Metadata = Metadata()
    problems: tuple[Problem, ...] = ()
    """Of its sidecar."""
