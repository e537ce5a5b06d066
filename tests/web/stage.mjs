// SPDX-License-Identifier: EUPL-1.2
// What a browser test of Koepel begins with: a server with the example studies in a folder of its own, visitors whose
// complaints are kept, and the judges of a page. KOEPEL names the program, KOEPEL_SHOTS a folder for pictures.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { startChromium, startKoepel } from "./parts.mjs";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const koepel = process.env.KOEPEL ?? path.join(root, "build/test/koepel");
const shots = process.env.KOEPEL_SHOTS;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
export const desktop = { width: 1280, height: 900 }, phone = { width: 390, height: 844 };
const narrow = { width: 320, height: 700 };

export class Stage {
  /** `prepare` may put files in the data folder before the server starts, and give it more options. */
  async open(prepare = () => []) {
    this.folder = mkdtempSync(path.join(tmpdir(), "koepel-stage-"));
    const more = prepare(path.join(this.folder, "data")) ?? [];
    const words = ["--data", path.join(this.folder, "data"), "serve", "--listen", "127.0.0.1:0", ...more];
    ({ server: this.server, loginLink: this.loginLink } = await startKoepel(koepel, words));
    this.site = new URL(this.loginLink).origin;
    this.browser = await startChromium();
    if (shots) mkdirSync(shots, { recursive: true });
  }

  async close() {
    await this.browser?.close();
    const ended = new Promise((done) => this.server.on("exit", done));
    this.server.kill("SIGTERM");
    assert.equal(await ended, 0, "the server stops cleanly");
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Somebody at a browser; what goes wrong on any page is kept in `complaints`. */
  async visitor(size, locale = "nl-NL") {
    const context = await this.browser.newContext({ viewport: size, reducedMotion: "reduce", acceptDownloads: true, locale });
    const page = await context.newPage();
    const complaints = [];
    page.on("console", (message) => {
      if (message.type() === "error" && !/status of (400|401|404|409)|ERR_INTERNET_DISCONNECTED/.test(message.text())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("request", (request) => /^(blob|data):/.test(request.url()) || new URL(request.url()).origin === this.site || complaints.push(`third party: ${request.url()}`));
    return { context, page, complaints };
  }

  /** The page is at rest: nothing is being fetched and nothing says that it is loading. */
  settled = async (page) => {
    await page.waitForSelector("h1");
    await page.waitForFunction(() => !document.querySelector(".loading"));
  };

  judge = async (page, name) => {
    const size = page.viewportSize();
    await page.evaluate(axe);
    const { violations } = await page.evaluate((runOnly) => window.axe.run({ runOnly }), rules);
    const told = violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.target).join(" | ")}`);
    assert.deepEqual(told, [], `${name} at ${size.width}`);
    if (shots) await page.screenshot({ path: path.join(shots, `${name}-${size.width}.png`), fullPage: true });
  };

  assertFits = async (page, name) => {
    await page.setViewportSize(narrow);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    const who = wide <= 0 ? [] : await page.evaluate(() => [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > innerWidth && !one.closest("table, svg") && ![...one.children].some((child) => child.getBoundingClientRect().right > innerWidth)).map((one) => `${one.tagName}.${one.className}: ${one.textContent.slice(0, 40)}`).slice(0, 3));
    assert.ok(wide <= 0, `${name} is ${wide} px too wide for a phone of 320: ${who.join(" | ")}`);
  };

  /** Axe at desktop and phone size, then the narrowest phone. */
  judgeAll = async (page, name) => {
    for (const size of [desktop, phone]) {
      await page.setViewportSize(size);
      await this.settled(page);
      await this.judge(page, name);
    }
    await this.assertFits(page, name);
    await page.setViewportSize(desktop);
  };

  /** The server's API from inside the page, with the page's own session. */
  call = (page, method, where, body) => page.evaluate(async ([method, where, body]) => {
    const session = await (await fetch("/api/v1/session")).json();
    const answer = await fetch(`/api/v1${where}`, { method, headers: { "Content-Type": "application/json", "X-CSRF-Token": session.csrf }, ...(body ? { body: JSON.stringify(body) } : {}) });
    const text = await answer.text();
    return { status: answer.status, body: text ? JSON.parse(text) : null };
  }, [method, where, body]);

  /** The installation manager, logged in by the printed link; works once. */
  async manager(size = desktop) {
    const visitor = await this.visitor(size);
    await visitor.page.goto(this.loginLink);
    await visitor.page.getByRole("link", { name: /Kempengemeenten/ }).first().waitFor();
    return visitor;
  }

  /** Somebody whom the manager gives a role in the study, logged in by the link that this shows. */
  async member(manager, study, who, size = desktop, locale = undefined) {
    const added = await this.call(manager.page, "POST", `/studies/${study}/members`, who);
    assert.equal(added.status, 201, JSON.stringify(added.body));
    const visitor = await this.visitor(size, locale);
    await visitor.page.goto(added.body.link);
    await visitor.page.getByRole("link", { name: /Kempengemeenten/ }).first().waitFor();
    return visitor;
  }

  /** The id of the kempen study. */
  async kempen(manager) {
    const { body } = await this.call(manager.page, "GET", "/studies");
    return body.find((one) => /Kempengemeenten/.test(one.title)).id;
  }
}
