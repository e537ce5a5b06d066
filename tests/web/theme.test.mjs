// SPDX-License-Identifier: EUPL-1.2
// A Koepel in the colours of an organisation, in a real Chromium: still readable for everybody, and a logo with a script in
// it does nothing.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { desktop, Stage } from "./stage.mjs";

const logo = `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40" viewBox="0 0 80 40"><rect width="80" height="40" rx="6" fill="#8a1538"/><circle cx="20" cy="20" r="10" fill="#fff"/><script>document.title = "taken over"</script></svg>`;
const stage = new Stage();

before(() => stage.open((data) => {
  mkdirSync(data, { recursive: true });
  writeFileSync(path.join(data, "logo.svg"), logo);
  return ["--theme-name", "Regio 'Voorbeeld'", "--theme-color", "#8a1538", "--theme-logo", path.join(data, "logo.svg")];
}));
after(() => stage.close());

test("colour, name and logo are those of the organisation, and axe is content", { timeout: 120_000 }, async () => {
  const manager = await stage.manager(desktop);
  const { page, complaints } = manager;
  const study = await stage.kempen(manager);
  for (const screen of ["", "/gross-list", "/tree", "/approach"]) {
    await page.goto(`${stage.site}/studies/${study}${screen}`);
    await stage.settled(page);
    await stage.judgeAll(page, `theme${screen.replace("/", "-")}`);
  }
  assert.equal(await page.locator(".header__right a").first().evaluate((one) => getComputedStyle(one).color), "rgb(138, 21, 56)");
  assert.match(await page.locator(".brand span").evaluate((one) => getComputedStyle(one, "::after").content), /Regio 'Voorbeeld'/);
  assert.ok(await page.locator(".brand img").evaluate((one) => /theme\/logo/.test(getComputedStyle(one).content)));
  assert.deepEqual(complaints, []);
});

test("a script in the logo does not run, also when the logo is opened by itself", { timeout: 60_000 }, async () => {
  const { page } = await stage.visitor(desktop);
  const answer = await page.goto(`${stage.site}/theme/logo`);
  assert.equal(answer.headers()["content-type"], "image/svg+xml");
  assert.match(answer.headers()["content-security-policy"], /default-src 'none'.*sandbox/);
  assert.notEqual(await page.title(), "taken over");
});
