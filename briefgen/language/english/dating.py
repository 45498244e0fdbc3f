"""What ties a date to the words around it: ranges, openings, datelines, and the headers of letters."""

RANGE_LINKS = frozenset({"to", "until", "till", "through", "-", "–", "—", "/"})
"""What stands between the two ends of a range; "and" does where "between" stands before."""

END = "end"
"""With "by" or "until" before it: up to the last day of its period."""

BETWEEN, FROM = "between", "from"
"""What opens a range; it belongs to its words."""

TEMPORAL = frozenset(
    """
    in on at by since until till from during over for before after between through throughout within
    early earlier late later mid around about some as of the this that only just back again then still
    already now so far and more than end beginning start middle course
    """.split()
)
"""Words that may stand beside a date in a phrase that says no more than when."""

CONNECTORS = frozenset(
    """
    and but or nor while whereas as because if when who which that whose where whether though although
    unless so until since before after
    """.split()
)
"""Words behind which another clause may begin."""

TELLING = (
    r"\b(?:sa(?:y|ys|id|ying)|tells?|told|telling|according|add(?:s|ed|ing)?|not(?:es|ed|ing)|stat(?:es|ed|ing)"
    r"|report(?:s|ed|ing)?|claim(?:s|ed|ing)?|explain(?:s|ed|ing)?|confirm(?:s|ed|ing)?|admit(?:s|ted|ting)?"
    r"|acknowledg(?:es|ed|ing)|insist(?:s|ed|ing)?|believ(?:es|ed|ing)|thinks?|thought|suggest(?:s|ed|ing)?"
    r"|indicat(?:es|ed|ing)|show(?:s|ed|ing)?|reveal(?:s|ed|ing)?|disclos(?:es|ed|ing)|recall(?:s|ed|ing)?"
    r"|estimat(?:es|ed|ing)|put|puts|writ(?:es|ing)|wrote|tweet(?:s|ed)?|post(?:s|ed)?|den(?:y|ies|ied|ying)"
    r"|argu(?:es|ed|ing)|warn(?:s|ed|ing)?|predict(?:s|ed|ing)?|expect(?:s|ed|ing)?|alleg(?:es|ed|ing)"
    r"|stress(?:es|ed)?|repl(?:ies|ied)|repeat(?:s|ed)?|assert(?:s|ed)?|contend(?:s|ed)?|conclud(?:es|ed)"
    r"|testif(?:ies|ied)|declin(?:es|ed))\b"
)
"""Words by which something is told that was on another day; to announce, to rule or to accuse is a deed."""

SET_ASIDE = (
    r"(?:,|\band|\bbut|\s[-–—])\s+not\s+(?:(?:on|in|at|by|until|the|about|for)\s+){0,2}$"
    r"|\b(?:instead\s+of|rather\s+than)\s+(?:(?:on|in|at|by|until|the|about|for)\s+){0,2}$"
)
"""What stands before a date or number that is told only as what is not so: "on 12 May, not 2 May"."""

DATELINE = r"^[^a-z]*(?:\w+[ ,.]+){0,6}?$"
"""What stands before the date of a dateline: a place, mostly in capitals."""

DATELINE_END = r"^\.?\s*(?:\([^()\n]{1,40}\)\s*)?[-–—:]"
"""What stands behind it: perhaps an agency in brackets, then a dash."""

LETTER_FIELDS = frozenset(
    """
    > date: sent: from: to: cc: bcc: subject: received: reply-to: return-path: message-id: in-reply-to:
    references: mime-version: content-type: content-transfer-encoding: content-disposition: delivered-to:
    importance: sender: envelope-to: user-agent: precedence: priority: organization: organisation: lines:
    """.split()
)
"""What opens a line that heads or quotes another letter."""

LETTER_FIELD_OPENINGS = (
    *(
        "x-",
        "content-",
        "arc-",
        "dkim-",
        "domainkey-",
        "list-",
        "thread-",
        "resent-",
        "received-",
        "feedback-",
    ),
    *("authentication-", "auto-", "disposition-", "return-", "errors-"),
)
"""What names of such fields begin with, of which programs make ever new ones."""

PERSONAL_FIELDS = frozenset(
    "> from: to: cc: bcc: subject: reply-to: sender: organization: organisation:".split()
)
"""Those of them that name people and matters; all others are for machines."""

REPORT_FIELDS = frozenset(
    """
    title: headline: subtitle: by: byline: author: authors: reporter: editor: publisher: published: posted:
    issued: updated: source: sources: url: link: section: category: tags: keywords: language: copyright:
    photo: image:
    """.split()
)
"""What opens a line that says of a report what it is, by whom and of when, and nothing of its matter."""

CLOCK_WORDS = frozenset(
    """
    a p m am pm o clock gmt utc z est edt cst cdt pst pdt bst cet cest local time noon midnight in the at of
    morning afternoon evening night half past quarter to around about shortly before after just early late
    one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty fifteen s hrs
    hours
    """.split()
)
"""Words of a time by the clock that tell of no day."""

LETTER_OPENING, LETTER_VERB = "on", "wrote"
"""What opens and ends the line above a quoted letter: "On Monday, Ann Lee wrote:"."""

SUBJECT_FIELDS = ("subject:", "title:", "headline:")
ANSWERED = r"^(?:\s*(?:re|fwd?|aw|wg)\s*:)+\s*"
"""What mail programs put before the subject of what is answered or sent on."""

DASHES = "-–—:"

TIME_UNITS = frozenset(
    """
    moment moments second seconds minute minutes hour hours day days night nights week weeks fortnight month
    months year years decade decades
    """.split()
)
"""Nouns that with a number tell how long "after" or "before" something else."""

COMPARED_SINCE = (
    r"\b(?:the|its|their|his|her|our|a|an|at|by|[a-z]+['’]s?)\s(?:\w+\s){0,2}?"
    r"(?:(?!forest|protest|arrest|interest|request|contest|harvest|guest|conquest|digest|west|test|chest)"
    r"[a-z]{3,}est|most|least|worst|best|first|only|record)\b[^.;:\n]{0,60}?(?:\bsince\s*)?$"
)
"""What stands before a date with which something is only compared: "the highest since 2006"."""

COMPARED_WITH = (
    r"\b(?:(?:up|down)\sfrom|compared\s(?:with|to)|(?:higher|lower|more|less|fewer)\sthan|against|versus)\b"
    r"[^.;:,\n]{0,50}\b(?:in|on|at|of|for|from)\s(?:the\s)?$"
)
"""What stands before the time of a number that is compared with: "up from 8 percent in"."""

THING_OF = r"\b(?:the|that|this|its|their|his|her)\s(?:[\w-]+\s){0,2}?([\w-]+)\sof\s$"
"""What stands before a day that only tells which thing is meant: "the ceasefire of February"."""

STRETCHES = frozenset(
    """
    hours hour night nights morning evening afternoon day days week weeks weekend month months year years end
    start beginning middle course eve half quarter spring summer autumn winter fall part rest dawn close turn
    season decade period first second third last early late minutes
    sunday monday tuesday wednesday thursday friday saturday
    """.split()
)
"""Stretches of time, which before "of" and a day belong to that: "the early hours of Monday"."""

YEARLY_EVENTS = frozenset(
    """
    election elections vote referendum poll polls census coup war crisis crash attack attacks disaster flood
    floods earthquake fire storm season championship games olympics tournament cup final finals
    summit conference congress festival budget results harvest campaign convention massacre uprising
    revolution
    invasion pandemic outbreak strike protests riots trial verdict ruling merger takeover sale census drought
    fiscal calendar financial
    """.split()
)
"""What happens in the year before it, so that the year tells when that was: "the 2020 election"."""
