"""Words by which people say how likely something is and how sure they are, by two written standards."""

# One line a step from the least likely: word, per cent, and the forms in which sentences have it.

ICD_203_FIRST = """
almost no chance | 1 to 5 % | almost no chance
very unlikely | 5 to 20 % | very unlikely
unlikely | 20 to 45 % | unlikely
roughly even chance | 45 to 55 % | roughly even chance, roughly even chances, roughly an even chance
likely | 55 to 80 % | likely
very likely | 80 to 95 % | very likely
almost certain | 95 to 99 % | almost certain, almost certainly
"""
"""Intelligence Community Directive 203 (2015), the first row of its table."""

ICD_203_SECOND = """
remote | 1 to 5 % | remote chance, remote likelihood, chance is remote, chances are remote
highly improbable | 5 to 20 % | highly improbable
improbable | 20 to 45 % | improbable, improbably
roughly even odds | 45 to 55 % | roughly even odds
probable | 55 to 80 % | probable, probably
highly probable | 80 to 95 % | highly probable, highly probably
nearly certain | 95 to 99 % | nearly certain, nearly certainly
"""
"""The second row, of words that mean the same; a text keeps to one row."""

PHIA = """
remote chance | up to 5 % | remote chance
highly unlikely | 10 to 20 % | highly unlikely
unlikely | 25 to 35 % | unlikely
realistic possibility | 40 to 50 % | realistic possibility
likely | 55 to 75 % | likely, probable, probably
highly likely | 80 to 90 % | highly likely
almost certain | 95 to 100 % | almost certain, almost certainly
"""
"""The probability yardstick of the Professional Head of Intelligence Assessment of the UK."""

OUTSIDE = (
    """
    impossible, virtually impossible, no possibility, no chance, next to no chance, out of the question,
    cannot be ruled out, can not be ruled out, can't be ruled out, cannot rule out, can't rule out,
    not impossible, remote possibility, far-fetched, vanishingly small chance
    """,
    """
    very doubtful, highly doubtful, extremely doubtful, slim chance, small chance, little chance,
    slight chance, outside chance, long shot, most unlikely, extremely unlikely, highly unlikely,
    very unlikely, very improbable, extremely improbable, highly improbable, low probability, low likelihood,
    little likelihood, small possibility
    """,
    """
    doubtful, not likely, not probable, not very likely, less likely than not, somewhat unlikely,
    rather unlikely, fairly unlikely, quite unlikely, improbable, improbably, poor chance, little prospect
    """,
    """
    possible that, is possible, it's possible, it’s possible, be possible that, seems possible,
    remains possible, entirely possible, possibly, a possibility, possibility that, possibility of,
    realistic possibility, realistic chance, perhaps, maybe, may, might, could become, could soon,
    could yet, conceivable, conceivably, plausible that, fifty-fifty, 50-50, 50/50, even chance,
    even odds, roughly even chance, roughly even odds, toss-up, a chance that, a chance of, some chance
    """,
    """
    may well, might well, could well, may very well, might very well, could very well, may easily,
    could easily, good chance, fair chance, decent chance, reasonable chance, better than even,
    more likely than not, more probable than not, odds are that, chances are that,
    quite possibly, very possibly, quite possible, very possible, distinct possibility, real possibility,
    strong possibility, good possibility, quite likely, fairly likely, rather likely, somewhat likely,
    pretty likely, reasonably likely, presumably, not unlikely, not improbable,
    on the balance of probabilities
    """,
    """
    most likely, extremely likely, overwhelmingly likely, most probably, very probably, very probable,
    very likely, highly likely, highly probable, in all likelihood, in all probability, strong chance,
    every chance that, every chance of, very good chance, excellent chance, high probability,
    high likelihood, great likelihood, strong likelihood, more than likely
    """,
    """
    certain to, is certain, are certain, certain that, certainly, definitely, undoubtedly, doubtless,
    unquestionably, no doubt, without doubt, without a doubt, beyond doubt, beyond any doubt, inevitable,
    inevitably, bound to, sure to, surely, almost surely, guaranteed to, virtually certain,
    virtually certainly, practically certain, all but certain, next to certain, nearly certain,
    foregone conclusion
    """,
)
"""What no standard or only one of them has, by the step that comes nearest, from the least likely."""

NO_LIKELIHOOD = """
as possible, if possible, where possible, wherever possible, whenever possible, impossible to,
virtually impossible to, is possible to, it's possible to, it’s possible to, be possible to,
the most likely, the most probable, certainly not, not certain that, not certain, for certain, bound to the,
military might, naval might, economic might, the might of, all its might, all his might, all her might
"""
"""What holds such words and tells no likelihood, or no degree of it."""

ROUGHLY = ("perhaps", "maybe", "possibly")
"""What means "about" before a number."""

CONFIDENCE = ("low confidence", "moderate confidence", "high confidence")
"""The levels of both standards."""

OTHER_CONFIDENCE = (
    """
    very low confidence, with little confidence, with limited confidence, with weak confidence,
    we have little confidence, we have limited confidence, i have little confidence,
    i have limited confidence, we are not confident, i am not confident, low degree of confidence
    """,
    """
    medium confidence, with fair confidence, with reasonable confidence, with some confidence,
    with modest confidence, we have some confidence, i have some confidence, we have reasonable confidence,
    low to moderate confidence, low-to-moderate confidence, moderate to high confidence,
    moderate-to-high confidence, medium to high confidence, low to medium confidence, we are fairly confident,
    we are reasonably confident, we are somewhat confident, we are moderately confident,
    i am fairly confident, i am reasonably confident, i am somewhat confident, i am moderately confident,
    moderate degree of confidence, reasonable degree of confidence
    """,
    """
    very high confidence, with great confidence, with strong confidence, with the utmost confidence,
    with full confidence, with complete confidence, we have great confidence, i have great confidence,
    we have every confidence, i have every confidence, we are highly confident, we are very confident,
    we are extremely confident, we are quite confident, we are fully confident, we are confident,
    i am highly confident, i am very confident, i am extremely confident, i am quite confident,
    i am fully confident, i am confident, high degree of confidence, great degree of confidence
    """,
)
"""What people write of their own judgments for a level, by the level that comes nearest."""
