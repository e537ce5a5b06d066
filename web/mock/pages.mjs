// SPDX-License-Identifier: EUPL-1.2
// The states of screens worth looking at: name, address, and what to do there first.
const logout = async (page) => { await page.getByRole("button", { name: "Uitloggen" }).click(); await page.waitForTimeout(300); };
const back = async (page) => page.evaluate(() => fetch("/api/v1/session", { method: "POST", body: JSON.stringify({ password: "x" }) }));

export const pages = [
  ["studies", "/studies"],
  ["new", "/studies/new", async (page) => {
    await page.fill("#municipality", "eers");
    await page.keyboard.press("Enter");
    await page.fill("#municipality", "berge");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForTimeout(100);
    await page.fill("#municipality", "blad");
  }],
  ["new-wrong", "/studies/new", async (page) => page.getByRole("button", { name: "Maak de studie" }).click()],
  ["home", "/studies/kempen"],
  ["login", "/studies", async (page) => { await logout(page); await page.getByRole("button", { name: "Inloggen" }).click(); await page.waitForTimeout(100); await back(page); }],
  ["answer-code", "/answer", async (page) => page.getByRole("button", { name: "Begin" }).click()],
  ["answer-welcome", "/answer#goed"],
  ["answer-one", "/answer#goed", async (page) => { await page.getByRole("button", { name: "Begin" }).or(page.getByRole("button", { name: "Ga verder" })).click(); await page.locator(".scale__step").nth(3).click(); await page.waitForTimeout(400); await page.getByRole("button", { name: "Vorige" }).click(); }],
  ["answer-all", "/answer#goed", async (page) => { await page.getByRole("button", { name: "Alles op één pagina" }).click(); await page.locator("input[type=radio]").nth(1).click(); }],
  ["answer-hand-in", "/answer#goed", async (page) => { await page.getByRole("button", { name: "Alles op één pagina" }).click(); await page.getByRole("button", { name: "Naar inleveren" }).click(); }],
  ["answer-thanks", "/answer#goed", async (page) => { await page.getByRole("button", { name: "Alles op één pagina" }).click(); await page.getByRole("button", { name: "Naar inleveren" }).click(); await page.getByRole("button", { name: "Lever in" }).click(); }],
  ["answer-closed", "/answer#dicht"],
  ["answer-old-link", "/answer#oud"],
  ["figures", "/studies/kempen/partners"],
  ["figures-wrong", "/studies/kempen/partners", async (page) => { await page.locator('[data-cell="1.3"]').fill("veel"); await page.keyboard.press("Enter"); await page.waitForTimeout(400); }],
  ["figures-partners", "/studies/kempen/partners", async (page) => page.getByRole("tab", { name: "Gemeenten" }).click()],
  ["figures-import", "/studies/kempen/partners", async (page) => { await page.getByRole("tab", { name: "Bestanden" }).click(); await page.setInputFiles("#files", { name: "cijfers.csv", mimeType: "text/csv", buffer: Buffer.from("a;b") }); }],
  ["poll", "/studies/kempen/poll"],
  ["poll-items", "/studies/kempen/poll", async (page) => { await page.getByRole("tab", { name: "Stellingen" }).click(); await page.locator("summary").filter({ hasText: "(" }).first().click(); }],
  ["poll-preview", "/studies/kempen/poll", async (page) => { await page.getByRole("tab", { name: "Stellingen" }).click(); await page.getByRole("button", { name: "Bekijk als deelnemer" }).click(); }],
  ["poll-invite", "/studies/kempen/poll", async (page) => { await page.getByRole("tab", { name: "Uitnodigen" }).click(); await page.fill("#emails", "a@b.example, c@d.example"); await page.getByRole("button", { name: "Maak uitnodigingen" }).click(); }],
  ["poll-hidden", "/studies/kempen/poll", async (page) => page.getByRole("tab", { name: "Uitkomsten" }).click()],
  ["poll-results", "/studies/kempen/poll", async (page) => { await page.getByRole("button", { name: "Sluit de peiling" }).click(); await page.getByRole("dialog").getByRole("button", { name: "Sluit de peiling" }).click(); await page.waitForTimeout(300); await page.getByRole("tab", { name: "Uitkomsten" }).click(); await page.waitForTimeout(200); await page.evaluate(() => fetch("/api/v1/studies/kempen/poll/_reopen", { method: "POST" })); }],
  ["trace", "/studies/kempen/poll", async (page) => { await page.evaluate(() => fetch("/api/v1/studies/kempen/poll/_close", { method: "POST" })); await page.reload(); await page.waitForTimeout(300); await page.getByRole("button", { name: "Hoe komt u hieraan?" }).first().click(); await page.evaluate(() => fetch("/api/v1/studies/kempen/poll/_reopen", { method: "POST" })); }],
  ["english", "/studies/kempen", async (page) => { await page.getByRole("button", { name: "English" }).click(); await page.waitForTimeout(500); }],
];
