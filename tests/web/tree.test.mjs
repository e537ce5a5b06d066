// SPDX-License-Identifier: EUPL-1.2
// The decision tree in a real Chromium: what a walk leads to shows before anything is stored, and what everybody answered
// stands side by side.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Stage } from "./stage.mjs";

const stage = new Stage();
let manager, study;

before(async () => {
  await stage.open();
  manager = await stage.manager();
  study = await stage.kempen(manager);
});
after(() => stage.close());

const sequence = async () => (await stage.call(manager.page, "GET", `/studies/${study}`)).body.sequence;

async function openTree(page, tab) {
  await page.goto(`${stage.site}/studies/${study}/tree`);
  await stage.settled(page);
  await page.getByRole("tab", { name: tab }).click();
}

/** What the walk says now, once it says something else than before. */
async function next(page, before) {
  await page.waitForFunction((old) => {
    const said = document.querySelector(".walk-so-far [role=status]")?.textContent;
    return said && said !== old;
  }, before);
  return page.locator(".walk-so-far [role=status]").innerText();
}

test("trying an answer moves place, forms and principles, and stores nothing", { timeout: 120_000 }, async () => {
  const { page, complaints } = manager;
  await openTree(page, "Vragen");
  await page.locator(".walk-so-far").getByText("Beantwoord een vraag").waitFor();
  const stored = await sequence();
  await page.getByLabel("Proberen zonder te bewaren").check();
  await page.getByRole("button", { name: "Toon alle vragen onder elkaar" }).click();
  await page.getByLabel("taak of takenpakket").check();
  const before = await next(page, "");
  await page.getByLabel(/openbaar lichaam verplicht/).check();
  const after = await next(page, before);
  assert.match(after, /openbaar lichaam/i);
  await page.getByText(/Wat afvalt/).click();
  await page.locator(".walk-so-far").getByText(/Wet veiligheidsregio/).waitFor();
  assert.equal(await sequence(), stored);
  await stage.judgeAll(page, "tree-walk");
  await page.getByRole("button", { name: "Bewaar deze antwoorden" }).click();
  await page.waitForFunction(() => !document.querySelector("#trial").checked);
  assert.equal(await sequence(), stored + 1);
  assert.deepEqual(complaints, []);
});

test("a council member walks the tree alone, and nothing is stored", { timeout: 120_000 }, async () => {
  const { page, complaints } = await stage.member(manager, study, { name: "Rien Raad", email: "rien@example.nl", role: "council_member", partner: "GM0770" });
  const stored = await sequence();
  await openTree(page, "Vragen");
  await page.getByText("U kunt de boom doorlopen en zien waar antwoorden toe leiden.").waitFor();
  await page.locator(".walk-so-far").getByText("Beantwoord een vraag").waitFor();
  await page.getByLabel("taak of takenpakket").check();
  assert.match(await next(page, ""), /Plaats \d+ van 100/);
  assert.equal(await sequence(), stored);
  assert.deepEqual(complaints, []);
});

test("answers of all municipalities stand side by side, with where they differ", { timeout: 120_000 }, async () => {
  const { page, complaints } = manager;
  await openTree(page, "Naast elkaar");
  const table = page.getByRole("table", { name: "Antwoorden per gemeente" });
  await table.waitFor();
  const { body: partners } = await stage.call(page, "GET", `/studies/${study}`);
  for (const { name } of partners.partners ?? []) await table.getByRole("columnheader", { name }).waitFor();
  const all = await table.getByRole("row").count();
  const apart = await table.getByText("verschilt").count();
  assert.ok(apart > 0 && apart < all - 1, `${apart} of ${all - 1} rows differ`);
  await stage.judgeAll(page, "tree-apart");
  await page.getByLabel("Alleen vragen waarbij de antwoorden verschillen").check();
  assert.equal(await table.getByRole("row").count(), apart + 1);
  assert.deepEqual(complaints, []);
});
