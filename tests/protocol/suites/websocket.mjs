// graphql-transport-ws: with the graphql-ws client, then frame by frame after its PROTOCOL.md.
import assert from "node:assert/strict";
import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { ask, draft, finish, headers, socketUrl, test, tokens } from "../server.mjs";

const PROTOCOL = "graphql-transport-ws";
const auth = { Authorization: headers.manager.Authorization };

function client(options = {}) {
  return createClient({
    url: socketUrl,
    webSocketImpl: WebSocket,
    connectionParams: auth,
    retryAttempts: 0,
    ...options,
  });
}

function first(subscription) {
  return subscription.next().then(({ value }) => value);
}

await test("the client runs a query", async () => {
  const one = client();
  const value = await first(one.iterate({ query: "{ viewer { role } }" }));
  assert.equal(value.data.viewer.role, "MANAGER");
  await one.dispose();
});

await test("the client hears of a change", async () => {
  const one = client({ connectionParams: { Authorization: headers.customer.Authorization } });
  const heard = one.iterate({
    query: "subscription { commissionChanged { kind cursor occurredAt node { key } } }",
  });
  const next = first(heard);
  await new Promise((done) => setTimeout(done, 700));
  const made = await draft("Heard over a socket");
  const value = await next;
  assert.equal(value.data.commissionChanged.node.key, made.key);
  await heard.return();
  await one.dispose();
});

await test("a syntax error ends the operation and not the socket", async () => {
  const one = client({ lazy: false });
  await assert.rejects(first(one.iterate({ query: "{ viewer {" })));
  const value = await first(one.iterate({ query: "{ viewer { role } }" }));
  assert.equal(value.data.viewer.role, "MANAGER");
  await one.dispose();
});

await test("a wrong token is refused as forbidden", async () => {
  const one = client({ connectionParams: { Authorization: "Bearer goals_nothing" } });
  await assert.rejects(first(one.iterate({ query: "{ viewer { role } }" })), { code: 4403 });
});

/** A socket on which frames are sent by hand; `closed` is the code it ended with. */
async function frames(send, { protocol = PROTOCOL, wait = 9_000 } = {}) {
  const socket = new WebSocket(socketUrl, protocol);
  const got = [];
  const waiting = [];
  socket.on("message", (text) => {
    got.push(JSON.parse(text));
    waiting.splice(0).forEach((wake) => wake());
  });
  const closed = new Promise((done) => socket.on("close", (code) => done(code)));
  socket.on("error", () => {});
  await new Promise((done) => { socket.on("open", done); socket.on("close", done); });
  const put = (frame) =>
    socket.send(typeof frame === "string" || Buffer.isBuffer(frame) ? frame : JSON.stringify(frame));
  const until = async (type) => {
    const deadline = Date.now() + wait;
    for (;;) {
      const found = got.findIndex((frame) => frame.type === type);
      if (found >= 0) return got.splice(found, 1)[0];
      if (Date.now() > deadline) throw new Error(`no ${type}; got ${JSON.stringify(got)}`);
      await Promise.race([new Promise((wake) => waiting.push(wake)), new Promise((wake) => setTimeout(wake, 100))]);
    }
  };
  const over = () =>
    Promise.race([closed, new Promise((done) => setTimeout(() => done("still open"), wait))]);
  try {
    return await send({ put, until, over, got, socket });
  } finally {
    socket.terminate();
  }
}

const init = { type: "connection_init", payload: auth };
const subscribe = (id, query) => ({ id, type: "subscribe", payload: { query } });
const LISTEN = "subscription { commissionChanged { kind } }";

const CLOSES = [
  ["text that is no JSON", 4400, ["{"]],
  ["a frame that is no object", 4400, ["[]"]],
  ["a frame that is a number", 4400, ["7"]],
  ["a frame that is null", 4400, ["null"]],
  ["a frame without type", 4400, [{ id: "1" }]],
  ["an unknown type", 4400, [{ type: "start" }]],
  ["a binary frame that is no JSON", 4400, [Buffer.from([0xff, 0xfe])]],
  ["a payload of init that is a text", 4400, [{ type: "connection_init", payload: "x" }]],
  ["subscribe before init", 4401, [subscribe("1", "{ viewer { role } }")]],
  ["init without a token", 4403, [{ type: "connection_init" }]],
  ["init with payload null", 4403, [{ type: "connection_init", payload: null }]],
  ["two inits", 4429, [init, init]],
  ["subscribe without id", 4400, [init, { type: "subscribe", payload: { query: "{ viewer { role } }" } }]],
  ["subscribe with an empty id", 4400, [init, subscribe("", "{ viewer { role } }")]],
  ["subscribe without query", 4400, [init, { id: "1", type: "subscribe", payload: {} }]],
  ["one id twice at once", 4409, [init, subscribe("1", LISTEN), subscribe("1", LISTEN)]],
];
for (const [name, code, sent] of CLOSES) {
  await test(`${name} closes with ${code}`, () =>
    frames(async ({ put, over }) => {
      sent.forEach(put);
      assert.equal(await over(), code);
    }));
}

await test("no init within the time closes with 4408", () =>
  frames(async ({ over }) => assert.equal(await over(), 4408)));

await test("another subprotocol closes with 4406", () =>
  frames(async ({ over }) => assert.equal(await over(), 4406), { protocol: "graphql-ws" }));

await test("init is acknowledged, ping answered with the same payload", () =>
  frames(async ({ put, until }) => {
    put(init);
    await until("connection_ack");
    put({ type: "ping", payload: { a: 1 } });
    const pong = await until("pong");
    assert.ok(pong.payload === undefined || pong.payload.a === 1);
    put({ type: "pong" });
    put(subscribe("q", "{ viewer { role } }"));
    assert.equal((await until("next")).payload.data.viewer.role, "MANAGER");
    await until("complete");
  }));

await test("ping is answered before init", () =>
  frames(async ({ put, until }) => {
    put({ type: "ping" });
    await until("pong");
  }));

await test("a validation error is an error message, and its id is free again", () =>
  frames(async ({ put, until }) => {
    put(init);
    put(subscribe("1", "{ nothing }"));
    const refused = await until("error");
    assert.equal(refused.id, "1");
    assert.ok(Array.isArray(refused.payload) && refused.payload[0].message);
    put(subscribe("1", "{ viewer { role } }"));
    await until("next");
  }));

await test("after complete nothing more comes and the id can be used again", () =>
  frames(async ({ put, until, got }) => {
    put({ type: "connection_init", payload: { Authorization: headers.customer.Authorization } });
    put(subscribe("1", LISTEN));
    await new Promise((done) => setTimeout(done, 500));
    put({ id: "1", type: "complete" });
    await new Promise((done) => setTimeout(done, 300));
    await draft("Not heard any more");
    await new Promise((done) => setTimeout(done, 1200));
    assert.deepEqual(got.filter((frame) => frame.type === "next"), []);
    put(subscribe("1", "{ viewer { role } }"));
    await until("next");
  }));

await test("complete of an unknown id is ignored", () =>
  frames(async ({ put, until }) => {
    put(init);
    put({ id: "never", type: "complete" });
    put(subscribe("1", "{ viewer { role } }"));
    await until("next");
  }));

await test("a message over 64 kB closes the socket", () =>
  frames(async ({ put, over }) => {
    put(init);
    put(subscribe("1", `{ viewer { role } } #${"x".repeat(70_000)}`));
    assert.ok([1009, 4400].includes(await over()));
  }));

await test("the server goes on after all of this", async () => {
  assert.equal((await ask("{ viewer { role } }")).data.viewer.role, "MANAGER");
  assert.ok(tokens.manager);
});
finish();
