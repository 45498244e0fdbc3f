"""Words that events' names and the names of works, laws and awards are made of."""

LAST_WORDS = frozenset(
    """
    War Wars Olympics Paralympics Games Cup Championship Championships Festival Summit Conference
    Revolution Uprising Crisis Day Week Awards Marathon Tournament Open Prix Race Massacre Genocide
    Rebellion Bombing Earthquake Tsunami Hurricane Flood Fire Fires Election Elections Referendum Debate
    Convention Expo Exhibition Fair Parade Pandemic Crusade Offensive Operation Season Eve Symposium
    Congresses Talks Inauguration Protests Riots Siege Spring Intifada Plot Scandal Affair Year Stakes
    Derby Bowl Finals Airshow Airshows Hackathon Biennale Carnival Regatta Masters Grammys Primary
    Primaries Caucuses Sweepstakes
    """.split()
)
FIRST_WORDS = frozenset("""Battle Hurricane Typhoon Cyclone Storm Operation Siege Treaty Feast War""".split())

OTHER_LAST_WORDS = frozenset(
    """
    Act Agreement Accord Accords Treaty Pact Protocol Amendment Bill Law Code Constitution Convention
    Declaration Charter Award Prize Medal Plan Deal Doctrine Report Review Index Average Bible Language
    Virus Disease Syndrome Project Program Edition Series Show Book Song Album Novel Theory Study Testament
    Clause Resolution Rule Principle Principles Fellowship Scholarship Chapter License Kit Tour Manual
    Theorem Effect Rights Phone Windows Software Web
    """.split()
)
"""A run that ends in one of these is named, but is neither somebody, a body, a place nor an event."""

STORMS = frozenset("""Storm Hurricane Typhoon Cyclone Depression""".split())
"""Words before the name of a storm."""

STORM_MODIFIERS = frozenset("""Tropical Subtropical Winter Super Post-Tropical""".split())
"""Words before those."""

NAMED_AFTER = STORMS | {"Operation", "Exercise"}
"""Words before the name of an event."""
