"""Labels: what people read for every value of every enumeration, in German and English.

``label`` is the only way from a value to a text. A value without a label cannot be committed:
a test compares this catalogue with ``enums.ENUMS``. Sentences about a value are its description.
"""

from collections.abc import Mapping
from types import MappingProxyType

from goals.domain.parties import Language
from goals.domain.words import Word

# Enumeration -> value -> (German, English), one line a value.
_TEXT = """
Act
  DRAFT                 entwerfen | draft
  REVISE                überarbeiten | revise
  PROPOSE               vorschlagen | propose
  ASK                   nachfragen | ask
  ANSWER                antworten | answer
  WITHDRAW_QUESTION     Rückfrage zurückziehen | withdraw the question
  PLAY_BACK             zurückspiegeln | play back
  CONFIRM_PLAYBACK      Rückspiegelung bestätigen | confirm the playback
  CORRECT_PLAYBACK      Rückspiegelung korrigieren | correct the playback
  ACCEPT                annehmen | accept
  DECLINE               ablehnen | decline
  WITHDRAW              zurückziehen | withdraw
  EXPIRE                verfallen lassen | expire
  AMEND                 Änderung vorschlagen | amend
  CHECK_IN              Zwischenstand melden | check in
  ACKNOWLEDGE           zur Kenntnis nehmen | acknowledge
  MEASURE               Messwert eintragen | measure
  OVERRIDE_ATTAINMENT   Zielerreichung von Hand setzen | override the attainment
  RAISE_BLOCKER         Hindernis melden | raise a blocker
  CLOSE_BLOCKER         Hindernis schließen | close the blocker
  FULFIL_DUTY           Beistellung erfüllen | fulfil a duty
  DELIVER               liefern | deliver
  REVIEW_ACCEPT         abnehmen | accept the delivery
  REVIEW_REJECT         zurückweisen | reject the delivery
  LAPSE                 ohne Abnahme weitergehen | lapse
  CANCEL                abbrechen | cancel
  REVOKE                zurücktreten | revoke
  CLOSE_FOR_EVALUATION  zur Auswertung schließen | close for evaluation
  ASSESS                einschätzen | assess
  CLOSE                 abschließen | close
  RECORD_LESSON         Lehre festhalten | record a lesson
  PLAN_ACTION           Maßnahme planen | plan an action
  COMPLETE_ACTION       Maßnahme erledigen | complete the action
  REVIEW_BENEFIT        Nutzen prüfen | review the benefit
ActionKind
  CHANGE                verändern | change
  SUSTAIN               beibehalten | sustain
  DEVELOP               aufbauen | develop
AmendmentStatus
  PENDING               offen | pending
  IN_FORCE              in Kraft | in force
  DROPPED               verworfen | dropped
BenefitVerdict
  REALISED              eingetreten | realised
  PARTLY                teilweise eingetreten | partly realised
  NOT                   nicht eingetreten | not realised
  TOO_EARLY             noch nicht zu sagen | too early to say
BlockerKind
  INPUT                 fehlende Beistellung | missing input
  DECISION              ausstehende Entscheidung | outstanding decision
  RESOURCE              fehlende Ressource | missing resource
  TECHNICAL             technisches Hindernis | technical obstacle
  DEPENDENCY            Abhängigkeit | dependency
  EXTERNAL              von außen | external
  OTHER                 sonstiges | other
Channel
  CLI                   Kommandozeile | command line
  API                   Schnittstelle | API
  INTEGRATION           Anbindung | integration
  SYSTEM                System | system
CheckInHealth
  ON_TRACK              im Plan | on track
  AT_RISK               gefährdet | at risk
  OFF_TRACK             nicht im Plan | off track
Commitment
  COMMITTED             zugesagt | committed
  STRETCH               ehrgeizig | stretch
  LEARNING              Lernziel | learning
ComplaintStatus
  RECEIVED              eingegangen | received
  ACKNOWLEDGED          bestätigt | acknowledged
  ASSESSED              beurteilt | assessed
  RESOLVED              gelöst | resolved
ConfidenceMoment
  FIRST                 zuerst | at first
  LAST                  zuletzt | at last
CriterionKind
  METRIC                Messgröße | metric
  BINARY                ja oder nein | yes or no
Dimension
  SPECIFIC              konkret | specific
  MEASURABLE            messbar | measurable
  ACCEPTED              akzeptiert | accepted
  REALISTIC             realistisch | realistic
  TIME_BOUND            terminiert | time-bound
Direction
  INCREASE              steigern | increase
  DECREASE              senken | decrease
  AT_LEAST              mindestens | at least
  AT_MOST               höchstens | at most
  WITHIN                innerhalb | within
Exclusion
  PENDING               noch offen | pending
  OVERDUE               überfällig, nicht ausgewertet | overdue, not evaluated
  CANCELLED             abgebrochen | cancelled
  NOT_ASSESSABLE        nicht beurteilbar | not assessable
Expectation
  ANSWER                Rückfrage beantworten | answer a question
  CONFIRM_PLAYBACK      Rückspiegelung prüfen | check the playback
  PLAY_BACK             neu zurückspiegeln | play back again
  SIGN                  unterschreiben oder ablehnen | sign or decline
  ACKNOWLEDGE           Zwischenstand zur Kenntnis nehmen | acknowledge a check-in
  CHECK_IN              Zwischenstand melden | check in
  FULFIL_DUTY           Beistellung erfüllen | fulfil a duty
  DELIVER               liefern | deliver
  REVIEW                abnehmen oder zurückweisen | review the delivery
  ASSESS                einschätzen | assess
  COMPLETE_ACTION       Maßnahme erledigen | complete an action
FactorLevel
  CULTURE               Kulturebene | culture
  STRUCTURE             Strukturebene | structure
  PERSON                Personenebene | person
Health
  PENDING               ausstehend | pending
  ON_TRACK              im Plan | on track
  AT_RISK               gefährdet | at risk
  OFF_TRACK             nicht im Plan | off track
  STALE                 ohne Nachricht | stale
  OVERDUE               überfällig | overdue
  CLOSED                beendet | closed
Involvement
  INFORM                informieren | inform
  CONSULT               anhören | consult
  APPROVE               zustimmen lassen | approve
Language
  de                    Deutsch | German
  en                    Englisch | English
Likeness
  PAIR_AND_TAG          dieselben Teams und ein Schlagwort | same teams and a tag
  PAIR                  dieselben Teams | same teams
  SUPPLIER_AND_TAG      dasselbe Lieferantenteam und ein Schlagwort | same supplier and a tag
  SUPPLIER              dasselbe Lieferantenteam | same supplier's team
  TAG                   ein gemeinsames Schlagwort | a tag in common
  ORGANISATION          die ganze Organisation | the whole organisation
Locus
  OWN                   eigener Anteil | own share
  OTHER                 Anteil der anderen Seite | the other side's share
  SHARED                gemeinsamer Anteil | shared
  EXTERNAL              von außen | external
Machine
  CLOCK                 Uhr | clock
  INTEGRATION           Anbindung | integration
MeasurementSource
  HUMAN                 von Hand | by hand
  INTEGRATION           angebundenes System | connected system
OpenDutyKind
  CONTACT               Ansprechperson | contact
  EXPECTATION           Erwartung | expectation
  ACTION                Maßnahme | action
  RISK                  Risiko | risk
  BLOCKER               Hindernis | blocker
Naming
  ANY                   wann auch immer genannt | whenever named
  BEFORE                vor dem Ergebnis genannt | named before the outcome
Origin
  CUSTOMER              Kunde | customer
  STATUTORY             Gesetz oder Norm | law or standard
  INTERNAL              intern | internal
Outcome
  EXCEEDED              übertroffen | exceeded
  ACHIEVED              erreicht | achieved
  PARTLY_ACHIEVED       teilweise erreicht | partly achieved
  MISSED                verfehlt | missed
  NOT_ASSESSABLE        nicht beurteilbar | not assessable
PersonKind
  HUMAN                 Mensch | human being
  SERVICE               Dienstkonto | service account
PlaybackStatus
  PENDING               offen | pending
  CONFIRMED             bestätigt | confirmed
  CORRECTED             korrigiert | corrected
Polarity
  HELPED                förderlich | helped
  HINDERED              hinderlich | hindered
  MISSING               fehlend | missing
Priority
  MUST                  Muss | must
  SHOULD                Soll | should
  WISH                  Wunsch | wish
QuestionField
  GOAL                  Ziel | goal
  BENEFIT               Nutzen | benefit
  CUSTOMER              Kunde | customer
  SUCCESS_CRITERIA      Erfolgskriterien | success criteria
  DEADLINE              Termin | deadline
  BACKGROUND            Hintergrund | background
  SCOPE                 Umfang | scope
  RESOURCES             Ressourcen | resources
  DUTIES                Beistellungen | duties
  RISKS                 Risiken und Chancen | risks and opportunities
  PARTIES               Beteiligte | interested parties
  OTHER                 sonstiges | other
QuestionStatus
  OPEN                  offen | open
  ANSWERED              beantwortet | answered
  WITHDRAWN             zurückgezogen | withdrawn
RateNote
  SUPPRESSED            unterdrückt: zu wenige dahinter | suppressed: too few behind it
  NOTHING_DUE           nichts fällig | nothing was due
  NOTHING_SETTLED       noch nichts ausgewertet | nothing evaluated yet
  TOO_FEW               zu wenige für eine Quote | too few for a rate
  PROVISIONAL           vorläufig | provisional
  COMPLETE              vollständig | complete
Reading
  EMPTY                 nichts zu zählen | nothing to count
  TOO_FEW               zu wenige Fälle | too few cases
  SUPPRESSED            zu kleine Gruppe | group too small
  SAME                  dasselbe | the same
  OVERLAPPING           überschneidet sich | overlapping
  HIGHER                höher | higher
  LOWER                 niedriger | lower
  NOT_DISTINGUISHABLE   nicht unterscheidbar | not distinguishable
  RISING                steigend | rising
  FALLING               fallend | falling
  CHANGED               verändert | changed
  STEADY                gleichbleibend | steady
  HONEST                ehrlich | honest
  TOO_SURE              zu zuversichtlich | too sure
  TOO_CAUTIOUS          zu vorsichtig | too cautious
  NOT_REACHED           noch nicht erreicht | not reached yet
  ESTIMATED             geschätzt | estimated
ResourceKind
  PEOPLE                Personal | people
  KNOWLEDGE             Wissen | knowledge
  TIME                  Zeit | time
  MATERIAL              Material | material
  TECHNOLOGY            Technik | technology
  BUDGET                Budget | budget
ResourceStatus
  NEEDED                benötigt | needed
  COMMITTED             zugesagt | committed
  MISSING               fehlend | missing
ReviewDecision
  ACCEPTED              abgenommen | accepted
  ACCEPTED_WITH_RESERVATIONS  mit Vorbehalt abgenommen | accepted with reservations
  REJECTED              zurückgewiesen | rejected
RiskNature
  RISK                  Risiko | risk
  OPPORTUNITY           Chance | opportunity
Role
  MEMBER                Mitglied | member
  MANAGER               Führungskraft | manager
  ADMIN                 Verwaltung | admin
SatisfactionAspect
  OVERALL               insgesamt | overall
  RELIABILITY           Verlässlichkeit | reliability
  RESPONSIVENESS        Reaktionsschnelligkeit | responsiveness
  CLARITY               Klarheit | clarity
  COOPERATION           Zusammenarbeit | cooperation
Scope
  READ                  READ (lesen) | READ (read)
  MEASURE               MEASURE (messen) | MEASURE (measure)
  ACT                   ACT (handeln) | ACT (act)
  ADMIN                 ADMIN (verwalten) | ADMIN (administer)
Side
  CUSTOMER              Kunde | customer
  SUPPLIER              Lieferant | supplier
SignatureDecision
  ACCEPT                angenommen | accepted
  DECLINE               abgelehnt | declined
Stage
  CLARIFYING            Klärung | clarification
  QUESTION              Warten auf Antwort | waiting for an answer
  PLAYBACK              Warten auf Bestätigung | waiting for a word on the playback
  WORK                  Arbeit | work
  REVIEW                Abnahme | review
  ASSESSMENT            Auswertung | assessment
State
  DRAFT                 Entwurf | draft
  CLARIFYING            in Klärung | in clarification
  AGREED                vereinbart | agreed
  DELIVERED             geliefert | delivered
  EVALUATING            in Auswertung | in evaluation
  CLOSED                abgeschlossen | closed
  DECLINED              abgelehnt | declined
  WITHDRAWN             zurückgezogen | withdrawn
  EXPIRED               verfallen | expired
  CANCELLED             abgebrochen | cancelled
Timeliness
  EARLY                 vor dem Termin | early
  ON_TIME               termingerecht | on time
  LATE                  verspätet | late
  NOT_DELIVERED         nicht geliefert | not delivered
TrendRule
  BEYOND_LIMITS         außerhalb der Grenzen | beyond the limits
  RUN_OF_EIGHT          acht in Folge | eight in a row
  STEADY_TREND          stetiger Verlauf | steady trend
Verdict
  PASS                  erfüllt | pass
  WARN                  mit Schwäche | weak
  FAIL                  nicht erfüllt | fail
  UNKNOWN               nicht beurteilbar | unknown
Who
  CUSTOMER              Kunde | customer
  SUPPLIER              Lieferant | supplier
  INITIATOR             auftragstellende Seite | initiating side
  EITHER                beide Seiten | both sides
  CLOCK                 Uhr | clock
  INTEGRATION           Anbindung | integration
  SELF                  betroffene Person | person concerned
"""


def _read(text: str) -> Mapping[tuple[str, str], tuple[str, str]]:
    labels: dict[tuple[str, str], tuple[str, str]] = {}
    kind = ""
    for line in text.strip().splitlines():
        if not line.startswith(" "):
            kind = line
            continue
        value, both = line.strip().split(None, 1)
        german, english = both.split(" | ")
        labels[kind, value] = (german, english)
    return MappingProxyType(labels)


LABELS = _read(_TEXT)


def label(value: Word, language: Language = Language.EN) -> str:
    """The label of an enumeration's value; raises KeyError for a value without one."""
    german, english = LABELS[type(value).__name__, value.value]
    return german if language is Language.DE else english
