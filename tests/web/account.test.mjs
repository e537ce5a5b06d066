// SPDX-License-Identifier: EUPL-1.2
// Around an account and a study's term in a real Chromium: a link stands for the password and asks for the code of who has a
// second step; a study that is soon cleared says so.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, before, test } from "node:test";
import { desktop, Stage } from "./stage.mjs";

const stage = new Stage();
let manager, study;
before(async () => {
  await stage.open();
  manager = await stage.manager(desktop);
  study = await stage.kempen(manager);
});
after(() => stage.close());

/** RFC 6238: the code of a secret in base32, so many steps of half a minute from now. */
function codeOf(secret, later = 0) {
  const bits = [...secret].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later));
  const hash = createHmac("sha1", key).update(counter).digest();
  return String((hash.readUInt32BE(hash[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

test("a link asks for the code of who has a second step", { timeout: 120_000 }, async () => {
  const who = { name: "Cor Controller", email: "cor@example.nl", role: "controller" };
  const { page, complaints } = await stage.member(manager, study, who);
  const { body: begun } = await stage.call(page, "POST", "/account/second-factor");
  assert.equal((await stage.call(page, "POST", "/account/second-factor/_confirm", { secret: begun.secret, code: codeOf(begun.secret) })).status, 204);
  const { body: people } = await stage.call(manager.page, "GET", "/people");
  const person = people.find((one) => one.email === who.email);
  const { body: made } = await stage.call(manager.page, "POST", `/people/${person.id}/_link`);
  const other = await stage.visitor(desktop);
  await other.page.goto(made.link);
  await other.page.getByText("Uw link klopt.").waitFor();
  await stage.judgeAll(other.page, "link-with-code");
  await other.page.getByLabel("Code uit uw app").fill("000000");
  await other.page.getByRole("button", { name: "Inloggen" }).click();
  await other.page.getByText("Deze code klopt niet.").waitFor();
  await other.page.getByLabel("Code uit uw app").fill(codeOf(begun.secret, 1));
  await other.page.getByRole("button", { name: "Inloggen" }).click();
  await other.page.getByRole("link", { name: /Kempengemeenten/ }).first().waitFor();
  assert.deepEqual([...complaints, ...other.complaints], []);
});

test("a study that is soon cleared says so", { timeout: 60_000 }, async () => {
  const { page } = manager;
  const date = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
  assert.equal((await stage.call(page, "PUT", `/studies/${study}/retention`, { date })).status, 204);
  await page.goto(`${stage.site}/studies/${study}`);
  await page.getByText(/wordt deze studie opgeruimd/).waitFor();
  await stage.judgeAll(page, "home-soon-cleared");
});
