// SPDX-License-Identifier: EUPL-1.2
// Title, question and occasion: they stand on every document. The other language keeps its own words where it has them.
import type { JSX } from "preact";
import { useState } from "react";
import type { Cells, LogRecord } from "../../api/types";
import { Button } from "../../parts/Button";
import { ErrorSummary, type FieldError } from "../../parts/ErrorSummary";
import { Input, TextArea } from "../../parts/Field";
import type { Saving } from "../../parts/useSaving";
import { language, text } from "../../texts/text";

type Both = { nl?: string; en?: string };
const parts = ["title", "question", "occasion"] as const;
type Part = (typeof parts)[number];

/** The head is the one record whose texts stand in two languages. */
const bothOf = (record: LogRecord, part: Part): Both => (record.cells as unknown as Record<string, Both>)[part] ?? {};

function inBoth(old: Both, mine: string): Both {
  const here = language();
  const there = here === "nl" ? "en" : "nl";
  const same = !old[there] || old[there] === old[here];
  return { [here]: mine, [there]: same ? mine : old[there] };
}

export function About({ record, readOnly, saving }: { record: LogRecord; readOnly: boolean; saving: Saving }): JSX.Element {
  const [values, setValues] = useState(() => Object.fromEntries(parts.map((part) => [part, bothOf(record, part)[language()] ?? ""])) as Record<Part, string>);
  const [errors, setErrors] = useState<FieldError[]>([]);
  if (readOnly) return <dl className="facts">{parts.map((part) => <div key={part}><dt>{text(`settings.${part}`)}</dt><dd>{values[part] || "–"}</dd></div>)}</dl>;
  const put = (part: Part) => (value: string) => setValues((old) => ({ ...old, [part]: value }));
  const submit = (event: Event) => {
    event.preventDefault();
    const wrong = values.title.trim() ? [] : [{ field: "title", says: text("new.nameMissing") }];
    setErrors(wrong);
    if (wrong.length) return;
    const changed = Object.fromEntries(parts.map((part) => [part, inBoth(bothOf(record, part), values[part].trim())]));
    void saving.store([{ kind: "study-opened", cells: { ...record.cells, ...changed } as unknown as Cells, expected: record.sequence }], text("settings.stored"));
  };
  return (
    <form className="form" noValidate onSubmit={submit}>
      <ErrorSummary errors={errors} />
      <Input id="title" label={text("settings.title")} help={text("new.nameHelp")} value={values.title} onChange={put("title")} error={errors[0]?.says} />
      <TextArea id="question" label={text("settings.question")} help={text("new.questionHelp")} rows={3} value={values.question} onChange={put("question")} />
      <TextArea id="occasion" label={text("settings.occasion")} help={text("settings.occasionHelp")} rows={3} optional value={values.occasion} onChange={put("occasion")} />
      {saving.note}
      <Button type="submit" look="primary">{text("settings.store")}</Button>
    </form>
  );
}
