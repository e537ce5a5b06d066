// SPDX-License-Identifier: EUPL-1.2
// A real OpenID Connect provider (oidc-provider) on this machine, whose people are whoever one says.
import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import { Provider } from "oidc-provider";

export const secret = "s:e/cret & 100% long enough for HS256 too";
export const algorithms = ["RS256", "PS256", "ES256", "HS256"];

const key = (kind, options, extra) => ({
  ...generateKeyPairSync(kind, options).privateKey.export({ format: "jwk" }),
  use: "sig",
  ...extra,
});
const keys = (name) => [
  key("rsa", { modulusLength: 2048 }, { kid: `${name}-rsa` }),
  key("ec", { namedCurve: "P-256" }, { kid: `${name}-ec`, alg: "ES256" }),
];

const configuration = (name, redirect) => ({
  jwks: { keys: keys(name) },
  clients: algorithms.map((algorithm) => ({
    client_id: `koepel-${algorithm}`,
    client_secret: secret,
    redirect_uris: [redirect],
    id_token_signed_response_alg: algorithm,
  })),
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
  enabledJWA: { idTokenSigningAlgValues: algorithms },
  pkce: { required: () => true, methods: ["S256"] },
  cookies: { keys: ["for this test"] },
  // "!" before an address: the provider did not verify it.
  findAccount: (_, sub) => ({
    accountId: sub,
    claims: async () => ({ sub, email: sub.replace("!", ""), email_verified: !sub.startsWith("!"), name: "Anna" }),
  }),
});

/** A provider on a free port of this machine; `renew` gives it other keys at the same address. */
export async function startProvider(redirect) {
  let handle;
  const server = createServer((request, response) => handle(request, response));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const renew = (name) => {
    handle = new Provider(issuer, configuration(name, redirect)).callback();
  };
  renew("first");
  return { issuer, renew, stop: () => server.close() };
}
