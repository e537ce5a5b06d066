// SPDX-License-Identifier: EUPL-1.2
// What a screen reads from the server. What was read before shows at once while the newest is on its way.
import { useCallback, useEffect, useState } from "react";
import { ApiError, get } from "./client";

interface Kept { data?: unknown; error?: ApiError; pending?: Promise<void> }

const kept = new Map<string, Kept>();
const watchers = new Map<string, Set<() => void>>();

const tell = (path: string) => watchers.get(path)?.forEach((watcher) => watcher());

function load(path: string): Promise<void> {
  const entry = kept.get(path) ?? {};
  kept.set(path, entry);
  entry.pending ??= get(path)
    .then((data) => void Object.assign(entry, { data, error: undefined }))
    .catch((error: unknown) => void (entry.error = asError(error)))
    .finally(() => {
      delete entry.pending;
      tell(path);
    });
  return entry.pending;
}

const asError = (error: unknown): ApiError =>
  error instanceof ApiError ? error : new ApiError(0, "unknown", String(error), [], []);

/** Reads again everything on screen whose path starts so, and forgets the rest: after a write, a change by someone else, or logging out. */
export function refresh(start: string): void {
  for (const path of [...kept.keys()]) {
    if (!path.startsWith(start)) continue;
    if (watchers.get(path)?.size) void load(path);
    else kept.delete(path);
  }
}

export const forgetAll = (): void => kept.clear();

export interface Resource<T> {
  data: T | undefined;
  error: ApiError | undefined;
  loading: boolean;
  reload: () => void;
}

/** Null as path reads nothing: for what depends on something not known yet. */
export function useResource<T>(path: string | null): Resource<T> {
  const [, redraw] = useState(0);
  useEffect(() => {
    if (path === null) return;
    const watcher = () => redraw((count) => count + 1);
    const set = watchers.get(path) ?? new Set();
    watchers.set(path, set.add(watcher));
    void load(path);
    return () => void set.delete(watcher);
  }, [path]);
  const reload = useCallback(() => void (path !== null && load(path)), [path]);
  const entry = path === null ? undefined : kept.get(path);
  return { data: entry?.data as T | undefined, error: entry?.error, loading: path !== null && !entry?.data && !entry?.error, reload };
}
