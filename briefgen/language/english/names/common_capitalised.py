"""Words that are capitalised without being names, or that open sentences."""

CALENDAR = frozenset(
    """
    January February March April May June July August September October November December Jan Feb Mar Apr
    Jun Jul Aug Sep Sept Oct Nov Dec Jan. Feb. Mar. Apr. Aug. Sept. Oct. Nov. Dec. Sep. Monday Tuesday
    Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Mondays Tuesdays
    Wednesdays Thursdays Fridays Saturdays Sundays GMT EST EDT UTC
    """.split()
)

FUNCTION_WORDS = frozenset(
    """
    a an the this that these those there here he she it we you they i his her its our your their my mine who
    whom whose which what when where why how and or but nor so yet for if in on at by to from of with
    without within as about above across after against along amid among around before behind below beneath
    beside besides between beyond despite down during except inside into like near off onto out outside over
    past per regarding since than through throughout toward towards under underneath unlike until up upon
    via while because although though unless whether once all any another both each either enough every few
    many more most much neither no none not one only other others own same several some such too very two
    three four five six seven eight nine ten eleven twelve hundred hundreds thousand thousands million
    millions billion first second third last next again ago almost already also always am are is was were be
    been being can cannot could did do does done had has have having may might must shall should will would
    let get got go gone just now never nothing nobody nowhere often perhaps maybe please quite rather really
    still then therefore thus together today tomorrow tonight yesterday usually well yes oh ok okay even
    ever everybody everyone everything everywhere anyone anybody anything anywhere someone somebody
    something sometimes somewhere instead indeed however hence moreover meanwhile nevertheless nonetheless
    otherwise overall accordingly additionally afterwards afterward apparently basically clearly currently
    earlier eventually finally fortunately further furthermore generally historically hopefully ideally
    importantly initially interestingly ironically lastly later likewise mostly naturally nearly notably
    obviously originally particularly personally presumably previously probably recently relatively
    remarkably sadly secondly separately seriously shortly similarly simply soon specifically strangely
    subsequently suddenly surprisingly technically thankfully traditionally typically ultimately undoubtedly
    unfortunately thanks thank hello hi hey dear welcome sorry according following based given including
    considering assuming speaking asked q don doesn didn isn wasn aren weren couldn wouldn shouldn
    hasn haven hadn won ain can't don't doesn't didn't isn't wasn't it's that's there's he's she's what's
    who's i'm i've i'll i'd we're we've we'll you're you've they're they've let's
    """.split()
)
"""Words that never belong to a name, whatever their capital."""

OPENERS = frozenset(
    """
    former late new old young big little good great best better worse worst high low long short full half
    early top bottom right left left-wing right-wing local national international officials official sources
    source people police authorities analysts experts critics supporters opponents witnesses reports report
    reporters reporting story stories photo photos image images video videos update updated breaking
    exclusive opinion editorial analysis watch read click see share related advertisement subscribe gone
    back man woman men women child children boy girl students teachers workers residents voters lawmakers
    ministers economists scientists researchers doctors soldiers troops protesters investors shares stocks
    oil gold markets growing rising
    """.split()
)
"""Words that often open sentences; a name may begin with them only where another capital follows."""

NUMBERING = frozenset(["First", "Second", "Third", "Two", "Three", "Four", "Five", "Seven"])
"""Number words that may open a name inside a sentence: "First Amendment", "Five Star Movement"."""

ADJECTIVAL = frozenset(
    """
    Republican Democratic Democrat Christian Muslim Jewish Islamic Islamist Catholic Protestant Orthodox
    Buddhist Hindu Sikh Shiite Shia Sunni Arab Arabs European Europeans African Africans Asian Asians
    Western Eastern Northern Southern Latino Latina Latinos Hispanic Hispanics Black Blacks White Whites
    Native Nazi Nazis Communist Communists Socialist Marxist Soviet Soviets Jew Jews Muslims Christians
    Catholics Protestants Hindus Sikhs Sunnis Shiites Islamists Kurdish Kurd Kurds Tibetan Tibetans Uighur
    Uighurs Uyghur Uyghurs Chechen Chechens Bosniak Tamil Tamils Pashtun Hebrew Arabic Latin Mandarin
    Cantonese Farsi Gaelic Urdu Bengali Swahili Roma Korean Koreans Victorian Georgian Biblical Olympic
    Olympian Californian Texan Texans Londoner Londoners Parisian Muscovites Bavarian Internet Web Web-based
    Wi-Fi WiFi Bluetooth Twitterverse Covid Covid-19 COVID-19 Ebola Zika Capitol Cabinet North South East
    West Northeast Northwest Southeast Southwest Ms God Lord Marxism Islam Christianity Judaism Buddhism
    Hinduism Sikhism Catholicism Communism Nazism Zionism Zionist Zionists Anglo-Saxon Anglican Baptist
    Methodist Lutheran Mormon Mormons Evangelical Pentecostal Quaker Confederate Federalist Libertarian
    Conservative Conservatives Liberal Liberals Remainers Brexiteer Brexiteers Trumpian Reaganite
    Hispanic-American African-American African-Americans Asian-American Euro Euros Dollar Sterling Yuan
    """.split()
) | {
    "North American",
    "North Americans",
    "South American",
    "South Americans",
    "Latin American",
    "Latin Americans",
    "Central American",
    "Central Americans",
    "Middle Eastern",
    "East Asian",
    "South Asian",
    "Southeast Asian",
    "West African",
    "East African",
    "North African",
    "Eastern European",
    "Western European",
    "Central Asian",
    "Roman Catholic",
    "Roman Catholics",
    "Native American",
    "Native Americans",
    "African American",
    "African Americans",
    "Asian American",
    "Asian Americans",
    "Sub-Saharan",
}
"""Capitalised adjectives, peoples, creeds, languages: no mentions on their own."""
