"""English verbs by what a goal does with them; base forms, inflected by ``morphology``.

Readers: ``lexicon``. A verb may stand in several lists; the classes add up.
"""

UP = """
increase raise grow boost lift expand extend enlarge maximise maximize heighten widen elevate
augment scale upsell gain rise climb uplift bump
"""
DOWN = """
reduce decrease lower cut shorten minimise minimize diminish decline drop shrink trim slash lessen
save curb limit restrict downsize shave bring-down fall curtail
"""
BETTER = """
improve optimise optimize enhance accelerate streamline strengthen modernise modernize simplify
upgrade refine advance better professionalise professionalize revamp polish speed stabilise
stabilize harmonise harmonize tighten rationalise rationalize revitalise revitalize enrich
transform elevate overhaul relieve unburden brighten beautify
"""
MULTIPLE = "double triple quadruple halve treble"
STATE = """
motivate support promote foster encourage empower engage enable drive champion nurture
cultivate inspire leverage address tackle handle manage deal care embrace position focus align
ensure assure guarantee maintain sustain help contribute strive raise-awareness strengthen
progress pursue influence energise energize involve care oversee own embed
"""
DELIVER = """
launch release publish build create write ship deliver introduce implement install migrate move
open close complete finish hire recruit train certify document design develop draft produce print
buy purchase procure sell sign submit file apply approve renovate repaint paint repair replace
fix resolve remove retire decommission switch roll deploy set establish found register appoint
connect integrate digitise digitize automate translate clean clear relocate plant harvest sow
vaccinate treat discharge answer respond reply process pay invoice collect order award tender
equip furnish pack dispatch send mail post upload scan archive delete merge split rename rebuild
refurbish restore refactor test validate verify calibrate audit inspect check survey interview
call contact visit teach enrol enroll graduate onboard prepare present hand transfer convert
update agree negotiate renew extend secure win acquire lease rent book schedule serve cook bake
stock label sort assemble mount wire weld cast pour lay dig fence insulate roof tile plaster
decide define select choose evaluate map record enter log catalogue catalog inventory adopt
finalise finalize issue distribute supply offer provide add eliminate outsource insource
consolidate standardise standardize centralise centralize encrypt patch back restock sample
screen prescribe operate rehouse retrain fund donate earn generate ban abolish stop start begin
turn put get make plough fell pave resurface demolish erect construct commission configure code
program measure analyse analyze review prototype pilot onboard unblock cancel refund reconcile
consult staff fill host read learn run swim walk cycle lose attract convert retain
land bring achieve cover reply handle allocate assign grit salt mow prune
"""
ACTIVITY = """
hold conduct organise organize discuss meet attend work explore investigate brainstorm
participate consider think talk look research monitor coordinate facilitate host plan
liaise collaborate communicate network
"""
REACH = """
reach achieve attain hit keep stay remain exceed meet arrive score average rank surpass top
"""
PROOF = """
sign certify pass approve accredit countersign ratify notarise notarize accept authorise authorize
"""
ASPIRE = "become be have get"
OTHER = """
accomplish act adapt adjust admit affect afford amount anticipate appear appreciate argue arise
bear beat behave belong bend benefit bind bite blame blend blow bother bounce breathe bridge
brighten broaden carry cause celebrate challenge circle claim cling combine commit compare compete
complement comply concentrate concern confirm consist contain continue cope count cross dare
dedicate deepen defend demonstrate deny depend describe deserve desire determine differ discover
dream ease eat effect emerge emphasise employ enjoy envisage escape exist experience explain
express face fail favour fear feed fight fit fold force forget frame fulfil fulfill fuse grab
grasp greet guess guide hang harness hate head heal heat hide honour ignore imagine imply impress
improvise incorporate indicate inform initiate innovate inject insist instil interact invest
invite join judge justify lack last laugh lead lean lend lie lighten listen live love match matter
mind mix mobilise must narrow navigate notice observe obtain occur overcome pause permit persuade
place play please prefer preserve press pretend prioritise prioritize proceed promise propose
protect prove qualify question react realise realize reassure recognise recognize recommend
reconsider recover reflect refer refresh refuse regard regret reinforce relate relax rely remember
remind reposition represent resist respect rest return reveal revive reward ride ring satisfy
scare seize shake shift shine shoot sit sleep slip smile solve spark spot state stimulate stress
stretch struggle succeed suffer suggest suit surprise survive swing synergise synergize taste tend
thank thrive tie touch travel trust twist unify unite unleash unlock utilise utilize value vary
view voice volunteer wake warm watch wear welcome wonder worry
bundle gather pull kick look shape sharpen spread step catch pick talk hear stick push gear
nudge roll
jump dive rethink revisit tidy sort aid assist speak wrap juggle chase settle iron
do go come take give use see know want need wish like say tell ask show try hope avoid prevent
believe seek aim intend let mean seem feel find leave follow happen include receive report
require allow expect understand spend share wait break
"""
# Words that are at least as often nouns: verbs only where a verb can stand.
ALSO_NOUNS = """
act amount beat benefit bend blame blend blow bridge cause challenge circle claim concern count
cross desire dream ease effect experience face favour fear feed fight fit fold force frame guess
guide head heat lack lead lean lie like love match matter mind mix notice pause place play press
promise question regard respect rest return reward ride ring shake sleep slip smile spark spot
stand state stress stretch struggle swing taste thank tie touch travel trust twist value view
voice volunteer wake watch welcome worry kick step pull push talk aid assist pick look sort shape
increase decrease rise fall boost lift cut drop support report plan test design order contract
launch release review survey audit check work research network focus progress influence care
deal drive position issue supply offer address process post mail file book schedule label record
log map stock sample screen pilot code program commission fund host staff cover score rank top
average limit trim gain scale speed raise climb upgrade update transfer visit call answer reply
request target cost visit run walk cycle hit hand keep show use need wish hope try aim help
treat pay invoice award tender store back turn start stop move switch split close print paint
repair fix roof tile fence plant lease rent measure pack prune salt grit cast bake cook read
ship land set roll purchase hire train approach interview contact patch ban double triple
network display share wait break finish study result commission sign pass uplift own open clear
clean meet found better lower advance
"""
IRREGULAR = {
    form: base
    for base, forms in {
        "grow": "grew grown",
        "rise": "rose risen",
        "fall": "fell fallen",
        "cut": "cut",
        "build": "built",
        "write": "wrote written",
        "buy": "bought",
        "sell": "sold",
        "win": "won",
        "teach": "taught",
        "send": "sent",
        "pay": "paid",
        "lay": "laid",
        "dig": "dug",
        "hold": "held",
        "meet": "met",
        "keep": "kept",
        "bring": "brought",
        "make": "made",
        "get": "got gotten",
        "begin": "began begun",
        "choose": "chose chosen",
        "draw": "drew drawn",
        "lead": "led",
        "lose": "lost",
        "put": "put",
        "set": "set",
        "be": "is are was were been being am",
        "have": "has had having",
        "do": "does did done",
        "go": "went gone goes",
        "become": "became",
        "take": "took taken",
        "give": "gave given",
        "see": "saw seen",
        "know": "knew known",
        "think": "thought",
        "find": "found",
        "tell": "told",
        "leave": "left",
        "mean": "meant",
        "feel": "felt",
        "hit": "hit",
        "spend": "spent",
        "sow": "sown",
        "swim": "swam swum",
        "run": "ran",
        "speak": "spoke spoken",
        "understand": "understood",
        "drive": "drove driven",
        "shrink": "shrank shrunk",
        "break": "broke broken",
        "read": "read",
        "stand": "stood",
        "come": "came",
        "say": "said",
        "sign": "signed",
    }.items()
    for form in forms.split()
}
