// SPDX-License-Identifier: EUPL-1.2
// How each municipality judges one task, from 1 to 5; what would change shows while one types.
import "./Rating.css";
import type { JSX } from "preact";
import { useMemo, useState } from "react";
import { usePartners } from "../../api/partners";
import { useResource } from "../../api/resource";
import type { Change, GrossTask, LogRecord, Method, Study } from "../../api/types";
import { Button } from "../../parts/Button";
import { Dialog } from "../../parts/Dialog";
import { Loaded } from "../../parts/Loaded";
import type { Saving } from "../../parts/useSaving";
import { text } from "../../texts/text";
import { RatingTable, type RatingRow } from "./RatingTable";
import { useWhatIf } from "./useWhatIf";
import { WhatIfView } from "./WhatIfView";

interface Props { study: Study; method: Method; task: GrossTask; store: Saving["store"]; close: () => void }
export type Typed = Record<string, string>;

/** Who judges tasks, in the order of the method. */
const judges = ["administrator", "official"];
const valid = (typed: string) => typed === "" || /^[1-5]$/.test(typed);

export function RatingDialog({ study, method, task, store, close }: Props): JSX.Element {
  const records = useResource<LogRecord[]>(`/studies/${study.id}/records?kind=task-rated`);
  const partners = usePartners(study.id);
  return (
    <Dialog title={text("rating.title", { task: task.name })} close={close} wide>
      <Loaded resource={records}>{(all) => <Loaded resource={partners}>{(who) => (
        <Judging study={study} method={method} task={task} store={store} close={close} rows={rowsOf(study, method, who, all.filter((record) => record.cells.task === task.task))} />
      )}</Loaded>}</Loaded>
    </Dialog>
  );
}

function rowsOf(study: Study, method: Method, partners: { id: string; name: string }[], records: LogRecord[]): RatingRow[] {
  const mayHere = (partner: string) => study.role === "facilitator" || !study.partner || study.partner === partner;
  return partners.flatMap((partner) => judges.map((role) => ({
    id: `${partner.id}.${role}`, partner: partner.id, name: partner.name, role,
    roleName: method.roles.find((one) => one.id === role)?.name ?? role,
    record: records.find(({ cells }) => cells.partner === partner.id && cells.role === role),
    readOnly: !mayHere(partner.id),
  })));
}

function Judging({ study, method, task, rows, store, close }: Props & { rows: RatingRow[] }): JSX.Element {
  const [typed, setTyped] = useState<Typed>({});
  const criteria = criteriaOf(method);
  const before = (key: string) => { const [partner, role, criterion] = key.split(" "); return rows.find((row) => row.id === `${partner}.${role}`)?.record?.cells[criterion ?? ""] ?? ""; };
  const changed = Object.entries(typed).filter(([key, value]) => value !== before(key));
  const wrong = changed.filter(([, value]) => !valid(value)).map(([key]) => key);
  const changes = useMemo(() => changesOf(task.task, rows, changed.filter(([, value]) => valid(value))), [JSON.stringify(changed)]);
  const asked = useWhatIf(study.id, changes);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (wrong.length || !changes.length) return;
    await store(changes, text("rating.stored", { task: task.name }));
    close();
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <p className="quiet">{text("rating.help")}</p>
      <RatingTable rows={rows} criteria={criteria} typed={typed} wrong={wrong} put={(key, value) => setTyped((old) => ({ ...old, [key]: value }))} />
      {wrong.length > 0 && <p role="alert" className="field__error">{text("rating.wrong")}</p>}
      {changes.length > 0 && <WhatIfView asked={asked} map />}
      <div className="row"><Button type="submit" look="primary">{text("rating.store")}</Button><Button look="subtle" onClick={close}>{text("dialog.cancel")}</Button></div>
    </form>
  );
}

/** What a rating judges: the columns from 1 to 5 of its table. */
const criteriaOf = (method: Method) =>
  (method.tables.find((table) => table.kind === "task-rated")?.columns ?? []).filter((column) => column.kind === "one_to_five").map(({ id, label }) => ({ id, name: label }));

function changesOf(task: string, rows: RatingRow[], changed: [string, string][]): Change[] {
  const byRow = new Map<string, Record<string, string>>();
  for (const [key, value] of changed) {
    const [partner, role, criterion = ""] = key.split(" ");
    const id = `${partner}.${role}`;
    byRow.set(id, { ...byRow.get(id), [criterion]: value });
  }
  return rows.flatMap((row) => {
    const cells = byRow.get(row.id);
    return cells ? [{ kind: "task-rated", cells: { ...row.record?.cells, partner: row.partner, task, role: row.role, ...cells }, expected: row.record?.sequence ?? 0 }] : [];
  });
}
