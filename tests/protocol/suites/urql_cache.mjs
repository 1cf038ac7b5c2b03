// urql's normalised cache, aware of the schema: no object without a key, pages by Relay's rules.
import assert from "node:assert/strict";
import { Client, fetchExchange, gql } from "@urql/core";
import { cacheExchange } from "@urql/exchange-graphcache";
import { relayPagination } from "@urql/exchange-graphcache/extras";
import { getIntrospectionQuery } from "graphql";
import { data, draft, finish, headers, test, url } from "../server.mjs";

const schema = await data(getIntrospectionQuery());
const embedded = schema.__schema.types.filter(
  (type) => type.kind === "OBJECT" && !type.name.startsWith("__") &&
    !["Query", "Mutation", "Subscription"].includes(type.name) &&
    !type.fields.some((field) => field.name === "id"));
const warnings = [];
const client = new Client({
  url,
  preferGetMethod: false,
  fetchOptions: { headers: headers.customer },
  exchanges: [
    cacheExchange({
      schema: { __schema: schema.__schema },
      keys: Object.fromEntries(embedded.map((type) => [type.name, () => null])),
      resolvers: { Query: { commissions: relayPagination() } },
      logger: (_, message) => warnings.push(message),
    }),
    fetchExchange,
  ],
});
const run = async (query, variables, options) => {
  const result = await client.query(query, variables, options).toPromise();
  assert.equal(result.error, undefined, String(result.error));
  return result;
};
const PAGE = gql`query ($after: String) { commissions(first: 5, after: $after) {
  edges { cursor node { id key title } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

await test("pages are joined without doubles", async () => {
  const first = await run(PAGE, {});
  await run(PAGE, { after: first.data.commissions.pageInfo.endCursor });
  const both = await run(PAGE, {}, { requestPolicy: "cache-only" });
  const ids = both.data.commissions.edges.map((edge) => edge.node.id);
  assert.ok(ids.length >= 10, `${ids.length}`);
  assert.equal(new Set(ids).size, ids.length);
});

await test("a mutation is seen by a query that was asked before", async () => {
  const made = await draft("Another old title");
  const ONE = gql`query ($id: ID!) { node(id: $id) { id ... on Commission { title currentRevision { id number } } } }`;
  await run(ONE, { id: made.id });
  const done = await client.mutation(gql`mutation ($input: CommissionReviseInput!) {
    commissionRevise(input: $input) { commission { id currentRevision { id number } } errors { code message } } }`,
    { input: { commissionId: made.id, expectedRevision: 1, content: { goal: "Cut the time from 9 to 4 days by 31 March 2027" } } }).toPromise();
  assert.equal(done.error, undefined, String(done.error));
  assert.deepEqual(done.data.commissionRevise.errors, []);
  const after = await run(ONE, { id: made.id }, { requestPolicy: "cache-only" });
  assert.equal(after.data.node.currentRevision.number, 2);
});

await test("the cache has nothing to warn of", () => assert.deepEqual(warnings, []));
finish();
