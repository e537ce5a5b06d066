// SPDX-License-Identifier: EUPL-1.2
// From the login screen of a real `koepel serve` through a real provider and back in, in Chromium. KOEPEL is the program.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { startChromium, startKoepel } from "../web/parts.mjs";
import { secret, startProvider } from "./provider.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "koepel-login-"));
const shots = process.env.KOEPEL_SHOTS;
let provider, server, browser, site, loginLink;

/** The provider must know the way back before the server runs, so a port is looked for first. */
const freePort = () => new Promise((found) => {
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const { port } = probe.address();
    probe.close(() => found(port));
  });
});

function startServer(port) {
  const secretFile = path.join(folder, "secret");
  writeFileSync(secretFile, `${secret}\n`, { mode: 0o600 });
  return startKoepel(process.env.KOEPEL, ["--data", path.join(folder, "data"), "serve", "--listen", `127.0.0.1:${port}`,
    "--oidc-issuer", provider.issuer, "--oidc-client", "koepel-ES256", "--oidc-secret-file", secretFile, "--oidc-name", "Gemeente Eersel"]);
}

/** Somebody at a browser of his own, on the page where the provider let him go. */
async function logInAs(who) {
  const page = await (await browser.newContext({ locale: "nl-NL" })).newPage();
  await page.goto(`${site}/login`);
  const button = page.getByRole("button", { name: "Inloggen met Gemeente Eersel" });
  await button.waitFor();
  if (shots) await page.screenshot({ path: path.join(shots, "login-elsewhere.png") });
  await button.click();
  await page.locator("input[name=login]").fill(who);
  await page.locator("input[name=password]").fill("any");
  await page.locator("button[type=submit]").click();
  await page.locator("form[action*=interaction] button[type=submit]").click();
  await page.waitForURL(`${site}/**`);
  return page;
}

before(async () => {
  const port = await freePort();
  site = `http://localhost:${port}`;
  provider = await startProvider(`${site}/login/return`);
  ({ server, loginLink } = await startServer(port));
  browser = await startChromium();
  if (shots) mkdirSync(shots, { recursive: true });
});

after(async () => {
  await browser?.close();
  server?.kill("SIGTERM");
  provider?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("a colleague who was added comes in with what he has at his organisation", async () => {
  const manager = await (await browser.newContext({ locale: "nl-NL" })).newPage();
  await manager.goto(loginLink);
  await manager.getByRole("heading", { level: 1 }).waitFor();
  await manager.waitForURL(`${site}/studies`);
  await manager.evaluate(async () => {
    const { csrf } = await (await fetch("/api/v1/session")).json();
    await fetch("/api/v1/people", { method: "POST", headers: { "Content-Type": "application/json", "X-CSRF-Token": csrf }, body: JSON.stringify({ name: "Anna", email: "anna@example.nl" }) });
  });
  const page = await logInAs("anna@example.nl");
  await page.waitForURL(`${site}/studies`);
  const session = await page.evaluate(async () => (await fetch("/api/v1/session")).json());
  assert.equal(session.person.email, "anna@example.nl");
  assert.deepEqual((await page.context().cookies(site)).map((one) => [one.name, one.httpOnly]), [["koepel", true]], "only the session stays");
});

test("somebody whom nobody added is told whom to ask, and the code leaves the address bar", async () => {
  const page = await logInAs("niemand@example.nl");
  await page.getByText("nog niet uitgenodigd voor Koepel").waitFor();
  assert.equal(new URL(page.url()).search, "");
  if (shots) await page.screenshot({ path: path.join(shots, "login-not-invited.png") });
});

test("a way back that was not begun here opens nothing", async () => {
  const page = await (await browser.newContext({ locale: "nl-NL" })).newPage();
  await page.goto(`${site}/login/return?state=stolen&code=stolen`);
  await page.getByText("in een ander venster begonnen").waitFor();
});
