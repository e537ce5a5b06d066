// SPDX-License-Identifier: EUPL-1.2
// A TypeScript file of ours as a module, so that Node's own test runner can try it.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export async function load(name) {
  const entry = fileURLToPath(new URL(`../${name}`, import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: "esm", write: false, platform: "node", alias: { react: "preact/compat" }, jsx: "automatic", jsxImportSource: "preact", loader: { ".css": "empty" } });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`);
}
