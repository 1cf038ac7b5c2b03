// Relay's connection rules on live data: every connection reachable from the root is walked.
import assert from "node:assert/strict";
import { getIntrospectionQuery } from "graphql";
import { ask, data, finish, test } from "../server.mjs";

const { __schema: schema } = await data(getIntrospectionQuery());
const types = Object.fromEntries(schema.types.map((type) => [type.name, type]));
const bare = (type) => (type.ofType ? bare(type.ofType) : type.name);
const needed = (field) => field.args.some((arg) => arg.type.kind === "NON_NULL" && arg.defaultValue === null);
const connections = (type) => types[type].fields.filter(
  (field) => bare(field.type).endsWith("Connection") && !needed(field));

/** Ask for one page of a connection that hangs on the root or on a node. */
async function page(path, id, args) {
  const inner = `${path}(${args}) { edges { cursor node { __typename ...Key } } nodes { __typename ...Key }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount }`;
  const fragment = "fragment Key on Node { id }";
  const query = id === null
    ? `query { at: __typename ${inner} } ${fragment}`
    : `query ($id: ID!) { node(id: $id) { ... on ${id.type} { ${inner} } } } ${fragment}`;
  const answer = await data(query, id === null ? {} : { id: id.id });
  return id === null ? answer[path] : answer.node[path];
}

/** Walk a connection to its end and back; every rule of the specification on the way. */
async function walk(path, id) {
  const size = 3;
  const seen = [];
  let after = null;
  let total = null;
  for (let step = 0; step < 4; step += 1) {
    const got = await page(path, id, `first: ${size}${after ? `, after: ${JSON.stringify(after)}` : ""}`);
    total = got.totalCount;
    assert.ok(got.edges.length <= size);
    assert.deepEqual(got.edges.map((edge) => edge.node), got.nodes);
    assert.equal(got.pageInfo.startCursor, got.edges[0]?.cursor ?? null);
    assert.equal(got.pageInfo.endCursor, got.edges.at(-1)?.cursor ?? null);
    seen.push(...got.edges);
    assert.equal(got.pageInfo.hasNextPage, seen.length < total, "hasNextPage");
    if (!got.pageInfo.hasNextPage) break;
    after = got.pageInfo.endCursor;
  }
  assert.equal(new Set(seen.map((edge) => edge.cursor)).size, seen.length, "cursors are unique");
  if (seen.length < 2) return seen;
  const back = await page(path, id, `last: ${size}, before: ${JSON.stringify(seen.at(-1).cursor)}`);
  assert.deepEqual(back.edges, seen.slice(0, -1).slice(-size), "last and before");
  assert.equal(back.pageInfo.hasPreviousPage, seen.length - 1 > size, "hasPreviousPage");
  const none = await page(path, id, "first: 0");
  assert.deepEqual([none.edges, none.nodes], [[], []]);
  return seen;
}

const nodes = {};
for (const field of connections("Query")) {
  await test(`Query.${field.name}`, async () => {
    for (const { node } of await walk(field.name, null)) (nodes[node.__typename] ??= []).push(node.id);
  });
}
for (const [type, ids] of Object.entries(nodes)) {
  for (const field of connections(type)) {
    for (const id of ids.filter(Boolean).slice(0, 4)) {
      await test(`${type}.${field.name} of ${id}`, () => walk(field.name, { type, id }));
    }
  }
}
await test("a node is what its id says, and a foreign id is null without a word", async () => {
  const id = Object.values(nodes).flat().find(Boolean);
  const answer = await ask("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids: [id, "bm90aGluZw", "?"] });
  assert.deepEqual(answer, { data: { nodes: [{ id }, null, null] } });
});
for (const args of ["first: -1", "first: 101", "last: -1", "first: 1, last: 1", 'first: 1, after: "nothing"', 'after: "", first: 1']) {
  await test(`commissions(${args}) is refused as bad input`, async () => {
    const answer = await ask(`{ commissions(${args}) { nodes { id } } }`);
    assert.equal(answer.errors[0].extensions.code, "BAD_USER_INPUT");
  });
}
finish();
