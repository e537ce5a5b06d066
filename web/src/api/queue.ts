// SPDX-License-Identifier: EUPL-1.2
// Writes that must not get lost. Each is put in the browser's store before it is sent, under an id made here, and goes
// again after a break or a closed window: the server counts a repeated id once. Local storage, because it is written
// before the function returns; a database would still be busy when the window closes.
import { useEffect, useState } from "react";
import { ApiError, newId, post } from "./client";
import { refresh } from "./resource";
import type { Change, LogRecord, Problem, Saved } from "./types";

export interface Waiting { clientId: string; study: string; changes: Change[]; made: number }
export type Outcome =
  | { kind: "saved"; sequence: number; problems: Problem[] }
  | { kind: "refused"; error: ApiError }
  | { kind: "conflict"; theirs: LogRecord[] };

const prefix = "koepel.write.";
const settled = new Map<string, (outcome: Outcome) => void>();
const watchers = new Set<() => void>();
let busy = false;
let retry = 0;
let pause = 1000;

const keyOf = (write: Waiting) => `${prefix}${write.study}.${String(write.made).padStart(15, "0")}.${write.clientId}`;

export function waiting(study?: string): Waiting[] {
  const start = study ? `${prefix}${study}.` : prefix;
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(start))
    .sort()
    .map((key) => JSON.parse(localStorage.getItem(key) ?? "null") as Waiting)
    .filter(Boolean);
}

const tell = () => watchers.forEach((watcher) => watcher());

/** Saves changes to a study; the promise settles when the server has them on disk or refuses them, however long that takes. */
export function save(study: string, changes: Change[]): Promise<Outcome> {
  const write: Waiting = { clientId: newId(), study, changes, made: Date.now() };
  localStorage.setItem(keyOf(write), JSON.stringify(write));
  tell();
  const outcome = new Promise<Outcome>((settle) => settled.set(write.clientId, settle));
  void sendAll();
  return outcome;
}

async function sendOne(write: Waiting): Promise<Outcome> {
  try {
    const saved = await post<Saved>(`/studies/${write.study}/events`, { clientId: write.clientId, changes: write.changes });
    return { kind: "saved", sequence: saved.sequence, problems: saved.problems ?? [] };
  } catch (fault) {
    const error = fault as ApiError;
    // No answer, too busy, or a session that ended: keep the write, it may pass later.
    if (!(error instanceof ApiError) || error.offline || error.status === 401 || error.status === 429) throw fault;
    // A study that was put away answers 409 too, but there is nobody to agree with.
    return error.theirs.length > 0 ? { kind: "conflict", theirs: error.theirs } : { kind: "refused", error };
  }
}

/** Sends what waits, oldest first, one at a time so that the order stays. */
export async function sendAll(): Promise<void> {
  if (busy) return;
  busy = true;
  window.clearTimeout(retry);
  try {
    for (let next = waiting()[0]; next; next = waiting()[0]) {
      const outcome = await sendOne(next);
      localStorage.removeItem(keyOf(next));
      settled.get(next.clientId)?.(outcome);
      settled.delete(next.clientId);
      pause = 1000;
      tell();
      if (outcome.kind === "saved" && !waiting(next.study).length) refresh(`/studies/${next.study}`);
    }
  } catch {
    retry = window.setTimeout(() => void sendAll(), pause);
    pause = Math.min(pause * 2, 30_000);
  } finally {
    busy = false;
    tell();
  }
}

addEventListener("online", () => void sendAll());

/** How many writes of a study still wait for the server. */
export function useWaiting(study: string): number {
  const [count, setCount] = useState(() => waiting(study).length);
  useEffect(() => {
    const update = () => setCount(waiting(study).length);
    update();
    watchers.add(update);
    return () => void watchers.delete(update);
  }, [study]);
  return count;
}
