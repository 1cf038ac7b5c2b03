"""The three documents of the benchmark, with their variables, and the shares they have to reach."""

from dataclasses import dataclass
from typing import Any

PAGE = """
query Page($first: Int!) {
  commissions(first: $first) {
    nodes {
      id
      key
      title
      state
      deadline
      createdAt
      customerTeam { id name }
      customer { id name }
      currentRevision {
        number
        goal
        criteria { id position text kind target unit priority weight }
      }
    }
    pageInfo { hasNextPage }
  }
}
"""

BY_ID = """
query ById($id: ID!) {
  commission(by: {id: $id}) {
    id
    key
    title
    state
    commitment
    initiator
    version
    deadline
    firstAgreedDeadline
    createdAt
    agreedAt
    deliveredAt
    closedAt
    outcome
    tags
    customerTeam { id name }
    customer { id name }
    supplierTeam { id name }
    supplier { id name }
    currentRevision {
      id
      number
      contentHash
      goal
      benefit
      deadline
      criteria { id position text kind direction baseline target stretch unit priority weight }
      resources { kind text amount unit side status }
    }
    questions(first: 20) { nodes { id text status answer askedAt askedBy { name } } }
    signatures(first: 20) { nodes { side decision confidence note signedAt person { name } } }
    checkIns(first: 20) { nodes { id health confidence note createdAt author { name } } }
    measurements(first: 50) { nodes { id value observedAt source criterion { position } } }
    deliveries(first: 20) {
      nodes {
        number
        deliveredAt
        deliveredBy { name }
        claims { position claim }
        review { decision comment reviewedAt judgements { position met } }
      }
    }
    assessments { side submittedAt comment person { name } judgements { position attainment } }
    factorObservations(first: 20) { nodes { side polarity strength locus factor { key } } }
    evaluation { outcome timelinessFirstAgreed attainment evaluatedAt }
  }
}
"""

FILTERED = """
query Filtered($states: [State!], $from: Date!, $first: Int!) {
  commissions(
    first: $first
    filter: {state: {in: $states}, deadline: {gte: $from}}
    orderBy: [{field: DEADLINE, direction: DESC}]
  ) {
    totalCount
    nodes { id key title state deadline customerTeam { name } supplierTeam { name } }
    pageInfo { hasNextPage }
  }
}
"""


@dataclass(frozen=True)
class Question:
    """A document, its variables (one set is taken in turn), and the shares of throughput wanted."""

    name: str
    text: str
    variables: tuple[dict[str, Any], ...]
    of_limit: float
    of_ordinary: float | None = None


def questions(ids: list[str], since: str) -> list[Question]:
    """The questions, for commissions by these global ids and open deadlines since a day."""
    return [
        Question("page", PAGE, ({"first": 50},), 0.80, 20),
        Question("by id", BY_ID, tuple({"id": each} for each in ids), 0.55),
        Question(
            "filtered",
            FILTERED,
            ({"states": ["AGREED", "DELIVERED", "EVALUATING"], "from": since, "first": 50},),
            0.60,
        ),
    ]
