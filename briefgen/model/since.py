"""The edition that a brief is compared with, as far as each audience may know it."""

import msgspec

from briefgen.model.brief import Brief, Source
from briefgen.model.marking import Scheme


class Standing(msgspec.Struct, frozen=True):
    """A source that exists and is no part of the later edition, such as one outside of its window."""

    name: str
    sha256: str
    marking: str | None = None
    """As it is marked now."""


class Since(msgspec.Struct, frozen=True):
    """An earlier edition: the whole, and as it was cut for those who may not see all of it."""

    whole: Brief
    cuts: tuple[tuple[str, Brief], ...] = ()
    """By marking ceiling the same edition as it was made for who may see up to that."""
    standing: tuple[Standing, ...] = ()
    """What rests only on these is not withdrawn by not being told again."""

    def seen_up_to(self, ceiling: str | None, scheme: Scheme) -> Brief | None:
        """The earlier edition as who may see up to `ceiling` may know it; none where there is no such.

        The whole serves where nothing in it is above the ceiling. It is never cut here: statuses and rankings
        in it may follow from what has to be held back.
        """
        if ceiling is None:
            return self.whole
        level = scheme.level(ceiling)
        cut = next((brief for mark, brief in self.cuts if scheme.level(mark) == level), None)
        if cut is None and _holds_above(self.whole, ceiling, scheme):
            return None
        return _with_notes_up_to(cut or self.whole, ceiling, scheme)

    def hidden_from(self, ceiling: str | None, scheme: Scheme) -> frozenset[str]:
        """Names and hashes of sources whose marking is now, or was, above `ceiling`."""
        ones: tuple[Standing | Source, ...] = (*self.standing, *self.whole.sources)
        above = (one for one in ones if scheme.exceeds(one.marking, ceiling))
        return frozenset(mark for one in above for mark in (one.name, one.sha256))


def _with_notes_up_to(brief: Brief, ceiling: str, scheme: Scheme) -> Brief:
    """`brief` without notes that who may see up to `ceiling` may not see, or that bear no marking."""
    notes = brief.notes
    if not notes or (notes.marking and not scheme.exceeds(notes.marking, ceiling)):
        return brief
    return msgspec.structs.replace(brief, notes=msgspec.UNSET)


def _holds_above(brief: Brief, ceiling: str, scheme: Scheme) -> bool:
    """Whether anything in `brief` is marked above `ceiling`, or may be by a sidecar that was not read."""
    marks = {source.number: source.marking for source in brief.sources}
    if any(scheme.exceeds(mark, ceiling) for mark in (brief.declared, *marks.values())):
        return True
    for row in brief.coverage:
        unsure = len(row.problems) > (row.state == "unread")
        mark = row.marking or (marks.get(row.source) if row.source and row.state == "used" else None)
        if scheme.exceeds(mark, ceiling) or (unsure and mark is None):
            return True
    return False
