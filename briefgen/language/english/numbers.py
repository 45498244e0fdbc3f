"""English words for numbers, and the words around a number that bound it."""

SMALL = {
    word: value
    for value, word in enumerate(
        """
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen
        """.split()
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
SCALES = {
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "lakh": 1e5,
    "lakhs": 1e5,
    "crore": 1e7,
    "crores": 1e7,
}
SHORT_SCALES = {
    "k": 1e3,
    "m": 1e6,
    "mm": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "mio": 1e6,
    "bn": 1e9,
    "b": 1e9,
    "bln": 1e9,
    "tn": 1e12,
    "trn": 1e12,
}
"""As they follow a figure, mostly of money: "£1.2m", "3.9bn"."""

OPEN_SCALES = {
    "dozens": 12.0,
    "scores": 20.0,
    "tens": 10.0,
    "hundreds": 1e2,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
    "trillions": 1e12,
}
"""Plurals that with "of" say that there is more than one of them: "hundreds of thousands of people"."""

OPEN_COUNTS = frozenset(("several", "few"))
"""Words that with a scale say that there is more than one of it: "several hundred", "a few thousand"."""

PAIR = "couple"
"""With "of" and a scale about two of it: "a couple of hundred"."""

SIGNS = {
    "½": 1 / 2,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅛": 1 / 8,
    "⅜": 3 / 8,
    "⅝": 5 / 8,
    "⅞": 7 / 8,
}

PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fourth": 4,
    "fourths": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "sixths": 6,
    "seventh": 7,
    "sevenths": 7,
    "eighth": 8,
    "eighths": 8,
    "ninth": 9,
    "ninths": 9,
    "tenth": 10,
    "tenths": 10,
}
"""Parts of a whole, by what the whole is divided by."""

DENOMINATORS = frozenset((2, 3, 4, 5, 8, 10, 16, 32, 64))
"""Of fractions written with a stroke; others ("24/7", "9/11") are something else."""

RATIO_BASES = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100))
"""Of ratios in words: "one in five"."""

ORDER = frozenset("first second third fourth last other latter former top bottom early late".split())
"""Before "half" and "quarter" they name a stretch of something, not a share of it."""

BOUNDS_BEFORE = {
    "more_than": (
        "more than",
        "over",
        "well over",
        "just over",
        "slightly over",
        "well above",
        "just above",
        "slightly more than",
        "far more than",
        "much more than",
        "well more than",
        "greater than",
        "higher than",
        "larger than",
        "bigger than",
        "above",
        "upward of",
        "upwards of",
        "in excess of",
        "exceeding",
        "north of",
        ">",
    ),
    "at_least": (
        "at least",
        "a minimum of",
        "minimum of",
        "no fewer than",
        "no less than",
        "not less than",
        "not fewer than",
        "as few as",
        "as little as",
        "≥",
    ),
    "less_than": (
        "less than",
        "fewer than",
        "just less than",
        "slightly less than",
        "far fewer than",
        "lower than",
        "smaller than",
        "under",
        "just under",
        "well under",
        "slightly under",
        "below",
        "just below",
        "well below",
        "just short of",
        "<",
    ),
    "at_most": (
        "up to",
        "at most",
        "at the most",
        "as many as",
        "as much as",
        "as high as",
        "a maximum of",
        "maximum of",
        "no more than",
        "not more than",
        "≤",
    ),
    "about": (
        "about",
        "just about",
        "around",
        "somewhere around",
        "roughly",
        "approximately",
        "approx.",
        "circa",
        "ca.",
        "some",
        "nearly",
        "almost",
        "virtually",
        "close to",
        "approaching",
        "an estimated",
        "estimated",
        "in the region of",
        "on the order of",
        "in the order of",
        "~",
        "≈",
    ),
}
"""Hedges before a number, by what they make of it; the longest that fits is taken."""

BOUNDS_AFTER = {
    "at_least": (
        "or more",
        "or greater",
        "and more",
        "or over",
        "or older",
        "and older",
        "and over",
    ),
    "at_most": (
        "or less",
        "or fewer",
        "or younger",
        "and under",
    ),
    "about": (
        "or so",
        "more or less",
    ),
}
"""Hedges after a number or what it counts."""

CHANGES = frozenset(
    """
    rose rise rises rising risen fell fall falls falling fallen grew grow grows growing grown dropped
    drop drops dropping gained gain gains gaining lost slid slip slipped climbed climb climbs climbing
    jumped jump jumps surged surge soared tumbled plunged declined decline declines declining increased
    increase increases increasing decreased decrease decreases raised raises raising lowered cut cuts
    cutting reduced reduce reducing widened narrowed doubled tripled quadrupled expanded shrank shrunk up
    down eased edged swelled sank went advanced added ticked higher lower moved moving changed boosted
    boosting
    """.split()
)
"""Words of change: after them "from A to B" names two values, no range."""

DEEDS = {
    "kill": "killed", "kills": "killed", "killing": "killed", "killed": "killed",
    "injure": "injured", "injures": "injured", "injuring": "injured", "injured": "injured",
    "wound": "wounded", "wounds": "wounded", "wounding": "wounded", "wounded": "wounded",
    "hurts": "hurt", "hurting": "hurt", "maiming": "maimed", "maims": "maimed",
    "displaces": "displaced", "displacing": "displaced", "displaced": "displaced",
    "traps": "trapped", "trapping": "trapped", "strands": "stranded", "stranding": "stranded",
    "arrests": "arrested", "arresting": "arrested", "arrested": "arrested",
    "detains": "detained", "detaining": "detained", "detained": "detained",
    "captures": "captured", "capturing": "captured", "captured": "captured",
    "hospitalizing": "hospitalized", "hospitalising": "hospitalised",
    "hospitalizes": "hospitalized", "hospitalises": "hospitalised",
    "sickening": "sickened", "sickens": "sickened", "infects": "infected", "infecting": "infected",
    "infected": "infected", "evacuates": "evacuated", "evacuating": "evacuated",
    "rescues": "rescued", "rescuing": "rescued", "abducting": "abducted", "abducts": "abducted",
    "kidnapping": "kidnapped", "kidnaps": "kidnapped", "poisoning": "poisoned", "drowning": "drowned",
}  # fmt: skip
"""Words before a bare number that tell what was done to so many, and what they are by it."""

TOLLS = DEEDS.keys() | {"claiming", "totaling", "totalling", "numbering"}
"""Before a bare number they make it a count of people or things."""

BEFALLEN = {
    "died": "dead", "drowned": "drowned", "perished": "dead", "survived": "survivors",
}  # fmt: skip
"""Verbs right behind a bare number that tell what became of so many, and what they are by it."""

LINKS = frozenset("were are remain remained stayed".split())
"""Verbs between a bare number and the state that so many are in."""

BEFORE_STATE = frozenset(
    """
    still also later now already being been reported reportedly confirmed feared believed found presumed
    pronounced listed left thought known said to be officially either both yet declared
    """.split()
)
"""Words between such a verb and the state: "were still reported missing"."""

STATES = frozenset(
    """
    dead missing injured wounded hurt killed maimed displaced homeless hospitalized hospitalised arrested
    detained captured rescued evacuated trapped stranded infected unaccounted sick sickened ill freed
    released charged
    convicted acquitted jailed imprisoned sentenced executed kidnapped abducted deported expelled drowned
    buried poisoned held quarantined vaccinated abused tortured shot stabbed beaten burned burnt suspended
    dismissed fired sacked recovered saved safe alive unhurt unharmed uninjured discharged treated
    """.split()
)
"""States of people that tell what a bare number of them counts: "31 were missing"."""

DEAD_BEFORE = frozenset("set tired wrong against certain broke last drunk".split())
"""Words of which "dead" only says how much: "dead tired"."""

LABELLED = frozenset(
    """
    survivors casualties fatalities deaths injuries cases people persons men
    women children
    passengers crew victims bodies patients admissions recoveries hospitalisations hospitalizations infections
    tests vaccinations evacuees refugees migrants families households residents civilians soldiers police
    officers rescuers responders firefighters volunteers workers employees staff personnel members arrests
    detainees prisoners hostages homes houses buildings schools hospitals clinics bridges roads villages towns
    cities districts tents shelters vehicles boats ships vessels aircraft helicopters planes flights attacks
    strikes raids incidents fires explosions animals cattle sheep hectares acres visitors participants
    protesters demonstrators voters seats votes complaints
    """.split()
)
"""What a label before a colon counts: "Dead: 26"."""

BEFORE_LABEL = frozenset("total number of the overall current".split())
"""Words at the head of a label that add nothing to what it counts."""

NO_LABEL = frozenset(
    """
    is are was were be been has have had do does did will would can could may might must who which what that
    i you he she it we they phone tel telephone fax mobile hotline call contact number no page code line id
    room form per cent percent percentage rate ratio
    """.split()
)
"""Words that a label of a count has not: what has them is a clause, a telephone number or a share."""

COUNTED_PARTICIPLES = frozenset(
    """
    dead killed wounded injured missing hurt arrested detained captured homeless displaced hospitalized
    infected unaccounted sick ill
    """.split()
)
"""Stand after a number in place of the noun: "12 dead", "at least 40 injured"."""

GROUPS = frozenset("crowd audience gathering congregation workforce group".split())
"""What with "of" and a bare number is of so many people: "a crowd of 300"."""

BEFORE_SUBJECT = frozenset("the total overall new daily weekly monthly annual reported number".split())
"""Words before a noun whose number rises or falls: "the reported cases rose to 40"."""

CLAUSE_OPENERS = frozenset(', ; : . ( " “ and but while as that said because after when although'.split())
"""Words and marks behind which the subject of a clause can stand."""

PASSIVES = frozenset(("were", "are"))
"""Auxiliaries between a bare number and what happened to so many: "240 were held"."""

NOT_ALL = frozenset("of the these those its their last first next other both latter all".split())
"""Words before a number with which it points back to people or things already told of."""

HAPPENED = frozenset(
    "held hurt dead missing shot hit lost taken sent found struck freed ill sick safe alive".split()
)
"""What happens to people, beside participles in -ed, where a bare number counts them."""

FORMERLY = frozenset("up down rising risen falling compared increasing decreasing".split())
"""Words with "from" between a number and what it was before: "112 cases, up from 98"."""

TALLIES = frozenset("toll tally count figure number total estimate".split())
"""Nouns whose number comes behind them: "put the toll at 14", "revised the figure to six"."""

TALLY_LINKS = frozenset("at to reached reaching hit passed topped surpassed".split())
"""Words between such a noun and its number."""

TOLL_LINKS = TALLY_LINKS | {"of", "was", "is"}
"""The same for a toll, which only ever is a number."""

MOVING = frozenset(
    "rose risen rises rising climbed grew grown increased jumped fell fallen falls dropped declined".split()
)
"""Verbs before "to" and the number that something now has: "the number of people who died rose to 26"."""

MOVING_REACH = 18
"""Words between such a noun and its number, where one of these verbs ends them, at the most."""

TALLY_REACH = 8
"""Words between such a noun and its number at the most."""

TOLL_REACH = 14
"""The same for a toll: "the death toll from the collapse of the bridge over the river rose to 9"."""

VOTES = frozenset(
    """
    vote votes voted voting approved passed rejected split ruled backed defeated confirmed tally ballot margin
    majority decided decision sided endorsed blocked
    """.split()
)
"""Words before two numbers that make them votes for and against: "voted 52-48"."""

LABELS = frozenset(
    """
    section sections chapter chapters page pages room number numbers flight article articles item part
    version phase level grade route highway channel size type class line figure table step rule verse
    psalm act scene clause paragraph paragraphs episode season volume unit gate lane apartment suite box
    resolution amendment proposition title category tier stage day week game round no nos vol pp exhibit
    appendix generation iphone windows pier district precinct ward zone model series top formula
    interstate catch covid mark area
    """.split()
)
"""Nouns whose number is a name: "chapter 5", "Article 5", "day 3"."""

NUMBERED = frozenset(
    """
    boeing airbus apollo soyuz
    warehouse warehouses building buildings house hangar block plot parcel lot dock berth pier terminal runway
    platform track shaft pit well mine reactor turbine boiler furnace pump substation shelter camp cell ward
    bus tram train truck lorry van car locomotive engine ship vessel barge boat ferry plane aircraft jet
    helicopter satellite rocket shuttle wagon carriage case docket file claim order invoice patent bill law
    decree regulation directive permit licence license contract ticket form station checkpoint post outpost
    battalion regiment brigade division squadron company sector route road highway junction exit bay aisle row
    seat table locker bed batch sample patient polling precinct constituency district school hospital
    port ports clinic office shop store branch depot silo tank pipeline line bridge tunnel lock dam weir
    camera
    """.split()
)
"""Things that are told apart by the number behind their noun: "warehouse 14", "bus 2024", "reactor 3"."""

PLACED = frozenset("in at near across around outside inside throughout".split())
"""Words before the name of a place, behind which a number counts: "In Kherson 3 civilians died"."""

APART = LABELS | NUMBERED
"""Nouns before a number that says which one is meant."""

WHOLE_HEDGES = frozenset("about some nearly almost roughly around over more than all".split())
"""Words before the number of all: "three of about 40 houses"."""

BETWEEN_HEDGE_AND_NUMBER = frozenset("a an another additional further extra".split())
"""As in "up to an additional 40"."""

EMERGENCY = frozenset(("911", "999", "112"))
"""Numbers that one dials: "911 calls"."""

BEFORE_COUNT = frozenset(
    """
    the a an these those its their his her our my your of in at to from by for with and or but than as
    all another other only just exactly precisely first last past next every each some about over under
    nearly almost roughly around approximately between least most total additional further there there's
    were was are is be been had has have when if after before since while who that which where because so
    both any no not up down out into on through per within including include includes also said says then
    now still already even below above versus vs against until without besides like plus minus more fewer
    less many such using citing adding i we you they he she it meanwhile however today yesterday among
    upwards estimated
    """.split()
)
"""Words that, even with a capital at the beginning of a sentence, are no name that a number belongs to."""

ASIDES = frozenset("including among aged mostly most some all many several both".split())
"""What opens an aside on people just counted: "nine, including four children, had died"."""

EMERGENCY_NOUNS = frozenset(
    """
    call calls caller callers operator operators dispatcher dispatchers handler handlers system systems
    service services center centers centre centres line lines number numbers recording recordings tape tapes
    transcript transcripts responders
    """.split()
)
"""What a number for emergencies stands before without counting it."""

COMPARING = (
    r"(?: in [a-z]+(?: \d{4})?,? and | in [a-z]+(?: \d{4})? (?:from|to|against|compared with) "
    r"|(?:,? (?:a year|a month|a week|a quarter|the year|the month|the quarter) (?:earlier|ago|before))?"
    r"(?:,|,? \()?\s(?:or )?(?:up |down |rising |falling )?"
    r"(?:(?:from|to|against|versus|vs\.?|compared (?:with|to)|(?:more|less|higher|lower) than)"
    r"(?: (?:a|an|the|its|their)(?: [a-z-]+){0,2}"
    r" (?:forecast|estimate|target|figure|profit|loss|total|revenue|sales|turnover|budget|price|cost|sum)"
    r" of)?)(?: the)? )"
)
"""What may stand between two sums that are compared, of which one alone names the currency."""

OF_THE_SAME = (
    r"\b(?:put|puts|estimated|estimates) it at $"
    r"|\bit (?:is|was|would be|will be|could be|may be|might be|to be) (?:closer|nearer|close) to $"
)
"""What leads on to another figure for the sum just named: "others put it at 9 million"."""
