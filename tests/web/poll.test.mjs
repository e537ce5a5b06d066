// SPDX-License-Identifier: EUPL-1.2
// Inviting and reminding in a real Chromium: ready letters for people's own mail program, and nobody sees the others.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Stage } from "./stage.mjs";

const stage = new Stage();
let manager, study;

before(async () => {
  await stage.open();
  manager = await stage.manager();
  study = await stage.kempen(manager);
  await stage.call(manager.page, "PUT", `/studies/${study}/poll`, { items: ["M11", "M12", "M13"], intro: "Welkom" });
  await stage.call(manager.page, "POST", `/studies/${study}/poll/_open`);
});
after(() => stage.close());

/** What a mail program would show. */
function letterIn(address) {
  const [to, rest] = address.slice("mailto:".length).split("?");
  const fields = Object.fromEntries(rest.split("&").map((one) => one.split("=").map(decodeURIComponent)));
  return { to: decodeURIComponent(to), ...fields };
}

test("an invitation and a reminder are ready to send, the others hidden", { timeout: 120_000 }, async () => {
  const { page, complaints } = manager;
  await page.goto(`${stage.site}/studies/${study}/poll`);
  await stage.settled(page);
  await page.getByRole("tab", { name: "Uitnodigen" }).click();
  await page.getByLabel("E-mailadressen").fill("een@example.nl\ntwee+twee@example.nl");
  await page.getByRole("button", { name: "Maak uitnodigingen" }).click();
  const first = letterIn(await page.getByRole("link", { name: "Schrijf de e-mail een@example.nl" }).getAttribute("href"));
  assert.equal(first.to, "een@example.nl");
  assert.match(first.subject, /Kempengemeenten/);
  assert.match(first.body, /Uw persoonlijke link: http:\/\/\S+\/answer#\S+\r\n/);
  const all = letterIn(await page.getByRole("link", { name: /Schrijf één herinnering/ }).getAttribute("href"));
  assert.equal(all.to, "");
  assert.equal(all.bcc, "een@example.nl,twee+twee@example.nl");
  assert.doesNotMatch(all.body, /answer#/, "no personal link in a letter to all");
  await stage.judgeAll(page, "poll-invited");
  assert.deepEqual(complaints, []);
});
