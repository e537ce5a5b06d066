// SPDX-License-Identifier: EUPL-1.2
// Findings of the analysis, by what their id starts with.
import { useResource, type Resource } from "./resource";
import type { Analysis, Finding } from "./types";

export const useAnalysis = (study: string): Resource<Analysis> => useResource<Analysis>(`/studies/${study}/analysis`);

export const findingsOf = (analysis: Analysis | undefined, start: string): Finding[] =>
  (analysis?.findings ?? []).filter((one) => one.id === start || one.id.startsWith(`${start}.`));
