// SPDX-License-Identifier: EUPL-1.2
// What would change if this were so. Asks while somebody still moves things: after a short rest, and never two at a time;
// an answer to an older question is thrown away.
import { useEffect, useState } from "react";
import { ApiError, post } from "../../api/client";
import type { Change, WhatIf } from "../../api/types";

const rest = 40; // milliseconds: enough to skip what is passed over, and not felt

export interface Asked { outcome: WhatIf | null; busy: boolean; error: ApiError | null }

/** Null or no changes: nothing is asked and nothing is different. */
export function useWhatIf(study: string, changes: Change[] | null): Asked {
  const [asked, setAsked] = useState<Asked>({ outcome: null, busy: false, error: null });
  const question = changes?.length ? JSON.stringify(changes) : "";
  useEffect(() => {
    if (!question) return setAsked({ outcome: null, busy: false, error: null });
    const stop = new AbortController();
    setAsked((old) => ({ ...old, busy: true, error: null }));
    const timer = window.setTimeout(() => {
      post<WhatIf>(`/studies/${study}/what-if`, { changes: JSON.parse(question) as Change[] }, { signal: stop.signal }).then(
        (outcome) => setAsked({ outcome, busy: false, error: null }),
        (error: unknown) => !stop.signal.aborted && setAsked((old) => ({ ...old, busy: false, error: error as ApiError })),
      );
    }, rest);
    return () => {
      window.clearTimeout(timer);
      stop.abort();
    };
  }, [study, question]);
  return asked;
}
