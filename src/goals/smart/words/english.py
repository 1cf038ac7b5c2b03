"""English words by class; verbs are in ``english_verbs``. Readers: ``lexicon``."""

FUNCTION = """
a an the and or but nor so yet as if whether that when while because since until till of to in on
at by for from with without into onto over under above below between among through during before
after against about around per via within inside outside upon across along off out up down than
then i you he she it we they me him her us them my your his its our their mine ours theirs this
that these those who whom whose which what where why how there here not no only also already still
very too just now again ever always never once each every all both any some none other another
same such own is are was were be been being am has have had having do does did doing will would
can could shall should may might must let lets ll re ve d s t m vs e g i.e etc approx
approximately about roughly circa least most more less fewer at currently today instead rather
ie eg via plus minus regarding concerning including excluding incl excl it's we're don't
doesn't isn't aren't won't can't wouldn't we'll i'll there's that's
"""
MARKERS = """
the a an and of to for with from by is are be will our we that this these on at per within before
until than not all every each more less new our their it its as into have has must should in no
least most up down customer customers staff users team end month months days weeks day week year
quarter percent hours minutes increase reduce improve launch by and or their reach cut hire train
get make done only when so
"""
WEAK = """
good fast quick quickly rapid rapidly swift swiftly easy easily simple simply user-friendly
friendly efficient efficiently effective effectively adequate adequately appropriate appropriately
sufficient sufficiently reasonable reasonably modern contemporary attractive appealing nice great
high-quality robust stable reliable reliably flexible transparent sustainable sustainably seamless
seamlessly smooth smoothly professionally optimal optimally ideal innovative intuitive performant
clean clear clearly meaningful suitable satisfactory satisfactorily competitive lean agile
proactive proactively customer-centric customer-focused strong healthy happy fit satisfied
motivated engaged actively regular regularly frequent frequently timely responsive powerful
scalable state-of-the-art cutting-edge exciting vibrant welcoming proper properly decent
comprehensive holistic strategic strategically impactful relevant solid positive fresh slick
hassle-free pleasant polite courteous tidy neat safe safely cheap affordable cost-effective
energy-efficient visible useful valuable brilliant amazing cool thoroughly consistently
dynamic effortless effortlessly cosy cozy lovely inviting pretty tasty handy
"""
EMPTY = """
item items novelty novelties thing things stuff issue issues topic topics matter matters aspect
aspects area areas activity
activities challenge challenges opportunity opportunities synergy synergies potential potentials
problem problems measure measures concern concerns initiative
initiatives difficulties situation circumstances bits pieces
"""
GENERAL = """
support process processes communication communications team teams department customers clients
staff employees people service services organisation organization company business operations
workflow workflows system systems it infrastructure software marketing sales collaboration
teamwork offering offerings performance solution solutions tool tools strategy quality
productivity efficiency culture morale management leadership training procedures structures
presence brand environment workplace practices clients users participants persons user client
customer employee person
"""
# Nouns too wide to be an object; and adjectives that say nothing of which one.
GENERIC = """

employer employers provider providers
ability abilities advantage advantages ambition ambitions appeal area arrangement arrangements
assets attempt back background balance basics basis behaviour behavior benefit benefits best boost
breakthrough bunch buzz calibre chance chances character choice choices circumstance class clarity
cohesion combination comfort community concept concepts condition conditions connection
connections content contents context contribution contributions control cooperation core corner
course creativity credibility day days deal deals degree degrees demand demands detail details
dimension dimensions discipline discussion discussions dream drive dynamics ease edge element
elements emphasis end ends energy enhancement enhancements enthusiasm excellence exchange
existence expectation expectations expertise exposure extent face fact facts feel feeling feelings
flow footing force form forms foundation foundations framework friction fun function functions
fundamentals gain gains gap gaps group groups habit habits hand hands harmony head heart help
history hurdles ideal identity image impact implementation importance impression inspiration input
integration interaction interactions interest interests job journey know-how knowledge lack
landscape language leap life light limit limits lives logic look maturity means mechanism
mechanisms method methods methodology mind mission mode moment momentum mood movement name nature
need needs norm norms number oil option options organising orientation others ownership parameter
parameters part partners passion past path paths pattern patterns peace perception perfection
period perspective perspectives phase philosophy piece place places point points position
positions possibility possibilities presence pressure pride principle principles procedure
process professionalism profile progression promise proposals proposition purpose push question
questions range reach reaction reality reason reasons regime relationship relationships relevance
requirement requirements resource resources response responses responsibility responsibilities
rhythm role
roles routine routines rules scale scene scenes scope self sense set setting settings setup shape
share side sides situations size skill slack smile solid space speed spirit spot stage stake
stakeholder stakeholders stance state statement status story stride structure structures style
subject subjects substance support surroundings sustainability synergy tactics talent tasks tempo
tendency tension terms theme themes thought thoughts tone topic touch transition trend trends
trust try turn type types understanding unity uptake usage use vibe view views virtue visibility
vision voice wave wellbeing wellness whole will willingness win wins wisdom worth year zone output
overview upgrade upgrades polish tweak tweaks fix fixes update updates adjustment adjustments
refinement refinements tidying odds leftovers backlog housekeeping stretch streamlining
modernisation modernization innovation innovations initiative activity exercise exercises measure
tooling enablement alignment empowerment engagement onwards everyday competence competences
competency strength strengths weakness weaknesses competitiveness digitalisation digitization
digitalization automation organisation working operating improvement improvements optimisation
optimisations optimization optimizations commitment way ways step steps idea ideas result results
outcome outcomes progress success change changes mess business house  notch needle bar game
lot lots kind kinds sort sorts work jobs task project projects effort efforts action actions unit
units bit bits everything anything whatever everyone somewhere world future direction growth
development approach manner level standard standards priority priorities goal goals target targets
objective objectives matter plans plan rest remainder  colleague colleagues management boss
bosses mindset attitude focus capability capabilities transformation rate heads front fronts
respect respects regard pace gear effectiveness attention time wise performance base line track
thinking doing people folks guys everybody ones one mileage ball boat page difference
"""
ADJECTIVES = """
due red yellow green blue black white grey live online offline morning

aware careful careless central clever close cold comfortable concerned confident considerable
consistent constant constructive continual convenient core corporate correct creative critical
current customary dear deep definite deliberate dependable desired detailed determined diverse
easy economic effective elegant encouraging enjoyable enormous equal essential even ever exact
excited existing expected experienced expert extended extensive extreme fair familiar famous
favourite few firm first-rate fitting focused forceful formal former forward-looking frequent
fruitful fuller fundamental future gentle genuine global golden gradual grown grateful happy
helpful high-level honest huge human immediate improved in-depth inclusive independent individual
informal initial inner inspired inspiring integral intelligent intense interested interesting
joined-up keen kind lasting latest lively living logical loose loyal lucky massive mature maximum
measurable medium mental mere middle mindful minimal minor mutual narrow natural neat necessary
negative next-level noticeable novel obvious occasional odd official ongoing operational opposite
optimum orderly ordinary organised organized original outer overdue own painless passionate past
patient perfect permanent personal planned polished poor popular possible practical precise
preferred present pressing previous private proactive productive profitable progressive prominent
prompt proper proud public punctual pure quiet random rare raw readily ready realistic reasonable
recent recognised refreshed related relative relaxed reliable remarkable renewed required
resilient responsible rich rigorous rough routine scattered sensible separate serious service-
oriented several shared sharp similar simple sincere single slight slow smart smooth social soft
solid spare speedy stable standard steady sticky straightforward strict stronger structured stuck
substantial successful sufficient suited sure surprising sustained systematic tangible targeted
technical terrific thorough thoughtful tight tiny top tough traditional true trusted typical
ultimate unclear underlying unified uniform up-to-date urgent useful usual vague varied vast vital
vivid warm weak well-known wide willing wise wonderful working world worthwhile worthy wrong
inside outside internally across everywhere anyway somewhat quite rather pretty really truly
fairly maybe altogether throughout afterwards meanwhile somehow again once twice well as-is back
asap new old other same internal external main full final first next last high low long short
early late digital whole remaining open overall general important relevant suitable particular
specific special miscellaneous outstanding big little small different further additional key major
better right certain various available potential common basic entire complete local daily weekly
monthly yearly annual real much such like else around together generally particularly specifically
usually basically actually externally ahead forward away fine ok okay extra able hard great large
decent joint continuous day-to-day everyday total average per free upcoming
"""
VAGUE_QUANTITY = """
several some various many few diverse numerous multiple somehow something
someone lots plenty sundry assorted couple
"""
HEDGE = """
try trying tries hope hoping hopes hopefully maybe perhaps possibly potentially ideally preferably
might could endeavour endeavor strive attempt eventually presumably probably
"""
HEDGE_PHRASES = """
as far as possible|if possible|where possible|when possible|as much as possible|as best we can
if feasible|where feasible|where appropriate|as appropriate|if necessary|as needed|to some extent
more or less|if time permits|time permitting|as well as possible|in principle|if we can
do our best|try to|hope to|look into|as many as possible|wherever possible|best effort
"""
INTENSIFIER = """
significantly significant substantially substantial considerably considerable dramatically
dramatic drastically drastic markedly greatly massively noticeably notably vastly heavily sharply
tangibly measurably strongly materially hugely steadily continuously continually further
radically noticeable meaningfully slightly somewhat
"""
COMPARATIVE = """
better faster quicker higher lower shorter longer bigger larger smaller stronger weaker cheaper
easier simpler smoother more less fewer greater healthier happier fitter leaner cleaner clearer
safer smarter closer wider broader deeper earlier sooner later tighter nicer friendlier tidier
harder looser softer bolder prettier cosier slimmer lighter richer quieter calmer fresher brighter
newer younger
"""
ABSOLUTE = """
best best-in-class world-class leading leader market-leading leadership number-one unbeatable
unrivalled unrivaled unmatched perfect perfectly perfection excellence exceptional excellent
outstanding
first-class premier unique superior ultimate flawless fastest biggest largest greatest finest
strongest cheapest safest cleanest happiest smartest friendliest superb top-notch bulletproof
pioneer unparalleled
"""
PLACEHOLDER = "n tbd tba tbc xxx xx xxxx yyy todo placeholder lorem xyz"
OPEN_LIST = "etc etcetera"
OPEN_LIST_PHRASES = """
and so on|and so forth|and the like|and more|and others|and such|among others|or something
or similar|or so|and whatnot|and other things|amongst others|and stuff|to name a few
"""
NEGATION = "not no never avoid prevent don't doesn't stop won't without"
APPROXIMATE = "about roughly approximately approx around circa nearly almost some c ca"
PRONOUN = "it this that they them these those"
PURPOSE = ""
EVERY = "all every each entire fully complete completely everyone full entirely"
NONE = "no none zero nil without"
EVERYBODY = "everyone everybody all anyone anybody whoever"
METHOD = """
measured according survey report reported audit dashboard statistics log logs tracked tracking
monitoring assessed recorded record verified source poll questionnaire study test tested
analytics sampled sample score counted review reviewed crm erp timesheet ledger invoice
spreadsheet register scorecard evidenced
"""
RESOURCE = """
budget person-days resources funding capacity headcount effort man-days grant funds fte
investment overtime allowance
"""
SUFFICIENT = """
sufficient enough adequate appropriate necessary required reasonable ample
"""
EVENT = """
workshop workshops meeting meetings session sessions training trainings seminar seminars event
events conference conferences webinar webinars campaign campaigns talk talks discussion
discussions course courses class classes away-day roadshow newsletter newsletters brainstorming
huddle kick-off townhall retreat lecture lectures
"""
BASELINE = """
currently current today baseline now previously previous versus vs compared against instead
last-year yoy prior existing present relative
"""
COMPARATOR = """
least most under over below above minimum maximum max min less more fewer within exceeding
"""
METRIC_HEADS = """
rate rates ratio time times cost costs revenue revenues turnover sales index share shares number
numbers volume volumes amount amounts price prices margin margins profit profits yield yields
weight temperature consumption emission emissions waste scrap utilisation utilization availability
uptime downtime complaint complaints accident accidents incident incidents absence absenteeism
sickness attrition churn backlog backlogs throughput output score scores clicks views visits
visitors subscribers followers productivity latency speed duration donations income expenses
spending spend expenditure debt receivables bookings registrations signups sign-ups leads
conversions conversion tickets calls requests errors defects bugs faults returns refunds
cancellations delays lateness overtime stock inventory occupancy attendance enrolment enrollment
members membership queue mileage kilometres miles infections falls mistakes losses loss shrinkage
leakage failures outages interruptions usage retention turnaround occupancy pass-rate grade grades
level levels count quota percentage proportion average median backlog footfall deals orders
renewals readmissions no-shows days hours minutes shortages breakages
"""
METRIC_NAMES = """
nps enps csat oee mttr mtbf ebit ebitda roi cac clv ctr cpl cpc ces kpi slas arr mrr dso dau mau
ltv pagespeed bmi gpa gmv aov wip velocity co2 ph rating ratings lighthouse ltir
"""
SOFT_HEADS = """
satisfaction quality motivation culture morale image awareness efficiency effectiveness
transparency communication collaboration loyalty attractiveness safety security engagement trust
service acceptance sustainability flexibility competitiveness innovation climate cleanliness
visibility presence performance experience teamwork wellbeing well-being reputation
responsiveness usability reliability health knowledge skills skill confidence agility resilience
readiness cooperation understanding happiness spirit punctuality stability
"""
GENERIC_METRIC = """
output outputs score value figure figures kpi metric number numbers result results performance level
index
target
"""
ABSOLUTE_METRIC = """
availability uptime satisfaction downtime outages errors safety reliability accuracy punctuality
perfection interruptions on-time quality
"""
IDENTIFIER_HEADS = """
flat apartment piste wing
iso din en ansi ieee astm iec nist gdpr soc pci § section article art paragraph para clause rule
no number nr room ward floor level building house hall gate line machine till platform station
shift class grade year stage step phase wave package chapter part appendix annex version release
v windows office python java angular sap oracle postgres postgresql ios android iphone industry
bus tram train route street road avenue lane drive junction exit motorway highway project
programme program agenda vision mission strategy account ticket order invoice contract lot batch
module type model series sector zone area team group block page row column figure fig table tab
phone tel fax ext extension zip postcode po unit plant warehouse aisle bay dock rack shelf tank
silo boiler oven press robot vehicle truck lorry van server printer scanner bed theatre theater
school district precinct pump valve pool field plot stall paddock form covid tier band formula
option plan sprint iteration episode round article item key-stage ks category cat scenario
component layer nhs centre center f a m b drupal sharepoint dynamics exchange apollo channel studio
lab store
shop branch site block terminal bridge pier track lap heat stream workstream cohort squad
"""
PROOF = """
signed passed certified approved accredited countersigned ratified accepted certificate
sign-off signoff signature approval licence license accreditation permit authorised authorized
notarised notarized audited permission consent
"""
ORDINAL = "first second third fourth fifth sixth seventh eighth ninth tenth"
NUMERALS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "hundred": 100, "thousand": 1000, "dozen": 12, "one": 1, "zero": 0,
}  # fmt: skip
FRACTIONS = {
    "same": 1, "single": 1,
    "second": 0.5, "fourth": 0.25, "quarter": 0.25,
    "half": 0.5, "third": 1 / 3, "thirds": 2 / 3, "quarters": 0.75, "fifth": 0.2, "fifths": 0.4,
    "twice": 2, "threefold": 3, "twofold": 2, "tenfold": 10, "once": 1, "thrice": 3, "tenth": 0.1,
}  # fmt: skip
TIME = """
january february march april may june july august september october november december jan feb mar
apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon
tue wed thu fri quarter quarters half year years month months week weeks day days fortnight end
mid early late spring summer autumn fall winter easter christmas deadline today tomorrow morning
afternoon evening noon midnight eoy eom eoq eod cob fiscal daily weekly monthly quarterly
annually yearly asap soon shortly working annual
"""
PERSON = """
customer customers client clients user users employee employees staff people person participant
participants pupil pupils student students teacher teachers patient patients nurse nurses
apprentice apprentices colleague colleagues manager managers parent parents child children guest
guests resident residents applicant applicants visitor visitors member members supplier suppliers
driver drivers volunteer volunteers
"""
UNITS = {
    "percent": "percent percentage pp pct points permille",
    "money": "eur euro euros usd dollar dollars gbp pound pounds chf francs pence cents quid "
    "eurocent",
    "mass": "kg g mg t tonne tonnes ton tons kilo kilos gram grams lb lbs oz ounces kilograms",
    "length": "m cm mm km metre metres meter meters mile miles ft feet inch inches yard yards "
    "kilometres kilometers",
    "area": "m2 m² sqm sqft acre acres ha hectare hectares",
    "volume": "l ml litre litres liter liters gallon gallons pint pints m3 m³",
    "time": "ms s sec secs second seconds min mins minute minutes h hr hrs hour hours day days "
    "week weeks "
    "month months year years d milliseconds",
    "energy": "kwh mwh gwh wh w kw mw kwp v a j kj kcal db hz khz mhz bar psi lux",
    "temperature": "° °c °f degrees celsius fahrenheit",
    "data": "kb mb gb tb mbit gbit mbps gbps bytes",
    "count": "pcs pieces piece x × times time pts point points stars star ppm units people cases "
    "per",
    "effort": "person-days fte ftes pd",
}
MULTIPLIERS = {
    "million": 1e6, "millions": 1e6, "mn": 1e6, "bn": 1e9, "billion": 1e9, "thousand": 1e3,
    "k": 1e3, "hundred": 100, "grand": 1e3, "dozen": 12,
}  # fmt: skip
CITIES = """
london manchester birmingham leeds glasgow edinburgh bristol liverpool dublin york boston chicago
seattle dallas houston denver austin
"""
