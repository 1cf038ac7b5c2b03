"""A small schema with every kind of field, filter and order the compiler knows."""

from datetime import date, datetime
from typing import Any

from graphql import GraphQLSchema, StringValueNode, build_schema

SDL = """
scalar Date
scalar DateTime
scalar Decimal
scalar JSON

interface Node { id: ID! }
type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }

enum State { DRAFT AGREED CLOSED }
enum Side { CUSTOMER SUPPLIER }
enum Direction { ASC DESC }
enum CommissionOrderField { CREATED_AT TITLE DEADLINE STATE WEIGHT }
enum PersonOrderField { NAME }
enum TeamOrderField { NAME }
input CommissionOrder { field: CommissionOrderField! direction: Direction! = ASC }
input PersonOrder { field: PersonOrderField! direction: Direction }
input TeamOrder { field: TeamOrderField! direction: Direction! = ASC }

input StringFilter { eq: String in: [String!] contains: String startsWith: String }
input IntFilter { eq: Int in: [Int!] gt: Int gte: Int lt: Int lte: Int }
input BooleanFilter { eq: Boolean }
input IDFilter { eq: ID in: [ID!] }
input DateFilter { eq: Date gt: Date gte: Date lt: Date lte: Date }
input DateTimeFilter { eq: DateTime gt: DateTime gte: DateTime lt: DateTime lte: DateTime }
input StateFilter { eq: State in: [State!] }
input TeamFilter { id: IDFilter name: StringFilter and: [TeamFilter!] or: [TeamFilter!] not: TeamFilter }
input PersonFilter { name: StringFilter and: [PersonFilter!] or: [PersonFilter!] not: PersonFilter }
input CommissionFilter {
  id: IDFilter key: StringFilter title: StringFilter note: StringFilter state: StateFilter
  deadline: DateFilter createdAt: DateTimeFilter weight: IntFilter urgent: BooleanFilter
  closed: BooleanFilter team: TeamFilter customerId: IDFilter tag: StringFilter secret: SecretFilter
  and: [CommissionFilter!] or: [CommissionFilter!] not: CommissionFilter
}
input SecretFilter { text: StringFilter and: [SecretFilter!] or: [SecretFilter!] not: SecretFilter }

type Organisation implements Node { id: ID! name: String! }
type Team implements Node {
  id: ID! name: String! parent: Team children: [Team!]!
  commissions(first: Int last: Int after: String before: String filter: CommissionFilter orderBy: [CommissionOrder!]): CommissionConnection!
}
type TeamConnection { edges: [TeamEdge!]! nodes: [Team!]! pageInfo: PageInfo! totalCount: Int! }
type TeamEdge { cursor: String! node: Team! }
type Person implements Node { id: ID! name: String! email: String language: String! team: Team! }
type PersonConnection { edges: [PersonEdge!]! nodes: [Person!]! pageInfo: PageInfo! totalCount: Int! }
type PersonEdge { cursor: String! node: Person! }
type Commission implements Node {
  id: ID! key: String! title: String! note: String state: State! weight: Int! urgent: Boolean!
  maybe: Boolean deadline: Date createdAt: DateTime! closedAt: DateTime target: Decimal settings: JSON!
  customer: Person! supplier: Person team: Team contributesTo: Commission strictParent: Commission!
  criteria: [Criterion!]! revisions(first: Int last: Int after: String before: String): RevisionConnection!
  tags: [String!]! latestRevision: Revision secrets: [Secret]! secret: Secret
  closed: Boolean! double: Int! summary: String! verdict: Verdict timing: Timing! ending: Ending
  customerId: ID kindly: String! subject: Node
  contributions(first: Int = 3 last: Int after: String before: String filter: CommissionFilter orderBy: [CommissionOrder!] state: State): CommissionConnection
}
type Verdict { word: String! length: Int! parts: [VerdictPart!]! }
type VerdictPart { letter: String! }
type Timing { createdAt: DateTime! deadline: Date }
type Ending { closedAt: DateTime! by: Side }
type CommissionConnection { edges: [CommissionEdge!]! nodes: [Commission!]! pageInfo: PageInfo! totalCount: Int! }
type CommissionEdge { cursor: String! node: Commission! }
type Revision implements Node { id: ID! number: Int! goal: String commission: Commission! criteria: [Criterion!]! }
type RevisionConnection { edges: [RevisionEdge!] nodes: [Revision!] pageInfo: PageInfo! totalCount: Int! }
type RevisionEdge { cursor: String! node: Revision }
type Criterion implements Node { id: ID! position: Int! text: String! revision: Revision! }
type Secret implements Node { id: ID! text: String! side: Side! commission: Commission! }

input CommissionBy @oneOf { id: ID key: String reference: ReferenceInput }
input ReferenceInput { title: String! weight: Int! }

type Query {
  node(id: ID!): Node
  nodes(ids: [ID!]!): [Node]!
  viewer: Person
  organisation: Organisation
  commission(by: CommissionBy!): Commission
  team(id: ID!): Team
  commissions(first: Int last: Int after: String before: String filter: CommissionFilter orderBy: [CommissionOrder!] state: State): CommissionConnection
  people(first: Int last: Int after: String before: String filter: PersonFilter orderBy: [PersonOrder!]): PersonConnection
  teams(first: Int last: Int after: String before: String filter: TeamFilter orderBy: [TeamOrder!]): TeamConnection
  uncompiled: Int
}
"""  # noqa: E501


def _literal(parse: Any) -> Any:
    def parse_literal(node: Any, _variables: Any = None) -> Any:
        if not isinstance(node, StringValueNode):
            raise TypeError("a string is expected")
        return parse(node.value)

    return parse_literal


def toy_schema() -> GraphQLSchema:
    """Build the schema with scalars that parse."""
    schema = build_schema(SDL)
    for name, parse in (("Date", date.fromisoformat), ("DateTime", datetime.fromisoformat)):
        scalar: Any = schema.get_type(name)
        scalar.parse_value = scalar.coerce_input_value = parse
        scalar.parse_literal = _literal(parse)
        scalar.coerce_input_literal = lambda node, *_, parse=parse: parse(node.value)
    return schema
