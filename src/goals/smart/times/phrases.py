"""Events without a date of their own, and words that only sound like a time.

"bis zum Go-live", "before the audit" need a link; "zeitnah", "asap", "by summer" cannot be
resolved at all. Words are data here; ``read_event`` and ``read_vague`` look them up.
"""

from goals.smart.times.expression import TimeKind
from goals.smart.times.feasts import FEAST_STARTS, FEASTS
from goals.smart.times.vocabulary import ENDS, FISCAL_ENDS, SHIFTS, UNITS, WEEKDAYS
from goals.smart.times.word_set import word_set
from goals.smart.times.words import Reading, Words

EVENT_NOUNS = word_set(
    """
    launch release review audit sprint meeting agm conference fair opening inauguration inspection
    harvest holidays holiday term semester handover kickoff rollout deployment cutover milestone
    demo election season project phase iteration increment graduation exam exams wedding tournament
    match concert premiere festival visit move relocation retirement certification recertification
    accreditation appraisal gate trial pilot shutdown turnaround migration summit congress
    exhibition expo rehearsal show vacation school ramadan golive messe eroeffnung versammlung
    ferien ernte abnahme einweihung umzug einzug uebergabe inbetriebnahme konzert turnier tagung
    konferenz kongress wahl saison sitzung besprechung jubilaeum hochzeit feier fest ausstellung
    pruefung klausur abitur zertifizierung rezertifizierung begehung visite besuch urlaub
    urlaubszeit trimester schulbeginn schulstart projektende projektabschluss produktionsstart
    serienstart sop baubeginn richtfest spatenstich meilenstein schulung inventur anlauf
    betriebsferien weihnachtsferien schuljahr schuljahres semesters projekts projektes pilotphase
    testphase probezeit elternzeit mutterschutz rente vertragsende vertragsablauf go-live
    generalprobe einschulung steuerkreis lenkungskreis lenkungsausschuss gesellschafterversammlung
    quartalsgespraech mitarbeitergespraech
    """
)
_EVENT_TAILS = tuple(
    sorted(
        word_set(
            """
            messe eroeffnung versammlung ferien ernte abnahme einweihung umzug uebergabe
            inbetriebnahme konzert turnier tagung konferenz kongress wahl wahlen saison sitzung
            besprechung jubilaeum feier fest ausstellung pruefung klausur zertifizierung
            begehung besuch urlaub semester projektende semesterende schuljahresende beginn
            abschluss start launch release audit review sprint treffen termin meeting gespraech
            workshop schluss ende kirmes markt basar meisterschaft
            """
        )
    )
)
_TAILS_BY_LAST = frozenset(tail[-3:] for tail in _EVENT_TAILS)
EVENT_LEADS = word_set(
    """
    bis vor before by until till to zum zur rechtzeitig ahead prior puenktlich after nach ab seit
    since
    """
)
_BETWEEN = word_set(
    """
    zum zur zu den dem der die das the our unser unserem unserer naechsten naechste naechster
    kommenden kommende next upcoming a an annual jaehrlichen spaetestens end ende of start beginning
    beginn anfang in time for first ersten second zweiten final letzten big grossen neuen new
    internen internal externen external geplanten planned oeffentlichen official offiziellen des to
    """
)
_LATER_NOUN = word_set(
    """
    meeting review audit fair holidays conference launch release opening inspection season visit
    exam exams festival election show summit demo committee phase project sprint gate handover
    camp shutdown
    """
)

_VAGUE_PHRASES = (
    "asap",
    "a s a p",
    "soon",
    "sooner or later",
    "as soon as possible",
    "as soon as we can",
    "as quickly as possible",
    "as fast as possible",
    "at the earliest opportunity",
    "at your earliest convenience",
    "at some point",
    "at some stage",
    "at a later date",
    "at a later stage",
    "in the long run",
    "in the long term",
    "in the longer term",
    "in the medium term",
    "in the mid term",
    "in the mid - term",
    "in the short term",
    "in the near term",
    "over the long term",
    "over the medium term",
    "long term",
    "medium term",
    "in the near future",
    "in the foreseeable future",
    "in the future",
    "in future",
    "for the foreseeable future",
    "in due course",
    "in due time",
    "in good time",
    "in time",
    "over time",
    "in a timely manner",
    "in a timely fashion",
    "in the meantime",
    "timely",
    "eventually",
    "shortly",
    "promptly",
    "immediately",
    "straight away",
    "right away",
    "without delay",
    "someday",
    "some day",
    "some time",
    "sometime",
    "until further notice",
    "when possible",
    "whenever possible",
    "when time allows",
    "when time permits",
    "before long",
    "going forward",
    "tbd",
    "tba",
    "zeitnah",
    "zeitnahe",
    "zeitnaeher",
    "bald",
    "baldmoeglichst",
    "baldigst",
    "bald moeglichst",
    "so bald wie moeglich",
    "sobald wie moeglich",
    "sobald moeglich",
    "sobald es geht",
    "so schnell wie moeglich",
    "so rasch wie moeglich",
    "so frueh wie moeglich",
    "moeglichst bald",
    "moeglichst schnell",
    "moeglichst rasch",
    "moeglichst zeitnah",
    "schnellstmoeglich",
    "schnellstens",
    "raschestmoeglich",
    "ehestmoeglich",
    "ehestens",
    "fruehestmoeglich",
    "demnaechst",
    "naechstens",
    "alsbald",
    "umgehend",
    "unverzueglich",
    "in kuerze",
    "in baelde",
    "binnen kurzem",
    "in absehbarer zeit",
    "in naechster zeit",
    "in der naechsten zeit",
    "in naher zukunft",
    "in zukunft",
    "in der zukunft",
    "kuenftig",
    "zukuenftig",
    "mittelfristig",
    "langfristig",
    "kurzfristig",
    "perspektivisch",
    "auf lange sicht",
    "auf laengere sicht",
    "auf mittlere sicht",
    "auf dauer",
    "irgendwann",
    "frueher oder spaeter",
    "zu gegebener zeit",
    "bei gelegenheit",
    "rechtzeitig",
    "fristgerecht",
    "termingerecht",
    "bis auf weiteres",
    "mit der zeit",
    "nach und nach",
    "wenn zeit ist",
    "eines tages",
    "bis bald",
)
VAGUE: dict[str, tuple[tuple[str, ...], ...]] = {}
for _phrase in sorted(_VAGUE_PHRASES, key=len, reverse=True):
    _words = tuple(_phrase.split())
    VAGUE[_words[0]] = (*VAGUE.get(_words[0], ()), _words)

SEASONS = word_set(
    """
    sommer herbst winter fruehjahr fruehling fruehsommer spaetsommer spaetherbst jahreshaelfte
    sommers herbstes winters fruehjahrs summer autumn spring fall springtime summertime
    """
)
_SEASON_LEADS = word_set(
    """
    bis im zum by in this next before naechsten kommenden diesen vor ende mitte anfang until the of
    early late mid end dem des over for during spaetestens naechstes kommendes
    """
)


def is_event(words: Words, index: int) -> bool:
    """Whether an event noun stands at an index, as a word or as the tail of a German compound."""
    word = words.folded[index]
    if word in EVENT_NOUNS:
        return True
    if word in ENDS or word in FISCAL_ENDS or word in FEASTS:
        return False
    if len(word) < 7 or word[-3:] not in _TAILS_BY_LAST or not words.capital(index):
        return False
    return any(word.endswith(tail) and len(word) > len(tail) + 1 for tail in _EVENT_TAILS)


def read_event(words: Words, index: int) -> Reading | None:
    """An event behind "bis", "before", …: its phrase, without a date."""
    folded = words.folded
    at = index + 1
    while folded[at] in _BETWEEN and at < index + 6:
        at += 1
    if folded[at] == "go" and (folded[at + 1] == "-" or folded[at + 1] == "live"):
        return Reading(
            index, at + (3 if folded[at + 1] == "-" else 2), "event", kind=TimeKind.EVENT
        )
    if folded[at] == "kick" and folded[at + 1] in {"-", "off"}:
        return Reading(
            index, at + (3 if folded[at + 1] == "-" else 2), "event", kind=TimeKind.EVENT
        )
    head = at
    for ahead in range(3):
        if folded[at + ahead] in _LATER_NOUN and (ahead == 0 or _modifiers(words, at, ahead)):
            head = at + ahead
    if head == at and not is_event(words, at):
        return None
    if (
        folded[index] in {"by", "to", "after", "for"}
        and head == at
        and _needs_article(words, index, at)
    ):
        return None
    if words.folded[index + 1 : at] == ["the"] and folded[head] in {"project", "committee"}:
        return None
    return Reading(index, head + 1, "event", kind=TimeKind.EVENT)


_PHRASE_ENDS = word_set(
    """
    by in on to for and we is are , . with a the of calendar week next this last working day ; :
    - ( )
    """
)


def _modifiers(words: Words, at: int, ahead: int) -> bool:
    """Whether only plain words stand between, no preposition or verb that starts a new phrase."""
    return not any(
        word in _PHRASE_ENDS or word in UNITS or word in WEEKDAYS or word in FEAST_STARTS
        for word in words.folded[at : at + ahead]
    )


def _needs_article(words: Words, index: int, at: int) -> bool:
    """ "by review" may be a means; "by go-live", "by launch", "by harvest" are times."""
    bare = at == index + 1
    return bare and words.folded[at] not in {"launch", "release", "harvest", "sop", "graduation"}


def read_vague(words: Words, index: int) -> Reading | None:
    """A phrase such as "zeitnah" or "in the long run"."""
    second = words.folded[index + 1]
    for phrase in VAGUE[words.folded[index]]:
        if len(phrase) > 1 and phrase[1] != second:
            continue
        stop = index + len(phrase)
        if tuple(words.folded[index:stop]) != phrase:
            continue
        if phrase[0] in {"long", "medium"} and words.folded[stop] not in {"", ".", ",", "we", "-"}:
            return None
        if phrase == ("in", "time") and (
            words.folded[stop] not in {"", ".", ","} or words.folded[index - 1] == "just"
        ):
            return None
        if phrase == ("in", "future") and index == 0:
            return None
        return Reading(index, stop, "vague", kind=TimeKind.VAGUE)
    return None


def read_season(words: Words, index: int) -> Reading | None:
    """A season, with its year: no convention says when it ends."""
    if index and words.folded[index - 1] not in _SEASON_LEADS:
        return None
    if not index and words.folded[index] in {"fall", "spring"}:
        return None
    stop = index + 1
    shift = SHIFTS.get(words.folded[stop])
    if shift is not None and words.folded[stop + 1] in {"jahres", "year"}:
        stop += 2
    elif words.is_number(stop) and len(words.tokens[stop].text) == 4:
        stop += 1
    elif words.folded[stop] == "of" and words.is_number(stop + 1):
        stop += 2
    loose = not index or words.folded[index - 1] in {"the", "of", "for", "over"}
    doubtful = not index or words.folded[index] in {"spring", "fall"}
    if stop == index + 1 and loose and doubtful:
        return None
    nouns = {"break", "holidays", "camp", "school", "party", "fest", "term", "menu"}
    if words.folded[stop] in nouns or words.folded[stop] == "-":
        return None
    return Reading(index, stop, "season", kind=TimeKind.VAGUE)
