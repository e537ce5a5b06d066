// SPDX-License-Identifier: EUPL-1.2
// A block of cells as a spreadsheet program puts it on the clipboard: tabs between cells, quotes around what has a line end.

export function blockOf(pasted: string): string[][] {
  const rows: string[][] = [[]];
  const text = pasted.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/gy;
  for (let found = cell.exec(text); found; found = cell.exec(text)) {
    const [whole, quoted, bare, end] = found;
    rows[rows.length - 1]?.push((quoted?.replaceAll('""', '"') ?? bare ?? "").replaceAll("\n", " ").trim());
    if (end === "\n") rows.push([]);
    if (end === "" || whole === "") break;
  }
  return rows;
}

export const isBlock = (pasted: string): boolean => /[\t\n]/.test(pasted.replace(/\r?\n$/, ""));
