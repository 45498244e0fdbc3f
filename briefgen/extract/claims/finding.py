"""Find the claims of a document: read its sentences one after the other and keep in mind who spoke last."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from briefgen.extract.claims.cues import LEMMAS, TRIGGERS, Cue
from briefgen.extract.claims.drafts import Draft
from briefgen.extract.claims.mentioned import Known, Mentions, index_mentions, known_as, speaks_alone
from briefgen.extract.claims.ordering import first_word, in_order, without
from briefgen.extract.claims.phrases import Range
from briefgen.extract.claims.quotations import Quotation, find_quotations
from briefgen.extract.claims.reading import read_announcement, read_sentence
from briefgen.extract.claims.references import remember, resolve
from briefgen.extract.claims.stance import LONGEST as STANCE_READS
from briefgen.extract.claims.stance import going_by, is_untrue, stance_of
from briefgen.extract.claims.subjects import Scene, scene_of
from briefgen.extract.claims.turns import (
    ANSWER,
    QUESTION,
    Turn,
    after_asking,
    answered,
    goes_on,
    initialled,
    interviewee_of,
    labelled,
    labels_of,
    opens_part,
    seated,
)
from briefgen.extract.engines.values import Tags
from briefgen.extract.grammar import NOMINAL, TOKEN, Word, read_words
from briefgen.language.english.cues import (
    ADDRESSING_VERBS,
    ANNOUNCING_VERBS,
    CORE_VERBS,
    CORRECTION_HINTS,
    SAYING_VERBS,
)
from briefgen.language.english.denials import DENIED_THAT
from briefgen.model.annotation import Claim, Entity, Sentence
from briefgen.model.document import Document
from briefgen.model.span import Span

LONGEST_SEGMENT = 400
"""Words that are read as one sentence at most; a longer run is cut there, so that work stays linear."""


SAY = Cue("say", 0, 0, 0, "verb")
"""The cue of a quotation that has none of its own."""


SHORT_LINE = 8
"""Words of a line like "The statement in full:" at most, after which the same speaker goes on."""


class Stretch(msgspec.Struct, frozen=True):
    """One or more sentences that one quotation runs through."""

    span: Span
    starts: tuple[int, ...]
    """Where each of its sentences starts."""
    block: int


class Pending(msgspec.Struct, frozen=True):
    """A quotation that stands alone, whose speaker may follow."""

    spans: list[Span]
    first: int
    """Its first paragraph."""
    last: int
    open: bool
    """Whether its last paragraph left it open, so that it goes on in the next."""


class Voice(msgspec.Struct):
    """Who spoke last, and in which claim."""

    text: str
    mentions: Mentions
    claims: list[Claim]
    known: list[Known]
    scene: Scene
    tags: Tags | None = None
    """What an engine says of the words."""
    block: int = -1
    """Block of the last claim."""
    quoting: tuple[int, Cue, int] | None = None
    """The last claim that begins with a quotation: its place among the claims, its cue, its block."""
    holding: tuple[int, Cue, int] | None = None
    """The last claim with any quotation in it, which may still be open at the end of its paragraph."""
    waiting: tuple[Cue, Span, Span] | None = None
    """Cue and speaker whose words come in the next paragraph."""
    waiting_block: int = -1
    interviewee: tuple[int, Span] | None = None
    """Who answers where the text is questions and answers, and where the name stands."""
    labels: frozenset[str] = frozenset()
    """What opens the turns of a transcript."""
    turn: Turn | None = None
    """The turn that may still go on."""
    asking: int = -1
    """Block of the last question from the room."""
    pending: Pending | None = None
    spoke: tuple[int, str, bool] | None = None
    """The last claim inside no other, its verb, and whether one person is its speaker."""


def find_claims(
    document: Document,
    sentences: tuple[Sentence, ...],
    entities: tuple[Entity, ...],
    tags: Tags | None = None,
) -> tuple[Claim, ...]:
    """Every claim in `document`, in the order of its first word.

    A quotation with no speaker beside it goes to the one who spoke last, marked as not certain. What somebody
    did not say is no claim. Claims inside the words of another one name it as their parent.
    """
    quotations = find_quotations(document)
    mentions = index_mentions(entities)
    scene = scene_of(document.text, sentences, quotations, mentions, tags)
    voice = Voice(document.text, mentions, [], [], scene, tags, labels=labels_of(document, mentions))
    voice.interviewee = interviewee_of(document, mentions)
    for stretch in stretches(document.text, sentences, quotations):
        read_stretch(voice, stretch, quotations)
    carry(voice)
    found = without_denied(voice.claims, document.text)
    lower = document.text.lower()
    if any(hint in lower for hint in CORRECTION_HINTS):
        from briefgen.extract.claims.corrections import with_corrections

        found = with_corrections(found, document, sentences)
    return in_order(found)


def without_denied(claims: list[Claim], text: str) -> list[Claim]:
    """`claims` without those of which the text says that nobody made them, and those within these.

    "It is not true that the mayor said the bridge was closed" holds no claim of the mayor.
    """
    ends: set[int] = set()
    for found in re.finditer(DENIED_THAT, text, re.IGNORECASE):
        ends |= {found.end(), found.end() + max(map(len, found.groups("")))}
    if not ends:
        return claims
    return without(claims, {index for index, one in enumerate(claims) if first_word(one)[0] in ends})


def stretches(text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> Iterator[Stretch]:
    """The sentences, those joined that one quotation runs through or that only name the speaker of one."""
    group: list[Sentence] = []
    at = 0
    for sentence in sentences:
        while at < len(quotations) and quotations[at].outer.end <= sentence.span.start:
            at += 1
        runs_on = at < len(quotations) and quotations[at].outer.start < sentence.span.start
        if at and group and quotations[at - 1].outer.end == group[-1].span.end:
            runs_on = runs_on or is_tail(text, sentence.span)
        if group and not (runs_on and group[-1].block == sentence.block):
            yield stretch_of(group)
            group = []
        group.append(sentence)
    if group:
        yield stretch_of(group)


TAIL = (
    r"\w[\w.’'-]*(?: [\w.’'-]+){0,6} (?:said|says|added|wrote|asked|replied|tweeted|noted|argued|explained"
    r"|continued|insisted|joked|recalled|declared|concluded|responded|shouted|told \w+)[.,]?(?=\s|$)"
)
LONGEST_TAIL = 120
"""Code points of a sentence that only names a speaker, at most."""


def is_tail(text: str, span: Span) -> bool:
    """Whether a sentence after a quotation is no more than its speaker and a verb ("Ana Ruiz said.")."""
    return span.length <= LONGEST_TAIL and re.match(TAIL, span.of(text)) is not None


def stretch_of(group: list[Sentence]) -> Stretch:
    """The stretch that some sentences of one block make."""
    starts = tuple(sentence.span.start for sentence in group)
    return Stretch(Span(starts[0], group[-1].span.end), starts, group[0].block)


def read_stretch(voice: Voice, stretch: Stretch, quotations: Sequence[Quotation]) -> None:
    """Read one stretch and add what it claims."""
    low = bisect_left(quotations, stretch.span.start, key=lambda one: one.outer.end)
    inside = []
    while low < len(quotations) and quotations[low].outer.start < stretch.span.end:
        inside.append(quotations[low])
        low += 1
    awaited = voice.waiting is not None and stretch.block - voice.waiting_block == 1
    on = awaited or goes_on(voice.turn, voice.text, stretch.span.start, stretch.block)
    if not inside and not on and not triggered(voice.text, stretch.span):
        return
    words = read_words(voice.text, stretch.span, [one.outer for one in inside], voice.tags)
    by_start = {one.outer.start: one for one in inside}
    for segment in segments(voice.text, words, stretch.starts):
        read_segment(voice, segment, by_start, stretch.block)


def triggered(text: str, span: Span) -> bool:
    """Whether any word that can be a cue, or a colon, stands in a stretch."""
    words = set(map(str.lower, TOKEN.findall(text, span.start, span.end)))
    return ":" in words or not TRIGGERS.isdisjoint(words)


def segments(text: str, words: list[Word], starts: Sequence[int]) -> Iterator[list[Word]]:
    """The sentences of a stretch as words, a quotation with its speaker in one."""
    begins = set(starts)
    current: list[Word] = []
    for index, word in enumerate(words):
        quoted = bool(current) and current[-1].kind == "quote"
        cut = (word.start in begins and not (quoted and names_speaker(words, index))) or (
            quoted and ends_there(text, words, index)
        )
        if current and (cut or len(current) >= LONGEST_SEGMENT):
            yield current
            current = []
        current.append(word)
    if current:
        yield current


def ends_there(text: str, words: list[Word], index: int) -> bool:
    """Whether a quotation before the word at `index` ended its sentence."""
    closing = text[words[index - 1].start : words[index - 1].end].rstrip("\"'”’» ")[-1:]
    word = words[index]
    opens = word.kind == "quote" or text[word.start].isupper()
    return closing == "." and opens and not names_speaker(words, index)


def names_speaker(words: list[Word], index: int) -> bool:
    """Whether the words at `index` are no more than a speaker and a verb of saying ("Ana Ruiz said.")."""
    for at in range(index + 1, min(len(words), index + 8)):
        if words[at].kind == "past" and LEMMAS.get(words[at].lower) in SAYING_VERBS:
            return at + 1 >= len(words) or words[at + 1].kind == "." or words[at + 1].lower in MEANWHILE
        if words[at].kind not in NOMINAL:
            return False
    return False


MEANWHILE = frozenset("as while when before after during".split())
"""What opens the occasion of what was said ("… said as he left")."""


def read_segment(voice: Voice, words: list[Word], quotations: Mapping[int, Quotation], block: int) -> None:
    """Add the claims of one sentence, and the quotation that goes on in it."""
    if voice.pending is not None and (words[0].kind != "quote" or block - voice.pending.last != 1):
        carry(voice)
    if words[0].lower == ">":
        forget(voice)
    answering = who_answers(voice, words)
    if answering is not None:
        open_answer(voice, words, answering, block)
        return
    words = without_label(voice, words, block)
    turn = seated(voice.text, words) or labelled(voice.text, words, voice.mentions, voice.labels, block == 0)
    if turn is not None:
        open_turn(voice, words, turn, block)
        return
    if goes_on(voice.turn, voice.text, words[0].start, block):
        continue_turn(voice, words, quotations, block)
        return
    voice.turn = None
    if announced(voice, words, block):
        open_announced(voice, words, block)
        return
    drafts = told_by_others(voice, words, read_sentence(words, quotations), block)
    announcing = None if any(draft.waits for draft in drafts) else read_announcement(words, drafts)
    if announcing is not None:
        drafts = [*drafts, announcing]
    elif not drafts and words[-1].kind == ":" and len(words) <= SHORT_LINE and block - voice.block == 1:
        voice.block = block
    covered = {index for draft in drafts for low, high in draft.content for index in range(low, high)}
    free = [i for i, word in enumerate(words) if word.kind == "quote" and i not in covered]
    if free and not drafts and mostly_quoted(words):
        continue_quotation(voice, words, free, quotations, block)
        return
    add_drafts(voice, words, drafts, block, None)


def told_by_others(voice: Voice, words: list[Word], drafts: list[Draft], block: int) -> list[Draft]:
    """The claims of a sentence; in a question from the room none if who asks or who is asked makes one."""
    if voice.asking != block:
        return drafts
    speakers = [words[draft.speaker[0]].lower for draft in drafts if draft.speaker is not None]
    return [] if {"i", "we", "you"} & set(speakers) else drafts


def forget(voice: Voice) -> None:
    """Forget who spoke last where a line opens that a mail quotes from another one ("> Do we know?")."""
    voice.spoke = voice.turn = voice.waiting = voice.quoting = voice.holding = None


def open_turn(voice: Voice, words: list[Word], draft: Draft, block: int) -> None:
    """Add the claim of a line with a label, which the next sentences may go on."""
    label = Span(words[0].start, words[draft.cue.start - 1].end).of(voice.text)
    before = len(voice.claims)
    add_draft(voice, words, draft, block, None)
    goes = block > 0 and len(voice.claims) > before
    going = label in voice.labels or label.endswith(")")
    voice.turn = Turn(before, block, going, words[0].start) if goes else None


def without_label(voice: Voice, words: list[Word], block: int) -> list[Word]:
    """The words of a question without its "Q:", "REPORTER:" or initials; it ends the answer before it."""
    asked = voice.interviewee is not None and (
        opens_part(words, QUESTION) or initialled(voice.text, words, voice.mentions) is not None
    )
    after = 2 if asked else None
    room = after_asking(voice.text, words)
    if room is not None:
        voice.asking = block
    after = after or room
    if after is None:
        return words
    voice.turn = None
    return words[after:]


def who_answers(voice: Voice, words: list[Word]) -> tuple[int, Span] | None:
    """Who is interviewed, where a line opens an answer: with "A:", or with the initials of the name."""
    if voice.interviewee is None:
        return None
    if opens_part(words, ANSWER):
        return voice.interviewee
    speaking = initialled(voice.text, words, voice.mentions)
    return speaking if speaking is not None and speaking[0] == voice.interviewee[0] else None


def open_answer(voice: Voice, words: list[Word], interviewee: tuple[int, Span], block: int) -> None:
    """Add the claim of an answer in an interview, which the next sentences may go on."""
    before = len(voice.claims)
    add_draft(voice, words, answered(words), block, None)
    if len(voice.claims) == before:
        return
    owner, name = interviewee
    claim = msgspec.structs.replace(voice.claims[before], entity=owner, stands_for=name, certain=True)
    voice.claims[before] = claim
    if claim.speaker:
        voice.known[-1:] = [known_as(voice.text, name, owner, claim.speaker[0].start, voice.mentions)]
    voice.turn = Turn(before, block, True, words[0].start)


def announced(voice: Voice, words: list[Word], block: int) -> bool:
    """Whether this sentence is what "Ruiz wrote:" announced in the paragraph before, though not in marks."""
    if voice.waiting is None or block - voice.waiting_block != 1 or words[-1].kind == ":":
        return False
    plain = all(word.kind != "quote" for word in words)
    return plain and len(words) > SHORT_LINE and voice.waiting[0].lemma in ANNOUNCING_VERBS


def open_announced(voice: Voice, words: list[Word], block: int) -> None:
    """Add the claim of a paragraph that the one before announced; its other sentences go on in it."""
    span = span_of(voice.text, words, (0, len(words)))
    if voice.waiting is None or span is None:
        return
    cue, cue_span, speaker = voice.waiting
    voice.waiting = None
    add_claim(voice, cue, cue_span, speaker, [span], False, block, direct=True)
    voice.turn = Turn(len(voice.claims) - 1, block, False, span.start)


def continue_turn(voice: Voice, words: list[Word], quotations: Mapping[int, Quotation], block: int) -> None:
    """Let a turn go on with a sentence; what is reported in it has the turn for its parent."""
    turn = voice.turn
    span = span_of(voice.text, words, (0, len(words)))
    if turn is None or span is None:
        return
    claim = voice.claims[turn.claim]
    *others, last = claim.content
    whole = Span(last.start, span.end)
    stance = claim.stance
    if last.length <= SHORTEST_ANSWER:  # "No. That is not correct."
        stance = stance_of("say", ":", whole.of(voice.text), True, False)
    voice.claims[turn.claim] = msgspec.structs.replace(claim, content=(*others, whole), stance=stance)
    voice.turn = Turn(turn.claim, block, turn.transcript, turn.start)
    voice.block = block
    read = read_sentence(words, quotations)
    drafts = [draft for draft in read if draft.cue.lemma in CORE_VERBS and not is_ones_own(words, draft)]
    if all(draft.parent is None for draft in drafts):
        add_drafts(voice, words, drafts, block, turn.claim)


SHORTEST_ANSWER = 8
"""Characters of an answer, at most, that says nothing by itself: "No.", "Yes.", "Well."."""


def is_ones_own(words: list[Word], draft: Draft) -> bool:
    """Whether whoever speaks only says that they do ("what I can say is that"), as the turn tells."""
    return draft.speaker is not None and words[draft.speaker[0]].lower in {"i", "we"}


def add_drafts(voice: Voice, words: list[Word], drafts: list[Draft], block: int, within: int | None) -> None:
    """Add the claims of one sentence, those first that hold others; `within` is the claim around them all."""
    places: dict[int, int] = {}
    for place in sorted(range(len(drafts)), key=lambda at: drafts[at].parent is not None):
        parent = drafts[place].parent
        before = len(voice.claims)
        add_draft(voice, words, drafts[place], block, within if parent is None else places.get(parent))
        if len(voice.claims) > before:
            places[place] = before


def mostly_quoted(words: list[Word]) -> bool:
    """Whether a sentence is a quotation and nothing else but a word or two."""
    return sum(word.kind not in {"quote", ".", ",", "'", "-"} for word in words) <= 1


def continue_quotation(
    voice: Voice, words: list[Word], free: list[int], quotations: Mapping[int, Quotation], block: int
) -> None:
    """Give a quotation that stands alone to the claim or the speaker before it."""
    spans = [span for i in free if (span := span_of(voice.text, words, (i, i + 1)))]
    if not spans:
        return
    goes_on = quotations[words[free[0]].start].goes_on
    if voice.waiting is not None and block - voice.waiting_block <= 1:
        cue, cue_span, speaker = voice.waiting
        voice.waiting = None
        add_claim(voice, cue, cue_span, speaker, spans, True, block)
        voice.quoting = voice.holding = (len(voice.claims) - 1, cue, block)
    elif goes_on and voice.holding is not None and block - voice.holding[2] <= 1:
        extend(voice, voice.holding, spans)
        voice.holding = (*voice.holding[:2], block)
        voice.block = block
    elif voice.quoting is not None and voice.quoting[2] == block:
        extend(voice, voice.quoting, spans)
    else:
        is_open = quotations[words[free[-1]].start].open
        first = block if voice.pending is None else voice.pending.first
        held = [] if voice.pending is None else voice.pending.spans
        voice.pending = Pending([*held, *spans], first, block, is_open)
        if not is_open and spoken_last(voice) is not None:
            carry(voice)


def spoken_last(voice: Voice) -> Claim | None:
    """The claim that was spoken last, if it is one person's and its verb is one of speech."""
    if voice.spoke is None:
        return None
    place, lemma, individual = voice.spoke
    return voice.claims[place] if individual and lemma in SPEAKING else None


SPEAKING = (SAYING_VERBS | ADDRESSING_VERBS) - frozenset(
    "ask inquire wonder question deny refuse report".split()
)
"""Verbs whose subject may go on speaking in a quotation that stands alone."""


def carry(voice: Voice) -> None:
    """Give the quotation that no speaker stands beside to the one who spoke last, without certainty."""
    if voice.pending is None:
        return
    held, voice.pending = voice.pending, None
    spans, first, block = held.spans, held.first, held.last
    last = spoken_last(voice)
    if last is None or first - voice.block > 1 or spans[0].length <= SHORT_QUOTATION:
        return
    add_carried(voice, last, spans)
    voice.quoting = voice.holding = (len(voice.claims) - 1, SAY, block)
    voice.block = block


def add_carried(voice: Voice, claim: Claim, spans: list[Span]) -> None:
    """Add a quotation that stands alone as the words of another claim's speaker, without certainty."""
    stance = stance_of("say", "", " ".join(span.of(voice.text) for span in spans), True, False)
    carried = msgspec.structs.replace(
        claim, content=tuple(spans), stance=stance, quoted=True, certain=False, parent=None
    )
    voice.claims.append(carried)


SHORT_QUOTATION = 20
"""Code points of a quotation that is nobody's words if no speaker stands beside it, at most."""


def extend(voice: Voice, claimed: tuple[int, Cue, int], spans: list[Span]) -> None:
    """Add further words of the same quotation to a claim, which may change its stance."""
    place, cue, _ = claimed
    claim = voice.claims[place]
    content = (*claim.content, *spans)
    stance = claim.stance
    if sum(span.length for span in claim.content) <= STANCE_READS:
        said = " ".join(span.of(voice.text) for span in content)
        words = " ".join(span.of(voice.text) for span in claim.cue)
        stance = stance_of(cue.lemma, words, said, True, cue.negated)
    voice.claims[place] = msgspec.structs.replace(claim, content=content, stance=stance)


def add_draft(
    voice: Voice,
    words: list[Word],
    draft: Draft,
    block: int,
    parent: int | None,
) -> None:
    """Turn a draft into a claim, or keep it until its words come."""
    text = voice.text
    last = draft.cue.end
    if last < len(words) and words[last].kind == ":":
        last += 1
    cue_span = Span(words[draft.cue.start].start, words[last - 1].end)
    speaker = speaker_span(text, words, draft.speaker) if draft.speaker else None
    if draft.waits and speaker:
        voice.waiting, voice.waiting_block = (draft.cue, cue_span, speaker), block
        return
    spans = [span for piece in draft.content if (span := span_of(text, words, piece))]
    quoted = any(words[i].kind == "quote" for low, high in draft.content for i in range(low, high))
    if not spans:
        return
    direct = words[draft.content[0][0]].kind == "quote"
    held: Pending | None = None
    if voice.pending is not None and direct and draft.content[0][0] == 0:
        held, voice.pending = voice.pending, None
    if held is not None and held.open:
        spans, held = [*held.spans, *spans], None
    add_claim(voice, draft.cue, cue_span, speaker, spans, quoted, block, parent, direct)
    claimed = (len(voice.claims) - 1, draft.cue, block)
    if held is not None:
        add_carried(voice, voice.claims[-1], held.spans)
    if direct and draft.parent is None:
        voice.quoting = claimed
    if quoted:
        voice.holding = claimed


def add_claim(
    voice: Voice,
    cue: Cue,
    cue_span: Span,
    speaker: Span | None,
    spans: list[Span],
    quoted: bool,
    block: int,
    parent: int | None = None,
    direct: bool = True,
) -> None:
    """Add a claim with its stance and what its speaker stands for."""
    text = voice.text
    content = " ".join(span.of(text) for span in spans)
    by = cue.sort == "according" and speaker is not None
    lemma = going_by(speaker.of(text)) if by and speaker is not None else cue.lemma
    claim = Claim(
        speaker=(speaker,) if speaker else (),
        cue=(cue_span,),
        content=tuple(spans),
        stance=stance_of(lemma, cue_span.of(text), content, direct, cue.negated),
        quoted=quoted,
        parent=parent,
    )
    if speaker is None and cue.sort == "noun" and is_untrue(text, spans[-1].end):
        claim = msgspec.structs.replace(claim, stance="denied")
    if speaker:
        start = min(speaker.start, spans[0].start)
        reference = resolve(voice.scene, speaker, start, voice.known)
        remember(voice.scene, speaker, reference, voice.known)
        claim = msgspec.structs.replace(
            claim, entity=reference.entity, stands_for=reference.stands_for, certain=reference.certain
        )
    if parent is None:
        individual = speaker is not None and bool(voice.known) and speaks_alone(voice.known[-1])
        voice.spoke = (len(voice.claims), cue.lemma, individual) if speaker else None
    voice.claims.append(claim)
    voice.block = block


def speaker_span(text: str, words: list[Word], phrase: Range) -> Span | None:
    """The place of a speaker's words."""
    start, end = words[phrase[0]].start, words[phrase[1] - 1].end
    return Span(start, end) if start < end else None


def span_of(text: str, words: list[Word], piece: Range) -> Span | None:
    """The place of a piece of content: a quotation with its marks, other words without their stop."""
    start, end = words[piece[0]].start, words[piece[1] - 1].end
    if words[piece[1] - 1].kind == "quote":
        return Span(start, end)
    while end > start and (text[end - 1] in ",." or text[end - 1].isspace()) and not abbreviated(text, end):
        end -= 1
    return Span(start, end) if end > start else None


def abbreviated(text: str, end: int) -> bool:
    """Whether the full stop before `end` belongs to an abbreviation like "U.S."."""
    return end >= 4 and text[end - 1] == "." and text[end - 3] == "." and text[end - 2].isupper()
