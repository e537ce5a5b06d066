// SPDX-License-Identifier: EUPL-1.2
// Every HTML document of two studies, in Dutch and English, opened in a real Chromium: axe finds nothing, nothing is
// fetched from elsewhere, nothing is wider than a phone. KOEPEL names the program, KOEPEL_SHOTS a folder for pictures.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const koepel = process.env.KOEPEL ?? path.join(root, "build/test/koepel");
const shots = process.env.KOEPEL_SHOTS;
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const quiet = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const orders = [
  ["kempen", "nl", "college", "decision,zero-phase,gross-list,vision,conduct"],
  ["kempen", "en", "college", "decision,zero-phase,gross-list,vision,conduct"],
  ["kempen", "nl", "council", "decision"],
  ["kempen", "nl", "works-council", "decision"],
  ["kempen", "nl", "public", "decision"],
  ["noord", "nl", "college", "decision,zero-phase"],
  ["regio-19", "nl", "college", "decision"],
];

const folder = mkdtempSync(path.join(tmpdir(), "koepel-web-"));
let browser;

before(async () => {
  const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync);
  assert.ok(executablePath, "chromium is missing: run ./setup test");
  browser = await chromium.launch({ executablePath, args: quiet });
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

function write([study, lang, audience, documents]) {
  const out = path.join(folder, `${study}-${lang}-${audience}`);
  execFileSync(koepel, ["--data", path.join(folder, "no-data"), "report", path.join(root, "cases", study),
    "--as", "html", "--lang", lang, "--for", audience, "--document", documents, "--out", out], { stdio: "pipe" });
  const files = readdirSync(out).filter((name) => name.endsWith(".html"));
  assert.equal(files.length, documents.split(",").length, `documents written: ${files}`);
  return files.map((name) => path.join(out, name));
}

async function open(file, size) {
  const page = await browser.newPage({ viewport: size });
  const foreign = [], complaints = [];
  page.on("request", (request) => /^(file|data):/.test(request.url()) || foreign.push(request.url()));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(pathToFileURL(file).href);
  return { page, foreign, complaints };
}

async function violations(page, least = 10) {
  await page.addScriptTag({ path: axe });
  const result = await page.evaluate((tags) => globalThis.axe.run(document, { runOnly: tags }), rules);
  assert.ok(result.passes.length >= least, "axe checked nothing");
  return result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).slice(0, 3).join(" | ")}`);
}

async function shoot(page, file, suffix) {
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  const name = `${path.basename(path.dirname(file))}-${path.basename(file, ".html")}-${suffix}.png`;
  await page.screenshot({ path: path.join(shots, name), fullPage: true });
}

for (const order of orders) {
  test(`${order.join(" ")}`, async (context) => {
    for (const file of write(order)) {
      await context.test(`${path.basename(file)}: axe finds nothing on a desktop`, async () => {
        const { page, foreign, complaints } = await open(file, { width: 1280, height: 900 });
        assert.deepEqual(await violations(page), []);
        assert.deepEqual(foreign, [], "asked for something outside the file");
        assert.deepEqual(complaints, []);
        assert.equal(await page.getAttribute("html", "lang"), order[1]);
        await shoot(page, file, "desktop");
        await page.close();
      });
      await context.test(`${path.basename(file)}: fits a phone of 320 px`, async () => {
        const { page } = await open(file, { width: 320, height: 640 });
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(width <= 320, `${width} px wide`);
        await shoot(page, file, "phone");
        await page.close();
      });
    }
  });
}

test("axe sees a fault when there is one", async () => {
  const page = await browser.newPage();
  await page.setContent("<html lang=nl><title>x</title><main><h1>x</h1><img src=data:,><p>y</p></main></html>");
  assert.match((await violations(page, 1)).join(), /image-alt/);
  await page.close();
});
