// SPDX-License-Identifier: EUPL-1.2
// What the server makes of something that is not stored. Asks while somebody still moves things: after a short rest, and
// never two at a time; an answer to an older question is thrown away.
import { useEffect, useState } from "react";
import { ApiError, post } from "./client";

const rest = 40; // milliseconds: enough to skip what is passed over, and not felt

export interface Asked<T> { outcome: T | null; busy: boolean; error: ApiError | null }

const silence = { outcome: null, busy: false, error: null };

/** Null as body: nothing is asked. The last answer stays on screen while a new one is on its way. */
export function useAsked<T>(path: string, body: unknown): Asked<T> {
  const [asked, setAsked] = useState<Asked<T>>(silence);
  const question = body === null ? "" : JSON.stringify(body);
  useEffect(() => {
    if (!question) return setAsked(silence);
    const stop = new AbortController();
    setAsked((old) => ({ ...old, busy: true, error: null }));
    const timer = window.setTimeout(() => {
      post<T>(path, JSON.parse(question), { signal: stop.signal }).then(
        (outcome) => setAsked({ outcome, busy: false, error: null }),
        (error: unknown) => !stop.signal.aborted && setAsked((old) => ({ ...old, busy: false, error: error as ApiError })),
      );
    }, rest);
    return () => {
      window.clearTimeout(timer);
      stop.abort();
    };
  }, [path, question]);
  return asked;
}
