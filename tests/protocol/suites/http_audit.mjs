// The graphql-http audit: GraphQL over HTTP, every MUST, SHOULD and MAY.
import { auditServer } from "graphql-http";
import { check, finish, headers, url } from "../server.mjs";

const results = await auditServer({
  url,
  fetchFn: (address, init = {}) =>
    fetch(address, { ...init, headers: { ...init.headers, ...headers.manager } }),
});
for (const result of results) {
  check(`${result.id} ${result.name}`, result.status === "ok", result.reason);
}
check("the audit is complete", results.length >= 61, `${results.length} audits`);
finish();
