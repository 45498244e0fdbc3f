"""Cut lines out of sources: words kept as they are, trimmed at the edges, additions marked as additions."""

import re

import msgspec

from briefgen.language.english.dating import DATELINE
from briefgen.language.english.pronouns import ANYBODY
from briefgen.model.annotation import Claim, DateMention
from briefgen.model.brief import Line, Piece, PieceKind
from briefgen.model.span import Span, cover, trim
from briefgen.synthesis.ledger import cite, sentence_id
from briefgen.synthesis.reading import Reading, claim_span, sentence_indexes, within
from briefgen.synthesis.wholeness import opens_with_relative, whole_sentence

OPENING = "\"“„«'‘"
CLOSING = "\"”“»'’"
STOPS = ".!?…"
LOOSE_ENDS = " \t\r\n,;:–—-"
GAP = " … "
WORD = re.compile(r"\w")
ARTICLE = re.compile(r"(?<!\w)((?:the|an?)\s+)$", re.IGNORECASE)
DESCRIBED = re.compile(r"(?<!\w)((?:the|an?)\s+(?:\w+\s+)?)$", re.IGNORECASE)
LISTENER = re.compile(r"(\s+[^,.;:!?\"“”()]{1,50}?)(?=[,.;:!?])")
THAT = re.compile(r"(?:and\s+)?that\s+(?=\S)")
PHRASE = 3
"""Words at most between a cue and what it reports: "said previously on Friday"."""
CURT = 2
"""Words of a quotation that answers a question rather than says something."""
LONGEST = 600
"""Characters of a passage in a source's own voice: a table row of more is read by nobody."""
LEAD_IN = 60
"""Characters: a longer opening is a clause of its own, not an article or the date of what follows."""
LONGEST_MARKER = 16
"""Characters in which the marker of a list item shows."""
LONGEST_DATELINE = 80
"""Characters in which the dash of a dateline stands."""
LEAST_CAPITALS = 3
"""Letters in capitals that open a dateline."""
SPACED_DASH = re.compile(r"\s(?:--?|[–—])\s+|—\s*")
MARKS = frozenset("•⁃‣◦▪●·*-–—([0123456789abcdefghijklmnopqrstuvwxyz")
"""What such a marker begins with; quick to ask."""
NOT_ITEM = (
    "January|February|March|April|May|June|July|August|September|October|November|December|FC|Bundesliga|Liga"
)
"""Words before which a number with a full stop is an ordinal: "3. June", "1. FC"."""
MARKER = re.compile(
    r"(?:[•⁃‣◦▪●·*][^\S\n]*|[-–—]{1,2}[^\S\n]+|\[[ xX]\][^\S\n]+)?"
    r"(?:(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-h])\.[^\S\n]+(?=[^\W\d_]|[\"“„«‘(\[])(?!(?:" + NOT_ITEM + r")\b)"
    r"|(?:\(?\d{1,2}(?:\.\d{1,2}){0,3}\)|\(?(?:[a-z]|[ivx]{2,5})\))[^\S\n]+)?"
    r"(?=[\"“„«‘(\[$€£]|\w)"
)
"""A bullet, a number or a letter before the words of an item."""
GENITIVE = re.compile(r"['’]s\b")
RESOLVED = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?(T\d{2}(:\d{2})*)?$|\d{4}-(Q|H|W)\d{1,2}$")
"""TIMEX3 values that a reader gains from seeing beside the words."""


class Insertion(msgspec.Struct, frozen=True, order=True):
    """Something to be added behind a place of the text."""

    at: int
    text: str
    kind: PieceKind = "added"


def cut(
    source: Reading,
    spans: tuple[Span, ...],
    added: tuple[Insertion, ...] = (),
    *,
    capital: bool = True,
) -> Line:
    """The words at `spans`, in order, with dates resolved and `added` put in; " … " between spans.

    The first letter is made a capital, as a line begins with it, unless `capital` is false.
    """
    pieces: list[Piece] = []
    for span in spans:
        if pieces:
            pieces.append(Piece(GAP, "gap"))
        pieces += _pieces(source, span, added)
    if capital:
        pieces[0] = msgspec.structs.replace(pieces[0], text=_capital(pieces[0].text))
    return Line("".join(piece.text for piece in pieces), tuple(pieces))


def statement(source: Reading, claim: Claim, others: tuple[Claim, ...]) -> Line:
    """The claim with its attribution, as the source words it; words of `others` in between left out."""
    parts = sorted({*claim.speaker, *claim.cue, *claim.content})
    fused = [parts[0]]
    for part in parts[1:]:
        between = Span(fused[-1].end, part.start)
        if _belongs(source, between, claim, others):
            fused[-1] = Span(fused[-1].start, max(fused[-1].end, part.end))
        else:
            fused.append(part)
    fused[0] = _led_in(source, fused[0], claim)
    spans = tuple(_rounded(source.text, _led_out(source, span, claim)) for span in fused)
    if is_turn(source, claim) and source.text.startswith(":", spans[0].end):
        spans = (Span(spans[0].start, spans[0].end + 1), *spans[1:])
    whole = whole_sentence(source, spans, claim, others)
    return cut(source, spans if whole is None else (whole,), antecedents(source, claim))


def with_sentence_before(source: Reading, claim: Claim) -> Line | None:
    """The sentence of a claim behind the one that tells what "this" is, if its paragraph has one."""
    first, *_ = indexes = sentence_indexes(source, claim_span(claim))
    sentences = source.found.sentences
    if first == 0 or sentences[first - 1].block != sentences[first].block:
        return None
    both = cover((sentences[first - 1].span, sentences[indexes[-1]].span))
    return passage(source, both) if both.length <= LONGEST else None


def content(source: Reading, claim: Claim) -> Line:
    """What is claimed, with the quotation marks around it or, where it is a paraphrase, from its cue on."""
    first, *rest = _unbroken(claim)
    start = reported_from(source, claim)
    opening = Span(start, first.end) if start < first.start else _without_conjunction(source.text, first)
    spans = tuple(_rounded(source.text, span) for span in (opening, *rest))
    if opens_with_relative(spans[0].of(source.text)) or _says_little(source, claim):
        sentence = cover(
            source.found.sentences[index].span for index in sentence_indexes(source, claim_span(claim))
        )
        if sentence.length <= LONGEST:
            return cut(source, (sentence,))
    return _unpunctuated(cut(source, spans, capital=start == first.start))


def _unbroken(claim: Claim) -> list[Span]:
    """The parts of the content; those between which only the cue stands, as in a passive, are one.

    So are those of a refusal behind what was asked: "Asked about the fire, the owner declined to comment".
    """
    first, *rest = sorted(claim.content)
    refused = claim.stance == "declined" and not claim.quoted
    if (
        (refused or not claim.speaker)
        and rest
        and any(first.end <= cue.start < rest[-1].start for cue in claim.cue)
    ):
        return [cover(claim.content)]
    return [first, *rest]


def _says_little(source: Reading, claim: Claim) -> bool:
    """Whether what is said means nothing without the question: "No."."""
    if not claim.quoted or not claim.speaker or len(claim.content) > 1 or claim.content[0].length > LEAD_IN:
        return False
    return len(claim.content[0].of(source.text).split()) <= CURT


def reported_from(source: Reading, claim: Claim) -> int:
    """Where a paraphrase begins to make sense: at the cue right before it; else where the content begins.

    What is taken back stands without the cue: it is denied that it is so, not that it was said.
    """
    content = min(claim.content)
    if claim.retracted:
        return content.start
    before = [cue for cue in claim.cue if cue.end <= content.start and WORD.search(cue.of(source.text))]
    if not before or (source.text[content.start] in OPENING and source.text[content.end - 1] in CLOSING):
        return content.start
    between = Span(before[-1].end, content.start)
    crossed = any(speaker.meets(between) for speaker in claim.speaker)
    far = len(between.of(source.text).split()) > PHRASE
    return content.start if crossed or far else before[-1].start


def passage(source: Reading, span: Span, about: Span | None = None) -> Line:
    """A stretch of text as a line of its own; one of more than `LONGEST` characters is cut around `about`."""
    if span.length > LONGEST:
        return _excerpt(source, span, about or Span(span.start, span.start))
    rounded = _rounded(source.text, _without_conjunction(source.text, span))
    return _unpunctuated(cut(source, (rounded,)))


def added_to(line: Line, words: str) -> Line:
    """`line` with `words` in square brackets, and a space before them, put behind it in place of its stop."""
    *before, last = line.pieces
    if last.span is not None and last.text.endswith(".") and not last.text.endswith(".."):
        last = msgspec.structs.replace(
            last, text=last.text[:-1], span=Span(last.span.start, last.span.end - 1)
        )
    pieces = (*before, last, Piece(words, "added"))
    return Line("".join(piece.text for piece in pieces), pieces)


def _excerpt(source: Reading, span: Span, about: Span) -> Line:
    """The words of `span` around `about`, with "…" where words are left out."""
    start = max(span.start, about.start - LONGEST // 2)
    end = min(span.end, start + LONGEST)
    words = Span(start, end).of(source.text)
    if start > span.start:
        start += words.find(" ") + 1 if " " in words[: LONGEST // 4] else 0
    if end < span.end and " " in words[-LONGEST // 4 :]:
        end -= len(words) - words.rfind(" ")
    window = trim(Span(start, end), source.text)
    line = cut(source, (window,), capital=start == span.start)
    before = (Piece("… ", "gap"),) if start > span.start else ()
    after = (Piece(" …", "gap"),) if end < span.end else ()
    pieces = (*before, *line.pieces, *after)
    return Line("".join(piece.text for piece in pieces), pieces)


def antecedents(source: Reading, claim: Claim) -> tuple[Insertion, ...]:
    """Whom a pronoun or a short form in the place of the speaker stands for."""
    words = meant(source, claim)
    if not claim.speaker:
        return _told_of(source, claim)
    if not words:
        return ()
    said = claim.speaker[-1].of(source.text)
    if opens_with_relative(said):
        return ()
    person = claim.entity is not None and source.found.entities[claim.entity].kind == "person"
    known = words.split()[-1] if person else words
    if known.casefold() in said.casefold():
        return ()
    doubt = "" if claim.certain else "probably "
    return (Insertion(claim.speaker[-1].end, f" [{doubt}{words}]"),)


def _told_of(source: Reading, claim: Claim) -> tuple[Insertion, ...]:
    """Whom "he" means in "he has been charged with": the only person that the sentence before names."""
    first = min(claim.content)
    opening = re.match(r"(?:he|she)\b", first.of(source.text), re.IGNORECASE)
    index = sentence_indexes(source, first)[0]
    sentences = source.found.sentences
    if opening is None or index == 0 or sentences[index - 1].block != sentences[index].block:
        return ()
    person = _only_person(source, sentences[index - 1].span)
    return () if person is None else (Insertion(first.start + opening.end(), f" [probably {person}]"),)


def _only_person(source: Reading, sentence: Span) -> str | None:
    """The name of the one person of whom a sentence tells.

    None where it tells of another one without a name ("a man shot Ruiz"), or of "Ruiz's brother".
    """
    entities = source.found.entities
    names = [name for name in within(source.names, sentence) if entities[name.entity].kind == "person"]
    others, end = "", sentence.start
    for name in names:
        others, end = f"{others} {source.text[end : name.span.start]}", name.span.end
    plain = re.findall(r"['’]?\w+(?:-\w+)*", f"{others} {source.text[end : sentence.end]}".casefold())
    if len({name.entity for name in names}) != 1 or not ANYBODY.isdisjoint(plain):
        return None
    return entities[names[0].entity].name


def meant(source: Reading, claim: Claim) -> str:
    """Whom the speaker stands for, in fuller words; empty where the words stand for themselves."""
    entity = None if claim.entity is None else source.found.entities[claim.entity]
    if entity is not None and entity.kind == "person":
        return entity.name
    if claim.stands_for is not None:
        return without_article(claim.stands_for.of(source.text))
    return ""


def without_article(words: str) -> str:
    """`words` without an article before them and a possessive ending behind."""
    bare = re.sub(r"^(?:the|an?)\s+", "", " ".join(words.split()), flags=re.IGNORECASE)
    return re.sub(r"['’]s?$", "", bare)


def _led_in(source: Reading, span: Span, claim: Claim) -> Span:
    """`span` from the article before it or, where its sentence opens with a dated phrase, from there."""
    text = source.text
    sentence = source.found.sentences[sentence_indexes(source, span)[0]].span
    before = Span(sentence.start, span.start)
    opens_with_noun = any(cue.start == span.start for cue in claim.cue)
    near = max(before.start, before.end - LEAD_IN)
    article = (DESCRIBED if opens_with_noun else ARTICLE).search(text, near, before.end)
    start = article.start(1) if article else span.start
    opening = Span(sentence.start, start)
    dated = opening.length <= LEAD_IN and within(source.found.dates, opening)
    if dated and opening.of(text).rstrip().endswith(",") and opening.of(text).count(",") == 1:
        start = sentence.start
    return Span(start, span.end)


def is_turn(source: Reading, claim: Claim) -> bool:
    """Whether a claim is what stands behind a name and a colon, as in a transcript."""
    return [cue.of(source.text) for cue in claim.cue] == [":"]


def _led_out(source: Reading, span: Span, claim: Claim) -> Span:
    """`span` with the listener behind a last "told": up to the next punctuation, if that is near."""
    if all(cue.end != span.end for cue in claim.cue) or is_turn(source, claim):
        return span
    sentence = source.found.sentences[sentence_indexes(source, span)[-1]].span
    listener = LISTENER.match(source.text, span.end, sentence.end)
    return Span(span.start, listener.end(1)) if listener else span


def _without_conjunction(text: str, span: Span) -> Span:
    """`span` without the "that" which ties it to its cue; a quotation that opens with it keeps it."""
    tie = None if text[max(0, span.start - 1)] in OPENING else THAT.match(span.of(text))
    return Span(span.start + tie.end(), span.end) if tie else span


def _unpunctuated(line: Line) -> Line:
    """`line` without the comma that stands inside a closing quotation mark only because of what followed."""
    last = line.pieces[-1]
    if last.kind != "words" or last.span is None or last.text[-2:-1] != "," or last.text[-1] not in CLOSING:
        return line
    end = last.span.end
    pieces = (
        *line.pieces[:-1],
        msgspec.structs.replace(last, text=last.text[:-2], span=Span(last.span.start, end - 2)),
        Piece("", "gap"),
        msgspec.structs.replace(last, text=last.text[-1], span=Span(end - 1, end)),
    )
    return Line("".join(piece.text for piece in pieces), pieces)


def _belongs(source: Reading, between: Span, claim: Claim, others: tuple[Claim, ...]) -> bool:
    """Whether the words between two parts of a claim may stay in its line."""
    if between.length <= 0 or not WORD.search(between.of(source.text)):
        return True
    if len(sentence_indexes(source, between)) > 1:
        return False
    mine = claim_span(claim)
    return not any(
        span.meets(between) for other in others if other.content != claim.content for span in other.content
    ) and mine.holds(between)


def _rounded(text: str, span: Span) -> Span:
    """`span` with the quotation marks around it, loose punctuation at its end off, a full stop there on."""
    span = trim(span, text)
    start, end = span.start, span.end
    if start and text[start - 1] in OPENING and _pairs(text, start - 1, end):
        start -= 1
    while end > start + 1 and text[end - 1] in LOOSE_ENDS:
        end -= 1
    if end < len(text) and text[end] in STOPS:
        end += 1
    if _left_open(text[start:end]):
        end = _closed(text, end)
    return Span(start, end)


def _left_open(words: str) -> bool:
    """Whether a quotation opened in `words` is not closed there."""
    return (
        words.count('"') % 2 == 1
        or words.count("“") > words.count("”")
        or words.count("«") > words.count("»")
    )


def _pairs(text: str, opening: int, end: int) -> bool:
    """Whether the mark before a span opens a quotation, and is no apostrophe or inch sign."""
    before = text[opening - 1] if opening else " "
    return before.isspace() or before in "([—–-" or before in OPENING


def _closed(text: str, end: int) -> int:
    """`end` moved past the mark that closes a quotation, if it stands right behind."""
    for place in (end, end + 1):
        if place < len(text) and text[place] in CLOSING and text[end:place] in ("", ",", "."):
            return place + 1
    return end


def _pieces(source: Reading, span: Span, added: tuple[Insertion, ...]) -> list[Piece]:
    """The words of one span, cut where sentences end and where something is put in."""
    insertions = sorted(
        [*_resolutions(source, span), *(one for one in added if span.start < one.at <= span.end)]
    )
    pieces: list[Piece] = []
    start = span.start
    for insertion in (*insertions, Insertion(span.end, "")):
        pieces += _words(source, Span(start, insertion.at))
        if insertion.text:
            pieces.append(Piece(insertion.text, insertion.kind))
        start = insertion.at
    return pieces


def _words(source: Reading, span: Span) -> list[Piece]:
    """`span` as pieces, none of which crosses the end of a sentence."""
    pieces: list[Piece] = []
    for index in sentence_indexes(source, span):
        sentence = source.found.sentences[index].span
        start = max(_behind_marker(source.text, sentence), _behind_dateline(source, index, span.end))
        part = Span(max(span.start, start), min(span.end, sentence.end))
        if pieces and part.length:
            pieces.append(Piece(" ", "gap"))
        pieces.append(Piece(part.of(source.text), "words", sentence_id(index), part))
    return pieces


def _behind_marker(text: str, sentence: Span) -> int:
    """Where `sentence` begins without the marker of a list item: "2. ", "(a) ", "• "."""
    head = text[sentence.start : min(sentence.end, sentence.start + LONGEST_MARKER)]
    marker = MARKER.match(head) if head[0] in MARKS else None
    return sentence.start + marker.end() if marker else sentence.start


def _behind_dateline(source: Reading, index: int, end: int) -> int:
    """Where sentence `index` begins without its dateline, "OSLO - "; with it, where `end` is no later.

    A dateline opens a paragraph with a place in capitals, and a sentence begins behind its dash: not in
    "OSLO — Norway's capital — is quiet", whose dashes are a pair.
    """
    sentence = source.found.sentences[index]
    start = sentence.span.start
    head = source.text[start : min(start + LONGEST_DATELINE, sentence.span.end)]
    if not head[:LEAST_CAPITALS].isupper():
        return start
    dash = SPACED_DASH.search(head)
    opens = source.text[dash.end() + start : dash.end() + start + 1] if dash else ""
    if (
        dash is None
        or start + dash.end() >= end
        or not (opens.isupper() or opens.isdigit() or opens in OPENING)
    ):
        return start
    block = source.found.document.blocks[sentence.block]
    before = Span(start, start + dash.start())
    dashes = len(SPACED_DASH.findall(sentence.span.of(source.text)))
    if block.kind != "paragraph" or block.span.start != start or dashes % 2 == 0:
        return start
    dated = re.match(DATELINE, before.of(source.text) + " ")
    return start + dash.end() if dated and _opens_with_place(source, before) else start


def _opens_with_place(source: Reading, span: Span) -> bool:
    name = next(iter(within(source.names, span)), None)
    if name is None or name.span.start != span.start:
        return False
    return source.found.entities[name.entity].kind in ("place", "country")


def _resolutions(source: Reading, span: Span) -> list[Insertion]:
    """What relative dates in `span` come to."""
    return [
        Insertion(_behind_genitive(source.text, date.span.end, span.end), f" [{date.value}]", "date")
        for date in within(source.found.dates, span)
        if says_more(date, date.span.of(source.text)) and not _ends_years(source.text, date)
    ]


def _behind_genitive(text: str, at: int, end: int) -> int:
    """The place behind the "'s" that stands at `at`, as in "today's accident", if it ends before `end`."""
    ending = GENITIVE.match(text, at, end)
    return ending.end() if ending else at


def _ends_years(text: str, date: DateMention) -> bool:
    """Whether it is the second year of "1994-95" or "2019/20", which a reader needs no help with."""
    before = text[max(0, date.span.start - 5) : date.span.start]
    return len(date.value) == len("1995") and re.fullmatch(r"\d{4}[-–—/]", before) is not None


def says_more(date: DateMention, words: str) -> bool:
    """Whether the resolved value tells a reader something that the words do not."""
    resolved = date.kind in ("date", "time") and date.earliest is not None and RESOLVED.match(date.value)
    return bool(resolved) and date.value[:4] not in words


def citations(source: Reading, claim: Claim) -> tuple[str, ...]:
    """Ids of every sentence that a part of the claim stands in."""
    found: dict[str, None] = {}
    for span in sorted((*claim.speaker, *claim.cue, *claim.content)):
        found.update(dict.fromkeys(cite(source, span)))
    return tuple(found)


def _capital(text: str) -> str:
    """`text` with its first letter, behind any opening mark, as a capital."""
    match = WORD.search(text)
    if match is None or match.start() > 1:
        return text
    place = match.start()
    large = text[place].upper()
    if large.casefold() != text[place].casefold():
        return text  # "ı" has a capital that is another letter's
    return text[:place] + large + text[place + 1 :]
