"""Regions, the words that places' names are made of, and the words that tell that a place is meant."""

REGIONS = frozenset(
    """Africa|Asia|Europe|Oceania|North America|South America|Central America|Latin America|Middle East|Near East|Far East|
    Caribbean|Balkans|Scandinavia|Caucasus|North Caucasus|Central Asia|Southeast Asia|South Asia|East Asia|Northeast Asia|West Africa|East Africa|
    North Africa|Southern Africa|Horn of Africa|Sahel|Sub-Saharan Africa|Maghreb|Levant|Arctic|Antarctic|Antarctica|Siberia|
    Eastern Europe|Western Europe|Central Europe|Northern Europe|Southern Europe|Baltics|Crimea|Donbas|Donbass|Kashmir|Jammu and Kashmir|Tibet|Xinjiang|
    Kurdistan|Gaza|Gaza Strip|West Bank|East Jerusalem|Golan Heights|Sinai|Chechnya|Dagestan|Ingushetia|Abkhazia|South Ossetia|
    Transnistria|Nagorno-Karabakh|Kosovo|Darfur|Tigray|Catalonia|Basque Country|Scotland|Wales|England|Northern Ireland|Ulster|
    Bavaria|Saxony|Brandenburg|Hesse|Thuringia|Lower Saxony|North Rhine-Westphalia|Normandy|Brittany|Provence|Corsica|Sicily|Sardinia|Lombardy|Tuscany|
    Andalusia|Flanders|Wallonia|Crete|Punjab|Sindh|Balochistan|Bengal|West Bengal|Gujarat|Kerala|Bihar|Uttar Pradesh|Maharashtra|Rajasthan|Assam|
    Tamil Nadu|Karnataka|Andhra Pradesh|Helmand|Kandahar|Ontario|Quebec|Québec|British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia|
    New Brunswick|Newfoundland|Labrador|Prince Edward Island|Yukon|Nunavut|Northwest Territories|New South Wales|Queensland|Victoria|Tasmania|
    Western Australia|South Australia|Northern Territory|Guangdong|Sichuan|Hunan|Hubei|Fujian|Zhejiang|Jiangsu|Shandong|Henan|Yunnan|
    Hebei|Shaanxi|Inner Mongolia|Manchuria|Hokkaido|Okinawa|Java|Sumatra|Bali|Aceh|Borneo|Luzon|Mindanao|Zanzibar|Chiapas|Sinaloa|Luhansk|Donetsk|
    Bosporus|Dardanelles|Mediterranean|Atlantic|Pacific|Black Sea|Red Sea|Baltic|Persian Gulf|Gulf of Mexico|
    Strait of Hormuz|South China Sea|East China Sea|Indian Ocean|Atlantic Ocean|Pacific Ocean|Arctic Ocean|English Channel|Suez Canal|Panama Canal|
    Amazon River|Nile|Danube|Rhine|Thames|Volga|Dnieper|Dnipro|Euphrates|Tigris|Mississippi River|Alps|Himalayas|Andes|Rockies|Sahara|Korean Peninsula|
    Midwest|Deep South|New England|West Coast|East Coast|Bay Area|Manhattan|Brooklyn|Queens|Bronx|Staten Island|Harlem|Long Island|Westminster|Chernobyl|Palo Alto|
    Cupertino|Mountain View|Cape Canaveral|Beverly Hills|Pearl Harbor|Davos|Soviet Union|USSR|U.S.S.R.|Yugoslavia|Czechoslovakia|East Germany|West Germany|Cornwall|Kent|Essex|Yorkshire|Lancashire|Cumbria|Norfolk|Suffolk|Devon|Surrey|Sussex|Hampshire|Gibraltar|Bermuda|Isle of Man|Eurasia""".replace(
        "\n", ""
    )
    .replace("    ", "")
    .split("|")
)
"""Continents, regions, provinces, seas, rivers, and states that are no more."""

STATE_ABBREVIATIONS = {
    "Ala.": "Alabama", "Ariz.": "Arizona", "Ark.": "Arkansas", "Calif.": "California", "Colo.": "Colorado", "Conn.": "Connecticut",
    "Del.": "Delaware", "Fla.": "Florida", "Ga.": "Georgia", "Ill.": "Illinois", "Ind.": "Indiana", "Kan.": "Kansas", "Ky.": "Kentucky",
    "La.": "Louisiana", "Md.": "Maryland", "Mass.": "Massachusetts", "Mich.": "Michigan", "Minn.": "Minnesota", "Miss.": "Mississippi",
    "Mo.": "Missouri", "Mont.": "Montana", "Neb.": "Nebraska", "Nev.": "Nevada", "N.H.": "New Hampshire", "N.J.": "New Jersey",
    "N.M.": "New Mexico", "N.Y.": "New York", "N.C.": "North Carolina", "N.D.": "North Dakota", "Okla.": "Oklahoma", "Ore.": "Oregon",
    "Pa.": "Pennsylvania", "R.I.": "Rhode Island", "S.C.": "South Carolina", "S.D.": "South Dakota", "Tenn.": "Tennessee", "Tex.": "Texas",
    "Vt.": "Vermont", "Va.": "Virginia", "Wash.": "Washington state", "W.Va.": "West Virginia", "Wis.": "Wisconsin", "Wyo.": "Wyoming",
    "Ont.": "Ontario", "Que.": "Quebec", "B.C.": "British Columbia",
}  # fmt: skip

LAST_WORDS = frozenset(
    """Airport Archipelago Arena Avenue Basin Bay Beach Boulevard Bridge Building Canal Canyon Cape Castle Cathedral Cemetery Channel
    City Coast County Creek Dam Delta Desert District Drive Falls Forest Glacier Gardens Gulf Harbor Harbour Heights Highway Hill
    Hills Hotel Island Islands Isle Isles Jail Lake Lakes Lane Mall Memorial Monument Mount Mountain Mountains Oblast
    Ocean Palace Park Pass Peninsula Pier Plain Plains Plateau Plaza Port Prefecture Prison Province Raion Range Reef Region Republic Ridge
    River Road Row Sea Shore Shores Springs Square Stadium State States Station Strait Straits Street Strip Suburb Territory Territories Tower
    Towers Town Township Trail Tunnel Valley Village Volcano Woods Zone Base Field Airfield Barracks Border Crossing Speedway
    Terminal Zoo Tomb Shrine Wharf Riviera Peak Rock Cove Crescent Ranch Parkway Downs Junction Shelf""".split()
)
"""A run of capitalised words with one of these last is a place."""

FIRST_WORDS = frozenset(
    "Lake Mount Mt Mt. Cape Fort Ft. Camp Port Gulf Strait Bay Isle Sea Straits Islands Port San Santa Santo Saint St St. Los Las El "
    "Rio Puerto City Province Republic Kingdom State Valley Point North South East West Northern Southern Eastern Western Central "
    "New Upper Lower Great Greater".split()
)
"""Words that open places' names; with "of" after them or a name."""

OF_WORDS = frozenset(
    "Gulf Strait Straits Bay Isle Cape Sea City Province Republic Kingdom State District Port Horn Rock Tower Valley County Town Islands "
    "Commonwealth Duchy Principality Village Region".split()
)
"""Words that "of" joins to the name of a place."""

PREMISES = frozenset(
    """Center Centers Centre Hospital Clinic Library Mosque Museum School Studio Theater Theatre Church Hall House Temple Auditorium
    Observatory Station Barracks Gallery Cinema Restaurant Cafe Bar Pub Hotel Inn""".split()
)
"""A run with one of these last is a body or the house that it is in; the words around decide."""

FACILITY_PAIRS = frozenset(
    """training ground|testing ground|proving ground|test site|nuclear plant|power plant|power station|nuclear site|air base|naval base|
    military base|army base|refugee camp|border crossing|launch site|nuclear facility|training camp|railway station|train station|
    metro station|bus station|shopping mall|shopping center|shopping centre|oil field|gas field|military airfield|hydroelectric dam|steel plant|
    nuclear reactor|mountain range|nature reserve|national park""".replace("\n", "")
    .replace("    ", "")
    .split("|")
)
"""Two words that together are such a noun."""

SITE_NOUNS = frozenset(
    "airport airfield airbase barracks bridge cemetery checkpoint dam factory garrison harbor harbour oblast palace prison "
    "raion reactor refinery shipyard square stadium station strait mosque hospital museum volcano valley peninsula".split()
)
"""Facilities whose noun belongs to the name: "Sergeyevka barracks"."""

BEFORE = frozenset(
    """in at near outside around across into throughout downtown central eastern western northern southern northeastern northwestern
    southeastern southwestern inside beyond toward towards via onto upstate suburban rural north south east west within""".split()
)
"""Words that, right before a name, tell that it is a place."""

TRAVEL_VERBS = frozenset(
    """go goes went going gone come comes came coming travel travels traveled travelled travelling traveling fly flies flew flying flown
    visit visits visited visiting return returns returned returning move moves moved moving arrive arrives arrived arriving drive drove driving
    head heads headed heading sail sails sailed march marched marching flee fled fleeing leave leaves left leaving reach reached
    reaching trip trips visit visits flight flights train trains road roads bus miles kilometers kilometres km mile evacuated
    relocate relocated deported extradited transferred airlifted escaped driven stay stayed live lives lived living born raised
    close home route journey way""".split()
)
"""Words before "to" or "from" that tell that a place is meant."""

PLACE_NOUNS = frozenset(
    """resident residents suburb suburbs street streets airport mayor police metro subway region area neighborhood neighbourhood hotel hospital
    headquarters restaurant university school court skyline district station apartment home office bureau time court
    cathedral museum theater theatre prison jail zoo hotel stock exchange marathon weather traffic natives-born native conference summit
    meeting city municipal county residents correspondent""".split()
)
"""Nouns that, right after a city's name, tell that the city is meant and not its government."""
