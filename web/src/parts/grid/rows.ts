// SPDX-License-Identifier: EUPL-1.2
// What the grid knows of its rows: the records as they stand, and over them what was typed and is not yet settled.
import type { Cells, Change, LogRecord, Problem, TableSpec } from "../../api/types";

export type DraftState = "typing" | "saving" | "saved" | "refused" | "conflict";

export interface Draft {
  cells: Cells; // only what differs from the record
  state: DraftState;
  problems: Problem[];
  theirs?: LogRecord | undefined;
  sequence?: number;
}
export type Drafts = Record<string, Draft>;

export interface Row { id: string; record: LogRecord | undefined; draft: Draft | undefined }

export const valueOf = (row: Row, column: string): string => row.draft?.cells[column] ?? row.record?.cells[column] ?? "";

export function rowsOf(records: LogRecord[], drafts: Drafts, added: string[]): Row[] {
  const known = records.map((record) => ({ id: record.key, record, draft: drafts[record.key] }));
  return [...known, ...added.map((id) => ({ id, record: undefined, draft: drafts[id] }))];
}

export function withCell(drafts: Drafts, row: Row, column: string, value: string): Drafts {
  const old = drafts[row.id];
  const cells = { ...old?.cells, [column]: value };
  if ((row.record?.cells[column] ?? "") === value) delete cells[column];
  const rest = { ...drafts };
  delete rest[row.id];
  if (Object.keys(cells).length === 0 && row.record) return rest;
  const problems = (old?.problems ?? []).filter((problem) => problem.column !== column);
  return { ...rest, [row.id]: { cells, state: "typing", problems, theirs: old?.theirs } };
}

/** A new row is sent once it says what it is about; until then it waits without complaint. */
export function complete(row: Row, spec: TableSpec, fixed: Cells): boolean {
  return spec.columns.every((column) => column.need !== "must" || valueOf(row, column.id) || fixed[column.id]);
}

export function changeOf(row: Row, spec: TableSpec, fixed: Cells): Change {
  const cells: Cells = { ...row.record?.cells, ...fixed, ...row.draft?.cells };
  return { kind: spec.kind, cells, expected: row.draft?.theirs?.sequence ?? row.record?.sequence ?? 0 };
}

/** Drafts that the server has on disk and that the records now show can go. */
export function settledGone(drafts: Drafts, newest: number): Drafts {
  const left = Object.entries(drafts).filter(([, draft]) => !(draft.state === "saved" && (draft.sequence ?? 0) <= newest));
  return left.length === Object.keys(drafts).length ? drafts : Object.fromEntries(left);
}

export const isUnsaved = (draft: Draft): boolean => draft.state !== "saved";
