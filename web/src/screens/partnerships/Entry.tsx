// SPDX-License-Identifier: EUPL-1.2
// Entering partnerships or third parties as in a spreadsheet, with names instead of codes.
import type { JSX } from "preact";
import { useMemo } from "react";
import { usePartners } from "../../api/partners";
import { useResource } from "../../api/resource";
import type { LogRecord, Method, Study } from "../../api/types";
import { RecordGrid } from "../../parts/grid/RecordGrid";
import { Loaded } from "../../parts/Loaded";

interface Props { study: Study; method: Method; kind: "arrangement-mapped" | "third-party-named"; help: string }

export function Entry({ study, method, kind, help }: Props): JSX.Element | null {
  const records = useResource<LogRecord[]>(`/studies/${study.id}/records?kind=${kind}`);
  const partners = usePartners(study.id);
  const spec = method.tables.find((table) => table.kind === kind);
  const names = useMemo(() => {
    const called = (list: { id: string; name: string }[]) => new Map(list.map((one) => [one.id, one.name]));
    const who = called(partners.data ?? []);
    return { tasks: called(method.tasks), form: called(method.forms), members: who, partners: who, host: who };
  }, [method, partners.data]);
  if (!spec) return null;
  const mayEnter = !study.archived && ["facilitator", "official", "controller"].includes(study.role);
  return (
    <div className="stack">
      <p>{help}</p>
      <Loaded resource={records}>{(data) => <RecordGrid study={study.id} spec={spec} records={data} names={names} hidden={["id"]} readOnly={!mayEnter} />}</Loaded>
    </div>
  );
}
