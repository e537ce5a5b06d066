// SPDX-License-Identifier: EUPL-1.2
// For working on the screens without the real server: the built pages with the real security headers, and canned answers in
// the shape of the contract. Nothing is kept but in memory. `npm run build && npm run mock`, then http://localhost:8090.
// With KOEPEL=http://localhost:8080 the answers come from a real server, so that screens can change without building it.
import { createServer, request as ask } from "node:http";
import { createReadStream, existsSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { answers } from "./answers.mjs";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const port = Number(process.env.PORT ?? 8090);
const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };
export const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; frame-src 'none'";

function page(name, response) {
  response.writeHead(200, { "Content-Type": types[path.extname(name)] ?? "application/octet-stream", "Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer" });
  createReadStream(name).pipe(response);
}

async function bodyOf(request) {
  let text = "";
  for await (const part of request) text += part;
  return text ? JSON.parse(text) : undefined;
}

async function api(request, url, response) {
  if (url.pathname.endsWith("/stream")) return void response.writeHead(200, { "Content-Type": "text/event-stream" }).write(": here\n\n");
  const { status = 200, body } = answers(request.method, url, await bodyOf(request), request.headers);
  response.writeHead(status, { "Content-Type": status < 400 ? "application/json" : "application/problem+json", "API-Version": "1.0.0" });
  response.end(body === undefined ? "" : JSON.stringify(body));
}

function forward(request, response) {
  const onward = ask(new URL(request.url, process.env.KOEPEL), { method: request.method, headers: { ...request.headers, host: new URL(process.env.KOEPEL).host, ...(request.headers.origin ? { origin: process.env.KOEPEL } : {}) } }, (answer) => {
    response.writeHead(answer.statusCode, answer.headers);
    answer.pipe(response);
  });
  onward.on("error", () => response.writeHead(502).end());
  response.on("close", () => onward.destroy());
  request.pipe(onward);
}

createServer((request, response) => {
  const url = new URL(request.url, "http://localhost");
  if (process.env.KOEPEL && url.pathname.startsWith("/api/v1/")) return forward(request, response);
  if (url.pathname.startsWith("/api/v1/")) return void api(request, url, response).catch((fault) => { console.error(fault); response.writeHead(500).end(); });
  const wanted = path.join(dist, path.normalize(url.pathname));
  if (existsSync(wanted) && statSync(wanted).isFile()) return page(wanted, response);
  page(path.join(dist, url.pathname.startsWith("/answer") ? "answer.html" : "index.html"), response);
}).listen(port, "127.0.0.1", () => console.log(`http://localhost:${port}`));
