// Apollo's normalised cache: entities by id, pages merged, a mutation seen by every query.
import assert from "node:assert/strict";
import { ApolloClient, HttpLink, InMemoryCache, gql } from "@apollo/client/core";
import { relayStylePagination } from "@apollo/client/utilities";
import { draft, finish, headers, test, url } from "../server.mjs";

const cache = new InMemoryCache({
  typePolicies: { Query: { fields: { commissions: relayStylePagination(["filter", "orderBy"]) } } },
});
const client = new ApolloClient({ cache, link: new HttpLink({ uri: url, headers: headers.customer }) });

const PAGE = gql`
  query Page($after: String) {
    commissions(first: 5, after: $after) {
      edges { cursor node { id key title customerTeam { id name } } }
      pageInfo { hasNextPage endCursor }
    }
  }`;

await test("pages are merged and every entity is kept once", async () => {
  const first = await client.query({ query: PAGE });
  const { endCursor } = first.data.commissions.pageInfo;
  await client.query({ query: PAGE, variables: { after: endCursor }, fetchPolicy: "network-only" });
  const both = client.readQuery({ query: PAGE });
  const ids = both.commissions.edges.map((edge) => edge.node.id);
  assert.equal(ids.length, 10);
  assert.equal(new Set(ids).size, 10);
  const kept = Object.keys(cache.extract());
  for (const id of ids) assert.ok(kept.includes(`Commission:${id}`), id);
});

await test("a mutation is seen by a query that was asked before", async () => {
  const made = await draft("The old title");
  const ONE = gql`query One($id: ID!) { node(id: $id) { id ... on Commission { title version currentRevision { id number } } } }`;
  const before = await client.query({ query: ONE, variables: { id: made.id } });
  assert.equal(before.data.node.title, "The old title");
  let asked = 0;
  const seen = [];
  const watching = client
    .watchQuery({ query: ONE, variables: { id: made.id }, fetchPolicy: "cache-first" })
    .subscribe((result) => { asked += 1; if (result.data?.node) seen.push(result.data.node.currentRevision.number); });
  await client.mutate({
    mutation: gql`mutation ($input: CommissionReviseInput!) {
      commissionRevise(input: $input) { commission { id version currentRevision { id number } } errors { code message } } }`,
    variables: { input: { commissionId: made.id, expectedRevision: 1, content: { goal: "Cut the time from 9 to 4 days by 31 March 2027" } } },
  });
  await new Promise((done) => setTimeout(done, 100));
  watching.unsubscribe();
  assert.equal(seen.at(-1), 2, `${asked} results: ${seen}`);
});

await test("one entity by two roots is one entry", async () => {
  const answer = await client.query({ query: gql`{ viewer { person { id name } } people(first: 100) { nodes { id name } } }` });
  const me = answer.data.viewer.person.id;
  const entries = Object.keys(cache.extract()).filter((key) => key.endsWith(me));
  assert.deepEqual(entries, [`Person:${me}`]);
});
finish();
