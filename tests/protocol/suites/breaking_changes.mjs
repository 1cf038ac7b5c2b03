// GraphQL Inspector: nothing that a client of the last release relies on has gone.
import { readFileSync } from "node:fs";
import { CriticalityLevel, diff } from "@graphql-inspector/core";
import { buildSchema } from "graphql";
import { check, finish } from "../count.mjs";

const read = (path) => buildSchema(readFileSync(path, "utf8"));
const changes = await diff(read("tests/protocol/released.graphql"), read("graphql/schema.graphql"));
const breaking = changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking);
check(`none of ${changes.length} changes breaks`, breaking.length === 0,
  breaking.map(({ message }) => message).join("; "));
finish();
