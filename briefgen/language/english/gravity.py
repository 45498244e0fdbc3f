"""Words by which a report shows that much hangs on it, whatever it is about.

The order follows what newsrooms and warning services put first: harm to people, then force, then what those
who govern, judge or police do; see Galtung and Ruge, The Structure of Foreign News (1965), and Harcup and
O'Neill, What Is News? News Values Revisited (2017).
"""

HARM = frozenset(
    """
    kill kills killed killing dead die dies died dying death deaths fatal fatality fatalities casualty
    casualties injure injured injuries injury wounded wound maimed missing drowned victim victims survivor
    survivors body bodies hostage hostages massacre genocide famine starvation epidemic outbreak pandemic
    evacuated evacuation displaced homeless refugees earthquake hurricane typhoon flood floods flooding
    wildfire tsunami eruption collapse collapsed crash crashed murder murdered toll
    """.split()
)

HARMLESS: dict[str, str] = {
    "missing": (
        r"\bmissing\s+(?:the|an?|its|their|his|her|our|your|my|any|every|all|some|out|only|from|link|analysts?|"
        r"(?:market|profit|sales|earnings|revenue)?\s*(?:forecasts?|estimates?|expectations?|targets?|deadlines?))\b"
    ),
    "bod": (
        r"\b(?:governing|advisory|regulatory|supervisory|ruling|sports?|trade|standards|industry|professional|"
        r"public|world|legislative|independent|umbrella|representative|international|student)\s+bod(?:y|ies)\b"
        r"|\bbod(?:y|ies)\s+(?:of\s+(?:evidence|work|law|research|water|knowledge|opinion)|language|politic|"
        r"that\s+\w+s|which\s+\w+s)\b"
    ),
    "flood": r"\bfloods?\s+of\b|\bflooded\s+(?:the\s+market|with\s+(?!water))",
    "dead": r"\bdead\s+(?:heat|end|ends|line|lock|weight|in\s+the\s+water)\b",
    "kill": (
        r"\bkill(?:s|ed|ing)?\s+(?:off\s+)?(?:the|a|an|this|that|any)\s+"
        r"(?:bill|deal|plan|project|proposal|measure|merger|idea|programme|program)\b"
    ),
    "collaps": (
        r"\b(?:talks?|deals?|negotiations?|prices?|shares?|sales|markets?|currency|confidence|government|coalition|"
        r"banks?)\s+(?:(?:have|has|had)\s+)?collapsed?\b|\bcollapse\s+of\s+(?:the\s+)?(?:\w+\s+)?"
        r"(?:talks|deal|negotiations|currency|markets?|coalition|government|banks?|company|firm|industry)\b"
    ),
    "crash": (
        r"\b(?:prices?|shares?|sales|markets?|currency)\s+(?:(?:have|has|had)\s+)?crash(?:ed|es)?\b"
        r"|\bcrash\s+of\s+(?:the\s+)?(?:\w+\s+)?(?:currency|markets?|banks?|company)\b|\bmarket\s+crash\b"
    ),
    "death": r"\bdeath\s+of\s+(?:the\s+)?(?:\w+\s+)?(?:company|firm|industry|deal|talks)\b",
    "toll": (
        r"\b(?:road|bridge|highway|motorway|tunnel)\s+tolls?\b|\btolls?\s+(?:road|roads|bridge|booths?|gates?)\b"
    ),
}
"""Turns of speech in which a word of `HARM` tells of no harm to anybody, by what stands in all of them."""

GRAVEST = frozenset("missing injured wounded hurt hurting injuries casualties".split())
"""Beside death, what befalls people by which an event is measured."""

AROUND_TOLLS = frozenset(
    """
    death toll tolls number numbers count rose risen rise climbed climb reached reach stood stands least
    person man men woman women child children boy boys girl girls resident residents worker workers passenger
    passengers civilian civilians soldier soldiers officer officers student students pupil villager villagers
    patient patients tourist tourists crew member members victim victims casualty casualties
    hospital hospitals taken admitted confirmed known reported feared believed far now still remain remained
    including others seriously critically slightly badly lightly condition injury injuries wound wounds lost
    life lives
    """.split()
)
"""Words that stand beside a number of the dead or the hurt and do not say what it was that struck them."""

COURTEOUS = (
    "regret thoughts condolences sympath prayers heart thank gratitude congratulations delighted pleased "
    "proud thrilled excited honor honour happy glad forward"
).split()
"""What stands in any passage that `COURTESY` finds."""
COURTESY = (
    r"\b(?:deeply|sincerely|very\s+much)\s+regrets?\b|\bregrets?\s+(?:the|any|that|to\s+(?:announce|inform))\b"
    r"|\b(?:our|my|his|her|their|its)\s+(?:deepest\s+|heartfelt\s+|sincere\s+)?(?:thoughts|condolences|"
    r"sympath(?:y|ies)|prayers|hearts?\s+go)\b|\b(?:offer|offers|offered|express|expresses|expressed|sends?|sent|"
    r"extend|extends|extended)\s+(?:\w+\s+){0,3}(?:condolences|sympathy|thanks|gratitude|congratulations)\b"
    r"|\b(?:is|are|was|were)\s+(?:delighted|pleased|proud|thrilled|excited|honou?red|happy|glad)\s+to\b"
    r"|\bthank(?:s|ed|ing)?\s+(?:you|everyone|all|our|the\s+(?:\w+\s+)?(?:crews?|staff|teams?|public))\b"
    r"|\blooks?\s+forward\s+to\b"
)
"""What is said out of courtesy, and tells a reader nothing that happened."""

FORCE = frozenset(
    """
    troops soldiers army military missile missiles rocket rockets drone drones bomb bombs bombing bombed
    shelling shelled airstrike airstrikes attack attacks attacked attackers invasion invaded war warfare
    battle battlefield combat offensive gunmen gunman gunfire shooting shot explosion explosions blast nuclear
    weapon weapons warhead artillery ceasefire truce coup terrorist terrorists terrorism militants insurgents
    rebels militia sabotage hijacked kidnapped riot riots clashes blockade mobilization mobilisation
    """.split()
)

STATE = frozenset(
    """
    government governments cabinet parliament congress senate president minister ministers ministry premier
    chancellor king court courts judge jury verdict trial law laws bill decree sanctions embargo election
    elections vote voters referendum treaty accord summit tariff tariffs budget tax taxes prosecutors
    prosecutor indicted charged accused arrested detained convicted sentenced acquitted jailed police bribes
    bribery corruption espionage spies resigned resignation impeachment emergency banned authorities
    regulator regulators central inflation rates
    """.split()
)
