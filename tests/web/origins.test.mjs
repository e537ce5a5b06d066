// SPDX-License-Identifier: EUPL-1.2
// Every figure on every screen and tab of the kempen study opens to where it comes from: nothing that looks like an outcome
// stands by itself, and every step that a screen names is there. Axe finds nothing on any tab.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Stage } from "./stage.mjs";

const stage = new Stage();
before(() => stage.open());
after(() => stage.close());

/** What looks like an outcome and is none: headers, places in a ranking, texts of the method, what people entered. */
const noOutcome = ["th", ".rank-row__place", ".form-card", ".changes", "td .quiet", "code", "label", ".unseen", "svg", "input"];

/** Texts with a decimal, an amount, a share or nothing but a number, that are no button and have none beside them. */
const standsAlone = (page) => page.evaluate((noOutcome) => {
  const found = [];
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const text = node.textContent.trim(), within = node.parentElement;
    if (!/\d,\d|€|\d ?%|^\d+$/.test(text) || !within.offsetParent || within.closest(["button", "a", ".finding", ...noOutcome].join())) continue;
    const opened = within.closest("p, li, td, dd, span")?.querySelector(".trace-button");
    if (!opened) found.push(text.slice(0, 80));
  }
  return found;
}, noOutcome);

const steps = (page) => page.$$eval("[data-step]", (buttons) => buttons.map((one) => one.dataset.step));

test("every figure on every screen opens, and every step that is named is there", { timeout: 300_000 }, async () => {
  const { page } = await stage.manager();
  const study = await stage.kempen({ page });
  await page.goto(`${stage.site}/studies/${study}`);
  await stage.settled(page);
  const alone = [], named = new Set();
  for (const address of new Set(await page.$$eval("nav a[href*='/studies/']", (links) => links.map((link) => link.href)))) {
    await page.goto(address);
    await stage.settled(page);
    const tabs = page.getByRole("tab");
    for (let i = 0; i < Math.max(1, await tabs.count()); i++) {
      if (await tabs.count()) await tabs.nth(i).click();
      await stage.settled(page);
      const where = `${new URL(address).pathname.split("/")[3] ?? "home"} ${i}`;
      await stage.judge(page, `tab-${where.replace(" ", "-")}`);
      alone.push(...(await standsAlone(page)).map((text) => `${where}: ${text}`));
      for (const step of await steps(page)) named.add(step);
    }
  }
  assert.deepEqual(alone, []);
  assert.ok(named.size > 500, `steps named: ${named.size}`);
  const missing = await page.evaluate(async ([study, ids]) => {
    const out = [];
    for (const id of ids) if ((await fetch(`/api/v1/studies/${study}/steps/${encodeURIComponent(id)}`)).status !== 200) out.push(id);
    return out;
  }, [study, [...named]]);
  assert.deepEqual(missing, []);
});
