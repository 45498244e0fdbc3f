"""Words around a name that tell what kind of name it is."""

SPEECH_VERBS = frozenset(
    """
    said says say saying told tells tell added adds asked asks argued argues announced announces claimed
    claims confirmed confirms denied denies declared declares declined described describes explained
    explains insisted insists noted notes observed quipped remarked replied responded responds stated states
    stressed suggested suggests tweeted warned warns wrote writes testified testifies acknowledged
    acknowledges admitted admits believed believes believe thinks thought recalled recalls joked conceded
    concluded concludes complained cautioned commented countered criticized criticised emphasized emphasised
    estimated reiterated vowed urged urges pledged promised predicted hinted lamented boasted
    """.split()
)

PERSON_VERBS = frozenset(
    """
    was died married resigned grew graduated smiled laughed shrugged nodded testified tweeted retired
    recalled joked thinks thought wrote writes sang played plays scored starred directed coached born told
    says said
    """.split()
)
"""Verbs whose subject, a single unknown name, is a person more often than anything else."""

ORGANISATION_NOUNS = frozenset(
    """
    shares share stock stocks employees workers executives executive shareholders customers subsidiary
    subsidiaries spokesman spokeswoman spokesperson spokespeople ceo cfo chairman headquarters board factory
    factories plant plants unit division brand products product sales profits profit revenue dealers
    dealerships stores store officials lawmakers fighters militants gunmen members leader leaders lawyers
    management engineers chief founder president director boss analyst chairwoman bonds debt
    bankruptcy
    """.split()
)
"""Nouns that, right after a name or its possessive, tell that it is an organisation."""

ORGANISATION_DESCRIPTIONS = frozenset(
    """
    company firm maker manufacturer automaker carmaker retailer airline bank group agency organization
    organisation network newspaper magazine publisher broadcaster charity union party body watchdog
    nonprofit think-tank startup start-up supplier operator developer corporation giant conglomerate brand
    label chain provider university institute website insurer lender brokerage contractor producer rival
    subsidiary unit consultancy carrier club team band militia foundation
    """.split()
)
"""What a description before or after a name calls an organisation."""

NAMED_BODIES = frozenset(
    """
    institute foundation group agency company firm bank airline newspaper network union corporation
    conglomerate university movement militia
    """.split()
)
"""What right after a single unknown name calls it a body: "the Veltro group"."""

VESSELS = frozenset(
    """
    ship vessel ferry tanker freighter yacht submarine frigate destroyer warship trawler boat barge tug
    tugboat liner schooner steamer lifeboat cruiser corvette carrier dredger coaster
    """.split()
)
"""Nouns for ships, whose names people and titles lend."""

THING_NOUNS = frozenset(
    """
    vehicle vehicles car cars sedan sedans truck trucks hatchback minivan motorcycle aircraft airliner
    airliners jet jets helicopter helicopters plane planes drone drones missile missiles rocket rockets
    spacecraft satellite satellites probe rover telescope ship ships vessel vessels ferry tanker freighter
    yacht submarine submarines frigate destroyer warship trawler boat software browser browsers console
    consoles smartphone smartphones phone phones handset tablet tablets computer computers laptop laptops
    notebook notebooks processor processors chip chips player players app apps model models film films movie
    movies novel novels book books album albums song songs single sitcom soap play opera musical painting
    game games videogame drug drugs vaccine vaccines pill virus worm trojan malware language algorithm
    fungus bacterium species rifle rifles pistol tank tanks storm hurricane typhoon cyclone asteroid comet
    planet moon galaxy file files format standard protocol codename codenamed dubbed system systems radar
    sensor sensors torpedo torpedoes bomb bombs launcher launchers warhead warheads turbine turbines camera
    cameras gadget gadgets robot robots chatbot drones treatment tablet interceptor interceptors howitzer
    howitzers
    """.split()
)
"""What a thing with a name of its own is called right before or after it: "the film X", "Y rockets"."""

TITLED_THINGS = frozenset(
    """
    film movie novel book album song single musical opera painting sitcom ship ferry freighter frigate
    destroyer trawler tanker yacht submarine warship videogame
    """.split()
)
"""Things whose names are words of any kind: right before a name they outweigh its form."""

CORPORATE_HEADS = frozenset(
    """
    ceo executive shares share stock stake stakes subsidiary subsidiaries shareholders shareholder investors
    division founder co-founder cofounder employees owner owners customers arm takeover acquisition
    """.split()
)
"""Words whose "of" or "in" tells that a company follows: "chief executive of", "shares in"."""

CORPORATE_VERBS = frozenset(
    """
    acquired acquires acquire manufactures manufactured produces supplies supplied employs employed hired
    hires unveiled merged outsourced recalled shipped markets operates posted outbid
    """.split()
)
"""Verbs whose subject, a single unknown name, is a company more often than anything else."""

BOUGHT = frozenset(
    "acquired acquire acquires acquiring bought buy buys buying owns own owned sued joined founded".split()
)
"""Verbs whose object, a single unknown name, is a company more often than anything else."""

MANY_BODIES = frozenset(
    """
    companies firms charities groups agencies organisations organizations banks airlines newspapers
    retailers unions clubs teams bodies brands labels makers carmakers automakers bands universities
    networks broadcasters publishers insurers lenders channels magazines institutions parties rivals
    suppliers operators stores supermarkets chains
    """.split()
)
"""Nouns of which "such as", "like" and "including" bring bodies as examples."""

MANY_PEOPLE = frozenset(
    """
    artists actors singers players politicians leaders stars celebrities writers authors directors
    musicians rappers scientists ministers lawmakers senators candidates figures people friends colleagues
    """.split()
)
"""Nouns of which "such as", "like" and "including" bring people as examples."""

MANY_PLACES = frozenset(
    """
    cities towns villages countries places areas regions nations suburbs states districts provinces camps
    neighbourhoods neighborhoods governorates municipalities settlements
    """.split()
)
"""Nouns of which "such as", "like" and "including" bring places as examples."""

MANY_THINGS = frozenset(
    """
    films movies songs albums novels books games drugs phones cars models products systems apps tools
    """.split()
)
"""Nouns of which "such as", "like" and "including" bring things as examples."""

MADE = frozenset(
    """
    made built developed manufactured supplied produced operated owned designed marketed sold acquired
    """.split()
)
"""Participles whose "by" tells that a company follows oftener than a person."""

CALLED_AFTER = frozenset(
    "law laws disease syndrome theorem principle paradox conjecture equation equations razor".split()
)
"""What is called after a person: "Moore's law"."""

LED_BY_PEOPLE = frozenset(
    "administration presidency family era camp cabinet premiership brothers sisters".split()
)
"""Nouns that after "the" and a single name tell that it is a person's: "the Keller administration"."""

STATE_NOUNS = frozenset(
    """
    parliament capital army navy troops border borders coast economy population constitution airport
    streets embassy territory independence airspace currency suburbs outskirts inhabitants
    farmland shores ports rivers
    coastline southern northern eastern western largest government junta citizens seaside
    """.split()
)
"""Nouns and adjectives that after a possessive tell that its owner is a country or a town."""

ACTING = frozenset(
    """
    sank sinks rose rises fell falls froze broke burst overflowed flooded ran left sailed docked berthed
    capsized collided exploded caught burned burnt was is had has carries carried
    lay lies flows flowed swelled grounded anchored arrived departed listed hit struck
    """.split()
)
"""What ships and rivers do, and people do not behind an article."""

PLACE_OFFICES = frozenset(
    """
    mayor mayors governor governors resident residents people outskirts streets suburb suburbs centre center
    bishop archbishop citizens border borders coast shores desert hills hometown north south east west
    northeast northwest southeast southwest capital parts government parliament army border coast invasion
    population
    """.split()
)
"""Words whose "of" tells that a place follows: "the mayor of", "north of"."""

PLACE_DESCRIPTIONS = frozenset(
    """
    city town village province region district county state suburb capital port island river lake mountain
    neighborhood neighbourhood oblast peninsula municipality area settlement hamlet valley country nation
    territory republic
    """.split()
)
"""What a description before or after a name calls a place."""

GOVERNMENT_PREPOSITIONS = frozenset(
    """
    with against between by that as than toward towards for of on and but whether while if because since
    after before like both
    """.split()
)
"""Words before a capital's name that leave its government meant, where nothing tells otherwise."""

POLITICAL_NOUNS = frozenset(
    """
    claim claims need needs demand demands decision decisions invasion war support stance policy policies
    ambassador government request aggression military forces troops army intelligence interests allies ally
    position intentions goals aims push effort efforts threat threats response role influence leadership
    nuclear missile missiles weapons program programme diplomacy relations ties announcement statement
    statements accusations allegations actions move moves backing offer proposal proposals strategy foreign
    defense defence security concerns refusal willingness warning warnings pressure concessions sanctions
    economy approach plans plan ambitions regime rivals arsenal budget propaganda partners embassy envoy
    """.split()
)
"""What a government has: after a capital's possessive these tell that the state is meant."""

GENERIC_LOCATIVE_VERBS = frozenset(
    """
    visited visit visiting left leaving leave reached reaching reach toured touring entered entering took take
    takes taking taken seized seize seizing captured capture capturing stormed storming bombed bombing bomb
    shelled shelling besieged besieging liberated liberating occupied occupying hit struck strike rocked shook
    paralysed paralyzed encircled surrounded surrounding recaptured retook fled flee fleeing
    """.split()
)
"""Verbs whose object, a capital, is the city."""

CITIES_FIRST = frozenset(
    [
        "San José",
        "San Jose",
        "Georgetown",
        "Kingston",
        "Victoria",
        "Hamilton",
        "Santiago",
        "Lima",
        "Singapore",
        "Luxembourg",
        "Monaco",
        "Djibouti",
        "Panama City",
        "Guatemala City",
        "Mexico City",
        "Kuwait City",
        "Vatican City",
        "Saint John's",
        "St. George's",
        "Roseau",
        "Stanley",
        "Douglas",
        "Jamestown",
        "Plymouth",
        "San Juan",
        "Gibraltar",
        "Brussels",
        "Male",
        "Bern",
        "Apia",
        "Suva",
        "Praia",
        "Sofia",
        "Athens",
        "Rome",
        "Vienna",
        "Dublin",
        "Lincoln",
    ]
)
"""Capitals that share their names with other places, people or bodies, or seldom mean a government."""

STATES_OF_BEING = frozenset("""is was lies lay sits hosted hosts became becomes were are""".split())
"""Verbs that tell of a city rather than of what a government does."""

AUXILIARIES = frozenset("""has had will would could should may might must can did does do also and""".split())

RELATIONS = frozenset(
    """
    between ties relations talks pressure sanctions alliance support help war against deal
    """.split()
)
"""Nouns and prepositions near a capital's name that tell of relations between states."""

PARTY_WORDS = frozenset("""by against between that than as while because but if""".split())
"""Words right before a capital's name after which its government is meant."""

FEELINGS = frozenset(
    """
    concern concerns anger alarm unease fury outrage worry worries fear fears frustration suspicion
    suspicions dismay relief consternation irritation disquiet scepticism skepticism doubts anxiety
    """.split()
)
"""What is said to be in a capital when its government is meant: "alarm in Paris"."""

AFTER_NAMES = frozenset(
    """
    today yesterday tomorrow tonight here there home abroad alone overseas north south east west northeast
    northwest southeast southwest midweek right left back minus plus versus aka ago i.e e.g
    """.split()
)
"""Nouns that say when, where or how after a name, and do not take it as an adjective."""

UNCHANGED_VERBS = frozenset("cut put set hit let quit shut spread cost hurt bet split read beat shed".split())
"""Words that are nouns and, unchanged, the past tense of a verb."""

DETERMINERS = frozenset("a an its his her their our my your this these those some several many all".split())
"""Words before a name with which the noun after it makes one phrase: "its Acme plans"."""

PREPOSITIONS = frozenset(
    """
    of in at from near to for with into by on around outside inside via against about over between among
    under within across toward towards through like behind
    """.split()
)
"""Words after which a name is not the subject of the verb that follows it."""

MINISTRIES = frozenset(
    """
    foreign prime interior defence defense health education finance energy justice information transport
    agriculture culture environment economy trade oil
    """.split()
)
"""What a country's minister or ministry is called by."""

MAKING_VERBS = frozenset(
    """
    makes make made produces produced manufactures manufactured sells sold supplies operates operated runs
    owns employs builds built designs develops develops provides distributes publishes markets trades mines
    """.split()
)
"""What a company does: ", which makes pumps"."""

BUSINESS_NOUNS = frozenset(
    """
    bid takeover merger profit profits revenue revenues sales earnings dividend dividends acquisition
    shareholders shareholder workforce layoffs redundancies turnover customers bankruptcy insolvency
    """.split()
)
"""What a sentence about a company is about."""

TREATY_NOUNS = frozenset(
    """
    treaty ceasefire truce troops border borders sanctions airspace annexation sovereignty independence
    diplomats embassy referendum
    """.split()
)
"""What a sentence about a country is about."""

TITLED_BODIES = frozenset("band orchestra choir quartet quintet".split())
"""Bodies whose names are words of any kind: right before a name they outweigh its form."""

NEIGHBOURS = frozenset("neighbouring neighboring neighbour neighbor Neighbouring Neighboring".split())
"""Words that, right before a name, tell that it is a country or a place."""

WAYS = frozenset(
    """
    road roads motorway highway railway railways route routes crossing crossings tunnel ferry ferries train
    trains flight flights bus buses tram trams border pipeline
    """.split()
)
"""What runs "between" and "to" places, and "from" one "to" another."""

PEOPLES = frozenset(
    """
    troops soldiers forces refugees migrants people officials diplomats fighters tourists students workers
    imports exports flights immigrants settlers delegations delegates
    """.split()
)
"""Those who come from countries: "troops from"."""

RULERS = frozenset(
    """
    president king queen emperor ruler sultan republic kingdom government parliament invasion annexation
    ambassador minister
    """.split()
)
"""Those whose "of" a country's name follows."""

TRADES_OF_FIRMS = frozenset(
    """
    maker manufacturer automaker carmaker chipmaker drugmaker retailer airline publisher broadcaster charity
    supplier operator developer insurer lender brokerage contractor producer rival subsidiary consultancy
    carrier startup start-up neighbouring neighboring neighbour neighbor
    """.split()
)
"""What, without an article, stands before a company's or a country's name: "insurer Acme"."""

OF_STATES = frozenset(
    "presidential parliamentary legislative general national foreign defence defense".split()
)
"""Adjectives of what only states have, before one of `STATELY`."""
STATELY = frozenset("election elections vote polls ministry minister parliament assembly".split())
"""Nouns that with such an adjective tell that a state stands before: "Vostria's presidential election"."""

DISASTERS = frozenset(
    """
    landslide landslides mudslide avalanche earthquake quake tremor flood floods flooding wildfire wildfires
    eruption
    disaster catastrophe tragedy massacre derailment stampede
    """.split()
)
"""What befalls a place, and is called after it: "the Loma Verde landslide"."""
