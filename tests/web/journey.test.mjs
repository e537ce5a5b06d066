// SPDX-License-Identifier: EUPL-1.2
// Koepel in a real Chromium against a real server: the facilitator through every screen of the kempen study, a respondent
// on a phone, an official who enters a figure by keyboard, and a new study up to its decision document. On every screen axe
// finds nothing, the security policy is never touched, nothing is fetched from elsewhere and nothing is wider than a
// phone. KOEPEL names the program, KOEPEL_SHOTS a folder for pictures.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { desktop, Stage, phone } from "./stage.mjs";

const stage = new Stage();
const { judge, judgeAll, assertFits, settled, call } = stage;
const visitor = (size) => stage.visitor(size);
before(() => stage.open());
after(() => stage.close());

let facilitator, study;

test("the facilitator logs in by the printed link and goes through every screen", { timeout: 300_000 }, async () => {
  facilitator = await visitor(desktop);
  const { page, complaints } = facilitator;
  await page.goto(stage.loginLink);
  await page.getByRole("link", { name: /Kempengemeenten/ }).first().waitFor();
  await judgeAll(page, "studies");
  await page.getByRole("link", { name: /Kempengemeenten/ }).first().click();
  await page.waitForURL(/studies\/samenwerkingkempen/);
  study = new URL(page.url()).pathname.split("/")[2];
  await settled(page);
  const addresses = [...new Set(await page.$$eval("nav a[href*='/studies/']", (links) => links.map((link) => link.href)))];
  assert.ok(addresses.length >= 11, `screens in the menu: ${addresses.length}`);
  for (const address of addresses) {
    await page.goto(address);
    await settled(page);
    await judgeAll(page, new URL(address).pathname.split("/")[3] ?? "home");
  }
  assert.deepEqual(complaints, []);
});

test("figures and sentences open to their origin in one click", { timeout: 120_000 }, async () => {
  const { page } = facilitator;
  const opened = async (screen, button) => {
    await page.goto(`${stage.site}/studies/${study}/${screen}`);
    await settled(page);
    await button().first().click();
    await page.getByRole("dialog").locator(".trace__value").waitFor();
    const value = await page.getByRole("dialog").locator(".trace__value strong").innerText();
    await page.keyboard.press("Escape");
    assert.equal(await page.getByRole("dialog").count(), 0);
    return value;
  };
  const how = (rest) => () => page.getByRole("button", { name: new RegExp(`Hoe komt u hieraan\\?.*${rest}`) });
  assert.ok(await opened("approach", how("")));
  const figure = () => page.locator("td.number button");
  assert.equal(await opened("for-us", figure), await page.locator("td.number button").first().evaluate((one) => one.firstChild.textContent));
  assert.match(await opened("for-us", how("samenwerkingsverbanden")), /\d/);
  assert.ok(await opened("documents", how("basispakket")));
});

test("a respondent answers on a phone, stops, comes back and hands in; nobody sees it before the poll closes", { timeout: 120_000 }, async () => {
  const own = facilitator.page;
  await call(own, "PUT", `/studies/${study}/poll`, { items: ["M11", "M12", "M13"], intro: "Welkom" });
  await call(own, "POST", `/studies/${study}/poll/_open`);
  const before = (await call(own, "GET", `/studies/${study}/results`)).body.respondents;
  const made = await call(own, "POST", `/studies/${study}/invitations`, { invitations: [{ partner: "GM0770", role: "administrator" }], codes: [] });
  const { page, complaints } = await visitor(phone);
  await page.goto(made.body[0].link);
  await settled(page);
  await judge(page, "answer-welcome");
  await page.getByRole("button", { name: "Begin" }).click();
  await settled(page);
  await judge(page, "answer-one");
  const stored = page.waitForResponse((answer) => answer.url().endsWith("/poll/answers") && answer.status() === 204);
  await page.getByRole("button", { name: /helemaal mee eens/ }).click();
  await stored;
  await page.reload();
  await settled(page);
  await page.getByRole("button", { name: "Alles op één pagina" }).click();
  await settled(page);
  await judge(page, "answer-all");
  assert.equal(await page.getByRole("radio", { checked: true }).count(), 1, "what was answered before stands there");
  for (const statement of await page.getByRole("group").all()) await statement.getByRole("radio").nth(3).check();
  await page.getByRole("button", { name: /inleveren/ }).first().click();
  await settled(page);
  await page.getByRole("button", { name: "Lever in" }).click();
  await page.getByText("Uw antwoorden zijn ingeleverd.").waitFor();
  await judge(page, "answer-thanks");
  await assertFits(page, "answer");
  assert.deepEqual(complaints, []);
  const during = (await call(own, "GET", `/studies/${study}/results`)).body;
  assert.equal(during.respondents, before, "answers of an open poll stay out of sight");
  await call(own, "POST", `/studies/${study}/poll/_close`);
  assert.equal((await call(own, "GET", `/studies/${study}/results`)).body.respondents, before + 1);
});

test("an official enters a figure with the keyboard only, and may not touch another municipality's", { timeout: 120_000 }, async () => {
  const own = facilitator.page;
  const added = await call(own, "POST", `/studies/${study}/members`, { name: "Ada Ambtenaar", email: "ada@example.nl", role: "official", partner: "GM0770" });
  const { page, complaints } = await visitor(desktop);
  await page.goto(added.body.link);
  await page.getByRole("link", { name: /Kempengemeenten/ }).first().waitFor();
  await page.goto(`${stage.site}/studies/${study}/partners`);
  await settled(page);
  const adding = page.getByRole("button", { name: "Rij toevoegen" });
  await adding.focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.tagName === "INPUT");
  await page.keyboard.type("U03");
  await page.keyboard.press("Tab");
  await page.keyboard.type("12.500");
  for (let i = 0; i < 8; ++i) await page.keyboard.press("Tab");
  await page.getByText("Alles is bewaard").waitFor();
  const figures = (await call(page, "GET", `/studies/${study}/records?kind=figures-entered`)).body;
  const entered = figures.find((record) => record.cells.partner === "GM0770" && record.cells.task === "U03");
  assert.equal(entered?.cells.fixed_cost, "12500,00", "the Dutch notation is understood");
  assert.equal(entered?.actorName, "Ada Ambtenaar");
  const other = await call(page, "POST", `/studies/${study}/events`, { clientId: "journey-other-1", changes: [{ kind: "figures-entered", cells: { partner: "GM1724", task: "U03", fte: "1" } }] });
  assert.equal(other.status, 403);
  assert.deepEqual(complaints.filter((one) => !/403/.test(one)), []);
});

test("five municipalities of one's own choice come to a decision document", { timeout: 180_000 }, async () => {
  const { page, complaints } = facilitator;
  await page.goto(`${stage.site}/studies/new`);
  await settled(page);
  await judgeAll(page, "new-study");
  await page.getByLabel(/^(Titel|Naam)/).first().fill("Vijf rond de Peel");
  const choose = page.getByRole("combobox").first();
  for (const name of ["Asten", "Someren", "Deurne", "Gemert-Bakel", "Laarbeek"]) {
    await choose.fill(name);
    await page.getByRole("option", { name: new RegExp(name) }).first().waitFor();
    await choose.press("Enter");
  }
  await page.getByRole("button", { name: /Maak het traject|Begin het traject|Maak/ }).first().click();
  await page.waitForURL(/studies\/vijfronddepeel/);
  await settled(page);
  await judgeAll(page, "home-of-a-new-study");
  await page.goto(`${page.url()}/documents`);
  await settled(page);
  await page.locator(".paper").waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "PDF" }).click()]);
  const file = readFileSync(await download.path());
  assert.equal(file.subarray(0, 5).toString(), "%PDF-");
  assert.ok(file.length > 50_000, `${file.length} bytes`);
  assert.deepEqual(complaints, []);
});

test("own words stay in a document, with what the analysis changed since word by word", { timeout: 60_000 }, async () => {
  const { page, complaints } = facilitator;
  const { body: document } = await call(page, "GET", `/studies/${study}/documents/decision?audience=college`);
  const { block, spans } = document.blocks.find((one) => one.kind === "paragraph" && one.block && one.spans.map((span) => span.text).join("").length > 80);
  const now = spans.map((span) => span.text).join("");
  const last = now.trim().split(" ").at(-1);
  const cells = { document: document.id, block, language: "nl", generated: `${now.trim().slice(0, -last.length)}vroeger.`, text: "Zo zeggen wij het zelf." };
  const { status } = await call(page, "POST", `/studies/${study}/events`, { clientId: randomUUID(), changes: [{ kind: "text-edited", cells }] });
  assert.equal(status, 200);
  await page.goto(`${stage.site}/studies/${study}/documents`);
  await settled(page);
  await page.getByText("Zo zeggen wij het zelf.").first().waitFor();
  assert.equal(await page.locator(".text-difference del").first().innerText(), "vroeger");
  assert.equal(await page.locator(".text-difference ins").first().innerText(), last.replace(/\.$/, ""));
  await judgeAll(page, "document-with-own-words");
  const chapters = page.getByRole("navigation", { name: "Inhoud" }).getByRole("link");
  assert.ok(await chapters.count() >= 5, "chapters");
  const chapter = chapters.last();
  await chapter.click();
  await page.waitForFunction((id) => document.querySelector(id).getBoundingClientRect().top < innerHeight, await chapter.getAttribute("href"));
  assert.deepEqual(complaints, []);
});

test("a version tells which input changed which conclusion", { timeout: 60_000 }, async () => {
  const { page, complaints } = facilitator;
  const write = (kind, cells) => call(page, "POST", `/studies/${study}/events`, { clientId: randomUUID(), changes: [{ kind, cells }] });
  assert.equal((await write("version-named", { name: "Voor de conferentie" })).status, 200);
  assert.equal((await write("indicator-set", { indicator: "trust", value: "1" })).status, 200);
  await page.goto(`${stage.site}/studies/${study}/documents`);
  await settled(page);
  await page.getByRole("tab", { name: "Versies" }).click();
  const approach = page.getByRole("listitem").filter({ hasText: "Was" }).filter({ hasText: /aanpak/ }).first();
  await approach.getByText("Door: indicator van de aanpak vertrouwen").waitFor();
  await judgeAll(page, "versions");
  assert.deepEqual(complaints, []);
});

test("a printed page says of which study and when, without what only works on a screen", { timeout: 60_000 }, async () => {
  const { page } = facilitator;
  await page.emulateMedia({ media: "print" });
  for (const screen of ["", "/for-us", "/approach", "/continuum", "/gross-list", "/documents"]) {
    await page.goto(`${stage.site}/studies/${study}${screen}`);
    await settled(page);
    await page.getByText(/^Samenwerking Kempengemeenten.*, \d+ \w+ 20\d\d$/).first().waitFor();
    const left = await page.$$eval("form, .nl-button, nav, [role=tablist]", (all) => all.filter((one) => one.checkVisibility()).map((one) => one.className || one.tagName));
    assert.deepEqual(left, [], `${screen} on paper`);
  }
  await page.emulateMedia({ media: "screen" });
});

test("the first pages are small", { timeout: 60_000 }, async () => {
  const weigh = async (where, most) => {
    const { page, context } = await visitor(phone);
    let bytes = 0;
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
    await page.goto(stage.site + where);
    await settled(page);
    assert.ok(bytes <= most * 1024, `${where}: ${Math.round(bytes / 1024)} KiB`);
  };
  await weigh("/answer", 100);
  await weigh("/login", 350);
});
