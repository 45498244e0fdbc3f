"""Units, currencies and the nouns that numbers count in English."""

CURRENCY_SIGNS = {
    "$": "USD",
    "US$": "USD",
    "USD$": "USD",
    "U.S.$": "USD",
    "AUD$": "AUD",
    "CAD$": "CAD",
    "NZD$": "NZD",
    "HKD$": "HKD",
    "SGD$": "SGD",
    "MXN$": "MXN",
    "C$": "CAD",
    "CA$": "CAD",
    "Can$": "CAD",
    "A$": "AUD",
    "AU$": "AUD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "NT$": "TWD",
    "R$": "BRL",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₴": "UAH",
    "₺": "TRY",
    "₪": "ILS",
    "₦": "NGN",
    "₱": "PHP",
    "฿": "THB",
    "₫": "VND",
    "Rs": "INR",
    "Rs.": "INR",
    "dlrs": "USD",
    "Dh": "AED",
    "Dhs": "AED",
    "RM": "MYR",
    "Tk": "BDT",
    "KSh": "KES",
    "Ksh": "KES",
    "Rp": "IDR",
}
"""Signs before an amount, with their ISO 4217 codes; a bare "$" is taken for the United States dollar."""

SIGNS_BEHIND = frozenset("€£$¥₽₹₴")
"""Signs that also stand behind an amount: "20 €"."""

CURRENCY_CODES = frozenset(
    """
    USD EUR GBP JPY CNY RMB RUB UAH CHF CAD AUD NZD INR KRW KPW ILS TRY BRL ZAR MXN SEK NOK DKK PLN CZK
    HUF SAR AED QAR KWD EGP NGN KES PKR BDT IDR MYR SGD HKD TWD THB VND PHP IRR IQD SYP LBP COP ARS CLP
    PEN GEL BYN KZT
    """.split()
)
CODE_ALIASES = {"RMB": "CNY"}

CURRENCY_WORDS = {
    "dollar": "USD",
    "dollars": "USD",
    "euro": "EUR",
    "euros": "EUR",
    "eur": "EUR",
    "usd": "USD",
    "gbp": "GBP",
    "chf": "CHF",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rouble": "RUB",
    "roubles": "RUB",
    "ruble": "RUB",
    "rubles": "RUB",
    "rupee": "INR",
    "rupees": "INR",
    "hryvnia": "UAH",
    "hryvnias": "UAH",
    "hryvnya": "UAH",
    "shekel": "ILS",
    "shekels": "ILS",
    "zloty": "PLN",
    "zlotys": "PLN",
    "rand": "ZAR",
    "baht": "THB",
    "ringgit": "MYR",
    "rupiah": "IDR",
    "naira": "NGN",
    "dirhams": "AED",
    "riyals": "SAR",
    "forints": "HUF",
    "reais": "BRL",
    "sterling": "GBP",
    "won": "KRW",
    "pounds": "GBP",
    "pound": "GBP",
    "forint": "HUF",
    "zlotych": "PLN",
    "rands": "ZAR",
    "kronor": "SEK",
    "koruna": "CZK",
    "korunas": "CZK",
    "hryvni": "UAH",
    "hryven": "UAH",
    "hryvnyas": "UAH",
    "sheqel": "ILS",
    "sheqels": "ILS",
    "ringgits": "MYR",
    "rupiahs": "IDR",
    "nairas": "NGN",
    "dirham": "AED",
    "riyal": "SAR",
    "tenge": "KZT",
    "tenges": "KZT",
    "lari": "GEL",
    "leva": "BGN",
    "taka": "BDT",
    "dong": "VND",
    "kyat": "MMK",
    "kyats": "MMK",
    "riel": "KHR",
    "riels": "KHR",
    "birr": "ETB",
    "cedi": "GHS",
    "cedis": "GHS",
    "pula": "BWP",
    "dalasi": "GMD",
    "metical": "MZN",
    "meticais": "MZN",
    "tugrik": "MNT",
    "tugriks": "MNT",
    "quetzal": "GTQ",
    "quetzales": "GTQ",
    "lempira": "HNL",
    "lempiras": "HNL",
    "bolivar": "VES",
    "bolivars": "VES",
    "bolivares": "VES",
    "gourdes": "HTG",
    "renminbis": "CNY",
    "lire": "ITL",
    "pesetas": "ESP",
    "drachmas": "GRD",
    "guilders": "NLG",
    "deutschmarks": "DEM",
}
"""Words after an amount. "won" and "pounds" are read so only after an amount that fits (see the code)."""

CURRENCY_NOUNS = frozenset(
    """
    krone kroner krona kronur peso pesos dinar dinars lira liras rial rials riyals franc francs shilling
    shillings lei leu manat manats som soms kwacha kwachas
    """.split()
)
"""Currencies of several countries: a sum in them has the word as its unit, and no code."""

CURRENCY_ADJECTIVES = {
    ("us", "dollars"): "USD",
    ("u.s.", "dollars"): "USD",
    ("american", "dollars"): "USD",
    ("canadian", "dollars"): "CAD",
    ("australian", "dollars"): "AUD",
    ("singapore", "dollars"): "SGD",
    ("taiwan", "dollars"): "TWD",
    ("zealand", "dollars"): "NZD",
    ("kong", "dollars"): "HKD",
    ("british", "pounds"): "GBP",
    ("egyptian", "pounds"): "EGP",
    ("lebanese", "pounds"): "LBP",
    ("syrian", "pounds"): "SYP",
    ("pounds", "sterling"): "GBP",
    ("swiss", "francs"): "CHF",
    ("pakistani", "rupees"): "PKR",
    ("indian", "rupees"): "INR",
    ("korean", "won"): "KRW",
    ("japanese", "yen"): "JPY",
    ("chinese", "yuan"): "CNY",
    ("russian", "rubles"): "RUB",
    ("russian", "roubles"): "RUB",
    ("swedish", "kronor"): "SEK",
    ("norwegian", "kroner"): "NOK",
    ("danish", "kroner"): "DKK",
    ("mexican", "pesos"): "MXN",
    ("argentine", "pesos"): "ARS",
    ("philippine", "pesos"): "PHP",
    ("turkish", "lira"): "TRY",
    ("turkish", "liras"): "TRY",
    ("iranian", "rials"): "IRR",
    ("saudi", "riyals"): "SAR",
    ("brazilian", "reais"): "BRL",
    ("icelandic", "krona"): "ISK",
    ("icelandic", "kronur"): "ISK",
    ("swedish", "krona"): "SEK",
    ("swedish", "kroner"): "SEK",
    ("swedish", "crowns"): "SEK",
    ("norwegian", "kronor"): "NOK",
    ("norwegian", "krone"): "NOK",
    ("norwegian", "crowns"): "NOK",
    ("danish", "krone"): "DKK",
    ("danish", "crowns"): "DKK",
    ("czech", "crowns"): "CZK",
    ("slovak", "crowns"): "SKK",
    ("estonian", "kroons"): "EEK",
    ("chilean", "pesos"): "CLP",
    ("colombian", "pesos"): "COP",
    ("cuban", "pesos"): "CUP",
    ("uruguayan", "pesos"): "UYU",
    ("dominican", "pesos"): "DOP",
    ("bolivian", "bolivianos"): "BOB",
    ("lebanese", "lira"): "LBP",
    ("lebanese", "liras"): "LBP",
    ("syrian", "lira"): "SYP",
    ("italian", "lira"): "ITL",
    ("iraqi", "dinars"): "IQD",
    ("kuwaiti", "dinars"): "KWD",
    ("jordanian", "dinars"): "JOD",
    ("serbian", "dinars"): "RSD",
    ("algerian", "dinars"): "DZD",
    ("tunisian", "dinars"): "TND",
    ("libyan", "dinars"): "LYD",
    ("bahraini", "dinars"): "BHD",
    ("omani", "rials"): "OMR",
    ("yemeni", "rials"): "YER",
    ("qatari", "riyals"): "QAR",
    ("emirati", "dirhams"): "AED",
    ("moroccan", "dirhams"): "MAD",
    ("romanian", "lei"): "RON",
    ("moldovan", "lei"): "MDL",
    ("belarusian", "rubles"): "BYN",
    ("belarusian", "roubles"): "BYN",
    ("kenyan", "shillings"): "KES",
    ("ugandan", "shillings"): "UGX",
    ("tanzanian", "shillings"): "TZS",
    ("somali", "shillings"): "SOS",
    ("french", "francs"): "FRF",
    ("belgian", "francs"): "BEF",
    ("congolese", "francs"): "CDF",
    ("rwandan", "francs"): "RWF",
    ("lankan", "rupees"): "LKR",
    ("nepalese", "rupees"): "NPR",
    ("nepali", "rupees"): "NPR",
    ("azerbaijani", "manats"): "AZN",
    ("kyrgyz", "soms"): "KGS",
    ("zambian", "kwacha"): "ZMW",
    ("malawian", "kwacha"): "MWK",
    ("sudanese", "pounds"): "SDG",
    ("israeli", "shekels"): "ILS",
    ("polish", "zlotys"): "PLN",
    ("hungarian", "forints"): "HUF",
    ("hungarian", "forint"): "HUF",
}
"""The last two words of a currency's name, where the noun alone would be read otherwise or not at all."""

MEASURES = frozenset(
    """
    km kms kg kgs mm cm nm mi ft yd lb lbs oz mg g l ml ha kb mb gb tb hz khz mhz ghz kw mw gw tw kwh mwh
    gwh twh kt kts mph kph kmh km² m² km2 m2 °c °f ° bpd mmhg
    """.split()
)
"""Abbreviated units, which may stand against the number."""

MEASURE_NOUNS = frozenset(
    """
    meter meters metre metres kilometer kilometers kilometre kilometres centimeter centimeters centimetre
    centimetres millimeter millimeters mile miles yard yards foot feet inch inches acre acres hectare
    hectares ton tons tonne tonnes kilogram kilograms kilo kilos gram grams ounce ounces liter liters
    litre litres gallon gallons barrel barrels bushel bushels degree degrees watt watts kilowatt
    microgram micrograms milligram milligrams milliliter milliliters millilitre millilitres nanometer
    nanometers decibel decibels kilowatts megawatt megawatts gigawatt gigawatts volt volts knot knots point
    points cent cents pence
    basis kiloton kilotons megaton megatons pound pounds kilobyte megabyte megabytes gigabyte gigabytes
    terabyte terabytes
    """.split()
)
"""Units written out; with a hyphen in the singular ("a 200-mile range")."""

UNIT_MODIFIERS = frozenset("square cubic metric nautical percentage basis gross short long light".split())
"""First words of units of two words."""

PERCENT = frozenset(("%", "percent", "pct", "percentage"))

MEASURE_SINGULARS = frozenset(
    """
    meter metre kilometer kilometre centimeter centimetre millimeter mile yard foot inch acre hectare ton
    tonne kilogram kilo gram ounce liter litre gallon barrel degree watt kilowatt megawatt gigawatt volt knot
    kiloton megaton pound megabyte gigabyte terabyte
    """.split()
)
"""Units as they stand in the singular: "15 inch screens", "a third of an inch"."""

DEGREES = frozenset(("degree", "degrees"))
"""Units that may be of heat."""

SCALES_OF_HEAT = frozenset(("celsius", "fahrenheit", "centigrade", "kelvin"))
"""Words that belong to the unit of heat before them: "degrees Celsius"."""

SMALLER = {
    "feet": ("inches", 12), "foot": ("inches", 12), "ft": ("inches", 12),
    "pounds": ("ounces", 16), "lb": ("ounces", 16), "lbs": ("ounces", 16),
    "dollars": ("cents", 100), "dollar": ("cents", 100), "euros": ("cents", 100), "euro": ("cents", 100),
}  # fmt: skip
"""Units of which a number of smaller ones may follow, and how many of those make one: "5 feet 2 inches"."""

SMALLER_NAMES = {
    "inches": "inches", "inch": "inches", "in": "inches", "ounces": "ounces", "ounce": "ounces",
    "oz": "ounces", "cents": "cents", "cent": "cents",
}  # fmt: skip
"""Names of the smaller units."""

RACES = frozenset((50, 60, 100, 200, 400, 800, 1500, 3000, 5000, 10000))
"""Metres of the races that are run and swum."""

EXTENTS = frozenset("tall long deep high wide".split())
"""Words behind a number and "m" that make it metres in any case."""

METRE_NOUNS = frozenset(
    """
    race final finals relay relays hurdles freestyle backstroke breaststroke butterfly medley sprint title
    champion record heat heats tall long deep high wide away above below from north south east west medal
    steeplechase gold silver bronze
    """.split()
)
"""Words behind "800m" that make it metres."""

AIRLINERS = frozenset("707 717 727 737 747 757 767 777 787".split())
"""Numbers that are names of aeroplanes where a noun for one, or their own name, follows."""

AIRCRAFT = frozenset(
    """
    aircraft airliner airliners jet jets jetliner jetliners plane planes airplane airplanes aeroplane
    aeroplanes jumbo dreamliner dreamliners freighter freighters max
    """.split()
)
"""Nouns for aeroplanes."""

TIME_UNITS = frozenset(
    """
    second seconds minute minutes hour hours day days week weeks month months year years decade decades
    century centuries weekend weekends night nights
    """.split()
)

RATE_NOUNS = frozenset(
    """
    second minute hour day night week month quarter year decade annum capita head person worker soldier
    employee household family share barrel ton tonne gallon liter litre pound ounce kilogram kilo gram
    piece game season unit mile kilometer kilometre bushel bottle ticket vote voter child student patient
    pupil passenger ride bed hectare acre megawatt kilowatt yard foot song copy user customer visit trip
    hundred thousand million
    """.split()
)
"""What a rate is counted over after "a", "an" or "each": "$90 a barrel"."""

RATE_SIGNS = frozenset("h hr hrs hour s sec min day week month year kg l ha m m2 m3 km km2".split())
"""The same after a stroke: "120 km/h"."""

PLURALS = frozenset(
    """
    people men women children troops police personnel staff aircraft cattle sheep fish deer species
    series feet teeth mice geese servicemen servicewomen policemen policewomen firemen fishermen gunmen
    lawmen businessmen congressmen congresswomen councilmen clergy spacecraft warships hovercraft crew
    offspring media data criteria phenomena alumni bacteria fungi larvae nuclei cacti crises analyses
    bases theses hypotheses salmon trout shrimp swine livestock artillery infantry clergymen salesmen
    tribesmen helmsmen horsemen seamen airmen marksmen militiamen noncombatants japanese chinese
    vietnamese portuguese lebanese sudanese congolese burmese taiwanese nepalese british french irish
    dutch swiss spanish pence townspeople salespeople spokespeople congresspeople kinsmen refugees
    """.split()
)
"""Plurals that do not end in -s, and nouns that are counted without one."""

NOT_PLURALS = frozenset(
    """
    is was has does says this his its us yes thus plus less unless across always perhaps towards besides
    afterwards news crisis basis analysis thesis emphasis axis paris virus campus bonus surplus census
    consensus status focus chaos gas bus glass class mass pass loss boss cross press access process
    progress success stress business address congress illness witness fitness wilderness weakness
    darkness headquarters overseas whereas nowadays sometimes politics economics mathematics physics
    athletics ethics indoors outdoors upstairs downstairs christmas texas arkansas kansas versus previous
    serious various james charles thomas chris dennis louis lewis jones williams davis harris lies
    remains reads goes comes takes makes gives gets needs means seems happens begins capsizes overturns
    derails collides explodes erupts vanishes disappears ignites reignites veers topples survives dies enters
    threatens warns kills injures arrives departs resumes reopens emerges occurs becomes keeps sends brings
    seeks joins loses adds tells asks denies admits rejects accepts approves agrees suspends expels resigns
    quits sues buys sells pays grows shrinks soars plummets expands continues widens deepens worsens engulfs
    destroys devastates displaces
    """.split()
)
"""Words in -s that are no plural nouns."""

CARRIERS = frozenset("carrying ferrying transporting".split())
"""Words before a number of those aboard: "bus carrying 40"."""

CRAFT = frozenset(
    """
    plane jet airliner aircraft helicopter chopper glider balloon boat ship ferry vessel yacht dinghy trawler
    submarine bus minibus coach train tram car van truck lorry taxi
    """.split()
)
"""What carries people: "Plane with 88 crashes"."""

MISHAPS = frozenset(
    """
    crashes collapses sinks lands burns plunges rolls strikes hits flips slides stalls drifts breaks falls
    """.split()
)
"""Verbs of headlines, also nouns, that tell what befell a craft: "Bus carrying 40 crashes"."""

CONSEQUENCES = frozenset(
    "sparks prompts draws raises leaves ends rocks shakes shocks stuns triggers tests".split()
)
"""The same of a disaster: "Blast that killed 12 sparks protests"."""

NOT_ABOARD = frozenset("member members meeting meetings game games".split())
"""Words behind "on board" that make "board" a part of their own name."""

PLURAL_MODIFIERS = frozenset(
    """
    arms sports sales special forces rights weapons communications systems operations drugs savings
    earnings customs veterans states women police staff aircraft artillery infantry crew data media crime
    goods services
    """.split()
)
"""Plurals that often stand before the noun that is counted: "two arms dealers"."""

COMPOUND_UNITS = frozenset(
    """
    member nation country state person man woman seat judge page story storey floor room bed point party
    team game city village seater vote
    """.split()
)
"""Nouns that a number and a hyphen stand before: "a 15-member council"."""

PHRASE_ENDS = frozenset(
    """
    have has had having am is are was were be been being do does did will would shall should can could
    may might must cannot who which that whom whose what when where while because although though if
    unless until since as after before whether than so but nor yet and or in on at by for from with about
    into over under between among through during within without against toward towards across around
    behind beyond near off onto out up upon via per amid amidst despite inside outside to throughout
    alongside above below along down beside besides concerning regarding except including like unlike
    versus following worth a an the this these those my your his her its our their no each every another
    both either neither i you he she it we they me him them us there here not also then now later earlier
    again too already still never always often soon ago apart away back only together today yesterday
    tomorrow tonight said says say saying told added made took went came left fell rose held got gave led
    lost sent won met ran began became broke brought built bought caught chose drew drove fled fought
    flew found grew heard kept knew paid sold saw shot spent spoke stood struck taught thought threw
    understood wrote sought laid withdrew swept died want wants need needs remain remained live lived
    work worked arrive arrived
    """.split()
)
"""Words that end the phrase of what is counted: verbs, prepositions other than "of", conjunctions."""

SINGLES = frozenset(
    """
    person soldier civilian man woman child boy girl officer policeman student teacher worker employee
    journalist reporter passenger pilot prisoner hostage suspect attacker gunman militant fighter rebel
    protester demonstrator voter lawmaker senator patient doctor nurse resident victim survivor body
    death casualty injury aircraft plane helicopter jet ship vessel boat tank drone missile rocket bomb
    shell vehicle car truck bus train house building bridge village city town country state nation
    company school hospital church seat vote goal barrel ton tonne mile kilometer meter foot inch acre
    hectare pound gallon degree firefighter marine sailor medic infant teenager adult
    """.split()
)
"""Nouns that "one" counts; before others it is mostly a pronoun or an article."""

STREETS = frozenset(
    """
    street st avenue ave road rd boulevard blvd drive dr lane ln court ct place plaza square highway hwy
    way parkway pkwy terrace suite floor
    """.split()
)
"""End an address that a number begins."""

AGED = frozenset(
    """
    man woman boy girl person mother father son daughter husband wife brother sister driver teenager victim
    suspect pilot officer student teacher worker farmer widow grandmother grandfather
    """.split()
)
"""Words for a person behind which an age stands between commas: "one man, 44, was held"."""

AGE_LEADS = frozenset(("aged", "age", "under", "over", ","))
"""Words before a number that may make it an age."""

AGE_GROUPS = frozenset(
    """
    people men women voters adults children boys girls workers patients students anyone everyone those
    americans britons residents citizens youths person man woman
    """.split()
)
"""Before "under 35" they make the number an age."""

TELLING_ADJECTIVES = frozenset(
    """
    dead killed wounded injured missing new additional extra confirmed suspected probable possible presumed
    unconfirmed unemployed jobless displaced homeless hospitalised hospitalized infected vaccinated
    unvaccinated stranded trapped unaccompanied undocumented fatal
    """.split()
)
"""Adjectives that make of what is counted something else: "dead people", "suspected cases", "new jobs"."""

NEWS_COUNTS = frozenset(
    """
    people men women children boys girls babies adults teenagers seats votes arrests cases attacks strikes
    raids bodies hostages charges counts convictions shots rounds bullets jobs crew staff personnel
    aircraft planes helicopters ships boats vessels tanks vehicles flights schools hospitals bridges homes
    houses buildings reactors prisoners detainees dead killed wounded injured missing arrested detained
    displaced homeless deaths injuries goals medals points runs wickets wins defeats draws
    """.split()
)
"""What a report counts on purpose, be it ever so few: people and what befalls them, votes, scores, craft."""
