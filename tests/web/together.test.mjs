// SPDX-License-Identifier: EUPL-1.2
// Two people in one cell, and one without a connection: everybody sees what the other did, and nothing is lost.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { desktop, phone, Stage } from "./stage.mjs";

const stage = new Stage();
let facilitator, official, study;

before(async () => {
  await stage.open();
  facilitator = await stage.manager();
  study = await stage.kempen(facilitator);
  official = await stage.member(facilitator, study, { name: "Bea Beheer", email: "bea@example.nl", role: "official", partner: "GM0770" });
});
after(() => stage.close());

async function openFigures(page) {
  await page.goto(`${stage.site}/studies/${study}/partners`);
  await stage.settled(page);
  await page.getByLabel("Van welke gemeente?").selectOption({ label: "Eersel" });
}

/** The fte of the first task of Eersel: the cell, and what the server has. */
const cell = (page) => page.getByRole("textbox", { name: /^fte/i }).first();
const figures = async () => (await stage.call(facilitator.page, "GET", `/studies/${study}/records?kind=figures-entered`)).body.filter((one) => one.cells.partner === "GM0770");
const stored = async () => (await figures())[0].cells.fte;

/** Types over what stands in the cell, without leaving the row. */
async function type(page, value) {
  await cell(page).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.type(value);
}
const leave = (page) => page.getByRole("heading", { level: 1 }).click();

test("two people change one cell: the second sees who was first, and chooses", { timeout: 120_000 }, async () => {
  await Promise.all([openFigures(facilitator.page), openFigures(official.page)]);
  await type(facilitator.page, "9,5");
  await type(official.page, "7,25");
  await leave(official.page);
  await official.page.getByText("Alles is bewaard").waitFor();
  assert.equal(await stored(), "7,25");
  await leave(facilitator.page);
  await facilitator.page.getByText("Bea Beheer heeft deze rij intussen ook veranderd.").waitFor();
  await facilitator.page.getByText(/7,25 \(u schreef: 9,5\)/).waitFor();
  assert.equal(await stored(), "7,25", "nothing is overwritten unasked");
  await stage.judge(facilitator.page, "conflict");
  await facilitator.page.getByRole("button", { name: "Houd die van mij" }).click();
  await facilitator.page.getByText("Alles is bewaard").waitFor();
  assert.equal(await stored(), "9,5");
  await official.page.waitForFunction(() => [...document.querySelectorAll("input")].some((one) => one.value === "9,5"));
  const { body: events } = await stage.call(facilitator.page, "GET", `/studies/${study}/events?after=0&limit=5000`);
  const said = events.filter((event) => event.kind === "figures-entered" && event.cells.partner === "GM0770" && ["7,25", "9,5"].includes(event.cells.fte));
  assert.deepEqual(said.map((event) => [event.actorName, event.cells.fte]), [["Bea Beheer", "7,25"], ["Beheerder", "9,5"]], "the log has both");
  assert.deepEqual([...facilitator.complaints, ...official.complaints], []);
});

test("without a connection what is typed waits in the browser, also when the window closes, and arrives once", { timeout: 120_000 }, async () => {
  const { page, context } = official;
  await openFigures(page);
  await context.setOffline(true);
  await type(page, "3,75");
  await leave(page);
  await page.getByText("Geen verbinding. Uw wijzigingen wachten in deze browser.").first().waitFor();
  assert.equal(await stored(), "9,5");
  await page.close();
  await context.setOffline(false);
  official.page = await context.newPage();
  await openFigures(official.page);
  await official.page.waitForFunction(() => [...document.querySelectorAll("input")].some((one) => one.value === "3,75"));
  assert.equal(await stored(), "3,75");
  const { body: events } = await stage.call(facilitator.page, "GET", `/studies/${study}/events?after=0&limit=5000`);
  assert.equal(events.filter((event) => event.cells.fte === "3,75" && event.cells.partner === "GM0770").length, 1, "written once");
});

test("a respondent in a tunnel loses no answer", { timeout: 120_000 }, async () => {
  const own = facilitator.page;
  await stage.call(own, "PUT", `/studies/${study}/poll`, { items: ["M11", "M12"], intro: "" });
  await stage.call(own, "POST", `/studies/${study}/poll/_open`);
  const made = await stage.call(own, "POST", `/studies/${study}/invitations`, { invitations: [{ partner: "GM0770", role: "official" }], codes: [] });
  const { page, context } = await stage.visitor(phone);
  await page.goto(made.body[0].link);
  await stage.settled(page);
  await page.getByRole("button", { name: "Begin" }).click();
  await context.setOffline(true);
  await page.getByRole("button", { name: /helemaal mee eens/ }).click();
  await page.getByText("Geen verbinding. Uw antwoorden staan op dit apparaat").waitFor();
  const arrived = page.waitForResponse((answer) => answer.url().endsWith("/poll/answers") && answer.status() === 204);
  await context.setOffline(false);
  await arrived;
  await page.reload();
  await stage.settled(page);
  await page.getByRole("button", { name: "Alles op één pagina" }).click();
  assert.equal(await page.getByRole("radio", { checked: true }).count(), 1);
});
