// SPDX-License-Identifier: EUPL-1.2
// What bodies decided or advised: college, council, works council, steering group.
import type { JSX } from "preact";
import { useState } from "react";
import type { ApiError } from "../../api/client";
import { usePartners } from "../../api/partners";
import { save } from "../../api/queue";
import { useResource } from "../../api/resource";
import type { LogRecord, Method, Study } from "../../api/types";
import { Button } from "../../parts/Button";
import { EmptyState } from "../../parts/EmptyState";
import { ErrorSummary, type FieldError } from "../../parts/ErrorSummary";
import { Input, Select, TextArea } from "../../parts/Field";
import { Fault, Loaded } from "../../parts/Loaded";
import { Table } from "../../parts/Table";
import { day, text } from "../../texts/text";

export function Decisions({ study }: { study: Study }): JSX.Element {
  const records = useResource<LogRecord[]>(`/studies/${study.id}/records?kind=decision-taken`);
  const method = useResource<Method>("/method");
  const partners = usePartners(study.id);
  return (
    <Loaded resource={method}>{(how) => <Loaded resource={partners}>{(all) => <Loaded resource={records}>{(list) => {
      const bodies = new Map(how.bodies.map((one) => [one.id, one.name]));
      const names = new Map(all.map((one) => [one.id, one.name]));
      return (
        <>
          {list.length === 0 ? <EmptyState title={text("decisions.none")} says={text("decisions.noneSays")} /> : (
            <Table
              caption={text("documents.decisions")} captionUnseen rows={[...list].reverse()} keyOf={(row) => row.key}
              columns={[
                { id: "date", title: text("decisions.date"), heads: true, show: (row) => row.cells.date ? day(row.cells.date) : "" },
                { id: "body", title: text("decisions.body"), show: (row) => bodies.get(row.cells.body ?? "") ?? row.cells.body },
                { id: "partner", title: text("decisions.partner"), show: (row) => row.cells.partner ? names.get(row.cells.partner) ?? row.cells.partner : text("decisions.all") },
                { id: "decision", title: text("decisions.decision"), show: (row) => row.cells.decision },
              ]}
            />
          )}
          {study.role === "facilitator" && !study.archived && <Form study={study.id} bodies={how.bodies} partners={all} />}
        </>
      );
    }}</Loaded>}</Loaded>}</Loaded>
  );
}

const today = () => new Date().toLocaleDateString("sv-SE"); // as year-month-day, in local time

function Form({ study, bodies, partners }: { study: string; bodies: { id: string; name: string }[]; partners: { id: string; name: string }[] }): JSX.Element {
  const [body, setBody] = useState(bodies[0]?.id ?? "");
  const [partner, setPartner] = useState("");
  const [date, setDate] = useState(today);
  const [decision, setDecision] = useState("");
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [fault, setFault] = useState<ApiError | null>(null);
  const submit = async (event: Event) => {
    event.preventDefault();
    const wrong = decision.trim() ? [] : [{ field: "decision", says: text("decisions.missing") }];
    setErrors(wrong);
    if (wrong.length) return;
    const outcome = await save(study, [{ kind: "decision-taken", cells: { date, body, partner, decision: decision.trim() } }]);
    setFault(outcome.kind === "refused" ? outcome.error : null);
    if (outcome.kind === "saved") setDecision("");
  };
  return (
    <form className="form" noValidate onSubmit={(event) => void submit(event)}>
      <h2>{text("decisions.record")}</h2>
      <ErrorSummary errors={errors} />
      {fault && <Fault error={fault} />}
      <Select id="body" label={text("decisions.body")} value={body} onChange={setBody} choices={bodies.map((one) => ({ value: one.id, label: one.name }))} />
      <Select id="of" label={text("decisions.partner")} value={partner} onChange={setPartner} empty={text("decisions.all")} choices={partners.map((one) => ({ value: one.id, label: one.name }))} />
      <Input id="date" type="date" label={text("decisions.date")} value={date} onChange={setDate} className="utrecht-textbox--short" />
      <TextArea id="decision" label={text("decisions.decision")} rows={3} value={decision} onChange={setDecision} error={errors[0]?.says} />
      <Button type="submit" look="primary">{text("decisions.store")}</Button>
    </form>
  );
}
