"""Words too common to tell what a passage is about."""

COMMON_WORDS = frozenset(
    """
    a about above according across added adding adds after again against all allegedly almost along already
    also although always am among an and another any anything are around as at away back be became because
    become been before being below best better between both but by call called came can cannot come comes
    could day days did do does doing done down during each early earlier either else end even ever every few
    find first five for former found four from further gave get give given gives go goes going gone good got
    had half has have having he held her here hers herself him himself his how however if in including
    indeed instead into is it its itself just keep kept know known last late later latest least less let
    like likely little long made make makes making many may me might mine month months more most much must
    my near nearly need never new next no nobody none nor not nothing now of off official officially
    officials often on once one only onto or other others our ours out over own part people per perhaps
    place possible previously put quite rather recent recently remain reportedly said same saw say saying
    says second see seem seemed seems seen set several shall she should show shown side since six so some
    somebody someone something sometimes soon speaking spokesman spokesperson spokeswoman still such take
    taken takes taking tell tells ten than that the their theirs them then there therefore these they thing
    things think this those though three through throughout thus time to today told too took toward towards
    turn turned two under unless until up upon us use used using very via want wants was way we week weeks
    well went were what whatever when where whether which while who whole whom whose why will with within
    without would year years yesterday yet you your yours
    """.split()
)
