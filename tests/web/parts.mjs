// SPDX-License-Identifier: EUPL-1.2
// What browser tests begin with: a real `koepel serve`, and Debian's Chromium.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

/** The server, running, and the link that it prints to log in once. */
export async function startKoepel(program, words) {
  const server = spawn(program, words);
  const loginLink = await new Promise((found, failed) => {
    let said = "";
    server.stdout.on("data", (text) => {
      said += text;
      const link = said.match(/http:\S+\/login#\S+/);
      if (link) found(link[0]);
    });
    server.stderr.on("data", (text) => (said += text));
    server.on("exit", (code) => failed(new Error(`the server ended (${code}): ${said}`)));
  });
  return { server, loginLink };
}

export function startChromium() {
  const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync);
  assert.ok(executablePath, "chromium is missing: run ./setup test");
  return chromium.launch({ executablePath, args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"] });
}
