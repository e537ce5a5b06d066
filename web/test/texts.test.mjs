// SPDX-License-Identifier: EUPL-1.2
// Both languages have the same sentences with the same places to fill in, and every sentence is used.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "./load.mjs";

const { nl } = await load("src/texts/nl.ts");
const { en } = await load("src/texts/en.ts");
const places = (sentence) => [...sentence.matchAll(/\{\w+\}/g)].map(String).sort().join();
const sources = readdirSync(new URL("../src/", import.meta.url), { recursive: true })
  .filter((name) => /\.tsx?$/.test(name) && !name.startsWith("texts"))
  .map((name) => readFileSync(new URL(`../src/${name}`, import.meta.url), "utf8"))
  .join("\n");

test("Dutch and English have the same keys", () => assert.deepEqual(Object.keys(nl), Object.keys(en)));

test("a sentence has the same places to fill in in both languages", () => {
  for (const key of Object.keys(nl)) assert.equal(places(en[key]), places(nl[key]), key);
});

test("a count has a sentence for one and for many", () => {
  for (const key of Object.keys(nl)) if (key.endsWith(".one")) assert.ok(key.replace(/one$/, "many") in nl, key);
});

test("every sentence is used", () => {
  // A key may be built from a word of the server: then its start stands in the source.
  const used = (key) => sources.includes(`"${key}"`) || sources.includes(`"${key.replace(/\.(one|many)$/, "")}"`) ||
    sources.includes(`\`${key.slice(0, key.lastIndexOf(".") + 1)}\${`) || [...sources.matchAll(/`([a-z]+\.)\$\{\w+\}(\w*)`/g)].some(([, start, end]) => key.startsWith(start) && key.endsWith(end));
  assert.deepEqual(Object.keys(nl).filter((key) => !used(key)), []);
});
