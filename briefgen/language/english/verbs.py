"""Common English verbs, to tell a clause's verb from the nouns around it."""

IRREGULAR_VERBS = """
arise arose arisen
bear bore born
beat beat beaten
become became become
begin began begun
bend bent bent
bet bet bet
bind bound bound
bite bit bitten
bleed bled bled
blow blew blown
break broke broken
bring brought brought
build built built
burst burst burst
buy bought bought
cast cast cast
catch caught caught
choose chose chosen
come came come
cost cost cost
cut cut cut
deal dealt dealt
dig dug dug
do did done
draw drew drawn
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed fed
feel felt felt
fight fought fought
find found found
flee fled fled
fly flew flown
forbid forbade forbidden
forecast forecast forecast
forget forgot forgotten
forgive forgave forgiven
freeze froze frozen
get got gotten
give gave given
go went gone
grow grew grown
hang hung hung
hear heard heard
hide hid hidden
hit hit hit
hold held held
hurt hurt hurt
keep kept kept
know knew known
lay laid laid
lead led led
leave left left
lend lent lent
let let let
lie lay lain
lose lost lost
make made made
mean meant meant
meet met met
overcome overcame overcome
oversee oversaw overseen
overthrow overthrew overthrown
pay paid paid
prove proved proven
put put put
quit quit quit
read read read
ride rode ridden
ring rang rung
rise rose risen
run ran run
say said said
see saw seen
seek sought sought
sell sold sold
send sent sent
set set set
shake shook shaken
shoot shot shot
show showed shown
shut shut shut
sing sang sung
sink sank sunk
sit sat sat
sleep slept slept
speak spoke spoken
spend spent spent
split split split
spread spread spread
stand stood stood
steal stole stolen
stick stuck stuck
strike struck struck
swear swore sworn
sweep swept swept
swim swam swum
swing swung swung
take took taken
teach taught taught
tear tore torn
tell told told
think thought thought
throw threw thrown
undergo underwent undergone
understand understood understood
undertake undertook undertaken
uphold upheld upheld
wake woke woken
wear wore worn
win won won
wind wound wound
withdraw withdrew withdrawn
withhold withheld withheld
withstand withstood withstood
write wrote written
"""
"""Base form, past, past participle."""

REGULAR_VERBS = frozenset(
    """
    abandon absorb accelerate accept accompany accomplish account accumulate accuse achieve acknowledge
    acquire act adapt add address adjust administer admit admonish adopt advance advise advocate affect
    affirm afford agree aim alarm allege allocate allow allude alter amend amount analyze annex announce
    answer anticipate apologise apologize appeal appear applaud apply appoint appreciate approach approve
    argue arm arrange arrest arrive ask assail assassinate assemble assert assess assign assist assume
    assure attach attack attempt attend attest attract attribute authorize aver avoid await award back
    balance ban bar bark base bash battle beg believe belong bemoan benefit blame blast block blog board
    boast bolster bomb boost borrow bother brag brand breach brief broadcast bury calculate call campaign
    cancel capture care carry cause caution cease celebrate challenge change chant characterise characterize
    charge chase chat check cite claim clarify clash clean clear climb close collapse collect combat combine
    command commend comment commit communicate compare compete complain complete comply compose concede
    concern conclude concur condemn conduct confess confirm conflict confront conjecture connect consider
    consist constitute construct consult consume contact contain contend contest continue contradict
    contribute control convert convey convict convince cooperate coordinate cope correct count counter
    couple cover crack crash create criticise criticize cross crow crush cry cure damage dance dare date
    debate decide declare decline decrease decry dedicate deem defeat defend define delay delegate deliver
    demand demonstrate demur denounce deny depart depend depict deploy deport deride derive describe deserve
    design designate desire destroy detail detain detect deteriorate determine detonate develop devote die
    differ diminish direct disagree disappear disarm discharge disclose discontinue discover discuss dismiss
    displace display dispute disrupt dissolve distance distinguish distribute divide document dominate
    donate double doubt download draft drag drift drop dub earn ease echo edit educate elaborate elect
    elevate eliminate email embrace emerge emphasise emphasize employ enable encounter encourage end
    endanger endorse endure enforce engage enhance enjoy enlist ensure enter entitle equip escalate escape
    establish estimate evacuate evaluate evolve examine exceed exchange exclaim exclude execute exercise
    exist expand expect expel experience expire explain explode exploit explore export expose express extend
    face facilitate fail favor favour fear feature figure file fill finance finish fire fit fix flow focus
    follow force form free fret frighten fuel fulfil fulfill fume function fund gain gather generate govern
    grab grant grip gripe grumble guarantee guard guess guide gush hail halt hand handle happen harm hate
    head heighten help hesitate highlight hike hint hire honor hope host house identify ignore illustrate
    imagine impact impeach implement implore imply import impose improve include increase indicate infect
    inform inherit initiate inject injure inquire insist inspect inspire install institute instruct intend
    intensify interact intercept interfere interject interpret interrupt intervene interview intone
    introduce invade invest investigate invite invoke involve isolate issue jail join joke judge jump
    justify kick kidnap kill knock label lack lambast lambaste lament land lash last laud laugh launch leak
    lean learn lecture lift like liken limit link list listen live load lobby locate lock look love lower
    maintain manage manufacture march mark marry marvel match matter measure mention message mind mislead
    miss mock monitor mount mourn move multiply murder murmur muse mutter name narrow negotiate nominate
    note notice notify object oblige observe obtain occupy occur offer open operate opine oppose opt order
    organize outline outweigh overwhelm owe own participate pass patrol pause perceive perform permit
    persist persuade pick place plan plant play plead please pledge plot plunge point poll portray pose
    position possess post postpone pour practice praise predict prefer prepare present preserve press
    pressure presume prevail prevent print prioritize proceed process proclaim produce profit prohibit
    project promise promote prompt propose prosecute protect protest provide provoke publish pull purchase
    pursue push question quip quote raid rail raise rally range rank rate ratify reach react reaffirm
    realise realize reassure rebuild rebuke rebut recall receive reckon recognise recognize recommend record
    recount recover recruit reduce refer reference reflect refrain refuse refute regard register regret
    reinforce reiterate reject rejoice relate release rely remain remark remember remind remove renew repair
    repeat replace reply report represent request require rescue resemble reserve resign resist resolve
    respect respond restore restrict result resume retain retire retort retreat return retweet reveal
    reverse review revise revive reward ridicule rip risk roar rob rule rush sack safeguard sail sanction
    satisfy save scale scare schedule scold score scrap scream scrutinize search secure seem seize select
    sentence separate serve settle shape share shell shift ship shock shout side sigh sign signal skip slam
    slow smash smuggle snap solve sort sound spark specify speculate spell spur stabilize stage stand-by
    star start starve state stay steer stem step stipulate stop store stress stretch struggle study submit
    substitute succeed sue suffer suggest suit summon supply support suppose suppress surge surprise
    surrender surround survey survive suspect suspend sustain switch tackle talk target tease tend term test
    testify text thank theorize threaten tie tighten time top torture total touch tour tout track trade
    train transfer transform transport travel treat trigger try tumble turn tweet underline undermine
    underscore unite unveil update upgrade upset urge use vanish vary veto view violate visit voice
    volunteer vote vow wage wait walk want warn wash waste watch weaken weigh welcome whisper widen wish
    witness wonder work worry worsen wound yell yield
    associate book circle code commission copy credit deposit dispatch dream experiment film float frame
    graduate ground heat hunt influence line mail need number offset park partner photograph price pump
    rebel rent research rest roll route sample sponsor stall station strain stream tap tax title trip
    trouble trust value venture wave
    """.split()
)

OFTEN_NOUNS = frozenset(
    """
    account act aim document approach attack attempt award back balance ban bar base battle benefit blame
    block board bomb boost call campaign care cause challenge change charge check claim clash command
    comment concern conduct conflict contact control cost cover crack crash cross cut damage date deal
    debate decline decrease defeat delay delegate demand design desire detail display dispute doubt draft
    drop end escape estimate exchange exercise experience export face favor fear feature fight file fire fit
    focus force form fuel function fund gain guarantee guard guess guide halt hand harm head help hike hit
    hold honor hope host house impact import increase influence interview issue judge jump kick lack land
    launch lead leak lie lift limit link list load lock look love mark market match matter measure mind move
    murder name need note object offer order outline pass patrol pause place plan plant play plot point poll
    position post practice praise present press pressure process profit program project promise protest
    purchase push question raid rally range rank rate record regret release reply report request rescue
    reserve respect result return review reward ride ring rise risk rule run rush sail sanction scale
    schedule score search sentence set shape share shell shift ship shock show shot sign signal slide sort
    sound spark split stage stand star start state stay step stop store stress stretch strike struggle study
    suit supply support surge surprise survey suspect swing switch talk target tear term test tie time tip
    top total touch tour track trade train transfer transport travel treat trigger try turn upset use veto
    view visit voice vote vow wage wait walk waste watch wave will win wind wish witness wonder work worry
    wound yield leaves means works findings found thought felt left saw lay advocate answer bark bash blast
    blog caution chant conjecture contest crow cry email figure fret gripe hail lash lecture marvel message
    murmur muse quip rail rebuke reference retort retweet ridicule rip roar scream slam side sigh snap spell
    tease text tout whisper yell favour
    associate book circle code commission copy credit deposit dispatch dream experiment film float frame
    graduate ground heat hunt line mail number offset park partner photograph price pump rebel rent
    research rest roll route sample sponsor stall station strain stream tap tax title trip trouble trust
    value venture
    """.split()
)
"""Verbs whose base form or form in -s is as often a noun."""

PAST_OR_NOUN = frozenset("bit set cut cost shot hit thought spread split read bet broadcast forecast".split())
"""Past forms that are nouns after an article or an adjective."""

NOUNS_IN_ING = frozenset(
    """
    something anything everything nothing morning evening spring string ceiling sibling siblings wedding
    offspring lightning viking darling earring herring shilling sterling inning
    """.split()
)
"""Words in -ing that are no verbs."""

ADJECTIVE_ENDINGS = (
    "ous",
    "ful",
    "ive",
    "able",
    "ible",
    "ical",
    "ic",
    "less",
    "ish",
    "ary",
    "ial",
    "ual",
    "nal",
)
"""Endings that mark an adjective."""

NOUNS_LIKE_ADJECTIVES = frozenset(
    """
    official individual criminal professional national memorial material potential trial editorial tutorial
    journal signal canal terminal tribunal personal critic public traffic republic music topic clinic academic
    fabric mechanic epidemic pandemic panic logic tactic executive detective relative objective representative
    initiative motive native captive archive perspective alternative operative conservative fugitive narrative
    directive secretary library salary summary commentary anniversary january february boundary missionary
    dictionary diary primary documentary adversary mercenary table cable variable vegetable
    """.split()
)
"""Nouns that end like an adjective."""
