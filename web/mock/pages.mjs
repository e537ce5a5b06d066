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
];
