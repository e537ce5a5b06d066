// SPDX-License-Identifier: EUPL-1.2
// The life of a row: typed, sent, saved or refused; and undo.
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { ApiError, newId, post } from "../../api/client";
import { save, type Outcome } from "../../api/queue";
import { refresh } from "../../api/resource";
import type { Cells, LogRecord, Problem, TableSpec } from "../../api/types";
import { text } from "../../texts/text";
import { faultText } from "../Loaded";
import { storedDrafts, storeDrafts } from "./draftStore";
import { changeOf, complete, rowsOf, settledGone, withCell, type Draft, type Drafts, type Row } from "./rows";

export interface Rows {
  rows: Row[];
  edit: (row: Row, column: string, value: string) => void;
  /** Puts a block in, from this row and column on; rows that are short are added. */
  paste: (row: Row, columns: string[], from: string, block: string[][]) => void;
  leave: (ids: string[]) => void;
  add: () => string;
  /** Takes a record back out of the study, or a row that was never saved off the screen. */
  withdraw: (row: Row) => void;
  takeTheirs: (row: Row) => void;
  keepMine: (row: Row) => void;
  undo: (() => void) | null;
  /** Why the last undo did not go. */
  notice: string;
}

export function useRows(study: string, spec: TableSpec, records: LogRecord[], fixed: Cells): Rows {
  const place = `${study}.${spec.kind}.${Object.values(fixed).join(".")}`;
  const [drafts, setDrafts] = useState<Drafts>(() => storedDrafts(place).drafts);
  const [added, setAdded] = useState<string[]>(() => storedDrafts(place).added);
  const [saved, setSaved] = useState<number[]>([]);
  const [notice, setNotice] = useState("");
  const rows = useMemo(() => rowsOf(records, drafts, added), [records, drafts, added]);
  const latest = useRef(rows);
  latest.current = rows;

  useEffect(() => storeDrafts(place, { drafts, added }), [place, drafts, added]);
  useEffect(() => {
    const newest = records.reduce((most, record) => Math.max(most, record.sequence), 0);
    setDrafts((old) => settledGone(old, newest));
  }, [records]);
  useEffect(() => setAdded((old) => old.filter((id) => drafts[id] !== undefined || !wasSaved.has(id))), [drafts]);

  const change = (ids: string[], how: (draft: Draft) => Draft) =>
    setDrafts((old) => ({ ...old, ...Object.fromEntries(ids.flatMap((id) => (old[id] ? [[id, how(old[id])]] : []))) }));

  const settle = useCallback((ids: string[], outcome: Outcome) => {
    if (outcome.kind === "saved") {
      ids.forEach((id) => wasSaved.add(id));
      change(ids, (draft) => (draft.state === "saving" ? { ...draft, state: "saved", sequence: outcome.sequence, problems: [], theirs: undefined } : draft));
      setSaved((old) => [...old, outcome.sequence]);
    } else if (outcome.kind === "conflict") {
      ids.forEach((id, i) => change([id], (draft) => ({ ...draft, state: "conflict", theirs: outcome.theirs[i] ?? outcome.theirs[0] })));
    } else {
      // One wrong cell must not hold up the good rows of a pasted block: those go again by themselves.
      const wrong = new Map<string, Problem[]>();
      for (const problem of outcome.error.problems) {
        const id = ids[(problem.line ?? 1) - 1] ?? ids[0];
        if (id) wrong.set(id, [...(wrong.get(id) ?? []), problem]);
      }
      const bad = wrong.size ? ids.filter((id) => wrong.has(id)) : ids;
      bad.forEach((id) => change([id], (draft) => ({ ...draft, state: "refused", problems: wrong.get(id) ?? [{ code: "refused", severity: "error", found: outcome.error.message }] })));
      const good = ids.filter((id) => !bad.includes(id));
      if (good.length) void send(good);
    }
  }, []);

  const send = useCallback(async (ids: string[]) => {
    const going = ids.map((id) => latest.current.find((row) => row.id === id)).filter((row): row is Row => !!row?.draft);
    if (!going.length) return;
    const names = going.map((row) => row.id);
    change(names, (draft) => ({ ...draft, state: "saving" }));
    settle(names, await save(study, going.map((row) => changeOf(row, spec, fixed))));
  }, [study, spec, fixed, settle]);

  const leave = useCallback((ids: string[]) => {
    // After a tick, so that the last keystroke is in.
    window.setTimeout(() => {
      const ready = latest.current.filter((row) => ids.includes(row.id) && row.draft?.state === "typing" && complete(row, spec, fixed));
      if (ready.length) void send(ready.map((row) => row.id));
    });
  }, [send, spec, fixed]);

  const edit = useCallback((row: Row, column: string, value: string) => setDrafts((old) => withCell(old, row, column, value)), []);

  const add = useCallback(() => {
    const id = `new-${newId()}`;
    setAdded((old) => [...old, id]);
    return id;
  }, []);

  const paste = useCallback((row: Row, columns: string[], from: string, block: string[][]) => {
    const start = latest.current.findIndex((one) => one.id === row.id);
    const short = Math.max(0, start + block.length - latest.current.length);
    const extra: Row[] = Array.from({ length: short }, () => ({ id: add(), record: undefined, draft: undefined }));
    const target = [...latest.current, ...extra].slice(start, start + block.length);
    setDrafts((old) => block.reduce((all, cells, i) => {
      const into = target[i];
      return into ? cells.reduce((inner, value, j) => {
        const column = columns[columns.indexOf(from) + j];
        return column ? withCell(inner, into, column, value) : inner;
      }, all) : all;
    }, old));
    leave(target.map((one) => one.id));
  }, [add, leave]);

  const withdraw = useCallback((row: Row) => {
    setAdded((old) => old.filter((id) => id !== row.id));
    setDrafts(({ [row.id]: _, ...rest }) => rest);
    if (row.record) void save(study, [{ kind: spec.kind, key: row.record.key, cells: row.record.cells, expected: row.record.sequence, withdraw: true }])
      .then((outcome) => outcome.kind === "saved" && setSaved((old) => [...old, outcome.sequence]));
  }, [study, spec]);

  const takeTheirs = (row: Row) => {
    setDrafts(({ [row.id]: _, ...rest }) => rest);
    refresh(`/studies/${study}`);
  };
  const keepMine = (row: Row) => void send([row.id]);

  const last = saved[saved.length - 1];
  const undo = last === undefined ? null : () => {
    setNotice("");
    post(`/studies/${study}/events/${last}/_undo`, { clientId: newId() }).then(
      () => setSaved((old) => old.slice(0, -1)),
      (error: ApiError) => {
        setNotice(error.status === 409 ? text("grid.undoLate") : faultText(error));
        if (!error.offline) setSaved((old) => old.slice(0, -1));
      },
    ).finally(() => refresh(`/studies/${study}`));
  };
  return { rows, edit, paste, leave, add, withdraw, takeTheirs, keepMine, undo, notice };
}

/** Rows added here that became records: they must not stay on screen twice. */
const wasSaved = new Set<string>();
