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
dimension field message}} ... on LimitError{limit}}
"""

ACCEPT_COMMISSION = """\
mutation AcceptCommission($input: CommissionAcceptInput!){commissionAccept(input:
$input){<commission> receipt{side decision revisionHash eventSeq eventHash signedAt} <errors> }}
"""

ACHIEVEMENT_RATE = """\
query AchievementRate($period: PeriodInput!, $by: RateGrouping, $filter:
RateFilter){achievementRate(period: $period, by: $by, filter: $filter){period{from to} commitment
total{due settled achieved rate strictRate low high lowIfPendingMissed highIfPendingAchieved onTime
lapsed excluded{reason count} n sufficient method note} groups{key label estimate{due settled
achieved rate strictRate low high lowIfPendingMissed highIfPendingAchieved onTime lapsed
excluded{reason count} n sufficient method note}} }}
"""

ACKNOWLEDGE_CHECK_IN = """\
mutation AcknowledgeCheckIn($input: CheckInAcknowledgeInput!){checkInAcknowledge(input:
$input){<commission> checkIn{id acknowledgedAt} <errors> }}
"""

AMEND_COMMISSION = """\
mutation AmendCommission($input: CommissionAmendInput!){commissionAmend(input: $input){<commission>
<errors> }}
"""

ANSWER_QUESTION = """\
mutation AnswerQuestion($input: QuestionAnswerInput!){questionAnswer(input: $input){<commission>
question{id field text status answer} <errors> }}
"""

ASK_QUESTION = """\
mutation AskQuestion($input: QuestionAskInput!){questionAsk(input: $input){<commission> question{id
field text status} <errors> }}
"""

ASSESS_COMMISSION = """\
mutation AssessCommission($input: CommissionAssessInput!){commissionAssess(input:
$input){<commission> assessment{id side sealed} <errors> }}
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
$by){id key history(first: $first, after: $after){nodes{id kind at channel side hash actor{id
name}} pageInfo{hasNextPage endCursor} totalCount}} }
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
$input){<commission> <errors> }}
"""

DELIVER_COMMISSION = """\
mutation DeliverCommission($input: CommissionDeliverInput!){commissionDeliver(input:
$input){<commission> delivery{id number deliveredAt} <errors> }}
"""

DRAFT_COMMISSION = """\
mutation DraftCommission($input: CommissionDraftInput!){commissionDraft(input: $input){<commission>
<errors> }}
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
query Inbox($first: Int){inbox(first: $first){kind act since due subjectId commission{id key title
state customerTeam{id name} supplierTeam{id name}} }}
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

MEASURE_CRITERION = """\
mutation MeasureCriterion($input: CriterionMeasureInput!){criterionMeasure(input:
$input){<commission> measurement{id value observedAt criterion{id position text unit target
attainment met}} <errors> }}
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

READ_CONTENT = """\
query ReadContent($by: CommissionByInput!){commission(by: $by){id key title tags state mySides
currentRevision{id number contentHash cause goal benefit background inScope outOfScope
mustNotChange deadline deadlineTimeZone checkInCadenceDays criteria{lineageId text kind direction
baseline target stretch band unit method source observer weight priority origin} resources{kind
text amount unit side status} duties{lineageId side text due} risks{nature text likelihood impact
treatment owner} parties{who interest involvement}} }}
"""

RECORD_CHECK_IN = """\
mutation RecordCheckIn($input: CheckInRecordInput!){checkInRecord(input: $input){<commission>
checkIn{id health confidence createdAt} <errors> }}
"""

RECORD_LESSON = """\
mutation RecordLesson($input: LessonRecordInput!){lessonRecord(input: $input){<commission>
lesson{id text tags} <errors> }}
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

SHOW_COMMISSION = """\
query ShowCommission($by: CommissionByInput!){commission(by: $by){id key title state version
overdue health deadline mySides allowedActions customerTeam{id name} customer{id name}
supplierTeam{id name} supplier{id name} openQuestions: questions(first: 1, filter:{status:{eq:
OPEN}} ){nodes{id askedSide}} lastPlayback: playbacks(last: 1){nodes{id status}} assessments{id
side} currentRevision{id number contentHash cause createdAt goal benefit background inScope
outOfScope mustNotChange deadline checkInCadenceDays criteria{id lineageId position text kind
direction baseline target stretch band unit priority attainment met override{id attainment reason}
latestMeasurement{id value observedAt}} resources{kind text amount unit side status} duties{id
position side text due doneAt} risks{nature text likelihood impact treatment} parties{who interest
involvement} signatures{id side decision confidence note reason alternative signedAt person{id
name}} smartReport{grade score coverage specific measurable accepted realistic timeBound
findings{rule dimension severity field message fix}} } pendingRevision{id number contentHash cause
createdAt goal benefit background inScope outOfScope mustNotChange deadline checkInCadenceDays
criteria{id lineageId position text kind direction baseline target stretch band unit priority
attainment met override{id attainment reason} latestMeasurement{id value observedAt}}
resources{kind text amount unit side status} duties{id position side text due doneAt} risks{nature
text likelihood impact treatment} parties{who interest involvement} signatures{id side decision
confidence note reason alternative signedAt person{id name}} smartReport{grade score coverage
specific measurable accepted realistic timeBound findings{rule dimension severity field message
fix}} } commitment initiator selfCommission beneficiary tags firstAgreedDeadline createdAt agreedAt
deliveredAt closedAt lapsed endedBy endedBecause outcome questions(first: 50){nodes{id field text
status askedSide askedBy{id name} askedAt answer answeredBy{id name}} } playbacks(last: 5){nodes{id
text status correction createdAt author{id name}} } checkIns(last: 20){nodes{id health confidence
note needs createdAt acknowledgedAt author{id name}} } blockers(last: 20){nodes{id kind text owner
nextStep openedAt closedAt}} actions(last: 20){nodes{id kind text due doneAt owner{id name}} }
deliveries(last: 3){nodes{id number note deliveredAt}} factorObservations(last: 20){nodes{id side
polarity strength locus factor{id key labelDe labelEn}} } reviews(last: 3){nodes{id decision
comment reviewedAt}} assessments{id side sealed comment submittedAt person{id name}
satisfaction{aspect expected perceived gap}} evaluation{outcome timelinessFirstAgreed
timelinessCurrent attainment} lessons(last: 20){nodes{id text tags}} contributesTo{id key title}
dependsOn{commission{id key title state}} externalReferences{system key url}} }
"""

SUBMIT_PLAYBACK = """\
mutation SubmitPlayback($input: PlaybackSubmitInput!){playbackSubmit(input: $input){<commission>
playback{id text status} <errors> }}
"""

VIEWER = """\
query Viewer{viewer{person{id name email} organisation{id name} role language memberships{lead
team{id name}} }}
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
    "AmendCommission": AMEND_COMMISSION,
    "AnswerQuestion": ANSWER_QUESTION,
    "AskQuestion": ASK_QUESTION,
    "AssessCommission": ASSESS_COMMISSION,
    "CancelCommission": CANCEL_COMMISSION,
    "CloseBlocker": CLOSE_BLOCKER,
    "CloseForEvaluation": CLOSE_FOR_EVALUATION,
    "CommissionHistory": COMMISSION_HISTORY,
    "CompleteAction": COMPLETE_ACTION,
    "ConfirmPlayback": CONFIRM_PLAYBACK,
    "CorrectPlayback": CORRECT_PLAYBACK,
    "DeclineCommission": DECLINE_COMMISSION,
    "DeliverCommission": DELIVER_COMMISSION,
    "DraftCommission": DRAFT_COMMISSION,
    "FindCommission": FIND_COMMISSION,
    "FindPeople": FIND_PEOPLE,
    "FindTeams": FIND_TEAMS,
    "FulfilDuty": FULFIL_DUTY,
    "Inbox": INBOX,
    "ListCommissions": LIST_COMMISSIONS,
    "ListFactors": LIST_FACTORS,
    "MeasureCriterion": MEASURE_CRITERION,
    "OverrideCriterion": OVERRIDE_CRITERION,
    "PlanAction": PLAN_ACTION,
    "ProposeCommission": PROPOSE_COMMISSION,
    "RaiseBlocker": RAISE_BLOCKER,
    "ReadContent": READ_CONTENT,
    "RecordCheckIn": RECORD_CHECK_IN,
    "RecordLesson": RECORD_LESSON,
    "ReviewDelivery": REVIEW_DELIVERY,
    "ReviseCommission": REVISE_COMMISSION,
    "RevokeCommission": REVOKE_COMMISSION,
    "ShowCommission": SHOW_COMMISSION,
    "SubmitPlayback": SUBMIT_PLAYBACK,
    "Viewer": VIEWER,
    "WithdrawCommission": WITHDRAW_COMMISSION,
    "WithdrawQuestion": WITHDRAW_QUESTION,
}

DOCUMENTS: dict[str, str] = {
    name: text.replace("<commission>", COMMISSION).replace("<errors>", ERRORS)
    for name, text in _WITH_MARKS.items()
}
