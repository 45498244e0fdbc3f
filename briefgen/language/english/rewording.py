"""Words that may come, go or stand elsewhere when a statement is worded anew and says the same."""

EMPTY_WORDS = frozenset(
    """
    a an the this that these those which who whom whose in on at of as with and also
    have has had having do does did said say says saying tell tells told added adding according reporters
    just already so then there here
    """.split()
)
"""Articles, the small verbs of compound tenses, words that report. Not among them is what turns a statement:
negations, "by" and the forms of "be" (who does what to whom), directions ("from", "to", "up"), what "may" or
"will" be, bounds ("at least", "more than")."""

BE = frozenset("be is are was were been being am".split())
"""Forms of one verb, whose tense follows the word that reports ("is closed", said it "was closed")."""

WILL = frozenset("will would shall wo sha".split())
"""What "will" be is what somebody said "would" be; "wo" is left of "won't"."""

CAN = frozenset("can ca".split())
"""What is left of "can't" and "cannot"."""

ROUGHLY = frozenset("about around roughly approximately circa".split())
"""Hedges of a number that say no more and no less."""

RELATIVE_DAYS = frozenset("yesterday today tomorrow tonight".split())
"""Days that are told from the day of writing."""

REVISING = (
    r"\b(?:revis(?:e|ed|es|ing|ion)|correct(?:ed|s|ing|ion)|restat(?:e|ed|ing)|down\s+from|not\s+the)\b"
)
"""Words by which a source says that a number replaces one it gave before."""

CHANGED_BY = (
    r"\b(?:r(?:ose|isen|ises|ising)|f(?:ell|allen|alls|alling)|jump(?:ed|s)|drop(?:ped|s)|climb(?:ed|s)|slip(?:ped|s)"
    r"|gain(?:ed|s)|los[te]s?|surg(?:ed|es)|plung(?:ed|es)|soar(?:ed|s)|slid|tumbl(?:ed|es)|grew|grown|increased"
    r"|decreased|declined|shrank|shrunk|up|down|add(?:ed|s)|shed|advanc(?:ed|es)|eas(?:ed|es))"
    r"\s+(?:by\s+)?(?:\w+\s+){0,2}$"
)
"""Words before a percentage by which something rose or fell."""

RECALLED = (
    r"\b(?:had|earlier|previously|initially|originally|formerly|once|(?:at|when) first|until (?:now|recently)"
    r"|(?:last|the previous) (?:week|month|year)|(?:days?|weeks?|months?|years?) (?:ago|before|earlier))\b"
)
"""Words beside a report by which a source tells what was said on an earlier day: "had said"."""

WHO_DIED = r"(?:(?:who|have|has|had|were|was|are|been|feared|confirmed)\s+)*(?:died|dead|killed|drowned)\b"
"""What stands behind people of whom it is told that they died."""

KILLING = (
    r"\bkill(?:s|ed|ing)?\s+(?:(?:at|least|most|more|fewer|less|than|about|around|roughly|nearly|almost|close|over"
    r"|some|up|to|as|many|an|estimated|the|another|further)\s+){0,4}"
)
"""What stands before the number of people of whom it is told that something killed them."""

COUNTING_ALL = (
    r"\b(?:toll|tolls|total|rose|risen|rises|climb(?:ed|s)?|raised|lowered|revised|br(?:ings?|inging|ought)"
    r"|stands?|stood|so\sfar|now|number\sof|at\sleast|confirmed|count|still|remain(?:s|ed)?|up\sfrom|down\sfrom"
    r"|loss\sof|have\sdied)\b"
)
"""Words by which a number counts all whom something befell up to then."""

OF_ANOTHER = (
    r"\b(?:separate(?:ly)?|unrelated|elsewhere|another\s(?:outbreak|attack|crash|incident|accident))\b"
)
"""Words by which a number is told of something else than what was told of."""
