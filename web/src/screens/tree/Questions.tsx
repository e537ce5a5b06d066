// SPDX-License-Identifier: EUPL-1.2
// The questions of the tree, with what each municipality answered beside one's own answer. Every answer is stored at once.
import type { JSX } from "preact";
import { useState } from "react";
import type { ApiError } from "../../api/client";
import { save } from "../../api/queue";
import { useResource } from "../../api/resource";
import type { AskedQuestion, LogRecord, Study, TreeView } from "../../api/types";
import { CheckGroup, RadioGroup } from "../../parts/Choices";
import { Alert } from "../../parts/Alert";
import { Button } from "../../parts/Button";
import { Disclosure } from "../../parts/Disclosure";
import { Select } from "../../parts/Field";
import { Fault } from "../../parts/Loaded";
import { Progress } from "../../parts/Progress";
import { number, text } from "../../texts/text";
import { mayJudge } from "./Purpose";

interface Props { study: Study; tree: TreeView; partners: { id: string; name: string }[] }

/** The walk that is one's own: the record of this subject and municipality without a respondent. */
const isOwn = (record: LogRecord, subject: string, partner: string) =>
  record.cells.subject === subject && (record.cells.partner ?? "") === partner && !record.cells.respondent;

export function Questions({ study, tree, partners }: Props): JSX.Element {
  const [partner, setPartner] = useState(study.partner ?? "");
  const [fault, setFault] = useState<ApiError | null>(null);
  const [overtaken, setOvertaken] = useState(false);
  const records = useResource<LogRecord[]>(`/studies/${study.id}/records?kind=tree-walked`);
  const mine = (records.data ?? []).find((record) => isOwn(record, tree.subject, partner));
  const answered = tree.questions.filter((one) => mine?.cells[one.id]).length;
  const store = async (question: string, chosen: string[]) => {
    const cells = { ...(mine?.cells ?? { subject: tree.subject, partner }), [question]: chosen.join("|") };
    const outcome = await save(study.id, [{ kind: "tree-walked", cells, ...(mine ? { expected: mine.sequence } : {}) }]);
    setFault(outcome.kind === "refused" ? outcome.error : null);
    setOvertaken(outcome.kind === "conflict");
    if (outcome.kind === "conflict") records.reload();
  };
  const show = (question: AskedQuestion) => (
    <One key={question.id} question={question} chosen={(mine?.cells[question.id] ?? "").split("|").filter(Boolean)} may={may} store={(chosen) => void store(question.id, chosen)} />
  );
  const may = mayJudge(study);
  return (
    <>
      {may && !study.partner && <Select id="voice" label={text("tree.voice")} value={partner} onChange={setPartner} empty={text("tree.everybody")} choices={partners.map((one) => ({ value: one.id, label: one.name }))} />}
      {may && <Progress label={text("tree.progress", { n: answered, of: tree.questions.length })} done={answered} all={tree.questions.length} />}
      {fault && <Fault error={fault} />}
      {overtaken && <Alert tone="warning" live><p>{text("tree.overtaken")}</p></Alert>}
      <Steps tree={tree} show={show} />
    </>
  );
}

/** One question at a time, which is what fits a phone and a conversation; or all of them, to look back. */
function Steps({ tree, show }: { tree: TreeView; show: (question: AskedQuestion) => JSX.Element }): JSX.Element {
  const [all, setAll] = useState(false);
  const [at, setAt] = useState(0);
  const question = tree.questions[at];
  return (
    <>
      <p><button type="button" className="link-button" onClick={() => setAll(!all)}>{text(all ? "tree.oneByOne" : "tree.allQuestions")}</button></p>
      {all || !question
        ? groups(tree.questions).map(([criterion, questions]) => <section key={criterion} className="stack" aria-label={criterion}><h3>{criterion}</h3>{questions.map(show)}</section>)
        : (
          <>
            <h3 aria-live="polite">{question.criterionName} <span className="quiet small">{text("tree.step", { n: at + 1, of: tree.questions.length })}</span></h3>
            {show(question)}
            <div className="row">
              <Button disabled={at === 0} onClick={() => setAt(at - 1)}>{text("tree.previous")}</Button>
              <Button look="primary" disabled={at === tree.questions.length - 1} onClick={() => setAt(at + 1)}>{text("tree.next")}</Button>
            </div>
          </>
        )}
      <SoFar tree={tree} />
    </>
  );
}

/** Where the answers of all lead by now: it moves while people answer. */
function SoFar({ tree }: { tree: TreeView }): JSX.Element | null {
  if (!tree.position) return null;
  const [first] = tree.forms.filter((form) => !form.knockedOut).sort((a, b) => b.share - a.share);
  const place = number(tree.position.mid);
  return <p role="status">{first && first.share > 0 ? text("tree.soFar", { place, form: first.name }) : text("tree.soFarPlace", { place })}</p>;
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
