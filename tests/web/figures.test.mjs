// SPDX-License-Identifier: EUPL-1.2
// The figures screen in a real Chromium: a municipality beside municipalities like it, when the server knows accounts.
import assert from "node:assert/strict";
import { cpSync, mkdirSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { root, Stage } from "./stage.mjs";

const stage = new Stage();
let manager, study;

before(async () => {
  await stage.open((data) => {
    mkdirSync(data, { recursive: true });
    cpSync(path.join(root, "cases/kempen/data"), data, { recursive: true });
  });
  manager = await stage.manager();
  study = await stage.kempen(manager);
});
after(() => stage.close());

async function openComparison(page, id) {
  await page.goto(`${stage.site}/studies/${id}/partners`);
  await stage.settled(page);
  await page.getByRole("tab", { name: "Vergelijken" }).click();
}

test("a municipality stands beside municipalities like it, with source, year and origin", { timeout: 120_000 }, async () => {
  const { page, complaints } = manager;
  await openComparison(page, study);
  const table = page.getByRole("table", { name: /Uitgaven in euro per inwoner, jaarrekening 2023/ });
  await table.waitFor();
  await page.getByLabel("Welke gemeente?").selectOption({ label: "Bergeijk" });
  const { body } = await stage.call(page, "GET", `/studies/${study}/partners/GM1724/comparison`);
  assert.ok(body.rows.length > 20 && body.municipalities.length >= 5, JSON.stringify(body).slice(0, 300));
  await page.getByText(body.municipalities.join(", ")).waitFor();
  await stage.judgeAll(page, "comparison");
  await table.getByRole("row", { name: new RegExp(`^${body.rows[0].field} `) }).getByRole("button").click();
  await page.getByRole("dialog").locator(".trace__value").waitFor();
  await page.keyboard.press("Escape");
  const apart = body.rows.filter((row) => row.outlier).length;
  await page.getByLabel("Alleen wat opvalt").check();
  assert.equal(await table.getByRole("row").count(), apart + 1);
  assert.deepEqual(complaints, []);
});
