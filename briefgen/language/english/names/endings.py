"""Ends of words that tell what an unknown name names, in English spelling of many languages."""

OF_PLACES = tuple(
    """
    grad gorod abad ville burgh stan shire pur polis mouth haven hagen furt stadt gorsk insk ansk ensk evsk
    ovsk ursk lands borough fjord drecht bourg sur-mer les-bains nagar garh patnam hafen brück zhou jiang
    """.split()
)
OF_PEOPLE = tuple(
    """
    ov ev ova eva sky skiy skyi enko chuk vich vych ić yan oglu oğlu dze shvili sson sen nen berg stein mann
    elli etti ucci escu poulos idis akis wicz czyk ński ñez guez ández ínez zadeh ullah uddin swamy gaard
    quist qvist dahl
    """.split()
)
OF_BODIES = tuple(
    """
    .com .org .net .tv tech soft corp bank tel neft prom media pharma systems ware news online energo
    """.split()
)
LINKS_OF_PLACES = (
    "-la-",
    "-le-",
    "-les-",
    "-sur-",
    "-sous-",
    "-en-",
    "-de-",
    "-du-",
    "-am-",
    "-an-der-",
    "-on-",
)
"""What stands between the parts of the names of towns: "Bourg-la-Rivière"."""

OF_PEOPLES = ("an", "ian", "ese", "ish")
"""What makes of an unknown country's name the adjective of its people: "Tarvian" of "Tarvia"."""
