"""Pronouns and nouns for people, by which a speaker is traced back to an earlier one."""

SINGULAR = frozenset("he she him".split())
PLURAL = frozenset({"they"})
POSSESSIVE = {"his": "he", "her": "she", "their": "they", "its": "it"}
"""Before a noun that reports ("her warning"), and the pronoun that means the same one."""
RELATIVE = frozenset("who that which".split())

LINKS = (" of ", " for ", " from ", " in ", " at ", " who ", " on ", " with ", " to ", " about ", " close ")
"""What ends the core of a noun phrase: "the spokesman for the ministry"."""

PERSON_NOUNS = frozenset(
    """
    official spokesperson spokesman spokeswoman minister president secretary general admiral commander
    officer governor mayor senator director chief head leader adviser advisor analyst expert diplomat
    ambassador envoy lawyer attorney judge prosecutor professor researcher scientist doctor nurse worker
    farmer driver resident witness survivor victim source aide ally rival candidate lawmaker congressman
    congresswoman representative premier chancellor king queen prince princess pope bishop priest imam
    teacher student executive manager chairman chairwoman chair owner founder co-founder member activist
    journalist reporter author soldier captain colonel sergeant detective inspector sheriff woman man mother
    father brother sister son daughter wife husband widow neighbour neighbor friend colleague critic economist
    historian engineer pilot fisherman coach player
    archbishop architect astronomer auctioneer baker barrister biologist bookkeeper broker butcher
    caretaker carer chaplain chemist clergyman clerk cleric climatologist columnist commissioner
    comptroller consultant coordinator coroner councillor councilman councilwoman councilor
    counsellor curator defendant delegate demonstrator dentist dispatcher ecologist editor
    electrician employee epidemiologist eyewitness firefighter foreman geologist harbourmaster
    headmaster headmistress headteacher hydrologist insider interpreter investigator jailer janitor
    lecturer lieutenant lifeguard lobbyist magistrate mechanic mediator medic meteorologist midwife
    miner monk negotiator newsreader novelist nun nutritionist oceanographer ombudsman ombudswoman
    organiser organizer paramedic pathologist pensioner pharmacist philosopher photographer
    physician physicist plumber policeman policewoman politician postman postmaster programmer
    protester psychiatrist psychologist quartermaster rabbi ranger receptionist rector registrar
    rescuer sailor scholar seismologist shopkeeper skipper sociologist solicitor stationmaster
    strategist subordinate superintendent supervisor surgeon surveyor technician tenant trader
    treasurer trustee undersecretary veteran veterinarian vicar villager virologist volunteer warden
    waiter waitress whistleblower winemaker writer zoologist
    """.split()
)

PEOPLE = frozenset(
    """
    adults babies boys children civilians climbers commuters crewmen cyclists demonstrators dockers
    firefighters fishermen girls gunmen hikers hostages inmates migrants miners motorists mourners
    passengers patients pedestrians pilgrims policemen prisoners protesters pupils rebels refugees
    rescuers sailors schoolchildren servicemen settlers shoppers skiers spectators tourists travellers
    troops villagers visitors voters worshippers
    """.split()
)
"""Words for several people, beside the plurals of `PERSON_NOUNS`."""

PLURAL_NOUNS = frozenset("people police authorities men women".split())

GENDERS = {"he": "male", "him": "male", "she": "female"}
"""What a pronoun tells of whom it stands for."""

FEMALE_WORDS = frozenset(
    """
    mrs ms miss madam lady dame sister mother daughter wife widow woman girl queen princess duchess actress
    spokeswoman congresswoman chairwoman councilwoman policewoman businesswoman alderwoman governess nun
    heiress hostess waitress grandmother aunt niece bride
    """.split()
)
MALE_WORDS = frozenset(
    """
    mr sir lord father brother son husband widower man boy king prince duke actor spokesman congressman
    chairman councilman policeman businessman alderman priest monk imam bishop pope cardinal
    grandfather uncle nephew groom fisherman
    """.split()
)
"""Titles and nouns that tell whether somebody is spoken of as "she" or as "he"."""

FEMALE_NAMES = frozenset(
    """
    abigail ada adele adriana agnes aisha alexandra alice alicia alison allison amanda amber amelia amina
    amy ana anastasia angela angelina anita ann anna anne annette annie antonia ashley astrid audrey ayesha
    barbara beatrice beatriz becky bella bernadette beth betty beverly bianca birgit bonnie brenda bridget
    brigitte brittany camila carla carmen carol carolina caroline carolyn cassandra catherine cathy cecilia
    celia chelsea cheryl chiara chloe christina christine cindy claire clara claudia colleen connie
    constance courtney crystal cynthia daisy daniela danielle debbie deborah debra delia denise diana diane
    dolores donna dora doris dorothy edith eileen elaine elena elisa elise elizabeth ella ellen eloise elsa
    emilia emily emma erica erika erin esther eva eve evelyn fatima felicia fiona frances francesca gabriela
    gail geraldine gertrude gina giorgia giulia gloria greta gretchen guadalupe gwen hannah harriet hazel
    heather heidi helen helena helga henrietta hilary hillary holly ida ilona imogen ines ingrid irene irina
    iris isabel isabella isabelle ivana jacqueline jane janet janice jasmine jeanette jenna jennifer jenny
    jessica jill joan joanna joanne jocelyn josephine joyce judith judy julia juliana julie karen karin
    katarina kate katherine kathleen kathryn kathy katie katrina kayla kerstin kimberly kirsten kristen
    kristin kristina laila lara larisa laura lauren leah leila lena leticia lillian lina linda lindsay lisa
    liz lois lorena loretta lori lorraine louise lucia lucy luisa lydia maddalena madeleine magdalena maggie
    malala mandy marcia margaret margarita margot maria mariam mariana marie marilyn marina marisol marjorie
    marta martha martina mary maryam matilda maureen megan melania melanie melinda melissa mercedes meredith
    mia michelle mildred milena minna miranda miriam molly monica monika muriel nadia nancy naomi natalia
    natalie natasha nicole nina nora norma olga olivia pamela patricia patty paula pauline pearl penelope
    penny petra phoebe phyllis priscilla priya rachel rebecca renata renee rhonda rita roberta rosa rosalind
    rosario rosemary roxana ruth sabrina sadie sally samantha sandra sara sarah selma sharon sheila shelly
    shirley silvia simone sofia sonia sophia sophie stacey stella stephanie sue susan susana susanne suzanne
    svetlana sylvia tamara tania tanya tara tatiana teresa tessa theresa tina ursula valentina valerie
    vanessa vera veronica viola violet vivian wanda wendy whitney wilhelmina yasmin yolanda yulia yvette
    yvonne zoe
    """.split()
)
MALE_NAMES = frozenset(
    """
    aaron abdul abdullah abraham adam adolf adrian ahmad ahmed alan albert alberto aldo alejandro aleksandr
    alexander alexei alfred ali allan allen alvin amir anatoly anders andre andreas andrei andrew andy angus
    anthony anton antonio archie arjun armando arnold arthur arturo atul barack barry bart bartholomew ben
    benedict benjamin bernard bernie bert bill billy bjorn bob bobby boris brad bradley brandon brendan
    brent brett brian bruce bruno bryan byron calvin carl carlo carlos cedric cesar charles charlie chester
    chris christian christopher chuck clarence claude clayton clifford clint clive colin conor conrad craig
    curtis cyril damian dan daniel danny darren dave david dean dennis derek diego dieter dimitri dirk
    dmitry dominic donald doug douglas duncan dwight ed eddie edgar eduardo edward edwin elias elliot elmer
    emil emmanuel enrique eric erik ernest ernesto eugene evan fabio felipe felix ferdinand fernando floyd
    francisco francois frank franklin franz fred frederick friedrich fritz gabriel gareth gary gavin gene
    geoffrey george gerald gerard gerhard gilbert giovanni giuseppe glen glenn gordon graham greg gregory
    guillermo gunther gus gustavo hamid hans harold harry harvey hassan hector heinrich helmut henrik henry
    herbert herman hermann horst howard hubert hugh hugo hussein ian ibrahim ignacio igor isaac ismail ivan
    ivo jack jacob jacques jake jamal james jared jason javier jay jeff jeffrey jeremiah jeremy jerome jerry
    jesse jesus jim jimmy joachim joao joaquin joe joel johan johannes john johnny jon jonas jonathan jorge
    jose josef joseph joshua juan julian julio jurgen justin kareem karl keith ken kenneth kevin khalid kirk
    klaus konrad konstantin kurt kyle lars laurence lawrence leon leonard leonid leroy lev liam lorenzo
    louis luca lucas luigi luis luke mahmoud malcolm manuel marc marcel marco marcos marcus mario mark
    martin marvin matteo matthew matthias maurice maxim maxwell mehmet melvin michael miguel mike mikhail
    milton mitch mitchell mohamed mohammad mohammed morris muhammad mustafa nathan nathaniel neil nicholas
    nick nicolas nigel nikolai nils noah noel norbert norman nuno oleg oliver omar oscar osman oswald otto
    owen pablo paolo patrick paul pavel pedro percy perry pete peter petro phil philip philippe pierre
    rafael rahul raj ralph ramon randy raul ray raymond reginald reinhard ricardo richard rick robert
    roberto rodney rodrigo roger roland rolf roman ron ronald ross roy ruben rudolf rudy rupert russell ryan
    salman salvador sam samuel sanjay santiago scott sean sebastian serge sergei sergey sergio seth shane
    shaun sidney siegfried simon spencer stanley stefan stephan stephen steve steven stuart sven tariq ted
    terence thaddeus theo theodore thomas tim timothy toby todd tom tomas tommy tony travis trevor tyler uwe
    valentin vasily vernon victor viktor vince vincent vitaly vladimir volodymyr wallace walter warren wayne
    werner wilfred wilhelm william willie winston wolfgang xavier yuri yusuf yves zachary
    """.split()
)
"""Given names that are almost always a woman's, almost always a man's; those of both are left out."""

ANYBODY = PERSON_NOUNS | frozenset(
    """
    gunman suspect attacker killer shooter thief robber burglar boy girl teenager passenger cyclist pedestrian
    customer guard tenant stranger someone somebody he she another brother-in-law cousin nephew niece
    uncle aunt boyfriend girlfriend partner fiance fiancee 's ’s
    """.split()
)
"""Words by which a sentence tells of one who is not named in it, or of somebody's own."""

QUESTIONER = (
    r"\W*(?:Q|QUESTION|Question|(?:(?:UNIDENTIFIED|UNKNOWN|MALE|FEMALE)\s)?"
    r"(?:QUESTIONER|REPORTER|Reporter|JOURNALIST|Journalist))(?:\s(?:\d+|[A-Z]))?:\s"
)
"""How a paragraph opens that is a question from the room."""

SEIZED = (
    r"\b(?:arrest|detain|charg|question|accus|suspect|jail|sentenc|convict|captur)(?:s|es|ed|ing)?\s"
    r"(?P<who>(?:an?|another|one)\s(?:[\w-]+,?\s){0,4}?"
    r"(?:man|woman|boy|girl|teenager|youth|farmer|driver|worker|employee|student|teacher|officer|soldier|suspect"
    r"|resident|local|guard|nurse|doctor|businessman|businesswoman|engineer|pilot|captain|official|father|mother"
    r"|neighbour|neighbor|colleague|clerk|manager|director|migrant|citizen|national|fisherman|pensioner))\b"
)
"""Somebody without a name who was arrested, and of whom the next sentence tells by "he" or "she"."""
