"""Find the turns of a transcript and the labels of headlines: "RUIZ: The port is open."."""

import re

import msgspec

from briefgen.extract.claims.cues import Cue
from briefgen.extract.claims.drafts import Draft
from briefgen.extract.claims.mentioned import Mentions, named_entity
from briefgen.extract.grammar import NOMINAL, Word
from briefgen.language.english import pronouns
from briefgen.language.english.cues import DOCUMENT_NOUNS
from briefgen.language.english.dating import LETTER_FIELD_OPENINGS, LETTER_FIELDS
from briefgen.model.document import Document
from briefgen.model.span import Span

LABEL = re.compile(r"[^\W\d_][\w.’' -]{1,40}?(?=:(?:\s|$))")
"""What may stand before the colon of a turn; "Q" and "A" name nobody."""
LONGEST_LABEL = 7
"""Words before the colon of a label at most, the colon with them."""
SHORTEST = 2
"""Words after a name and a colon that are no speech ("Ruiz: 1,501"), at most."""
TURNS = 2
"""Paragraphs that the same label must open before a document is read as a transcript of turns."""


LONGEST_TURN = 4000
"""Code points after which a turn ends all the same: nobody has been named for so long."""


class Turn(msgspec.Struct, frozen=True):
    """A turn that may go on in the next sentences."""

    claim: int
    """Its place among the claims."""
    block: int
    """The last block that belongs to it."""
    transcript: bool
    """Whether it may go on over paragraphs: its label opens other turns too."""
    start: int
    """Where its words start."""


def labels_of(document: Document, mentions: Mentions) -> frozenset[str]:
    """Labels that open several paragraphs of `document` and name somebody: the speakers of a transcript."""
    found: dict[str, list[Span]] = {}
    for block in document.blocks:
        match = LABEL.match(document.text, block.span.start, block.span.end)
        if match and (match.group().isupper() or match.group().istitle()):
            found.setdefault(match.group(), []).append(Span(match.start(), match.end()))
    return frozenset(
        label
        for label, spans in found.items()
        if len(spans) >= TURNS and names_somebody(document.text, label, spans[0], mentions)
    )


def names_somebody(text: str, label: str, span: Span, mentions: Mentions) -> bool:
    """Whether a label is a name or a post ("MR. SMITH", "The President"), no head of a form ("Phone")."""
    words = label.lower().replace(".", "").split()
    if words[0] in TITLES or words[-1] in SPEAKING_PARTS | pronouns.PERSON_NOUNS:
        return True
    owner = named_entity(text, span, mentions)
    if owner is not None and mentions.entities[owner].kind == "person":
        return True
    return label.isupper() and FORM_LABELS.isdisjoint(words)


TITLES = frozenset("mr mrs ms miss dr sir lord lady prof sen rep gov gen senator".split())
SPEAKING_PARTS = frozenset(
    "interviewer moderator host presenter anchor narrator operator audience clerk court".split()
)
"""Who speaks in a transcript without a name."""
FORM_LABELS = frozenset(
    """
    from to cc bcc date sent subject re fwd phone tel telephone fax mobile email e-mail mail web website url
    address contact contacts source sources note notes update updates updated price cost photo photos picture
    credit caption location place venue time when where what who why how summary background abstract tags
    category related published posted copyright reference deadline title author by attachments importance
    result results score status type name number total warning tip tips remarks conclusion introduction
    methods keywords doi isbn version dateline media release topic agenda action transcript correction
    corrections clarification clarifications erratum errata corrigendum retraction retractions amendment
    """.split()
)
"""Words that open the lines of mail heads, forms and notes, and name nobody."""


QUESTION = frozenset({"q", "question"})
ANSWER = frozenset({"a", "answer"})
"""What stands before the colon of a question and of its answer, in lower case."""
ASKED = re.compile(r"^(?:Q|Question|QUESTION):\s", re.MULTILINE)
ANSWERED = re.compile(r"^(?:A|Answer|ANSWER):\s", re.MULTILINE)
INTERVIEWED = re.compile(
    r"\b(?:[Ii]nterview with|(?:spoke|speaks|talked|talks|sat down|sits down) (?:to|with))\s$"
)
"""What stands right before the name of who is interviewed."""
INTERVIEWING = re.compile(
    r"\b(?:[Ss]?[Hh]e|[Tt]hey) (?:spoke|speaks|talked|talks|sat down|sits down) (?:to|with)\s$"
    r"|\b(?:interviewed|questioned) by\s$"
)
"""What stands right before the name of who asks: "She spoke to Marcus Feld"."""
BYLINE = re.compile(r"(?:^|\n)\s*By\s$")
"""What stands right before the name of who asks."""


def interviewee_of(document: Document, mentions: Mentions) -> tuple[int, Span] | None:
    """Who answers in an interview of "Q:" and "A:", with the place of the name; none where that is not told.

    It is whom the text before the first question calls so, or the only person that is named there.
    """
    text = document.text
    first = ASKED.search(text)
    if first is None or ANSWERED.search(text, first.end()) is None or ASKED.search(text, first.end()) is None:
        return None
    named: dict[int, Span] = {}
    for span, owner in zip(mentions.spans, mentions.owners, strict=True):
        if span.start >= first.start():
            break
        before = text[max(0, span.start - LONGEST_LABEL * 8) : span.start]
        asks = BYLINE.search(before) or INTERVIEWING.search(before)
        if mentions.entities[owner].kind != "person" or asks:
            continue
        if INTERVIEWED.search(before):
            return owner, span
        named.setdefault(owner, span)
    return next(iter(named.items())) if len(named) == 1 else None


def initialled(text: str, words: list[Word], mentions: Mentions) -> tuple[int, Span] | None:
    """Who has the initials with which a line opens, with the place of the name; none where several have.

    Interviews name who asks and who answers so: "MF: Will you stay? TR: I will."
    """
    if len(words) <= SHORTEST or words[1].kind != ":" or not INITIALS.match(text, words[0].start):
        return None
    letters = text[words[0].start : words[0].end]
    found: dict[int, Span] = {}
    for span, owner in zip(mentions.spans, mentions.owners, strict=True):
        entity = mentions.entities[owner]
        if entity.kind == "person" and "".join(name[0] for name in entity.name.split()) == letters:
            found.setdefault(owner, span)
    return next(iter(found.items())) if len(found) == 1 else None


INITIALS = re.compile(r"[A-Z]{2,4}:")


def after_asking(text: str, words: list[Word]) -> int | None:
    """Index of what follows the label of a question from the room ("QUESTION:", "REPORTER 2:"); else none.

    Who asks is not named and claims nothing by asking; what a question says that others report, they claim.
    """
    if QUESTIONER.match(text, words[0].start) is None:
        return None
    colon = next((at for at, word in enumerate(words[:LONGEST_LABEL]) if word.kind == ":"), 0)
    return colon + 1 if 0 < colon < len(words) - 1 else None


QUESTIONER = re.compile(pronouns.QUESTIONER)


def opens_part(words: list[Word], labels: frozenset[str]) -> bool:
    """Whether a question or an answer opens, as `labels` tells ("Q:", "Answer:")."""
    return len(words) > SHORTEST and words[0].lower in labels and words[1].kind == ":"


def answered(words: list[Word]) -> Draft:
    """The claim of a line that opens an answer."""
    return Draft(Cue("say", 1, 1, 2, "verb"), (0, 1), ((2, len(words)),))


def labelled(
    text: str, words: list[Word], mentions: Mentions, labels: frozenset[str], heading: bool
) -> Draft | None:
    """The claim of a line that a label opens: a speaker of the transcript, a name, in a heading "Poll"."""
    colon = next((at for at, word in enumerate(words[:LONGEST_LABEL]) if word.kind == ":"), 0)
    if colon == 0 and labels:
        return introduced(text, words)
    if not 0 < colon < len(words) - 1 or words[0].kind == "number":
        return None
    label = Span(words[0].start, words[colon - 1].end)
    field = label.of(text).lower()
    if f"{field}:" in LETTER_FIELDS or field.startswith(LETTER_FIELD_OPENINGS):
        return None
    named = all(word.kind in NOMINAL for word in words[:colon]) and speaks(text, label, mentions, heading)
    if label.of(text) not in labels and not (named or is_shouted(label.of(text), labels)):
        return None
    end = len(words) - 1 if words[-1].lower == "." else len(words)
    if label.of(text) not in labels and end - colon <= SHORTEST:
        return None
    return Draft(Cue("say", colon, colon, colon + 1, "verb"), (0, colon), ((colon + 1, end),))


def is_shouted(label: str, labels: frozenset[str]) -> bool:
    """Whether a label in a transcript is a name in capitals or with a title: "CHIEF DESTRY", "Mr Speaker"."""
    words = label.lower().split()
    if labels and len(words) > 1 and label.istitle() and words[0].rstrip(".") in TITLES:
        return True
    return bool(labels) and label.isupper() and len(words) > 1 and FORM_LABELS.isdisjoint(words)


def seated(text: str, words: list[Word]) -> Draft | None:
    """The claim of a turn in a parliament: "Jo Hart (Orlo) (Ind): …", "The Minister (Jo Hart): …"."""
    found = SEATED.match(text, words[0].start) or POSTED.match(text, words[0].start)
    if found is None:
        return None
    first, last = found.span("name")
    name = [at for at, word in enumerate(words) if first <= word.start and word.end <= last]
    colon = next((at for at, word in enumerate(words) if word.start == found.end() - 1), 0)
    if not name or not 0 < colon < len(words) - 1:
        return None
    end = len(words) - 1 if words[-1].lower == "." else len(words)
    return Draft(Cue("say", colon, colon, colon + 1, "verb"), (name[0], name[-1] + 1), ((colon + 1, end),))


NAME = r"[^\W\d_a-z][\w.'’-]+(?:\s[^\W\d_a-z][\w.'’-]+){1,4}"
SEATED = re.compile(rf"(?P<name>{NAME})\s\([^()\n]{{2,60}}\)(?:\s\([^()\n]{{1,30}}\))?:(?=\s)")
"""A member with the seat, and the party."""
POSTED = re.compile(rf"The\s[A-Z][^():\n]{{3,90}}\s\((?P<name>{NAME})\):(?=\s)")
"""A post with the name of who holds it."""


def introduced(text: str, words: list[Word]) -> Draft | None:
    """The claim of a turn whose label tells who speaks: "DR. KARIM NASSER, Institute for Risk Assessment: …".

    A name in capitals, or with a title, stands before the comma, and no verb before the colon.
    """
    colon = next((at for at, word in enumerate(words[:LONGEST_INTRODUCTION]) if word.kind == ":"), 0)
    comma = next((at for at, word in enumerate(words[:colon]) if word.kind == ","), 0)
    if not 1 < comma < colon < len(words) - 1:
        return None
    name = text[words[0].start : words[comma - 1].end]
    plain = all(word.kind in NOMINAL | {"preposition", "and", ",", "."} for word in words[:colon])
    if not plain or not name.isupper():
        return None
    end = len(words) - 1 if words[-1].lower == "." else len(words)
    return Draft(Cue("say", colon, colon, colon + 1, "verb"), (0, comma), ((colon + 1, end),))


LONGEST_INTRODUCTION = 20
"""Words before the colon of a label that tells who speaks, at most."""


def speaks(text: str, label: Span, mentions: Mentions, heading: bool) -> bool:
    """Whether a label names somebody known, or, in a heading, an organisation or a document."""
    owner = named_entity(text, label, mentions)
    if owner is not None:
        kind = mentions.entities[owner].kind
        return kind == "person" or (heading and kind not in {"place", "event"})
    said = label.of(text).lower()
    return heading and said != "source" and said.split()[-1] in HEADING_LABELS


OTHER_LABELS = frozenset(
    "officials experts analysts sources witnesses prosecutors lawyers scientists doctors newspaper".split()
)
HEADING_LABELS = (DOCUMENT_NOUNS - FORM_LABELS) | pronouns.PERSON_NOUNS | pronouns.PLURAL_NOUNS | OTHER_LABELS
"""Nouns that, before the colon of a heading, tell who says the rest."""


def goes_on(turn: Turn | None, text: str, start: int, block: int) -> bool:
    """Whether the sentence at `start` still belongs to `turn`; a stage direction in brackets ends it."""
    if turn is None or text[start] in "([":
        return False
    if start - turn.start > LONGEST_TURN:
        return False
    return block == turn.block or (turn.transcript and block == turn.block + 1)
