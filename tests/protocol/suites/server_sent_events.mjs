// GraphQL over server-sent events, distinct connections: the graphql-sse client, then by hand.
import assert from "node:assert/strict";
import { createClient } from "graphql-sse";
import { draft, finish, headers, test, url } from "../server.mjs";

const LISTEN = "subscription { commissionChanged { kind cursor node { key } } }";
const STREAM = { accept: "text/event-stream", "content-type": "application/json" };

const client = (who) => createClient({ url, headers: headers[who], retryAttempts: 0 });

await test("the client runs a query", async () => {
  for await (const value of client("manager").iterate({ query: "{ viewer { role } }" })) {
    assert.equal(value.data.viewer.role, "MANAGER");
  }
});

await test("the client hears of a change", async () => {
  const heard = client("customer").iterate({ query: LISTEN });
  const next = heard.next();
  await new Promise((done) => setTimeout(done, 700));
  const made = await draft("Heard over a stream");
  assert.equal((await next).value.data.commissionChanged.node.key, made.key);
  await heard.return();
});

await test("a client without token is refused before the stream", async () => {
  const response = await fetch(url, {
    method: "POST", headers: STREAM, body: JSON.stringify({ query: LISTEN }),
  });
  assert.equal(response.status, 401);
});

async function stream(body, more = {}, who = "manager") {
  const stop = new AbortController();
  const response = await fetch(url, {
    method: "POST",
    headers: { ...headers[who], ...STREAM, ...more },
    body: JSON.stringify(body),
    signal: stop.signal,
  });
  return { response, stop };
}

await test("a query is one next and one complete, in LF frames", async () => {
  const { response } = await stream({ query: "{ viewer { role } }" });
  assert.equal(response.status, 200);
  assert.match(response.headers.get("content-type"), /^text\/event-stream/);
  const text = await response.text();
  assert.ok(!text.includes("\r"), "no CR");
  const events = text.split("\n\n").filter((block) => /^event:/m.test(block));
  assert.deepEqual(events.map((block) => /^event: ?(.*)$/m.exec(block)[1]), ["next", "complete"]);
  const sent = JSON.parse(/^data: ?(.*)$/m.exec(events[0])[1]);
  assert.equal(sent.data.viewer.role, "MANAGER");
});

await test("a GET streams as well", async () => {
  const address = `${url}?query=${encodeURIComponent("{ viewer { role } }")}`;
  const response = await fetch(address, { headers: { ...headers.manager, accept: STREAM.accept } });
  assert.match(await response.text(), /event: ?next[\s\S]*event: ?complete/);
});

await test("JSON is kept when both are taken and JSON comes first", async () => {
  const { response } = await stream({ query: "{ viewer { role } }" }, {
    accept: "application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed",
  });
  assert.match(response.headers.get("content-type"), /json/);
  await response.text();
});

await test("the stream is taken when it is preferred", async () => {
  const { response, stop } = await stream({ query: LISTEN }, {
    accept: "application/json;q=0.5, text/event-stream",
  });
  assert.match(response.headers.get("content-type"), /^text\/event-stream/);
  stop.abort();
});

await test("a subscription over plain JSON is refused with words", async () => {
  const response = await fetch(url, {
    method: "POST",
    headers: { ...headers.manager, "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ query: LISTEN }),
  });
  const answer = await response.json();
  assert.ok(answer.errors[0].message);
});

await test("a document that does not validate is told as JSON or as one next", async () => {
  const { response } = await stream({ query: "{ nothing }" });
  const text = await response.text();
  assert.match(text, /errors/);
});
finish();
