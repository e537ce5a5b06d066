// SPDX-License-Identifier: EUPL-1.2
// The questions of the tree, with what each municipality answered beside one's own answer. Every answer is stored at once.
import type { JSX } from "preact";
import { useState } from "react";
import type { ApiError } from "../../api/client";
import { save } from "../../api/queue";
import { useResource } from "../../api/resource";
import type { AskedQuestion, LogRecord, Study, TreeView } from "../../api/types";
import { CheckGroup, RadioGroup } from "../../parts/Choices";
import { Disclosure } from "../../parts/Disclosure";
import { Select } from "../../parts/Field";
import { Fault } from "../../parts/Loaded";
import { Progress } from "../../parts/Progress";
import { text } from "../../texts/text";
import { mayJudge } from "./Purpose";

interface Props { study: Study; tree: TreeView; partners: { id: string; name: string }[] }

/** The walk that is one's own: the record of this subject and municipality without a respondent. */
const isOwn = (record: LogRecord, subject: string, partner: string) =>
  record.cells.subject === subject && (record.cells.partner ?? "") === partner && !record.cells.respondent;

export function Questions({ study, tree, partners }: Props): JSX.Element {
  const [partner, setPartner] = useState(study.partner ?? "");
  const [fault, setFault] = useState<ApiError | null>(null);
  const records = useResource<LogRecord[]>(`/studies/${study.id}/records?kind=tree-walked`);
  const mine = (records.data ?? []).find((record) => isOwn(record, tree.subject, partner));
  const answered = tree.questions.filter((one) => mine?.cells[one.id]).length;
  const store = async (question: string, chosen: string[]) => {
    const cells = { ...(mine?.cells ?? { subject: tree.subject, partner }), [question]: chosen.join("|") };
    const outcome = await save(study.id, [{ kind: "tree-walked", cells, ...(mine ? { expected: mine.sequence } : {}) }]);
    setFault(outcome.kind === "refused" ? outcome.error : null);
  };
  const may = mayJudge(study);
  return (
    <>
      {may && !study.partner && <Select id="voice" label={text("tree.voice")} value={partner} onChange={setPartner} empty={text("tree.everybody")} choices={partners.map((one) => ({ value: one.id, label: one.name }))} />}
      {may && <Progress label={text("tree.progress", { n: answered, of: tree.questions.length })} done={answered} all={tree.questions.length} />}
      {fault && <Fault error={fault} />}
      {groups(tree.questions).map(([criterion, questions]) => (
        <section key={criterion} className="stack" aria-label={criterion}>
          <h3>{criterion}</h3>
          {questions.map((question) => <One key={question.id} question={question} chosen={(mine?.cells[question.id] ?? "").split("|").filter(Boolean)} may={may} store={(chosen) => void store(question.id, chosen)} />)}
        </section>
      ))}
    </>
  );
}

function groups(questions: AskedQuestion[]): [string, AskedQuestion[]][] {
  const all = new Map<string, AskedQuestion[]>();
  for (const question of questions) {
    const name = question.criterionName ?? "";
    all.set(name, [...(all.get(name) ?? []), question]);
  }
  return [...all];
}

function One({ question, chosen, may, store }: { question: AskedQuestion; chosen: string[]; may: boolean; store: (chosen: string[]) => void }): JSX.Element {
  const choices = question.answers.map((one) => ({ value: one.id, label: one.text, help: one.reason || undefined }));
  return (
    <div className="question">
      {may ? (question.several
        ? <CheckGroup id={`q-${question.id}`} label={question.text} help={question.help} value={chosen} onChange={store} choices={choices} />
        : <RadioGroup id={`q-${question.id}`} label={question.text} help={question.help} value={chosen[0] ?? ""} onChange={(value) => store([value])} choices={choices} />)
        : <><h4>{question.text}</h4><p className="quiet">{question.help}</p></>}
      {question.given.length > 0 && <Given question={question} open={!may} />}
    </div>
  );
}

function Given({ question, open }: { question: AskedQuestion; open: boolean }): JSX.Element {
  const texts = new Map(question.answers.map((one) => [one.id, one.text]));
  const counts = new Map<string, number>();
  for (const { partnerName, answers } of question.given) {
    const line = `${partnerName || text("tree.everybody")}\n${answers.map((id) => texts.get(id) ?? id).join("; ")}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return (
    <Disclosure title={text("tree.given", { n: question.given.length })} open={open}>
      <ul className="question__given">
        {[...counts].map(([line, count]) => {
          const [who, what] = line.split("\n");
          return <li key={line}><strong>{who}</strong>{count > 1 ? ` (${count}×)` : ""}: {what}</li>;
        })}
      </ul>
    </Disclosure>
  );
}
