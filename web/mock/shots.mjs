// SPDX-License-Identifier: EUPL-1.2
// Photographs screens of the mock server, desktop and phone, and checks each with axe, for reports of the security policy and
// for anything wider than the window. node mock/shots.mjs OUT [name ...]
import { createRequire } from "node:module";
import { mkdirSync } from "node:fs";

const tests = createRequire(new URL("../../tests/web/package.json", import.meta.url));
const { chromium } = tests("playwright-core");
const axe = tests.resolve("axe-core/axe.min.js");
const base = process.env.BASE ?? "http://localhost:8090";
const [out = "/tmp/shots", ...only] = process.argv.slice(2);
const { pages } = await import("./pages.mjs");
mkdirSync(out, { recursive: true });

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"] });
let bad = 0;
for (const [name, path, steps] of pages) {
  if (only.length && !only.includes(name)) continue;
  for (const [kind, width, height] of [["desktop", 1280, 900], ["phone", 390, 844], ["narrow", 320, 700]]) {
    const context = await browser.newContext({ viewport: { width, height }, bypassCSP: false, reducedMotion: "reduce" });
    const page = await context.newPage();
    const complaints = [];
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && !/status of (401|404|400)/.test(message.text()) && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("request", (request) => new URL(request.url()).origin === base || complaints.push(`third party: ${request.url()}`));
    try {
      await page.goto(base + path);
      await page.waitForSelector("h1");
      await page.waitForTimeout(300);
      await steps?.(page);
      await page.waitForTimeout(250);
    } catch (error) { complaints.push(String(error).slice(0, 400)); }
    if (kind !== "narrow") {
      await page.evaluate(await (await import("node:fs/promises")).readFile(axe, "utf8"));
      const { violations } = await page.evaluate(() => window.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
      for (const violation of violations) complaints.push(`${violation.id}: ${violation.nodes.map((node) => `${node.target} ${node.failureSummary.split("\n")[1] ?? ""}`).slice(0, 3).join(" | ")}`);
      await page.screenshot({ path: `${out}/${name}-${kind}.png`, fullPage: true });
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (wide > 0) complaints.push(`${wide} px too wide`);
    bad += complaints.length;
    console.log(complaints.length ? `✗ ${name} ${kind}\n   ${complaints.join("\n   ")}` : `✓ ${name} ${kind}`);
    await context.close();
  }
}
await browser.close();
process.exit(bad ? 1 : 0);
