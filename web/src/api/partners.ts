// SPDX-License-Identifier: EUPL-1.2
// The municipalities of a study by code and name. The name is that of the record, or else that of Statistics Netherlands.
import { useMemo } from "react";
import { useResource, type Resource } from "./resource";
import type { LogRecord, Municipality } from "./types";

export interface Partner { id: string; name: string }

export function usePartners(study: string): Resource<Partner[]> {
  const records = useResource<LogRecord[]>(`/studies/${study}/records?kind=partner-joined`);
  const all = useResource<Municipality[]>("/municipalities");
  const data = useMemo(() => {
    if (!records.data || !all.data) return undefined;
    const known = new Map(all.data.map((one) => [one.id, one.name]));
    return records.data.map(({ cells }) => {
      const id = cells.municipality ?? "";
      return { id, name: cells.name || known.get(id) || id };
    });
  }, [records.data, all.data]);
  return { data, error: records.error ?? all.error, loading: records.loading || all.loading, reload: () => { records.reload(); all.reload(); } };
}

/** The name of a municipality that stands somewhere as a code; anything else stays what it is. */
export function useMunicipalityNames(): (id: string) => string {
  const all = useResource<Municipality[]>("/municipalities");
  return useMemo(() => {
    const known = new Map(all.data?.map((one) => [one.id, one.name]));
    return (id: string) => known.get(id) ?? id;
  }, [all.data]);
}
