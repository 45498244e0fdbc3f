"""Pronouns and nouns for people, by which a speaker is traced back to an earlier one."""

SINGULAR = frozenset("he she".split())
PLURAL = frozenset("they we".split())
RELATIVE = frozenset("who that which".split())

LINKS = (" of ", " for ", " from ", " in ", " at ", " who ", " on ", " with ", " to ", " about ", " close ")
"""What ends the core of a noun phrase: "the spokesman for the ministry"."""

PERSON_NOUNS = frozenset(
    """
    official spokesperson spokesman spokeswoman minister president secretary general admiral commander
    officer governor mayor senator director chief head leader adviser advisor analyst expert diplomat
    ambassador envoy lawyer attorney judge prosecutor professor researcher scientist doctor nurse worker
    farmer driver resident witness survivor victim source aide ally rival candidate lawmaker congressman
    congresswoman representative premier chancellor king queen prince princess pope bishop priest imam
    teacher student executive manager chairman chairwoman chair owner founder member activist journalist
    reporter author soldier captain colonel sergeant detective inspector sheriff woman man mother father
    brother sister son daughter wife husband widow neighbour neighbor friend colleague critic economist
    historian engineer pilot fisherman coach player
    """.split()
)

PLURAL_NOUNS = frozenset("people police authorities men women".split())
