// SPDX-License-Identifier: EUPL-1.2
import { useState } from "react";
import type { ApiError } from "../api/client";

export interface Act {
  /** Does it, and gives its outcome; undefined when the server refuses. */
  act: <T>(work: () => Promise<T>) => Promise<{ outcome: T } | undefined>;
  busy: boolean;
  error: ApiError | null;
}

/** Something asked of the server by a button: busy meanwhile, and what went wrong. */
export function useAct(): Act {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const act = async <T>(work: () => Promise<T>) => {
    setBusy(true);
    setError(null);
    try {
      return { outcome: await work() };
    } catch (fault) {
      setError(fault as ApiError);
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { act, busy, error };
}
