"""The documents the client sends, by name. Written by generate_operations.py: edit
graphql/operations and run `python clients/cli/generate_operations.py`.
"""

COMMISSION = """\
commission{id key title state version overdue health deadline mySides allowedActions
customerTeam{id name} customer{id name} supplierTeam{id name} supplier{id name} openQuestions:
questions(first: 1, filter:{status:{eq: OPEN}} ){nodes{id askedSide}} lastPlayback: playbacks(last:
1){nodes{id status}} assessments{id side} currentRevision{id number contentHash signatures{id side
decision}} pendingRevision{id number contentHash signatures{id side decision}} }
"""

ERRORS = """\
errors{__typename code message path ... on NotYourTurnError{side} ... on WrongStateError{state
allowedActions} ... on StaleRevisionError{expected actual} ... on SmartGateError{findings{rule
dimension field message}} ... on ForbiddenError{scope} ... on LimitError{limit}}
"""

ACCEPT_COMMISSION = """\
mutation AcceptCommission($input: CommissionAcceptInput!){commissionAccept(input:
$input){<commission> receipt{side decision revisionHash eventSeq eventHash signedAt document}
<errors> }}
"""

ACHIEVEMENT_RATE = """\
query AchievementRate($period: PeriodInput!, $by: RateGrouping, $filter:
RateFilter){achievementRate(period: $period, by: $by, filter: $filter){period{from to} commitment
total{due settled achieved rate strictRate low high lowIfPendingMissed highIfPendingAchieved onTime
onTimeByCurrentDeadline lapsed excluded{reason count} n sufficient suppressed method note}
selfCommissions{due achieved n} withheld groupsLeftOut groups{key label estimate{due settled
achieved rate strictRate low high lowIfPendingMissed highIfPendingAchieved onTime lapsed
excluded{reason count} n sufficient shrunk suppressed method note} covered{from to}} }}
"""

ACKNOWLEDGE_CHECK_IN = """\
mutation AcknowledgeCheckIn($input: CheckInAcknowledgeInput!){checkInAcknowledge(input:
$input){<commission> checkIn{id acknowledgedAt} <errors> }}
"""

ACTION_EFFECTS = """\
query ActionEffects($period: PeriodInput!, $filter: RateFilter, $first: Int =
10){actionEffects(period: $period, filter: $filter, first: $first){period{from to} commitment done
stillOpen actions{action{id text} kind team{id name} doneOn beforePeriod{from to} afterPeriod{from
to} before{count n share low high sufficient method note sentence} after{count n share low high
sufficient method note sentence} change{value low high distinguishable method note sentence}
beyondOthers{value low high distinguishable method note sentence} note sentence}} }
"""

AMEND_COMMISSION = """\
mutation AmendCommission($input: CommissionAmendInput!){commissionAmend(input: $input){<commission>
<errors> }}
"""

ANSWER_QUESTION = """\
mutation AnswerQuestion($input: QuestionAnswerInput!){questionAnswer(input: $input){<commission>
question{id field text status answer} <errors> }}
"""

APPOINT_DEPUTY = """\
mutation AppointDeputy($input: DeputyAppointInput!){deputyAppoint(input: $input){deputy{id startsAt
endsAt endedAt person{id name} actor{id name}} <errors> }}
"""

ASK_QUESTION = """\
mutation AskQuestion($input: QuestionAskInput!){questionAsk(input: $input){<commission> question{id
field text status} <errors> }}
"""

ASSESS_COMMISSION = """\
mutation AssessCommission($input: CommissionAssessInput!){commissionAssess(input:
$input){<commission> assessment{id side sealed} <errors> }}
"""

BENEFITS_REALISED = """\
query BenefitsRealised($period: PeriodInput!, $filter: RateFilter){benefitsRealised(period:
$period, filter: $filter){period{from to} covered{from to} commitment suppressed sufficient note
sentence closed reviewed{count n share low high sufficient method note sentence} unreviewed
verdicts{verdict count} realised{count n share low high sufficient method note sentence}
whenAchieved{count n share low high sufficient method note sentence} whenNotAchieved{count n share
low high sufficient method note sentence} difference{value low high distinguishable method note
sentence}} }
"""

CALIBRATION = """\
query Calibration($period: PeriodInput!, $filter: RateFilter){calibration(period: $period, filter:
$filter){period{from to} covered{from to} commitment suppressed sufficient note sentence
series{side moment n achieved said share low high brier reliability resolution uncertainty
bins{lowest highest said achieved n share bandLow bandHigh inside} sufficient note sentence}} }
"""

CANCEL_COMMISSION = """\
mutation CancelCommission($input: CommissionCancelInput!){commissionCancel(input:
$input){<commission> <errors> }}
"""

CLOSE_BLOCKER = """\
mutation CloseBlocker($input: BlockerCloseInput!){blockerClose(input: $input){<commission>
blocker{id text closedAt} <errors> }}
"""

CLOSE_FOR_EVALUATION = """\
mutation CloseForEvaluation($input:
CommissionCloseForEvaluationInput!){commissionCloseForEvaluation(input: $input){<commission>
<errors> }}
"""

COMMISSION_HISTORY = """\
query CommissionHistory($by: CommissionByInput!, $first: Int, $after: String){commission(by:
$by){id key history(first: $first, after: $after){nodes{id kind at channel side hash summary
onBehalfOf changes{field label before after} actor{id name}} pageInfo{hasNextPage endCursor}
totalCount}} }
"""

COMPARE_RATES = """\
query CompareRates($a: CohortInput!, $b: CohortInput!, $commitment: Commitment =
COMMITTED){compareRates(a: $a, b: $b, commitment: $commitment){commitment a{due settled achieved
rate strictRate low high lowIfPendingMissed highIfPendingAchieved onTime lapsed excluded{reason
count} n sufficient suppressed method note} b{due settled achieved rate strictRate low high
lowIfPendingMissed highIfPendingAchieved onTime lapsed excluded{reason count} n sufficient
suppressed method note} difference{value low high distinguishable method note sentence} shared note
sentence}}
"""

COMPLETE_ACTION = """\
mutation CompleteAction($input: ActionCompleteInput!){actionComplete(input: $input){<commission>
action{id text doneAt} <errors> }}
"""

CONFIRM_PLAYBACK = """\
mutation ConfirmPlayback($input: PlaybackConfirmInput!){playbackConfirm(input: $input){<commission>
playback{id status} <errors> }}
"""

CORRECT_PLAYBACK = """\
mutation CorrectPlayback($input: PlaybackCorrectInput!){playbackCorrect(input: $input){<commission>
playback{id status correction} <errors> }}
"""

DECLINE_COMMISSION = """\
mutation DeclineCommission($input: CommissionDeclineInput!){commissionDecline(input:
$input){<commission> receipt{eventSeq eventHash document} <errors> }}
"""

DELIVER_COMMISSION = """\
mutation DeliverCommission($input: CommissionDeliverInput!){commissionDeliver(input:
$input){<commission> delivery{id number deliveredAt} <errors> }}
"""

DRAFT_COMMISSION = """\
mutation DraftCommission($input: CommissionDraftInput!){commissionDraft(input: $input){<commission>
<errors> }}
"""

END_DEPUTY = """\
mutation EndDeputy($input: DeputyEndInput!){deputyEnd(input: $input){deputy{id startsAt endsAt
endedAt person{id name} actor{id name}} <errors> }}
"""

FACTOR_EFFECTS = """\
query FactorEffects($period: PeriodInput! $filter: RateFilter $naming: Naming = ANY $first: Int =
50){factorEffects(period: $period, filter: $filter, naming: $naming, first: $first){period{from to}
covered{from to} commitment suppressed sufficient note sentence compared achieved notAssessable
unassessed cancelled family effects{factor{id} key label level polarity named{count n share low
high sufficient method note sentence} namedBefore namedOnlyAfter inCancelled withFactor{count n
share low high sufficient method note sentence} withoutFactor{count n share low high sufficient
method note sentence} difference{value low high distinguishable method note sentence} ratio{value
low high} pvalue correctedPvalue agreement{n customer supplier both kappa low high} shares{side
locus count} note sentence} leftOut}}
"""

FIND_COMMISSION = """\
query FindCommission($by: CommissionByInput!){commission(by: $by){id key title state version
overdue health deadline mySides allowedActions customerTeam{id name} customer{id name}
supplierTeam{id name} supplier{id name} openQuestions: questions(first: 1, filter:{status:{eq:
OPEN}} ){nodes{id askedSide}} lastPlayback: playbacks(last: 1){nodes{id status}} assessments{id
side} currentRevision{id number contentHash goal deadline criteria{id lineageId position text kind
direction baseline target stretch band unit priority attainment met override{id attainment reason}
latestMeasurement{id value observedAt}} duties{id position side text due doneAt}}
pendingRevision{id number contentHash cause goal deadline criteria{id lineageId position text kind
direction baseline target stretch band unit priority attainment met override{id attainment reason}
latestMeasurement{id value observedAt}} } questions(first: 50){nodes{id field text status askedSide
askedBy{id name} askedAt answer answeredBy{id name}} } playbacks(last: 5){nodes{id text status
correction createdAt author{id name}} } checkIns(last: 20){nodes{id health confidence note needs
createdAt acknowledgedAt author{id name}} } blockers(last: 20){nodes{id kind text owner nextStep
openedAt closedAt}} actions(last: 20){nodes{id kind text due doneAt owner{id name}} }} }
"""

FIND_PEOPLE = """\
query FindPeople($filter: PersonFilter, $first: Int, $after: String){people(filter: $filter, first:
$first, after: $after){nodes{id name email} pageInfo{hasNextPage endCursor}} }
"""

FIND_TEAMS = """\
query FindTeams($filter: TeamFilter, $first: Int, $after: String){teams(filter: $filter, first:
$first, after: $after){nodes{id name} pageInfo{hasNextPage endCursor}} }
"""

FULFIL_DUTY = """\
mutation FulfilDuty($input: DutyFulfilInput!){dutyFulfil(input: $input){<commission> <errors> }}
"""

INBOX = """\
query Inbox($first: Int!){inbox(first: $first){kind act since due subjectId onBehalfOf{id name}
commission{id key title state customerTeam{id name} supplierTeam{id name}} }}
"""

LIST_COMMISSIONS = """\
query ListCommissions($filter: CommissionFilter $orderBy: [CommissionOrder!] $first: Int $after:
String){commissions(filter: $filter, orderBy: $orderBy, first: $first, after: $after){nodes{id key
title state deadline overdue health outcome tags customerTeam{id name} customer{id name}
supplierTeam{id name} supplier{id name}} pageInfo{hasNextPage endCursor} totalCount}}
"""

LIST_FACTORS = """\
query ListFactors($first: Int, $after: String){factors(first: $first, after: $after){nodes{id key
level labelDe labelEn} pageInfo{hasNextPage endCursor}} }
"""

LIST_PEOPLE = """\
query ListPeople($filter: PersonFilter, $first: Int, $after: String){people(filter: $filter, first:
$first, after: $after){nodes{id name email role active memberships{lead team{id name}} }
pageInfo{hasNextPage endCursor}} }
"""

LIST_TEAMS = """\
query ListTeams($filter: TeamFilter, $first: Int, $after: String){teams(filter: $filter, first:
$first, after: $after){nodes{id name archivedAt parent{id name} memberships{lead person{id name
active}} } pageInfo{hasNextPage endCursor}} }
"""

MEASURE_CRITERION = """\
mutation MeasureCriterion($input: CriterionMeasureInput!){criterionMeasure(input:
$input){<commission> measurement{id value observedAt criterion{id position text unit target
attainment met}} <errors> }}
"""

NETWORK = """\
query Network($period: PeriodInput!, $filter: RateFilter){network(period: $period, filter:
$filter){period{from to} commitment due withheld leftOut pairs{customerTeam{id name}
supplierTeam{id name} due stillOpen rate{count n share low high sufficient method note sentence}
shrunk suppressed dueTheOtherWay}} }
"""

OVERDUE_COMMISSIONS = """\
query OverdueCommissions($filter: CommissionFilter $orderBy: [CommissionOrder!] $first: Int $after:
String){commissions(filter: $filter, orderBy: $orderBy, first: $first, after: $after){nodes{id key
title state health deadline firstAgreedDeadline customerTeam{id name} supplierTeam{id name}
supplier{id name} checkIns(last: 1){nodes{id createdAt health}} } pageInfo{hasNextPage endCursor}}
}
"""

OVERRIDE_CRITERION = """\
mutation OverrideCriterion($input: CriterionOverrideInput!){criterionOverride(input:
$input){<commission> <errors> }}
"""

PLAN_ACTION = """\
mutation PlanAction($input: ActionPlanInput!){actionPlan(input: $input){<commission> action{id kind
text due} <errors> }}
"""

PROPOSE_COMMISSION = """\
mutation ProposeCommission($input: CommissionProposeInput!){commissionPropose(input:
$input){<commission> <errors> }}
"""

RAISE_BLOCKER = """\
mutation RaiseBlocker($input: BlockerRaiseInput!){blockerRaise(input: $input){<commission>
blocker{id kind text} <errors> }}
"""

RATE_TREND = """\
query RateTrend($period: PeriodInput!, $by: TrendStep = MONTH, $filter:
RateFilter){rateTrend(period: $period, by: $by, filter: $filter){period{from to} commitment
points{label due pending rate{count n share low high sufficient method note sentence} counted
suppressed lowerLimit upperLimit beyond inRun} mean fired pvalue rules sufficient note sentence}}
"""

READ_CONTENT = """\
query ReadContent($by: CommissionByInput!){commission(by: $by){id key title tags state mySides
currentRevision{id number contentHash cause goal benefit background inScope outOfScope
mustNotChange deadline deadlineTimeZone checkInCadenceDays criteria{id lineageId text kind
direction baseline target stretch band unit method source observer weight priority origin}
resources{id kind text amount unit side status} duties{id lineageId side text due} risks{id nature
text likelihood impact treatment owner} parties{id who interest involvement}} }}
"""

READ_DEPUTIES = """\
query ReadDeputies{viewer{person{id name deputies{nodes{id startsAt endsAt endedAt actor{id name
email}} } deputyFor{nodes{id startsAt endsAt endedAt person{id name}} }} }}
"""

READ_RECEIPTS = """\
query ReadReceipts($by: CommissionByInput!){commission(by: $by){id key title mySides
signatures(first: 50){nodes{id side decision signedAt person{id name} revision{id number}
receipt{eventSeq eventHash document}} }} }
"""

READ_SHARES = """\
query ReadShares($by: CommissionByInput!){commission(by: $by){id key title sharedWith{id side
sharedAt person{id name email} team{id name} sharedBy{id name}} }}
"""

RECORD_CHECK_IN = """\
mutation RecordCheckIn($input: CheckInRecordInput!){checkInRecord(input: $input){<commission>
checkIn{id health confidence createdAt} <errors> }}
"""

RECORD_LESSON = """\
mutation RecordLesson($input: LessonRecordInput!){lessonRecord(input: $input){<commission>
lesson{id text tags} <errors> }}
"""

REFERENCE_CLASS = """\
query ReferenceClass($of: ReferenceInput!){referenceClass(of: $of){likeness tried{likeness n} since
commitment n delivered censored half{day low high} most{day low high} baseRate{count n share low
high sufficient method note sentence} days byDeadline{share low high} verdict sufficient method
note sentence}}
"""

REVIEW_BENEFIT = """\
mutation ReviewBenefit($input: BenefitReviewInput!){benefitReview(input: $input){<commission>
benefitReview{id verdict asOf} <errors> }}
"""

REVIEW_DELIVERY = """\
mutation ReviewDelivery($input: DeliveryReviewInput!){deliveryReview(input: $input){<commission>
review{id decision} <errors> }}
"""

REVISE_COMMISSION = """\
mutation ReviseCommission($input: CommissionReviseInput!){commissionRevise(input:
$input){<commission> <errors> }}
"""

REVOKE_COMMISSION = """\
mutation RevokeCommission($input: CommissionRevokeInput!){commissionRevoke(input:
$input){<commission> <errors> }}
"""

SATISFACTION = """\
query Satisfaction($period: PeriodInput!, $filter: RateFilter, $side: Side =
CUSTOMER){satisfaction(period: $period, filter: $filter, side: $side){period{from to} covered{from
to} commitment suppressed sufficient note sentence side closed response{count n share low high
sufficient method note sentence} unanswered lapsed gaps{aspect gap{n mean low high sufficient
method note sentence} perceived}} }
"""

SELF_OTHER_DIFFERENCE = """\
query SelfOtherDifference($period: PeriodInput!, $filter: RateFilter){selfOtherDifference(period:
$period, filter: $filter){period{from to} covered{from to} commitment suppressed sufficient note
sentence closed both{count n share low high sufficient method note sentence} customerOnly
supplierOnly neither attainment{n mean low high sufficient method note sentence} split{count n
share low high sufficient method note sentence} aspects{aspect difference{n mean low high
sufficient method note sentence}} }}
"""

SHARE_COMMISSION = """\
mutation ShareCommission($input: CommissionShareInput!){commissionShare(input: $input){<commission>
share{id} <errors> }}
"""

SHOW_COMMISSION = """\
query ShowCommission($by: CommissionByInput!){commission(by: $by){id key title state version
overdue health deadline mySides allowedActions customerTeam{id name} customer{id name}
supplierTeam{id name} supplier{id name} openQuestions: questions(first: 1, filter:{status:{eq:
OPEN}} ){nodes{id askedSide}} lastPlayback: playbacks(last: 1){nodes{id status}} currentRevision{id
number contentHash cause createdAt goal benefit background inScope outOfScope mustNotChange
deadline checkInCadenceDays criteria{id lineageId position text kind direction baseline target
stretch band unit priority attainment met override{id attainment reason} latestMeasurement{id value
observedAt}} resources{id kind text amount unit side status} duties{id position side text due
doneAt} risks{id nature text likelihood impact treatment} parties{id who interest involvement}
signatures{id side decision confidence note reason alternative signedAt person{id name}}
smartReport{id grade score coverage specific measurable accepted realistic timeBound findings{rule
dimension severity field message fix}} } pendingRevision{id number contentHash cause createdAt goal
benefit background inScope outOfScope mustNotChange deadline checkInCadenceDays criteria{id
lineageId position text kind direction baseline target stretch band unit priority attainment met
override{id attainment reason} latestMeasurement{id value observedAt}} resources{id kind text
amount unit side status} duties{id position side text due doneAt} risks{id nature text likelihood
impact treatment} parties{id who interest involvement} signatures{id side decision confidence note
reason alternative signedAt person{id name}} smartReport{id grade score coverage specific
measurable accepted realistic timeBound findings{rule dimension severity field message fix}} }
commitment initiator selfCommission beneficiary tags firstAgreedDeadline createdAt agreedAt
deliveredAt closedAt lapsed endedBy endedBecause outcome questions(first: 50){nodes{id field text
status askedSide askedBy{id name} askedAt answer answeredBy{id name}} } playbacks(last: 5){nodes{id
text status correction createdAt author{id name}} } checkIns(last: 20){nodes{id health confidence
note needs createdAt acknowledgedAt author{id name}} } blockers(last: 20){nodes{id kind text owner
nextStep openedAt closedAt}} actions(last: 20){nodes{id kind text due doneAt owner{id name}} }
deliveries(last: 3){nodes{id number note deliveredAt}} factorObservations(last: 20){nodes{id side
polarity strength locus factor{id key labelDe labelEn}} } reviews(last: 3){nodes{id decision
comment reviewedAt}} assessments{id side sealed comment submittedAt person{id name}
satisfaction{aspect expected perceived gap}} evaluation{id outcome timelinessFirstAgreed
timelinessCurrent attainment} lessons(last: 20){nodes{id text tags}} contributesTo{id key title}
dependsOn{commission{id key title state}} externalReferences{id system key url}} }
"""

SMART_EFFECT = """\
query SmartEffect($period: PeriodInput!, $filter: RateFilter){smartEffect(period: $period, filter:
$filter){period{from to} covered{from to} commitment suppressed sufficient note sentence
grades{grade achieved{count n share low high sufficient method note sentence} excluded}
overridden{grade achieved{count n share low high sufficient method note sentence} excluded}
smartAgainstOthers{value low high distinguishable method note sentence} letters{dimension
passed{count n share low high sufficient method note sentence} weak{count n share low high
sufficient method note sentence} difference{value low high distinguishable method note sentence}
pvalue correctedPvalue note sentence}} }
"""

STAGE_TIMES = """\
query StageTimes($period: PeriodInput!, $filter: RateFilter){stageTimes(period: $period, filter:
$filter){period{from to} covered{from to} commitment suppressed sufficient note sentence every
stages{stage waitingFor n done stillOpen ended half{day low high} most{day low high} sufficient
method note sentence}} }
"""

SUBMIT_PLAYBACK = """\
mutation SubmitPlayback($input: PlaybackSubmitInput!){playbackSubmit(input: $input){<commission>
playback{id text status} <errors> }}
"""

UNSHARE_COMMISSION = """\
mutation UnshareCommission($input: CommissionUnshareInput!){commissionUnshare(input:
$input){<commission> <errors> }}
"""

VIEWER = """\
query Viewer{viewer{person{id name email} organisation{id name} role language memberships{lead
team{id name}} }}
"""

WATCH_COMMISSIONS = """\
subscription WatchCommissions($by: CommissionByInput, $after: String){commissionChanged(by: $by,
after: $after){kind id revision occurredAt cursor node{id key title state}} }
"""

WATCH_INBOX = """\
subscription WatchInbox($after: String){inboxChanged(after: $after){kind id revision owed
occurredAt cursor node{id key title state}} }
"""

WITHDRAW_COMMISSION = """\
mutation WithdrawCommission($input: CommissionWithdrawInput!){commissionWithdraw(input:
$input){<commission> <errors> }}
"""

WITHDRAW_QUESTION = """\
mutation WithdrawQuestion($input: QuestionWithdrawInput!){questionWithdraw(input:
$input){<commission> question{id status} <errors> }}
"""

_WITH_MARKS = {
    "AcceptCommission": ACCEPT_COMMISSION,
    "AchievementRate": ACHIEVEMENT_RATE,
    "AcknowledgeCheckIn": ACKNOWLEDGE_CHECK_IN,
    "ActionEffects": ACTION_EFFECTS,
    "AmendCommission": AMEND_COMMISSION,
    "AnswerQuestion": ANSWER_QUESTION,
    "AppointDeputy": APPOINT_DEPUTY,
    "AskQuestion": ASK_QUESTION,
    "AssessCommission": ASSESS_COMMISSION,
    "BenefitsRealised": BENEFITS_REALISED,
    "Calibration": CALIBRATION,
    "CancelCommission": CANCEL_COMMISSION,
    "CloseBlocker": CLOSE_BLOCKER,
    "CloseForEvaluation": CLOSE_FOR_EVALUATION,
    "CommissionHistory": COMMISSION_HISTORY,
    "CompareRates": COMPARE_RATES,
    "CompleteAction": COMPLETE_ACTION,
    "ConfirmPlayback": CONFIRM_PLAYBACK,
    "CorrectPlayback": CORRECT_PLAYBACK,
    "DeclineCommission": DECLINE_COMMISSION,
    "DeliverCommission": DELIVER_COMMISSION,
    "DraftCommission": DRAFT_COMMISSION,
    "EndDeputy": END_DEPUTY,
    "FactorEffects": FACTOR_EFFECTS,
    "FindCommission": FIND_COMMISSION,
    "FindPeople": FIND_PEOPLE,
    "FindTeams": FIND_TEAMS,
    "FulfilDuty": FULFIL_DUTY,
    "Inbox": INBOX,
    "ListCommissions": LIST_COMMISSIONS,
    "ListFactors": LIST_FACTORS,
    "ListPeople": LIST_PEOPLE,
    "ListTeams": LIST_TEAMS,
    "MeasureCriterion": MEASURE_CRITERION,
    "Network": NETWORK,
    "OverdueCommissions": OVERDUE_COMMISSIONS,
    "OverrideCriterion": OVERRIDE_CRITERION,
    "PlanAction": PLAN_ACTION,
    "ProposeCommission": PROPOSE_COMMISSION,
    "RaiseBlocker": RAISE_BLOCKER,
    "RateTrend": RATE_TREND,
    "ReadContent": READ_CONTENT,
    "ReadDeputies": READ_DEPUTIES,
    "ReadReceipts": READ_RECEIPTS,
    "ReadShares": READ_SHARES,
    "RecordCheckIn": RECORD_CHECK_IN,
    "RecordLesson": RECORD_LESSON,
    "ReferenceClass": REFERENCE_CLASS,
    "ReviewBenefit": REVIEW_BENEFIT,
    "ReviewDelivery": REVIEW_DELIVERY,
    "ReviseCommission": REVISE_COMMISSION,
    "RevokeCommission": REVOKE_COMMISSION,
    "Satisfaction": SATISFACTION,
    "SelfOtherDifference": SELF_OTHER_DIFFERENCE,
    "ShareCommission": SHARE_COMMISSION,
    "ShowCommission": SHOW_COMMISSION,
    "SmartEffect": SMART_EFFECT,
    "StageTimes": STAGE_TIMES,
    "SubmitPlayback": SUBMIT_PLAYBACK,
    "UnshareCommission": UNSHARE_COMMISSION,
    "Viewer": VIEWER,
    "WatchCommissions": WATCH_COMMISSIONS,
    "WatchInbox": WATCH_INBOX,
    "WithdrawCommission": WITHDRAW_COMMISSION,
    "WithdrawQuestion": WITHDRAW_QUESTION,
}

DOCUMENTS: dict[str, str] = {
    name: text.replace("<commission>", COMMISSION).replace("<errors>", ERRORS)
    for name, text in _WITH_MARKS.items()
}
