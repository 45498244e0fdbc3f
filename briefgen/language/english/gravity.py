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
