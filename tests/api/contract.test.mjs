// SPDX-License-Identifier: EUPL-1.2
// schema/openapi.yaml by the NL API Design Rules and our own: nothing found, hints neither. And every rule bites: of a small
// contract that has nothing wrong, each variant with one fault is found by the rule that is there for it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const schema = path.resolve(here, "../../schema");
const spectral = path.join(here, "node_modules/.bin/spectral");
const folder = mkdtempSync(path.join(tmpdir(), "koepel-contract-"));
after(() => rmSync(folder, { recursive: true }));

function lint(files) {
  const run = spawnSync(spectral, ["lint", "-F", "hint", "-q", "-f", "json", "-r", path.join(schema, "own-ruleset.yaml"), ...files], { encoding: "utf8", maxBuffer: 1 << 28 });
  assert.ok(run.stdout.startsWith("["), run.stderr || run.stdout);
  return JSON.parse(run.stdout.slice(0, run.stdout.lastIndexOf("]") + 1));
}

const sound = () => ({
  openapi: "3.1.0",
  info: {
    title: "Small", version: "1.0.0", description: "A contract with nothing wrong.",
    contact: { name: "Us", email: "us@example.org", url: "https://example.org" },
  },
  servers: [{ url: "/api/v1" }],
  tags: [{ name: "things", description: "Things." }],
  security: [{ session: [] }],
  paths: {
    "/openapi.json": { get: operation("getOpenapi", { security: [] }) },
    "/big-things/{thing}/_count": {
      parameters: [{ name: "thing", in: "path", required: true, description: "Which.", schema: { type: "string" } }],
      get: operation("countThings", {
        parameters: [{ name: "fromWhere", in: "query", description: "From where.", schema: { type: "string" } }],
      }),
      post: operation("putThing", { security: [{ session: [] }] }),
    },
  },
  components: {
    securitySchemes: { session: { type: "apiKey", in: "cookie", name: "session" } },
    headers: { ApiVersion: { description: "Version.", schema: { type: "string" } } },
    responses: { InvalidInput: problem("Wrong."), InternalError: problem("Broken.") },
    schemas: {
      Problem: {
        description: "What is wrong.", type: "object", required: ["status", "title", "detail"], additionalProperties: false,
        properties: {
          status: { type: "integer", description: "Status.", example: 400 },
          title: { type: "string", description: "Title.", example: "Wrong" },
          detail: { type: "string", description: "Detail.", example: "It is wrong." },
        },
      },
      Thing: {
        description: "A thing.", type: "object", additionalProperties: false,
        properties: {
          endDate: { type: "string", format: "date", description: "Last day.", example: "2026-11-26" },
          time: { type: "string", format: "date-time", description: "When.", example: "2026-11-26T09:30:00Z" },
          others: { type: "array", items: { $ref: "#/components/schemas/Thing" }, description: "Others." },
        },
      },
    },
  },
});

const headers = () => ({ "API-Version": { $ref: "#/components/headers/ApiVersion" } });

function operation(operationId, more) {
  const content = { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } };
  return {
    operationId, tags: ["things"], summary: "Does something.", ...more,
    responses: {
      200: { description: "Good.", headers: headers(), content },
      400: { $ref: "#/components/responses/InvalidInput" },
      500: { $ref: "#/components/responses/InternalError" },
    },
  };
}

function problem(description) {
  return { description, headers: headers(), content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } } };
}

const counting = "/big-things/{thing}/_count";
const responses = (d) => d.paths[counting].get.responses;
const properties = (d) => d.components.schemas.Thing.properties;
const rename = (object, from, to) => { object[to] = object[from]; delete object[from]; };

const faults = [
  ["doc-openapi", (d) => { d.openapi = "3.1"; }],
  ["doc-openapi-contact", (d) => { delete d.info.contact.email; }],
  ["publish-openapi", (d) => { delete d.paths["/openapi.json"].get.security; }],
  ["publish-openapi", (d) => { delete d.paths["/openapi.json"]; }],
  ["semver", (d) => { d.info.version = "1.0"; }],
  ["uri-version", (d) => { d.servers[0].url = "/api"; }],
  ["uri-version", (d) => { d.servers[0].url = "/api/v1.2"; }],
  ["transport-tls", (d) => { d.servers[0].url = "http://example.org/v1"; }],
  ["oas3-api-servers", (d) => { delete d.servers; }],
  ["version-header", (d) => { delete responses(d)[200].headers; }],
  ["version-header", (d) => { delete d.components.responses.InternalError.headers; }],
  ["path-segments-kebab-case", (d) => rename(d.paths, counting, "/bigThings/{thing}/_count")],
  ["path-segments-kebab-case", (d) => rename(d.paths, counting, "/_count/{thing}/things")],
  ["path-keys-no-trailing-slash", (d) => rename(d.paths, counting, "/big-things/{thing}/")],
  ["query-keys-camel-case", (d) => { d.paths[counting].get.parameters[0].name = "from_where"; }],
  ["http-methods", (d) => rename(d.paths[counting], "get", "trace")],
  ["error-handling-problem-details", (d) => rename(d.components.responses.InvalidInput.content, "application/problem+json", "application/json")],
  ["error-handling-problem-details", (d) => { d.components.schemas.Problem.required = ["status", "title"]; }],
  ["error-handling-invalid-input", (d) => { delete responses(d)[400]; }],
  ["error-handling-invalid-input", (d) => { responses(d)[422] = responses(d)[400]; }],
  ["date-time-format", (d) => { properties(d).hour = { type: "string", format: "time", description: "Hour.", example: "09:30:00Z" }; }],
  ["properties-camel-case", (d) => rename(properties(d), "endDate", "end_date")],
  ["schemas-pascal-case", (d) => { d.components.schemas.big_thing = d.components.schemas.Problem; }],
  ["operation-ids-camel-case", (d) => { d.paths[counting].get.operationId = "CountThings"; }],
  ["operation-summary", (d) => { delete d.paths[counting].get.summary; }],
  ["errors-by-reference", (d) => { responses(d)[400] = problem("Wrong here."); }],
  ["errors-by-reference", (d) => { delete responses(d)[500]; }],
  ["writes-say-how-they-are-protected", (d) => { delete d.paths[counting].post.security; }],
  ["no-secrets-in-uris", (d) => { d.paths[counting].get.parameters[0].name = "userName"; }],
  ["properties-described", (d) => { delete properties(d).others.description; }],
  ["properties-with-example", (d) => { delete properties(d).time.example; }],
  ["schemas-described", (d) => { delete d.components.schemas.Thing.description; }],
  ["objects-closed", (d) => { delete d.components.schemas.Thing.additionalProperties; }],
  ["objects-closed", (d) => { properties(d).any = { type: "object", description: "Whatever.", example: {} }; }],
  ["nothing-null", (d) => { properties(d).time.type = ["string", "null"]; }],
  ["days-are-dates", (d) => { properties(d).endDate.format = "date-time"; properties(d).endDate.example = "2026-11-26T09:30:00Z"; }],
  ["times-are-date-times", (d) => { delete properties(d).time.format; }],
  ["oas3-valid-schema-example", (d) => { properties(d).endDate.example = 3; }],
];

test("the contract has nothing that a rule finds", { timeout: 600_000 }, () => {
  const found = lint([path.join(schema, "openapi.yaml")]);
  assert.deepEqual(found.map(({ code, path: place, message }) => `${code} ${place.join("/")}: ${message}`), []);
});

test("every rule finds what it is there for", { timeout: 600_000 }, () => {
  const write = (name, document) => {
    const file = path.join(folder, name);
    writeFileSync(file, JSON.stringify(document));
    return file;
  };
  const files = [write("sound.json", sound())];
  faults.forEach(([rule, harm], i) => {
    const document = sound();
    harm(document);
    files.push(write(`${i}-${rule}.json`, document));
  });
  const found = lint(files);
  const codes = (file) => found.filter(({ source }) => path.basename(source) === path.basename(file)).map(({ code }) => code);
  assert.deepEqual(codes("sound.json"), []);
  faults.forEach(([rule], i) => assert.ok(codes(`${i}-${rule}.json`).includes(rule), `${i} ${rule}: ${codes(`${i}-${rule}.json`)}`));
});
