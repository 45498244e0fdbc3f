"""Abbreviations and words that tell where English sentences end. Written without their last full stop."""

TITLES = frozenset(
    """
    mr mrs ms mx messrs mlle mme mgr dr drs prof profs fr msgr rev revd hon rt rabb bp archbp m sr
    pres gov govs sen sens rep reps amb ambs treas secy asst assoc dep dpty atty attys ald cllr cllrs asm
    comm commr comsr supvr chmn
    gen gens brig brigs maj majs col cols ltc lt lts lieut ltjg lcdr cdr cmdr comdr cdre capt capts cpt adm
    adms radm vadm ens cmdt comdt sgt sgts ssgt tsgt msgt gysgt cpl cpls lcpl pvt pvts pte ptes pfc spc cwo
    ldr flt sqn gnr bdr spr tpr rfn
    det dets insp insps supt supts ofc ofcr ptl ptlm agt shrf
    """.split()
)
"""Stand before a name, as forms of address, offices and ranks: a sentence never ends after them."""

CAPITAL_TITLES = frozenset("const sec wg gp pc pcs dir ret retd cdt".split())
"""Those of them that, without a capital, are other words or abbreviations."""

BEFORE_WORD = frozenset(
    """
    e.g i.e p.s ps n.b viz cf vs v eg ie approx appx ca avg incl excl resp esp nr mt mts ft st ste
    """.split()
)
"""Stand before a word of any kind that belongs to them."""

BEFORE_NUMBER = frozenset(
    """
    no nos nr n° nº № p pp pg pgs par para art arts fig figs sec secs sect ch chap chaps eq eqs vol vols
    vers ver ed eds app op tab ex exh cl cit c cap lot ref rm apt ste bldg ext tel ph
    """.split()
)
"""Stand before a number or a letter that counts something; before anything else they end a sentence."""

MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
WEEKDAYS = frozenset("mon tue tues wed weds thu thur thurs fri sat sun".split())

AFTER_NAME = frozenset(
    """
    inc corp co cos ltd llc plc bros jr sr esq ph.d m.d b.a m.a ll.b ll.m d.d.s r.n etc al ave blvd rd st
    dr ct ln sq hwy pkwy dept depts univ inst assn assoc intl natl govt mfg dist cie gmbh s.a n.v max hr
    hrs lb lbs oz kg km ft yr yrs mos wk wks pct bbl bn mn tel calif conn fla ga ind kan ky md mich minn
    mont neb nev okla penn tenn tex va vt wis wyo ala ariz ark colo del alta ont que est min a.m p.m
    """.split()
)
"""Stand after a name or a number: a sentence can end there, and does before a word that opens one."""

CLOCK = frozenset(("a.m", "p.m"))
"""After these a capital opens a sentence unless it names a zone, a day or a month."""

BEFORE_TIME = frozenset("at by around before after until from about since".split())
"""Prepositions before a time of day."""

AFTER_CLOCK = frozenset(
    """
    est edt cst cdt mst mdt pst pdt et ct mt pt gmt utc bst cet cest ist jst kst msk aest akst hst
    eastern central mountain pacific moscow kyiv beijing greenwich monday tuesday wednesday thursday
    friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january february march april may
    june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
    local daylight standard
    """.split()
)

STARTERS = frozenset(
    """
    the a an this that these those he she it they we you i his her its their our my your there here in on
    at for from with without by as after before since during until if when whenever while although though
    because but and or nor so yet however also meanwhile moreover furthermore nevertheless instead what
    who whom whose where why how which did do does is are was were can could will would should may might
    must has have had not nobody nothing no some many most all both each every few several one two three
    another other others according under over between among about across despite unlike like more last
    earlier later now then today yesterday tomorrow recently currently once only even still just perhaps
    maybe please thank thanks let let's it's that's there's he's she's they're we're i'm i've we've don't
    didn't to of such thus hence therefore finally first second third next upon whether within through
    throughout against yes oh see well okay
    """.split()
)
"""Words that, with a capital, open a sentence: no name begins with them."""

OPENING_NOUNS = frozenset(
    """
    officials authorities police investigators experts analysts critics supporters opponents scientists
    researchers lawmakers prosecutors residents witnesses diplomats rebels voters workers employees
    economists investors shares stocks sales prices people men women children students doctors democrats
    republicans lawyers protesters survivors families
    """.split()
)
"""Plural nouns that open a sentence after "in the U.S." where a word in lower case follows."""

BEFORE_PLACE = frozenset(
    """
    in to from of for across throughout within into around outside inside against with toward towards
    """.split()
)
"""Prepositions before "the U.S." that make it a place, not an adjective."""

SAYING = frozenset(
    """
    said says say asked asks replied replies wrote writes added adds cried cries shouted told wondered
    demanded exclaimed yelled screamed whispered answered
    """.split()
)
"""Verbs that carry on a sentence after a quoted question or cry."""

FORMS_OF_ADDRESS = frozenset(("mr", "mrs", "ms", "miss", "mx", "dr"))
"""After "6 p.m." or "Inc." they open a sentence."""

EVERY = TITLES | BEFORE_WORD | BEFORE_NUMBER | MONTHS | WEEKDAYS | AFTER_NAME
"""All abbreviations."""
