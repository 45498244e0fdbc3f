"""Give what a source tells the ids that it has in a base of several."""

from collections.abc import Mapping

import msgspec

from briefgen.model.brief import Claim, Event, Evidence, Figure, Line, Outlook, Piece, Speaker


class Numbers(msgspec.Struct, frozen=True):
    """The ids of one source in the base, by those that they have in its account."""

    source: int
    """The number of the source."""
    evidence: Mapping[str, str]
    """Of the sentences that the brief cites."""
    entities: tuple[str, ...]
    """`N1` first."""
    claims: int
    """How many claims the sources before it make."""
    figures: int
    """How many figures they give."""

    def entity(self, name: str) -> str:
        """The id of an entity."""
        return self.entities[int(name[1:]) - 1]

    def claim(self, name: str) -> str:
        """The id of a claim."""
        return f"C{int(name[1:]) + self.claims}"

    def claim_at(self, place: int) -> str:
        """The id of the claim at `place`, from 0, among those of the source."""
        return f"C{place + 1 + self.claims}"

    def cited(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Ids of evidence."""
        return tuple([self.evidence[name] for name in names])

    def line(self, line: Line) -> Line:
        """`line` with the evidence of each of its pieces."""
        return Line(line.text, tuple([self._piece(piece) for piece in line.pieces]))

    def _piece(self, piece: Piece) -> Piece:
        if piece.evidence is None:
            return piece
        return Piece(piece.text, piece.kind, self.evidence[piece.evidence], piece.span)

    def speaker(self, one: Speaker) -> Speaker:
        """`one` with the entity of the base."""
        if one.entity is None:
            return one
        return Speaker(one.label, one.words, self.entity(one.entity), one.certain, one.named)


def numbered_claim(one: Claim, numbers: Numbers) -> Claim:
    """A claim of an account, as the base has it; entities that are one in the base are named once."""
    return Claim(
        id=numbers.claim(one.id),
        source=numbers.source,
        speaker=numbers.speaker(one.speaker),
        stance=one.stance,
        status=one.status,
        quoted=one.quoted,
        cue=one.cue,
        content=numbers.line(one.content),
        statement=numbers.line(one.statement),
        evidence=numbers.cited(one.evidence),
        when=one.when,
        parent=one.parent and numbers.claim(one.parent),
        about=tuple(dict.fromkeys([numbers.entity(name) for name in one.about])),
    )


def numbered_event(one: Event, numbers: Numbers, name: str) -> Event:
    """An event of an account, as the base has it under the id `name`."""
    return Event(
        id=name,
        when=one.when,
        line=numbers.line(one.line),
        speaker=one.speaker and numbers.speaker(one.speaker),
        status=one.status,
        evidence=numbers.cited(one.evidence),
        claim=one.claim and numbers.claim(one.claim),
        said=one.said,
    )


def numbered_figure(one: Figure, numbers: Numbers, beside: tuple[str, ...]) -> Figure:
    """A figure of an account, as the base has it; `beside` are the ids of those that count the same."""
    return Figure(
        id=f"Q{int(one.id[1:]) + numbers.figures}",
        value=one.value,
        bound=one.bound,
        what=numbers.line(one.what),
        speaker=one.speaker and numbers.speaker(one.speaker),
        status=one.status,
        evidence=numbers.cited(one.evidence),
        high=one.high,
        unit=one.unit,
        per=one.per,
        money=one.money,
        when=one.when,
        said=one.said,
        claim=one.claim and numbers.claim(one.claim),
        beside=beside,
        worded=one.worded,
    )


def numbered_outlook(one: Outlook, numbers: Numbers) -> Outlook:
    """What a source of the base expects, as the base has it."""
    return Outlook(
        line=numbers.line(one.line),
        speaker=numbers.speaker(one.speaker),
        status=one.status,
        evidence=numbers.cited(one.evidence),
        condition=one.condition and numbers.line(one.condition),
        when=one.when,
        claim=one.claim and numbers.claim(one.claim),
    )


def numbered_evidence(one: Evidence, numbers: Numbers) -> Evidence:
    """A cited sentence, as the base has it."""
    return Evidence(
        id=numbers.evidence[one.id],
        source=numbers.source,
        span=one.span,
        quote=one.quote,
        sha256=one.sha256,
        locator=one.locator,
        block=one.block,
        paragraph=one.paragraph,
    )
