// SPDX-License-Identifier: EUPL-1.2
// The neutral theme sets some three thousand design tokens, of which these screens use a few hundred. This drops, from the
// built style sheets, every custom property that nothing reads. All --basis-* tokens that are read stay, so an
// organisation's own theme can still set them.

/** The declarations `--name: value` of a style sheet; a value may hold a quoted address with any sign in it. */
const declaration = /(--[A-Za-z0-9_-]+)\s*:((?:"[^"]*"|'[^']*'|[^;{}"'])*)(;|(?=\}))/g;
const reading = /var\(\s*(--[A-Za-z0-9_-]+)/g;

const readIn = (text) => [...text.matchAll(reading)].map((found) => found[1]);

/** Names that are read by a rule, or by the value of a name that is read. */
export function tokensInUse(sheets) {
  const valuesOf = new Map();
  const todo = [];
  for (const sheet of sheets) {
    for (const [, name, value] of sheet.matchAll(declaration)) valuesOf.set(name, `${valuesOf.get(name) ?? ""} ${value}`);
    todo.push(...readIn(sheet.replace(declaration, "")));
  }
  const used = new Set();
  while (todo.length > 0) {
    const name = todo.pop();
    if (used.has(name)) continue;
    used.add(name);
    todo.push(...readIn(valuesOf.get(name) ?? ""));
  }
  return used;
}

export const withoutUnused = (sheet, used) =>
  sheet.replace(declaration, (whole, name) => (used.has(name) ? whole : ""));

export function dropUnusedTokens() {
  return {
    name: "koepel-drop-unused-tokens",
    apply: "build",
    enforce: "post",
    generateBundle(_, bundle) {
      const sheets = Object.values(bundle).filter((file) => file.type === "asset" && file.fileName.endsWith(".css"));
      const used = tokensInUse(sheets.map((file) => String(file.source)));
      for (const file of sheets) file.source = withoutUnused(String(file.source), used);
    },
  };
}
