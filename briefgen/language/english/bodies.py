"""Nouns for institutions: one that is called by such a noun is known, though it is not called by a name."""

BODIES = frozenset(
    """
    administration agency airline airport alliance army assembly association authority bank bloc board body
    brigade broadcaster bureau cabinet campaign chamber channel church city club coalition college commission
    committee company congress consortium council court department division embassy exchange federation firm
    force foundation front fund government group guard hospital institute institution joint-venture
    laboratory league magistracy media military ministry mission movement municipality museum navy network
    newspaper office operator opposition organisation organization panel parliament parish party police
    prosecution regulator secretariat senate service society school staff state station store team theatre
    treasury tribunal union university utility watchdog
    """.split()
)
