"""Words that turn a statement round: negations, and words with their opposites."""

NEGATIONS = frozenset("not never no non neither nor nobody nothing without".split())
"""Words that negate what comes next, in the form in which statements are compared ("none" is "non")."""

BARS = frozenset("refuse fail decline unable unwilling".split())
"""Words that negate what comes next where "to" stands behind them: "failed to pay"."""

NO_NEGATION = frozenset("only just mere merely simply more less fewer least most later".split())
"""Words before which a negation negates nothing: "not only", "no fewer than", "not just"."""

PASSED_OVER = frozenset(
    """
    be will to can could may might must should it he she they we i you his her its their our my
    any all both every one single of from by than yet longer also even still again
    """.split()
)
"""Words between a negation and what it negates: "would no longer be", "none of the", "has not yet"."""

PLANS = frozenset("plan plans intention intentions desire wish wishes".split())
"""Words between a negation and what it negates where "to" stands behind them: "no plans to raise it"."""

UNTIL = frozenset("until till unless".split())
"""Words with which a negation says when something will be: "would not open until Monday"."""

OPPOSITES = """
for | against
accept approve adopt endorse agree | reject refuse disapprove disagree
support back favour favor | oppose
open reopen | close shut
rise increase grow climb gain raise up | fall decrease decline drop shrink lower reduce cut down
win | lose
allow permit let | ban forbid prohibit bar
include | exclude
keep retain | scrap abandon abolish drop
stay remain | leave quit
convict | acquit
guilty | innocent
true | false
right correct | wrong incorrect
legal lawful | illegal unlawful
possible | impossible
alive survive | dead die
strengthen | weaken
improve | worsen deteriorate
better | worse
succeed | fail
success | failure
impose | lift
full | empty
present | absent
high | low
strong | weak
able | unable
willing | unwilling
safe | unsafe
likely | unlikely
known | unknown
fair | unfair
stable | unstable
changed | unchanged
successful | unsuccessful
acceptable | unacceptable
constitutional | unconstitutional
available | unavailable
hurt injured harmed | unhurt uninjured unharmed
damaged | undamaged
paid | unpaid
armed | unarmed
conscious | unconscious
"""
"""Words, and behind "|" their opposites; those on one side need not mean one thing. Not among them are words
for what comes one after the other ("arrested", "released"; "began", "ended"): both can be so."""
