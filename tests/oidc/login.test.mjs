// SPDX-License-Identifier: EUPL-1.2
// Logs in at a real OpenID Connect provider (oidc-provider) on this machine: its login and consent pages are filled in over
// HTTP, as a browser does. LOGIN is the program of login.cpp.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { after, before, describe, test } from "node:test";
import { algorithms, secret, startProvider } from "./provider.mjs";

const redirect = "https://koepel.example.nl/login/return";
/** Our side: one order in, one answer out. */
function startOurs(issuer, client, theSecret = secret) {
  const program = spawn(process.env.LOGIN, [issuer, client, theSecret, redirect], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: program.stdout })[Symbol.asyncIterator]();
  const order = async (what) => {
    program.stdin.write(`${JSON.stringify(what)}\n`);
    return JSON.parse((await lines.next()).value);
  };
  return { order, stop: () => program.stdin.end() };
}

/** Debian's Node.js 18 has no getSetCookie, and joins them with commas, which dates hold too. */
const cookiesOf = (response) => (response.headers.get("set-cookie") ?? "").split(/,\s*(?=[^;,=\s]+=)/).filter(Boolean);

/** A browser of some lines: cookies, redirects, and forms filled in. */
function startBrowser() {
  const jar = new Map();
  const visit = async (url, form) => {
    const response = await fetch(url, {
      method: form ? "POST" : "GET",
      body: form,
      redirect: "manual",
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") },
    });
    for (const cookie of cookiesOf(response)) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
      jar.set(name, value);
    }
    const next = response.headers.get("location");
    if (!next) return { url, page: await response.text() };
    const to = new URL(next, url).href;
    return to.startsWith(redirect) ? { url: to } : visit(to);
  };
  return visit;
}

const filled = (page, who) => {
  const form = new URLSearchParams();
  for (const [, input] of page.matchAll(/<input([^>]*)>/g)) {
    const part = (name) => new RegExp(`${name}="([^"]*)"`).exec(input)?.[1] ?? "";
    if (part("name") === "login") form.set("login", who);
    else if (part("name") === "password") form.set("password", "any");
    else if (part("name")) form.set(part("name"), part("value"));
  }
  return form;
};

/** From our address through the provider's pages back to us: the parameters with which the browser comes back. */
async function goThrough(start, who, { cancel = false } = {}) {
  const visit = startBrowser();
  let at = await visit(start.url);
  for (let pages = 0; at.page; ++pages) {
    assert.ok(pages < 4, `no way through: ${at.page.slice(0, 300)}`);
    assert.match(at.page, /<form/);
    const action = /<form[^>]*action="([^"]*)"/.exec(at.page)[1];
    const abort = /href="([^"]*\/abort)"/.exec(at.page)?.[1];
    at = cancel ? await visit(new URL(abort, at.url).href) : await visit(new URL(action, at.url).href, filled(at.page, who));
  }
  return Object.fromEntries(new URL(at.url).searchParams);
}

const anna = "anna@example.nl";

describe("at a real provider", () => {
  let provider;
  const running = [];
  const ours = (client, theSecret) => {
    const started = startOurs(provider.issuer, client, theSecret);
    running.push(started);
    return started;
  };
  const begin = (us, more = {}) => us.order({ do: "begin", ...more });
  const finish = (us, start, back, more = {}) => us.order({ do: "finish", browser: start.browser, ...back, ...more });
  const logIn = async (us, who, more) => {
    const start = await begin(us, more);
    return finish(us, start, await goThrough(start, who), more);
  };

  before(async () => {
    provider = await startProvider(redirect);
  });
  after(() => {
    for (const one of running) one.stop();
    provider.stop();
  });

  for (const algorithm of ["RS256", "PS256", "ES256"])
    test(`somebody invited logs in, the token signed with ${algorithm}`, async () => {
      const us = ours(`koepel-${algorithm}`);
      const { person } = await us.order({ do: "invite", email: anna });
      assert.deepEqual(await logIn(us, anna), { email: anna, line: `${person} oidc` });
      assert.deepEqual((await logIn(us, anna)).email, anna);
    });

  test("a token signed with a shared secret is refused", async () => {
    const us = ours("koepel-HS256");
    await us.order({ do: "invite", email: anna });
    assert.equal((await logIn(us, anna)).line, "oidc wrong-algorithm");
  });

  test("somebody not invited, and somebody whose address was not verified, stay out", async () => {
    const us = ours("koepel-RS256");
    await us.order({ do: "invite", email: anna });
    assert.equal((await logIn(us, "mallory@example.nl")).line, "oidc not-invited");
    assert.equal((await logIn(us, `!${anna}`)).line, "oidc not-invited");
  });

  test("the same address is not taken twice", async () => {
    const us = ours("koepel-RS256");
    await us.order({ do: "invite", email: anna });
    const start = await begin(us);
    const back = await goThrough(start, anna);
    assert.equal((await finish(us, start, back)).email, anna);
    assert.equal((await finish(us, start, back)).line, "oidc unknown-state");
  });

  test("a code is worth nothing behind another login", async () => {
    const us = ours("koepel-RS256");
    await us.order({ do: "invite", email: anna });
    const [first, second, third] = [await begin(us), await begin(us), await begin(us)];
    const back = await goThrough(first, anna);
    const state = (start) => new URL(start.url).searchParams.get("state");
    // Stolen before it was used: put behind the thief's own login, whose verifier does not fit it.
    assert.equal((await finish(us, second, { ...back, state: state(second) })).line, "oidc code-refused");
    assert.equal((await finish(us, first, back)).email, anna);
    // And after it was used.
    assert.equal((await finish(us, third, { ...back, state: state(third) })).line, "oidc code-refused");
    const last = await begin(us);
    assert.equal((await finish(us, last, { ...back, code: "made-up", state: state(last) })).line, "oidc code-refused");
  });

  test("another state, another browser and another issuer are refused", async () => {
    const us = ours("koepel-RS256");
    await us.order({ do: "invite", email: anna });
    let start = await begin(us);
    const back = await goThrough(start, anna);
    assert.equal((await finish(us, start, { ...back, state: "another" })).line, "oidc unknown-state");
    assert.equal((await finish(us, start, back, { browser: "another" })).line, "oidc another-browser");
    start = await begin(us);
    const again = await goThrough(start, anna);
    assert.equal((await finish(us, start, { ...again, iss: "https://evil.example" })).line, "oidc wrong-issuer");
    start = await begin(us);
    const { iss, ...without } = await goThrough(start, anna);
    assert.equal(iss, provider.issuer);
    assert.equal((await finish(us, start, without)).line, "oidc wrong-issuer");
  });

  test("cancelling over there is no login", async () => {
    const us = ours("koepel-RS256");
    const start = await begin(us);
    const back = await goThrough(start, anna, { cancel: true });
    assert.equal(back.error, "access_denied");
    assert.equal((await finish(us, start, back)).line, "oidc refused-there");
  });

  test("a wrong secret of ours gives nothing", async () => {
    const us = ours("koepel-RS256", "wrong");
    assert.equal((await logIn(us, anna)).line, "oidc no-answer");
  });

  test("the clock ahead of the provider's: the token is over", async () => {
    const us = ours("koepel-RS256");
    await us.order({ do: "invite", email: anna });
    const start = await begin(us, { later_s: 7200 });
    const back = await goThrough(start, anna);
    assert.equal((await finish(us, start, back, { later_s: 7200 })).line, "oidc expired");
  });

  test("new keys of the provider are found without a restart", async () => {
    const us = ours("koepel-RS256");
    await us.order({ do: "invite", email: anna });
    assert.equal((await logIn(us, anna)).email, anna);
    provider.renew("second");
    assert.equal((await logIn(us, anna)).line, "oidc unknown-key");
    assert.equal((await logIn(us, anna, { later_s: 31 })).email, anna);
  });

  test("a provider that is not there is not waited for", async () => {
    const us = startOurs("http://127.0.0.1:1", "koepel-RS256");
    running.push(us);
    assert.ok((await begin(us)).fault > 0);
  });
});
