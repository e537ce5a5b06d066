// SPDX-License-Identifier: EUPL-1.2
// Two pages: the program itself and the respondent's page, which must stay small. Preact stands in for React.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { dropUnusedTokens } from "./vite/unused-tokens.mjs";

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const koepel = process.env.KOEPEL ?? "http://localhost:8080";

export default defineConfig({
  plugins: [dropUnusedTokens()],
  resolve: { alias: { react: "preact/compat", "react-dom": "preact/compat" } },
  esbuild: { jsx: "automatic", jsxImportSource: "preact" },
  build: {
    target: "es2021",
    assetsInlineLimit: 0, // a data: address would break the content security policy
    modulePreload: { polyfill: false },
    cssCodeSplit: true,
    rollupOptions: { input: { index: here("index.html"), answer: here("answer.html") } },
  },
  server: { proxy: { "/api": { target: koepel, headers: { origin: koepel } } } }, // the server takes writes from its own pages only
});
