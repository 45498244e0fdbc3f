"""Find the sentences of a document."""

import re
from collections.abc import Callable, Iterator

import msgspec

from briefgen.language.english import abbreviations as english
from briefgen.model.annotation import Sentence
from briefgen.model.document import Block, Document
from briefgen.model.span import Span, trim

# Possessive quantifiers and the look-behinds keep a long run of marks from being read more than once. They
# stand behind the first mark, as a pattern that begins with a set of characters is searched for quickly.
END = re.compile(
    r"(?P<marks>[.!?…](?<![.!?…]{2})(?<!\.\s[.!?…])(?:(?<=\.)(?:\s\.)++|[.!?…]*+))"
    r"(?P<closers>[\"'”’»)\]}*_]*+(?:\[\d{1,3}\])*+)(?=(?P<space>\s++)\S)"
)
TRAILERS = re.compile(
    r"(?:\s?\[(?:\d{1,3}|citation needed|note \d{1,2}|\.\.\.|…)\]|\s?[:;]-?[)(DP]|\s\))+(?=\s|$)"
)
"""What may follow a full stop and still belongs to its sentence: notes, omissions, smileys."""
NOTE_NUMBER = re.compile(r"\s\d{1,3}(?=\s(?P<next>[A-Z][a-z]+)\s)")
GLUED = re.compile(
    r"[.!?](?<=[a-z]{3}[.!?])"
    r"(?:[\"”’]?(?=(?!Com\b|Net\b|Org\b)[A-Z][a-z]+\s)|(?<=\?)(?=[a-z]++\s)|(?<=\.)\.{2,3}(?=[A-Z][a-z]*+\s))"
)
"""Marks after which the space was forgotten."""
# Most texts need none of the patterns that stand here as text: they are compiled when they are first needed.
BEGINS = (
    r"(?<=\s)(?:[•⁃‣◦▪]|\*{3,}|={3,}|_{3,}|-{5,}"  # an item, a rule
    r"|https?://"  # addresses, one after the other
    r"|(?:Phone|Fax|Tel|E-?mail|Groups|Subject|Cc|cc|Sent):\s"  # contact details
    r"|(?<!\son\s)\d\d/\d\d/\d{2,4} \d\d:\d\d(?::\d\d)? [AP]M\s)"  # the time stamp of a message
)
STOPS = (
    r"(?:(?<![*=_-])[*=_-]{5,}+|\d\d/\d\d/\d{2,4} \d\d:\d\d(?::\d\d)? [AP]M)(?=\s)"
    r"|(?:[Rr]egards|Sincerely|Respectfully),(?=\s[A-Z])"
    r"|<[^\s<>@]{1,60}@[^\s<>@]{1,60}>(?=\s[A-Z])"  # who wrote the message
    r"|(?<=\s)[:;]-?[)(](?=\s[A-Z])"
)
LEAD = (
    r"[A-Z][^\W\d_]+[^()\n]{0,60}\([A-Z][A-Za-z/ ]{1,30}\) ?(?:--?|[–—_])(?=\s[A-Z\"“`])"
    r"|\([A-Z][A-Za-z ]{1,30}\)(?=\s[A-Z\"“][a-z’'A-Z]+\s)"
    r"|(?:Figure|Table|Box|Map|Chart) \d{1,3}(?:\.\d{1,3})?(?=\s[A-Z])"
    r"|(?:Hi|Hello|Hey|Dear(?: [A-Z][a-z]{0,20}\.?){1,3})[,:](?=\s[A-Z])"
    r"|https?://\S++(?=\s)"
)
"""The dateline of an agency report, the agency alone, the number of a picture, a salutation, an address."""
HOUR = (
    r"(?:(?:[01]?\d|2[0-3])[.:][0-5]\d(?:\s?[aApP]\.?[mM]\b\.?)?|(?:[01]\d|2[0-3])[0-5]\d)"
    r"(?:\s?(?:hrs|hours|h)\b)?(?:\s[A-Z]{2,4}\b)?(?:\s?[–—:|-])?(?=\s[A-Z\"“‘'])(?!\s[A-Z]{2,5}\s*$)"
)
"""The hour of an entry, as a running report has them: "11.40 Police confirm", "14:05 GMT - The road"."""
YEAR = re.compile(r"\d{4}\b")
"""An hour only beside others that begin with a nought; else it may be a year: "1914 War begins"."""
ENTRIES = 2
"""Paragraphs that have to open with an hour for a text to be such a report."""
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]{0,6}\.?"
DATED = (
    r"(?!(?:On|In|By|Since|From|Until|Till|At|After|Before|Between|During)\s)[A-Z][^\W\d_]*"
    rf"(?:[ ,]{{1,2}}[A-Z][\w.]*){{0,4}},? (?:\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}})(?:,? \d{{4}})?"
    r"(?: \([^()\n]{1,40}\))? ?(?:--?|[–—])(?=\s[A-Z\"“`])"
)
"""A dateline with its day and a dash: "Hallen, 4 June -"."""
LEADING = ("Figure", "Table", "Box", "Map", "Chart", "Hi", "Hello", "Hey", "Dear", "http")
LONGEST_DATELINE = 200
"""Code points in which a dateline shows its bracket."""
DASH = re.compile(r"\s(?:--?|[–—])\s")
ODD = re.compile(r"[•⁃‣◦▪*=_/:;<–—]|--|(?:egards|incerely|espectfully),")
"""What a text has where a sentence begins or stops without a mark; quick to look for."""
INTERRUPTED = r"(?:(?<=[a-z] )|(?<=- ))(?:--|[–—])(?=\s(?P<next>[A-Z][a-z']+)\s)"
MARKER = r"(?P<bullet>[•⁃‣◦▪]\s?)?(?P<open>\(?)(?P<mark>\d{1,3}|[a-z])(?P<close>\.\)|[.)])(?=\s)"
FIRST_MARKER = re.compile(MARKER)
NEXT_MARKER = r"(?<=\s)" + MARKER
DASHES = ("-", "–", "—", "_")
BULLETS = "•⁃‣◦▪"
OPENERS = "\"'“”‘’«([{*_`-–—"
INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
LOOK_AROUND = 60
"""Characters on each side of a mark that are looked at; no abbreviation or name is longer."""


class Ending(msgspec.Struct, frozen=True):
    """A mark that may end a sentence, with the words around it."""

    earlier: tuple[str, ...]
    """The words before `word`, within the same sentence."""
    word: str
    """The word that the mark stands on, without the mark and without what opens before it."""
    marks: str
    closers: str
    opened: str
    """The quotation mark or bracket that opens after the mark."""
    after: tuple[str, ...]
    """The words after the mark; the first without what opens before it."""

    @property
    def key(self) -> str:
        """`word` as the lists of abbreviations write it; the initial of a name stays a capital."""
        return self.word if len(self.word) == 1 else self.word.lower()

    @property
    def next(self) -> str:
        """The first word after the mark; empty where only punctuation follows."""
        return self.after[0] if self.after else ""

    @property
    def spaced_dots(self) -> int:
        """How many full stops an ellipsis with spaces (`. . .`) has; 0 for other marks."""
        return self.marks.count(".") if " " in self.marks else 0

    @property
    def next_key(self) -> str:
        """`next` as the lists of words write it."""
        return self.next.lower().replace("’", "'").rstrip(".,;:!?)\"'”")


def find_sentences(document: Document) -> tuple[Sentence, ...]:
    """Every sentence, in order; together they hold each character that is not white space."""
    hours = _hours(document)
    return tuple(
        Sentence(span, number)
        for number, block in enumerate(document.blocks)
        for span in _split(block, document.text, hours.get(number, 0) or _signs(block, document.text))
    )


def _hours(document: Document) -> dict[int, int]:
    """The lengths of the hours that open the entries of a running report, by the number of their block."""
    text = document.text
    opened = [
        (number, one.span) for number, one in enumerate(document.blocks) if text[one.span.start].isdigit()
    ]
    starts = {number: span.start for number, span in opened}
    if len(opened) < ENTRIES:
        return {}
    found = {number: re.match(HOUR, span.of(text)) for number, span in opened}
    hours = {number: match.end() for number, match in found.items() if match}
    if not any(match and match[0][0] == "0" for match in found.values()):
        hours = {number: end for number, end in hours.items() if not YEAR.match(text, starts[number])}
    return hours if len(hours) >= ENTRIES else {}


def _signs(block: Block, text: str) -> int:
    """The length of the signs that make a line a heading, "## "; 0 where none open the block."""
    found = HEADING_SIGNS.match(text, block.span.start, block.span.end)
    return found.end() - block.span.start if found else 0


HEADING_SIGNS = re.compile(r"#{1,6}[ \t]+(?=\S)")
"""What opens a heading in Markdown, which people leave in plain text (CommonMark 0.31, section 4.2)."""


def _split(block: Block, text: str, hour: int) -> Iterator[Span]:
    """The sentences of a block; an `hour`, or signs, of so many characters that open it stand apart."""
    words = block.span.of(text)
    items = tuple(_items(words))
    inside = {place for item in items for place in range(item.start + 1, item.end + 1)}
    cuts = {*_marked_ends(words), *_breaks(words)} - inside | {item.start for item in items} | {hour}
    start = 0
    for cut in sorted({*cuts, len(words)}):
        span = trim(Span(block.span.start + start, block.span.start + cut), text)
        if span.length:
            yield span
        start = cut


def _marked_ends(words: str) -> Iterator[int]:
    """Where sentences end by their marks."""
    start = 0
    for match in END.finditer(words):
        end = _trailer_end(words, match.end())
        ending = _ending(words, start, match, end)
        if _ends_here(ending):
            start = match.start() + 1 if ending.spaced_dots and ending.word else end
            yield start
    for match in GLUED.finditer(words):
        yield match.end()


def _trailer_end(words: str, end: int) -> int:
    """Where the sentence whose marks end at `end` really does, with the notes that follow it."""
    trailer = TRAILERS.match(words, end)
    if trailer:
        return trailer.end()
    note = NOTE_NUMBER.match(words, end)
    return note.end() if note and note["next"].lower() in english.STARTERS else end


def _breaks(words: str) -> Iterator[int]:
    """Where sentences end without a mark of their own."""
    if words.startswith(LEADING) or "(" in words[:LONGEST_DATELINE]:
        lead = re.match(LEAD, words)
        if lead:
            yield lead.end()
    dash = DASH.search(words, 0, LONGEST_DATELINE)
    dated = re.match(DATED, words) if dash and any(sign.isdigit() for sign in words[: dash.start()]) else None
    if dated:
        yield dated.end()
    if ODD.search(words) is None:
        return
    for match in re.finditer(BEGINS, words):
        if not words.startswith("http", match.start()) or _follows_address(words, match.start()):
            yield match.start()
    for match in re.finditer(STOPS, words):
        yield match.end()
    for match in re.finditer(INTERRUPTED, words):
        if match["next"].lower() in english.STARTERS:
            yield match.end()


def _follows_address(words: str, start: int) -> bool:
    before = words[max(0, start - 4 * LOOK_AROUND) : start].split()
    return bool(before) and before[-1].startswith(("http://", "https://"))


def _ending(words: str, start: int, match: re.Match[str], end: int) -> Ending:
    before = words[max(start, match.start() - LOOK_AROUND) : match.start()].split()
    after = words[end : match.end("space") + LOOK_AROUND].strip()
    bare = after.lstrip(OPENERS)
    stands_on_word = match.start() > start and not words[match.start() - 1].isspace()
    return Ending(
        earlier=tuple(before[:-1]) if stands_on_word else tuple(before),
        word=before[-1].lstrip(OPENERS) if stands_on_word and before else "",
        marks=match["marks"],
        closers=match["closers"],
        opened=after[: len(after) - len(bare)],
        after=tuple(bare.split()),
    )


def _ends_here(ending: Ending) -> bool:
    """What the first rule says that has something to say."""
    return next((verdict for rule in RULES if (verdict := rule(ending)) is not None), True)


def _goes_on_in_lower_case(ending: Ending) -> bool | None:
    """Careless writers begin sentences in lower case; others have an abbreviation or a name there."""
    if not ending.next[:1].islower():
        return None
    if ending.opened.strip("(") or ending.closers:
        return False
    marks = set(ending.marks)
    return marks == {"?"} or (_is_plain(ending) and (marks == {"!"} or ending.marks == "."))


def _is_plain(ending: Ending) -> bool:
    """Whether the mark stands on a common word or a long number, not on an abbreviation."""
    word = ending.word.rstrip(")").replace("-", "")
    is_word = len(word) > 1 and word.isalpha() and word.islower() and ending.key not in english.EVERY
    return is_word or (len(word) > 3 and word.isdigit())


def _is_nothing_after(ending: Ending) -> bool | None:
    return None if any(map(str.isalnum, ending.next)) else False


def _is_quoted_question(ending: Ending) -> bool | None:
    """`"Why?" Smith asked.` goes on."""
    if ending.marks[-1] not in "!?" or not ending.closers or ending.opened:
        return None
    return False if any(word.strip(",.").lower() in english.SAYING for word in ending.after[:3]) else None


def _is_enumerator(ending: Ending) -> bool | None:
    """`1. First` at the beginning of a sentence."""
    word = ending.word.lstrip(BULLETS)
    if ending.marks != "." or any(earlier.strip(BULLETS) for earlier in ending.earlier):
        return None
    return False if (word.isdigit() and len(word) <= 3) or (len(word) == 1 and word.isalpha()) else None


def _follows_colon(ending: Ending) -> bool | None:
    """A lone mark after a label, as broken characters leave it."""
    return False if ending.word.endswith(":") else None


def _is_ellipsis(ending: Ending) -> bool | None:
    if ending.spaced_dots:
        return ending.next[0].isupper() and (
            ending.spaced_dots > 3 or ending.next_key in english.STARTERS - {"i"}
        )
    if "…" not in ending.marks and not ending.marks.startswith(".."):
        return None
    if ending.next_key in ("i", "i'm", "i've") or (not ending.word and ending.closers.startswith("]")):
        return False
    return ending.next[0].isupper() or (ending.next[0].isdigit() and bool(ending.word))


def _is_other_mark(ending: Ending) -> bool | None:
    return None if ending.marks == "." and not ending.closers.strip("*_") else True


def _is_title(ending: Ending) -> bool | None:
    """`Sec. Hale`, not `in one sec. He`."""
    if ending.key in english.TITLES or ending.key in english.BEFORE_WORD:
        return False
    titled = ending.word.istitle() and ending.key in english.CAPITAL_TITLES
    named = ending.next[:1].isupper() and ending.next_key not in english.STARTERS
    return False if titled and named else None


def _counts_something(ending: Ending) -> bool | None:
    if ending.key not in english.BEFORE_NUMBER:
        return None
    label = ending.next.rstrip(".,;:)")
    return not (
        any(map(str.isdigit, label)) or (len(label) == 1 and label != "I") or label in ("II", "III", "IV")
    )


def _is_date(ending: Ending) -> bool | None:
    if ending.key not in english.MONTHS and ending.key not in english.WEEKDAYS:
        return None
    if not ending.word[0].isupper():
        return None
    return not ending.next[:1].isdigit() and ending.next_key in english.STARTERS


def _is_clock(ending: Ending) -> bool | None:
    if ending.key not in english.CLOCK:
        return None
    if len(ending.earlier) == 2 and ending.earlier[0].lower() in english.BEFORE_TIME:
        return False
    return ending.next_key not in english.AFTER_CLOCK and not ending.next[:1].isdigit()


def _is_place_of_officials(ending: Ending) -> bool | None:
    """`in the U.S. Officials said` ends, `the U.S. Government` does not."""
    if not INITIALS.fullmatch(ending.word) or ending.next_key not in english.OPENING_NOUNS:
        return None
    before = tuple(word.lower() for word in ending.earlier[-2:])
    is_place = before[-1:] == ("the",) and before[0] in english.BEFORE_PLACE
    return is_place and len(ending.after) > 1 and ending.after[1][:1].islower()


def _is_single_initial(ending: Ending) -> bool | None:
    if len(ending.word) != 1 or not ending.word.isalpha() or not ending.word.isupper():
        return None
    if ending.word == "I" and ending.earlier and ending.earlier[-1].islower():
        return True
    return ending.next_key in english.STARTERS and len(ending.next_key) > 1


def _is_abbreviation(ending: Ending) -> bool | None:
    """`Inc.`, `U.S.`: both an abbreviation and, before a word that opens a sentence, its end."""
    if ending.key not in english.AFTER_NAME and not INITIALS.fullmatch(ending.word):
        return None
    if ending.opened[-1:] in DASHES:  # a dateline
        return False
    return ending.next_key in english.STARTERS or ending.next_key in english.FORMS_OF_ADDRESS


def _is_split_sum(ending: Ending) -> bool | None:
    """A space behind the point of a sum of money: "£1. 2m", "$3. 5 million", not "£1. 2m people came"."""
    if ending.marks != "." or ending.closers or not ending.next[:1].isdecimal():
        return None
    if SUM.fullmatch(ending.word) is None:
        return None
    following = ending.after[1] if len(ending.after) > 1 else ""
    if TENTHS.fullmatch(ending.next):
        return None if following.endswith("s") or following == "people" else False
    scaled = following.rstrip(".,;:").lower() in SCALES
    return False if scaled and ending.next.isdecimal() and len(ending.next) < 3 else None


SUM = re.compile(r"[A-Z]{0,3}[$£€¥]\d{1,3}")
TENTHS = re.compile(r"\d{1,2}(?:k|m|mn|bn|tn)[.,;:]?")
SCALES = frozenset(["thousand", "million", "billion", "trillion"])


RULES: tuple[Callable[[Ending], bool | None], ...] = (
    _is_nothing_after,
    _is_split_sum,
    _goes_on_in_lower_case,
    _is_quoted_question,
    _is_enumerator,
    _follows_colon,
    _is_ellipsis,
    _is_other_mark,
    _is_title,
    _counts_something,
    _is_date,
    _is_clock,
    _is_place_of_officials,
    _is_single_initial,
    _is_abbreviation,
)
"""Asked in this order; each says whether the sentence ends, or nothing. Where all are silent it ends."""


def _items(words: str) -> Iterator[Span]:
    """The marks of the second and later items of a list that runs on within one block."""
    first = FIRST_MARKER.match(words)
    if first is None:
        return
    expected = _following(first["mark"])
    for match in re.compile(NEXT_MARKER).finditer(words, first.end()):
        if (match["mark"], match["close"]) == (expected, first["close"]):
            yield Span(match.start(), match.end())
            expected = _following(expected)


def _following(mark: str) -> str:
    """The mark of the next item: 2 after 1, b after a."""
    return str(int(mark) + 1) if mark.isdigit() else chr(ord(mark) + 1)
