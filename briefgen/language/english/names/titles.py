"""What people are called before and after their names: honorifics, offices and trades."""

HONORIFICS = frozenset(
    """
    Mlle Mlle. Mademoiselle Mme Mme. Mr Mr. Mrs Mrs. Ms Ms. Miss Mx Mx. Dr Dr. Sir Dame Prof Prof. Rev
    Rev. Hon Hon. Fr Fr. Messrs Messrs. Madame Monsieur Herr Frau Señor Sheikh Shaikh Sheik Hajj Mullah
    Ayatollah Imam Rabbi Maulana Lord Lady Baroness Sen Sen. Rep Rep. Reps. Sens. Gov Gov. Gen Gen. Lt
    Lt. Col Col. Tsar Tsarina Tsarevich Tsarevna Czar Kaiser Shah Caliph Archduke Marquis Marquess
    Viscount Earl Maj Maj. Sgt Sgt. Capt Capt. Cmdr Cmdr. Adm Adm. Cpl Cpl. Pvt Pvt. Brig Brig. Pres
    Pres. Amb Amb. Det Det. Insp Insp. Supt Supt. Atty Atty. Spc. Pfc. Del. Const Const. Msgr Msgr. Br.
    Sr. Cllr Cllr. Ptl. Tpr. Lt-Col Lt-Gen Lt-Cdr Lt-Gov Maj-Gen Brig-Gen Rear-Adm Vice-Adm
    """.split()
)
"""Words that stand only before a name; with the name they make the person, not the mention."""

RANKS = frozenset("DCI DI DS DC PC WPC DCS DSU DCC ACC DAC PCSO SIO".split())
"""Ranks of the police as British reports write them; before anything but a person they are something else."""

OFFICES = frozenset(
    """
    president presidents premier chancellor minister ministers secretary senator senators congressman
    congresswoman congressmen representative representatives governor governors mayor mayors ambassador
    ambassadors envoy king queen prince princess emperor sultan emir duke duchess pope archbishop bishop
    cardinal priest pastor reverend deacon rabbi general admiral colonel major captain lieutenant sergeant
    commander corporal brigadier marshal officer officers sheriff constable inspector detective
    superintendent judge justice magistrate prosecutor attorney attorneys lawyer lawyers counsel solicitor
    barrister chairman chairwoman chairperson chair ceo cfo coo cto cio director directors executive
    executives manager founder co-founder cofounder owner co-owner head chief chiefs boss leader leaders
    deputy spokesman spokeswoman spokesperson spokespeople speaker treasurer commissioner commissioners
    councillor councilor councilman councilwoman alderman lawmaker lawmakers legislator mp mps mep candidate
    nominee politician activist activists economist analyst analysts strategist adviser advisor advisers
    aide aides expert experts professor professors lecturer scientist researcher researchers historian
    author authors writer journalist journalists reporter reporters correspondent editor columnist
    commentator anchor host presenter blogger novelist poet playwright artist painter sculptor photographer
    architect designer engineer inventor astronaut cosmonaut pilot actor actress singer songwriter rapper
    musician guitarist drummer bassist composer conductor comedian filmmaker producer screenwriter dancer
    choreographer model coach trainer striker midfielder defender goalkeeper quarterback pitcher player
    driver cyclist swimmer sprinter boxer golfer athlete champion physicist geologist seismologist
    virologist epidemiologist meteorologist archaeologist chemist biologist mathematician astronomer
    philosopher psychologist psychiatrist doctor physician surgeon nurse teacher principal dean provost
    student trader investor banker businessman businesswoman entrepreneur billionaire tycoon developer
    consultant whistleblower dissident warlord rebel dictator militant terrorist coordinator administrator
    negotiator diplomat diplomats mediator observer monitor auditor registrar comptroller controller liaison
    planner organizer organiser resident farmer fisherman worker shopkeeper survivor witness suspect gunman
    defendant plaintiff father mother brother sister son daughter husband wife widow uncle aunt cousin
    nephew niece grandson granddaughter ombudsman chaplain curator librarian secretary-general
    undersecretary under-secretary vice-president vice-chairman vice-chancellor attorney-general
    premier-designate crown ayatollah sheikh veteran soldier sailor marine photojournalist pollster
    operative lobbyist democrat republican conservative liberal socialist partner vice
    headmaster headmistress harbourmaster harbormaster stationmaster postmaster master skipper helmsman
    firefighter paramedic electrician plumber mechanic technician
    grocer waiter waitress chef janitor caretaker pensioner retiree tourist passenger
    bystander eyewitness warden forester veterinarian midwife pharmacist dentist translator
    interpreter referee umpire jockey wrestler skier skater rower climber mountaineer bursar
    trawlerman lifeguard rescuer medic
    """.split()
)
"""What a person may be, as a lower-case noun; capitalised before a name the same words are titles."""

TITLE_WORDS = frozenset(
    """
    President Vice-President Empress Premier Chancellor Minister Secretary Senator Senators Congressman
    Congresswoman Representative Representatives Governor Governors Mayor Ambassador Emperor Sultan
    Archbishop Bishop Cardinal Pastor Reverend Rabbi Ayatollah Admiral Colonel Captain Lieutenant
    Sergeant Commander Corporal Brigadier Sheriff Constable Inspector Detective Superintendent Magistrate
    Prosecutor Attorney Chairman Chairwoman Chairperson CEO CFO COO CTO CIO Director Officer Commissioner
    Councillor Councilman Councilwoman Alderman Spokesman Spokeswoman Spokesperson Speaker Treasurer
    Professor Coach Editor Undersecretary Secretary-General Envoy Founder Co-founder Leader Princess
    Lawmaker Advisor Adviser Administrator Counsel Deputy Correspondent Economist Analyst Author
    Assemblyman Assemblywoman Delegate Legislator Strategist Physicist Father Mother Presidents Doctor
    Producer Engineer Principal Advocate Candidate Nominee Activist Historian Reporter Blogger Comedian
    Rapper Registrar Comptroller Solicitor Congressmen Pollster Spokespeople Columnist Novelist Clerk
    Undersheriff Trooper Agent Moviemaker Filmmaker Firefighter Champion Ombudsman Curator Choreographer
    Songwriter Actor Actress Singer Quarterback Goalkeeper Midfielder Striker Defender Skipper Manager
    Spokespersons Commandant Consul Auditor Warden Paramedic Surgeon Physician Psychologist Biologist
    Chemist Mathematician Philosopher Astronaut Cosmonaut Pilot Designer Photographer Cartoonist
    Playwright Screenwriter Broadcaster Entrepreneur Billionaire Tycoon Vicar Chaplain Monsignor
    Patriarch Dictator Warlord Strongman Czar Taoiseach Tánaiste Tanaiste Chairwomen Comrade Rear-Admiral
    MEP MEPs MSP MSPs Vice-Admiral Lieutenant-General Major-General Brigadier-General Lieutenant-Colonel
    Attorney-General
    Governor-General Solicitor-General Generals Colonels Admirals Captains Bishops Ambassadors
    """.split()
)
"""Capitalised words that make a title wherever they stand before a name."""

FIRST_TITLE_WORDS = frozenset(
    """
    General Major King Queen Prince Justice Justices Judges Chief Chair Judge Pope Lord Lady Duke Duchess
    Marshal Brother Sister Saint Baron Count Countess Sir Dean Emir Private MP MPs Head Manager Executive
    Actor Actress Singer Host
    """.split()
)
"""Title words that are also parts of other names: titles only after nothing, a modifier or a country."""

MODIFIERS = frozenset(
    """
    former ex-president then-president then current acting interim incoming outgoing deputy vice senior
    junior assistant associate chief executive prime foreign first late retired national general attorney
    press interior defense defence finance security intelligence trade energy health education environment
    transport labor labour justice agriculture home state managing supreme political lead co-chief principal
    special top veteran longtime long-time state-appointed opposition rebel military army navy police
    presidential vice-presidential republican democratic gop conservative liberal communist centrist
    billionaire media marketing communications public affairs relations operating financial technology
    information research policy staff field sports art film music party election campaign crown grand
    honorary emeritus lieutenant major brigadier sergeant rear commodore and of the for human rights
    industry commerce culture economic economy development climate science sales design product program
    project regional district county city federal provincial congressional house senate parliamentary
    legislative majority minority whip floor tory lib dem independent democrat
    constitutional criminal corporate commercial environmental legal medical clinical forensic agricultural
    industrial academic technical nuclear marine maritime naval structural electrical mechanical civil
    chemical electoral diplomatic municipal local judicial fiscal monetary social cultural scientific
    statistical editorial digital administrative regulatory religious educational veterinary surgical
    paediatric pediatric international humanitarian investigative
    """.split()
)
"""What may stand in a role, besides names, between its start and its last noun."""

TITLE_MODIFIERS = frozenset(
    """
    Former Then Acting Interim Deputy Vice Senior Assistant Associate Chief Executive Prime Foreign First
    Late Retired Presiding Attorney Press Interior Defense Defence Finance Managing Supreme Financial
    Operating Technology General Lt. Lt Maj. Brig. Rear Crown Grand Lord Special Presidential Majority
    Minority House Senate Lead Lieutenant Major Brigadier Mr Mr. Ex-President Security Home State Trade
    Energy Health Education Environment Transport Labor Labour Justice Agriculture Economy Treasury Commerce
    Industry Information Culture Police Fire District City Federal National Cabinet Opposition Party
    Campaign Public Presumptive Democratic Gen. Col. Adm. Minister Secretary Staff Sgt. and of the for
    """.split()
)
"""Capitalised words that may stand in a run of names before a title word and belong to the title."""

NAME_SUFFIXES = frozenset(
    """
    Jr Jr. Sr Sr. II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XXIII MD PhD FRS OBE MBE CBE QC KC MBA
    Esq Esq.
    """.split()
)

PARTICLES = frozenset(
    """
    de la le del della di da dos das do du des der den ter van von zu zum zur y e et und bin ibn bint al el ad
    as ash az ul abu mac st. san af av ben ould
    """.split()
)
"""Lower-case words that stand inside the names of people and places."""

KNOWN_BY_SURNAME = frozenset(
    """
    Obama Putin Trump Biden Merkel Bush Clinton Sarkozy Palin Blair Thatcher Reagan Stalin Lenin Hitler
    Churchill Gandhi Nehru Mandela Castro Chavez Chávez Gaddafi Gadhafi Qaddafi Kadhafi Saddam Assad
    Mubarak Netanyahu Erdogan Erdoğan Zelensky Zelenskyy Zelenskiy Modi Macron Hollande Chirac Mitterrand
    Berlusconi Medvedev Yeltsin Gorbachev Brezhnev Khrushchev Trotsky Mussolini Franco Mao Cheney
    Rumsfeld Nixon Kennedy Eisenhower Roosevelt Truman Carter Johnson Harris Pence Romney McCain Kerry
    Sanders Cameron Corbyn Thunberg Bolsonaro Lula Maduro Kirchner Pinochet Perón Peron Ahmadinejad
    Khomeini Khamenei Rouhani Arafat Sharon Rabin Abbas Sisi Morsi Karzai Musharraf Bhutto Mugabe Zuma
    Ramaphosa Kagame Museveni Sukarno Suharto Duterte Marcos Yanukovych Poroshenko Tymoshenko Lukashenko
    Navalny Tsipras Orban Orbán Tusk Juncker Lagarde Bernanke Greenspan Geithner Paulson Yellen Einstein
    Darwin Newton Marx Freud Shakespeare Mozart Beethoven Bach Picasso Tolstoy Dostoyevsky Dickens
    Hemingway Napoleon Bismarck Musk Zuckerberg Bezos Assange Snowden
    """.split()
)
"""People whom the news names by their surnames alone."""

PAIR_PREFIXES = frozenset(
    "Franco Anglo Sino Russo Indo Afro Euro Greco Austro Italo Luso Hispano Turco Serbo".split()
)
"""First halves of adjectives for two countries: "Sino-Indian"."""

GENERIC_SURNAMES = frozenset(
    "King Judge North South East West Park Street Press Church Court Father Page Price".split()
)
"""Surnames that as words say what a body, a place or an office is."""

INNER_HONORIFICS = frozenset(
    "Lord Lady Sir Miss Sheikh Shaikh Sheik Shah Imam Hajj Mullah Rabbi Earl".split()
)
"""Honorifics that are also names: within a run they belong to it."""

ODD_GIVEN = frozenset("Will Per".split())
"""First names that are small words too."""
MONTH_NAMES = frozenset("Jan April May June August".split())
"""First names that are months too."""
BEFORE_MONTHS = frozenset(
    """
    in of on since by until till from last next this early late mid every each before after between to through
    during around about that the a or and past
    """.split()
)
"""Words in small letters behind which a month is no first name."""
BEHIND_MONTHS = frozenset(
    """
    Day Days Fools Fool Term Quarter Revolution Uprising Bank Holiday Fourth Fourth's First General Session
    Election Elections Summit Edition Issue Report Declaration Agreement Movement Massacre Plenum Ministry
    """.split()
)
"""Words behind which the month before them is one."""
ODD_SURNAMES = frozenset("May March August June April To Or So An On Ha Don Will".split())
"""Surnames that are months or small words: names only right after a first name."""

BYNAMES = frozenset("Great Terrible Younger Elder Conqueror Magnificent Impaler Bold Fat Bald".split())
"""What rulers are called after "the"."""

COUNTRIES_AS_FIRST_NAMES = frozenset("Chad Jordan Israel Georgia".split())

FAMILY_FIRST = frozenset(
    """
    Xi Kim Park Lee Moon Choi Jang Kang Cho Yoon Wang Zhang Zhao Liu Chen Yang Huang Hu Wen Li Zhou Wu Xu
    Sun Ma Zhu Guo He Gao Lin Luo Zheng Liang Song Deng Mao Chiang Nguyen Tran Pham Aung Bo Kwok Leung Wong
    Chan Lam Cheung Lau Ng Yip Tam Tsang Chow Yuen Tse Ban Roh Han Shin Yun Ahn Seo Hwang Kwon Jeong Jung
    Joo Ri Hyon Kwong Poon Tsui Fung Tien Sze Kwan Ho Mok Siu Hui Yeung Tsai Hsieh Hsu Tseng Lien Ko Vo
    Phan Bui Ngo Duong Truong
    """.split()
)
"""Family names that stand before the given name, in the East Asian manner."""

OFFICES_OF = frozenset(
    ["Chancellor", "Secretary", "Minister", "Chief", "Chiefs", "Secretaries", "Ministers", "Undersecretary"]
)
DEPARTMENTS = frozenset(
    """
    State Defense Defence Treasury Homeland Energy Education Health Labor Labour Commerce Transportation
    Agriculture Interior Staff Justice War Finance Foreign Exchequer Trade Europe European Economic
    Economy Culture Sport Transport Environment Immigration Women Information Religious Emergency Home
    """.split()
)
"""What may follow "of" after one of those offices and belong to the title: "Secretary of State"."""
