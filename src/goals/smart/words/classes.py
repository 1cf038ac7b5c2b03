"""The classes a word can belong to, as bits of one integer.

A word may be in several ("plan", "report" are nouns and verbs); ``lexicon`` says which, rules ask
for them with ``&``. Plain integers, because every token of every goal is tested.
"""

FUNCTION = 1 << 0  # articles, prepositions, conjunctions, auxiliaries: no content
UP = 1 << 1  # verbs that raise
DOWN = 1 << 2  # verbs that lower
BETTER = 1 << 3  # verbs that improve, without saying in which direction
DELIVER = 1 << 4  # verbs with a result that is there or not
ACTIVITY = 1 << 5  # verbs that name doing, not a result
REACH = 1 << 6  # verbs of attaining a value
VERB = 1 << 7  # any verb
WEAK = 1 << 8  # adjectives and adverbs that mean something else to everybody
EMPTY = 1 << 9  # nouns without content
HEDGE = 1 << 10
INTENSIFIER = 1 << 11
COMPARATIVE = 1 << 12
ABSOLUTE = 1 << 13  # superlatives and leaders
PLACEHOLDER = 1 << 14
OPEN_LIST = 1 << 15
NEGATION = 1 << 16
APPROXIMATE = 1 << 17
METRIC = 1 << 18  # nouns that are counted or measured
SOFT = 1 << 19  # qualities that need an instrument (satisfaction, quality)
GENERIC_METRIC = 1 << 20  # "score", "value": a number alone does not say of what
UNIT = 1 << 21
NUMERAL = 1 << 22  # number words, with a value
EVERY = 1 << 23  # all, every
NONE = 1 << 24  # no, zero
IDENTIFIER = 1 << 25  # nouns whose number is a name: room, version, ISO
PROOF = 1 << 26  # signed, passed, certified: a result anyone can see
PURPOSE = 1 << 27  # opens a purpose clause
PRONOUN = 1 << 28
VAGUE_QUANTITY = 1 << 29  # several, many, diverse
METHOD = 1 << 30  # measured by, according to, survey
RESOURCE = 1 << 31
EVENT = 1 << 32  # workshop, meeting: an activity as a noun
BASELINE = 1 << 33  # currently, baseline, previous year
COMPARATOR = 1 << 34  # at least, under
TIME = 1 << 36  # month names, "quarter": no content of their own
EVERYBODY = 1 << 37  # a customer that is nobody
STATE = 1 << 38  # verbs of influence without a result (motivate, support, promote)
GERMAN = 1 << 39
ENGLISH = 1 << 40
FRACTION = 1 << 41  # half, third, double
ADJECTIVE = 1 << 42
PERSON = 1 << 43  # people as a class
PREFIX = 1 << 44  # detached prefix of a German verb
MULTIPLE = 1 << 45  # to double, to halve
MEANS = 1 << 46  # opens a means clause
NOUN = 1 << 47
GENERAL = 1 << 48  # objects too wide to be one (support, processes, communication)
ABSOLUTE_METRIC = 1 << 49  # qualities that are never perfect (availability, uptime)
ASPIRE = 1 << 50  # verbs of becoming and being

DIRECTION = UP | DOWN | BETTER
ANY_VERB = UP | DOWN | BETTER | DELIVER | ACTIVITY | REACH | STATE | MULTIPLE | VERB | ASPIRE

# Set by form, not by list.
PARTICIPLE = 1 << 51
NOMINAL = 1 << 52  # a verb as a noun ("Senkung", "reduction")
GERUND = 1 << 53
UNKNOWN = 1 << 54  # in no list: a name, or a noun of some trade
COMPOUND = 1 << 55  # recognised by its last part ("Durchlaufzeit")
INFINITIVE = 1 << 56
ALSO_NOUN = 1 << 57
MULTIPLIER = 1 << 58
CITY = 1 << 59
PERCENT = 1 << 60
TIME_UNIT = 1 << 61
PHRASE = 1 << 62  # may begin a phrase of several words
IN_GERMAN = 1 << 63  # an unknown word of a German text
SUFFICIENT = 1 << 64  # "enough", "genügend"

# Of a whole draft, so that rules that cannot fire are not asked.
DELTA_SEEN = 1 << 65
NAME_SEEN = 1 << 66  # a number that is a name
TIME_SEEN = 1 << 67
GAP_SIGN_SEEN = 1 << 68  # "?", "_", "{", "[", "<"
BASELINE_SEEN = 1 << 69
BARE_SEEN = 1 << 70  # a number without a unit
FULL_PERCENT_SEEN = 1 << 71  # 100 % or more
AMBIGUOUS_SEEN = 1 << 72  # a number with two readings
SERVICE_SEEN = 1 << 75
START_SEEN = 1 << 76
RECURRENCE_SEEN = 1 << 77
TIME_NAME_SEEN = 1 << 78
EVENT_SEEN = 1 << 79
NO_MEASURE = 1 << 73
NO_OBJECT = 1 << 74
VAGUE_TIME_SEEN = 1 << 80
UNREADABLE_SEEN = 1 << 81  # a deadline that means no day
IMPOSSIBLE_SEEN = 1 << 82
DEADLINE_GIVEN = 1 << 83  # the deadline field is filled in
DUE = 1 << 84  # field or text have a deadline that means a day
DUE_PAST = 1 << 85
DUE_DAY = 1 << 86  # the deadline is one day
DUE_COARSE = 1 << 87
DUE_GUESSED = 1 << 88  # without a year
DUE_COUNTED = 1 << 89  # counted from today: "within 6 weeks"
TWO_VERBS = 1 << 90
NOT_DUE = 1 << 93  # neither field nor text have a deadline that means a day
DIRECTED = 1 << 91  # the main clause has a verb of direction or influence
ACTING = 1 << 92  # the main clause has a verb of doing
