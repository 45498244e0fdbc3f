"""The words and phrases by which English speaks of time.

`CLASSES` sorts words into named classes; `PARTS` and `RULES` are patterns over tokens. In a pattern an
upper-case word is a class, a lower-case word is itself, `<NAME>` is another part or rule, `label:( … )`
names what it holds, and `( ) | ? {m,n}` mean what they mean in a regular expression. White space means
nothing. The numeric classes (DIGITS, DAYNUM, HOURNUM, YEAR, BIG, ORDNUM, DECADE, SHORTDECADE, SHORTYEAR,
CLOCK, FRACTION, ISO, NUMERIC, NINEELEVEN, OLDYEAR, OLDDECADE, QUARTERCODE, FISCALCODE, HALFCODE, MERIDIEM,
MONEY) are told by form.
"""

from typing import Literal

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
"""Month names and abbreviations to the month's number."""

SHORT_MONTHS = frozenset(
    ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec")
)
"""Month abbreviations; a full stop may follow them inside a date."""

DOUBTFUL_MONTHS = frozenset(("may", "march", "mar", "jan", "jun", "dec"))
"""Months that are other words or names as often; alone they need a word of time before them."""

WEEKDAYS = {
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
    "mondays": 1, "tuesdays": 2, "wednesdays": 3, "thursdays": 4, "fridays": 5, "saturdays": 6, "sundays": 7,
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7,
}  # fmt: skip
"""Weekday names to ISO 8601 numbers."""

UNITS = {
    "second": "TS", "seconds": "TS", "sec": "TS", "secs": "TS",
    "minute": "TM", "minutes": "TM", "min": "TM", "mins": "TM",
    "hour": "TH", "hours": "TH", "hr": "TH", "hrs": "TH",
    "day": "D", "days": "D", "night": "D", "nights": "D", "week": "W", "weeks": "W", "fortnight": "F",
    "fortnights": "F", "weekend": "WE", "weekends": "WE", "month": "M", "months": "M",
    "quarter": "Q", "quarters": "Q", "year": "Y", "years": "Y", "yr": "Y", "yrs": "Y",
    "decade": "E", "decades": "E", "century": "C", "centuries": "C", "millennium": "L", "millennia": "L",
    "summers": "SU", "winters": "WI",
}  # fmt: skip
"""Words for lengths of time to the unit's letters; `T` marks those below a day."""

SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
"""Seasons to their TIMEX3 codes."""

DAY_PARTS = {
    "morning": "TMO", "mornings": "TMO", "dawn": "TMO", "daybreak": "TMO", "afternoon": "TAF",
    "afternoons": "TAF", "evening": "TEV", "evenings": "TEV", "dusk": "TEV", "night": "TNI", "nights": "TNI",
    "overnight": "TNI", "noon": "T12:00", "midday": "T12:00", "midnight": "T24:00", "lunchtime": "T12:00",
}  # fmt: skip
"""Parts of a day, and its two named moments, to what TIMEX3 puts behind the day."""

NUMBERS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000,
}  # fmt: skip
"""Number words to numbers; the last two multiply."""

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
"""Ordinal words to numbers."""

DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90,
}  # fmt: skip
"""Decades of a century by name."""

FREQUENCIES = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W",
    "biweekly": "P2W", "monthly": "P1M", "quarterly": "P3M", "annually": "P1Y", "yearly": "P1Y",
}  # fmt: skip
"""Adverbs and adjectives of how often."""

HALVED = {
    "hourly": "PT30M", "daily": "PT12H", "nightly": "PT12H", "weekly": "P3.5D", "fortnightly": "P1W",
    "biweekly": "P1W", "monthly": "P0.5M", "quarterly": "P1.5M", "annually": "P6M", "yearly": "P6M",
}  # fmt: skip
"""The same with "half-" or "semi-" before them."""

REFERENCES = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "current": "PRESENT_REF", "nowadays": "PRESENT_REF",
    "presently": "PRESENT_REF", "recently": "PAST_REF", "lately": "PAST_REF", "soon": "FUTURE_REF",
}  # fmt: skip
"""Words that point at the present, the past or the future without saying when."""

HOLIDAYS = {
    "new year's day": (1, 1), "new year's eve": (12, 31), "new year's": (1, 1),
    "valentine's day": (2, 14), "st. patrick's day": (3, 17), "st patrick's day": (3, 17),
    "april fools' day": (4, 1), "april fool's day": (4, 1), "may day": (5, 1),
    "groundhog day": (2, 2), "st. george's day": (4, 23), "st. andrew's day": (11, 30),
    "st. david's day": (3, 1), "bonfire night": (11, 5), "guy fawkes night": (11, 5), "epiphany": (1, 6),
    "orthodox christmas": (1, 7), "waitangi day": (2, 6), "australia day": (1, 26),
    "earth day": (4, 22), "anzac day": (4, 25), "canada day": (7, 1),
    "juneteenth": (6, 19), "cinco de mayo": (5, 5), "world aids day": (12, 1),
    "independence day": (7, 4), "fourth of july": (7, 4), "bastille day": (7, 14),
    "halloween": (10, 31), "veterans day": (11, 11), "armistice day": (11, 11), "remembrance day": (11, 11),
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26),
}  # fmt: skip
"""Holidays on a fixed day of the year, as (month, day)."""

MOVING_HOLIDAYS = {
    "martin luther king day": (1, 1, 3), "presidents' day": (2, 1, 3), "presidents day": (2, 1, 3),
    "martin luther king jr. day": (1, 1, 3), "mother's day": (5, 7, 2), "father's day": (6, 7, 3),
    "memorial day": (5, 1, -1), "labor day": (9, 1, 1), "columbus day": (10, 1, 2),
    "thanksgiving day": (11, 4, 4), "thanksgiving": (11, 4, 4),
}  # fmt: skip
"""Holidays on the nth weekday of a month, as (month, ISO weekday, n); -1 is the last. US federal law,
5 U.S.C. 6103; Mother's and Father's Day by custom."""

THANKSGIVING_HOLIDAYS = {"black friday": 1, "cyber monday": 4}
"""Days named by how long after Thanksgiving they are."""

CHURCH_HOLIDAYS = {
    "good friday": -2, "easter sunday": 0, "easter monday": 1, "easter": 0, "ash wednesday": -46,
    "palm sunday": -7, "maundy thursday": -3, "ascension day": 39, "pentecost": 49, "mardi gras": -47,
    "shrove tuesday": -47,
}  # fmt: skip
"""Holidays by their days from Easter Sunday."""

ORTHODOX_HOLIDAYS = {"orthodox easter": 0}
"""Holidays by their days from Easter Sunday by the Julian calendar."""

JEWISH_HOLIDAYS = {
    "passover": 0, "pesach": 0, "purim": -30, "shavuot": 50, "rosh hashanah": 163, "rosh hashana": 163,
    "yom kippur": 172, "sukkot": 177, "simchat torah": 185,
}  # fmt: skip
"""Holidays by their days from the first day of Passover, which falls in the spring of the same year."""

OPEN_HOLIDAYS = frozenset(
    "diwali|deepavali|holi|navratri|dussehra|ramadan|eid|eid al-fitr|eid al-adha|eid ul-fitr|eid ul-adha"
    "|ashura|mawlid|lunar new year|chinese new year|seollal|chuseok|mid-autumn festival|nowruz|vesak|hanukkah"
    "|chanukah|durga puja|ganesh chaturthi".split("|")
)
"""Feasts whose day is seen from the moon, or reckoned by no short rule: of them the year alone is told."""

ELECTION_DAY = "election day"
"""The Tuesday after the first Monday of November: 2 U.S.C. 7."""

CLASSES: dict[str, frozenset[str]] = {
    "MONTH": frozenset(MONTHS),
    "MONTHABBR": SHORT_MONTHS,
    "WEEKDAY": frozenset(w for w in WEEKDAYS if w.endswith("day")),
    "WEEKDAYS": frozenset(w for w in WEEKDAYS if w.endswith("days")),
    "WEEKDAYABBR": frozenset(w for w in WEEKDAYS if not w.endswith(("day", "days"))),
    "UNIT": frozenset(
        ("second", "minute", "hour", "day", "week", "fortnight", "weekend", "month", "quarter", "year",
         "decade", "century", "millennium", "hr", "yr")),
    "UNITS": frozenset(
        ("seconds", "minutes", "hours", "days", "weeks", "fortnights", "weekends", "months", "quarters",
         "years", "decades", "centuries", "millennia", "secs", "mins", "hrs", "yrs", "nights", "summers",
         "winters")),
    "BIGUNIT": frozenset(("week", "weekend", "month", "quarter", "year", "decade", "century")),
    "SEASON": frozenset(SEASONS),
    "PART": frozenset(("morning", "afternoon", "evening", "night", "dawn", "dusk", "daybreak")),
    "PARTS": frozenset(("mornings", "afternoons", "evenings", "nights")),
    "MOMENT": frozenset(("noon", "midday", "midnight")),
    "NUMWORD": frozenset(NUMBERS),
    "TENS": frozenset(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")),
    "TEENS": frozenset(w for w, n in NUMBERS.items() if 10 <= n <= 19),
    "ONES": frozenset(w for w, n in NUMBERS.items() if 1 <= n <= 9),
    "ORDINAL": frozenset(ORDINALS),
    "DECADENAME": frozenset(DECADES),
    "FREQUENCY": frozenset(FREQUENCIES),
    "REFERENCE": frozenset(REFERENCES),
    "VAGUE": frozenset(("several", "many", "some", "few", "numerous", "countless")),
    "LAST": frozenset(("last", "past", "previous", "preceding", "prior", "latest", "recent")),
    "NEXT": frozenset(("next", "coming", "following", "upcoming", "ensuing", "subsequent", "future")),
    "BETWEEN": frozenset(
        ("more", "full", "additional", "straight", "consecutive", "trading", "working", "business",
         "calendar", "long", "whole", "solid", "extra", "fiscal", "successive", "further", "short",
         "entire", "single")),
    "STAGE": frozenset(("early", "earlier", "late", "later", "mid", "sometime", "middle")),
    "EDGE": frozenset(("end", "beginning", "start", "middle", "rest", "remainder", "close", "turn",
                       "outset")),
    "ZONE": frozenset(
        ("gmt", "utc", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "et", "pt", "ct", "bst", "cet",
         "cest", "eet", "eest", "msk", "ist", "jst", "kst", "hkt", "sgt", "aest", "aedt", "z")),
    "YEARKIND": frozenset(("fiscal", "calendar", "financial", "academic", "tax")),
    "ERA": frozenset(("bc", "bc.", "b.c.", "bce", "bce.", "b.c.e.", "b.c", "b.c.e")),
    "FIRSTLAST": frozenset(("first", "last", "final", "past", "next", "previous", "coming", "following",
                            "latest", "preceding", "opening", "initial", "remaining", "intervening",
                            "closing", "recent")),
    "POSSESSOR": frozenset(("the", "its", "their", "his", "her", "our", "my", "your")),
}  # fmt: skip
"""Word classes of the patterns."""

CAPITALISED = frozenset(MONTHS) | frozenset(WEEKDAYS)
"""Words of the classes that are words of time only with a capital letter."""

PARTS: dict[str, str] = {
    "NUMBER": "( (DIGITS | BIG) FRACTION? | FRACTION | NUMWORD ( DASH? NUMWORD | and NUMWORD ){0,4} )",
    "MON": "( MONTHABBR DOT | MONTH )",
    "WD": "( WEEKDAYABBR DOT | WEEKDAYABBR | WEEKDAY )",
    "YEARWORDS": "( nineteen ( DASH? TENS ( DASH? ONES )? | oh ONES ) | twenty ( TENS ( DASH? ONES )? |"
    " TEENS )"
    " | two thousand ( and? ( TENS DASH? ONES | TENS | TEENS | ONES ) )? )",
    "YEARISH": "( the year YEAR | the year <YEARWORDS> | YEAR ERA? | DIGITS ERA | nineteen DASH? TENS ("
    " DASH? ONES )?"
    " | SHORTYEAR | ( this | last | next | that ) year"
    " | the ( same | previous | following | preceding | next | current ) year )",
    "COUNT": "( <NUMBER> ( and a half )? | a ( hundred | thousand ) NUMWORD{0,4} | a dozen | half a dozen"
    " | ( dozens | hundreds | thousands | scores ) of"
    " | a? VAGUE ( hundred | thousand | million )? | a? couple of? | a handful of | a number of"
    " | a? few more )",
    "DAYLEAD": "( this LAST | this NEXT | this | LAST | NEXT )",
    "HEDGE": "( nearly | almost | at least | more than | less than | fewer than | no more than"
    " | no less than | up to )",
    "AMOUNT": "( <HEDGE>? ( <COUNT> DASH? BETWEEN? ( UNIT | UNITS )"
    " | ( a | an | another | half an? | half a | a half DASH? ) BETWEEN? UNIT ( and a half )? ) ( or so"
    " )? )",
    "DETERMINED": "( this ( LAST | NEXT | current | same )? | that same? | LAST | NEXT | the same | the"
    " LAST | the NEXT"
    " | the current | the LAST fiscal )",
    "CLOCKTIME": "( CLOCK ( MERIDIEM | hrs | hours | in the ( morning | afternoon | evening ) )?"
    " | ( HOURNUM | NUMWORD ) MERIDIEM"
    " | ( HOURNUM | NUMWORD ) oclock ( in the PART )? | HOURNUM in the ( morning | afternoon | evening )"
    " | ( half DASH? past | a? quarter DASH? ( past | to ) ) ( HOURNUM | NUMWORD ) oclock?"
    " ( MERIDIEM | in the PART )? )",
    "WDFULL": "( WEEKDAY | WEEKDAYABBR DOT )",
    "DAY": "( <month_day> | <day_month> | <which_weekday> | <weekday_week> | <WDFULL> )",
    "ZONED": "( ( ZONE | LPAREN ZONE RPAREN | ( eastern | pacific | central | local | moscow ) ("
    " standard | daylight )? time ) )",
    "PERIOD": "( <month_day> | <day_month> | <month_year> | <month_this> | <which_month> | <month>"
    " | <quarter_year> | <year_quarter> | <quarter> | <quarter_code>"
    " | <bc_decade> | <decade> | <decade_name> | <century> | <season_year> | <season> | the SEASON"
    " | <which_unit> | ( the | YEARKIND )? YEARKIND? ( BIGUNIT | day )"
    " | <day_part> | <this_part> | <WDFULL> | yesterday | today | tomorrow | <which_weekday>"
    " | <fiscal_year> | <fiscal_code> | <bc_year> | <YEARISH> | <year_words> )",
}  # fmt: skip
"""Parts that several rules use."""

RULES: dict[str, str] = {
    "iso": "ISO",
    "numeric": "NUMERIC",
    "nine_eleven": "NINEELEVEN",
    "month_day": "( <DAYLEAD> <WD> COMMA? | <WD> COMMA? )? month:( <MON> ) day:( DAYNUM | ORDNUM |"
    " ORDINAL )"
    " ( ( COMMA | of )? year:( <YEARISH> ) )?",
    "day_month": "( <DAYLEAD> <WD> COMMA? | <WD> COMMA? )? the? day:( DAYNUM | ORDNUM | ORDINAL ) of?"
    " month:( <MON> )"
    " ( ( COMMA | of )? year:( <YEARISH> ) )?",
    "day_month_old": "( <WD> COMMA? )? the? day:( DAYNUM | ORDNUM ) of? month:( MONTH ) of? year:( OLDYEAR )",
    "month_old": "month:( MONTH ) of year:( OLDYEAR )",
    "which_month_day": "which:( LAST | NEXT | this ) month:( <MON> ) day:( DAYNUM | ORDNUM )",
    "month_year": "month:( <MON> ) ( COMMA | of )? year:( <YEARISH> )",
    "which_month": "which:( this | this LAST | this NEXT | LAST | NEXT | the LAST | the NEXT | that )"
    " month:( <MON> )",
    "month": "month:( <MON> )",
    "month_this": "month:( <MON> ) which:( ( this | last | next ) year )",
    "set_month": "( each | every ) month:( <MON> )",
    "year_named": "the year year:( YEAR )",
    "spoken_year": "year:( TEENS ( TENS ( DASH? ONES )? | TEENS ) )",
    "year_words": "( the year )? year:( <YEARWORDS> )",
    "fiscal_year": "( the | this | last | next | current | the current | the latest )? fiscal year?"
    " year:( YEAR | SHORTYEAR )",
    "year_fiscal": "the? year:( YEAR ) YEARKIND year",
    "fiscal_code": "FISCALCODE",
    "bc_year": "( the year )? number:( DIGITS | YEAR | BIG ) ERA",
    "ad_year": "number:( DIGITS | YEAR ) ( ad | ce )",
    "year_ad": "ad number:( DIGITS | YEAR )",
    "year": "year:( YEAR )",
    "bare_number": "number:( DIGITS )",
    "short_year": "year:( SHORTYEAR )",
    "decade": "( the STAGE? DASH? )? ( STAGE DASH? )? decade:( DECADE | SHORTDECADE )",
    "bc_decade": "the? ( STAGE DASH? )? decade:( OLDDECADE | SHORTDECADE ) ERA",
    "decade_name": "( the STAGE? DASH? ) decade:( DECADENAME | NUMWORD DASH? DECADENAME )",
    "century_row": "the? ( STAGE DASH? )? number:( ORDNUM | ORDINAL )",
    "century": "( the | this )? ( STAGE DASH? )? number:( ORDNUM | ORDINAL | TENS DASH ORDINAL ) DASH?"
    " ( century | centuries ) ( era:( ERA ) )?",
    "quarter": "( the )? YEARKIND? DASH? number:( ORDINAL | ORDNUM | final ) YEARKIND? quarter",
    "quarter_joined": "YEARKIND? number:( ORDINAL | ORDNUM ) DASH quarter",
    "quarter_year": "( POSSESSOR )? YEARKIND? DASH? number:( ORDINAL | ORDNUM | final | last ) DASH?"
    " YEARKIND?"
    " quarter ( of | in | COMMA )? year:( YEARKIND YEAR | <YEARISH> | the YEARKIND? year )",
    "year_quarter": "the? year:( <YEARISH> ) POSS? YEARKIND? number:( ORDINAL | ORDNUM | final ) DASH?"
    " quarter",
    "quarter_code": "code:( QUARTERCODE | HALFCODE ) ( ( of | COMMA | DASH )? year:( <YEARISH> |"
    " FISCALCODE ) )?",
    "year_code": "year:( YEAR ) DASH? code:( QUARTERCODE | HALFCODE )",
    "half": "( the )? number:( ORDINAL | last | latter ) half of year:( <YEARISH> | the year | YEARKIND"
    " YEAR | the YEARKIND year )",
    "half_decade": "the number:( ORDINAL | last | latter ) half of decade:( the? ( DECADE | SHORTDECADE"
    " ) )",
    "ago_quarter": "( the | the comparable | the same )? year DASH ( ago | earlier ) number:( ORDINAL )?"
    " ( quarter | period )",
    "year_ago": "year DASH ( ago | earlier )",
    "latest_quarter": "the ( latest | current | just ended | most recent )? ( quarter | latest period )",
    "year_period": "the year:( YEAR ) number:( ORDINAL )? ( quarter | period )",
    "period_ago": "( ( the corresponding | the same | the comparable ) ( quarter | period | month | week )"
    " time:( a year ( ago | earlier | before ) | of? last year )"
    " | the? ( quarter | period ) a year ( ago | earlier | before ) | last year POSS ( quarter | period ) )",
    "season": "which:( this LAST? | LAST | NEXT | the LAST | the NEXT | this NEXT | that same? )? season:("
    " SEASON )",
    "the_season": "the ( STAGE DASH? )? season:( SEASON )",
    "season_year": "the? ( STAGE DASH? )? season:( SEASON ) ( of | in | COMMA )? year:( <YEARISH> )",
    "season_old": "the? season:( SEASON ) of year:( OLDYEAR )",
    "today": "today",
    "yesterday": "yesterday",
    "tomorrow": "tomorrow",
    "day_before_yesterday": "the day before yesterday",
    "day_after_tomorrow": "the day after tomorrow",
    "tonight": "tonight",
    "last_night": "( last | overnight ) night?",
    "weekday": "day:( <WDFULL> )",
    "which_weekday": "which:( this LAST? | this NEXT | LAST | NEXT | the LAST | the NEXT | that )"
    " day:( <WDFULL> )",
    "weekday_week": "day:( <WDFULL> ) of? week:( ( this | last | next ) week )",
    "nth_weekday": "the number:( ORDINAL | last ) day:( WEEKDAY ) ( of | in )"
    " period:( <month_year> | <month_this> | <which_month> | MONTH | ( the | this ) month )",
    "weekday_ago": "number:( NUMWORD | DIGITS ) day:( WEEKDAYS ) ago",
    "weekdays": "day:( WEEKDAYS )",
    "weekends": "weekends",
    "weekday_parts": "day:( WEEKDAY ) part:( PARTS )",
    "set_weekday": "( each | every ) ( other | ORDINAL )? day:( WEEKDAY ) part:( PART )?",
    "set_season": "( each | every ) season:( SEASON )",
    "holiday": "which:( this | last | next | LAST )? name:( <HOLIDAY> ) ( year:( <YEARISH> ) )?",
    "holiday_week": "which:( this | last | next | LAST )? name:( <HOLIDAY> ) unit:( week | weekend )"
    " ( year:( <YEARISH> ) )?",
    "which_unit": "which:( <DETERMINED> ) YEARKIND? unit:( UNIT )",
    "year_previous": "the unit:( UNIT ) which:( before | previous | following | after )",
    "the_unit": "the YEARKIND? unit:( week | weekend | month | year ) ",
    "week_in": "the number:( ORDINAL | last | final ) week ( of | in ) period:( <month_year> |"
    " <month_this> | <which_month> | MONTH )",
    "full_year": "the? ( full | whole | entire ) year",
    "year_end": "( YEAR POSS? )? ( unit:( year | month | week ) POSS? DASH? end )",
    "end_of": "( STAGE DASH? ( in | on )? | the very? EDGE of | the ( early | later? | latter | first |"
    " better ) part of | EDGE of"
    " | a good part of | most of | the middle of | much of | ( early | late ) in ) period:( <PERIOD> )",
    "day_beside": "the day which:( before | after ) day:( <month_day> | <day_month> | <which_weekday>"
    " | <weekday_week> | <WDFULL> | <holiday> )",
    "week_of": "the week of day:( <DAY> )",
    "day_part": "day:( <DAY> | earlier? yesterday ) part:( PART | MOMENT )",
    "part_day": "( STAGE DASH? )? part:( PART | MOMENT ) on? day:( <DAY> | today | yesterday | tomorrow )",
    "part_of_day": "( STAGE | STAGE? in? the STAGE? )? part:( PART ) of day:( <DAY> )",
    "this_part": "( STAGE DASH? )? which:( this | that | the next | the following | the previous |"
    " tomorrow | yesterday ) part:( PART )",
    "stage_part": "mid DASH? part:( afternoon | morning ) ( day:( <DAY> | yesterday | tomorrow | today )"
    " )?",
    "the_part": "the? ( ( early | late ) DASH? )? part:( PART )",
    "moment": "part:( MOMENT )",
    "overnight": "overnight",
    "clock": "time:( <CLOCKTIME> ) zone:( <ZONED> )?",
    "clock_day": "time:( <CLOCKTIME> ) zone:( <ZONED> )? ( COMMA | on )? day:( <DAY> | <nth_weekday> | today"
    " | yesterday | tomorrow | the ( next | following | same ) day )",
    "clock_digits": "time:( YEAR | BIG ) zone:( ZONE | hrs )",
    "duration": "amount:( <AMOUNT> )",
    "duration_range": "<HEDGE>? ( <NUMBER> | a few ) ( to | or | DASH ) high:( <NUMBER> | more ) DASH?"
    " unit:( UNITS )",
    "one_or_two": "( a | one | another ) unit:( UNIT ) or ( two | so | more )",
    "units": "unit:( UNITS )",
    "the_years": "the ( early | later )? unit:( UNITS )",
    "units_or": "unit:( UNITS ) ( or | and ) ( even )? ( UNITS )",
    "long": "unit:( UNIT | UNITS ) DASH long",
    "longword": "LONGWORD",
    "spell": "<HEDGE>? ( the | these )? which:( FIRSTLAST ) number:( <NUMBER> ( to | or |"
    " DASH ) <NUMBER> | <COUNT> | few | couple )? BETWEEN? unit:( UNITS )"
    " ( ( or | and ) UNITS )? ( or so )?",
    "spell_behind": "the number:( <NUMBER> ) which:( FIRSTLAST ) unit:( UNITS )",
    "the_count": "( the | those | these ) number:( <NUMBER> ) BETWEEN? unit:( UNITS )",
    "year_ahead": "the unit:( UNITS | UNIT ) ( ahead | to come )",
    "past_unit": "the? which:( past | next | last | first | coming | entire | whole ) unit:( UNIT ) or so",
    "ago": "amount:( <AMOUNT> | UNITS ) which:( ago | earlier | prior | later | hence | previously"
    " | afterwards | afterward | from now | from today )",
    "back": "amount:( <AMOUNT> ) back",
    "some_ago": "( <NUMBER> | a few ) ( to | or ) ( <NUMBER> | more ) unit:( UNITS ) which:( ago"
    " | earlier | later | from now )",
    "once_ago": "( long | not long | not too long | some time | a while | a long time | a short time ) ago",
    "per": "( per | each | every ) number:( <NUMBER> ( ( to | or ) <NUMBER> )? | other | few"
    " | couple of )? unit:( UNIT | UNITS | PART )",
    "frequency": "( ( half | semi | bi ) DASH )? how:( FREQUENCY )",
    "reference": "word:( REFERENCE )",
    "history_reference": "word:( former | recent | future )",
    "present": "( right now | at present | these days | at the moment | this moment | the present | the"
    " present ( day | time ) | modern day )",
    "past": "( the ( recent | distant | near )? past | recent history | in recent history | more"
    " recently | most recently )",
    "future": "( the long term | the ( near | foreseeable | immediate | distant | not too distant )?"
    " future | near future"
    " | ( the | a ) later date | the ( near | short ) term | very soon )",
    "vague_past": "the? which:( recent | past | LAST ) UNITS ( ( and | or ) UNITS )?",
    "vague_future": "the? which:( coming | future | upcoming | NEXT ) UNITS ( ( and | or ) UNITS )?",
    "sameday": "that same day",
    "sametime": "( this | that | the same ) ( period | time )",
    "at_night": "part:( night | dawn | dusk )",
}  # fmt: skip
"""Every expression of time that is looked for. Where several match, the longest is taken."""

LONG_WORDS = {
    "weeklong": "P1W", "monthlong": "P1M", "yearlong": "P1Y", "daylong": "P1D", "hourlong": "PT1H",
    "decadelong": "P10Y", "nightlong": "P1D",
}  # fmt: skip
"""Lengths of time written as one word."""

RELATIONS: dict[str, Literal["since", "until", "before", "after", "by", "about"]] = {
    "since": "since", "until": "until", "till": "until", "before": "before", "after": "after", "by": "by",
    "about": "about", "around": "about", "approximately": "about", "roughly": "about", "circa": "about",
    "ca": "about", "prior to": "before", "ahead of": "before",
}  # fmt: skip
"""Words directly before an expression to what they make of it."""

LIMIT_HEDGES = frozenset((("at", "least"), ("at", "most"), ("the", "very"), ("no", "later")))
"""Two words between "until" and its day."""

LIMIT_ADVERBS = frozenset(
    "about around roughly approximately perhaps maybe possibly probably only just".split()
)
"""Words between "until" and its day."""

LATE_IN = frozenset(("end", "close", "late", "later"))
"""Words that with "by" make the last day of a period the limit."""

PART_OF_PERIOD: dict[str, Literal["START", "MID", "END"]] = {
    "early": "START", "beginning": "START", "start": "START", "outset": "START", "first": "START",
    "mid": "MID", "middle": "MID",
    "late": "END", "end": "END", "close": "END", "latter": "END", "later": "END",
}  # fmt: skip
"""Words before a period that say which part of it is meant, to TIMEX3's `mod`."""

FUTURE = frozenset(
    "will ll shall won't would going planned planning scheduled expected expects expect due slated supposed"
    " upcoming tomorrow begins starts opens ends expires resumes reconvenes convenes flies arrives departs"
    " start begin"
    "intends intend hopes aims vows".split()
)
"""Words that put what comes after them in the future."""

AS_PAST = frozenset(("late", "lately", "recently"))
"""Words between "as" and "as" that look back: "as recently as Tuesday"."""

SET_FOR = frozenset(
    "set scheduled planned due slated booked billed pencilled timetabled forecast predicted".split()
)
"""Words that, before "for" and a day, tell of what is arranged."""

TAKING_PLACE = frozenset(("takes", "take"))
"""Verbs that with "place" tell of what is arranged."""

ARRANGING = frozenset(
    """
    host hosts play plays meet meets face faces rule rules visit visits report reports go goes fly flies
    travel travels appear appears resume resumes return returns speak speaks address addresses launch launches
    publish publishes release releases decide decides vote votes open opens close closes start starts begin
    begins sit sits convene convenes hold holds leave leaves arrive arrives announce announces unveil unveils
    """.split()
)
"""Verbs in the present that, before a weekday, tell of what is arranged: "the bank reports on Tuesday"."""

PRESENT = frozenset(("is", "are", "'s", "’s", "remains", "remain"))
"""Auxiliaries by which a past participle tells of what is so now: "is closed until Friday"."""

DEFERRED = frozenset(
    "extended delayed postponed adjourned deferred given gave suspended pushed recessed moved".split()
)
"""Past forms that with "until" put what follows in the future all the same."""

AFTER_SINCE = frozenset(
    "at least shortly soon just right even well before after the a an about around".split()
)
"""Words between "since" and its day."""

WILL = frozenset(("will", "ll", "shall", "won't", "going", "upcoming"))
"""Words that put what stands before them in the future too."""

PROMISES = frozenset(
    "agreed vowed promised threatened decided pledged offered invited ordered asked urged prepared proposed"
    " committed plan plans".split()
)
"""Words that with "to" behind them tell of what is still to come."""

AROUND = frozenset(("before", "after", "since", "following", "preceding", "leading", "surrounding"))
"""Words behind "the weeks" that say what they lie beside."""

POSSIBLE = frozenset(("may", "might", "could", "can", "must", "should"))
"""Auxiliaries before "soon" that put it in the future."""

MODALS = frozenset("will ll shall won't would should may must can cannot".split())
"""Auxiliaries that put the participle behind them in the future."""

POSSIBLE = frozenset("may might could".split())
"""Auxiliaries that put the base form behind them in the future, unless one of the next words stands there."""

NO_POSSIBILITY = frozenset(
    "not n't never no only hardly barely scarcely have be see hear feel find smell afford".split()
)
"""Behind "could" these tell of what somebody was able to do, or was not; "may have" looks back."""

ADJECTIVE_LEADS = frozenset("a an the this that these those its his her their our any some no of".split())
"""Words that make a participle directly behind them an adjective, no verb."""

IN_VERB_GROUP = frozenset("be not also been then now only being still never just soon first".split())
"""Words that stand between an auxiliary and its participle, beside adverbs in -ly."""

LINKING = frozenset("stay stays remain remains keep keeps seem seems look looks".split())
"""Forms of the present before a participle that tells of a state, and of no time ("stays closed")."""

FUTURE_INFINITIVES = frozenset(
    "be begin start meet hold take vote open visit resume return launch arrive leave decide discuss"
    " announce "
    "release travel attend host end expire close present deliver appear speak publish report make go".split()
)
"""Verbs that after "to" tell of what is still to come."""

PAST = frozenset(
    "was were had did said told went came took made gave got saw knew thought became began left kept held "
    "brought stood lost met ran paid sat spoke led grew fell rose won sent built spent cut wrote found"
    " felt shot "
    "hit broke drew drove chose flew hung rode sank sang slid stole struck swore threw woke wore beat"
    " bought "
    "caught fought sold sought taught bore dealt fled forbade overtook quit read withdrew"
    " died lied tied vied sued used shut born burnt fallen killed seen taken begun gone won lent slept swept"
    " spent stuck sunk sworn torn worn stolen spoken broken driven written chosen frozen given grown known"
    " flown blown thrown drawn beaten bitten hidden ridden risen eaten forgotten wound ground bound bled fed"
    " bred sped spread shed burst swept".split()
)
"""Past forms of irregular verbs; every other past form ends in -ed."""

DOUBTFUL_SEASONS = frozenset(("fall", "spring"))
"""Seasons that are other words as often."""

SEASON_LEADS = frozenset(("in", "by", "until", "since"))
"""Words before those that make them seasons."""

LEADS_OF_THE_SEASON = SEASON_LEADS | {"come", "through", "throughout", "during", "to", "spent"}
"""Words that make them seasons where "the" stands between."""

GAMES = frozenset(("olympics", "olympic", "games", "paralympics", "palace", "garden", "gardens"))
"""What bears a season's name for good."""

SEASON_NOUNS = frozenset(
    "offensive offensives campaign campaigns election elections semester term collection collections harvest"
    " session".split()
)
"""What seasons are named for, so that even "fall" and "spring" before them are seasons."""

SEASON_ENDS = frozenset(("", ".", ",", "when", "after", "before"))
"""What may follow "the fall" and "the spring" where they are seasons."""

SPOKEN_YEAR_LEADS = frozenset("in since of until till by before after from during around about".split())
"""Words before two spoken numbers that make them a year: "in fifteen sixteen"."""

PASSING = frozenset(("over", "through", "throughout", "down"))
"""Words before "the years" that make it a length."""

HOURS_OF_A_DAY = frozenset(
    "wee small early late business office opening working visiting trading school rush peak waking daylight"
    " after dark happy business extended off man".split()
)
"""Words before "hours" that make it a time of the day or of work."""

WEEKDAY_LEADS = frozenset("on last next this until by from to since - – ( \n".split(" "))
"""Words before a shortened weekday that make it one: "The Sun." is a newspaper."""

SEPTEMBER_11 = frozenset("attack attacks terrorist terror hijackers hijackings atrocities plot".split())
"""Words after 11 September that tell of the day in 2001."""

GIVEN_NAMES = frozenset(("april", "may", "june", "august", "jan"))
"""Months that people are called like."""

NAME_LEADS = frozenset("and or by to for of from with this following between about around despite".split())
"""Those words that as well stand before a person who is called like a month."""

OWNERS = frozenset(("its", "their", "his", "her", "our", "'s"))
"""Words before four digits and a plural that make them a year: "its 2006 highs"."""

AFTER_OLD_YEAR = frozenset(
    "the a an he she it they his her its their this that when with and or but by to until at on in for from"
    " under after before as which who where was were had is also only once again while there during".split()
)
"""Words behind a year of three digits; other words are counted by the number: "of 120 kg"."""

YEAR_LEADS = frozenset(
    "in since of by from until till before after during early late mid through between to circa around"
    " about "
    "into for year years fiscal than the".split()
)
"""Words before four digits that make them a year whatever follows."""

NOUN_LEADS = frozenset(("a", "the", "its", "their", "his", "her", "our", "'s"))
"""Words that stand before a noun, and before a month that says which."""

MONTH_LEADS = frozenset(
    "in since until till of by from before after during early late mid through between to last next this"
    " each "
    "every and or past coming previous following for around about throughout despite until".split()
)
"""Words before a month's name that make it a date."""

NOT_YEAR_AFTER = frozenset(
    "people men women children troops soldiers feet miles meters metres kilometers kilometres km tons"
    " tonnes "
    "percent dollars euros pounds won yen degrees times votes points shares copies jobs homes barrels "
    "acres hectares calories watts volts mph kg grams rounds hours minutes seconds days weeks months"
    " block blocks".split()
)
"""Words after four digits that are counted, so that the digits are no year."""

YEAR_NOUNS = frozenset("levels prices standards elections rules".split())
"""Plurals behind four digits that make them a year: "at 1999 levels"."""

NOT_YEAR_BEFORE = frozenset(
    "no no. number # flight room page pages route highway section resolution article act boeing model"
    " channel "
    "chapter part line level nearly almost over exactly only another some than approximately up".split()
)
"""Words before four digits that make them a number or a name."""

PROGRAMMES = frozenset(
    "vision agenda horizon plan strategy roadmap programme program initiative mission windows goals".split()
)
"""Words that with a year behind them are the name of an undertaking: "Vision 2030", "Agenda 2030"."""

YEARLY = frozenset("season game class series edition round stage day week volume tax winter".split())
"""Nouns that have a number behind them, and may as well have a year: "the season 2024"."""

NO_PLURALS = frozenset(
    "was as is has does this its his plus less versus thus across yes us perhaps always news towards"
    " besides "
    "afterwards sometimes".split()
)
"""Words in -s that are no plurals."""

OPEN_COUNTS = CLASSES["VAGUE"] | {"handful", "number", "dozens", "hundreds", "thousands", "scores"}
"""Words that leave open how many."""

STOPS = frozenset(("", ".", ",", ";", ")", "when", "\n"))
"""What may follow "a few years back" where it tells a time."""

CLAUSE_ENDS = frozenset(("", ".", ",", ";", ")", "and", "in", "at", "\n"))
"""What may follow "the year before" where it stands alone."""

HEDGE_WORDS = frozenset("nearly almost at least more than less fewer no up to".split())
"""Words of the part HEDGE."""

NO_RATE_BEFORE = frozenset("for in within of about after over than nearly almost such".split())
"""Words before "a day" that make it a length."""

TIMES = frozenset(("times", "once", "twice"))
"""Words that count how often."""

PAPER_VERBS = frozenset("said says wrote writes".split())
"""What newspapers do, so that "daily" before it is one of them."""

NAMED_PAPER_VERBS = PAPER_VERBS | {"reported", "reports", "quoted", "published"}
"""What they do with their name before it; without one these are said of things, as in "daily reports"."""

OPEN_UNITS = frozenset("minutes hours days weeks months years decades centuries weekends millennia".split())
"""Plurals that alone tell a length."""

NO_LENGTH_BEFORE = frozenset("many the his her their - on 's /".split())
"""Words before a plural that make it no length."""

STRETCH_LEADS = frozenset(("during", "throughout"))
"""Words before "this period" that make it the stretch just spoken of."""

SENTENCE_STARTS = frozenset(("", ".", "\n", '"', "“", "‘", "'", ":", ";", "(", "-", "–", "—", "?", "!", "…"))
"""What stands before the first word of a sentence; elsewhere a capital makes a name."""

FEAST_VERBS = frozenset(
    "falls comes brings marks starts begins means remains ends always across kicks opens makes takes gives"
    " was is has does perhaps".split()
)
"""Words in -s behind a holiday that are no things named for it."""

HOLIDAY_LEADS = frozenset("on by before after since until till over this for at around".split())
"""Words before a holiday that make it a day that was or is to come."""

USUAL = frozenset("every each always usually often never".split())
"""Words of what happens year after year."""

WORKS = frozenset(
    "film films movie movies show series sitcom album albums song songs book novel play comedy musical drama"
    " hit track single poem magazine".split()
)
"""Works whose title follows: "the film Christmas with the Cranes"."""

NAMED_DAYS = frozenset(
    "super bloody giving wacky manic blue ruby stormy black cyber good maundy ash shrove palm".split()
)
"""Words that with a weekday make a name."""

HOLIDAY_TIMES = frozenset("sales holidays holiday period season trade weekend week break".split())
"""Words behind a holiday with which it still tells a time of the year."""

HOLIDAY_NOUNS = frozenset(
    "tree trees card cards carol carols gift gifts present presents shopping shoppers decorations decoration"
    " light lights song songs album albums movie movies film films bunny egg eggs stocking stockings cake"
    " cakes pudding cracker crackers costume costumes island islands music craft crafts market markets"
    " chocolate chocolates turkey wreath wreaths ornament ornaments sweater jumper ham shop"
    " shops store stores spirit story stories special specials episode bonus bonuses candy treats toy toys"
    " classic classics hymn hymns concert concerts wish wishes tradition traditions celebration celebrations"
    " cheer hamper hampers miracle list lists club pageant single novel play display displays candle"
    " candles cookie cookies parade parades dinner lunch party parties service services mass menu recipe"
    " recipes basket baskets lily lilies advert adverts ad ads rush number one".split()
)
"""Things that are named for a holiday and tell no day."""

THAT_LEADS = frozenset(("on", "by", "since", "until", "before", "after", "", ".", ",", "and", "for", "from"))
"""Words before "that Friday" between which and the weekday "that" is no conjunction."""

CLOCK_LEADS = frozenset("at by until till from around about since before after to between - –".split())
"""Words before digits and a colon that make them a time by the clock."""

REACHING = frozenset(("-", "–", "—", "to", "through", "until", "till"))
"""What stands between the two ends of a stretch."""

PAIRING = {"between": frozenset(("and",))}
"""What stands between them behind a word that opens the stretch."""

ARRANGED = frozenset(
    """
    scheduled planned expected due set slated supposed anticipated projected forecast intended needed required
    delayed postponed deferred moved adjourned extended booked timed targeted proposed promised rescheduled
    was were had been being did have has is are be held invited wanted eyed fixed hoped announced called
    demanded urged
    """.split()
)
"""Verbs that, right before "in" and a month, may tell of what was still to come."""

SCHEDULED = frozenset(
    """
    is are continues continue resumes resume reconvenes reconvene starts start begins begin meets meet votes
    vote expires expire ends end closes close opens open runs run lasts sits
    """.split()
)
"""Verbs in the present that, right before "on" and a day, tell of what is arranged ("resumes on Monday")."""

COMPARING = frozenset("compared comparison versus vs".split())
"""Words behind which stands what a figure is compared with."""

UP_AND_DOWN = frozenset("up down".split())
"""Words that with "from" compare: "up from"."""

CLOSE_TO_A_PERIOD = frozenset("in at on for during over of the a an same its".split())
"""Words that may stand between "than" and the period that is compared with; a number makes "than" a bound."""

COMPARISON_ENDS = frozenset(". ; ) ! ?".split())
"""Marks behind which what follows is compared with nothing before them."""
