// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { blockOf, isBlock } = await load("src/parts/grid/clipboard.ts");
const { changeOf, complete, rowsOf, settledGone, withCell } = await load("src/parts/grid/rows.ts");
const { fitting } = await load("src/parts/fitting.ts");

const spec = { kind: "figures-entered", columns: [{ id: "partner", need: "must" }, { id: "task", need: "must" }, { id: "fte", need: "may" }] };
const record = { key: "a", sequence: 7, cells: { partner: "GM1", task: "U01", fte: "2" } };
const rowOf = (drafts) => rowsOf([record], drafts, [])[0];

test("a block of Excel is rows of cells", () => {
  assert.deepEqual(blockOf("1\t2\r\n3\t4\r\n"), [["1", "2"], ["3", "4"]]);
  assert.deepEqual(blockOf("a\t\tb"), [["a", "", "b"]]);
  assert.deepEqual(blockOf('"with\nline end"\t"a ""quote"""\nx'), [["with line end", 'a "quote"'], ["x"]]);
});

test("one cell is not a block, so that normal pasting stays normal", () => {
  assert.equal(isBlock("1.234,50"), false);
  assert.equal(isBlock("1.234,50\r\n"), false);
  assert.equal(isBlock("1\t2"), true);
});

test("typing the old value back leaves nothing to save", () => {
  const typed = withCell({}, rowOf({}), "fte", "3");
  assert.equal(typed.a.cells.fte, "3");
  assert.deepEqual(withCell(typed, rowOf(typed), "fte", "2"), {});
});

test("a change carries the whole row and the version that was seen", () => {
  const drafts = withCell({}, rowOf({}), "fte", "3");
  assert.deepEqual(changeOf(rowOf(drafts), spec, {}), { kind: "figures-entered", cells: { partner: "GM1", task: "U01", fte: "3" }, expected: 7 });
});

test("after a conflict one's own values go over those of the other, knowingly", () => {
  const drafts = { a: { cells: { fte: "3" }, state: "conflict", problems: [], theirs: { ...record, sequence: 9 } } };
  assert.equal(changeOf(rowOf(drafts), spec, {}).expected, 9);
});

test("a new row waits until it says what it is about", () => {
  const [row] = rowsOf([], { n: { cells: { task: "U01" }, state: "typing", problems: [] } }, ["n"]);
  assert.equal(complete(row, spec, {}), false);
  assert.equal(complete(row, spec, { partner: "GM1" }), true);
});

test("a saved draft goes once the records show it, and not before", () => {
  const drafts = { a: { cells: { fte: "3" }, state: "saved", sequence: 8, problems: [] } };
  assert.equal(settledGone(drafts, 7), drafts);
  assert.deepEqual(settledGone(drafts, 8), {});
});

test("suggestions: first those that start so, accents do not matter", () => {
  const all = ["Súdwest-Fryslân", "West Betuwe", "Noardeast-Fryslân", "Westland"].map((name) => ({ id: name, name }));
  assert.deepEqual(fitting(all, "west").map(({ name }) => name), ["West Betuwe", "Westland", "Súdwest-Fryslân"]);
  assert.deepEqual(fitting(all, "fryslan").length, 2);
});
