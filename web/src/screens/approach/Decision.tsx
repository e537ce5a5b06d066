// SPDX-License-Identifier: EUPL-1.2
// The steering group follows the advice or overrules it with a reason. What it decides is a decision in the log.
import type { JSX } from "preact";
import { useState } from "react";
import type { ApiError } from "../../api/client";
import { save } from "../../api/queue";
import { useResource } from "../../api/resource";
import type { ApproachAdvice, LogRecord } from "../../api/types";
import { Alert } from "../../parts/Alert";
import { Button } from "../../parts/Button";
import { RadioGroup } from "../../parts/Choices";
import { ErrorSummary, type FieldError } from "../../parts/ErrorSummary";
import { Input, TextArea } from "../../parts/Field";
import { Fault } from "../../parts/Loaded";
import { day, text } from "../../texts/text";

interface Props { study: string; advice: ApproachAdvice | undefined; mayDecide: boolean }
const approaches = ["design", "hybrid", "development"] as const;

export function Decision({ study, advice, mayDecide }: Props): JSX.Element {
  const records = useResource<LogRecord[]>(`/studies/${study}/records?kind=decision-taken`);
  const decided = (records.data ?? []).filter((record) => record.cells.subject === "approach").sort((a, b) => b.sequence - a.sequence);
  const [again, setAgain] = useState(false);
  const asks = mayDecide && records.data !== undefined && (decided.length === 0 || again);
  return (
    <section className="stack" aria-labelledby="decision">
      <h2 id="decision">{text("approach.decision")}</h2>
      {decided.length === 0 && <p>{text("approach.decidedNone")}</p>}
      {decided.length > 0 && <Decided study={study} decided={decided} mayUndo={mayDecide} />}
      {mayDecide && decided.length > 0 && !again && <div><Button onClick={() => setAgain(true)}>{text("approach.decideAgain")}</Button></div>}
      {asks && <Form study={study} advice={advice} done={() => setAgain(false)} />}
    </section>
  );
}

function Decided({ study, decided, mayUndo }: { study: string; decided: LogRecord[]; mayUndo: boolean }): JSX.Element {
  const withdraw = (record: LogRecord) => void save(study, [{ kind: record.kind, key: record.key, cells: record.cells, expected: record.sequence, withdraw: true }]);
  return (
    <ol className="decided" reversed>
      {decided.map((record) => (
        <li key={record.key}>
          <p>{record.cells.decision}</p>
          <p className="row small quiet">
            <span>{text("approach.decidedOn", { day: day(record.cells.date ?? record.time), who: record.actorName })}</span>
            {mayUndo && <button type="button" className="link-button no-print" onClick={() => withdraw(record)}>{text("approach.withdraw")}<span className="unseen">: {record.cells.decision}</span></button>}
          </p>
        </li>
      ))}
    </ol>
  );
}

const enough = 0.4;
const today = () => new Date().toLocaleDateString("sv-SE"); // as year-month-day, in local time

function Form({ study, advice, done }: { study: string; advice: ApproachAdvice | undefined; done: () => void }): JSX.Element {
  const advised = advice?.approach ?? "";
  const [chosen, setChosen] = useState((advice?.coverage ?? 0) >= enough ? advised : ""); // thin advice is not put in anybody's mouth
  const [reason, setReason] = useState("");
  const [date, setDate] = useState(today);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [fault, setFault] = useState<ApiError | null>(null);
  const departs = advised !== "" && chosen !== advised;
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.says;
  const submit = async (event: Event) => {
    event.preventDefault();
    const wrong = [
      ...(chosen ? [] : [{ field: "approach", says: text("approach.chooseMissing") }]),
      ...(departs && !reason.trim() ? [{ field: "reason", says: text("approach.reasonMissing") }] : []),
      ...(/^\d{4}-\d\d-\d\d$/.test(date) ? [] : [{ field: "date", says: text("approach.dateMissing") }]),
    ];
    setErrors(wrong);
    setFault(null);
    if (wrong.length) return;
    const outcome = await save(study, [{ kind: "decision-taken", cells: { date, body: "steering_group", subject: "approach", decision: sentence(chosen, departs, reason) } }]);
    if (outcome.kind === "refused") setFault(outcome.error);
    else done();
  };
  return (
    <form className="form" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary errors={errors} />
      {fault && <Fault error={fault} />}
      <RadioGroup
        id="approach" label={text("approach.choose")} value={chosen} onChange={setChosen} error={errorOf("approach")}
        choices={approaches.map((value) => ({ value, label: `${text(`approach.${value}`)}${value === advised ? ` (${text("approach.asAdvised")})` : ""}`, help: text(`approach.${value}Help`) }))}
      />
      {departs && <Alert tone="info"><p>{text("approach.departs")}</p></Alert>}
      <TextArea id="reason" label={text("approach.reason")} rows={3} optional={!departs} value={reason} onChange={setReason} error={errorOf("reason")} />
      <Input id="date" type="date" label={text("approach.date")} value={date} onChange={setDate} error={errorOf("date")} className="utrecht-textbox--short" />
      <Button type="submit" look="primary">{text("approach.decide")}</Button>
    </form>
  );
}

function sentence(chosen: string, departs: boolean, reason: string): string {
  const name = text(`approach.${chosen}` as "approach.design");
  const said = text(departs ? "approach.sentenceDeparts" : "approach.sentence", { name });
  return reason.trim() ? `${said} ${text("approach.sentenceReason", { reason: reason.trim() })}` : said;
}
