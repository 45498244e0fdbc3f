"""What went wrong, where, and what to do about it."""

from collections.abc import Iterable

import msgspec


class Problem(msgspec.Struct, frozen=True, order=True):
    """Something about one input that a reader of the brief should know; the run goes on."""

    message: str
    """What is wrong and what was done, or what would mend it."""
    where: str | None = None
    """The place in the input, for people: "line 40", "byte 1,024", "key `published`"."""

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message


class BriefgenError(Exception):
    """The base of every error that a user can mend; its text names the cause and the repair."""


class InputError(BriefgenError):
    """A path, option or sidecar that cannot be used as given."""


class OutputError(BriefgenError):
    """A file that cannot be written; whatever stood there before still stands."""


class DeliveryError(BriefgenError):
    """An edition that did not reach a recipient."""

    def __init__(
        self, message: str, *, permanent: bool, retry_after: float | None = None, settings: bool = False
    ) -> None:
        """`message` names the cause and the repair, and holds no secret."""
        super().__init__(message)
        self.permanent = permanent
        """Whether the other side has refused for good, so that trying again is of no use."""
        self.retry_after = retry_after
        """Seconds that the other side asks to wait for; none where it does not say."""
        self.settings = settings
        """Whether only somebody's change of settings or secrets mends it, so that trying again before that
        is of no use, and may do harm: servers lock out who sends a wrong password too often."""


class TemplateError(BriefgenError):
    """A template, style sheet, label file or `audience.toml` that cannot be used as it is."""


class StoreError(BriefgenError):
    """The database of editions cannot be used as it is, or is in use; what it held it still holds."""


class BusyError(StoreError):
    """Another run holds what this one needs; it is no fault."""


class DamagedError(StoreError):
    """Something in the store is not what was kept there."""


class UnfaithfulError(BriefgenError):
    """A line of the brief, or of a stored brief, that its evidence does not support."""

    def __init__(self, message: str, line: int | None = None) -> None:
        """`message` names the line and what is wrong with it."""
        super().__init__(message)
        self.line = line
        """Its number in the rendered Markdown, from 1; none for what is not rendered yet."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The one of `known` that somebody who wrote `name` is likely to have meant, for a message."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, list(known), 1)), None)
