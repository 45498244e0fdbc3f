"""The closed classes of English words, by which phrases and clauses are told apart."""

SUBJECT_PRONOUNS = frozenset(
    """
    i you he she it we they everyone everybody someone somebody anyone anybody nobody many few most some
    others there ones
    """.split()
)
"""Words that stand alone as a subject."""

OBJECT_PRONOUNS = frozenset(
    """
    me him us them myself yourself himself herself itself ourselves themselves
    """.split()
)

REFLEXIVES = frozenset("myself yourself himself herself itself ourselves themselves".split())

DETERMINERS = frozenset(
    """
    a an the this these those my your his her its our their no each every another both all such any
    either neither several whatever
    """.split()
)

RELATIVES = frozenset("who which whom whose".split())

INTERROGATIVES = frozenset("what why how whether where when whoever whatever whichever".split())
"""Words that open a reported question."""

PREPOSITIONS = frozenset(
    """
    of in on at by for from with about into over under between among through during within without
    against toward towards across around behind beyond near off onto out up upon via per amid amidst
    despite inside outside throughout alongside above below along down beside besides concerning
    regarding except including like unlike than versus following ahead
    """.split()
)

SUBORDINATORS = frozenset(
    """
    if because although though while whilst whereas unless until till since after before as once lest
    when where whenever wherever whether why how what
    """.split()
)

COORDINATORS = frozenset("and or but nor yet &".split())

AUXILIARIES = frozenset(
    """
    am is are was were be been being have has had having do does did will would shall should can could
    may might must cannot ca wo 's 're 've 'll 'd 'm ’s ’re ’ve ’ll ’d ’m
    """.split()
)

FINITE_AUXILIARIES = frozenset(
    """
    am is are was were has had have do does did will would shall should can could may might must cannot
    ca wo 's 're 've 'll 'd 'm ’s ’re ’ve ’ll ’d ’m
    """.split()
)

BE = frozenset("am is are was were be been being 's 're 'm ’s ’re ’m".split())
"""The forms of "to be", which make a following past participle a passive."""

MODALS = frozenset("will would shall should can could may might must cannot ca wo 'll ’ll".split())
"""Auxiliaries that take a base form."""

HAVE = frozenset("has have had having".split())

NEGATIONS = frozenset("not n't n’t never".split())

ADVERBS = frozenset(
    """
    also even just still then now later earlier again too once soon so thus however instead meanwhile
    perhaps maybe often always sometimes already almost yet rather quite very more less far ever once
    twice first last previously recently repeatedly reportedly allegedly publicly officially privately
    therefore nevertheless nonetheless moreover furthermore indeed here today yesterday tomorrow tonight
    ago forward together apart away back only otherwise further afterwards afterward long next jokingly
    well else alone online abroad anymore elsewhere somehow anyway overseas altogether aside somewhat
    nationwide worldwide nowadays thereby hence everywhere nowhere anywhere somewhere forever overnight
    """.split()
)

DEGREE_ADVERBS = frozenset(
    """
    further more less most only just very even almost nearly roughly
    """.split()
)
"""Adverbs that, before a noun phrase, belong to it."""

NOT_ADVERBS = frozenset(
    """
    family ally italy july assembly supply reply rally early daily weekly monthly yearly likely unlikely
    friendly elderly deadly only holy ugly bully fly apply rely comply imply multiply monopoly anomaly
    homily lily
    """.split()
)
"""Words in -ly that are no adverbs."""

ADJECTIVES = frozenset(
    """
    new old early late good bad big small large great high low long short strong weak young former
    current recent local national foreign federal public private major minor senior junior top key main
    chief first last next previous second third own same other different full free hard easy rich poor
    hot cold white black red blue green clear open close near few many much certain sure true false real
    right wrong central northern southern eastern western north south east west human social military
    civil civilian armed nuclear medical final total entire whole single double broad wide deep heavy
    light dark safe dangerous fresh grim harsh fierce tough tight modest sharp steep slow fast quick
    serious severe likely unlikely possible several potential special regular independent acting
    greater bigger smaller higher lower larger stronger weaker older younger shorter wider deeper tougher
    grand outgoing incoming leading ruling neighboring neighbouring latest biggest largest best worst daily
    weekly monthly yearly annual fellow so-called unnamed ready able unable aware
    """.split()
)
"""Common adjectives that no ending gives away."""

WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset(
    """
    january february march april may june july august september october november december jan feb mar
    apr jun jul aug sept sep oct nov dec
    """.split()
)

TIME_NOUNS = frozenset(
    """
    day days week weeks month months year years morning afternoon evening night today yesterday tomorrow
    tonight weekend hour hours minute minutes decade decades spring summer autumn fall winter noon
    midnight
    """.split()
)

TITLES = frozenset(
    """
    mr mrs ms dr prof gov sen rep gen lt col maj sgt capt cmdr adm rev hon pres st jr sr sens reps govs
    messrs no inc corp co ltd dept vs v jan feb mar apr jun jul aug sept sep oct nov dec
    """.split()
)
"""Words that are written with a full stop that ends no sentence, besides the ranks of `abbreviations`."""

ADVERBIALS = frozenset(
    {
        *("on average", "on occasion", "on balance", "in fact", "in part", "in effect", "in general"),
        *("in particular", "in turn", "in principle", "in private", "in public", "in vain", "in theory"),
        *("in practice", "at least", "at times", "at length", "of course", "for example", "for instance"),
        *("as yet", "to date", "by contrast", "in addition", "of late", "without fail"),
    }
)
"""Two words that stand for an adverb, also within a verb: "had in fact warned"."""

TIMING = frozenset("since until till".split())
"""Words before a day as well as before a clause; "after Monday was declared a holiday" is mostly a clause."""

DAYS = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday yesterday today january february march april
    may june july august september october november december midnight noon dawn then
    """.split()
)
"""Words that with one of `TIMING` before them are a time by themselves."""
