// SPDX-License-Identifier: EUPL-1.2
// What would change if this were so.
import { useAsked, type Asked } from "../../api/useAsked";
import type { Change, WhatIf } from "../../api/types";

/** Null or no changes: nothing is asked and nothing is different. */
export const useWhatIf = (study: string, changes: Change[] | null): Asked<WhatIf> =>
  useAsked<WhatIf>(`/studies/${study}/what-if`, changes?.length ? { changes } : null);
