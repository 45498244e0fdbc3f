"""Regions, the words that places' names are made of, and the words that tell that a place is meant."""

REGIONS = frozenset(
    [
        "Abkhazia",
        "Aceh",
        "Adriatic Sea",
        "Adriatic",
        "Aegean Sea",
        "Aegean",
        "Africa",
        "Alberta",
        "Alps",
        "Amazon River",
        "Anatolia",
        "Andalusia",
        "Andes",
        "Andhra Pradesh",
        "Antarctic",
        "Antarctica",
        "Arctic Ocean",
        "Arctic",
        "Asia Minor",
        "Asia",
        "Assam",
        "Atlantic Ocean",
        "Atlantic",
        "Bali",
        "Balkans",
        "Balochistan",
        "Baltic",
        "Baltics",
        "Basque Country",
        "Bavaria",
        "Bay Area",
        "Bengal",
        "Bermuda",
        "Bessarabia",
        "Beverly Hills",
        "Bihar",
        "Black Sea",
        "Bohemia",
        "Borneo",
        "Bosporus",
        "Brandenburg",
        "British Columbia",
        "Brittany",
        "Bronx",
        "Brooklyn",
        "Burgundy",
        "Byzantium",
        "Calabria",
        "Cape Canaveral",
        "Caribbean",
        "Carpathians",
        "Catalonia",
        "Caucasus",
        "Central America",
        "Central Asia",
        "Central Europe",
        "Chechnya",
        "Chernobyl",
        "Chiapas",
        "Cornwall",
        "Corsica",
        "Crete",
        "Crimea",
        "Cumbria",
        "Cupertino",
        "Cyrenaica",
        "Czechoslovakia",
        "Dagestan",
        "Dalmatia",
        "Danube",
        "Dardanelles",
        "Darfur",
        "Davos",
        "Deep South",
        "Devon",
        "Dnieper",
        "Dnipro",
        "Donbas",
        "Donbass",
        "Donetsk",
        "East Africa",
        "East Asia",
        "East China Sea",
        "East Coast",
        "East Germany",
        "East Jerusalem",
        "East Prussia",
        "Eastern Europe",
        "England",
        "English Channel",
        "Epirus",
        "Essex",
        "Euphrates",
        "Eurasia",
        "Europe",
        "Everest",
        "Far East",
        "Flanders",
        "Fujian",
        "Galicia",
        "Gascony",
        "Gaza Strip",
        "Gaza",
        "Gibraltar",
        "Golan Heights",
        "Great Lakes",
        "Great Plains",
        "Guangdong",
        "Gujarat",
        "Gulf of Mexico",
        "Hampshire",
        "Harlem",
        "Hebei",
        "Helmand",
        "Henan",
        "Hesse",
        "Himalayas",
        "Hindustan",
        "Hokkaido",
        "Holy Land",
        "Holy Roman Empire",
        "Horn of Africa",
        "Hubei",
        "Hunan",
        "Indian Ocean",
        "Indochina",
        "Ingushetia",
        "Inner Mongolia",
        "Isle of Man",
        "Jammu and Kashmir",
        "Java",
        "Jiangsu",
        "Kaliningrad",
        "Kandahar",
        "Karnataka",
        "Kashmir",
        "Kent",
        "Kerala",
        "Kivu",
        "Kordofan",
        "Korea",
        "Korean Peninsula",
        "Kosovo",
        "Kurdistan",
        "Labrador",
        "Lancashire",
        "Lapland",
        "Latin America",
        "Levant",
        "Lombardy",
        "Long Island",
        "Lower Saxony",
        "Luhansk",
        "Luzon",
        "Macedonia",
        "Madeira",
        "Maghreb",
        "Maharashtra",
        "Manchuria",
        "Manhattan",
        "Manitoba",
        "Mediterranean",
        "Mesopotamia",
        "Middle East",
        "Midwest",
        "Mindanao",
        "Mississippi River",
        "Moldavia",
        "Moravia",
        "Mount Everest",
        "Mountain View",
        "Nagaland",
        "Nagorno-Karabakh",
        "Near East",
        "New Brunswick",
        "New England",
        "New South Wales",
        "Newfoundland",
        "Nile",
        "Norfolk",
        "Normandy",
        "North Africa",
        "North America",
        "North Caucasus",
        "North Rhine-Westphalia",
        "North Waziristan",
        "Northeast Asia",
        "Northern Europe",
        "Northern Ireland",
        "Northern Territory",
        "Northwest Territories",
        "Nova Scotia",
        "Nunavut",
        "Oceania",
        "Ogaden",
        "Okinawa",
        "Ontario",
        "Ottoman Empire",
        "Pacific Ocean",
        "Pacific",
        "Palestine",
        "Palo Alto",
        "Panama Canal",
        "Patagonia",
        "Pearl Harbor",
        "Persia",
        "Persian Gulf",
        "Piedmont",
        "Pomerania",
        "Prince Edward Island",
        "Provence",
        "Prussia",
        "Puglia",
        "Punjab",
        "Puntland",
        "Quebec",
        "Queens",
        "Queensland",
        "Québec",
        "Rajasthan",
        "Rakhine",
        "Red Sea",
        "Rhine",
        "Rockies",
        "Roman Empire",
        "Russian Empire",
        "Sahara",
        "Sahel",
        "Sardinia",
        "Saskatchewan",
        "Savoy",
        "Saxony",
        "Scandinavia",
        "Scotland",
        "Shaanxi",
        "Shandong",
        "Siberia",
        "Sichuan",
        "Sicily",
        "Silesia",
        "Sinai",
        "Sinaloa",
        "Sindh",
        "Somaliland",
        "South America",
        "South Asia",
        "South Australia",
        "South China Sea",
        "South East Asia",
        "South Ossetia",
        "South Waziristan",
        "Southeast Asia",
        "Southern Africa",
        "Southern Europe",
        "Soviet Union",
        "Staten Island",
        "Strait of Hormuz",
        "Sub-Saharan Africa",
        "Suez Canal",
        "Suffolk",
        "Sumatra",
        "Surrey",
        "Sussex",
        "Tamil Nadu",
        "Tasmania",
        "Thames",
        "Thrace",
        "Thuringia",
        "Tibet",
        "Tigray",
        "Tigris",
        "Transcaucasia",
        "Transnistria",
        "Transylvania",
        "Tripolitania",
        "Tuscany",
        "Tyrol",
        "U.S.S.R.",
        "USSR",
        "Ulster",
        "Umbria",
        "Uttar Pradesh",
        "Veneto",
        "Victoria",
        "Volga",
        "Volhynia",
        "Wales",
        "Wallachia",
        "Wallonia",
        "Waziristan",
        "West Africa",
        "West Bank",
        "West Bengal",
        "West Coast",
        "West Germany",
        "West Papua",
        "Western Australia",
        "Western Europe",
        "Western Sahara",
        "Westminster",
        "Xinjiang",
        "Yorkshire",
        "Yucatan",
        "Yugoslavia",
        "Yukon",
        "Yunnan",
        "Zaire",
        "Zanzibar",
        "Zhejiang",
    ]
)
"""Continents, regions, provinces, seas, rivers, and states that are no more."""

SUBDIVISIONS = frozenset(
    name.strip()
    for name in """
    Aberdeenshire|Abruzzo|Adjara|Adygea|Aguascalientes|Aichi|Ajaria|Alentejo|Algarve|Alsace|Altai|Amapá
    |Amazon River|Amazonas|American Samoa|Amhara Region|Anbar|Andaman Islands|Andaman Sea|Andhra Pradesh
    |Anhui|Antilles|Antioquia|Antrim|Appalachia|Appalachians|Apulia|Aquitaine|Arabian Peninsula
    |Arabian Sea|Aragon|Arakan|Aral Sea|Arauca|Ardennes|Argyll|Arkhangelsk|Armagh|Arunachal Pradesh
    |Ashanti|Asir|Assam|Asturias|Attica|Auvergne|Ayrshire|Azad Kashmir|Azores|Badakhshan
    |Baden-Wuerttemberg|Baden-Württemberg|Baghlan|Bahia|Baja California|Balearic Islands|Balkan Peninsula
    |Baltic Sea|Barents Sea|Bashkortostan|Basilicata|Bay of Bengal|Bay of Biscay|Bedfordshire|Benelux
    |Bering Sea|Bering Strait|Biafra|Bible Belt|Bihar|Black Forest|Borno|Bougainville|Brabant|Brahmaputra
    |British Isles|Bryansk|Buckinghamshire|Bukovina|Buryatia|Cabinda|Cambridgeshire|Campania|Campeche
    |Canary Islands|Cantabria|Cape Breton|Cape Cod|Cape Province|Caquetá|Carinthia|Carmarthenshire
    |Casamance|Cascades|Caspian|Caspian Sea|Castile|Castile and León|Castilla-La Mancha|Ceará
    |Central Valley|Channel Islands|Cheshire|Chhattisgarh|Chiba|Chocó|Chukotka|Clwyd|Coahuila|Colima
    |Congo River|Connacht|Cook County|Coral Sea|Corfu|Cornwall|County Antrim|County Armagh|County Cork
    |County Down|County Durham|County Kerry|County Tyrone|Crete|Crimean Peninsula|Cumbria|Cyrenaica
    |Côte d'Azur|Darfur|Dead Sea|Deir ez-Zor|Derbyshire|District of Columbia|Diyala|Dobruja|Dolomites
    |Donegal|Dordogne|Dorset|East Anglia|East Indies|East Midlands|East Sussex|Easter Island|Eastern Cape
    |Eastern Seaboard|Elbe|Emilia-Romagna|Equatoria|Espírito Santo|Estremadura|Etna|Extremadura
    |Falkland Islands|Falklands|Faroe Islands|Fermanagh|Fezzan|Fife|Franconia|Free State|French Guiana
    |French Riviera|Friesland|Friuli|Fukushima|Funen|Galapagos Islands|Galicia|Galilee|Galápagos Islands
    |Gambela|Ganges|Gangwon|Gansu|Gauteng|Ghazni|Ghor|Gilgit-Baltistan|Glamorgan|Gloucestershire|Goa|Gobi
    |Goiás|Golan|Gotland|Graubünden|Great Barrier Reef|Greater London|Greater Manchester|Greenland
    |Guadeloupe|Guam|Guangxi|Guernsey|Guizhou|Gulf Coast|Gulf of Aden|Gulf of Guinea|Gulf of Oman
    |Gulf of Thailand|Gwent|Gwynedd|Gyeonggi|Hadramaut|Hainan|Hamptons|Harris County|Haryana|Hasakah
    |Haute-Savoie|Hauts-de-France|Heilongjiang|Hejaz|Herat|Herefordshire|Hertfordshire|Himachal Pradesh
    |Hindu Kush|Hispaniola|Honshu|Horn of Africa|Humberside|Huntingdonshire|Hyogo|Ibaraki
    |Iberian Peninsula|Ibiza|Idlib|Indus|Ionian Sea|Iraqi Kurdistan|Irian Jaya|Irish Sea|Irrawaddy|Istria
    |Ituri|Iwate|Jalisco|Jeju|Jersey|Jharkhand|Jiangxi|Jilin|Johor|Jonglei|Jordan River|Jubaland|Judea
    |Jutland|K2|Kabardino-Balkaria|Kabylia|Kabylie|Kachin State|Kaduna|Kalahari|Kalimantan|Kalmykia
    |Kamchatka|Kanagawa|Kano|Karachay-Cherkessia|Karakoram|Karelia|Karen State|Karnataka|Kasai|Katanga
    |Kelantan|Kerala|Kerch Strait|Khabarovsk Krai|Khuzestan|Khyber Pakhtunkhwa|Kilimanjaro|King County
    |Kola Peninsula|Komi|Kowloon|Krasnodar Krai|Kuban|Kunar|Kunduz|Kuril Islands|Kuriles|KwaZulu-Natal
    |Kyushu|La Rioja|Ladakh|Laghman|Lagos State|Lake Baikal|Lake Chad|Lake Tanganyika|Lake Victoria
    |Lampedusa|Lanarkshire|Languedoc|Lapland|Latakia|Lazio|Le Marche|Leeward Islands|Leicestershire
    |Leinster|Lesbos|Lesser Antilles|Lesser Poland|Leyte|Liaoning|Liguria|Limpopo|Limpopo River
    |Lincolnshire|Logar|Loire Valley|Lombardy|Lombok|Lorraine|Los Angeles County|Lothian|Low Countries
    |Madhya Pradesh|Majorca|Malacca Strait|Mallorca|Maluku|Manipur|Maranhão|Marib|Maricopa County
    |Martha's Vineyard|Martinique|Mashonaland|Masuria|Matabeleland|Mato Grosso|Mato Grosso do Sul
    |Matterhorn|Mayotte|Mazandaran|Mazovia|Mecklenburg-Vorpommern|Meghalaya|Mekong|Mekong Delta|Melanesia
    |Merseyside|Miami-Dade|Miami-Dade County|Michoacan|Michoacán|Mid-Atlantic|Middlesex|Midlands
    |Midlothian|Minas Gerais|Miyagi|Mizoram|Molise|Moluccas|Mont Blanc|Mordovia|Mount Etna|Mount Fuji
    |Mount Kilimanjaro|Mpumalanga|Munster|Nagano|Nagorno-Karabakh|Nakhchivan|Nangarhar|Napa Valley
    |Narathiwat|Navarre|Nayarit|Negev|New Brunswick|New Caledonia|New Territories|Niger Delta|Niger River
    |Niigata|Nile Delta|Nimruz|Nineveh|Ningxia|North Island|North Kivu|North Ossetia|North Sea
    |North Yorkshire|North-West Frontier Province|Northamptonshire|Northumberland|Nottinghamshire
    |Nouvelle-Aquitaine|Novorossiya|Nuevo Leon|Nuevo León|Nuristan|Oaxaca|Occitanie|Oder|Odisha
    |Orange County|Orinoco|Orissa|Orkney|Oromia|Oruzgan|Otago|Oxfordshire|Pacific Northwest|Paktia
    |Paktika|Palawan|Pankisi|Papua|Paraná|Paraíba|Parwan|Pattani|Peloponnese|Pembrokeshire|Penang
    |Pernambuco|Perthshire|Picardy|Polynesia|Powys|Primorye|Puerto Rico|Putumayo|Pyrenees|Qinghai
    |Quintana Roo|Rakhine State|Renfrewshire|Republika Srpska|Rhineland|Rhineland-Palatinate|Rhône
    |Rift Valley|Rio Grande do Sul|Rocky Mountains|Rondônia|Roraima|Ruhr|Rust Belt|Rutland|Réunion
    |Saarland|Sabah|Sagaing|Sahara Desert|Saipan|Saitama|Sakhalin|Samangan|Samaria|San Luis Potosí
    |Santa Catarina|Sarawak|Saskatchewan|Saxony-Anhalt|Scania|Schleswig-Holstein|Scottish Borders
    |Scottish Highlands|Sea of Azov|Sea of Japan|Sea of Marmara|Seine|Selangor|Shan State|Shanxi|Shetland
    |Shikoku|Shizuoka|Shropshire|Sierra Madre|Sierra Nevada|Sikkim|Silicon Valley|Sinai Peninsula
    |Sistan and Baluchestan|Skåne|Slavonia|Socotra|Somerset|Sonora|South Chungcheong|South Island
    |South Jeolla|South Kivu|South Kordofan|South Tyrol|South Yorkshire|Staffordshire|Staten Island
    |Stavropol Krai|Strait of Malacca|Straits of Florida|Styria|Subcarpathia|Suffolk|Sulawesi|Sulu
    |Sumatra|Sunni Triangle|Surrey|Sussex|Svalbard|Swabia|Swat Valley|Taiwan Strait|Takhar|Tamaulipas
    |Tamil Nadu|Tasman Sea|Tasmania|Tatarstan|Teesside|Telangana|Tenerife|Gran Canaria|Lanzarote
    |Fuerteventura|La Palma|Menorca|Thames|Thessaly|Thuringia|Ticino|Tierra del Fuego|Tigris|Timor
    |Tlaxcala|Tochigi|Tohoku|Transcarpathia|Transvaal|Trentino|Tripura|Tuva|Tyne and Wear|Tyneside
    |Tyrrhenian Sea|Táchira|Udmurtia|Ulster|Upper Egypt|Ural Mountains|Urals|Uruzgan|Uttar Pradesh
    |Uttarakhand|Valais|Valle d'Aosta|Vancouver Island|Vendée|Veracruz|Vesuvius|Visayas|Vistula|Vojvodina
    |Volga|Vorarlberg|Waikato|Wallonia|Wardak|Warwickshire|West Bengal|West Indies|West Midlands
    |West Sussex|West Yorkshire|Western Australia|Western Cape|Wiltshire|Windward Islands|Worcestershire
    |Yakutia|Yala|Yamal|Yangtze|Yellow River|Yorkshire|Yucatán|Yukon|Yunnan|Zabul|Zacatecas|Zagros
    |Zakarpattia|Zambezi|Zealand|Zeeland|Zhejiang|Zulia|Île-de-France
    """.replace("\n", "").split("|")
)
"""Provinces, counties, islands, rivers and seas that are no cities."""

STATE_ABBREVIATIONS = {
    "Ala.": "Alabama",
    "Ariz.": "Arizona",
    "Ark.": "Arkansas",
    "Calif.": "California",
    "Colo.": "Colorado",
    "Conn.": "Connecticut",
    "Del.": "Delaware",
    "Fla.": "Florida",
    "Ga.": "Georgia",
    "Ill.": "Illinois",
    "Ind.": "Indiana",
    "Kan.": "Kansas",
    "Ky.": "Kentucky",
    "La.": "Louisiana",
    "Md.": "Maryland",
    "Mass.": "Massachusetts",
    "Mich.": "Michigan",
    "Minn.": "Minnesota",
    "Miss.": "Mississippi",
    "Mo.": "Missouri",
    "Mont.": "Montana",
    "Neb.": "Nebraska",
    "Nev.": "Nevada",
    "N.H.": "New Hampshire",
    "N.J.": "New Jersey",
    "N.M.": "New Mexico",
    "N.Y.": "New York",
    "N.C.": "North Carolina",
    "N.D.": "North Dakota",
    "Okla.": "Oklahoma",
    "Ore.": "Oregon",
    "Pa.": "Pennsylvania",
    "R.I.": "Rhode Island",
    "S.C.": "South Carolina",
    "S.D.": "South Dakota",
    "Tenn.": "Tennessee",
    "Tex.": "Texas",
    "Vt.": "Vermont",
    "Va.": "Virginia",
    "Wash.": "Washington state",
    "W.Va.": "West Virginia",
    "Wis.": "Wisconsin",
    "Wyo.": "Wyoming",
    "Ont.": "Ontario",
    "Que.": "Quebec",
    "B.C.": "British Columbia",
}

LAST_WORDS = frozenset(
    """
    Airport Archipelago Arena Avenue Basin Bay Beach Boulevard Bridge Building Canal Canyon Cape Castle
    Cathedral Cemetery Channel City Coast County Creek Dam Delta Desert District Drive Falls Forest
    Glacier Gardens Gulf Harbor Harbour Heights Highway Hill Hills Hotel Island Islands Isle Isles Jail
    Lake Lakes Lane Mall Memorial Monument Mount Mountain Mountains Oblast Ocean Palace Park Pass
    Peninsula Pier Plain Plains Plateau Plaza Port Prefecture Prison Province Raion Range Reef Region
    Republic Ridge River Road Row Sea Shore Shores Springs Square Stadium State States Station Strait
    Straits Street Strip Suburb Territory Territories Tower Towers Town Township Trail Tunnel Valley
    Village Volcano Woods Zone Base Field Airfield Barracks Border Crossing Speedway Terminal Zoo Tomb
    Shrine Wharf Riviera Peak Rock Cove Crescent Ranch Parkway Downs Junction Shelf Ave Ave. Blvd Blvd.
    Rd Rd. Terrace Embankment Esplanade Promenade Courthouse Graveyard Racecourse Velodrome Garden Borders
    Midlands Highlands Lowlands Alley Turnpike Expressway Freeway Reservoir Waterfall Lagoon Estuary Isthmus
    Kibbutz Fort Area Preserve Sanctuary Wilderness Refuge Marina Fells Moors Boardwalk
    """.split()
)
"""A run of capitalised words with one of these last is a place."""

FIRST_WORDS = frozenset(
    """
    Lake Mount Mt Mt. Cape Fort Ft. Camp Port Gulf Strait Bay Isle Sea Straits Islands San Santa Santo Saint
    St St. Los Las El Rio Puerto City Province Republic Kingdom State Valley Point North South East West
    Northern Southern Eastern Western Central New Upper Lower Great Greater
    """.split()
)
"""Words that open places' names; with "of" after them or a name."""

PARTS_OF_CITIES = frozenset("Central Inner Outer Greater Downtown Old Upper Lower".split())
"""Words before a city's name for a part of the city or the land around it."""

OF_WORDS = frozenset(
    """
    Gulf Strait Straits Bay Isle Cape Sea City Province Republic Kingdom State District Port Horn Rock Tower
    Valley County Town Islands Glens Vale Firth Mull Commonwealth Duchy Principality Village Region
    """.split()
)
"""Words that "of" joins to the name of a place."""

PREMISES = frozenset(
    """
    Center Centers Centre Hospital Clinic Library Mosque Museum School Studio Theater Theatre Church Hall
    House Temple Auditorium Observatory Station Barracks Gallery Cinema Restaurant Cafe Bar Pub Hotel Inn
    """.split()
)
"""A run with one of these last is a body or the house that it is in; the words around decide."""

FOREIGN_FIRST_WORDS = frozenset(
    """
    Avenida Calle Château Corso Estadio Estádio Gare Île Îles Isla Islas Palacio Palais Palazzo Piazza Place
    Playa Plaza Pont Ponte Porta Porte Praça Quai Rua Rue Schloss Stade Stadio Torre Via Villa Wadi Wat Jebel
    Jabal Kfar Tel Tell Umm Deir Khan Beit Bab Ras Shatt Sidi Cerro Sierra Serra Monte Mont Costa Playas
    """.split()
)
"""Words that open the names of places in other languages."""

HOUSES = frozenset("Beit Beith Deir Kfar Kafr Tal Tell Umm Ain".split())
"""Words that open the names of towns in Arabic and Hebrew."""

BUILDINGS = frozenset(
    """
    Bridge Road Street Airport River Avenue County Mountain Highway Hotel Mosque Inn Pub Cathedral
    Stadium Arena Boulevard Peninsula Oblast Prefecture Tower Towers Palace Skyscraper Railyard Basilica
    Abbey Monastery Mansion Motorway Tunnel Dam Strait Ave Ave. Blvd Blvd. Rd Rd. Cemetery Courthouse
    """.split()
)
"""A run with one of these last is a place, even where the words before are a person's name."""

FACILITY_PAIRS = frozenset(
    [
        "air base",
        "army base",
        "border crossing",
        "bus station",
        "gas field",
        "hydroelectric dam",
        "launch site",
        "metro station",
        "military airfield",
        "military base",
        "mountain range",
        "national park",
        "nature reserve",
        "naval base",
        "nuclear facility",
        "nuclear plant",
        "nuclear reactor",
        "nuclear site",
        "oil field",
        "power plant",
        "power station",
        "proving ground",
        "railway station",
        "refugee camp",
        "shopping center",
        "shopping centre",
        "shopping mall",
        "steel plant",
        "test site",
        "testing ground",
        "train station",
        "training camp",
        "training ground",
    ]
)
"""Two words that together are such a noun."""

SITE_NOUNS = frozenset(
    """
    airport airfield airbase barracks bridge cemetery checkpoint dam factory garrison harbor harbour oblast
    palace prison raion reactor refinery shipyard square stadium station strait mosque hospital museum
    volcano valley peninsula
    """.split()
)
"""Facilities whose noun belongs to the name: "Sergeyevka barracks"."""

BEFORE = frozenset(
    """
    in at near outside around across into throughout downtown central eastern western northern southern
    northeastern northwestern southeastern southwestern inside beyond toward towards via onto upstate
    suburban rural north south east west within
    """.split()
)
"""Words that, right before a name, tell that it is a place."""

TRAVEL_VERBS = frozenset(
    """
    go goes went going gone come comes came coming travel travels traveled travelled travelling traveling
    fly flies flew flying flown visit visits visited visiting return returns returned returning move moves
    moved moving arrive arrives arrived arriving drive drove driving head heads headed heading sail sails
    sailed march marched marching flee fled fleeing leave leaves left leaving reach reached reaching trip
    trips flight flights train trains road roads bus miles kilometers kilometres km mile evacuated relocate
    relocated deported extradited transferred airlifted escaped driven stay stayed live lives lived living
    born raised close home route journey way
    """.split()
)
"""Words before "to" or "from" that tell that a place is meant."""

PLACE_NOUNS = frozenset(
    """
    resident residents suburb suburbs street streets airport mayor police metro subway region area
    neighborhood neighbourhood hotel hospital headquarters restaurant university school court skyline
    district station apartment home office bureau time cathedral museum theater theatre prison jail zoo
    stock exchange marathon weather traffic natives-born native conference summit meeting city municipal
    county correspondent
    """.split()
)
"""Nouns that, right after a city's name, tell that the city is meant and not its government."""

NAMED_AFTER = frozenset(
    """Lake Mount Mt Mt. Fort Ft. Camp Cape Port Point San Santa Los Las El Puerto Rio River""".split()
)
"""Words before the name of a place."""

GEORGIA_STATE = frozenset(
    ["Atlanta", "Savannah", "Augusta", "Alabama", "Florida", "Tennessee", "South Carolina", "North Carolina"]
)
"""Places beside which "Georgia" is the state of the USA."""

LANDFORMS = frozenset("river lake creek stream brook mountain volcano glacier island islet reservoir".split())
"""Nouns between "the" and a name that is that of a place: "the river Dove"."""
