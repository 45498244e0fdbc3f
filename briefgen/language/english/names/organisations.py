"""Words that organisations' names are made of, and bodies so well known that texts do not explain them."""

LAST_WORDS = frozenset(
    """
    PAC Academy Administration Agency Agencies Airlines Airline Airways Alliance Archives Army Assembly
    Associates Association Associations Authority Authorities Bancorp Bank Bankers Banking Battalion
    Board Brigade Brigades Broadcasting Brothers Bros Bureau Cabinet Campaign Capital Carriers Center
    Centre Centers Chamber Charities Chemicals Choir Church Clinic Club Coalition Cabal Collective
    College Command Commission Commissariat Committee Commons Communications Communities Company
    Computers Confederation Congress Conservancy Consortium Constabulary Consulting Corp Corporation
    Corps Council Court Courts Credit Daily Defence Department Directorate Division Electric Electronics
    Embassy Energy Enterprises Entertainment Exchange Express Faculty Federation Fellowship Firm Force
    Forces Forum Foundation Front Fund Gazette Government Group Guard Guards Guardian Guild Herald
    Holding Holdings Hospital Hotels House Inc Industries Initiative Inquirer Institute Institution
    Institutes Insurance Intelligence International Investments Investors Journal Jury Labs Laboratories
    Laboratory League Legion Legislature Ltd Magazine Media Medicine Militia Ministry Mission Mosque
    Motor Motors Movement Museum Mutual Navy Network Networks News Newspapers Observatory Office Opera
    Orchestra Order Organisation Organization Parliament Partners Partnership Party Patrol Petroleum
    Pharmaceuticals Police Post Press Productions Publications Publishing Pictures Radio Railroad Railway
    Railways Records Regiment Registry Research Reserve Reserves Resources Restaurants School Schools
    Secretariat Securities Seminary Senate Service Services Society Software Solutions Squad Standard
    Station Steel Store Stores Studio Studios Symphony Synod Systems Taskforce Team Technologies
    Technology Telecom Telegraph Telephone Television Temple Theater Theatre Times Tribunal Tribune
    Troupe Trust Union Unions United University Utilities Ventures Volunteers Wanderers Watch Weekly
    Workers Works Treasury Rovers Athletic Automotive Aerospace Aviation Airport-Authority Rangers
    Warriors Giants Lions Tigers Bears Eagles Falcons Panthers Raiders Cowboys Dolphins Patriots Bulls
    Lakers Yankees Mets Dodgers Cubs Sox Braves Marlins Astros Orioles Nationals Phillies Pirates Brewers
    Twins Royals Rockets Celtics Knicks Spurs Heat Pistons Bucks Hawks Hornets Wizards Clippers Suns Jazz
    Kings Ducks Sharks Bruins Canadiens Maple-Leafs Democrats Republicans Greens Tories Taliban Cartel
    Gang Mafia Families Mills Farms Foods Brewery Brewing Pharma Biotech Biosciences Therapeutics
    Healthcare Health Oil Gas Mining Minerals Metals Power Water Logistics Shipping Lines Rail Transit
    Transport Interactive Semiconductor Semiconductors Microsystems Robotics AI Robots Wireless Mobile
    Cable Games Gaming Advisors Advisers Advisory Airplanes Aircraft Analytics Asset Auto Autos Assets
    Consultants Consultancy Economics Equities Financial Finance Funds Investment Management Markets
    Ratings Strategies Trading Wealth Brokers Brokerage Underwriters Realty Properties Estates Builders
    Cruises Tours Travel Airfreight Freight Diagnostics Genomics Genetics Instruments Dynamics Optics
    Devices Apparel Fashions Cosmetics Beverages Distillers Vineyards Winery Theatres Cinemas Ballet
    Philharmonic Ensemble Quartet Trio Sinfonia Chorus Ombudsman Inspectorate Presidium Politburo Caucus
    Conclave Synagogue Congregation Archdiocese Diocese Brotherhood Sisterhood Fraternity Jirga Sabha
    Rada Duma Knesset Majlis Bundestag Cortes Battalions Fleet Squadron Marines Rifles Militias Rebels
    Insurgency Saints Angels Padres Rams Chargers Browns Bengals Steelers Ravens Texans Colts Titans
    Jaguars Bills Jets Redskins Commanders Packers Vikings Broncos Seahawks 49ers Cardinals Buccaneers
    Chiefs Rockies Diamondbacks Mariners Athletics Rays Reds Canucks Oilers Flames Senators Islanders
    Devils Flyers Penguins Capitals Predators Avalanche Coyotes Sabres Blackhawks Mavericks Nuggets
    Timberwolves Grizzlies Pelicans Raptors Cavaliers Sixers Nets Blazers Galaxy Hotspur Albion Villa
    Rescue Tech High Vogue
    Monthly Quarterly Observer Chronicle Examiner Dispatch Courier Enquirer Spectator Advertiser
    Survey Cargo Aéreas Aéreos Aérea Línea Líneas Aerolíneas Linhas Air Airshuttle
    """.split()
)
"""A run of capitalised words with one of these last is an organisation."""

UNDERTAKINGS = frozenset(
    ["Program", "Programme", "Programs", "Programmes", "Project", "Initiative", "Scheme"]
)
"""A run with one of these last is what somebody does, more often than a body."""

FIRST_WORDS = frozenset(
    """
    Observatory Journal Forum Corporation Group Mission Tribunal Laboratory Register Annals Archives
    Commissioner Command Cooperation Corps Registry Brigade Brigades Battalion Party Voice Prosecutor
    Parliaments Academy Agency Alliance Archdiocese Army Assembly Associates Association Bank Board
    Brotherhood Bureau Center Centers Centre Chamber Church Coalition College Commission Committee
    Confederation Conference Congress Consortium Council Court Courts Department Departments Diocese
    Directorate Division Embassy Federation Foundation Friends Front Fund Government Guild Hospital House
    Institute Institutes Institution League Legion Library Ministries Ministry Movement Museum Network
    Office Order Organisation Organization Parliament Party Partnership Project School Secretariat Senate
    Service Services Society Sons Supreme Team Union University Veterans Voice Workers Doctors Reporters
    Citizens Defenders Students Mothers Physicians Americans Administration Campaign Central Daughters Faculty
    """.split()
)
"""Words that, with "of" or "for" after them, open an organisation's name."""

FOREIGN_FIRST_WORDS = frozenset(
    """
    Agence Agencia Associação Associazione Banca Banco Banque Bundesamt Bundesverband Bureau Casa Club Comité
    Comitê Compagnie Compañía Confederación Conseil Consejo Conservatoire Corte Cour Deutsche Deutscher
    Deutsches Dirección Ejército Federación Fédération Federazione Fondation Frente Fundación Fundação Groupe
    Grupo Gruppo Hôpital Institut Instituto Istituto Ministère Ministerio Ministério Mouvement Movimento
    Movimiento Musée Museo Observatoire Oficina Orchestre Ordre Parti Partido Partito Policía Polícia Polizei
    Rassemblement Société Sociedad Syndicat Teatro Théâtre Tribunal Unión Unione Universidad Universidade
    Università Universität Université Verband École Hezb Jamaat Jamiat Lashkar Harakat Hizb Jaish Ansar Liga
    """.split()
)
"""Words that open the names of bodies in other languages."""

NATIONAL_WORDS = frozenset(
    """
    Administration Agency Army Assembly Attorney Authority Bureau Cabinet Central Chamber Coast Command
    Commission Committee Congress Council Court Defense Defence Department Embassy Federal Finance Fleet
    Fleets Force Forces Foreign Government Guard Health House Interior Intelligence Justice Marine Marines
    Ministry Mission Naval Navy Office Parliament Patrol Police Secret Security Senate Service Special State
    Supreme Treasury Election Open Customs Border Immigration Capitol Constitution District Forest
    Geological Postal Securities Air National Conference Olympic Military Energy Food Fish Drug
    Environmental Citizenship Bankruptcy Anti-Doping Cyber Census Labor Homeland President Prime Secretary
    Senator Rep Sen Ambassador Vice Representative Consulate Premier Chancellor General Minister
    """.split()
)
"""A country's name or adjective before a name that holds one of these is a name apart."""

LEGAL_FORMS = frozenset(
    """
    Inc Inc. Incorporated Corp Corp. Corporation Co Co. Company Companies Ltd Ltd. Limited LLC LLP L.L.C.
    LP PLC plc AG GmbH SE SA S.A. SpA S.p.A. NV N.V. BV AB ASA A/S Oyj Pty KG KGaA Group Holdings Holding
    Bancorp Oy Kft Kft. Zrt AŞ SAS S.A.S. SARL Srl BHD Berhad PJSC OJSC JSC OAO ZAO OOO
    """.split()
)

TIE_WORDS = frozenset(
    """
    Motor Motors Computer Computers Company Corporation Group Airlines Airways Technologies Technology
    Electronics Bank Industries Holdings International Systems Software Partners Capital Energy Media
    Pharmaceuticals University College Party Foundation Institute Entertainment Communications Aerospace
    Automotive Steel Oil Petroleum Insurance Financial Securities Studios Records Pictures Stores Foods
    Brothers Labs Laboratories Services Networks Solutions Worldwide Global News Network Channel Times
    Post Television Radio Aircraft Products Air Lines Railway Enterprises Resources Chemical Chemicals
    Electric Tower Hotels Hospital Platforms Management Advisors Advisers Associates Investments Ventures
    Commercial Motorcars Petrochemicals Telecom Telecommunications Aviation Cargo Express Logistics
    Shipping Consulting Research Lines Line Ferries Cruises Railways Mining Minerals Re Life Assurance Pharma
    Therapeutics Semiconductor Robotics Homes Properties Breweries Brewery Farms Textiles Cement Packaging
    """.split()
)
"""What the short form of an organisation's name leaves out after the name proper."""

ABBREVIATED = frozenset(
    ["U.S.", "US", "U.S", "UK", "U.K.", "USA", "U.S.A.", "UN", "U.N.", "EU", "E.U.", "NATO", "DPRK", "ROK"]
)
"""Short names of countries and alliances; before another name they are a name of their own."""

SHORT_NAMES = frozenset(
    ["U.S.", "US", "U.S", "U. S.", "USA", "U.S.A.", "United States", "UK", "U.K.", "United Kingdom"]
)
"""Names of countries that also serve as their adjectives."""

AGENCY_NOUNS = frozenset(
    """
    service agency ministry council commission parliament bank authority bureau department court office army
    navy committee assembly administration union institute federation organisation organization police guard
    treasury senate congress legislature board fund
    """.split()
)
"""Lower-case nouns that, after a country's possessive, describe a body that the text may name elsewhere."""

OWNERS = frozenset(
    """
    People Peoples People's Workers Women Children Men Farmers Teachers Veterans Mothers Journalists Lawyers
    Students Doctors Writers Peasants Pensioners Bankers Fishermen Miners Soldiers Girls Boys Youth Ladies
    Drivers Players Employers Employees Publishers Artists Consumers Manufacturers Investors Prisoners
    """.split()
)
"""Words whose possessive stands inside the names of bodies: "People's Army", "Workers' Party"."""

ARMS = frozenset(
    "Network News Foundation Media Television Radio Channel Studios Research Capital Records Films".split()
)
"""What after an acronym is an arm of the body and not the body: "ACC Network"."""

PAIRS = frozenset(["Fire and Rescue", "Search and Rescue", "Arts and Sciences", "Science and Technology"])
"""Pairs of words that stand together in the names of bodies."""

UNITS = frozenset(
    """
    Unit Agency Council Commission Committee Programme Program Initiative Campaign Partnership Trust Project
    Scheme Foundation Institute Fund Taskforce Network Alliance Centre Center
    """.split()
)
"""Last words of bodies that say in or on what they work: "Women in Business Council"."""

UNIVERSITIES = frozenset("UC UT UNC SUNY CUNY Cal".split())
"""What stands before a town's name for the university there."""

OWNED = frozenset(
    "Club Law Witnesses Disease Syndrome Theorem Wharf Cross Diner Pizza Steakhouse Cup".split()
)
"""What belongs with the possessive before it to one name: "Sam's Club"."""

LED = frozenset(
    """
    Party Government Administration Group Office Cabinet Coalition Movement Campaign Friends Daughters Sons
    Mothers
    """.split()
)
"""Words whose "of" joins a person who is no part of a name: "Centre Party of Ada Moss", "Friends of"."""

SHIPS = frozenset(
    "USS HMS HMAS HMCS HMNZS INS MV SS RMS SMS USNS USCGC MS RV FV MT BRP ROKS JS KRI PNS HNLMS".split()
)
"""What stands before the names of ships."""

COLLEGES = frozenset("College Hospital Church Cathedral University School Hall Chapel Academy".split())
"""Houses that kings, queens and saints own by name: "King's College", "St. John's Hospital"."""

GENERIC = frozenset(
    """
    Administration Agency Army Assembly Association Authority Bank Board Bureau Cabinet Center Centre
    Chamber Church Club Coalition College Commission Committee Company Corporation Council Court Department
    Embassy Federation Force Foundation Fund Government Group Guard House Institute League Legislature
    Ministry Mission Movement Museum Navy Office Order Organisation Organization Party Police Press School
    Service Society State Station Team Treaty Trust Union University Act Agreement Bill Constitution
    Convention Island River Lake Mountain Valley Park Street Road Sea Bay City County Province District
    Region North South East West Northern Southern Eastern Western Central President Secretary Minister
    States Section Part Chapter Article Figure Table Annex Appendix Paragraph Title Page Volume Note Item
    Book Season Episode Round Level Phase Stage Step Version Administrator Director Chairman Chief
    General Judge Justice Queen King
    Governor Mayor Father Mother Dad Mom Mum God Lord Internet Web Earth Moon Sun Today
    """.split()
)
"""Capitalised words that alone, after "the" or at a sentence's start, name nothing."""

BODIES = {
    "White House": "organisation",
    "Pentagon": "organisation",
    "Kremlin": "organisation",
    "Congress": "organisation",
    "Senate": "organisation",
    "House of Representatives": "organisation",
    "Supreme Court": "organisation",
    "High Court": "organisation",
    "Capitol Hill": "place",
    "Parliament": "organisation",
    "Downing Street": "organisation",
    "Elysee": "organisation",
    "Élysée": "organisation",
    "Buckingham Palace": "place",
    "Whitehall": "organisation",
    "House of Commons": "organisation",
    "House of Lords": "organisation",
    "Knesset": "organisation",
    "Duma": "organisation",
    "State Duma": "organisation",
    "Bundestag": "organisation",
    "Bundesrat": "organisation",
    "Bundesbank": "organisation",
    "Sejm": "organisation",
    "Verkhovna Rada": "organisation",
    "Rada": "organisation",
    "Majlis": "organisation",
    "Lok Sabha": "organisation",
    "Rajya Sabha": "organisation",
    "Diet": "organisation",
    "Blue House": "organisation",
    "Treasury": "organisation",
    "State Department": "organisation",
    "Justice Department": "organisation",
    "Defense Department": "organisation",
    "Foreign Office": "organisation",
    "Home Office": "organisation",
    "Federal Reserve": "organisation",
    "Federal Reserve Bank": "organisation",
    "Federal Reserve Bank of New York": "organisation",
    "Federal Reserve Board": "organisation",
    "Federal Reserve System": "organisation",
    "Wall Street": "organisation",
    "Big Three": "organisation",
    "United Nations": "organisation",
    "European Union": "organisation",
    "European Commission": "organisation",
    "European Parliament": "organisation",
    "European Council": "organisation",
    "European Central Bank": "organisation",
    "Security Council": "organisation",
    "General Assembly": "organisation",
    "World Bank": "organisation",
    "World Food Programme": "organisation",
    "World Food Program": "organisation",
    "Development Programme": "organisation",
    "Environment Programme": "organisation",
    "International Monetary Fund": "organisation",
    "World Health Organization": "organisation",
    "World Trade Organization": "organisation",
    "North Atlantic Treaty Organization": "organisation",
    "African Union": "organisation",
    "Arab League": "organisation",
    "Red Cross": "organisation",
    "Islamic State of Iraq and the Levant": "organisation",
    "Islamic State of Iraq and Syria": "organisation",
    "Islamic State in Iraq and Syria": "organisation",
    "Islamic State in Iraq and the Levant": "organisation",
    "Times of London": "organisation",
    "Organization for Security and Cooperation in Europe": "organisation",
    "Organisation for Security and Cooperation in Europe": "organisation",
    "National Oceanic and Atmospheric Administration": "organisation",
    "Moody's Investors Service": "organisation",
    "Cosa Nostra": "organisation",
    "Save the Children": "organisation",
    "Black Lives Matter": "organisation",
    "Human Rights First": "organisation",
    "Reporters Without Borders": "organisation",
    "Meet the Press": "other",
    "Face the Nation": "other",
    "Red Crescent": "organisation",
    "Amnesty International": "organisation",
    "Human Rights Watch": "organisation",
    "Greenpeace": "organisation",
    "Interpol": "organisation",
    "Europol": "organisation",
    "Mossad": "organisation",
    "Shin Bet": "organisation",
    "Scotland Yard": "organisation",
    "Secret Service": "organisation",
    "Supreme Leader": "other",
    "National Guard": "organisation",
    "Coast Guard": "organisation",
    "Navy SEALs": "organisation",
    "Marine Corps": "organisation",
    "Air Force": "organisation",
    "Royal Air Force": "organisation",
    "Royal Navy": "organisation",
    "Revolutionary Guard": "organisation",
    "Revolutionary Guards": "organisation",
    "Revolutionary Guard Corps": "organisation",
    "Quds Force": "organisation",
    "Wagner": "organisation",
    "Wagner Group": "organisation",
    "Hamas": "organisation",
    "Hezbollah": "organisation",
    "Hizbullah": "organisation",
    "Taliban": "organisation",
    "al-Qaida": "organisation",
    "al-Qaeda": "organisation",
    "Al-Qaeda": "organisation",
    "Al Qaeda": "organisation",
    "al Qaeda": "organisation",
    "al-Shabaab": "organisation",
    "al-Shabab": "organisation",
    "Boko Haram": "organisation",
    "Islamic State": "organisation",
    "Islamic Jihad": "organisation",
    "Fatah": "organisation",
    "Houthis": "organisation",
    "Houthi": "organisation",
    "Muslim Brotherhood": "organisation",
    "Ku Klux Klan": "organisation",
    "Democratic Party": "organisation",
    "Republican Party": "organisation",
    "Tea Party": "organisation",
    "Labour Party": "organisation",
    "Conservative Party": "organisation",
    "Liberal Democrats": "organisation",
    "Sinn Fein": "organisation",
    "Sinn Féin": "organisation",
    "Likud": "organisation",
    "Communist Party": "organisation",
    "United Russia": "organisation",
    "Kuomintang": "organisation",
    "Politburo": "organisation",
    "Republicans": "organisation",
    "Democrats": "organisation",
    "Hutu": "other",
    "Tutsi": "other",
    "Associated Press": "organisation",
    "Reuters": "organisation",
    "Agence France-Presse": "organisation",
    "Bloomberg": "organisation",
    "New York Times": "organisation",
    "Washington Post": "organisation",
    "Wall Street Journal": "organisation",
    "Los Angeles Times": "organisation",
    "USA Today": "organisation",
    "Financial Times": "organisation",
    "Guardian": "organisation",
    "Daily Telegraph": "organisation",
    "Daily Mail": "organisation",
    "Economist": "organisation",
    "Politico": "organisation",
    "Axios": "organisation",
    "Der Spiegel": "organisation",
    "Le Monde": "organisation",
    "El País": "organisation",
    "Xinhua": "organisation",
    "Interfax": "organisation",
    "TASS": "organisation",
    "Yonhap": "organisation",
    "Kyodo": "organisation",
    "Al Jazeera": "organisation",
    "Al-Jazeera": "organisation",
    "Haaretz": "organisation",
    "Pravda": "organisation",
    "Izvestia": "organisation",
    "Kommersant": "organisation",
    "Newsweek": "organisation",
    "Fox News": "organisation",
    "Sky News": "organisation",
    "Voice of America": "organisation",
    "Radio Free Europe": "organisation",
    "Deutsche Welle": "organisation",
    "National Public Radio": "organisation",
    "BuzzFeed": "organisation",
    "Breitbart": "organisation",
    "Huffington Post": "organisation",
    "Vox": "organisation",
    "Gallup": "organisation",
    "Quinnipiac": "organisation",
    "YouGov": "organisation",
    "Pew": "organisation",
    "Heritage Foundation": "organisation",
    "Brookings": "organisation",
    "RAND": "organisation",
    "Bellingcat": "organisation",
    "Planned Parenthood": "organisation",
    "Facebook": "organisation",
    "Google": "organisation",
    "Alphabet": "organisation",
    "Amazon": "organisation",
    "Amazon.com": "organisation",
    "Apple": "organisation",
    "Microsoft": "organisation",
    "Twitter": "organisation",
    "YouTube": "organisation",
    "Instagram": "organisation",
    "TikTok": "organisation",
    "WhatsApp": "organisation",
    "Telegram": "organisation",
    "Netflix": "organisation",
    "Uber": "organisation",
    "Lyft": "organisation",
    "Airbnb": "organisation",
    "SpaceX": "organisation",
    "OpenAI": "organisation",
    "Anthropic": "organisation",
    "Huawei": "organisation",
    "Tencent": "organisation",
    "Alibaba": "organisation",
    "ByteDance": "organisation",
    "Baidu": "organisation",
    "Xiaomi": "organisation",
    "Samsung": "organisation",
    "LG": "organisation",
    "Hyundai": "organisation",
    "Kia": "organisation",
    "Toyota": "organisation",
    "Honda": "organisation",
    "Nissan": "organisation",
    "Mazda": "organisation",
    "Mitsubishi": "organisation",
    "Sony": "organisation",
    "Panasonic": "organisation",
    "Nintendo": "organisation",
    "Ford": "organisation",
    "General Motors": "organisation",
    "Chrysler": "organisation",
    "Fiat": "organisation",
    "Opel": "organisation",
    "Volkswagen": "organisation",
    "Audi": "organisation",
    "Porsche": "organisation",
    "BMW": "organisation",
    "Daimler": "organisation",
    "Mercedes-Benz": "organisation",
    "Mercedes": "organisation",
    "Renault": "organisation",
    "Peugeot": "organisation",
    "Citroën": "organisation",
    "Volvo": "organisation",
    "Saab": "organisation",
    "Ferrari": "organisation",
    "Jaguar": "organisation",
    "Land Rover": "organisation",
    "Rolls-Royce": "organisation",
    "Tata": "organisation",
    "Tesla": "organisation",
    "Cadillac": "other",
    "Chevrolet": "other",
    "Pontiac": "other",
    "Buick": "other",
    "Hummer": "other",
    "Vauxhall": "organisation",
    "Airbus": "organisation",
    "Boeing": "organisation",
    "Lockheed": "organisation",
    "Lockheed Martin": "organisation",
    "Raytheon": "organisation",
    "Northrop Grumman": "organisation",
    "General Electric": "organisation",
    "Bombardier": "organisation",
    "Embraer": "organisation",
    "EADS": "organisation",
    "British Airways": "organisation",
    "Lufthansa": "organisation",
    "Qantas": "organisation",
    "Emirates Airline": "organisation",
    "Emirates": "organisation",
    "Ryanair": "organisation",
    "Air France": "organisation",
    "Aeroflot": "organisation",
    "Delta Air Lines": "organisation",
    "Singapore Airlines": "organisation",
    "FedEx": "organisation",
    "Intel": "organisation",
    "IBM": "organisation",
    "Dell": "organisation",
    "Hewlett-Packard": "organisation",
    "Cisco": "organisation",
    "Oracle": "organisation",
    "Nvidia": "organisation",
    "AMD": "organisation",
    "Motorola": "organisation",
    "Nokia": "organisation",
    "Ericsson": "organisation",
    "BlackBerry": "organisation",
    "Siemens": "organisation",
    "Yahoo": "organisation",
    "Yahoo!": "organisation",
    "eBay": "organisation",
    "PayPal": "organisation",
    "Wikipedia": "organisation",
    "Wikimedia": "organisation",
    "WikiLeaks": "organisation",
    "Wikinews": "organisation",
    "Goldman Sachs": "organisation",
    "Morgan Stanley": "organisation",
    "Lehman Brothers": "organisation",
    "Merrill Lynch": "organisation",
    "Bear Stearns": "organisation",
    "Citigroup": "organisation",
    "Citibank": "organisation",
    "Barclays": "organisation",
    "HSBC": "organisation",
    "UBS": "organisation",
    "Deutsche Bank": "organisation",
    "Credit Suisse": "organisation",
    "Wells Fargo": "organisation",
    "Fannie Mae": "organisation",
    "Freddie Mac": "organisation",
    "Standard & Poor's": "organisation",
    "Moody's": "organisation",
    "Fitch": "organisation",
    "Berkshire Hathaway": "organisation",
    "BlackRock": "organisation",
    "ExxonMobil": "organisation",
    "Exxon": "organisation",
    "Exxon Mobil": "organisation",
    "Chevron": "organisation",
    "Gazprom": "organisation",
    "Rosneft": "organisation",
    "Lukoil": "organisation",
    "Aramco": "organisation",
    "Royal Dutch Shell": "organisation",
    "Walmart": "organisation",
    "Wal-Mart": "organisation",
    "Wal - Mart": "organisation",
    "Costco": "organisation",
    "Ikea": "organisation",
    "IKEA": "organisation",
    "Starbucks": "organisation",
    "McDonald's": "organisation",
    "Coca-Cola": "organisation",
    "Pepsi": "organisation",
    "PepsiCo": "organisation",
    "Nestlé": "organisation",
    "Nestle": "organisation",
    "Unilever": "organisation",
    "Nike": "organisation",
    "Adidas": "organisation",
    "Disney": "organisation",
    "Pixar": "organisation",
    "Universal": "organisation",
    "Paramount": "organisation",
    "Comcast": "organisation",
    "Viacom": "organisation",
    "Verizon": "organisation",
    "Vodafone": "organisation",
    "Pfizer": "organisation",
    "Moderna": "organisation",
    "AstraZeneca": "organisation",
    "Monsanto": "organisation",
    "Bayer": "organisation",
    "Novartis": "organisation",
    "Enron": "organisation",
    "WorldCom": "organisation",
    "Halliburton": "organisation",
    "Blackwater": "organisation",
    "Israel Defense Forces": "organisation",
    "Medicaid": "other",
    "Medicare": "other",
    "Social Security": "other",
    "State of the Union": "event",
    "Customs and Border Protection": "organisation",
    "Joint Chiefs of Staff": "organisation",
    "Kmart": "organisation",
    "Nasdaq": "organisation",
    "NASDAQ": "organisation",
    "Euronext": "organisation",
    "New York Stock Exchange": "organisation",
    "Harvard": "organisation",
    "Yale": "organisation",
    "Stanford": "organisation",
    "Princeton": "organisation",
    "MIT": "organisation",
    "Oxford University": "organisation",
    "Cambridge University": "organisation",
    "Real Madrid": "organisation",
    "Manchester United": "organisation",
    "Manchester City": "organisation",
    "Arsenal": "organisation",
    "Chelsea": "organisation",
    "Bayern Munich": "organisation",
    "Juventus": "organisation",
    "Liverpool FC": "organisation",
    "Beatles": "organisation",
    "Rolling Stones": "organisation",
    "Médecins Sans Frontières": "organisation",
    "Doctors Without Borders": "organisation",
    "Oxfam": "organisation",
    "Holy See": "organisation",
    "Catholic Church": "organisation",
    "Dow Jones": "organisation",
    "Dow Jones Industrial Average": "other",
    "Nikkei": "other",
    "Hang Seng": "other",
    "DAX": "other",
    "Dow": "other",
    "Silicon Valley": "place",
    "Hollywood": "place",
    "Broadway": "place",
    "Guantanamo Bay": "place",
    "Guantánamo Bay": "place",
    "Guantanamo": "place",
    "Ground Zero": "place",
    "World Trade Center": "place",
    "Times Square": "place",
    "Red Square": "place",
    "Tiananmen Square": "place",
    "Camp David": "place",
    "Fort Bragg": "place",
    "Air Force One": "other",
    "Taj Mahal": "place",
    "Eiffel Tower": "place",
    "Great Wall": "place",
    "West Wing": "place",
    "Oval Office": "place",
    "Rose Garden": "place",
    "Trump Tower": "place",
    "World War I": "event",
    "World War II": "event",
    "World War One": "event",
    "World War Two": "event",
    "First World War": "event",
    "Second World War": "event",
    "Cold War": "event",
    "Civil War": "event",
    "Great Depression": "event",
    "Holocaust": "event",
    "Brexit": "event",
    "Arab Spring": "event",
    "Great Recession": "event",
    "Christmas": "event",
    "Easter": "event",
    "Thanksgiving": "event",
    "Ramadan": "event",
    "Halloween": "event",
    "New Year": "event",
    "Olympics": "event",
    "Super Bowl": "event",
    "US Open": "event",
    "U.S. Open": "event",
    "French Open": "event",
    "Australian Open": "event",
    "British Open": "event",
    "Ryder Cup": "event",
    "Big Ten": "organisation",
    "Ivy League": "organisation",
    "Notre Dame": "organisation",
    "Notre-Dame": "place",
    "Investors in People": "organisation",
    "Oscars": "event",
    "Emmys": "event",
    "Tonys": "event",
    "Grammys": "event",
    "Baftas": "event",
    "Golden Globes": "event",
    "Oscar": "other",
    "Emmy": "other",
    "Grammy": "other",
    "World Cup": "event",
    "World Series": "event",
    "Watergate": "event",
    "Brexit Party": "organisation",
    "Obamacare": "other",
    "Nobel Peace Prize": "other",
    "Nobel Prize": "other",
    "Pulitzer Prize": "other",
    "Bitcoin": "other",
    "Bible": "other",
    "Quran": "other",
    "Koran": "other",
    "Talmud": "other",
    "Torah": "other",
    "Windows": "other",
    "Android": "other",
    "Linux": "other",
    "Macintosh": "other",
    "Mac": "other",
    "Mars": "other",
    "Venus": "other",
    "Jupiter": "other",
    "Earth": "other",
    "Moon": "other",
}
"""Names that need no explanation in the news, with their kind."""

SHORT_FORMS = {
    "Lib Dem": "Liberal Democrats",
    "Lib Dems": "Liberal Democrats",
    "Liberal Democrat": "Liberal Democrats",
    "Tory": "Conservative Party",
    "Tories": "Conservative Party",
    "Labour": "Labour Party",
    "Fed": "Federal Reserve",
    "Beeb": "BBC",
    "M&S": "Marks & Spencer",
    "J&J": "Johnson & Johnson",
    "P&G": "Procter & Gamble",
    "S&P": "Standard & Poor's",
    "BofA": "Bank of America",
    "StanChart": "Standard Chartered",
    "RBS": "Royal Bank of Scotland",
    "GSK": "GlaxoSmithKline",
    "HP": "Hewlett-Packard",
    "VW": "Volkswagen",
    "AmEx": "American Express",
    "Amex": "American Express",
    "BoE": "Bank of England",
    "BoJ": "Bank of Japan",
    "PwC": "PricewaterhouseCoopers",
    "UCL": "University College London",
    "UCLA": "University of California, Los Angeles",
    "TUC": "Trades Union Congress",
    "MSF": "Médecins Sans Frontières",
}
"""What the news calls bodies for short, with their names."""

ACRONYMS = {
    "UN": "United Nations",
    "U.N.": "United Nations",
    "EU": "European Union",
    "E.U.": "European Union",
    "NATO": "North Atlantic Treaty Organization",
    "Nato": "North Atlantic Treaty Organization",
    "IMF": "International Monetary Fund",
    "WHO": "World Health Organization",
    "WTO": "World Trade Organization",
    "ECB": "European Central Bank",
    "AP": "Associated Press",
    "AFP": "Agence France-Presse",
    "GM": "General Motors",
    "GE": "General Electric",
    "NPR": "National Public Radio",
    "RFE": "Radio Free Europe",
    "VOA": "Voice of America",
    "FBI": "Federal Bureau of Investigation",
    "CIA": "Central Intelligence Agency",
    "NSA": "National Security Agency",
    "DHS": "Department of Homeland Security",
    "DOJ": "Department of Justice",
    "DoJ": "Department of Justice",
    "EPA": "Environmental Protection Agency",
    "FDA": "Food and Drug Administration",
    "IRS": "Internal Revenue Service",
    "SEC": "Securities and Exchange Commission",
    "FCC": "Federal Communications Commission",
    "FTC": "Federal Trade Commission",
    "CDC": "Centers for Disease Control and Prevention",
    "NIH": "National Institutes of Health",
    "FEMA": "Federal Emergency Management Agency",
    "NASA": "National Aeronautics and Space Administration",
    "DEA": "Drug Enforcement Administration",
    "ICE": "Immigration and Customs Enforcement",
    "IAEA": "International Atomic Energy Agency",
    "OPEC": "Organization of the Petroleum Exporting Countries",
    "ICC": "International Criminal Court",
    "OSCE": "Organization for Security and Co-operation in Europe",
    "OECD": "Organisation for Economic Co-operation and Development",
    "ASEAN": "Association of Southeast Asian Nations",
    "UNICEF": "UNICEF",
    "UNESCO": "UNESCO",
    "UNHCR": "UNHCR",
    "FIFA": "FIFA",
    "UEFA": "UEFA",
    "NRA": "National Rifle Association",
    "RNC": "Republican National Committee",
    "DNC": "Democratic National Committee",
    "GOP": "Republican Party",
    "ISIS": "Islamic State",
    "ISIL": "Islamic State",
    "Daesh": "Islamic State",
    "IDF": "Israel Defense Forces",
    "FSB": "Federal Security Service",
    "MI5": "MI5",
    "MI6": "MI6",
    "BBC": "BBC",
    "CNN": "CNN",
    "NBC": "NBC",
    "CBS": "CBS",
    "ABC": "ABC",
    "MSNBC": "MSNBC",
    "PBS": "PBS",
    "ITV": "ITV",
    "RCMP": "Royal Canadian Mounted Police",
    "NHS": "National Health Service",
    "NYPD": "NYPD",
    "LAPD": "LAPD",
    "IOC": "International Olympic Committee",
    "IRA": "Irish Republican Army",
    "PLO": "Palestine Liberation Organization",
    "PKK": "Kurdistan Workers' Party",
    "ACLU": "American Civil Liberties Union",
    "NAACP": "NAACP",
    "UAW": "United Auto Workers",
    "WSJ": "Wall Street Journal",
    "NYT": "New York Times",
    "NYSE": "New York Stock Exchange",
    "NFL": "NFL",
    "NBA": "NBA",
    "NHL": "NHL",
    "MLB": "MLB",
    "RAF": "Royal Air Force",
    "CNBC": "CNBC",
    "AT&T": "AT&T",
    "BP": "BP",
    "IRGC": "Islamic Revolutionary Guard Corps",
    "BJP": "Bharatiya Janata Party",
    "ANC": "African National Congress",
    "SNP": "Scottish National Party",
    "UKIP": "UK Independence Party",
    "AfD": "Alternative for Germany",
    "DPR": "DPR",
    "ATF": "ATF",
    "TSA": "Transportation Security Administration",
    "FAA": "Federal Aviation Administration",
    "NTSB": "National Transportation Safety Board",
    "OMB": "Office of Management and Budget",
    "CBO": "Congressional Budget Office",
    "GAO": "Government Accountability Office",
}
"""Short forms that news uses without saying what they stand for."""

NOT_NAMES = frozenset(
    """
    CEO CFO COO CTO CIO TV DVD CD PC PR AM PM HIV AIDS DNA RNA GDP GNP VAT IPO ID IDs OK SUV SUVs USB PDF
    FAQ AI IT HR IQ UFO GPS LED LCD HD PhD MBA MD MA RV ATM PIN SIM SMS URL WWW HTML VoIP WMD WMDs POW POWs
    MP MPs MEP MEPs NGO NGOs PTSD ICBM ICBMs CO2 EST EDT GMT UTC CET BST PST PDT BC AD BCE CE PAC PACs LGBT
    LGBTQ USD EUR GBP JPY CNY vs COVID FYI DIY QR AC DC PS LP EP VIP VIPs R&D M&A Q&A STEM IED IEDs UAV UAVs
    DUI CCTV R D I A T X II III IV VI VII VIII IX XI XII JD LLC INC No. C.E.O. OS AU FULL TEXT VS SDK API
    APIs GHz MHz GB MB TB KB RAM CPU GPU ET PT CT MT CDT CST MDT MST IST JST AEST GI GIs VP DA TKO KO KOs TD
    TDs RBI RBIs MVP SOS RSVP ASAP DVDs CDs PCs TVs MRI ICU ER AP1 XML PHP SQL ISBN ISP VPN ROM DWI EMS
    DJ DJs ICT
    R&B B&B Y2K LLM LLMs NFT NFTs UI UX CMS CRM SEO GUI CLI
    """.split()
)
"""Capitals that stand for no body."""

SMALL_WORDS = frozenset(["of", "the", "for", "and", "&", "to", "in", "on", "at", "'s"])
"""Words that acronyms and short forms of names pass over."""

SPELLINGS = {
    "defence": "defense",
    "organisation": "organization",
    "labour": "labor",
    "centre": "center",
    "programme": "program",
}
"""British spellings of words in the names of bodies, with the American ones."""

OPPOSING = frozenset(["Without", "Against"])
"""Words with a capital inside the name of a body: "Lawyers Without Fear"."""
