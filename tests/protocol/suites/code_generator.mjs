// GraphQL Code Generator over schema and operations; what it writes passes strict tsc.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generate } from "@graphql-codegen/cli";
import { check, finish } from "../count.mjs";

const folder = mkdtempSync(join(tmpdir(), "codegen-"));
const written = join(folder, "contract.ts");
await generate({
  silent: true,
  schema: "graphql/schema.graphql",
  documents: "graphql/operations/*.graphql",
  generates: {
    [written]: {
      plugins: ["typescript", "typescript-operations"],
      config: {
        strictScalars: true,
        scalars: { Date: "string", DateTime: "string", Decimal: "string", UUID: "string", URL: "string", JSON: "unknown" },
      },
    },
  },
});
const text = readFileSync(written, "utf8");
check("an operation has its type", /export type ShowCommissionQuery\b/.test(text));

writeFileSync(join(folder, "use.ts"), `
import type { ShowCommissionQuery, ShowCommissionQueryVariables } from "./contract";
export const asked: ShowCommissionQueryVariables = { by: { key: "C-1" } };
export function title(answer: ShowCommissionQuery): string | undefined {
  return answer.commission?.title;
}
`);
writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({
  compilerOptions: {
    strict: true, noEmit: true, target: "es2022", module: "esnext", moduleResolution: "bundler",
    exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, types: [],
  },
  include: ["*.ts"],
}));
try {
  execFileSync("tests/protocol/node_modules/.bin/tsc", ["-p", folder], { encoding: "utf8" });
  check("strict tsc takes it", true);
} catch (error) {
  check("strict tsc takes it", false, error.stdout);
}
finish();
