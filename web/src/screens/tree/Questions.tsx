// SPDX-License-Identifier: EUPL-1.2
// The questions of the tree, with what each municipality answered beside one's own answer, and where the walk leads. Every
// answer is stored at once, but for who only tries.
import type { JSX } from "preact";
import { useEffect, useState } from "react";
import type { ApiError } from "../../api/client";
import { save } from "../../api/queue";
import { useResource } from "../../api/resource";
import { useAsked } from "../../api/useAsked";
import type { AskedQuestion, LogRecord, Study, TreeView, WalkedTree } from "../../api/types";
import { Check, CheckGroup, RadioGroup } from "../../parts/Choices";
import { Alert } from "../../parts/Alert";
import { Button } from "../../parts/Button";
import { Disclosure } from "../../parts/Disclosure";
import { Select } from "../../parts/Field";
import { Fault } from "../../parts/Loaded";
import { Progress } from "../../parts/Progress";
import { number, text } from "../../texts/text";
import { mayJudge } from "./Purpose";
import { WalkSoFar } from "./WalkSoFar";

interface Props { study: Study; tree: TreeView; partners: { id: string; name: string }[] }

/** The walk that is one's own: the record of this subject and municipality without a respondent. */
const isOwn = (record: LogRecord, subject: string, partner: string) =>
  record.cells.subject === subject && (record.cells.partner ?? "") === partner && !record.cells.respondent;

type Answers = Record<string, string[]>;

const answersOf = (questions: AskedQuestion[], record: LogRecord | undefined): Answers => Object.fromEntries(
  questions.map((one) => [one.id, (record?.cells[one.id] ?? "").split("|").filter(Boolean)]),
);

export function Questions({ study, tree, partners }: Props): JSX.Element {
  const may = mayJudge(study);
  const [partner, setPartner] = useState(study.partner ?? "");
  const [trial, setTrial] = useState(!may);
  const [ahead, setAhead] = useState<Answers>({}); // chosen, and not stored or not yet
  const [fault, setFault] = useState<ApiError | null>(null);
  const [overtaken, setOvertaken] = useState(false);
  const records = useResource<LogRecord[]>(`/studies/${study.id}/records?kind=tree-walked`);
  const mine = (records.data ?? []).find((record) => isOwn(record, tree.subject, partner));
  const answers: Answers = { ...answersOf(tree.questions, mine), ...ahead };
  const walk = useAsked<WalkedTree>(`/studies/${study.id}/tree/${encodeURIComponent(tree.subject)}/_walk`, { answers: given(answers) });
  useEffect(() => { if (!trial) setAhead({}); }, [mine?.sequence, partner, trial]);
  const store = async (chosen: Answers) => {
    const cells = { ...(mine?.cells ?? { subject: tree.subject, partner }), ...Object.fromEntries(Object.entries(chosen).map(([id, all]) => [id, all.join("|")])) };
    const outcome = await save(study.id, [{ kind: "tree-walked", cells, ...(mine ? { expected: mine.sequence } : {}) }]);
    setFault(outcome.kind === "refused" ? outcome.error : null);
    setOvertaken(outcome.kind === "conflict");
    if (outcome.kind === "conflict") records.reload();
    if (outcome.kind !== "saved") setAhead({});
    return outcome.kind === "saved";
  };
  const choose = (question: string, chosen: string[]) => {
    setAhead((old) => ({ ...old, [question]: chosen }));
    if (!trial) void store({ [question]: chosen });
  };
  const keep = async () => { if (await store(ahead)) setTrial(false); };
  const show = (question: AskedQuestion) => (
    <One key={question.id} question={question} chosen={answers[question.id] ?? []} store={(chosen) => choose(question.id, chosen)} />
  );
  const answered = given(answers).length;
  return (
    <>
      {may && !study.partner && <Select id="voice" label={text("tree.voice")} value={partner} onChange={setPartner} empty={text("tree.everybody")} choices={partners.map((one) => ({ value: one.id, label: one.name }))} />}
      {may
        ? <Check id="trial" choice={{ label: text("walk.trial"), help: text("walk.trialHelp") }} checked={trial} onChange={setTrial} />
        : <Alert tone="info"><p>{text("walk.onlyTrial")}</p></Alert>}
      <Progress label={text("tree.progress", { n: answered, of: tree.questions.length })} done={answered} all={tree.questions.length} />
      {fault && <Fault error={fault} />}
      {overtaken && <Alert tone="warning" live><p>{text("tree.overtaken")}</p></Alert>}
      <div className="walk">
        <div className="stack"><Steps tree={tree} show={show} /></div>
        <div className="stack stack--close">
          {walk.error && <Fault error={walk.error} />}
          {walk.outcome && <WalkSoFar walk={walk.outcome} />}
          {trial && may && Object.keys(ahead).length > 0 && <p><Button look="primary" onClick={() => void keep()}>{text("walk.keep")}</Button></p>}
        </div>
      </div>
    </>
  );
}

/** Questions with an answer, as the server asks for them. */
const given = (answers: Answers) => Object.entries(answers).filter(([, all]) => all.length > 0).map(([question, all]) => ({ question, answers: all }));

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

function One({ question, chosen, store }: { question: AskedQuestion; chosen: string[]; store: (chosen: string[]) => void }): JSX.Element {
  const choices = question.answers.map((one) => ({ value: one.id, label: one.text, help: one.reason || undefined }));
  return (
    <div className="question">
      {question.several
        ? <CheckGroup id={`q-${question.id}`} label={question.text} help={question.help} value={chosen} onChange={store} choices={choices} />
        : <RadioGroup id={`q-${question.id}`} label={question.text} help={question.help} value={chosen[0] ?? ""} onChange={(value) => store([value])} choices={choices} />}
      {question.given.length > 0 && <Given question={question} />}
    </div>
  );
}

function Given({ question }: { question: AskedQuestion }): JSX.Element {
  const texts = new Map(question.answers.map((one) => [one.id, one.text]));
  const counts = new Map<string, number>();
  for (const { partnerName, answers } of question.given) {
    const line = `${partnerName || text("tree.everybody")}\n${answers.map((id) => texts.get(id) ?? id).join("; ")}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return (
    <Disclosure title={text("tree.given", { n: question.given.length })}>
      <ul className="question__given">
        {[...counts].map(([line, count]) => {
          const [who, what] = line.split("\n");
          return <li key={line}><strong>{who}</strong>{count > 1 ? ` (${count}×)` : ""}: {what}</li>;
        })}
      </ul>
    </Disclosure>
  );
}
