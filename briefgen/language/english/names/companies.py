"""Companies and bodies of aviation, finance and trade, and the indices and models named after them."""

COMPANIES = frozenset(
    name.strip()
    for name in """
    Aer Lingus|Aeroflot|Aeroméxico|Aeromexico|Aerolíneas Argentinas|Aerolineas Argentinas|Aérospatiale
    |Air Algérie|Air Algerie|Air Berlin|Air Canada|Air China|Air Europa|Air France|Air France-KLM
    |Air Inuit|Air Koryo|Air Lease|Air Liquide|Air Malta|Air Mauritius|Air New Zealand|Air Niugini
    |Air Seychelles|Air Tahiti|Air Transat|Air Zimbabwe|AirAsia|AirAsia X|AirTran|AirTran Airways
    |Air India|Air India Express|Air Bagan|airBaltic|Alitalia|All Nippon Airways|American Eagle|Antonov
    |Ansett|Arianespace|Asiana|Asiana Airlines|Avianca|BAE Systems|Bell Helicopter|Boeing|Bombardier
    |British Aerospace|British Midland|Cathay Pacific|Cessna|Cebu Pacific|China Eastern|China Southern
    |Copa Airlines|Dassault|Dassault Aviation|Delta Air Lines|DHL|Dragonair|EasyJet|easyJet|EgyptAir
    |Egyptair|El Al|Embraer|Emirates Airline|Etihad|Etihad Airways|Eurocopter|Eurofighter|Eurowings
    |EVA Air|FedEx Express|Finmeccanica|Finnair|Flybe|flydubai|Fokker|Garuda|Garuda Indonesia
    |General Dynamics|Germanwings|GE Aviation|Gulf Air|Gulfstream|Hainan Airlines|Honeywell|Icelandair|Iberia
    |Ilyushin|IndiGo|Iran Air|Irkut|Japan Airlines|Jet Airways|JetBlue|JetBlue Airways|Jetstar|Jet2
    |Kam Air|Kenya Airways|Kingfisher Airlines|KLM|Korean Air|LAN Airlines|LATAM|Lion Air|Lion Air Group
    |LOT Polish Airlines|Lockheed|Loganair|Learjet|Malaysia Airlines|Malev|Malév|MarkAir
    |McDonnell Douglas|Merpati|Middle East Airlines|Northwest Airlines|Norwegian Air
    |Norwegian Air Shuttle|Nok Air|Olympic Air|Pan Am|PIA|Pegasus Airlines|Philippine Airlines
    |Pratt & Whitney|Qatar Airways|Raytheon|Royal Air Maroc|Royal Jordanian|Ryanair|S7 Airlines|Sabena
    |Safran|SAS|Saudia|Scandinavian Airlines|Shenzhen Airlines|Sikorsky|Silk Air|SilkAir
    |Singapore Airlines|Snecma|South African Airways|Southwest Airlines|Spanair|SpiceJet
    |Spirit AeroSystems|Sriwijaya Air|SriLankan Airlines|Sukhoi|Swiss International Air Lines|Swissair
    |Swissport|TAM|TAM Airlines|TAP Air Portugal|TAP Portugal|Thai Airways|Thales|Thomas Cook
    |Thomson Airways|TNT|TransAsia|TransAsia Airways|Transaero|Transavia|Transat|Tiger Airways|Tigerair
    |TUI|TUIfly|Tunisair|Tupolev|Turkish Airlines|TWA|Ukraine International Airlines|United Airlines
    |United Continental|UPS|UPS Airlines|US Airways|US Steel|U.S. Steel|US Bancorp|U.S. Bancorp|Utair
    |UTair|ValuJet|Varig|VASP|Vietnam Airlines|Virgin America|Virgin Atlantic|Virgin Australia
    |Virgin Blue|Virgin Galactic|Virgin Group|Vueling|WestJet|West Air|Wizz Air|Wideroe|Widerøe
    |XL Airways|Yemenia|Yeti Airlines|AIG|American International Group|ABN AMRO|ABN Amro|Allianz
    |American Express|Anglo Irish Bank|AXA|Banco do Brasil|Banco Santander|Bank of America|Bank of China
    |Bank of New York Mellon|Bankia|BBVA|Berkshire Hathaway|BNP Paribas|Cantor Fitzgerald|Charles Schwab
    |China Construction Bank|China Investment Corporation|CIT Group|CME|CME Group|Commerzbank|Countrywide
    |Countrywide Financial|Crédit Agricole|Credit Agricole|Danske Bank|Deutsche Boerse|Deutsche Börse
    |Deutsche Post|Deutsche Telekom|Dexia|Dubai World|E*Trade|Ernst & Young|Fidelity Investments|Fortis
    |Gazprombank|Generali|Glitnir|HBOS|HDFC|Hypo Real Estate|ICBC|ICICI|ICICI Bank|IndyMac|ING
    |Intesa Sanpaolo|JP Morgan|JP Morgan Chase|J.P. Morgan|JPMorgan|JPMorgan Chase|Julius Baer|Kaupthing
    |Kleinwort Benson|KKR|KPMG|Landsbanki|Lloyds|Lloyds TSB|Lloyd's of London|Lloyd's List
    |Long-Term Capital Management|MasterCard|Mastercard|MetLife|Mizuho|Monte dei Paschi di Siena|MSCI
    |Munich Re|NatWest|Natixis|Nomura|Nordea|Northern Rock|Nymex|Pimco|PIMCO|PricewaterhouseCoopers
    |Deloitte|Rabobank|Raiffeisen|RBS|Royal Bank of Scotland|Sallie Mae|Sberbank|Société Générale
    |Societe Generale|Standard Chartered|State Street|Swiss Re|UniCredit|Unicredit|VTB|Wachovia
    |Washington Mutual|WaMu|WestLB|Western Union|Alcoa|ArcelorMittal|Arcelor|Mittal|Anglo American|BHP
    |BHP Billiton|Rio Tinto|Glencore|Xstrata|Rusal|Norilsk Nickel|Severstal|Nippon Steel|POSCO|Tata Steel
    |ThyssenKrupp|Saint-Gobain|Lafarge|Holcim|Caterpillar|Cargill|Bunge|Danone|Kraft|Kraft Foods|Heineken
    |Carlsberg|Diageo|Anheuser-Busch|InBev|Carrefour|Tesco|Sainsbury's|Marks & Spencer|Woolworths|Lidl
    |Aldi|Metro AG|Zara|Inditex|L'Oréal|L'Oreal|LVMH|Procter & Gamble|Johnson & Johnson|GlaxoSmithKline
    |Sanofi|Sanofi-Aventis|Merck|Eli Lilly|BioNTech|Sinovac|Sinopharm|CNOOC|CNPC|PetroChina|Sinopec
    |Petrobras|Pemex|PDVSA|Statoil|Equinor|Eni|ENI|Repsol|TotalEnergies|ConocoPhillips|Transocean
    |Schlumberger|Yukos|TNK-BP|Rosatom|Rostec|Rosneft|Transneft|Naftogaz|Lukoil|Surgutneftegas|Areva|EDF
    |GDF Suez|Engie|E.ON|RWE|Enel|Iberdrola|Vattenfall|TEPCO|Tepco|Toshiba|Hitachi|Fujitsu|NEC|Nikon
    |Foxconn|TSMC|MediaTek|HTC|Acer|Asus|Lenovo|ZTE|Qualcomm|Broadcom|Texas Instruments|Micron|Adobe
    |Salesforce|SAP|Infosys|Wipro|Tata Motors|Tata Consultancy Services|Mahindra|Maruti|Suzuki|Subaru
    |Isuzu|Daihatsu|Daewoo|SsangYong|Geely|BYD|SAIC|Chery|Dongfeng|Great Wall Motors|Magna International
    |Visteon|Bosch|Continental AG|Michelin|Bridgestone|Goodyear|Pirelli|Škoda|Skoda|Lamborghini|Bugatti
    |Maserati|Alfa Romeo|Aston Martin|MG Rover|PSA|PSA Peugeot Citroën|Stellantis|AvtoVAZ|GAZ|Kamaz
    |Scania|Telefónica|Telefonica|Telecom Italia|France Télécom|France Telecom|BT Group|Telstra|T-Mobile
    |Nextel|NTT|NTT DoCoMo|SoftBank|Softbank|Rakuten|Alibaba|JD.com|Gojek|Spotify|Skype|LinkedIn|Myspace
    |MySpace|Reddit|Snapchat|Pinterest|Dropbox|Napster|Mozilla|Red Hat|Novell|Sun Microsystems|AOL
    |Time Warner|News Corp|News Corporation|BSkyB|Bertelsmann|Vivendi|Ubisoft|Electronic Arts|Activision
    |Activision Blizzard|Sega|Atari|Capcom|Konami|Lego|Mattel|Hasbro|Maersk|Hapag-Lloyd|Cosco
    |Costa Cruises|Carnival Corporation|Eurostar|Eurotunnel|Amtrak|Deutsche Bahn|SNCF|Bechtel|Skanska
    |Bouygues|Alstom|Union Carbide|Dow Chemical|DuPont|BASF|Syngenta|Academi|G4S|Serco|Accenture|McKinsey
    |Du Pont|Sotheby's|Christie's|Macy's|Wendy's|Lowe's|Kohl's|Domino's|Domino's Pizza|Dunkin' Donuts
    |Getty Images|Univision|Telemundo|Fox News Channel|Xerox|Citi|Kodak|Eastman Kodak|Polaroid|PaineWebber
    |Drexel Burnham Lambert|Kidder Peabody|Salomon Brothers|RJR Nabisco|Warner Bros.|Warner Bros
    |Warner Brothers|Paramount Pictures|20th Century Fox|Lionsgate|DreamWorks|Miramax|MGM|HBO|Showtime
    |Hulu|Waitrose|Asda|Morrisons|John Lewis|Harrods|Selfridges|Debenhams|WHSmith|Aetna|Cigna|Humana
    |Walgreens|Rite Aid|CVS|Home Depot|Best Buy|J.C. Penney|Sears|Nordstrom|Burger King|KFC|Pizza Hut
    |Taco Bell|Chipotle|Revlon|Estée Lauder|Gucci|Prada|Chanel|Rolex|Harley-Davidson|John Deere
    |Booz Allen|Booz Allen Hamilton|Dresdner Bank|Dresdner Kleinwort|Dresdner Kleinwort Wasserstein
    |National Geographic|Caltech|Meta|Meta Platforms|MTV
    |Montedison|Olivetti|Parmalat|Benetton|Luxottica|Labatt|Seagram|Air Products|Emirates Group
    """.replace("\n", "").split("|")
)
"""Companies that the world's news names without saying what they are."""

BODIES = frozenset(
    name.strip()
    for name in """
    BEA|AAIB|ATSB|EASA|IATA|ICAO|DGCA|NTSB|FAA|NORAD|ESA|European Space Agency|Roscosmos|JAXA|ISRO|CNES
    |CNSA|CERN|FDIC|CFTC|FOMC|FSA|FINRA|Ofcom|Ofgem|BaFin|Bafin|Ecofin|Eurogroup|Eurojust|Frontex
    |Eurostat|G7|G8|G20|G-7|G-8|G-20|G77|BRICS|Mercosur|MERCOSUR|ECOWAS|SADC|NAFTA|APEC|COMECON|CSTO|IGAD
    |SAARC|GCC|UNRWA|UNDP|UNEP|UNODC|MONUSCO|MINUSTAH|UNIFIL|UNMIK|AMISOM|KFOR|ISAF|OPCW|OHCHR|IPCC|IUCN
    |WWF|ILO|ITU|UPU|WIPO|WMO|WFP|FAO|IFRC|ICRC|UNAIDS|WADA|IAAF|FIA|FIDE|ICJ|ICTY|ICTR|ECHR|Eurocontrol
    |OAS|AU|OIC|OPEC+|LSE|London Stock Exchange|NYMEX|Bombay Stock Exchange|Tokyo Stock Exchange
    |Hong Kong Stock Exchange|Shanghai Stock Exchange|Wall Street|Chicago Board of Trade
    |Chicago Mercantile Exchange|Frankfurt Stock Exchange|Toronto Stock Exchange|Bank of England
    |Bank of Japan|Bank of Canada|Bank of Korea|Bank of Russia|People's Bank of China|Riksbank
    |Reserve Bank of India|Reserve Bank of Australia|Swiss National Bank|Banque de France|Norges Bank
    |Inter-American Development Bank|Asian Development Bank|African Development Bank
    |European Investment Bank|Treasury Department|Commerce Department|Labor Department|Labour Department
    |Transportation Department|Energy Department|Interior Department|Health Ministry
    |Ways and Means Committee|Politburo|Guardia Civil|Carabinieri|Gendarmerie|Bundeswehr|Luftwaffe
    |Wehrmacht|Gestapo|Stasi|KGB|GRU|SVR|NKVD|ISI|BND|DGSE|DGSI|MI5|MI6|GCHQ|SAS|SBU|Spetsnaz
    |Rosaviatsiya|Rospotrebnadzor|Roskomnadzor|Gosduma|Federation Council|Bundesverfassungsgericht|Cortes
    |Cortes Generales|Riksdag|Folketing|Storting|Eduskunta|Seimas|Saeima|Riigikogu|Oireachtas|Dáil|Dail
    |Seanad|Stormont|Holyrood|Senedd|Althing|Tweede Kamer|Bundesliga|Premier League|La Liga|Serie A
    |Champions League|Loya Jirga|Shura Council|Guardian Council|Assembly of Experts|Basij|PKK|YPG|FARC
    |ELN|ETA|Provisional IRA|UVF|UDA|LTTE|Tamil Tigers|Shining Path|Lashkar-e-Taiba|Jaish-e-Mohammed
    |Jemaah Islamiyah|Abu Sayyaf|Jabhat al-Nusra|al-Nusra Front|Ansar al-Sharia|Janjaweed
    |Lord's Resistance Army|M23|RENAMO|FRELIMO|MPLA|UNITA|SWAPO|ZANU-PF|Zanu-PF|MDC|Golkar|UMNO|PASOK
    |Syriza|Podemos|Ciudadanos|Fidesz|Jobbik|Forza Italia|Lega Nord|Northern League|Front National
    |National Front|Plaid Cymru|Fianna Fáil|Fianna Fail|Fine Gael|CDU|CSU|SPD|FDP|AKP|MHP|HDP|CHP|PiS|PVV
    |NDP|Bloc Québécois|Bloc Quebecois|Aam Aadmi Party|Shiv Sena|Komeito|Jamaat-e-Islami|Ennahda
    |Nidaa Tounes|Swapo|Batkivshchyna|Yabloko|Lib Dem|Lib Dems|Al-Qaida|Al Qaida|al Qaida|al-Qa'ida|Qaeda
    |Taleban|Hamas|Daily Beast|Huffington Post|HuffPost|Washington Times|National Review|New Yorker
    |The New Yorker|Der Spiegel|Bild|Die Welt|Die Zeit|Corriere della Sera|La Repubblica|Asahi Shimbun
    |Yomiuri Shimbun|China Daily|People's Daily|Global Times|Times of India|Straits Times
    |Sydney Morning Herald|Globe and Mail|Toronto Star|Daily Mirror|Daily Express|Sunday Times
    |Sunday Telegraph|Evening Standard|Boston Globe|Chicago Tribune|Miami Herald|San Francisco Chronicle
    |Atlanta Journal-Constitution|USA Today|Rolling Stone|Vanity Fair|Entertainment Weekly
    |Sports Illustrated|Fox Business|Fox Business Network|Good Morning America|Today Show|BBC News
    |BBC Radio|Sky News|Russia Today|RIA Novosti|ITAR-TASS|Rossiya 24|Press TV|Al Arabiya|Al-Arabiya
    |Anadolu Agency|IRNA|Tasnim|SANA|KCNA|Korean Central News Agency|NHK|Jiji Press|ANSA|EFE|DPA|dpa|PTI
    |Press Trust of India|ANI|NDTV|Haaretz|Jerusalem Post|Times of Israel|Maariv|Ukrinform
    |Ukrainska Pravda|Meduza|Novaya Gazeta|Novosti
    |AC Milan|AS Roma|Ajax|Aston Villa|Atletico Madrid|Bayer Leverkusen|Benfica|Birmingham City
    |Blackburn Rovers|Borussia Dortmund|Bristol City|Cardiff City|Celtic|Charlton Athletic
    |Coventry City|Crystal Palace|Derby County|Everton|FC Barcelona|Feyenoord|Fenerbahce
    |Galatasaray|Harlequins|Hibernian|Hull City|Inter Milan|Ipswich Town|Leeds United
    |Leicester City|Leicester Tigers|Newcastle United|Norwich City|Nottingham Forest|Olympiakos
    |Panathinaikos|Paris Saint-Germain|Queens Park Rangers|Real Sociedad|Saracens|Sheffield United
    |Sheffield Wednesday|Sporting Lisbon|Stoke City|Swansea City|Tottenham|Tottenham Hotspur
    |Valencia CF|Wasps|West Brom|West Bromwich Albion|West Ham|West Ham United
    |Wolverhampton Wanderers|Zenit|Radio Five Live|BBC Radio Five Live|Ritz-Carlton|Ritz Carlton
    |NSPCC|RSPCA|RNLI
    """.replace("\n", "").split("|")
)
"""Bodies that the world's news names without saying what they are."""

INDICES = frozenset(
    name.strip()
    for name in """
    All Ordinaries|AEX|ASX 200|BEL 20|Bovespa|BSE Sensex|CAC 40|CAC-40|DAX|DAX 30|Dax|Dow|Dow Jones
    |Dow Jones Industrial Average|Dow Jones industrial average|Dow Jones Industrials|Euro Stoxx 50
    |Eurofirst 300|FTSE|FTSE 100|FTSE 250|FTSE-100|FTSEurofirst 300|Footsie|Hang Seng|Hang Seng Index|IBEX
    |IBEX 35|Ibex|Jakarta Composite|KOSPI|Kospi|Micex|MICEX|NASDAQ Composite|Nasdaq Composite
    |Nasdaq Composite Index|NASDAQ-100|Nasdaq 100|Nifty|Nikkei|Nikkei 225|Nikkei Stock Average|NZX 50|OMX
    |PSI 20|Russell 2000|S&P 500|S&P 500 Index|S&P/ASX 200|S&P/TSX Composite|Sensex|SENSEX
    |Shanghai Composite|Shanghai Composite Index|Standard & Poor's 500|Standard and Poor's 500|Stoxx 600
    |Straits Times Index|TAIEX|Taiex|Topix|TOPIX|TSX Composite|VIX|Brent|Brent crude|West Texas Intermediate
    |Libor|LIBOR|Euribor|Concorde|Dreamliner|Superjumbo|Air Force Two|Marine One|Space Shuttle
    |International Space Station|Soyuz|Ariane
    """.replace("\n", "").split("|")
)
"""Indices, prices and craft: named things that are nobody."""

MODELLED = frozenset(
    """
    Boeing Airbus Antonov Tupolev Ilyushin Embraer Bombardier Cessna Fokker Sukhoi Saab Learjet Gulfstream
    Eurocopter Beechcraft Convair ATR CRJ ERJ Peugeot Ferrari Porsche BMW Fiat Renault Nokia Xbox PlayStation
    Windows Jetstream Yakovlev Comac
    """.split()
)
"""Makers and makes whose models are numbered: a number after one belongs to the name of a thing."""
