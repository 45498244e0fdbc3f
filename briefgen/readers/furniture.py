"""Tell the lines of a page that say nothing of its matter: when it came out, who wrote it, what to click."""

import re

LONGEST = 240
"""Characters of such a line, at most; longer ones are read as statements."""
SEGMENTS = re.compile(r"\s*[|·•—–]\s*|\s+[-/]\s+|;\s+")
"""What parts the segments of a line that says several such things: "Updated 6 May 2025 | 3 min read"."""
BULLET = re.compile(r"[-*•‣⁃▪◦·]\s+")
EMPHASIS = "*_ "

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s)?"
ZONE = r"(?:\s\(?(?-i:[A-Z]{1,5})(?:[+-]\d{1,2}(?::?\d\d)?)?\)?|Z|[+-]\d\d:?\d\d)?"
CLOCK = (
    r"(?:\d{1,2}(?:[:.h]\d\d){1,2}(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?|\d{4}\s?(?:hrs|hours|h))"
    rf"(?:\s?hrs)?{ZONE}"
)
NUMBERED_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DAY = (
    rf"{WEEKDAY}(?:{NUMBERED_DAY}\s{MONTH},?(?:\s\d{{4}})?|{MONTH}\s{NUMBERED_DAY}(?:,?\s\d{{4}})?"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})"
)
MOMENT = (
    rf"(?:{DAY}(?:T{CLOCK}|(?:,|\sat)?\s{CLOCK})?|{CLOCK}(?:,|\son)?\s{DAY}|(?:today|yesterday)(?:\sat\s{CLOCK})?"
    r"|\d+\s(?:second|minute|min|hour|hr|day|week|month|year)s?\sago)"
)
"""A day, with its time or alone, or how long ago: all that may stand behind "Updated"."""
TEXT = r"(?:article|story|report|page|post|piece|version|item|blog|document|content|entry)"
DATED = (
    rf"for\simmediate\srelease[:,]?\s{MOMENT}",
    r"(?:(?:publication|release|issue|reporting|report)\s)?date(?:\s?/\s?time|\sand\stime)?:"
    rf"\s{MOMENT}(?:\slocal(?:\stime)?)?",
    rf"(?:this\s{TEXT}\s(?:was|has\sbeen)\s)?(?:(?:first|originally|last|latest|most\srecently|page)\s)?"
    r"(?:published|posted|issued|released|dated|updated?|filed|amended|modified|revised|corrected|reviewed|printed"
    r"|accessed|retrieved|created|uploaded)(?:\s(?:on|at|online|in\sprint)){0,2}:?"
    rf"\s(?:{MOMENT}|{CLOCK})\.?",
)
"""When the text came out, or was changed; "Date of incident" tells of the matter."""

NAMES = (
    r"[A-Z][\w.'’-]*(?:\s(?:(?:de|da|di|du|van|von|der|den|del|la|le|el|al|bin|ibn|of|the|in|for)\s){0,2}"
    r"[A-Z][\w.'’-]*){0,5}"
)
WRITERS = (
    r"(?i:(?:[a-z]+\s){0,3}"
    r"(?:writers?|reporters?|correspondents?|editors?|staff|journalists?|agenc(?:y|ies)|desk))"
)
LISTED = rf"(?:{NAMES}|(?i:our\s){WRITERS})"
BYLINE = re.compile(
    rf"(?:[Bb]y|BY)\s{LISTED}(?:(?:,\s(?:and\s)?|\s(?:and|AND|&)\s)(?:{WRITERS}|{LISTED})){{0,6}}"
    rf"(?:\s(?i:in)\s{NAMES})?(?:,\s(?i:{DAY}))?"
)
"""Who wrote the text, and nothing else; names by their capitals."""
POST = re.compile(
    r"[A-Z][a-z]+(?:\s(?:[A-Z][a-z]+|and|of)){0,2}\s(?i:writer|reporter|correspondent|editor)"
    r"|(?i:staff|agency|our)\s(?i:writers?|reporters?|correspondents?)"
)
"""What whoever wrote the text is, in a line of its own below the name: "Court reporter"."""
WORK = (
    r"(?:(?:additional|further|extra|original)\s)?"
    r"(?:reporting|writing|editing|production|graphics?|research|words|photographs?|photos?|photography|pictures?"
    r"|images?|illustrations?|video|text|story|written|edited|reported|compiled|produced|translated|translation)"
    r"(?:\s(?:and|&)\s(?:reporting|writing|editing|photos?))?"
)
PICTURE = (
    r"(?:(?:file\s)?(?:photo(?:graph)?s?|pictures?|images?|graphics?|credits?)"
    r"|(?:photo|picture|image)\scredits?|image\ssource)"
)
CREDITS = (
    (
        re.compile(rf"\(?(?i:{WORK})\s(?i:by)\b:?\s(?P<rest>.{{1,200}})"),
        frozenset("in and by for the of with via from at editing reporting writing additional".split()),
    ),
    (
        re.compile(rf"\(?(?i:{PICTURE})\s?[:,-]\s(?P<rest>.{{1,120}})"),
        frozenset("for by via of the and courtesy from handout supplied file provided".split()),
    ),
)
"""Who did what for the text, each with the words in small letters that may stand among the names.

With others it is a caption, which tells something: "Photo: the bridge after the blast".
"""

LABELLED = (
    r"(?:read\s(?:more|also|next|on|the\sfull\s\w+)|see\s(?:also|more)|(?:watch|listen)(?:\s(?:also|now|live|more))?"
    r"|more(?:\son\sthis(?:\s\w+)?)?|related(?:\s\w+)?|recommended(?:\s\w+)?|don['’]t\smiss|must\sread|up\snext"
    r"|also\sread|tags|topics|filed\s(?:under|in)|posted\sin|categories|keywords):\s\S.{0,200}"
)
"""What stands before the title of another text, or of the drawers that this one is in."""
WHERE = r"(?:on|via|with|to|at|in)\s[\w @,&./-]{1,60}"
ACTIONS = (
    r"(?:share|print|e-?mail|save|bookmark|download|copy|tweet)"
    rf"(?:\s(?:this(?:\s{TEXT})?|{TEXT}|link|pdf))?(?:\s{WHERE})?",
    rf"(?:follow|like|find)\sus(?:\s{WHERE})?",
    r"(?:sign\sup|subscribe)(?:\s(?:now|here|today|free))?(?:\s(?:to|for|and)\s.{1,120})?",
    r"(?:get|receive)\s(?:our|the|more)\s.{0,60}\b(?:newsletters?|inbox|alerts|app)\b.{0,60}",
    r"(?:click|tap)\s(?:here|below|on\sthe)\b.{0,100}",
    r"log\s?in|sign\sin|register|unsubscribe|to\sunsubscribe,?\s.{1,80}",
    r"(?:advertisement|advert|ad|sponsored(?:\scontent|\spost)?|promoted(?:\scontent)?|paid\scontent)"
    r"(?:\s?[-–—:]\s?.{1,40}|\scontinues?\s.{1,40})?",
    rf"(?:(?:{TEXT}|scroll|reading)\s)?(?:continues?|continued)\s(?:reading(?:\s.{{1,40}})?|below(?:\s.{{1,40}})?"
    r"|after\s(?:the\s)?(?:advert(?:isement)?|ad|promotion).{0,20}|on\s(?:the\s)?next\spage|on\spage\s\w+)",
    r"read\s(?:on|next|full\sstory|the\sfull\sstory)|skip\s(?:to\s.{1,30}|ad(?:vertisement)?)",
    r"(?:back|return)\sto\s(?:top|the\stop|homepage)|(?:next|previous)\s(?:article|story|post|page)",
    r"(?:load|show|view|see|read)\s(?:more|all)(?:\s(?:comments|stories|articles))?",
    r"(?:\d+\s|view\s|post\sa\s|leave\sa\s|add\sa\s|no\s)?comments?(?:\s\(\d+\))?(?:\sare\s(?:closed|off))?",
    r"related(?:\s(?:stories|articles|content|topics|links|coverage|news|posts))?|most\s(?:read|popular|viewed)|top\sstories",
    r"live(?:\s(?:updates?|blog|coverage))?|summary|key\s(?:points|moments)(?:\sso\sfar)?|breaking(?:\snews)?",
    r"more\s(?:on\sthis(?:\sstory)?|stories|news|coverage|from\s.{1,40})|recommended(?:\sfor\syou)?",
    r"(?:terms|conditions)\s(?:of|and)\s(?:use|service|conditions)|privacy\s(?:policy|notice)",
    r"cookie\s(?:policy|settings)|we\suse\scookies\b.{0,160}|accept\s(?:all\s)?cookies",
    r"trending(?:\snow)?|about\sus|contact\sus|site\s?map|(?:main\s)?menu|homepage|watch\slive|share\sthis\s?:",
    r"listen\sto\sthis\s.{1,20}|image\scaption|getty\simages|file\sphoto",
    r"sent\sfrom\smy\s\w+|get\soutlook\sfor\s\w+|view\s(?:this\semail\s)?in\s(?:your\s)?browser",
    r"you(?:['’]re|\sare)\sreceiving\sthis\b.{1,160}",
)
"""What the reader of a page can do there, advertisements, and what leads to other pages."""
READING_TIME = r"(?:(?:estimated\s)?reading\stime:?\s)?(?:about\s)?\d+[\s-](?:min(?:ute)?s?)(?:\sread)?"
PAGE = (
    r"\[?\(?page\s(?:\|\s)?\d+(?:\s?(?:of|/)\s?\d+)?\)?\]?|p\.\s?\d+|[-–—]\s?\d+\s?[-–—]"
    r"|\d+\s(?:of|/)\s\d+\spages?"
)
PAGES = re.compile(PAGE, re.IGNORECASE)
PREPARED = (
    r"(?:prepared|compiled|drafted|approved|reviewed|submitted|distributed|classified)\sby:\s.{1,120}|signed:[\s._-]{0,60}"
    r"|(?:distribution|ref(?:erence)?(?:\sno\.?)?):\s\S.{0,100}"
)
"""Who made a report and who gets it."""
NOTES = (
    r"\((?:adds|updates|recasts|refiles|writes\sthrough)\b[^()]{1,160}\)"
    r"|\(\W?\s?1\s?[\w$€£¥]{0,12}\s?=\s?[$€£¥]?[\d.,]+\s?[^()]{0,40}\)"
)
"""What an agency tells its subscribers: what an update adds, the rate by which sums were converted."""
APPEALS = (
    r"(?:anyone|anybody|witnesses|people|those|members\sof\sthe\spublic)\swith\s(?:any\s)?(?:further\s)?information"
    r"\b[^.]{0,120}"
    r"\b(?:call|contact|e-?mail|phone|ring|telephone|visit)\b.{0,120}",
    r".{1,120}\b(?:is|are)\s(?:all\s)?presumed\s(?:to\sbe\s)?innocent\s(?:unless|until)\b.{0,100}",
    r"(?:this|the)\s(?:e-?mail|message|communication)\s(?:and|is|may|contains?)\b.{0,120}\bconfidential\b.{0,120}",
    r"this\s(?:(?:press|news)\s)?(?:release|statement|announcement|document|report)\s(?:may\s)?contains?"
    r"\s(?:certain\s)?forward-looking\sstatements\b.{0,180}",
    r"get\sin\stouch\b.{0,100}|(?:do\syou\shave|have\syou\sgot|got)\s(?:a|any)\s(?:story|tip|news|stories)\b.{0,120}",
)
"""Appeals and reserves that pages repeat word for word below whatever they tell."""
CLOSED = r"end\sof\s(?:\w+\s){0,2}(?:release|statement|report|transcript|message|document)"
ENDING = (
    rf"[-–—*#\s]{{1,10}}(?:ends?|more|30|{CLOSED})[-–—*#\s]{{1,10}}|ends|\((?:ends?|more)\)"
    rf"|more\sto\sfollow|{CLOSED}"
)
COURTESY = (
    r"(?:(?:kind|kindest|best|warm|warmest|with\s(?:kind|best))\s)?regards|best\swishes|all\sthe\sbest|yours(?:\s\w+)?"
    r"|(?:very\s)?sincerely(?:\syours)?|cheers|(?:many\s)?thanks|thank\syou|dear\s[^.!?]{1,60}|(?:hi|hello)(?:\s\w+)?"
)
"""How letters begin and end."""
MESSAGE = r"[-–—_\s]{0,40}(?:original|forwarded)\smessage[-–—_\s]{0,40}|begin\sforwarded\smessage:"
RIGHTS = (
    r"(?:copyright\s?)?(?:©|\(c\))\s?.{0,200}|copyright:?\s(?:\d{4}|by\s).{0,120}",
    r".{0,160}\ball\srights\sreserved[.\s]{0,3}",
    rf"(?:this|the)\s(?:{TEXT}|material|information|work)\s(?:may|must|can)\s?not\sbe"
    r"\s(?:published|reproduced|copied|broadcast|rewritten|redistributed|used|shared)\b.{0,160}",
    rf"no\spart\sof\sthis\s(?:{TEXT}|publication|material|work)\smay\sbe\s.{{0,160}}",
)
REACHED = (
    r"(?:tel(?:ephone)?|phone|mobile|fax|e-?mail|web(?:site)?|twitter|facebook|url|link)"
    r"(?:\s?(?:no\.?|number))?:\s\S.{0,100}|(?:https?://|www\.)\S+|\+\d[\d\s()-]{6,20}|[\w.+-]{1,64}@[\w-]+\.[\w.-]+"
)
CONTACT = re.compile(
    r"(?:(?:(?:media|press|news|public\s\w+)\s)?(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|office)(?::|$)"
    r"|for\s(?:more|further|any|all|media|press)\b[\w\s]{1,40}(?:,\s|\s)(?:please\s)?"
    r"(?:contact|visit|see|call|e-?mail|go\sto)):?\s?(?P<rest>.{0,160})",
    re.IGNORECASE,
)
REACHABLE = re.compile(r"@|https?://|www\.|\+?\d[\d\s()-]{6,}")
"""An address or a telephone number, by which whom to ask is told from what a contact does."""

LINES = (
    *DATED,
    *RIGHTS,
    *APPEALS,
    *(LABELLED, READING_TIME, PAGE, ENDING, MESSAGE, REACHED, PREPARED, NOTES),
)
WHOLE = re.compile(
    rf"(?:{'|'.join(LINES)}"
    rf"|(?:{'|'.join((COURTESY, *ACTIONS))})[.,!:…>»→]{{0,3}})",
    re.IGNORECASE,
)
BESIDE = re.compile(rf"(?:(?i:{MOMENT}|{CLOCK})|{NAMES})")
"""What stands beside another segment, and is no furniture alone: a day, the name of a writer or paper."""
PERIOD = re.compile(
    rf"(?:for\s(?:the\s)?)?(?:week|month|day|period)\s(?:ending|ended|beginning|commencing|of)\s{DAY}",
    re.IGNORECASE,
)
"""Of which days a log or a bulletin tells."""
DATED_BEHIND = re.compile(rf",?\s(?:of\s)?{MOMENT}$", re.IGNORECASE)
"""The day of a text behind its name: "Press release, 2 July 2025"."""
HOURS = re.compile(CLOCK, re.IGNORECASE)
CAPITALS = re.compile(r"[^\W\d_][\w'’.-]*")
TEXT_NAME = re.compile(
    r"(?:(?:daily|weekly|monthly|morning|evening|live|news|press|media|situation|incident|event|duty|watch|status"
    r"|latest|public|official)\s){1,2}(?:logs?|updates?|bulletin|reports?|briefing|brief|digest|summary|diary"
    r"|release|statement|notice|blotter|blog|advisory|roundup|news)",
    re.IGNORECASE,
)
"""What a line holds that says only what kind of text this is."""


def is_furniture(words: str) -> bool:
    """Whether a line says nothing of the matter: by whom and of when it is, rights, links, page numbers.

    Of a line in segments ("By Ann Lee | Updated 6 May 2025") each has to say nothing, and one at the least
    has to be more than a name or a day: a day alone may head what follows.
    """
    if len(words) > LONGEST:
        return False
    line = " ".join(words.split()).strip(EMPHASIS)
    if not any(sign.isalnum() for sign in line) or PAGES.fullmatch(line):
        return True
    line = BULLET.sub("", line, count=1)
    if _says_nothing(line):
        return True
    parts = [part for part in SEGMENTS.split(line) if part]
    told = [part for part in parts if not _says_nothing(part)]
    return len(told) < len(parts) and all(BESIDE.fullmatch(part) for part in told)


def names_the_text(words: str) -> bool:
    """Whether a line only says what kind of text it is ("Daily Log"), which may well be its title.

    Its day or its time may stand beside it: "Daily Log - Week ending Sunday, 15 November 2026".
    """
    if len(words) > LONGEST:
        return False
    name, *beside = SEGMENTS.split(" ".join(words.split()).strip("*_: "))
    told = all(PERIOD.fullmatch(part) or BESIDE.fullmatch(part) for part in beside)
    return told and TEXT_NAME.fullmatch(DATED_BEHIND.sub("", name)) is not None


def is_hour(words: str) -> bool:
    """Whether a line is nothing but a time by the clock, as above the entries of a running report."""
    return len(words) <= LONGEST and HOURS.fullmatch(words.strip(EMPHASIS)) is not None


def _says_nothing(line: str) -> bool:
    if WHOLE.fullmatch(line) or BYLINE.fullmatch(line) or POST.fullmatch(line):
        return True
    for credit, small in CREDITS:
        if found := credit.fullmatch(line):
            return _only_names(found["rest"], small)
    contact = CONTACT.fullmatch(line)
    return contact is not None and (contact["rest"] == "" or REACHABLE.search(contact["rest"]) is not None)


def _only_names(words: str, small: frozenset[str]) -> bool:
    """Whether all words open with a capital, but for the `small` ones."""
    return all(
        found[0][0].isupper() or found[0].strip(".").casefold() in small for found in CAPITALS.finditer(words)
    )
