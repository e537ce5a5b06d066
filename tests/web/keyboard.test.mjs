// SPDX-License-Identifier: EUPL-1.2
// A facilitator without a mouse, in English: from the printed link through every screen of the kempen study to a
// downloaded document, with one act on each. Only keys are pressed; whatever has the focus shows it, and nothing holds it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { desktop, phone, Stage } from "./stage.mjs";

const stage = new Stage();
let facilitator, study;
before(() => stage.open());
after(() => stage.close());

/** What a screen reader would call the thing that has the focus, and whether an eye sees that it has. */
const focused = (page) => page.evaluate(() => {
  const one = document.activeElement;
  if (!one || one === document.body) return { name: "", shown: true };
  const labels = [...(one.labels ?? [])].map((label) => label.innerText).join(" ");
  const words = ["A", "BUTTON", "SUMMARY"].includes(one.tagName) ? one.innerText : "";
  const own = getComputedStyle(one), around = getComputedStyle(one.closest("label") ?? one);
  const shown = [own, around].some((style) => (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none");
  return { name: (one.getAttribute("aria-label") || labels || words || one.value || "").replace(/\s+/g, " ").trim(), shown, what: one.tagName };
});

/** Presses Tab until the name fits. */
async function tabTo(page, name, most = 150) {
  const passed = [];
  for (let i = 0; i < most; ++i) {
    await page.keyboard.press("Tab");
    const now = await focused(page);
    assert.ok(now.shown, `the focus does not show on ${now.what} "${now.name.slice(0, 60)}"`);
    if (name.test(now.name)) return now.name;
    passed.push(now.name.slice(0, 30));
  }
  assert.fail(`Tab never came to ${name}: ${passed.slice(-12).join(" | ")}`);
}

async function press(page, name, key = "Enter") {
  const found = await tabTo(page, name);
  await page.keyboard.press(key);
  return found;
}

const heading = (page, name) => page.getByRole("heading", { level: 1, name }).waitFor();

/** Opens a screen from the menu; focus then begins at the top of the new page. */
async function openFromMenu(page, entry, title) {
  await press(page, entry);
  await heading(page, title);
  await stage.settled(page);
}

/** From the chosen tab to the one with this name, by arrows. */
async function chooseTab(page, from, name) {
  await tabTo(page, from);
  for (let i = 0; i < 6 && !name.test((await focused(page)).name); ++i) await page.keyboard.press("ArrowRight");
  assert.match((await focused(page)).name, name);
}

const acts = [
  { entry: /^Existing partnerships$/, title: /Existing partnerships/, act: async (page) => {
    await press(page, /How is this found\?/);
    await page.getByRole("dialog").locator(".trace__value").waitFor();
    await page.keyboard.press("Escape");
    assert.match((await focused(page)).name, /How is this found/, "focus comes back to what opened the dialog");
  } },
  { entry: /^Poll$/, title: /^Poll/, act: async (page) => {
    await chooseTab(page, /^(Items|Statements|Who took part)/, /^Invite/);
    await tabTo(page, /^E-mail addresses/);
    await page.keyboard.type("keyboard@example.nl");
    await press(page, /^Make invitations/);
    await page.getByRole("link", { name: /Write the e-mail/ }).waitFor();
  } },
  { entry: /^Approach$/, title: /^Approach/, act: async (page) => {
    await tabTo(page, /approach \(as advised\)|Design approach/i);
    await page.keyboard.press("Space");
    await tabTo(page, /^Reason/);
    await page.keyboard.type("As advised.");
    await press(page, /^Record the decision/);
    await page.getByText("As advised.").first().waitFor();
  } },
  { entry: /^Gross list$/, title: /^Gross list/, act: async (page) => {
    await chooseTab(page, /^The four lists/, /^What weighs most/);
  } },
  { entry: /^Decision tree$/, title: /^Decision tree/, act: async (page) => {
    await chooseTab(page, /^Outcome/, /^Questions/);
    await press(page, /^Try without storing/, "Space");
    await press(page, /^task or package/, "Space");
    await page.locator(".walk-so-far [role=status]").waitFor();
  } },
  { entry: /^Continuum and forms$/, title: /Continuum and forms/, act: async (page) => {
    await press(page, /^What does that mean\?|^What does this mean\?|^What it means/);
  } },
  { entry: /^What is in it for us$/, title: /What is in it for us/, act: async (page) => {
    await tabTo(page, /^Which municipality/);
    await page.keyboard.press("ArrowDown");
    await page.getByRole("heading", { level: 2, name: "Bladel" }).waitFor();
  } },
  { entry: /^Accountability$/, title: /^Accountability/, act: async (page) => {
    await tabTo(page, /^Find an outcome|^Search/);
    await page.keyboard.type("approach");
  } },
  { entry: /^Documents$/, title: /^Documents/, act: async (page) => {
    await page.locator(".paper").waitFor();
    await tabTo(page, /^PDF$/);
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    assert.match(download.suggestedFilename(), /\.pdf$/);
  } },
];

test("every screen works with keys only, in English, with the focus in sight", { timeout: 300_000 }, async () => {
  facilitator = await stage.visitor(desktop, "en-GB");
  const { page, complaints } = facilitator;
  await page.goto(stage.loginLink);
  await page.getByRole("link", { name: /Kempengemeenten|Kempen municipalities/ }).first().waitFor();
  if (await page.evaluate(() => document.documentElement.lang) !== "en") await press(page, /^English$/);
  await page.waitForFunction(() => document.documentElement.lang === "en");
  await press(page, /^Kempen municipalities/);
  await page.waitForURL(/studies\/samenwerkingkempen/);
  study = new URL(page.url()).pathname.split("/")[2];
  await stage.settled(page);
  for (const { entry, title, act } of acts) {
    await openFromMenu(page, entry, title);
    await act(page);
    await stage.judge(page, `english-${(await page.evaluate(() => location.pathname)).split("/")[3]}`);
  }
  assert.deepEqual(complaints, []);
});

test("a respondent answers with keys only, on the width of a phone", { timeout: 120_000 }, async () => {
  const own = facilitator.page;
  await stage.call(own, "PUT", `/studies/${study}/poll`, { items: ["M11", "M12"], intro: "" });
  await stage.call(own, "POST", `/studies/${study}/poll/_open`);
  const made = await stage.call(own, "POST", `/studies/${study}/invitations`, { invitations: [{ partner: "GM0770", role: "official" }], codes: [] });
  const { page, complaints } = await stage.visitor(phone);
  await page.goto(made.body[0].link);
  await stage.settled(page);
  await press(page, /^Begin/);
  for (const statement of ["1 van 2", "2 van 2"]) {
    await page.getByText(statement).first().waitFor();
    await press(page, /helemaal mee eens/);
  }
  await press(page, /^Lever in/);
  await page.getByText("Uw antwoorden zijn ingeleverd.").waitFor();
  assert.deepEqual(complaints, []);
});

test("the first Tab of a page skips to its contents", { timeout: 60_000 }, async () => {
  const { page } = await stage.visitor(desktop);
  await page.goto(`${stage.site}/login`);
  await stage.settled(page);
  await page.keyboard.press("Tab");
  assert.match((await focused(page)).name, /Naar de inhoud/);
});
