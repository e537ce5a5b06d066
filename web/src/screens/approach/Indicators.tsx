// SPDX-License-Identifier: EUPL-1.2
// What people must tell about the indicators. Those that follow from the poll or the figures need nobody; they can be
// set by hand all the same, and then the hand counts.
import type { JSX } from "preact";
import { useState } from "react";
import { useResource } from "../../api/resource";
import type { Indicator, LogRecord, Method } from "../../api/types";
import { Button } from "../../parts/Button";
import { Disclosure } from "../../parts/Disclosure";
import { ErrorSummary, type FieldError } from "../../parts/ErrorSummary";
import { Input, Select } from "../../parts/Field";
import { Loaded } from "../../parts/Loaded";
import { useSaving, type Saving } from "../../parts/useSaving";
import { number, text } from "../../texts/text";

interface Props { study: string; method: Method; known: string[]; readOnly: boolean }
type Values = Record<string, { value: string; note: string }>;

export function Indicators({ study, method, known, readOnly }: Props): JSX.Element {
  const records = useResource<LogRecord[]>(`/studies/${study}/records?kind=indicator-set`);
  const saving = useSaving(study);
  return (
    <section className="stack" aria-labelledby="indicators">
      <h2 id="indicators">{text("approach.indicators")}</h2>
      <p className="quiet">{text("approach.indicatorsHelp")}</p>
      <Loaded resource={records}>{(data) => <Form key={data.map((one) => one.sequence).join()} all={method.indicators} records={data} known={known} readOnly={readOnly} store={saving.store} />}</Loaded>
      {saving.note}
    </section>
  );
}

const wordsOf = (one: Indicator) => one.words.map((word) => ({ value: word.id, label: word.text }));

const started = (records: LogRecord[]): Values =>
  Object.fromEntries(records.map(({ cells }) => [cells.indicator ?? "", { value: cells.value ?? "", note: cells.note ?? "" }]));

/** A number as typed here or there, or NaN. */
const asNumber = (typed: string) => (/^-?\d+([.,]\d+)?$/.test(typed.trim()) ? Number(typed.trim().replace(",", ".")) : NaN);

function wrongOf(one: Indicator, value: string): string | undefined {
  if (!value.trim() || one.words.length) return undefined;
  const given = asNumber(value);
  const [low, high] = [one.low ?? -Infinity, one.high ?? Infinity];
  return given >= low && given <= high ? undefined : text("approach.outOfRange", { low: number(low), high: number(high) });
}

function Form({ all, records, known, readOnly, store }: { all: Indicator[]; records: LogRecord[]; known: string[]; readOnly: boolean; store: Saving["store"] }): JSX.Element {
  const [values, setValues] = useState<Values>(() => started(records));
  const [errors, setErrors] = useState<FieldError[]>([]);
  const recordOf = (id: string) => records.find((record) => record.cells.indicator === id);
  const put = (id: string, part: Partial<Values[string]>) => setValues((old) => ({ ...old, [id]: { value: "", note: "", ...old[id], ...part } }));
  const changed = all.filter(({ id }) => {
    const before = started(records)[id];
    return (values[id]?.value ?? "") !== (before?.value ?? "") || (values[id]?.note ?? "") !== (before?.note ?? "");
  });
  const submit = (event: Event) => {
    event.preventDefault();
    const wrong = changed.flatMap((one) => {
      const says = wrongOf(one, values[one.id]?.value ?? "");
      return says ? [{ field: `indicator-${one.id}`, says: `${one.name}: ${says}` }] : [];
    });
    setErrors(wrong);
    if (wrong.length || !changed.length) return;
    void store(changed.map(({ id }) => {
      const record = recordOf(id);
      const { value = "", note = "" } = values[id] ?? {};
      const cells = { ...record?.cells, indicator: id, value: value.trim(), note };
      return { kind: "indicator-set", cells, expected: record?.sequence ?? 0, ...(value.trim() || !record ? {} : { withdraw: true, key: record.key }) };
    }), text("approach.saved"));
  };
  const fields = (some: Indicator[]) => (
    <div className="indicator-list">
      {some.map((one) => <Entry key={one.id} one={one} value={values[one.id]} put={(part) => put(one.id, part)} known={known.includes(one.id)} error={errors.find((error) => error.field === `indicator-${one.id}`) && wrongOf(one, values[one.id]?.value ?? "")} readOnly={readOnly} />)}
    </div>
  );
  return (
    <form className="form" noValidate onSubmit={submit}>
      <ErrorSummary errors={errors} />
      {fields(all.filter((one) => one.asked))}
      <Disclosure title={text("approach.computed")}><p className="quiet">{text("approach.computedHelp")}</p>{fields(all.filter((one) => !one.asked))}</Disclosure>
      {!readOnly && <div className="row"><Button type="submit" look="primary">{text("approach.save")}</Button>{changed.length > 0 && <span className="quiet">{text("approach.unsaved")}</span>}</div>}
    </form>
  );
}

function Entry({ one, value, put, known, error, readOnly }: { one: Indicator; value: Values[string] | undefined; put: (part: Partial<Values[string]>) => void; known: boolean; error: string | undefined; readOnly: boolean }): JSX.Element {
  const id = `indicator-${one.id}`;
  const given = value?.value ?? "";
  const words = wordsOf(one);
  const word = words.find((choice) => choice.value === given)?.label ?? given;
  const helpOf = one.words.length || one.low === undefined ? one.question : `${one.question} ${text("approach.range", { low: number(one.low), high: number(one.high ?? 0) })}`;
  if (readOnly) return <div><h3>{one.name}</h3><p className="quiet small">{one.question}</p><p>{word || (known ? text("approach.known") : text("approach.unknown"))}</p></div>;
  return (
    <div className="stack stack--close">
      {one.words.length > 0
        ? <Select id={id} label={one.name} help={helpOf} value={given} onChange={(next) => put({ value: next })} choices={words} empty={text("approach.unknown")} />
        : <Input id={id} label={one.name} help={helpOf} inputMode="numeric" value={given} onChange={(next) => put({ value: next })} error={error} className="utrecht-textbox--short" />}
      {given && <Input id={`${id}-note`} label={text("approach.note", { name: one.name })} optional value={value?.note ?? ""} onChange={(note) => put({ note })} />}
    </div>
  );
}
