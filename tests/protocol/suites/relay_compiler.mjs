// relay-compiler over every operation, and over a page that Relay itself would load more of.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { check, finish } from "../count.mjs";

const folder = mkdtempSync(join(tmpdir(), "relay-"));
mkdirSync(join(folder, "src"));
const operations = readdirSync("graphql/operations").filter((name) => name.endsWith(".graphql"));
let count = 0;
for (const file of operations) {
  const text = readFileSync(join("graphql/operations", file), "utf8");
  // Relay wants an operation to be called like its module, with the kind of operation last.
  const renamed = text.replace(/^(query|mutation|subscription)\s+(\w+)/m, (_, kind, name) => {
    const ending = kind[0].toUpperCase() + kind.slice(1);
    return `${kind} ${name}${ending}`;
  });
  const [, , name] = /^(query|mutation|subscription)\s+(\w+)/m.exec(text);
  writeFileSync(join(folder, "src", `${name}.js`), `graphql\`\n${renamed}\`;\n`);
  count += 1;
}
writeFileSync(join(folder, "src", "Page.js"), `graphql\`
  query PageQuery { ...Page_query }
\`;
graphql\`
  fragment Page_query on Query
  @argumentDefinitions(count: {type: "Int", defaultValue: 20}, cursor: {type: "String"})
  @refetchable(queryName: "PageMoreQuery") {
    commissions(first: $count, after: $cursor) @connection(key: "Page_commissions") {
      edges { node { id key ...Page_one } }
    }
  }
\`;
graphql\`
  fragment Page_one on Commission @refetchable(queryName: "PageOneQuery") { title }
\`;
`);
const config = join(folder, "relay.config.json");
writeFileSync(config, JSON.stringify({
  src: "./src", schema: "./schema.graphql", language: "javascript", eagerEsModules: true,
}));
writeFileSync(join(folder, "schema.graphql"), readFileSync("graphql/schema.graphql"));
try {
  const said = execFileSync(
    process.execPath,
    [resolve("tests/protocol/node_modules/relay-compiler/cli.js"), config, "--noWatchman"],
    { encoding: "utf8", cwd: folder, stdio: ["ignore", "pipe", "pipe"] },
  );
  check("it compiles", !said.includes("[ERROR]"), said);
} catch (error) {
  check("it compiles", false, `${error.stdout}${error.stderr}`);
}
const artefacts = join(folder, "src", "__generated__");
const made = existsSync(artefacts) ? readdirSync(artefacts).length : 0;
check("every document was compiled", made >= count + 3, `${made} for ${count}`);
finish();
