// GraphQL-ESLint: every schema rule, Relay's rules, and the rules for operations.
import { readFileSync } from "node:fs";
import graphql from "@graphql-eslint/eslint-plugin";
import { buildSchema, isObjectType } from "graphql";

const { rules: everySchemaRule } = graphql.configs["flat/schema-all"];
const { rules: relay } = graphql.configs["flat/schema-relay"];
const { rules: operations } = graphql.configs["flat/operations-recommended"];

const schema = buildSchema(readFileSync("graphql/schema.graphql", "utf8"));
const values = Object.values(schema.getTypeMap()).filter(
  (type) => isObjectType(type) && !type.getInterfaces().some(({ name }) => name === "Node"),
);

const files = (pattern, rules) => ({
  files: [pattern],
  plugins: { "@graphql-eslint": graphql },
  languageOptions: {
    parser: graphql.parser,
    parserOptions: {
      graphQLConfig: {
        schema: "graphql/schema.graphql",
        documents: "graphql/operations/*.graphql",
      },
    },
  },
  rules,
});

export default [
  files("graphql/schema.graphql", {
    ...everySchemaRule,
    ...relay,
    // The preset puts id first and times last; the contract is sorted by name alone.
    "@graphql-eslint/alphabetize": [
      "error",
      {
        definitions: true,
        fields: ["ObjectTypeDefinition", "InterfaceTypeDefinition", "InputObjectTypeDefinition"],
        values: true,
        arguments: ["FieldDefinition", "DirectiveDefinition"],
      },
    ],
    // Forbids mutations and subscriptions: for schemas that have none.
    "@graphql-eslint/no-root-type": "off",
    // Identity is for nodes; payloads, errors, pages and figures are values.
    "@graphql-eslint/strict-id-in-types": [
      "error",
      { exceptions: { types: values.map(({ name }) => name) } },
    ],
    // Connections offer `nodes` beside `edges`, and may be asked for either.
    "@graphql-eslint/relay-edge-types": ["error", { listTypeCanWrapOnlyEdgeType: false }],
  }),
  files("graphql/operations/*.graphql", operations),
];
