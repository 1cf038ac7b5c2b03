// What every suite over HTTP needs: where the server is, and who may ask.
import assert from "node:assert/strict";

export { check, finish, test } from "./count.mjs";

const demo = JSON.parse(process.env.GOALS_DEMO ?? "null");
assert(demo, "GOALS_DEMO is missing: start the suites by run.py");

export const url = demo.url;
export const socketUrl = url.replace(/^http/, "ws");
export const tokens = demo.tokens;
export const headers = Object.fromEntries(
  Object.entries(tokens).map(([name, token]) => [name, { Authorization: `Bearer ${token}` }]),
);

/** Send one operation as plain JSON; returns the whole answer. */
export async function ask(query, variables = {}, who = "manager") {
  const response = await fetch(url, {
    method: "POST",
    headers: { ...headers[who], "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

/** Ask, and insist on data without errors. */
export async function data(query, variables = {}, who = "manager") {
  const answer = await ask(query, variables, who);
  assert.equal(answer.errors, undefined, JSON.stringify(answer.errors));
  return answer.data;
}

/** Draft a commission as the customer; returns its id, key and version. */
export async function draft(title, who = "customer") {
  const { teams, viewer } = await data(
    "{ teams(first: 100) { nodes { id name } } viewer { memberships { team { id } } } }", {}, who);
  const own = viewer.memberships[0].team.id;
  const other = teams.nodes.find((team) => team.id !== own).id;
  const made = await data(
    `mutation ($input: CommissionDraftInput!) {
      commissionDraft(input: $input) { commission { id key version } errors { code message } }
    }`,
    { input: { initiator: "CUSTOMER", title, content: { goal: "Cut the quote time from 9 to 4 days" }, customerTeamId: own, supplierTeamId: other } }, who);
  assert.deepEqual(made.commissionDraft.errors, []);
  return made.commissionDraft.commission;
}
